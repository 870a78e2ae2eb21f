"""An empty database in memory, in which something can be tried out without anybody's data."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, Engine

from bot.ports import OpenUnitOfWork
from storage.cipher import Cipher, new_key
from storage.engines import open_memory
from storage.scope import Scope
from storage.tables import metadata
from storage.work import Work

LEASE = "sandbox"


@contextmanager
def open_sandbox() -> Iterator[OpenUnitOfWork]:
    """Open one; it is gone at the end, and what is written in it is encrypted for nobody.

    It has no threads of its own: only the thread that opened it may use it, and one unit of
    work is open at a time.
    """
    cipher = Cipher(new_key())
    with _engine().connect() as db:
        _raw(db).deserialize(_empty())

        @contextmanager
        def open_uow() -> Iterator[Work]:
            with db.begin() as transaction:
                yield Work(Scope(db, transaction), cipher, LEASE, locks=False)
                if transaction.is_active:
                    transaction.rollback()

        yield open_uow


@cache
def _engine() -> Engine:
    """All sandboxes share what is known of statements: building them costs the most."""
    return open_memory()


@cache
def _empty() -> bytes:
    """Make all tables once: copying them is a hundred times faster."""
    with _engine().connect() as db:
        metadata.create_all(db)
        db.commit()
        return _raw(db).serialize()


def _raw(db: Connection) -> sqlite3.Connection:
    raw = db.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 the engine is SQLite's
    return raw
