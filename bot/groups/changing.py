"""How a figure changed since the period before, by what was printed of both and nothing else."""

from dataclasses import dataclass
from typing import Literal

from bot.groups.shown import Shown
from bot.intervals import FEWEST, Interval, of_difference

Way = Literal["up", "stable", "down"]

_TO_90 = 1.645 / 1.96
"""What makes an end of a 95 % interval one of 90 %."""


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two printed figures, and the 90 % interval around it, in their unit.

    It is up or down only if the interval leaves out 0.
    """

    way: Way
    by: float
    low: float
    high: float


def change(now: Shown, before: Shown) -> Change | None:
    """Compare two figures; None unless both are numbers with intervals, of ten people or more.

    The interval is made of those of both sides; see `of_difference`.
    """
    new, old = _narrowed(now), _narrowed(before)
    if new is None or old is None or now.unit != before.unit:
        return None
    moved = of_difference(*new, *old)
    way: Way = "up" if moved.low > 0 else "down" if moved.high < 0 else "stable"
    return Change(way, round(new[0] - old[0], 9), moved.low, moved.high)


def _narrowed(one: Shown) -> tuple[float, Interval] | None:
    """Return a value with its interval of 90 %."""
    if one.people is None or one.people.least < FEWEST:
        return None
    if one.value is None or one.low is None or one.high is None:
        return None
    below, above = (_TO_90 * (one.value - one.low), _TO_90 * (one.high - one.value))
    return one.value, Interval(one.value - below, one.value + above)
