"""How a figure changed since the period before, by what was printed of both and nothing else."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from bot.groups.shown import Shown

FEWEST = 10
"""People on each side below whom no difference is told (coaching 5.3)."""

_TO_90 = 1.645 / 1.96
"""What makes an end of a 95 % interval one of 90 %."""

_Told: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two printed figures, and the 90 % interval around it, in their unit.

    It is up or down only if the interval leaves out 0.
    """

    way: Literal["up", "stable", "down"]
    by: float
    low: float
    high: float


def change(now: Shown, before: Shown) -> Change | None:
    """Compare two figures; None unless both are numbers with intervals, of ten people or more.

    The interval is made of those of both sides (Newcombe for shares, and alike for others: each
    end takes the distance of one side's lower and of the other's upper end).
    """
    new, old = _told(now), _told(before)
    if new is None or old is None or now.unit != before.unit:
        return None
    by = new[0] - old[0]
    low = by - _TO_90 * sqrt((new[0] - new[1]) ** 2 + (old[2] - old[0]) ** 2)
    high = by + _TO_90 * sqrt((new[2] - new[0]) ** 2 + (old[0] - old[1]) ** 2)
    return Change("up" if low > 0 else "down" if high < 0 else "stable", round(by, 9), low, high)


def _told(one: Shown) -> _Told | None:
    if one.people is None or one.people.least < FEWEST:
        return None
    if one.value is None or one.low is None or one.high is None:
        return None
    return one.value, one.low, one.high
