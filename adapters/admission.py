"""How many turns may be in flight: each holds a place, and where none is free it is refused.

Nothing waits here. What the platform brings again is refused first; the last places are for
people who pressed, typed a command or sent a form, and who wait for an answer.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import Busy

PLACES = 500
"""Turns in flight of one process. Safe is the rate times the deadline: a small machine that has
other work carries 350 turns a second, and half of Slack's three seconds are for the turn."""

KEPT = 5
"""One place in so many is kept for people who wait."""

log = logging.getLogger(__name__)


class Full(Busy):
    """Too many turns are in flight, or the process is stopping; this one was not begun."""


class Admission:
    """Counts turns in and out.

    Attributes:
        in_flight: how many there are now.
        refused: how many were not begun, by kind.
    """

    def __init__(self, places: int = PLACES) -> None:
        self.in_flight = 0
        self.refused: Counter[str] = Counter()
        self._places = places
        self._open_to_all = places - places // KEPT
        self._full = False
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def place(self, kind: str, *, comes_back: bool) -> Iterator[None]:
        """Hold a place for one turn.

        Args:
            kind: what it is counted as.
            comes_back: whether the platform brings it again by itself when it is refused.

        Raises:
            Full: at once, where none is free.
        """
        if self.in_flight >= (self._open_to_all if comes_back else self._places):
            self._refuse(kind)
        self._enter()
        try:
            yield
        finally:
            self._leave()

    async def close(self) -> None:
        """Refuse whatever comes from now on, and wait until nothing is in flight."""
        self._places = self._open_to_all = 0
        log.info("admission.closed", extra={"in_flight": self.in_flight})
        await self._idle.wait()

    def _enter(self) -> None:
        self.in_flight += 1
        self._idle.clear()

    def _leave(self) -> None:
        self.in_flight -= 1
        self._full = self._full and self.in_flight >= self._open_to_all // 2
        if not self.in_flight:
            self._idle.set()

    def _refuse(self, kind: str) -> None:
        """Say it in the log once for each rush, which has enough to do."""
        self.refused[kind] += 1
        if not self._full:
            log.warning("admission.full", extra={"in_flight": self.in_flight, "kind": kind})
        self._full = True
        raise Full
