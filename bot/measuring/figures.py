"""A figure as it was measured: exact, and not yet fit to be shown to anybody.

Whether a group is large enough and how a number is rounded is decided where it is released.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isinf
from typing import Literal

from bot.intervals import Interval

Unit = Literal[
    "share",  # 0 to 1
    "minutes",
    "working_minutes",
    "days",
    "working_days",
    "change_checks",  # so many more criteria of a commitment, -4 to 4
    "points_5",  # on a scale from 1 to 5
    "points_10",  # on a scale from 0 to 10
    "change_10",  # a change on that scale, -10 to 10
    "points_100",  # an index
    "score",  # -100 to 100
    "deviations",  # standard deviations of the differences
    "messages_a_week",
]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number about a group.

    Attributes:
        value: None where there is nothing to measure, or less than the indicator asks for.
        rows: what it is over: people, prompts, sessions, commitments, answers. A share's
            denominator.
        people: how many different people stand behind these rows; of blockers how many teams.
        hits: a share's numerator, as many of the rows; None for other units.
        counts: how often each answer of a scale was given, to see whether all answered alike.
        by_bot: whether it tells what was done to people, not what any of them said or did.
        interval: of 95 %; None where one person's rows, or nothing, stand behind it.
    """

    value: float | None
    rows: int
    people: int
    unit: Unit
    hits: float | None = None
    counts: Mapping[int, int] = field(default_factory=dict)
    by_bot: bool = False
    interval: Interval | None = None

    @property
    def low(self) -> float | None:
        """The lower end of the 95 % interval; None without one."""
        return self.interval.low if self.interval else None

    @property
    def high(self) -> float | None:
        """The upper end of the 95 % interval; None without one, or where it is open above."""
        return self.interval.high if self.interval and not isinf(self.interval.high) else None
