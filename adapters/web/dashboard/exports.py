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
from bot.reports.sentences import line
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
    "people",
    "since",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula."""

_SEPARATORS: dict[Lang, Literal[",", ";"]] = {"en": ",", "fr": ";"}
"""In French the comma is in the numbers."""


def table(words: Words, view: View, keys: Sequence[str], pictures: Sequence[Picture]) -> bytes:
    """Write the figures of a view, by indicator, and the tables of its pictures by name."""
    written = StringIO()
    rows = csv.writer(written, delimiter=_SEPARATORS[words.lang])
    rows.writerow(words.text(f"dashboard.column_{name}") for name in _COLUMNS)
    for key in keys:
        rows.writerow(_row(words, view, key))
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


def _row(words: Words, view: View, key: str) -> list[str]:
    published = view.closed.of(view.group, key)
    said = line(words, published, key, view.before)
    numbers = _numbers(words, published)
    return _safe(words, view, said.name, said.value, *numbers, said.people, said.since)


def _told(words: Words, view: View, picture: Picture) -> Iterator[list[str]]:
    for label, value, interval, people in picture.rows:
        named = f"{picture.title} · {label}"
        yield _safe(words, view, named, f"{value} · {interval}", "", "", "", "", people, "")


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
