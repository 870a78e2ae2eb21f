"""A chart as a Vega-Lite specification: which mark stands where, in pixels.

Each level is a band, and in each band every series has a lane of its own: lines that share a
level run side by side instead of hiding each other. Lines differ by colour, dashes and shape,
and carry their names. All texts are values of the data, so none is read as an expression.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from adapters.web.layers import Json, layer, text
from bot.messages import Chart, Series

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"  # vl-convert brings the first one
SIZE = 14
_LETTER = 7.5  # what one takes at that size, rather too much than too little
_WHOLE = 430  # bands and words together, if they are not too long
_NARROWEST = 160  # bands; with the longest words 504, of the 512 that make a PNG of 1,024
PADDING = 12
_BESIDE = 10  # between a band and the words beside it
_LEVEL, _NAME = 110, 190  # longer words end in an ellipsis
_LANE = 19
_BAND = 46  # at least
_FEW = 7  # levels; more of them are numbers, and their bands as thin as they can be named
_THIN = 16
_APART = 3  # between two bands
_INSET = 24  # from a band's ends to the first and last point
_LOOKS = (
    ("circle", [1, 0]),
    ("square", [7, 4]),
    ("triangle-up", [2, 4]),
    ("diamond", [11, 4, 2, 4]),
)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a picture: what it is on, its bands, the words beside them, and its lines."""

    paper: str
    bands: str
    soft: str
    lines: tuple[str, ...]


ALONE = Palette("#f7f6f2", "#e9e7de", "#566166", ("#0d6b63", "#9a4a00", "#3d4aa8", "#8a2468"))
"""Of a picture that goes into a chat."""


def specification(chart: Chart, colors: Palette = ALONE) -> Json:
    """Write the picture of a chart; its title stands beside it, in the message."""
    frame = _frame(chart)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": frame.width,
        "height": frame.height,
        "padding": PADDING,
        "background": colors.paper,
        "view": {"stroke": None},
        "config": {"font": FONT},
        "layer": [
            *_bands(chart, frame, colors),
            _point_names(chart, frame, colors),
            *(
                mark
                for number, series in enumerate(chart.series)
                for mark in _series(series, number, frame, colors)
            ),
        ],
    }


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand; `width` and `height` are those of the bands."""

    width: float
    band: float
    levels: int
    points: int
    lanes: int

    @property
    def height(self) -> float:
        return self.band * self.levels

    @property
    def step(self) -> float:
        return (self.width - 2 * _INSET) / max(self.points - 1, 1)

    def x(self, point: int) -> float:
        if self.points == 1:
            return self.width / 2
        return _INSET + point * self.step

    def top(self, level: int) -> float:
        return self.band * (self.levels - 1 - level)

    def y(self, level: int, lane: int) -> float:
        return self.middle(level) + _LANE * (lane - (self.lanes - 1) / 2)

    def middle(self, level: int) -> float:
        return self.top(level) + (self.band - _APART) / 2


def _frame(chart: Chart) -> _Frame:
    lanes = len(chart.series)
    levels = min(_LEVEL, _length(chart.levels))
    names = min(_NAME, _length([series.name for series in chart.series]))
    return _Frame(
        width=max(_NARROWEST, round(_WHOLE - levels - names - 2 * _BESIDE)),
        band=_THIN if len(chart.levels) > _FEW else max(_BAND, _LANE * (lanes + 0.5)),
        levels=len(chart.levels),
        points=len(chart.points),
        lanes=lanes,
    )


def _bands(chart: Chart, frame: _Frame, colors: Palette) -> Iterator[Json]:
    tops = [frame.top(level) for level in range(frame.levels)]
    bars = [{"y": top, "y2": top + frame.band - _APART} for top in tops]
    mark = {"type": "rect", "color": colors.bands, "cornerRadius": 5}
    yield layer(mark, bars, x={"value": 0}, x2={"value": frame.width}, y2={"field": "y2"})
    named = [{"y": frame.middle(n), "text": word} for n, word in enumerate(chart.levels)]
    yield layer(text(colors.soft, "right", _LEVEL, SIZE), named, x={"value": -_BESIDE})


def _point_names(chart: Chart, frame: _Frame, colors: Palette) -> Json:
    needed = _length(chart.points) + _BESIDE
    shown = _spread(frame.points, ceil(needed / frame.step))
    named = [{"x": frame.x(point), "text": chart.points[point]} for point in shown]
    return layer(text(colors.soft, "center", _NAME, SIZE), named, y={"value": frame.height + 14})


def _spread(points: int, every: int) -> list[int]:
    """Choose points at least so far apart, the last one and if possible the first among them."""
    gaps = (points - 1) // every
    if gaps < 1:
        return [points - 1] if points else []
    return [round(n * (points - 1) / gaps) for n in range(gaps + 1)]


def _series(series: Series, number: int, frame: _Frame, colors: Palette) -> Iterator[Json]:
    color = colors.lines[number % len(colors.lines)]
    shape, dashes = _LOOKS[number % len(_LOOKS)]
    dots = list(_dots(series, number, frame))
    if not dots:
        return
    line = {"type": "line", "color": color, "strokeWidth": 2.5, "strokeDash": dashes}
    yield layer(line, dots, detail={"field": "run", "type": "nominal"})
    point = {"type": "point", "shape": shape, "color": color, "filled": True, "opacity": 1}
    yield layer(point | {"size": 80, "stroke": colors.paper, "strokeWidth": 1.5}, dots)
    name = [{"y": dots[-1]["y"], "text": series.name}]
    yield layer(text(color, "left", _NAME, SIZE), name, x={"value": frame.width + _BESIDE})


def _dots(series: Series, lane: int, frame: _Frame) -> Iterator[Json]:
    """Yield where a series has something to show; a run is what no gap interrupts."""
    told = groupby(enumerate(series.values), key=lambda value: value[1] is not None)
    for run, (_, values) in enumerate(told):
        for point, level in values:
            if level is not None:
                yield {"x": frame.x(point), "y": frame.y(level, lane), "run": run}


def _length(words: Iterable[str]) -> float:
    return _LETTER * max(map(len, words), default=0)
