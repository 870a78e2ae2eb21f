"""What is shown, to take along: a table as CSV, and a picture as PNG. Never rows of anybody."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Literal

from babel.numbers import format_decimal

from adapters.web.dashboard.charts import Picture
from adapters.web.dashboard.page import group_name
from adapters.web.dashboard.plots import ALONE, titled
from adapters.web.dashboard.views import View
from adapters.web.layers import Json
from bot.language import Lang
from bot.measuring.published import Published
from bot.reports.leaving import ThemeLeft
from bot.reports.sentences import Line, line
from bot.reports.words import Words

_COLUMNS = (
    "month",
    "group",
    "name",
    "told",
    "value",
    "unit",
    "low",
    "high",
    "counted",
    "since",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula."""

_SEPARATORS: dict[Lang, Literal[",", ";"]] = {"en": ",", "fr": ";"}
"""In French the comma is in the numbers."""


def table(
    words: Words,
    view: View,
    keys: Sequence[str],
    pictures: Sequence[Picture],
    left: Sequence[ThemeLeft] = (),
) -> bytes:
    """Write the figures of a view, by indicator, those of themes, and its pictures' tables."""
    written = StringIO()
    rows = csv.writer(written, delimiter=_SEPARATORS[words.lang])
    rows.writerow(words.text(f"dashboard.column_{name}") for name in _COLUMNS)
    every = [line(words, view.closed.of(view.group, key), key, view.before) for key in keys]
    every += [said for one in left for said in one.lines]
    for said in every:
        rows.writerow(_row(words, view, said))
    for picture in pictures:
        rows.writerows(_told(words, view, picture))
    return written.getvalue().encode("utf-8-sig")  # spreadsheets read accents by that mark


def plot(words: Words, view: View, picture: Picture) -> Json | None:
    """Return a picture that says by itself what it shows, of whom and when; None without marks."""
    if picture.plot is None:
        return None
    of_whom = f"{words.month(view.closed.month)} · {group_name(words, view, view.group)}"
    under = [one for one in (of_whom, picture.shared, picture.caption) if one]
    return titled(picture.plot(ALONE), picture.title, under, ALONE)


def name(view: View, kind: str) -> str:
    """Name the file, by its month alone."""
    return f"declic-{view.closed.month}.{kind}"


def _row(words: Words, view: View, said: Line) -> list[str]:
    numbers = _numbers(words, view.closed.of(view.group, said.key))
    return _safe(words, view, said.name, said.value, *numbers, said.people, said.since)


def _told(words: Words, view: View, picture: Picture) -> Iterator[list[str]]:
    for label, value, interval, many in picture.rows:
        named = f"{picture.title} · {label}"
        untold = many == words.text("dashboard.not_told")
        said = many if untold else words.text(f"figures.{picture.counted}_many", n=many)
        yield _safe(words, view, named, f"{value} · {interval}", "", "", "", "", said, "")


def _numbers(words: Words, published: Published | None) -> tuple[str, str, str, str]:
    """Return value, unit, and the ends of the interval, as numbers of the language."""
    if published is None or published.shown.how != "number":
        return "", "", "", ""
    shown = published.shown
    return (
        _number(words, shown.value),
        shown.unit,
        _number(words, shown.low),
        _number(words, shown.high),
    )


def _number(words: Words, number: float | None) -> str:
    if number is None:
        return ""
    locale = "fr" if words.lang == "fr" else "en_GB"
    return format_decimal(number, format="0.####", locale=locale)


def _safe(words: Words, view: View, *cells: str) -> list[str]:
    """Begin a line with month and group; words that would be a formula begin with a quote."""
    group = group_name(words, view, view.group)
    return [str(view.closed.month), *(_quoted(cell) for cell in (group, *cells))]


def _quoted(cell: str) -> str:
    number = cell.lstrip("-").replace(",", "", 1).replace(".", "", 1).isdecimal()
    return f"'{cell}" if cell.startswith(_FORMULA) and not number else cell
