"""From the event loop into the database's thread and back."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import ParamSpec, Protocol, TypeVar

from bot.errors import Busy, Conflict

P = ParamSpec("P")
T = TypeVar("T")

RERUNS = (0.0, 0.0)
"""Two more tries after a conflict: the next one starts from what the other writer left."""

STUBBORN = (0.05, 0.2, 1.0, 2.0)
"""Seconds between tries to write down what has already happened outside."""


class Run(Protocol):
    """The store's bridge: runs a function in the database's thread."""

    async def __call__(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run it and return what it returned."""


async def rerun(run: Run, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run one unit of work, again if somebody else wrote first.

    Raises:
        Conflict: three times in a row.
        Busy: the database did not answer; this is not tried again here.
    """
    return await _tried(RERUNS, (Conflict,), lambda: run(job, *args, **kwargs))


async def insist(run: Run, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run what must be written down because the platform has already done it.

    Raises:
        Busy: the database did not answer for several seconds.
    """
    return await _tried(STUBBORN, (Busy, Conflict), lambda: run(job, *args, **kwargs))


async def _tried(
    pauses: Sequence[float], on: tuple[type[Exception], ...], call: Callable[[], Awaitable[T]]
) -> T:
    for pause in pauses:
        try:
            return await call()
        except on:
            await asyncio.sleep(pause)
    return await call()
