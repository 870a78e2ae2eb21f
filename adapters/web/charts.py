"""Pictures of charts for Slack, Teams and the page, at addresses that hold the chart itself.

A platform fetches a picture without signing in. So the address is encrypted and works for a
day, and nothing is stored for it.
"""

import logging
import zlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from aiohttp import web

from adapters.web.links import LONGEST, SignedLinks
from adapters.web.pictures import Kind, Make, NotDrawn, Pictures, picture_of
from bot.messages import Axis, Bar, Bars, Chart, Drawing, Series

LIVES = 24 * 3600
"""Seconds an address works."""

log = logging.getLogger(__name__)

_MEDIA: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}


class ChartLinks:
    """Makes and reads addresses that hold a chart."""

    def __init__(self, keys: str, base_url: str) -> None:
        self._links = SignedLinks(keys, base_url, "charts", lives=LIVES)

    def address(self, chart: Drawing, now: datetime) -> str:
        """Return where the PNG can be fetched, or nothing.

        That is without a public address, and for a chart with too many words for one.
        """
        address = self._links.address(_packed(chart), now)
        return f"{address}.png" if address and len(address) <= LONGEST - len(".png") else ""

    def chart(self, token: str, now: datetime) -> Drawing | None:
        """Return the chart; None if the token is forged, too old or too long."""
        packed = self._links.content(token, now)
        return None if packed is None else _unpacked(packed)


def add_routes(
    app: web.Application,
    links: ChartLinks,
    now: Callable[[], datetime],
    make: Make[Drawing] = picture_of,
) -> None:
    """Serve `/charts/{token}.png` and `.svg`."""
    pictures = Pictures(make)

    async def serve(request: web.Request) -> web.Response:
        kind: Kind = "svg" if request.match_info["kind"] == "svg" else "png"
        chart = links.chart(request.match_info["token"], now())
        if chart is None:
            raise web.HTTPNotFound
        try:
            return _picture(await pictures.get(chart, kind), kind)
        except NotDrawn as error:
            log.warning("chart_not_drawn", extra={"reason": str(error)})
            raise web.HTTPServiceUnavailable from None

    app.router.add_get("/charts/{token}.{kind:png|svg}", serve)


def _picture(body: bytes, kind: Kind) -> web.Response:
    return web.Response(
        body=body,
        content_type=_MEDIA[kind],
        headers={
            "Cache-Control": "private, max-age=3600",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _packed(drawing: Drawing) -> bytes:
    """Write a chart as a list, as the release before does, and bars as an object."""
    fields: object = (
        {"title": drawing.title, "axes": drawing.axes, "marks": drawing.marks, "alt": drawing.alt}
        if isinstance(drawing, Bars)
        else [drawing.title, drawing.points, drawing.levels, _lines(drawing), drawing.alt]
    )
    return zlib.compress(orjson.dumps(fields), 9)


def _lines(chart: Chart) -> list[tuple[str, tuple[int | None, ...]]]:
    return [(series.name, series.values) for series in chart.series]


def _unpacked(packed: bytes) -> Drawing:
    fields: Any = orjson.loads(zlib.decompress(packed))
    if isinstance(fields, dict):
        axes = tuple(map(_axis, fields["axes"]))
        return Bars(fields["title"], axes, tuple(fields["marks"]), fields["alt"])
    title, points, levels, lines, alt = fields
    series = tuple(Series(name, tuple(values)) for name, values in lines)
    return Chart(title, tuple(points), tuple(levels), series, alt)


def _axis(fields: dict[str, Any]) -> Axis:
    return Axis(**fields | {"bars": tuple(Bar(**bar) for bar in fields["bars"])})
