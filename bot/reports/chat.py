"""The last closed month in a chat: some figures in words, and one chart."""

from collections.abc import Sequence
from itertools import pairwise

from bot.frame import paragraph
from bot.measuring.published import Closed
from bot.messages import Bullets, Chart, Element, Heading, Series
from bot.reports.ports import ClosedMonths, of_company
from bot.reports.sentences import line, short
from bot.reports.words import Words, value

TOLD = ("reach", "participation", "completion", "useful", "kept", "on_time", "fatigue")
"""Indicators that are told in words, in this order."""

DRAWN = ("participation", "useful_top_two", "kept")
"""Shares that are drawn."""

MONTHS = 6
"""Months in the chart."""

ENOUGH = 2
"""Months without which nothing goes month by month."""

_FIFTHS = 5


def month_report(words: Words, figures: ClosedMonths) -> list[Element]:
    """Tell of the last closed month of the company; empty while none is closed.

    The chart has no address yet.
    """
    known = sorted(figures.months())[-MONTHS:]
    closed = of_company(figures, *known)
    if not closed:
        return []
    now = closed[-1]
    title = words.text("figures.chat_title", month=words.month(now.month))
    chart = _chart(words, closed)
    return [
        Heading(title),
        Bullets(tuple(_told(words, closed))),
        *([chart] if len(closed) >= ENOUGH and _has_marks(chart) else []),
        paragraph(words.text("figures.chat_more")),
    ]


def _told(words: Words, closed: Sequence[Closed]) -> list[str]:
    now, top = closed[-1], closed[-1].groups[0]
    before = next((one for one in closed if one.month == now.month.before), None)
    return [line(words, now.of(top, key), key, before).sentence for key in TOLD]


def _chart(words: Words, closed: Sequence[Closed]) -> Chart:
    """Draw shares by fifths: a chart of a chat knows words alone."""
    ends = [value(words, "share", n / _FIFTHS) for n in range(_FIFTHS + 1)]
    levels = tuple(
        words.text("figures.between", low=low, high=high) for low, high in pairwise(ends)
    )
    series = tuple(
        Series(words.text(f"figures.{key}.name"), tuple(_fifth(one, key) for one in closed))
        for key in DRAWN
    )
    points = tuple(words.short_month(one.month) for one in closed)
    return Chart(words.text("figures.chat_chart"), points, levels, series, _alt(words, closed))


def _has_marks(chart: Chart) -> bool:
    return any(value is not None for one in chart.series for value in one.values)


def _fifth(closed: Closed, key: str) -> int | None:
    found = closed.of(closed.groups[0], key)
    if found is None or found.shown.how != "number" or found.shown.value is None:
        return None
    return min(int(round(found.shown.value * _FIFTHS, 9)), _FIFTHS - 1)


def _alt(words: Words, closed: Sequence[Closed]) -> str:
    """Say the same as the chart, from its first to its last month."""
    first, last = closed[0], closed[-1]
    return " ".join(
        words.text(
            "figures.chat_alt",
            name=words.text(f"figures.{key}.name"),
            first=_short(words, first, key),
            then=words.month(first.month),
            last=_short(words, last, key),
            now=words.month(last.month),
        )
        for key in DRAWN
    )


def _short(words: Words, closed: Closed, key: str) -> str:
    found = closed.of(closed.groups[0], key)
    return short(words, found.shown if found else None)
