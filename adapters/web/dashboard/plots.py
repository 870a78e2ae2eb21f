"""Figures as Vega-Lite specifications: over the months, or side by side by name.

Positions are in pixels and all texts are values of the data, so none is read as an expression.
What is no number is a word where its mark would be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from adapters.web.layers import Json, layer, text
from bot.groups.shown import Shown

WIDTH = 340
"""A phone shows it at its own size."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a picture; those of the page are names of its style sheet."""

    ink: str
    soft: str
    line: str
    mark: str
    pale: str
    paper: str
    font: str


ON_PAGE = Palette(
    "var(--ink)",
    "var(--soft)",
    "var(--line)",
    "var(--accent)",
    "var(--pale)",
    "transparent",
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
)
ALONE = Palette(
    "#1d2528",
    "#566166",
    "#dedcd4",
    "#0d6b63",
    "#a9d3cc",
    "#ffffff",
    "Liberation Sans, Arial, Helvetica, sans-serif",
)
"""Of a picture that leaves the page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of a picture.

    Attributes:
        label: its month or name.
        said: its value in short, or the word that stands for it.
        people: how many are behind it; empty where that is not told.
        shown: the figure; None where there is none.
    """

    label: str
    said: str
    people: str
    shown: Shown | None

    @property
    def number(self) -> Shown | None:
        """The figure, if it is told as a number or a range."""
        return self.shown if self.shown and self.shown.how == "number" else None

    @property
    def value(self) -> float | None:
        """Where its point is; a range has none."""
        return self.number.value if self.number else None


