"""Which pictures a view has, each with the table that says the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from adapters.web.dashboard.by_month import over_months
from adapters.web.dashboard.by_name import by_name
from adapters.web.dashboard.captions import caption
from adapters.web.dashboard.plots import Mark, Palette
from adapters.web.dashboard.scales import scale_of
from adapters.web.layers import Json
from bot.groups.bands import Band
from bot.groups.shown import Shown
from bot.language import Wording
from bot.measuring.between_teams import ENOUGH_TEAMS
from bot.measuring.catalogue import BY_KEY, Section
from bot.measuring.published import Closed
from bot.reports.sentences import counted, short
from bot.reports.words import Words, compact, interval, so_many, span, value

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
        caption: what its bars are; empty where it has none and none is missed.
        plot: the picture itself, in the colours it is given; None where no mark would be in it.
        counted: whether people or teams are behind it.
        shared: how many people are behind all rows at once; empty where each has its own.
    """

    id: str
    section: Section
    title: str
    alt: str
    head: str
    rows: tuple[tuple[str, str, str, str], ...]
    caption: str
    plot: Plot | None
    counted: str = "people"
    shared: str = ""


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


def theme_title(words: Words, themes: Mapping[str, Wording], theme: str) -> str:
    """Say what a theme is called, or those that are told together."""
    title = words.wording["dashboard.other_themes"] if theme == OTHER else themes.get(theme)
    return title.text(words.lang) if title else theme


def blocker_title(words: Words, key: str) -> str:
    """Say of which type of blocker a figure is."""
    named = f"figures.blocker_{key.removeprefix(BLOCKER)}"
    return words.text(named) if words.knows(named) else key.removeprefix(BLOCKER)


def _of_company(words: Words, now: Closed, themes: Mapping[str, Wording]) -> Iterator[Picture]:
    top = now.groups[0]
    named = {f"{THEME}{one}": theme_title(words, themes, one) for one in now.themes}
    kinds = {key: blocker_title(words, key) for key in blocker_types(now)}
    shares = _marks(words, now, {(top, key): name for key, name in named.items()})
    if any(mark.shown for mark in shares):
        shared = _shared(words, shares)
        yield _by_name(words, "themes", "sessions", shares, "theme", shared=shared)
    if kinds:
        of = counted(BLOCKER)
        days = _marks(words, now, {(top, key): name for key, name in kinds.items()}, of)
        yield _by_name(words, "blockers", "blockers", days, "type", of=of)
    if len(now.groups) > 1:
        places = {(group, "alignment"): group for group in now.groups[1:]}
        why = words.text("dashboard.chart_teams", n=words.number(ENOUGH_TEAMS))
        marks = _marks(words, now, places)
        yield _by_name(words, "alignment", "blockers", marks, "department", why=why)


def _shared(words: Words, marks: Sequence[Mark]) -> str:
    """Say once of whom all are parts, if their number is told."""
    behind = {mark.number.people for mark in marks if mark.number and mark.number.people}
    if len(behind) != 1:
        return ""
    return words.text("dashboard.chart_shared", people=so_many(words, behind.pop()))


def _marks(
    words: Words, now: Closed, named: Mapping[tuple[str, str], str], of: str = "people"
) -> list[Mark]:
    found = ((label, now.of(*key)) for key, label in named.items())
    many = partial(so_many, noun=of)
    return [_mark(words, label, one.shown if one else None, many) for label, one in found]


def _over_months(words: Words, months: Sequence[Closed], group: str, key: str) -> Picture:
    found = [(closed.month, closed.of(group, key)) for closed in months]
    marks = [
        _mark(words, words.short_month(month), one.shown if one else None, compact)
        for month, one in found
    ]
    scale, below = scale_of(words, marks), words.text("dashboard.chart_people")
    title = words.text("dashboard.chart_months", name=words.text(f"figures.{key}.name"))
    full = (words.row_month(month) for month, _ in found)
    return Picture(
        key,
        BY_KEY[key].section,
        title,
        words.text("dashboard.alt", title=title, latest=marks[-1].said),
        words.text("dashboard.column_month"),
        tuple(_row(words, name, mark) for name, mark in zip(full, marks, strict=True)),
        caption(words, marks),
        _plot(marks, lambda colors: over_months(marks, scale, colors, below)),
    )


def _by_name(
    words: Words,
    name: str,
    section: Section,
    marks: Sequence[Mark],
    head: str,
    *,
    of: str = "people",
    shared: str = "",
    why: str = "",
) -> Picture:
    title = words.text(f"dashboard.chart_{name}")
    scale = scale_of(words, marks)
    told = [replace(mark, people="") for mark in marks] if shared else marks
    return Picture(
        name,
        section,
        title,
        words.text("dashboard.alt_bars", title=title),
        words.text(f"dashboard.column_{head}"),
        tuple(_row(words, mark.label, mark) for mark in marks),
        caption(words, marks, why),
        _plot(marks, lambda colors: by_name(told, scale, colors)),
        of,
        shared,
    )


def _plot(marks: Sequence[Mark], plot: Plot) -> Plot | None:
    return plot if any(mark.drawn for mark in marks) else None


def _mark(
    words: Words, label: str, shown: Shown | None, many: Callable[[Words, Band], str]
) -> Mark:
    behind = many(words, shown.people) if shown is not None and shown.people else ""
    return Mark(label, _said(words, shown), behind, shown)


def _said(words: Words, shown: Shown | None) -> str:
    """Say a value without its unit, but for the sign of a share."""
    if shown is None or shown.how != "number":
        return short(words, shown)
    if shown.value is None:
        return compact(words, Band(int(shown.low or 0), int(shown.high or 0)))
    share = shown.unit == "share"
    return value(words, "share", shown.value) if share else words.number(shown.value)


def _row(words: Words, name: str, mark: Mark) -> tuple[str, str, str, str]:
    shown = mark.shown
    sure = shown if shown and mark.value is not None and shown.unit != "people" else None
    told = interval(words, sure) if sure else ""
    many = span(words, shown.people) if shown is not None and shown.people else ""
    nothing = words.text("dashboard.not_told")
    return name, short(words, shown), told or nothing, many or nothing
