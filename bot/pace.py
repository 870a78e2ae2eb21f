"""How fast a platform may be called: turns are given out one after the other, ahead of time.

Each bucket is one moment, `free_at`, at which it will be full again. A call takes the next
turn and moves that moment; so whoever has a turn may use it without asking anybody else, and
what a dead process had taken is not used by others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from bot.outbox import Verb

SHARE = 0.9
"""How much of a limit is used: the rest is for clocks and networks that are not exact."""

NO_TIME = timedelta(0)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast calls may follow each other.

    Attributes:
        what: calls with the same name share the pace.
        every: time between two turns; nothing if there is no limit.
        burst: how many turns may come at once after a rest.
        apart: time between two posts to the same conversation.
    """

    what: str = "all"
    every: timedelta = NO_TIME
    burst: int = 1
    apart: timedelta = NO_TIME

    @property
    def limited(self) -> bool:
        """Whether there is a limit at all."""
        return self.every > NO_TIME

    @property
    def slack(self) -> timedelta:
        """How far before `free_at` there is a turn already."""
        return self.every * (self.burst - 1)

    def turns(
        self, free_at: datetime, begin: datetime, end: datetime, most: int
    ) -> tuple[list[datetime], datetime]:
        """Take up to `most` turns from `begin` until `end`; also return the new `free_at`."""
        taken: list[datetime] = []
        while len(taken) < most and (turn := max(begin, free_at - self.slack)) <= end:
            taken.append(turn)
            free_at = max(free_at, begin) + self.every
        return taken, free_at

    def shut(self, free_at: datetime | None, until: datetime) -> datetime:
        """Return when the bucket is full if nobody has a turn before `until`."""
        shut = until + self.slack
        return shut if free_at is None else max(free_at, shut)


UNLIMITED = Pace()


def at_most(calls: int, within: timedelta, what: str = "all", *, burst: int = 1) -> Pace:
    """Return a pace that never passes so many calls in any such time.

    The time between two turns is rounded up: a microsecond less lets one more into the window.
    """
    apart = within / _MICROSECOND / min(SHARE * calls, calls - burst + 1)
    return Pace(what, ceil(apart) * _MICROSECOND, burst)


@dataclass(frozen=True, slots=True)
class Paces:
    """The limits of all platforms: those of an adapter by what is done."""

    of_platform: Mapping[str, Mapping[Verb, Pace]] = field(default_factory=dict)

    def of(self, lane: str) -> Pace:
        """Return the limit for what waits in a lane (see `Dispatch.lane`)."""
        platform, verb = lane.partition(":")[0], lane.rpartition(":")[2]
        limits: Mapping[str, Pace] = self.of_platform.get(platform, {})  # type: ignore[assignment]  # any name may be asked for
        return limits.get(verb, UNLIMITED)

    def bucket(self, lane: str) -> str:
        """Name what the calls of a lane are counted in."""
        return f"{lane.rpartition(':')[0]}:{self.of(lane).what}"


UNPACED = Paces()
