"""Figures beneath each other, each with its name, its value, and how many people are behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from adapters.web.dashboard.plots import SIZE, WIDTH, Mark, Palette, Scale, framed
from adapters.web.layers import Json, boxes, folded, layer, lines, rules


def by_name(marks: Sequence[Mark], scale: Scale, colors: Palette) -> Json:
    """Draw figures beneath each other, in their order, above their common scale."""
    rows = list(_rows(marks))
    foot = rows[-1].track + 22 if rows else 0
    return framed(colors, foot, list(_layers(rows, scale, colors)))


_NAME, _VALUE, _PEOPLE = 13, 140, 126
"""The size of names; how wide values and numbers of people are at most."""
_LINE, _BAR, _GAP = 15, 18, 14
_THICK, _INSET = 11, 8


@dataclass(frozen=True, slots=True)
class _Row:
    """A mark with where it stands: the middle of its first line, and its bar."""

    mark: Mark
    name: list[str]
    top: float

    @property
    def track(self) -> float:
        return self.top + _LINE * (len(self.name) - 1) + _BAR

    @property
    def people(self) -> str:
        return "\n".join(folded(self.mark.people, _PEOPLE, SIZE))


def _rows(marks: Sequence[Mark]) -> Iterator[_Row]:
    top = 8.0
    for mark in marks:
        row = _Row(mark, folded(mark.label, WIDTH - _VALUE, _NAME), top)
        top = row.track + _BAR + _GAP
        yield row


def _layers(rows: Sequence[_Row], scale: Scale, colors: Palette) -> Iterator[Json]:
    width = WIDTH - (_PEOPLE if any(row.mark.people for row in rows) else 0)
    names = [{"x": 0, "y": row.top, "text": "\n".join(row.name)} for row in rows]
    yield layer(lines(colors.ink, "left", _NAME), names)
    values = [{"x": WIDTH, "y": row.top, "text": row.mark.said} for row in rows]
    yield layer(lines(colors.ink, "right", _NAME), values)
    tracks = [{"x": 0, "x2": width, "y": row.track} for row in rows]
    yield rules(colors.line, tracks)
    people = [{"x": WIDTH, "y": row.track, "text": row.people} for row in rows if row.people]
    yield layer(lines(colors.soft, "right", SIZE), people)
    yield from _marks(rows, scale, width, colors)


def _marks(rows: Sequence[_Row], scale: Scale, width: float, colors: Palette) -> Iterator[Json]:
    def at(value: float | None) -> float:
        return _INSET + (width - 2 * _INSET) * scale.part(value)

    bars = [
        {"x": at(shown.low), "x2": at(shown.high), "y": y - _THICK / 2, "y2": y + _THICK / 2}
        for y, shown in ((row.track, row.mark.number) for row in rows if row.mark.bar)
        if shown
    ]
    yield boxes(colors.pale, bars, edge=colors.mark)
    point = {"type": "point", "color": colors.mark, "filled": True, "opacity": 1, "size": 50}
    told = [row for row in rows if row.mark.value is not None]
    yield layer(point, [{"x": at(row.mark.value), "y": row.track} for row in told])
    foot = rows[-1].track + 18 if rows else 0
    ticks = [{"x": at(value), "y": foot, "text": said} for value, said in scale.ticks]
    yield layer(lines(colors.soft, "center", SIZE), ticks)