@dataclass(frozen=True, slots=True)
class Scale:
    """What the ends of an axis stand for, and what is written along it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def part(self, value: float | None) -> float:
        """Return how far along a value is, from 0 to 1; without one it is at the far end."""
        if value is None:
            return 1.0
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def over_months(marks: Sequence[Mark], scale: Scale, colors: Palette, below: str) -> Json:
    """Draw a figure month by month, the oldest first; `below` names the people."""
    return _plot(colors, _BOTTOM + 46, list(_months(marks, scale, colors, below)))


def by_name(marks: Sequence[Mark], scale: Scale, colors: Palette) -> Json:
    """Draw figures beneath each other, each with its name."""
    return _plot(colors, _ROW * len(marks), list(_rows(marks, scale, colors)))


def titled(plot: Json, title: str, under: str, colors: Palette) -> Json:
    """Give a picture that leaves the page what is said of it there, in lines as wide as it is."""
    said = {
        "text": title,
        "subtitle": under if len(under) <= _LINE else wrap(under, _LINE),
        "anchor": "start",
        "color": colors.ink,
        "subtitleColor": colors.soft,
        "fontSize": 15,
        "subtitleFontSize": 12,
        "limit": WIDTH,
        "offset": 12,
    }
    return {**plot, "title": said, "padding": 16}


_LINE = 54
"""Letters below a title that a picture is wide enough for."""

_LEFT, _TOP, _BOTTOM = 46, 22, 150
_ROW, _BAR, _FAR = 44, 30, WIDTH - 8
_THICK = 11


def _months(marks: Sequence[Mark], scale: Scale, colors: Palette, below: str) -> Iterator[Json]:
    step = (WIDTH - _LEFT) / max(len(marks), 1)
    at = [_LEFT + step * (n + 0.5) for n in range(len(marks))]
    lines = [{"x": _LEFT, "x2": WIDTH, "y": _y(scale, tick)} for tick, _ in scale.ticks]
    yield layer(_rule(colors.line, 1), lines, x2=_field("x2"))
    ticks = [{"x": _LEFT - 8, "y": _y(scale, tick), "text": said} for tick, said in scale.ticks]
    yield layer(text(colors.soft, "right", _LEFT - 8, 12), ticks)
    bars = [
        {"x": x, "y": _y(scale, shown.low), "y2": _y(scale, shown.high)}
        for x, shown in zip(at, (mark.number for mark in marks), strict=True)
        if shown is not None and shown.low is not None
    ]
    yield layer(_rule(colors.pale, _THICK), bars, y2=_field("y2"))
    yield from _line(at, marks, scale, colors)
    names = [{"x": x, "y": _BOTTOM + 18, "text": m.label} for x, m in zip(at, marks, strict=True)]
    yield layer(text(colors.ink, "center", step, 12), names)
    behind = [{"x": x, "y": _BOTTOM + 36, "text": m.people} for x, m in zip(at, marks, strict=True)]
    first = {"x": 0, "y": _BOTTOM + 36, "text": below}
    yield layer(text(colors.soft, "center", step, 11), behind)
    yield layer(text(colors.soft, "left", _LEFT + 8, 11), [first])


def _line(
    at: Sequence[float], marks: Sequence[Mark], scale: Scale, colors: Palette
) -> Iterator[Json]:
    """Draw the line with its points and values; a month without a point interrupts it."""
    points: list[Json] = []
    placed = list(zip(at, marks, strict=True))
    for run, (told, part) in enumerate(groupby(placed, lambda one: one[1].value is not None)):
        points += [{"x": x, "y": _y(scale, m.value), "run": run} for x, m in part if told]
    line = {"type": "line", "color": colors.mark, "strokeWidth": 2}
    yield layer(line, points, detail={"field": "run", "type": "nominal"})
    point = {"type": "point", "color": colors.mark, "filled": True, "opacity": 1, "size": 56}
    yield layer(point, points)
    above = [
        {"x": x, "y": _highest(scale, mark.number) - 12, "text": mark.said}
        for x, mark in placed
        if mark.number
    ]
    yield layer(text(colors.ink, "center", 60, 12), above)
    words = [{"x": x, "y": _BOTTOM - 12, "text": m.said} for x, m in placed if not m.number]
    yield layer(text(colors.soft, "center", 60, 11), words)


def _rows(marks: Sequence[Mark], scale: Scale, colors: Palette) -> Iterator[Json]:
    tops = [_ROW * n for n in range(len(marks))]
    placed = list(zip(tops, marks, strict=True))
    names = [{"x": 0, "y": top + 12, "text": mark.label} for top, mark in placed]
    yield layer(text(colors.ink, "left", WIDTH - 110, 13), names)
    values = [{"x": WIDTH, "y": top + 12, "text": mark.said} for top, mark in placed]
    yield layer(text(colors.ink, "right", 110, 13), values)
    tracks = [{"x": 0, "x2": WIDTH, "y": top + _BAR} for top in tops]
    yield layer(_rule(colors.line, 1), tracks, x2=_field("x2"))
    told = [(top, mark.number) for top, mark in placed if mark.number]
    bars = [
        {"x": _x(scale, shown.low), "x2": _x(scale, shown.high), "y": top + _BAR}
        for top, shown in told
        if shown.low is not None
    ]
    yield layer(_rule(colors.pale, _THICK), bars, x2=_field("x2"))
    point = {"type": "point", "color": colors.mark, "filled": True, "opacity": 1, "size": 70}
    dots = [(top, one.value) for top, one in told if one.value is not None]
    yield layer(point, [{"x": _x(scale, value), "y": top + _BAR} for top, value in dots])


def _plot(colors: Palette, height: float, layers: list[Json]) -> Json:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "padding": 4,
        "background": colors.paper,
        "view": {"stroke": None},
        "config": {"font": colors.font},
        "layer": [layer for layer in layers if layer["data"]["values"]],
    }


def _y(scale: Scale, value: float | None) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * scale.part(value)


def _highest(scale: Scale, shown: Shown) -> float:
    """Return how far up a mark reaches."""
    ends = [_y(scale, end) for end in (shown.value, shown.high) if end is not None]
    return min(ends, default=_TOP)


def _x(scale: Scale, value: float | None) -> float:
    return 8 + (_FAR - 8) * scale.part(value)


def _rule(color: str, width: int) -> Json:
    return {"type": "rule", "color": color, "strokeWidth": width}


def _field(name: str) -> Json:
    return {"field": name}
