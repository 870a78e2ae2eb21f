"""Closed months of a plausible organisation, made as they are in earnest: through `show`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.groups.changing import change
from bot.groups.shown import Manner, Shown, count, show
from bot.measuring.catalogue import INDICATORS
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month, Published

COMPANY = "company"
DEPARTMENTS = ("Sales", "R&D", "<script>alert(1)</script>", "Legal", "Support")
GROUPS = (COMPANY, *DEPARTMENTS)
SIZES: Mapping[str, int] = dict(zip(GROUPS, (412, 41, 22, 36, 4, 12), strict=True))
MANNERS: Mapping[str, Manner] = {"Legal": "too_few", "Support": "word"}
"""Legal is hidden; Support is told in words."""

OCTOBER = Month(2026, 10)
THEMES = ("delegation", "prioritising", "meetings", "give_feedback", "recognition")
PLACES: Mapping[str, float] = {
    "delegation.3/6": 0.24,
    "prioritising.6/6": 0.17,
    "meetings.7/6": 0.12,
    "give_feedback.2/6": 0.04,
}
"""Where most leave a theme, and how many of those who come so far; one has no such place."""

BLOCKERS = ("decision", "information", "means", "coordination")

_VALUES: Mapping[str, tuple[str, float, float]] = {
    "reach": ("share", 0.61, 0.02),
    "activation": ("share", 0.72, 0.02),
    "participation": ("share", 0.58, -0.03),
    "response": ("share", 0.64, 0.0),
    "time_to_answer": ("working_minutes", 95, 5),
    "completion": ("share", 0.83, 0.0),
    "session_length": ("minutes", 4.2, 0.1),
    "useful": ("points_5", 4.1, 0.05),
    "useful_top_two": ("share", 0.78, 0.02),
    "recommendation": ("score", 24, 3),
    "minutes_saved": ("minutes", 30, 0),
    "commitment_rate": ("share", 0.86, 0.0),
    "quality_gain": ("change_checks", 0.8, 0.0),
    "kept": ("share", 0.62, 0.09),
    "kept_half": ("share", 0.71, 0.03),
    "on_time": ("share", 0.48, 0.01),
    "days_to_done": ("days", 11, 0),
    "replanned": ("share", 0.22, 0.0),
    "dropped": ("share", 0.07, 0.0),
    "self_direction": ("share", 0.55, 0.0),
    "confidence_change": ("change_10", 0.6, 0.0),
    "looking_back": ("change_10", 1.1, 0.0),
    "answered_both": ("share", 0.34, 0.0),
    "goal_progress": ("change_10", 1.3, 0.0),
    "blocker_days": ("working_days", 3.5, -0.5),
    "blockers_in_five_days": ("share", 0.68, 0.0),
    "alignment": ("points_100", 71, 1),
    "alignment_level": ("points_100", 78, 1),
    "alignment_agreement": ("points_100", 65, 1),
    "fatigue": ("people", 0.11, 0.0),
    "opt_out": ("people", 0.03, 0.0),
    "message_load": ("messages_a_week", 1.4, 0.0),
    "outside_hours": ("share", 0.0, 0.0),
}
"""Unit, value in October 2026, and what it grows by each month."""

_HALF_WIDTHS: Mapping[str, float] = {
    "share": 0.9,
    "points_5": 2.0,
    "points_100": 45.0,
    "score": 45.0,
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure as it was measured."""

    value: float | None
    low: float | None
    high: float | None
    people: int
    rows: int
    unit: str
    hits: float | None = None
    counts: Mapping[int, int] = field(default_factory=dict)
    by_bot: bool = False


def figure(
    value: float,
    people: int,
    unit: str = "share",
    *,
    rows: int = 0,
    manner: Manner = "number",
    open_above: bool = False,
) -> Shown:
    """Return what may be printed of a made-up figure."""
    raw = _measured(value, people, unit, rows or people)
    return show(replace(raw, high=None) if open_above else raw, manner)


def closed(
    month: Month = OCTOBER,
    groups: Sequence[str] = GROUPS,
    *,
    first: Month | None = None,
    sizes: Mapping[str, int] = SIZES,
) -> Closed:
    """Return a month with all its figures; of `first` there is no month before."""
    made = _Made(month, first, sizes)
    figures = {(one.group, one.indicator): one for one in made.published(groups)}
    return Closed(month, groups, figures, THEMES)


def cut(whole: Closed | None, asked: Excerpt) -> Closed | None:
    """Return of a month what is asked for, as a store does."""
    if whole is None:
        return None
    figures = {
        (group, key): one
        for (group, key), one in whole.figures.items()
        if group == asked.group or key in asked.everywhere
    }
    return replace(whole, figures=figures)


def year(latest: Month = OCTOBER, months: int = 8) -> dict[Month, Closed]:
    """Return successive closed months, the latest first."""
    found = [latest]
    while len(found) < months:
        found.append(found[-1].before)
    return {month: closed(month, first=found[-1]) for month in found}


@dataclass(frozen=True, slots=True)
class _Made:
    """A month that is made up; `first` is the one without any before."""

    month: Month
    first: Month | None
    sizes: Mapping[str, int]

    def published(self, groups: Sequence[str]) -> Iterator[Published]:
        for indicator in INDICATORS:
            for group in groups if indicator.level == "department" else groups[:1]:
                yield self._one(group, indicator.key, _VALUES[indicator.key])
        for n, theme in enumerate(THEMES):
            yield self._one(groups[0], f"theme.{theme}", ("share", 0.3 - n * 0.05, 0.0))
        for n, theme in enumerate(THEMES):
            yield self._one(groups[0], f"left.{theme}", ("share", 0.3 - n * 0.04, 0.0))
        for key, share in PLACES.items():
            yield self._one(groups[0], f"drop_off.{key}", ("share", share, 0.0))
        for n, kind in enumerate(BLOCKERS):
            yield self._one(groups[0], f"blocker_days.{kind}", ("working_days", 2.5 + n, 0.0))

    def _one(self, group: str, key: str, made_up: tuple[str, float, float]) -> Published:
        now, before = (self._shown(one, group, made_up) for one in (self.month, self.month.before))
        moved = None if self.month == self.first else change(now, before)
        return Published(self.month, group, key, now, moved)

    def _shown(self, month: Month, group: str, made_up: tuple[str, float, float]) -> Shown:
        unit, value, monthly = made_up
        ahead = (month.year - OCTOBER.year) * 12 + month.number - OCTOBER.number
        tilt = (GROUPS.index(group) % 3) * 0.03 if group in GROUPS and unit == "share" else 0.0
        people = self.sizes.get(group, 40)
        manner = MANNERS.get(group, "number")
        if unit == "people":
            return count(round(value * people), people)
        return figure(value + ahead * monthly + tilt, people, unit, rows=people * 2, manner=manner)


def _measured(value: float, people: int, unit: str, rows: int) -> Measured:
    half = _HALF_WIDTHS.get(unit, value or 1.0) / people**0.5
    if unit != "share":
        return Measured(value, value - half, value + half, people, rows, unit)
    low, high = max(value - half, 0.0), min(value + half, 1.0)
    return Measured(value, low, high, people, rows, unit, hits=round(value * rows))
