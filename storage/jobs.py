"""Jobs on their way from a caller to a database thread, and the queue between them."""

import asyncio
import concurrent.futures
from collections import deque
from collections.abc import Callable
from threading import Condition
from typing import Any, Generic, TypeVar

from bot.errors import Busy

T = TypeVar("T")


class Job(Generic[T]):
    """One call to be made in a database thread.

    Attributes:
        alone: it is carried out outside of any group.
    """

    def __init__(self, call: Callable[[], T], *, alone: bool = False) -> None:
        self._call = call
        self._future: concurrent.futures.Future[T] = concurrent.futures.Future()
        self.alone = alone

    def start(self) -> bool:
        """Begin; false if the caller has given up. From here on the caller waits."""
        return self._future.set_running_or_notify_cancel()

    def make(self) -> Callable[[], None]:
        """Make the call and return what tells the caller how it ended, error or not."""
        try:
            result = self._call()
        except BaseException as error:  # noqa: BLE001 it belongs to the caller
            return lambda error=error: self._future.set_exception(error)  # type: ignore[misc]
        return lambda: self._future.set_result(result)

    def fail(self, error: BaseException) -> None:
        """End with an error, whether it was started or not; not if its caller has given up."""
        if self._future.done():
            return
        if self._future.running() or self.start():
            self._future.set_exception(error)

    def wait(self, patience: float) -> T:
        """Wait for the end; raises `Busy` if it has not begun within `patience` seconds."""
        concurrent.futures.wait([self._future], patience)
        if not self._future.done() and self._future.cancel():
            raise Busy("waited too long for the database")
        return self._future.result()

    async def settled(self, patience: float) -> T:
        """Wait likewise, without blocking the loop. A job that has begun is always awaited."""
        waiter = asyncio.wrap_future(self._future)
        try:
            await asyncio.wait({waiter}, timeout=patience)
            if not waiter.done() and not self._future.cancel():
                await asyncio.wait({waiter})
        except asyncio.CancelledError:
            await self._end(waiter)
            raise
        if self._future.cancelled():
            raise Busy("waited too long for the database")
        return waiter.result()

    async def _end(self, waiter: asyncio.Future[T]) -> None:
        """See to it that nothing goes on behind the back of a caller that was cancelled."""
        while not self._future.cancel() and not waiter.done():
            try:
                await asyncio.wait({waiter})
            except asyncio.CancelledError:
                continue
        if not waiter.cancelled() and waiter.done():
            waiter.exception()  # taken note of: nobody is left to be told


class Queue:
    """A bounded queue of jobs, first in, first out."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._jobs: deque[Job[Any]] = deque()
        self._changed = Condition()
        self._closed = False

    def put(self, job: Job[Any]) -> None:
        """Add a job.

        Raises:
            Busy: the queue is full or closed.
        """
        with self._changed:
            if self._closed or len(self._jobs) >= self._room:
                raise Busy("the store is closed" if self._closed else "the queue is full")
            self._jobs.append(job)
            self._changed.notify()

    def drop(self, job: Job[Any]) -> None:
        """Make room: the caller has given up."""
        with self._changed:
            if job in self._jobs:
                self._jobs.remove(job)

    def take(self, most: int) -> list[Job[Any]]:
        """Wait for jobs and take up to `most`; empty once closed and drained.

        A job that must be alone is taken alone.
        """
        with self._changed:
            while not self._jobs and not self._closed:
                self._changed.wait()
            taken: list[Job[Any]] = []
            while self._jobs and len(taken) < most and not (taken and self._jobs[0].alone):
                taken.append(self._jobs.popleft())
                if taken[0].alone:
                    break
            return taken

    def close(self) -> None:
        """Refuse further jobs; those that wait are still taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
