"""Where a demo is built: in a file of its own, which says of itself that it is one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import BotError

MARK = 0x44E3110
"""What stands in the file's header as its application id."""

COMPANIONS = ("", "-wal", "-shm", "-journal")


class NotADemo(BotError):
    """There is something else in the file."""


def clear(path: Path) -> None:
    """Make room: a demo that was built before goes, and an empty database stays.

    Raises:
        NotADemo: it holds anything else; nothing was changed.
    """
    if not path.exists() or not path.stat().st_size:
        return
    try:
        demo, rows = _looked_at(path)
    except sqlite3.DatabaseError as error:
        raise NotADemo(_told(path, "is no database")) from error
    if demo:
        for ending in COMPANIONS:
            path.with_name(path.name + ending).unlink(missing_ok=True)
    elif rows:
        raise NotADemo(_told(path, "is not empty, and was not built by declic demo"))


def mark(path: Path) -> None:
    """Write into the file that it is a demo's."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {MARK}")


def _looked_at(path: Path) -> tuple[bool, bool]:
    """Tell whether it is a demo's, and whether there is any row in it."""
    with closing(sqlite3.connect(path)) as db:
        (found,) = db.execute("PRAGMA application_id").fetchone()
        named = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        tables = [name for (name,) in named if name not in {"alembic_version", "sqlite_sequence"}]
        rows = any(db.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone() for name in tables)  # noqa: S608 - the file's own names
    return found == MARK, rows


def _told(path: Path, why: str) -> str:
    return f"{path} {why}: use another --database."
