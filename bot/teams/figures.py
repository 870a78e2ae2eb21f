"""The figures of a round: which of them may be kept, and what words say about them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import Literal

from scipy.special import stdtrit

from bot.groups.levels import Level, apart, third
from bot.teams.content import HIGHEST, LOWEST, Figure, Item, Trend

Band = Literal["5_7", "8_12", "more"]

CLOSE = Fraction(1, 2)
CONFIDENT = 0.95
"""Both ends of a 90 % interval."""


def level(mean: Fraction | float) -> Level:
    """Say a mean of the scale in a word, by thirds; what lies on a border is medium."""
    return third(mean, LOWEST, HIGHEST)


def n_band(n: int) -> Band:
    """Say how many answered without the number; `n` is at least five."""
    if n <= 7:  # noqa: PLR2004 - the bands of the summary
        return "5_7"
    return "8_12" if n <= 12 else "more"  # noqa: PLR2004 - the bands of the summary


def figure(values: Sequence[int], *, exact: bool) -> Figure:
    """Sum up one item's answers; with `exact` the sums too, where answers are far enough apart."""
    total = sum(values)
    word = level(Fraction(total, len(values)))
    if not exact or not stands(values):
        return Figure(word)
    return Figure(word, total, sum(value * value for value in values))


def stands(values: Sequence[int]) -> bool:
    """Tell whether numbers about these answers leave everybody's own answer open."""
    return apart(Counter(values).values())


def agreement(role: Sequence[int], goal: Sequence[int]) -> Literal["close", "spread"] | None:
    """Say how alike role and goal are seen; None unless both stand.

    A word over an item that does not stand would tell how far from unanimous it is. It is the A
    of coaching 5.2, row 20: the mean over both items of 1 - s²/2, at least 0, where s² is the
    sample variance; close from one half on.
    """
    if not stands(role) or not stands(goal):
        return None
    return "close" if (alike(role) + alike(goal)) / 2 >= CLOSE else "spread"


def alike(values: Sequence[int]) -> Fraction:
    """Return 1 where all answers are equal, down to 0 where they scatter as if by chance."""
    return alike_by_sums(len(values), sum(values), sum(v * v for v in values))


def alike_by_sums(n: int, total: int, squares: int) -> Fraction:
    """Return the same from what is kept of at least two answers."""
    variance = Fraction(n * squares - total * total, n * (n - 1))
    return max(Fraction(0), 1 - variance / 2)


def trend(
    now: Mapping[Item, Figure], n: int, before: Mapping[Item, Figure], n_before: int
) -> Trend | None:
    """Compare the items that have figures on both sides; None where there is none.

    Up if an item went up and none down, down likewise, else stable.
    """
    moves = [
        _move(now[item], n, before[item], n_before)
        for item in now
        if item in before and now[item].total is not None and before[item].total is not None
    ]
    if not moves:
        return None
    if 1 in moves and -1 not in moves:
        return "up"
    return "down" if -1 in moves and 1 not in moves else "stable"


def _move(now: Figure, n: int, before: Figure, n_before: int) -> Literal[-1, 0, 1]:
    """Return which way a mean went, if the 90 % interval of the change (Welch) leaves out 0."""
    mean, error = _mean(now, n)
    mean_before, error_before = _mean(before, n_before)
    both = error + error_before
    freedom = both**2 / (error**2 / (n - 1) + error_before**2 / (n_before - 1))
    change = mean - mean_before
    if abs(change) <= float(stdtrit(freedom, CONFIDENT)) * sqrt(both):
        return 0
    return 1 if change > 0 else -1


def _mean(one: Figure, n: int) -> tuple[float, float]:
    """Return a mean and the square of its standard error."""
    total, squares = one.total or 0, one.squares or 0
    return total / n, (n * squares - total * total) / (n * n * (n - 1))
