"""Pictures of charts, drawn one at a time by a process of their own and kept for a while."""

import asyncio
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, Literal, TypeVar
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import orjson

from adapters.web import bars, plot
from adapters.web.layers import Json
from bot.messages import Bars, Drawing

Kind = Literal["png", "svg"]

MOST_KEPT = 32
"""Pictures kept in memory, of some 50 kB each."""

MOST_SECONDS = 20.0

_PROGRAM = Path(__file__).with_name("drawing.py")


class NotDrawn(Exception):
    """The picture could not be made; the text says why, and nothing of what it shows."""


Shown = TypeVar("Shown", bound=Drawing)

Make = Callable[[Shown, Kind], bytes]
"""Makes a picture, at leisure. Raises `NotDrawn`."""


def picture_of(chart: Drawing, kind: Kind) -> bytes:
    """Draw a chart or bars. Raises `NotDrawn`."""
    shown = bars.specification(chart) if isinstance(chart, Bars) else plot.specification(chart)
    picture = draw(shown, kind)
    return _named(picture, chart) if kind == "svg" else picture


class Pictures(Generic[Shown]):
    """Draws each picture once, as long as it is remembered."""

    def __init__(self, make: Make[Shown], most: int = MOST_KEPT) -> None:
        self._make: Make[Shown] = make
        self._most = most
        self._kept: OrderedDict[tuple[Shown, Kind], bytes] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()
        self._drawing: tuple[Shown, Kind] | None = None

    async def get(self, chart: Shown, kind: Kind) -> bytes:
        """Return the picture of a chart. Raises `NotDrawn`."""
        if (chart, kind) not in self._kept:
            async with self._one_at_a_time:
                await self._keep(chart, kind)
        self._kept.move_to_end((chart, kind))
        return self._kept[chart, kind]

    def is_behind(self, chart: Shown, kind: Kind) -> bool:
        """Tell whether a picture would have to wait until another one is drawn."""
        there = (chart, kind) in self._kept
        return not there and self._drawing not in {None, (chart, kind)}

    async def _keep(self, chart: Shown, kind: Kind) -> None:
        """Draw a picture unless somebody just did; the one not asked for longest goes."""
        if (chart, kind) in self._kept:
            return
        self._drawing = (chart, kind)
        try:
            self._kept[chart, kind] = await asyncio.to_thread(self._make, chart, kind)
        finally:
            self._drawing = None
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)


def draw(plot: Json, kind: Kind) -> bytes:
    """Draw a Vega-Lite specification in another process, which is told nothing else.

    Raises:
        NotDrawn: it failed, or took too long.
    """
    return _drawn(plot, kind)


def draw_each(plots: Sequence[Json]) -> list[str]:
    """Draw several as SVG, in one process. Raises `NotDrawn`."""
    drawn: list[str] = orjson.loads(_drawn(plots, "svgs"))
    return drawn


def inlined(svg: str, alt: str) -> str:
    """Make an SVG part of a page: one picture with a name, of the width that there is."""
    root = ET.fromstring(svg)  # noqa: S314 - our own program wrote it
    for part in root.iter():
        part.tag = part.tag.removeprefix(_SVG)
        for name in [n for n in part.attrib if n == "role" or n.startswith("aria-")]:
            del part.attrib[name]
    for name in ("width", "height", "class", "version"):
        root.attrib.pop(name, None)
    root.attrib.update({"role": "img", "aria-label": alt})
    return ET.tostring(root, encoding="unicode")


_SVG = "{http://www.w3.org/2000/svg}"


def _drawn(asked: object, kind: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-I", str(_PROGRAM), kind],
            input=orjson.dumps(asked),
            capture_output=True,
            check=True,
            env={},
            timeout=MOST_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        # What the program wrote, and the error itself, may quote the chart.
        raise NotDrawn(type(error).__name__) from None
    return done.stdout


def _named(svg: bytes, chart: Drawing) -> bytes:
    """Make it one picture with a name, instead of a hundred shapes with co-ordinates."""
    opening, _, rest = svg.decode().removeprefix("<svg ").partition(">")
    name = f"<title>{escape(chart.title)}</title><desc>{escape(chart.alt)}</desc>"
    return f'<svg role="img" {opening}>{name}{rest}'.encode()
