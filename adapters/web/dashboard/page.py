"""The dashboard as HTML: sections of figures, pictures with their tables, and what is not known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from adapters.web.dashboard.cards import fold, themes
from adapters.web.dashboard.charts import Picture
from adapters.web.dashboard.sections import heading, section
from adapters.web.dashboard.views import View
from bot.language import Wording
from bot.measuring.catalogue import INDICATORS, Section
from bot.measuring.published import Closed
from bot.reports.leaving import ThemeLeft
from bot.reports.sentences import Line, line
from bot.reports.words import Words

SECTIONS: tuple[Section, ...] = (
    "reach",
    "sessions",
    "opinions",
    "commitments",
    "blockers",
    "load",
)
UNKNOWN = ("cause", "silent", "people")


@dataclass(frozen=True, slots=True)
class Adapted:
    """Something that was changed because of figures, and why; texts of ours."""

    what: Wording
    why: Wording


def body(
    words: Words,
    view: View,
    pictures: Sequence[Picture],
    drawn: Mapping[str, str] | None,
    adapted: Sequence[Adapted],
    left: Sequence[ThemeLeft] = (),
) -> str:
    """Return the page below its heading; `drawn` are SVGs by id, None while there are none."""
    undrawn = drawn is None and any(one.plot for one in pictures)
    waiting = f"<p class='said away'>{_text(words, 'drawing')}</p>" if undrawn else ""
    listed = lines(words, view)
    below = {"sessions": themes(words, left) if view.of_company else ""}
    sections = "".join(
        _section(words, view, name, listed, pictures, drawn or {}, below.get(name, ""))
        for name in SECTIONS
    )
    every = [*(one for _, one in listed), *(one.left for one in left)]
    return (
        f"{_lead(words, view)}{_pickers(words, view)}{_contents(words)}"
        f"{_brief(words, view, every)}{waiting}{sections}"
        f"{_changes(words, adapted)}{_unknown(words)}{_ways_out(words, view)}"
    )


def group_name(words: Words, closed: Closed, group: str) -> str:
    """Say which group of a month it is, unescaped."""
    return words.text("dashboard.company") if group == closed.groups[0] else group


def lines(words: Words, view: View) -> list[tuple[Section, Line]]:
    """Return what is told of a view, in the order in which it is read."""
    return [
        (one.section, line(words, view.closed.of(view.group, one.key), one.key, view.before))
        for one in INDICATORS
        if (view.of_company or one.level == "department") and not _told_below(view, one.key)
    ]


def _told_below(view: View, key: str) -> bool:
    """Tell whether a figure is of departments alone."""
    top, *inside = view.closed.groups
    if not view.of_company or view.closed.of(top, key):
        return False
    return any(view.closed.of(group, key) for group in inside)


def _lead(words: Words, view: View) -> str:
    said = words.text(
        "dashboard.lead",
        month=words.titled_month(view.closed.month),
        group=group_name(words, view.closed, view.group),
    )
    alone = "" if view.of_company else f"<p>{_text(words, 'company_only')}</p>"
    return f"<p class='lead'>{escape(said)}</p><p>{_text(words, 'about')}</p>{alone}"


def _pickers(words: Words, view: View) -> str:
    months = [(str(month), words.titled_month(month)) for month in view.months]
    groups = [(group, group_name(words, view.closed, group)) for group in view.closed.groups]
    return (
        "<form class='view' method='get' action='/dashboard'>"
        f"{_picker(words, 'month', months, str(view.closed.month))}"
        f"{_picker(words, 'group', groups, view.group)}"
        f"<button>{_text(words, 'show')}</button></form>"
    )


def _picker(words: Words, name: str, offered: Sequence[tuple[str, str]], chosen: str) -> str:
    options = "".join(
        f"<option value='{escape(one)}'{' selected' if one == chosen else ''}>{escape(said)}"
        "</option>"
        for one, said in offered
    )
    return f"<label>{_text(words, name)}<select name='{name}'>{options}</select></label>"


def _contents(words: Words) -> str:
    links = "".join(
        f"<li><a href='#{name}'>{_text(words, f'section_{name}')}</a></li>"
        for name in (*SECTIONS, "changes", "unknown")
    )
    said = words.text("dashboard.contents")
    return f"<nav aria-label='{escape(said)}'>{fold(said, f'<ul>{links}</ul>')}</nav>"


def _brief(words: Words, view: View, every: Sequence[Line]) -> str:
    """Say first what moved, and how many figures were looked at to find it (coaching 5.7)."""
    told = [one for one in every if one.way]
    month = words.month(view.closed.month.before)
    moved = "".join(
        f"<li>{escape(words.text('dashboard.brief_moved', name=one.name, since=one.since))}</li>"
        for one in told
        if one.way != "stable"
    )
    if not told and view.before:
        said = f"<p>{escape(words.text('dashboard.brief_untold', month=month))}</p>"
    elif not told:
        said = f"<p>{_text(words, 'brief_alone')}</p>"
    elif not moved:
        said = f"<p>{escape(words.text('dashboard.brief_still', month=month))}</p>"
    else:
        said = f"<ul class='plain'>{moved}</ul>"
    many = words.text("dashboard.brief_many", n=words.number(len(told)))
    note = f"<p class='note'>{escape(many)}</p>" if told else ""
    return (
        f"<section aria-labelledby='brief'><h2 id='brief'>{_text(words, 'brief')}</h2>"
        f"{said}{note}</section>"
    )


def _section(
    words: Words,
    view: View,
    name: Section,
    listed: Sequence[tuple[Section, Line]],
    pictures: Sequence[Picture],
    drawn: Mapping[str, str],
    below: str,
) -> str:
    told = [one for place, one in listed if place == name]
    shown = [(one, drawn.get(one.id, "")) for one in pictures if one.section == name]
    return section(words, view, name, told, shown, below)


def _changes(words: Words, adapted: Sequence[Adapted]) -> str:
    listed = "".join(
        f"<li>{escape(one.what.text(words.lang))} {escape(one.why.text(words.lang))}</li>"
        for one in adapted
    )
    told = f"<ul class='plain'>{listed}</ul>" if listed else f"<p>{_text(words, 'no_changes')}</p>"
    return f"{heading(words, 'changes')}{told}</section>"


def _unknown(words: Words) -> str:
    told = "".join(f"<li>{_text(words, f'unknown_{name}')}</li>" for name in UNKNOWN)
    return (
        f"{heading(words, 'unknown')}<ul class='plain'>{told}</ul>"
        f"<details><summary>{_text(words, 'read_title')}</summary><p>{_text(words, 'read')}</p>"
        "</details></section>"
    )


def _ways_out(words: Words, view: View) -> str:
    return (
        f"<p class='away'><a href='{escape(view.address('/figures.csv'))}'>"
        f"{_text(words, 'csv')}</a></p><p class='note'>{_text(words, 'logged')}</p>"
        "<form method='post' action='/dashboard/leave'>"
        f"<button class='quiet'>{_text(words, 'leave')}</button></form>"
    )


def _text(words: Words, key: str) -> str:
    return escape(words.text(f"dashboard.{key}"))
