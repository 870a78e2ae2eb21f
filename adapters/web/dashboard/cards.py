"""Figures as cards of the dashboard: one each, or a theme with how it is left."""

from collections.abc import Sequence
from html import escape

from bot.reports.leaving import ThemeLeft
from bot.reports.sentences import Line
from bot.reports.words import Words


def figure(one: Line) -> str:
    """Return the card of a figure."""
    return f"<li><h3>{escape(one.name)}</h3>{_told(one)}</li>"


def fold(said: str, inside: str, named: str = "") -> str:
    """Put something behind a fold; `named` tells folds apart that say the same."""
    label = f" aria-label='{escape(named)}'" if named else ""
    return f"<details class='more'><summary{label}>{escape(said)}</summary>{inside}</details>"


def values_of(words: Words, title: str, inside: str) -> str:
    """Put all values of something behind a fold."""
    said = words.text("dashboard.values")
    return fold(said, inside, f"{said} · {title}")


def themes(words: Words, left: Sequence[ThemeLeft]) -> str:
    """Say of each theme how often it is left, and where most leave; or that none is told of."""
    title = words.text("dashboard.themes_left_title")
    about = f"<p class='hint'>{_text(words, 'themes_left_about')}</p>"
    told = f"{about}<ul class='figures'>{''.join(map(_theme, left))}</ul>"
    none = f"{about}<p>{_text(words, 'no_themes_left')}</p>"
    return (
        f"<h3 class='below'>{escape(title)}</h3>{values_of(words, title, told) if left else none}"
    )


def _theme(one: ThemeLeft) -> str:
    return f"<li><h4>{escape(one.title)}</h4>{_told(one.left)}{_place(one)}</li>"


def _place(one: ThemeLeft) -> str:
    if one.there is None:
        return ""
    known = _known(one.there) if one.there.told else ""
    return f"<p class='place'>{escape(one.place)}</p>{known}"


def _told(one: Line) -> str:
    parts = (
        f"<p class='value{'' if one.told else ' word'}'>{escape(one.value)}</p>",
        f"<p>{escape(one.means)}</p>",
        _known(one),
        f"<p class='since'>{escape(one.since)}</p>" if one.since else "",
        f"<p class='note'>{escape(one.note)}</p>" if one.note else "",
    )
    return "".join(parts)


def _known(one: Line) -> str:
    known = " · ".join(part for part in (one.sure, one.people) if part)
    return f"<p class='sure'>{escape(known)}</p>" if known else ""


def _text(words: Words, key: str) -> str:
    return escape(words.text(f"dashboard.{key}"))
