"""What is shown of a view as a table to take along: a line for each figure, a number a cell."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Literal

from babel.numbers import format_decimal

from adapters.web.dashboard.charts import (
    OVER_MONTHS,
    THEME,
    blocker_title,
    blocker_types,
    theme_title,
)
from adapters.web.dashboard.page import group_name
from adapters.web.dashboard.views import OF_EVERY_GROUP, View
from bot.groups.bands import Band
from bot.groups.changing import Change
from bot.groups.shown import Shown
from bot.language import Lang, Wording
from bot.measuring.published import Closed, Published
from bot.reports.leaving import ThemeLeft
from bot.reports.sentences import counted, rows_of, short
from bot.reports.words import Words, unit_name

COLUMNS = (
    *("month", "group", "name", "detail", "told"),
    *("value", "unit", "low", "high"),
    *("least", "most", "who", "rows", "rows_of"),
    *("since", "by", "by_low", "by_high"),
)
"""Which month and group, which figure and of what, in words; the number, its unit and its interval;
who is behind it, and what; what became of it since the month before, in the same unit."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula."""

_SEPARATORS: dict[Lang, Literal[",", ";"]] = {"en": ",", "fr": ";"}
"""In French the comma is in the numbers."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One figure; `detail` is the theme or type it is of."""

    closed: Closed
    group: str
    key: str
    name: str
    detail: str = ""

    @property
    def published(self) -> Published | None:
        return self.closed.of(self.group, self.key)


def table(
    words: Words,
    view: View,
    keys: Sequence[str],
    left: Sequence[ThemeLeft],
    themes: Mapping[str, Wording],
) -> bytes:
    """Write every figure that the page has.

    Args:
        words: the texts.
        view: what is looked at.
        keys: the indicators that are told of it, in order; some of them for months before, too.
        left: what is told of how themes are left.
        themes: what themes are called.
    """
    written = StringIO()
    rows = csv.writer(written, delimiter=_SEPARATORS[words.lang])
    rows.writerow(words.text(f"dashboard.column_{name}") for name in COLUMNS)
    every = [*_of_month(words, view, keys), *_by_theme(words, view, left, themes)]
    every += [*_by_type(words, view), *_by_department(words, view), *_before(words, view, keys)]
    rows.writerows(_cells(words, one) for one in every)
    return written.getvalue().encode("utf-8-sig")  # spreadsheets read accents by that mark


def _of_month(words: Words, view: View, keys: Sequence[str]) -> Iterator[_Entry]:
    for key in keys:
        yield _Entry(view.closed, view.group, key, words.text(f"figures.{key}.name"))


def _by_theme(
    words: Words, view: View, left: Sequence[ThemeLeft], themes: Mapping[str, Wording]
) -> Iterator[_Entry]:
    closed, name = view.closed, words.text("dashboard.theme_share")
    for theme in closed.themes if view.of_company else ():
        title = theme_title(words, themes, theme)
        yield _Entry(closed, view.group, f"{THEME}{theme}", name, title)
    for one in left:
        for line in one.lines:
            yield _Entry(closed, view.group, line.key, line.name, one.title)


def _by_type(words: Words, view: View) -> Iterator[_Entry]:
    name = words.text("figures.blocker_days.name")
    for key in blocker_types(view.closed) if view.of_company else ():
        yield _Entry(view.closed, view.group, key, name, blocker_title(words, key))


def _by_department(words: Words, view: View) -> Iterator[_Entry]:
    for key in OF_EVERY_GROUP if view.of_company else ():
        for group in view.closed.groups[1:]:
            yield _Entry(view.closed, group, key, words.text(f"figures.{key}.name"))


def _before(words: Words, view: View, keys: Sequence[str]) -> Iterator[_Entry]:
    """Return what pictures show of earlier months, the newest first."""
    for closed in reversed(view.earlier):
        for key in OVER_MONTHS:
            if key in keys:
                yield _Entry(closed, view.group, key, words.text(f"figures.{key}.name"))


def _cells(words: Words, one: _Entry) -> list[str]:
    published, group = one.published, group_name(words, one.closed, one.group)
    shown = published.shown if published else None
    told = shown if shown and shown.how != "too_few" else None
    return [
        str(one.closed.month),
        *map(_quoted, (group, one.name, one.detail, short(words, shown))),
        *(_numbers(words, told) if told and told.how == "number" else ("",) * 4),
        *(_behind(words, told.people, one.key) if told else ("",) * 3),
        *(_rows(words, told, one.key) if told else ("",) * 2),
        *_change(words, published),
    ]


def _numbers(words: Words, shown: Shown) -> tuple[str, ...]:
    """Return value, unit, and the ends of the interval."""
    unit = unit_name(words, shown.unit)
    value, low, high = (
        _number(words, shown.unit, one) for one in (shown.value, shown.low, shown.high)
    )
    return value, unit, low, high


def _behind(words: Words, people: Band | None, key: str) -> tuple[str, ...]:
    """Return how many people or teams there are at least and at most, and which of the two."""
    if people is None:
        return "", "", ""
    return str(people.least), str(people.most), words.text(f"dashboard.who_{counted(key)}")


def _rows(words: Words, shown: Shown, key: str) -> tuple[str, ...]:
    """Return how many of what a share is of, where that is told."""
    noun = rows_of(key)
    if noun is None or shown.rows is None:
        return "", ""
    return str(shown.rows), words.text(f"figures.{noun}_many", n="").strip()


def _change(words: Words, published: Published | None) -> tuple[str, ...]:
    """Return which way it went, how far, and the ends of the interval of that."""
    change: Change | None = published.change if published else None
    if published is None or change is None:
        return "", "", "", ""
    unit = published.shown.unit
    ends = (_number(words, unit, one) for one in (change.by, change.low, change.high))
    return words.text(f"dashboard.way_{change.way}"), *ends


def _number(words: Words, unit: str, number: float | None) -> str:
    """Say a number as a spreadsheet of the language reads it; a share in percent."""
    if number is None:
        return ""
    said = number * 100 if unit == "share" else number
    return format_decimal(said, format="0.##", locale="fr" if words.lang == "fr" else "en_GB")


def _quoted(cell: str) -> str:
    """Begin words that a spreadsheet would carry out with a quote."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
