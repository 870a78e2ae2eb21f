"""Bars from a start to now as a Vega-Lite specification: which mark stands where, in pixels.

Each bar has a line of its own below its name: a ring where it begins, a disc where it ends, and
a stroke across where it begins as seen from the end. What goes up looks like what goes down.
"""

from collections.abc import Iterator, Sequence

from adapters.web.layers import Json, layer, text
from adapters.web.plot import ALONE, FONT, PADDING, SIZE
from bot.charting import LAST, START, THEN, marks_of, number, values
from bot.messages import Axis, Bar, Bars

_INK = "#263033"
_WIDTH = 440
_NUMBERS = 90  # for what stands at the end of a name's line
_INSET = 10  # from both ends to the first and the last value
_MOST = 484  # of all heights: with what is around, the 512 that make a PNG of 1,024
_LEGEND, _TITLE, _SCALE = 24, 24, 22
_ROW = 38  # at most
_NAME, _LINE = 8, 22  # where they stand in a row: nearer to each other than to the next one
_RING, _DISC, _STROKE = 150, 80, 9
_SMALL = 12
_TICKS = 2  # from one number of a scale to the next
_LETTER = 7.0
_MARK = 14  # from a mark to its word
_APART = 20  # from a word to the next mark


def specification(bars: Bars) -> Json:
    """Write the picture of bars; its title stands beside it, in the message."""
    tops = list(_tops(bars.axes))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": _WIDTH,
        "height": tops[-1],
        "padding": PADDING,
        "background": ALONE.paper,
        "view": {"stroke": None},
        "config": {"font": FONT},
        "layer": [
            *_legend(bars),
            *(
                mark
                for axis, top in zip(bars.axes, tops, strict=False)
                for mark in _axis(axis, top, _row_height(bars.axes))
            ),
        ],
    }


def _tops(axes: Sequence[Axis]) -> Iterator[float]:
    """Yield where each scale begins, and where the last one ends."""
    top, row = float(_LEGEND), _row_height(axes)
    for axis in axes:
        yield top
        top += _TITLE + row * len(axis.bars) + _SCALE
    yield top


def _row_height(axes: Sequence[Axis]) -> float:
    rows = sum(len(axis.bars) for axis in axes)
    return min(_ROW, (_MOST - _LEGEND - (_TITLE + _SCALE) * len(axes)) / max(rows, 1))


def _legend(bars: Bars) -> Iterator[Json]:
    used, x = marks_of(bars), float(_INSET)
    for mark, word in zip((START, LAST, THEN), bars.marks, strict=True):
        if mark in used:
            yield from _mark(mark, [{"x": x, "y": _NAME}])
            said = [{"x": x + _MARK, "y": _NAME, "text": word}]
            yield layer(text(ALONE.soft, "left", _WIDTH, _SMALL), said)
            x += _MARK + _LETTER * len(word) + _APART


def _axis(axis: Axis, top: float, row: float) -> Iterator[Json]:
    first = top + _TITLE
    bottom = first + row * len(axis.bars)
    title = [{"x": 0, "y": top + _NAME, "text": axis.title}]
    yield layer(text(ALONE.soft, "left", _WIDTH, SIZE) | {"fontStyle": "italic"}, title)
    yield from _scale(axis, first, bottom)
    for place, bar in enumerate(axis.bars):
        yield from _row(bar, axis, first + row * place)


def _scale(axis: Axis, top: float, bottom: float) -> Iterator[Json]:
    """Draw the numbers of a scale below its bars, and a thin line up from each."""
    ticks = range(0, axis.most + 1, _TICKS)
    rules = [{"x": _x(n, axis), "y": top, "y2": bottom} for n in ticks]
    rule = {"type": "rule", "color": ALONE.bands, "strokeWidth": 1.5}
    yield layer(rule, rules, y2={"field": "y2"})
    named = [{"x": _x(n, axis), "y": bottom + _NAME, "text": number(n, axis)} for n in ticks]
    yield layer(text(ALONE.soft, "center", _NUMBERS, _SMALL), named)


def _row(bar: Bar, axis: Axis, top: float) -> Iterator[Json]:
    name = [{"x": 0, "y": top + _NAME, "text": bar.name}]
    yield layer(text(_INK, "left", _WIDTH - _NUMBERS, SIZE), name)
    said = [{"x": _WIDTH, "y": top + _NAME, "text": values(bar, axis)}]
    yield layer(text(_INK, "right", _NUMBERS, SIZE), said)
    y = top + _LINE
    if bar.start is not None and bar.last is not None:
        ends = [{"x": _x(bar.start, axis), "x2": _x(bar.last, axis), "y": y}]
        line = {"type": "rule", "color": ALONE.lines[0], "strokeWidth": 5, "opacity": 0.35}
        yield layer(line, ends, x2={"field": "x2"})
    for mark, value in ((THEN, bar.then), (START, bar.start), (LAST, bar.last)):
        if value is not None:
            yield from _mark(mark, [{"x": _x(value, axis), "y": y}])


def _mark(mark: str, at: list[Json]) -> Iterator[Json]:
    if mark == THEN:
        ends = [one | {"y": one["y"] - _STROKE, "y2": one["y"] + _STROKE} for one in at]
        stroke = {"type": "rule", "color": ALONE.lines[1], "strokeWidth": 2.5}
        yield layer(stroke, ends, y2={"field": "y2"})
        return
    ring = {"type": "point", "shape": "circle", "filled": True, "opacity": 1}
    look = (
        {"color": ALONE.paper, "stroke": ALONE.lines[0], "strokeWidth": 2, "size": _RING}
        if mark == START
        else {"color": ALONE.lines[0], "size": _DISC}
    )
    yield layer(ring | look, at)


def _x(value: int, axis: Axis) -> float:
    return _INSET + value * (_WIDTH - 2 * _INSET) / axis.most
