"""Layers of a Vega-Lite picture whose marks stand where they are told, in pixels.

All texts are values of the data, so none is read as an expression.
"""

from typing import Any

Json = dict[str, Any]


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
    return {
        "type": "text",
        "color": color,
        "align": align,
        "baseline": "middle",
        "fontSize": size,
        "limit": longest,
    }


def _at(field: str) -> Json:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}
