"""What somebody with the disk in their hands, and somebody with the logs, can read."""

import logging
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import select

from adapters.logs import QUIET
from storage.store import Store
from storage.tables import metadata
from tests.databases import KEY, Database

_OWN_FILES = """
SELECT pg_relation_filepath(oid) FROM pg_class
WHERE relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace)
"""
"""Tables, indexes and what is stored beside them; not the planner's samples of old values."""

_OLDER_VIEWS = """
SELECT count(*)::int FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
"""

_TOKEN = re.compile(rb"gAAAA[A-Za-z0-9_-]{60,}={0,2}")


def rows(store: Store, *, without: Iterable[str] = ()) -> dict[str, list[str]]:
    """Read all rows of all tables, as a dump does."""

    def read() -> dict[str, list[str]]:
        with store._writes.transaction() as scope:
            return {
                name: sorted(repr(tuple(row)) for row in scope.execute(select(table)))
                for name, table in metadata.tables.items()
                if name not in without
            }

    return store.run_sync(read)


def on_disk(database: Database, server: Path | None = None) -> bytes:
    """Read SQLite's file and its companions, or the tables of PostgreSQL after a vacuum."""
    if database.path is not None:
        found = sorted(database.path.parent.glob(f"{database.path.name}*"))
    else:
        assert server is not None
        with psycopg.connect(database.admin, autocommit=True) as db:
            _await_quiet(db)
            db.execute("VACUUM (FULL)")
            db.execute("CHECKPOINT")
            places = [place for (place,) in db.execute(_OWN_FILES) if place]
        found = sorted(path for place in places for path in server.glob(f"{place}*"))
    return b"\n".join(path.read_bytes() for path in found)


def _await_quiet(db: psycopg.Connection[tuple[int]]) -> None:
    """Wait until nobody holds an older view, for which a vacuum would spare what was deleted."""
    for _ in range(100):
        if db.execute(_OLDER_VIEWS).fetchone() == (0,):
            return
        time.sleep(0.1)


def found(content: bytes | str | object, planted: Iterable[str]) -> list[str]:
    """Name what stands in a content in clear text, in any case of letters."""
    raw = content if isinstance(content, bytes) else str(content).encode()
    read = raw.lower()
    return [piece for piece in planted if piece.lower().encode() in read]


def unsealed(content: bytes | str | object) -> str:
    """Read everything that the key opens."""
    raw = content if isinstance(content, bytes) else str(content).encode()
    return "\n".join(_opened(raw))


def _opened(raw: bytes) -> Iterator[str]:
    fernet = Fernet(KEY)
    for token in set(_TOKEN.findall(raw)):
        try:
            yield fernet.decrypt(token).decode()
        except InvalidToken:
            continue


class Heard(logging.Handler):
    """Keeps everything that is logged: texts, fields and tracebacks."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []
        self._texts = logging.Formatter()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record as text."""
        self.lines.append(f"{self._texts.format(record)} {vars(record)}")


@contextmanager
def all_logs() -> Iterator[Heard]:
    """Hear every logger at its lowest level, but for libraries that the product silences."""
    root, heard = logging.getLogger(), Heard()
    before = {name: logging.getLogger(name).level for name in QUIET}
    level = root.level
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    root.setLevel(logging.DEBUG)
    root.addHandler(heard)
    try:
        yield heard
    finally:
        root.removeHandler(heard)
        root.setLevel(level)
        for name, old in before.items():
            logging.getLogger(name).setLevel(old)
