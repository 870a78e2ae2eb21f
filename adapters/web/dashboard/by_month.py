"""A figure month by month: a line of points with their bars, and below it how many people.

Months without a number are one box with the word in it, as high as the picture: a word stands
nowhere on the scale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from adapters.web.dashboard.plots import SIZE, WIDTH, Mark, Palette, Scale, framed
from adapters.web.layers import LEADING, Json, boxes, fits, folded, layer, lines, rules
from bot.groups.shown import Shown


def over_months(marks: Sequence[Mark], scale: Scale, colors: Palette, below: str) -> Json:
    """Draw a figure month by month, the oldest first; `below` names the people."""
    return framed(colors, _BOTTOM + 46, list(_layers(marks, scale, colors, below)))


_LEFT, _TOP, _BOTTOM = 46, 22, 150
_THICK, _APART = 11, 3
_UPRIGHT = 270
"""Degrees of a word that is too long for its column."""

_Placed: TypeAlias = Sequence[tuple[float, Mark]]
"""Marks with the middle of the column of each."""


def _layers(marks: Sequence[Mark], scale: Scale, colors: Palette, below: str) -> Iterator[Json]:
    step = (WIDTH - _LEFT) / max(len(marks), 1)
    placed = [(_LEFT + step * (n + 0.5), mark) for n, mark in enumerate(marks)]
    yield from _grid(scale, colors)
    yield from _words(list(_blanks(placed, step)), colors)
    yield boxes(colors.pale, list(_bars(placed, scale)), edge=colors.mark)
    yield from _line(placed, scale, colors)
    yield _values(placed, scale, step, colors)
    yield from _names(placed, step, colors, below)


def _grid(scale: Scale, colors: Palette) -> Iterator[Json]:
    yield rules(
        colors.line, [{"x": _LEFT, "x2": WIDTH, "y": _y(scale, tick)} for tick, _ in scale.ticks]
    )
    ticks = [{"x": _LEFT - 8, "y": _y(scale, tick), "text": said} for tick, said in scale.ticks]
    yield layer(lines(colors.soft, "right", SIZE), ticks)


@dataclass(frozen=True, slots=True)
class _Blank:
    """A word with the box that it has to itself."""

    said: str
    left: float
    right: float

    @property
    def upright(self) -> bool:
        return not fits(self.said, self.right - self.left, SIZE)

    @property
    def word(self) -> Json:
        text = self.said if self.upright else _in(self.right - self.left, self.said)
        y = (_TOP + _BOTTOM) / 2 - _lower(text) / 2
        return {"x": (self.left + self.right) / 2, "y": y, "text": text}


def _blanks(placed: _Placed, step: float) -> Iterator[_Blank]:
    """Yield a word once for all months in a row that it stands for."""
    for said, run in groupby(placed, lambda one: "" if one[1].number else one[1].said):
        at = [x for x, _ in run]
        if said:
            yield _Blank(said, at[0] - step / 2 + _APART, at[-1] + step / 2 - _APART)


def _words(blanks: Sequence[_Blank], colors: Palette) -> Iterator[Json]:
    ends = {"y": _TOP, "y2": _BOTTOM}
    yield boxes(colors.blank, [{"x": one.left, "x2": one.right, **ends} for one in blanks])
    mark = lines(colors.soft, "center", SIZE)
    yield layer(mark, [one.word for one in blanks if not one.upright])
    yield layer({**mark, "angle": _UPRIGHT}, [one.word for one in blanks if one.upright])


def _bars(placed: _Placed, scale: Scale) -> Iterator[Json]:
    for x, mark in placed:
        if mark.bar and mark.number:
            low, high = _y(scale, mark.number.low), _y(scale, mark.number.high)
            yield {"x": x - _THICK / 2, "x2": x + _THICK / 2, "y": low, "y2": high}


def _line(placed: _Placed, scale: Scale, colors: Palette) -> Iterator[Json]:
    """Draw the line with its points; a month without a point interrupts it."""
    points: list[Json] = []
    for run, (told, part) in enumerate(groupby(placed, lambda one: one[1].value is not None)):
        points += [{"x": x, "y": _y(scale, m.value), "run": run} for x, m in part if told]
    line = {"type": "line", "color": colors.mark, "strokeWidth": 2}
    yield layer(line, points, detail={"field": "run", "type": "nominal"})
    point = {"type": "point", "color": colors.mark, "filled": True, "opacity": 1, "size": 50}
    yield layer(point, points)


def _values(placed: _Placed, scale: Scale, step: float, colors: Palette) -> Json:
    """Write each number above what is drawn of it."""
    told = [(x, _highest(scale, m.number), _in(step, m.said)) for x, m in placed if m.number]
    above = [{"x": x, "y": top - 6 - _lower(text), "text": text} for x, top, text in told]
    return layer({**lines(colors.ink, "center", SIZE), "baseline": "bottom"}, above)


def _names(placed: _Placed, step: float, colors: Palette, below: str) -> Iterator[Json]:
    names = [{"x": x, "y": _BOTTOM + 12, "text": _in(step, mark.label)} for x, mark in placed]
    yield layer({**lines(colors.ink, "center", SIZE), "baseline": "top"}, names)
    soft = {**lines(colors.soft, "center", SIZE), "baseline": "top"}
    many = [
        {"x": x, "y": _BOTTOM + 30, "text": _in(step, mark.people)}
        for x, mark in placed
        if mark.people
    ]
    yield layer(soft, many)
    yield layer(
        {**soft, "align": "left"}, [{"x": 0, "y": _BOTTOM + 30, "text": below}][: len(many)]
    )


def _in(step: float, said: str) -> str:
    return "\n".join(folded(said, step, SIZE))


def _lower(text: str) -> int:
    """Return how far the last line of a text is below its first."""
    return text.count("\n") * (SIZE + LEADING)


def _y(scale: Scale, value: float | None) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * scale.part(value)


def _highest(scale: Scale, shown: Shown) -> float:
    """Return how far up a mark reaches."""
    ends = [_y(scale, end) for end in (shown.value, shown.high) if end is not None]
    return min(ends, default=_TOP)
