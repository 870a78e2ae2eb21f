"""A team's page as HTML: levels over time as a picture and a table, then round by round."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Literal

from aiohttp import web

from adapters.web.elements import to_html
from adapters.web.layout import Sheet, page
from adapters.web.plot import Palette
from adapters.web.team.links import LIVES
from bot.messages import Chart, Element, Footer, Heading
from bot.reports.words import Words
from bot.teams.history import History

ON_PAGE = Palette(
    "var(--panel)", "var(--band)", "var(--soft)", tuple(f"var(--series-{n})" for n in range(1, 5))
)
"""Names of the style sheet, so that one picture serves light, dark and paper."""

Why = Literal["gone", "left", "busy", "unreadable"]

_SHEET = Sheet(Path(__file__).with_name("team.css").read_text(encoding="utf-8"))
_TEXTS: Mapping[Why, tuple[int, tuple[str, ...]]] = {
    "gone": (404, ("team.page_gone_title", "team.page_gone", "team.page_how_new")),
    "left": (403, ("team.page_left_title", "team.page_left", "team.page_how_new")),
    "busy": (503, ("dashboard.busy_title", "dashboard.busy")),
    "unreadable": (503, ("dashboard.unreadable_title", "dashboard.unreadable")),
}
_LIMITS = {"minutes": str(LIVES // 60)}


def chart_of(told: History) -> Chart | None:
    """Return the chart of levels; None while no round has any."""
    return next((one for one in told.over_time.elements if isinstance(one, Chart)), None)


def shown(words: Words, told: History, svg: str) -> web.Response:
    """Return the page; `svg` is the picture of its chart, empty where there is none."""
    title, *over_time = told.over_time.elements
    assert isinstance(title, Heading)  # noqa: S101 - every list of results begins with its title
    chart = chart_of(told)
    said = [one for one in over_time if not isinstance(one, Footer)]
    seen_by = [one for one in over_time if isinstance(one, Footer)]
    body = (
        f"{_levels(words, chart, svg) if chart else ''}{to_html(said, 2)}"
        f"{''.join(_round(one) for one in told.rounds)}"
        f"<footer>{to_html(seen_by, 2)}{_note(words)}</footer>"
    )
    return page(words.lang, title.text, body, sheets=(_SHEET,))


def refusal(words: Words, why: Why) -> web.Response:
    """Say calmly why there is nothing to read, and what helps."""
    status, (title, *texts) = _TEXTS[why]
    said = "".join(f"<p>{escape(words.text(key, **_LIMITS))}</p>" for key in texts)
    return page(words.lang, words.text(title), said, status=status)


def _levels(words: Words, chart: Chart, svg: str) -> str:
    head = "".join(f"<th scope='col'>{escape(one.name)}</th>" for one in chart.series)
    first = escape(words.text("team.page_column"))
    rows = "".join(_row(words, chart, number) for number in range(len(chart.points)))
    return (
        f"<section class='levels' aria-labelledby='levels'><h2 id='levels'>{escape(chart.title)}"
        f"</h2>{svg}<table aria-labelledby='levels'><thead><tr><th scope='col'>{first}</th>{head}"
        f"</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _row(words: Words, chart: Chart, number: int) -> str:
    cells = "".join(
        f"<td>{escape(_level(words, chart, one.values[number]))}</td>" for one in chart.series
    )
    return f"<tr><th scope='row'>{escape(chart.points[number])}</th>{cells}</tr>"


def _level(words: Words, chart: Chart, value: int | None) -> str:
    return words.text("team.too_few_short") if value is None else chart.levels[value]


def _round(elements: Sequence[Element]) -> str:
    return f"<section class='round'>{to_html(elements[:1], 2)}{to_html(elements[1:], 3)}</section>"


def _note(words: Words) -> str:
    return f"<p class='note away'>{escape(words.text('team.page_link', **_LIMITS))}</p>"
