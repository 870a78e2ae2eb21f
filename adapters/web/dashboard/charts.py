"""Which pictures a view has, each with the table that says the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from adapters.web.dashboard.plots import Mark, Palette, Scale, by_name, over_months
from adapters.web.layers import Json
from bot.groups.shown import Shown
from bot.language import Wording
from bot.measuring.between_teams import ENOUGH_TEAMS
from bot.measuring.catalogue import BY_KEY, Section
from bot.measuring.published import Closed
from bot.reports.sentences import counted, is_signed, short
from bot.reports.words import Words, compact, interval, span, value

MOST_MONTHS = 6
"""Months in one picture, so that a phone shows their numbers."""

OVER_MONTHS = ("participation", "useful", "kept", "on_time", "fatigue", "message_load")
"""Indicators that are drawn month by month."""

OTHER = "other"
"""Themes that are told together."""

THEME, BLOCKER = "theme.", "blocker_days."
"""What begins the keys of figures by theme and by type of blocker."""

Plot: TypeAlias = Callable[[Palette], Json]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of figures.

    Attributes:
        id: its name in addresses.
        section: where it stands.
        title: what it shows.
        alt: the same in words, for whoever does not see it.
        head: what the first column of its table is called.
        rows: its table: name, value, interval, and how many people or teams.
        plot: the picture itself, in the colours it is given.
        counted: which of the two.
        note: how to read it, where that is not plain.
    """

    id: str
    section: Section
    title: str
    alt: str
    head: str
    rows: tuple[tuple[str, str, str, str], ...]
    plot: Plot
    counted: str = "people"
    note: str = ""


def pictures(
    words: Words, months: Sequence[Closed], group: str, themes: Mapping[str, Wording]
) -> list[Picture]:
    """Return the pictures of a view; `months` are closed, the newest is the last and the one."""
    now = months[-1]
    found = [
        _over_months(words, months[-MOST_MONTHS:], group, key)
        for key in OVER_MONTHS
        if group == now.groups[0] or BY_KEY[key].level == "department"
    ]
    if group == now.groups[0]:
        found += _of_company(words, now, themes)
    return found


def blocker_types(closed: Closed) -> list[str]:
    """Return the types of blockers of which something is published."""
    return [key for _, key in closed.figures if key.startswith(BLOCKER)]


def _of_company(words: Words, now: Closed, themes: Mapping[str, Wording]) -> Iterator[Picture]:
    top = now.groups[0]
    named = {f"{THEME}{one}": _theme(words, themes, one) for one in now.themes}
    kinds = {key: _blocker(words, key) for key in blocker_types(now)}
    shares = _marks(words, now, {(top, key): name for key, name in named.items()})
    if any(mark.shown for mark in shares):
        yield _by_name(words, "themes", "sessions", shares, "theme")
    if kinds:
        days = _marks(words, now, {(top, key): name for key, name in kinds.items()})
        yield _by_name(words, "blockers", "blockers", days, "type", counted(BLOCKER))
    if len(now.groups) > 1:
        places = {(group, "alignment"): group for group in now.groups[1:]}
        yield _alignment(words, _marks(words, now, places))


def _alignment(words: Words, marks: Sequence[Mark]) -> Picture:
    """Draw departments; some of them have too few teams for an interval."""
    picture = _by_name(words, "alignment", "blockers", marks, "department")
    if all(mark.number is None or mark.number.low is not None for mark in marks):
        return picture
    return replace(picture, note=words.text("dashboard.chart_teams", n=words.number(ENOUGH_TEAMS)))


def _marks(words: Words, now: Closed, named: Mapping[tuple[str, str], str]) -> list[Mark]:
    return [
        _mark(words, label, found.shown if (found := now.of(*key)) else None)
        for key, label in named.items()
    ]


def _over_months(words: Words, months: Sequence[Closed], group: str, key: str) -> Picture:
    marks, full = [], []
    for closed in months:
        found = closed.of(group, key)
        marks.append(
            _mark(words, words.short_month(closed.month), found.shown if found else None, key)
        )
        full.append(words.row_month(closed.month))
    scale = scale_of(words, marks)
    title = words.text("dashboard.chart_months", name=words.text(f"figures.{key}.name"))
    latest = f"{marks[-1].said}"
    return Picture(
        key,
        BY_KEY[key].section,
        title,
        words.text("dashboard.alt", title=title, latest=latest),
        words.text("dashboard.column_month"),
        tuple(_row(words, name, mark, key) for name, mark in zip(full, marks, strict=True)),
        lambda colors: over_months(marks, scale, colors, words.text("dashboard.chart_people")),
    )


def _by_name(
    words: Words,
    name: str,
    section: Section,
    marks: Sequence[Mark],
    head: str,
    of: str = "people",
) -> Picture:
    title = words.text(f"dashboard.chart_{name}")
    scale = scale_of(words, marks)
    return Picture(
        name,
        section,
        title,
        words.text("dashboard.alt_bars", title=title),
        words.text(f"dashboard.column_{head}"),
        tuple(_row(words, mark.label, mark) for mark in marks),
        lambda colors: by_name(marks, scale, colors),
        of,
    )


def _mark(words: Words, label: str, shown: Shown | None, key: str = "") -> Mark:
    people = compact(words, shown.people) if shown is not None and shown.people else ""
    return Mark(label, _said(words, shown, key), people, shown)


def _said(words: Words, shown: Shown | None, key: str) -> str:
    """Say a value without its unit, but for the sign of a share."""
    if shown is None or shown.how != "number":
        return short(words, shown, key)
    if shown.value is None:
        return f"{words.number(shown.low or 0)}–{words.number(shown.high or 0)}"
    share = shown.unit == "share"
    return value(words, "share", shown.value) if share else words.number(shown.value)


def _row(words: Words, name: str, mark: Mark, key: str = "") -> tuple[str, str, str, str]:
    shown = mark.shown
    number = shown is not None and shown.how == "number" and shown.value is not None
    told = interval(words, shown, signed=is_signed(shown, key)) if shown and number else ""
    people = span(words, shown.people) if shown is not None and shown.people else ""
    nothing = words.text("dashboard.not_told")
    return name, short(words, shown, key), told or nothing, people or nothing


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
    for step in (2, 4, 6, 10, 20, 40, 60, 100, 200, 500, 1000):
        if most <= step:
            return step
    return most


def _theme(words: Words, themes: Mapping[str, Wording], theme: str) -> str:
    title = words.wording["dashboard.other_themes"] if theme == OTHER else themes.get(theme)
    return title.text(words.lang) if title else theme


def _blocker(words: Words, key: str) -> str:
    named = f"figures.blocker_{key.removeprefix(BLOCKER)}"
    return words.text(named) if words.knows(named) else key.removeprefix(BLOCKER)
