"""What the playground remembers over a restart: JSON by key, in a file of its own.

Played names and chats stay here and never reach the bot's database.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson


class Shelf:
    """A small SQLite file; every `put` is there after a restart."""

    def __init__(self, path: Path) -> None:
        """Open the file, readable by its owner only, and make it if there is none."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        # Used from the event loop alone, which need not run in the thread that opens it.
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA secure_delete = ON")
        self._db.execute("CREATE TABLE IF NOT EXISTS shelf (key TEXT PRIMARY KEY, value BLOB)")

    def put(self, key: str, value: object) -> None:
        """Keep a value that JSON can hold, in the place of what the key had before."""
        self._db.execute("INSERT OR REPLACE INTO shelf VALUES (?, ?)", (key, orjson.dumps(value)))

    def get(self, key: str) -> Any:
        """Return what the key has, or None."""
        row = self._db.execute("SELECT value FROM shelf WHERE key = ?", (key,)).fetchone()
        return None if row is None else orjson.loads(row[0])

    def under(self, prefix: str) -> Iterator[Any]:
        """Walk through the values whose key begins with `prefix`, in the order of the keys."""
        rows = self._db.execute(
            "SELECT value FROM shelf WHERE substr(key, 1, ?) = ? ORDER BY key",
            (len(prefix), prefix),
        )
        for (value,) in rows.fetchall():
            yield orjson.loads(value)

    def drop(self, key: str) -> None:
        """Forget a key."""
        self._db.execute("DELETE FROM shelf WHERE key = ?", (key,))

    def close(self) -> None:
        """Close the file."""
        self._db.close()
