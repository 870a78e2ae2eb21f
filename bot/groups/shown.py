"""The only way from a figure about a group to something that anybody else than a person reads.

A `Shown` holds what may be printed and nothing else (coaching 5.3 and 5.5, rules 5 to 8; the
ruling on group figures), and is made here alone: by `show` and `count`, or by `thaw` from what
these made and storage kept.
"""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from math import ceil, floor, inf
from typing import Any, Literal

from bot.groups.bands import EXACT, Band, around, band, held, size
from bot.groups.levels import Level, apart, third
from bot.groups.raw import Raw
from bot.visibility import GROUP_OF

Manner = Literal["number", "word", "too_few"]
"""How exactly a group may be told at most."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be printed of a figure.

    Attributes:
        how: a number; a word, its level; `withheld`, where a number would tell of a few people and
            there is no word that does not; `too_few`, of which nothing else is known.
        unit: of the value and its interval; a share is from 0 to 1.
        value: None where an interval is all that is told: of counted people.
        low: lower end of the 95 % interval.
        high: its upper end; None if it is open.
        people: how many are behind it, a range below `EXACT` and for words; of what belongs to
            teams alone, such as blockers, how many teams.
        rows: of what the share is, if that is told.
    """

    how: Literal["number", "word", "withheld", "too_few"]
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    people: Band | None = None
    rows: int | None = None
    level: Level | None = None
    made: InitVar[object] = None

    def __post_init__(self, made: object) -> None:
        if made is not _HERE:
            raise TypeError("A figure is shown by bot.groups.shown alone.")


def show(raw: Raw, manner: Manner, *, heaviest: int = 0) -> Shown:
    """Return what may be printed of a figure about a group.

    Args:
        raw: the figure.
        manner: what the release says of the group.
        heaviest: the most rows that one person has, where people may have several.
    """
    if manner == "too_few" or raw.value is None or raw.people < GROUP_OF:
        return Shown("too_few", raw.unit, made=_HERE)
    if manner == "word" or not stands(raw, heaviest):
        return _word(raw, raw.value)
    return _exact(raw) if raw.people >= EXACT else _rounded(raw, raw.value)


def count(k: int, n: int, *, private: bool = False) -> Shown:
    """Return what may be printed of how many people of a group are something.

    What is a private choice, such as stopping, is a range however large the group is.
    """
    told = held(k, n)
    if told is None:
        return Shown("too_few", "people", made=_HERE)
    if n >= EXACT and not private:
        return Shown("number", "people", k, k, k, size(n), made=_HERE)
    return Shown("number", "people", None, told.least, told.most, size(n), made=_HERE)


def stands(raw: Raw, heaviest: int = 0) -> bool:
    """Tell whether a number would leave everybody's own answer open (rule 6), and be of a group.

    What the bot did, such as when it wrote, is nobody's answer, were it the same to all.

    It is of one person where half of the rows are theirs. Where neither numerator nor answers are
    known, only that not all are equal can be told.
    """
    if raw.by_bot:
        return True
    if heaviest * 2 > raw.rows:
        return False
    if raw.hits is not None:
        return apart((raw.hits, raw.rows - raw.hits))
    if raw.counts:
        return apart(raw.counts.values())
    return raw.low is None or raw.low != raw.high


def freeze(shown: Shown) -> dict[str, Any]:
    """Return a frozen figure as storage keeps it."""
    people = shown.people and (shown.people.least, shown.people.most)
    names = ("how", "unit", "value", "low", "high", "rows", "level")
    return {name: getattr(shown, name) for name in names} | {"people": people}


def thaw(stored: Mapping[str, Any]) -> Shown:
    """Return a figure that storage kept."""
    people = stored["people"]
    fields = {**stored, "people": Band(*people) if people else None}
    return Shown(**fields, made=_HERE)


def _word(raw: Raw, value: float) -> Shown:
    people = band(raw.people)
    scale = _SCALES.get(raw.unit) if raw.unit in _WITH_LEVELS else None
    if scale is None or (raw.unit == "share" and raw.people < _WORDS_OF_SHARES):
        return Shown("withheld", raw.unit, people=people, made=_HERE)
    return Shown("word", raw.unit, people=people, level=third(value, *scale), made=_HERE)


def _exact(raw: Raw) -> Shown:
    rows = raw.rows if raw.hits is not None else None
    people = size(raw.people)
    return Shown("number", raw.unit, raw.value, raw.low, raw.high, people, rows, made=_HERE)


def _rounded(raw: Raw, value: float) -> Shown:
    people = size(raw.people)
    if raw.unit == "share":
        percent = floor(round(value * 10, 9) + 0.5) * 10
        low, high = around(percent, people)
        return Shown("number", raw.unit, percent / 100, low / 100, high / 100, people, made=_HERE)
    step = _STEPS.get(raw.unit, _STEP)
    near = floor(round(value / step, 9) + 0.5) * step
    ends = _outward(raw, near, step)
    return Shown("number", raw.unit, near, *ends, people, made=_HERE)


def _outward(raw: Raw, near: float, step: float) -> tuple[float | None, float | None]:
    """Widen an interval to whole steps, within the scale, such that it holds the rounded value."""
    lowest, highest = _SCALES.get(raw.unit, (-inf, inf))
    low = high = None
    if raw.low is not None:
        low = max(min(floor(round(raw.low / step, 9)) * step, near), lowest)
    if raw.high is not None:
        high = min(max(ceil(round(raw.high / step, 9)) * step, near), highest)
    return low, high


_HERE = object()

_SCALES: Mapping[str, tuple[int, int]] = {
    "share": (0, 1),
    "points_5": (1, 5),
    "points_10": (0, 10),
    "points_100": (0, 100),
    "change_10": (-10, 10),
    "change_checks": (-4, 4),
    "score": (-100, 100),
}
"""The ends of what can be said in a unit."""

_WITH_LEVELS = frozenset({"share", "points_5", "points_10", "points_100"})
"""Units in which a value is low or high; of a change that is neither its size nor its way."""

_WORDS_OF_SHARES = 7
"""People from whom on a share has a word: of six, low is one at most, who would know the rest."""

_STEP = 0.5
_STEPS: Mapping[str, float] = {"points_100": 10, "score": 10, "minutes": 5, "working_minutes": 5}
"""What is rounded to below `EXACT` people, where it is not a half."""
