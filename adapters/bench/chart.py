"""The goals as one picture: how far each figure is on the good side of its bar."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from adapters.bench.goals import Judged
from adapters.bench.machine import Machine
from adapters.bench.report import number
from adapters.web.pictures import Kind
from adapters.web.pictures import draw as drawn

Json = dict[str, Any]

MOST = 100.0
"""What is better, or worse, than this many times its bar is drawn no longer."""

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_ROW, _WIDTH, _WORDS = 30, 420, 430
_INK, _SOFT, _GRID = "#1d2528", "#566166", "#e2e0d8"
_GOOD, _BAD = "#0d6b63", "#b3261e"
_TEXT = {"type": "text", "fontSize": 13, "baseline": "middle", "limit": _WORDS}


def draw(judged: Sequence[Judged], machine: Machine, to: Path) -> None:
    """Draw what was measured, as SVG where the file's name says so and as PNG otherwise."""
    kind: Kind = "svg" if to.suffix == ".svg" else "png"
    to.write_bytes(drawn(specification(judged, machine), kind))


def specification(judged: Sequence[Judged], machine: Machine) -> Json:
    """Write the picture: a line a goal, the bar of all of them in the middle."""
    rows = list(_rows(judged))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": _ROW * max(len(rows), 1),
        "padding": 24,
        "background": "#ffffff",
        "view": {"stroke": None},
        "config": {"font": _FONT},
        "title": _title(machine),
        "data": {"values": rows},
        "encoding": {"y": {"field": "says", "type": "nominal", "sort": None, "axis": None}},
        "layer": [_line_at_bar(), _bars(), _ranges(), _words("says", "right", -12), *_found()],
    }


def _rows(judged: Sequence[Judged]) -> Iterator[Json]:
    for one in judged:
        if one.found is None:
            continue
        edges = sorted(_times(one, v) for v in (one.found.low, one.found.high))
        yield {
            "says": one.goal.says,
            "times": _times(one, one.found.median),
            "least": edges[0],
            "most": edges[1],
            "zero": 1,
            "met": one.state == "met",
            "found": f"{number(one.found.median)}  (bar: {one.goal.bar})",
        }


def _times(one: Judged, value: float) -> float:
    """Return how many times its bar a value is, above one on the good side."""
    limit = one.goal.limit
    good, bad = (value, limit) if one.goal.bound == "at_least" else (limit, value)
    if bad <= 0:  # nothing at all of what should be little
        return MOST if good > 0 or value <= limit else 1 / MOST
    return min(max(good / bad, 1 / MOST), MOST)


def _title(machine: Machine) -> Json:
    return {
        "text": "Déclic against its goals: times better than the bar",
        "subtitle": list(machine.lines()),
        "anchor": "start",
        "frame": "bounds",
        "fontSize": 19,
        "subtitleFontSize": 12,
        "subtitleColor": _SOFT,
        "color": _INK,
        "offset": 18,
    }


def _x(field: str) -> Json:
    axis = {
        "title": "worse than the bar   |   better than the bar",
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "values": [0.01, 0.1, 1, 10, 100],
        "labelExpr": "format(datum.value, '~g') + '×'",
        "labelFontSize": 12,
        "gridColor": _GRID,
        "domain": False,
        "ticks": False,
    }
    scale = {"type": "log", "domain": [1 / MOST, MOST]}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": axis}


def _colour() -> Json:
    return {"condition": {"test": "datum.met", "value": _GOOD}, "value": _BAD}


def _bars() -> Json:
    mark = {"type": "bar", "height": 14, "cornerRadius": 2}
    return {
        "mark": mark,
        "encoding": {"x": _x("zero"), "x2": {"field": "times"}, "color": _colour()},
    }


def _ranges() -> Json:
    mark = {"type": "rule", "strokeWidth": 2, "color": _INK}
    return {"mark": mark, "encoding": {"x": _x("least"), "x2": {"field": "most"}}}


def _line_at_bar() -> Json:
    mark = {"type": "rule", "strokeWidth": 1.5, "color": _INK}
    return {"mark": mark, "encoding": {"x": {**_x("zero"), "type": "quantitative"}, "y": None}}


def _words(field: str, align: str, dx: int) -> Json:
    at = {"value": 0 if align == "right" else _WIDTH}
    text = {"field": field, "type": "nominal"}
    mark = {**_TEXT, "align": align, "dx": dx, "color": _INK}
    return {"mark": mark, "encoding": {"x": at, "text": text}}


def _found() -> Iterator[Json]:
    layer = _words("found", "left", 12)
    layer["encoding"]["color"] = _colour()
    yield layer
