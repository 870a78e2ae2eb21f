"""Views of HR's page, their pictures and their HTML, without anybody who asks for them."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO

from adapters.web.dashboard.charts import Picture, pictures
from adapters.web.dashboard.page import body, lines
from adapters.web.dashboard.plots import ON_PAGE
from adapters.web.dashboard.spreadsheet import COLUMNS, table
from adapters.web.dashboard.told import figures
from adapters.web.dashboard.views import View
from adapters.web.pictures import draw_each, inlined
from bot.groups.shown import Shown, count
from bot.language import Lang
from bot.measuring.published import Closed, Month, Published
from bot.reports.leaving import themes_left
from bot.reports.words import Words
from tests.figures import COMPANY, closed, figure, year
from tests.world import library

LONG = "Recherche, développement et partenariats internationaux"
MANY = 123_456


def view(kept: Mapping[Month, Closed] | None = None, group: str = COMPANY) -> View:
    """Look at the latest of some closed months; of an ordinary year if none are given."""
    months = sorted(year() if kept is None else kept)
    read = [(year() if kept is None else kept)[month] for month in months]
    return View(read[-1], group, tuple(reversed(months)), tuple(read[:-1]))


def pictures_of(lang: Lang, seen: View) -> dict[str, Picture]:
    """Return the pictures of a view by their ids."""
    themes = {name: theme.title for name, theme in library().themes.items()}
    months = [*seen.earlier, seen.closed]
    return {one.id: one for one in pictures(words(lang), months, seen.group, themes)}


def page_of(lang: Lang, seen: View) -> str:
    """Return the whole page, with its pictures."""
    every = list(pictures_of(lang, seen).values())
    plotted = {one: one.plot(ON_PAGE) for one in every if one.plot}
    svgs = zip(plotted, draw_each(list(plotted.values())), strict=True)
    drawn = {one.id: inlined(svg, one.alt) for one, svg in svgs}
    themes = {name: theme.title for name, theme in library().themes.items()}
    left = themes_left(words(lang), seen.closed, seen.before, themes) if seen.of_company else []
    return figures(words(lang), body(words(lang), seen, every, drawn, (), left)).text or ""


def taken(lang: Lang, seen: View) -> list[dict[str, str]]:
    """Return the table to take along of a view, by the names of its columns."""
    themes = {name: theme.title for name, theme in library().themes.items()}
    keys = [one.key for _, one in lines(words(lang), seen)]
    left = themes_left(words(lang), seen.closed, seen.before, themes) if seen.of_company else []
    content = table(words(lang), seen, keys, left, themes).decode("utf-8-sig")
    head, *rows = csv.reader(StringIO(content), delimiter=";" if lang == "fr" else ",")
    assert head == [words(lang).text(f"dashboard.column_{name}") for name in COLUMNS]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def words(lang: Lang) -> Words:
    """Return the texts of the interface."""
    return Words(lang, library().wording)


def vast(months: int = 6) -> dict[Month, Closed]:
    """Close months of 123,456 people: long numbers, long names, and every second month in words."""
    return {month: _vast(month) for month in year(months=months)}


def _vast(month: Month) -> Closed:
    small = closed(month, (COMPANY, LONG, "Legal"))
    told = {at: replace(one, shown=_enlarged(one)) for at, one in small.figures.items()}
    return replace(small, figures=told)


def _enlarged(one: Published) -> Shown:
    shown = one.shown
    if shown.unit == "people":
        return count(12_345, MANY, private=True)
    if shown.value is None:
        return shown
    if one.month.number % 2 and one.indicator == "message_load":
        return figure(shown.value, MANY, shown.unit, manner="word")
    return figure(shown.value, MANY, shown.unit, rows=3 * MANY)
