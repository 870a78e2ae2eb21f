"""From where to where the axis of a picture goes, and what is written along it."""

from collections.abc import Sequence

from adapters.web.dashboard.plots import Mark, Scale
from bot.reports.words import Words, value


def scale_of(words: Words, marks: Sequence[Mark]) -> Scale:
    """Return an axis that begins and ends where the unit does, or at a round number."""
    shown = [mark.shown for mark in marks if mark.shown]
    unit = shown[0].unit if shown else "share"
    if unit == "share":
        return Scale(0, 1, tuple((n, value(words, "share", n)) for n in (0, 0.5, 1)))
    ends = _ENDS.get(unit)
    if ends is None:
        ends = (0, _round_up(max((one.high or one.value or 0 for one in shown), default=1)))
    low, high = ends
    middle = (low + high) / 2
    return Scale(low, high, tuple((n, words.number(n)) for n in (low, middle, high)))


_ENDS = {"points_5": (1.0, 5.0), "points_100": (0.0, 100.0)}


def _round_up(most: float) -> float:
    """Return the next number whose half is as plain as itself."""
    power = 1
    while most > 10 * power:
        power *= 10
    return next(step * power for step in (2, 4, 6, 10) if most <= step * power)
