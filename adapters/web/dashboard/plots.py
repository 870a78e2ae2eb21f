"""What every picture of figures is made of: its marks, its scale, its colours, and its frame.

Positions are in pixels and all texts are values of the data, so none is read as an expression.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from adapters.web.layers import Json, folded
from bot.groups.shown import Shown

WIDTH = 340
"""A phone shows it at nearly its own size."""

SIZE = 12
"""Of what is written in a picture."""

Bar = Literal["interval", "range"]
"""What a bar is: where the true value may lie, or within which numbers that of people does."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of a picture; those of the page are names of its style sheet."""

    ink: str
    soft: str
    line: str
    mark: str
    pale: str
    blank: str
    paper: str
    font: str


ON_PAGE = Palette(
    "var(--ink)",
    "var(--soft)",
    "var(--line)",
    "var(--accent)",
    "var(--pale)",
    "var(--blank)",
    "transparent",
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
)
ALONE = Palette(
    "#1d2528",
    "#566166",
    "#dedcd4",
    "#0d6b63",
    "#b7dad4",
    "#f1f0ec",
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

    @property
    def bar(self) -> Bar | None:
        """What its bar stands for; None where it has none."""
        number = self.number
        if number is None or number.low is None or number.low == number.high:
            return None
        return "range" if number.value is None else "interval"

    @property
    def drawn(self) -> bool:
        """Whether there is anything of it to be seen but words."""
        return self.value is not None or self.bar is not None


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


def framed(colors: Palette, height: float, layers: Sequence[Json]) -> Json:
    """Return a picture of layers, without those that have nothing in them."""
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


def titled(plot: Json, title: str, under: Sequence[str], colors: Palette) -> Json:
    """Give a picture that leaves the page what is said of it there, in as many lines as needed."""
    said = {
        "text": folded(title, WIDTH, _TITLE, _LETTER),
        "subtitle": [line for one in under for line in folded(one, WIDTH, SIZE, _LETTER)],
        "anchor": "start",
        "color": colors.ink,
        "subtitleColor": colors.soft,
        "fontSize": _TITLE,
        "lineHeight": _TITLE + 4,
        "subtitleFontSize": SIZE,
        "subtitleLineHeight": SIZE + 4,
        "offset": 12,
    }
    return {**plot, "title": said, "padding": 16}


_TITLE = 15
_LETTER = 0.54
"""What a letter takes of its size in the font that the picture brings along, bold or not."""
