"""Layers of a Vega-Lite picture whose marks stand where they are told, in pixels.

All texts are values of the data, so none is read as an expression.
"""

import re
from textwrap import wrap
from typing import Any

Json = dict[str, Any]

LEADING = 2
"""What a line has more than its size."""

LETTER = 0.6
"""What a letter takes of its size in any font, rather too much than too little."""


def layer(mark: Json, values: list[Json], **encoding: Json) -> Json:
    """Put marks at `x` and `y` of the values; further channels, or others for these, on demand."""
    words = {"text": {"field": "text", "type": "nominal"}} if mark["type"] == "text" else {}
    return {
        "mark": mark,
        "data": {"values": values},
        "encoding": {"x": _at("x"), "y": _at("y"), **words, **encoding},
    }


def text(color: str, align: str, longest: float, size: int) -> Json:
    """Write the `text` of values; what is longer than so many pixels ends in an ellipsis."""
    return {**lines(color, align, size), "limit": longest}


def lines(color: str, align: str, size: int) -> Json:
    """Write the `text` of values whole, the first line of several at their place."""
    return {
        "type": "text",
        "color": color,
        "align": align,
        "baseline": "middle",
        "fontSize": size,
        "lineBreak": "\n",
        "lineHeight": size + LEADING,
    }


def rules(color: str, values: list[Json]) -> Json:
    """Draw thin level lines from `x` to `x2` of the values."""
    mark = {"type": "rule", "color": color, "strokeWidth": 1}
    return layer(mark, values, x2={"field": "x2"})


def boxes(color: str, values: list[Json], *, edge: str | None = None) -> Json:
    """Fill what lies between `x`, `x2`, `y` and `y2` of the values."""
    mark = {"type": "rect", "color": color, "opacity": 1, "cornerRadius": 2}
    edged = {"stroke": edge, "strokeWidth": 1} if edge else {}
    return layer({**mark, **edged}, values, x2={"field": "x2"}, y2={"field": "y2"})


def folded(said: str, width: float, size: int, letter: float = LETTER) -> list[str]:
    """Break a text into lines of so many pixels, at its spaces and within a range of numbers.

    A single word that is longer stays whole.
    """
    most = max(int(width / (letter * size)), 1)
    apart = _RANGE.sub("– ", said)
    return [_BROKEN.sub("–", one) for one in wrap(apart, most, break_long_words=False)]


def fits(said: str, width: float, size: int) -> bool:
    """Tell whether no word of a text is longer than so many pixels."""
    return all(len(one) * LETTER * size <= width for one in folded(said, width, size))


_RANGE, _BROKEN = re.compile(r"(?<=\S)–(?=\S)"), re.compile(r"(?<=\S)– (?=\S)")


def _at(field: str) -> Json:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
