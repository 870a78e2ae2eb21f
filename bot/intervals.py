"""Intervals of a share, and of the difference of two figures (coaching 5.3)."""

from dataclasses import dataclass
from math import hypot, sqrt

from scipy.special import ndtri

FEWEST = 10
"""People on either side below which no difference is shown."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the true value may lie; `high` is infinite where it lies beyond what was observed."""

    low: float
    high: float

    def around(self, value: float) -> "Interval":
        """Return the same, widened as far as it takes to hold the value itself."""
        return Interval(min(self.low, value), max(self.high, value))


def wilson(hits: float, n: float, confidence: float = 0.95) -> Interval:
    """Return the Wilson interval of a share; it holds the share itself.

    Centre (p + z²/2n) / (1 + z²/n), half z √(p(1-p)/n + z²/4n²) / (1 + z²/n). Written out
    because `scipy.stats`, which has the same, takes half a second to import.

    Raises:
        ValueError: nothing was counted, or more hits than that.
    """
    if n <= 0 or not 0 <= hits <= n:
        raise ValueError(f"{hits} of {n} is no share")
    p, z = hits / n, float(ndtri((1 + confidence) / 2))
    scale = 1 + z * z / n
    centre = (p + z * z / (2 * n)) / scale
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
    return Interval(max(0.0, centre - half), min(1.0, centre + half)).around(p)


def of_difference(
    value: float, interval: Interval, before: float, interval_before: Interval
) -> Interval:
    """Return the interval of `value - before` from those of the two, seen as independent.

    From the difference of the values, each end lies as far as the two distances that lead there,
    squared and added (Newcombe 1998, method 10, for shares; Zou and Donner 2008 for others). Of
    the same people seen twice it is too wide rather than too narrow.
    """
    change = value - before
    below = hypot(value - interval.low, interval_before.high - before)
    above = hypot(interval.high - value, before - interval_before.low)
    return Interval(change - below, change + above)
