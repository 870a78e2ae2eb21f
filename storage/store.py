"""The store: the bridge from asynchronous callers to the synchronous database."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from secrets import token_hex
from typing import ParamSpec, TypeVar

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import BotError, Busy
from storage import migrate
from storage.cipher import Cipher
from storage.engines import LATE_MS, open_engine, parse
from storage.faults import translated
from storage.lanes import Each, Grouped, Lane
from storage.tables import ENCRYPTED, team_answers, team_reports
from storage.work import Work

P = ParamSpec("P")
T = TypeVar("T")

READERS = 2


def open_store(
    url: str, keys: str, *, workers: int = 4, room: int = 1000, patience: float = LATE_MS / 1000
) -> "Store":
    """Open a database that `storage.migrate.upgrade` has brought up to date.

    Args:
        url: a SQLite file or PostgreSQL.
        keys: Fernet keys separated by commas, the newest one first.
        workers: threads, and as many connections, on PostgreSQL; SQLite has one writer.
        room: how many jobs may wait; beyond that callers get `Busy` at once.
        patience: seconds after which a job that has not begun is given up.

    Raises:
        BadKey: a key cannot be used.
        ValueError: the URL is of another database.
    """
    cipher, parsed = Cipher(keys), parse(url)
    reads = Each(
        open_engine(parsed, "read", READERS),
        "store-read",
        threads=READERS,
        room=room,
        patience=patience,
    )
    lane, threads = (Grouped, 1) if parsed.get_backend_name() == "sqlite" else (Each, workers)
    writes = lane(
        open_engine(parsed, "write", threads),
        "store-write",
        threads=threads,
        room=room,
        patience=patience,
    )
    return Store(writes, reads, cipher)


class Store:
    """Runs jobs: plain functions that open units of work, each in a database thread.

    A job that has not begun within two seconds is given up with `Busy`, and so is one that
    finds the queue full: nothing was changed. A job that has begun is awaited to its end,
    even if its caller is cancelled. Once it returns, what it committed is on the disk.
    """

    def __init__(self, writes: Lane, reads: Lane, cipher: Cipher) -> None:
        self._writes = writes
        self._reads = reads
        self._cipher = cipher
        self._lease = token_hex(8)

    async def run(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a job that may write.

        Raises:
            Busy: nothing was changed.
            Conflict: somebody else wrote first; the caller may start the job again.
        """
        return await self._writes.run(partial(job, *args, **kwargs))

    def run_sync(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a job that may write, from a thread that may block."""
        return self._writes.run_sync(partial(job, *args, **kwargs))

    async def run_read(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a job that only reads, beside the writers: pages, previews, exports."""
        return await self._reads.run(partial(job, *args, **kwargs))

    @contextmanager
    def open_uow(self) -> Iterator[Work]:
        """Begin a unit of work inside a job; leaving it without `commit` undoes everything.

        A job may open several, one after the other. What one of them committed stays, even
        if the job fails later.
        """
        lane = next((lane for lane in (self._writes, self._reads) if lane.inside), None)
        if lane is None:
            raise RuntimeError("open_uow() works inside a job only: store.run(job, ...)")
        with lane.transaction() as scope:
            yield Work(scope, self._cipher, self._lease, locks=lane is self._writes)

    async def ready(self) -> bool:
        """Whether the database answers and its tables are those of this release."""
        try:
            return await self._reads.run(partial(migrate.is_current, self._reads.engine))
        except (BotError, SQLAlchemyError):
            return False

    async def scrub(self) -> None:
        """Overwrite what was erased, in the file and its companions; to be run after erasing.

        On SQLite the file is written anew, which takes about a second per 300 MB and keeps
        writers waiting. On PostgreSQL the tables of what is encrypted are, for an ordinary
        vacuum leaves what was deleted in their pages; the write-ahead log goes by the server's
        own settings.

        Raises:
            Busy: somebody was reading or writing; try again.
        """
        if isinstance(self._writes, Grouped):
            await self._writes.run(self._rewrite, alone=True)
        else:
            names = {column.table.name: None for column in ENCRYPTED}
            await self._writes.run(partial(self._rewrite_tables, list(names)))

    async def tidy(self) -> None:
        """Overwrite what closed rounds of teams left behind; cheap enough for every hour.

        On SQLite what is deleted is overwritten at once, and this empties the log, too. On
        PostgreSQL the small tables of answers are rewritten.

        Raises:
            Busy: somebody was reading or writing; try again.
        """
        if isinstance(self._writes, Grouped):
            await self._writes.run(self._empty_log, alone=True)
        else:
            await self._writes.run(
                partial(self._rewrite_tables, [team_answers.name, team_reports.name])
            )

    def close(self) -> None:
        """Carry out what waits, then close; may be called twice."""
        self._writes.close()
        self._reads.close()

    def _rewrite_tables(self, names: Sequence[str]) -> None:
        engine = self._writes.engine.execution_options(isolation_level="AUTOCOMMIT")
        with translated(), engine.connect() as db:
            db.execute(text("SET statement_timeout = 0"))  # it takes what the table takes
            try:
                for name in names:
                    db.execute(text(f"VACUUM (FULL) {name}"))
            finally:
                db.execute(text(f"SET statement_timeout = {LATE_MS}"))

    def _rewrite(self) -> None:
        # `secure_delete` alone is not enough: when a page of an index is split, copies of
        # moved entries can stay behind in its free space. Only VACUUM writes pages anew.
        with translated(), closing(self._writes.engine.raw_connection()) as db:
            db.cursor().execute("VACUUM")
        self._empty_log()

    def _empty_log(self) -> None:
        with translated(), closing(self._writes.engine.raw_connection()) as db:
            cursor = db.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            blocked, *_ = cursor.fetchall()[0]
        if blocked:
            raise Busy("a reader keeps the log from being emptied")
