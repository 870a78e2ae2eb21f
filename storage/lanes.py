"""Lanes: threads that carry jobs to a database, each job in transactions of its own.

`Each` gives every unit of work a transaction. `Grouped` gives a whole group of jobs one
transaction and every unit of work a savepoint in it: one sync to the disk serves them all.
"""

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Thread, local
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import Busy
from storage.jobs import Job, Queue
from storage.scope import Scope

T = TypeVar("T")
GROUP = 64
"""How many jobs share one commit at most."""


SWITCH = 0.0005
"""Seconds for which a thread may keep the interpreter from others."""


def share_interpreter() -> None:
    """Let the event loop have the interpreter back soon.

    Turns are computed in these threads: with Python's 5 ms the loop would stand still for so
    long at each of its system calls.
    """
    sys.setswitchinterval(SWITCH)


class Lane(ABC):
    """Threads with a bounded queue before them."""

    most = 1

    def __init__(
        self, engine: Engine, name: str, *, threads: int, room: int, patience: float
    ) -> None:
        self.engine = engine
        self._queue = Queue(room)
        self._patience = patience
        self._here = local()
        self._threads = [
            Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    @abstractmethod
    def _carry(self, jobs: list[Job[Any]]) -> None:
        """Carry out jobs and tell their callers."""

    async def run(self, call: Callable[[], T], *, alone: bool = False) -> T:
        """Make a call in a thread of this lane."""
        job = self._queued(call, alone=alone)
        try:
            return await job.settled(self._patience)
        finally:
            self._queue.drop(job)

    def run_sync(self, call: Callable[[], T], *, alone: bool = False) -> T:
        """Make a call in a thread of this lane, and wait for it here."""
        if self.inside:
            raise RuntimeError("a job cannot wait for another job of its own lane")
        job = self._queued(call, alone=alone)
        try:
            return job.wait(self._patience)
        finally:
            self._queue.drop(job)

    @property
    def inside(self) -> bool:
        """Whether the present thread carries out a job of this lane."""
        return getattr(self._here, "connect", None) is not None

    @contextmanager
    def transaction(self) -> Iterator[Scope]:
        """Open a transaction, or a savepoint in the group's; without commit it is undone."""
        if self._here.open:
            raise RuntimeError("a unit of work is open already; commit or leave it first")
        self._here.open = True
        try:
            with self._here.connect() as db:
                transaction = db.begin_nested() if db.in_transaction() else db.begin()
                try:
                    yield Scope(db, transaction)
                finally:
                    if transaction.is_active:
                        transaction.rollback()
        finally:
            self._here.open = False

    def close(self) -> None:
        """Carry out what waits, then let the connections go."""
        self._queue.close()
        for thread in self._threads:
            thread.join()
        self.engine.dispose()

    @contextmanager
    def _at(self, connect: Callable[[], AbstractContextManager[Connection]]) -> Iterator[None]:
        self._here.connect, self._here.open = connect, False
        try:
            yield
        finally:
            self._here.connect = None

    def _work(self) -> None:
        while jobs := self._queue.take(self.most):
            self._carry(jobs)

    def _queued(self, call: Callable[[], T], *, alone: bool) -> Job[T]:
        job = Job(call, alone=alone)
        self._queue.put(job)
        return job


class Each(Lane):
    """Every job for itself: PostgreSQL, and readers of SQLite."""

    def _carry(self, jobs: list[Job[Any]]) -> None:
        for job in jobs:
            if job.start():
                with self._at(self.engine.connect):
                    tell = job.make()
                tell()


class Grouped(Lane):
    """The one writer of SQLite. Callers are told after the group's commit, never before."""

    most = GROUP

    def _carry(self, jobs: list[Job[Any]]) -> None:
        if jobs[0].alone:
            if jobs[0].start():
                jobs[0].make()()
            return
        try:
            told = self._commit(jobs)
        except Exception as error:  # noqa: BLE001 whatever it was, nothing of the group stays
            busy = Busy(f"the group was undone: {error}")
            busy.__cause__ = error
            for job in jobs:
                job.fail(busy)
        else:
            for tell in told:
                tell()

    def _commit(self, jobs: list[Job[Any]]) -> list[Callable[[], None]]:
        with self.engine.connect() as db, db.begin():
            told = []
            with self._at(lambda: nullcontext(db)):
                for job in jobs:
                    if job.start():
                        told.append(job.make())
                        _still_open(db)
            return told


def _still_open(db: Connection) -> None:
    """Refuse to go on if SQLite undid the whole transaction by itself, as on a full disk."""
    if not db.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
        raise SQLAlchemyError("the transaction is gone")
