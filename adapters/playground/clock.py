"""The playground's clock: it runs like the real one and can be moved forward."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from adapters.playground.shelf import Shelf

MOST_STEPS = 1_000
"""How many due moments one move passes at most; what is left then comes at the target."""

FARTHEST = timedelta(days=92)
"""How far 'next message' looks."""

NextDue = Callable[[], Awaitable[datetime | None]]
Tick = Callable[[], Awaitable[None]]


class AlreadyMoving(Exception):
    """The clock is being moved; it takes one move at a time."""


@dataclass(frozen=True, slots=True)
class Move:
    """A move in progress; `until` is unknown while the next message is looked for."""

    since: datetime
    until: datetime | None


class PlaygroundClock:
    """A clock ahead of the real one by an offset that only grows and outlives a restart."""

    def __init__(self, shelf: Shelf, real_now: Callable[[], datetime]) -> None:
        self._shelf = shelf
        self._real_now = real_now
        self._offset = timedelta(seconds=shelf.get("clock") or 0)
        self.move: Move | None = None

    def now(self) -> datetime:
        """Return the played time."""
        return self._real_now() + self._offset

    async def advance(self, to: datetime, *, next_due: NextDue, tick: Tick) -> None:
        """Go to a time by way of everything that falls due until then.

        A time that has passed already changes nothing but runs what is due.

        Raises:
            AlreadyMoving: another move has not ended.
        """
        with self._moving(to):
            await self._walk(to, next_due, tick, lambda: False)
            self._forward(to)
            await tick()

    async def advance_until(
        self, enough: Callable[[], bool], *, next_due: NextDue, tick: Tick
    ) -> bool:
        """Go from due moment to due moment until it is enough, and say whether it was.

        Stops where nothing is due within `FARTHEST`; the clock then stays where it came to.

        Raises:
            AlreadyMoving: another move has not ended.
        """
        with self._moving(None):
            return await self._walk(self.now() + FARTHEST, next_due, tick, enough)

    async def _walk(
        self, to: datetime, next_due: NextDue, tick: Tick, enough: Callable[[], bool]
    ) -> bool:
        for _ in range(MOST_STEPS):
            due = await next_due()
            if due is None or due > to:
                return False
            self._forward(due)
            await tick()
            if enough():
                return True
            await asyncio.sleep(0)  # the page asks how far the move has come
        return False

    def _forward(self, to: datetime) -> None:
        ahead = to - self.now()
        if ahead > timedelta(0):
            self._offset += ahead
            self._shelf.put("clock", self._offset.total_seconds())

    @contextmanager
    def _moving(self, until: datetime | None) -> Iterator[None]:
        if self.move is not None:
            raise AlreadyMoving
        self.move = Move(self.now(), until)
        try:
            yield
        finally:
            self.move = None


def tomorrow(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the same wall time a day later, in the person's zone."""
    return (now.astimezone(zone) + timedelta(days=1)).astimezone(UTC)


def next_monday(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next Monday 09:00 of the person's zone that is still to come."""
    local = now.astimezone(zone)
    monday = local.date() - timedelta(days=local.weekday())
    nine = datetime.combine(monday, time(9), zone)
    if nine <= now:
        nine += timedelta(weeks=1)
    return nine.astimezone(UTC)
