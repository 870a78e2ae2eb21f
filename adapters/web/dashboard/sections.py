"""A section of the dashboard as HTML: first figures, their pictures, and the rest behind folds.

A fold is closed where there is little room; a wide window and paper show what is in it.
"""

from collections.abc import Sequence
from html import escape

from adapters.web.dashboard.cards import figure, fold, values_of
from adapters.web.dashboard.charts import Picture
from adapters.web.dashboard.views import View
from bot.reports.sentences import Line
from bot.reports.words import Words

FIRST = frozenset(
    {
        "reach",
        "participation",
        "completion",
        "useful",
        "kept",
        "on_time",
        "confidence_change",
        "blocker_days",
        "alignment",
        "alignment_level",
        "alignment_agreement",
        "fatigue",
        "opt_out",
        "message_load",
    }
)
"""Indicators that stand before the fold (coaching 5.9), as does whatever moved."""


def section(
    words: Words,
    view: View,
    name: str,
    told: Sequence[Line],
    pictures: Sequence[tuple[Picture, str]],
    below: str = "",
) -> str:
    """Return figures, pictures, each with its SVG or "" where there is none, and what is below."""
    first = [one for one in told if one.key in FIRST or one.way in {"up", "down"}]
    more = [one for one in told if one not in first]
    many = "more_one" if len(more) == 1 else "more_many"
    folded = words.text(f"dashboard.{many}", n=words.number(len(more)))
    rest = fold(folded, _figures(more)) if more else ""
    shown = "".join(_picture(words, view, one, svg) for one, svg in pictures)
    figures = f"<div class='all'>{_figures(first)}{rest}</div>"
    return f"{heading(words, name)}{figures}{shown}{below}</section>"


def heading(words: Words, name: str) -> str:
    """Open a section."""
    return (
        f"<section aria-labelledby='{name}'><h2 id='{name}'>{_text(words, f'section_{name}')}</h2>"
    )


def _figures(told: Sequence[Line]) -> str:
    return f"<ul class='figures'>{''.join(map(figure, told))}</ul>" if told else ""


def _picture(words: Words, view: View, one: Picture, svg: str) -> str:
    hint = " ".join(part for part in (one.shared, one.caption if svg else "") if part)
    if one.plot is None:
        hint = words.text("dashboard.chart_nothing")
    hinted = f"<p class='hint'>{escape(hint)}</p>" if hint else ""
    inside = _table(words, one) + (_taken_along(words, view, one) if one.plot else "")
    return (
        f"<div class='picture{'' if svg else ' alone'}'><h3>{escape(one.title)}</h3>{hinted}"
        f"{svg}{values_of(words, one.title, inside)}</div>"
    )


def _taken_along(words: Words, view: View, one: Picture) -> str:
    png = words.text("dashboard.png_of", title=one.title)
    return (
        f"<p class='hint away'><a href='{escape(view.address(f'/{one.id}.png'))}' "
        f"aria-label='{escape(png)}'>{_text(words, 'png')}</a></p>"
    )


def _table(words: Words, one: Picture) -> str:
    columns = ("value", "interval") if one.shared else ("value", "interval", one.counted)
    heads = "".join(
        f"<th scope='col'>{escape(head)}</th>"
        for head in (one.head, *(words.text(f"dashboard.column_{name}") for name in columns))
    )
    rows = "".join(
        f"<tr><th scope='row'>{escape(name)}</th>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells[: len(columns)])
        + "</tr>"
        for name, *cells in one.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _text(words: Words, key: str) -> str:
    return escape(words.text(f"dashboard.{key}"))
