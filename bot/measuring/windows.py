"""The stretch of time that figures are about."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

FOLLOWED = timedelta(days=10)
"""How long what lies in a window is followed past its end.

A prompt has three working days, a commitment expires five working days after its due day, a
session can be taken up again for seven days: with public holidays, ten days hold all three.
"""


@dataclass(frozen=True, slots=True)
class Window:
    """From `start` up to but not with `end`, both in UTC; one window's end is the next one's start.

    A thing lies in the window in which it began: a prompt when sent, a session when started, a
    commitment by its due day. What became of it counts up to `followed_until`, and nothing later
    ever does, so that a figure asked for again is the same figure. Before then it may still move.

    Raises:
        ValueError: a time that is not in UTC, or an end that does not come after the start.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.utcoffset() != timedelta(0) or self.end.utcoffset() != timedelta(0):
            raise ValueError("a window's times are in UTC")
        if self.end <= self.start:
            raise ValueError(f"a window cannot end at {self.end} and start at {self.start}")

    def __contains__(self, at: datetime) -> bool:
        return self.start <= at < self.end

    def has_day(self, day: date) -> bool:
        """Tell whether a day begins in the window; each day lies in one of successive windows."""
        return datetime.combine(day, time(), UTC) in self

    @property
    def followed_until(self) -> datetime:
        """The moment from which nothing counts any more."""
        return self.end + FOLLOWED
