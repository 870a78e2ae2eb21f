"""Connections, set up so that a late turn rolls back and nothing that was erased stays."""

import sqlite3
from pathlib import Path
from typing import Any, Literal

import orjson
import psycopg
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import NullPool

from storage.faults import translate, translated

LATE_MS = 2000
"""A statement or a lock that takes longer is given up: the platforms wait three seconds."""

Use = Literal["write", "read", "migrate"]

_POSTGRES = {"postgres", "postgresql", "postgresql+psycopg"}
_SQLITE = {"sqlite", "sqlite+pysqlite"}


def parse(url: str) -> URL:
    """Read a database URL; `postgres://` and `postgresql://` mean psycopg.

    Raises:
        ValueError: it is neither a SQLite file nor PostgreSQL.
    """
    parsed = make_url(url)
    if parsed.drivername in _POSTGRES:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in _SQLITE and parsed.database not in {None, "", ":memory:"}:
        return parsed.set(drivername="sqlite")
    raise ValueError("the database URL must be a SQLite file or PostgreSQL")


def open_engine(url: URL, use: Use, size: int = 1) -> Engine:
    """Make an engine of at most `size` connections; nothing is connected yet."""
    engine = _create(url, **_pool(use, size))
    if url.get_backend_name() == "sqlite":
        _set_up_sqlite(engine, use)
    elif use != "migrate":
        _set_up_postgres(engine, use)
    return engine


def open_memory() -> Engine:
    """Make an engine of which every connection is an empty SQLite database in memory."""
    engine = _create(make_url("sqlite://"), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def connected(db: sqlite3.Connection, _: object) -> None:
        db.isolation_level = None

    @event.listens_for(engine, "begin")
    def begun(db: Connection) -> None:
        db.exec_driver_sql("BEGIN")

    return engine


def _create(url: URL, **pool: Any) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        json_serializer=_to_json,
        json_deserializer=orjson.loads,
        **pool,
    )
    event.listen(engine, "handle_error", translate)
    return engine


def _pool(use: Use, size: int) -> dict[str, Any]:
    if use == "migrate":
        return {"poolclass": NullPool}
    return {"pool_size": size, "max_overflow": 0, "pool_timeout": LATE_MS / 1000}


def _to_json(value: object) -> str:
    return orjson.dumps(value, default=dict).decode()  # `default`: other mappings


def _set_up_sqlite(engine: Engine, use: Use) -> None:
    @event.listens_for(engine, "do_connect")
    def private(*_: object) -> None:
        _create_private(Path(str(engine.url.database)))

    @event.listens_for(engine, "connect")
    def connected(db: sqlite3.Connection, _: object) -> None:
        db.isolation_level = None  # this module begins, not the driver
        patience = 60_000 if use == "migrate" else LATE_MS
        with translated():
            db.execute(f"PRAGMA busy_timeout={patience}")
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=FULL")
            db.execute("PRAGMA secure_delete=ON")
            db.execute(f"PRAGMA query_only={'ON' if use == 'read' else 'OFF'}")

    @event.listens_for(engine, "begin")
    def begun(db: Connection) -> None:
        db.exec_driver_sql("BEGIN" if use == "read" else "BEGIN IMMEDIATE")


def _create_private(path: Path) -> None:
    """Create the file for its owner alone; SQLite gives its companions the same rights."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)


def _set_up_postgres(engine: Engine, use: Use) -> None:
    @event.listens_for(engine, "connect")
    def connected(db: psycopg.Connection[Any], _: object) -> None:
        with translated():
            db.execute(f"SET statement_timeout = {LATE_MS}")
            db.execute(f"SET lock_timeout = {LATE_MS}")
            db.execute("SET default_transaction_isolation = 'read committed'")
            db.execute(f"SET default_transaction_read_only = {'on' if use == 'read' else 'off'}")
            db.commit()
