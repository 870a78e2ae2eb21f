"""Marks what was sent in groups: one transaction for many rows, and few repeats after a kill."""

import asyncio
from collections.abc import Callable

from bot.outbox import Dispatch
from scheduler.parcels import Carried

GROUP = 20
"""Rows marked together at most, and so how many a kill may repeat."""

WAIT = 0.1
"""Seconds that a row waits at most for others to be marked with."""

Mark = tuple[Dispatch, Carried]


class Marks:
    """Gathers rows that the platform took; `begin` starts to write a group down."""

    def __init__(self, begin: Callable[[list[Mark]], object]) -> None:
        self._begin = begin
        self._gathered: list[Mark] = []
        self._timer: asyncio.TimerHandle | None = None

    def add(self, mark: Mark, *, last: bool) -> None:
        """Mark a row with others; at once if it is the `last` that is under way."""
        self._gathered.append(mark)
        if last or len(self._gathered) >= GROUP:
            self.write()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(WAIT, self.write)

    def write(self) -> None:
        """Write down what has been gathered."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._gathered:
            group, self._gathered = self._gathered, []
            self._begin(group)
