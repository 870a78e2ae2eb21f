"""Pictures of charts for Slack, Teams and the page, at addresses that hold the chart itself.

A platform fetches a picture without signing in. So the address is encrypted and works for a
day, and nothing is stored for it.
"""

import logging
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson
from aiohttp import web
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from adapters.web.pictures import Kind, Make, NotDrawn, Pictures, picture_of
from bot.messages import Chart, Series

LIVES = 24 * 3600
"""Seconds an address works."""

LONGEST = 3000
"""Characters of an address: Slack takes no more."""

log = logging.getLogger(__name__)

_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST}}}={{0,2}}")

_MEDIA: dict[Kind, str] = {"png": "image/png", "svg": "image/svg+xml"}


class ChartLinks:
    """Makes and reads the encrypted part of an address.

    Its keys are derived from the ones given, so a token made for something else is none here.
    """

    def __init__(self, keys: str, base_url: str) -> None:
        self._fernet = MultiFernet([_derived(key.strip()) for key in keys.split(",")])
        self._base_url = base_url.rstrip("/")

    def address(self, chart: Chart, now: datetime) -> str:
        """Return where the PNG can be fetched, or nothing.

        That is without a public address, and for a chart with too many words for one.
        """
        if not self._base_url:
            return ""
        token = self._fernet.encrypt_at_time(_packed(chart), int(now.timestamp())).decode()
        address = f"{self._base_url}/charts/{token}.png"
        return address if len(address) <= LONGEST else ""

    def chart(self, token: str, now: datetime) -> Chart | None:
        """Return the chart; None if the token is forged, too old or too long."""
        if not _TOKEN.fullmatch(token):
            return None
        try:
            packed = self._fernet.decrypt_at_time(token.encode(), LIVES, int(now.timestamp()))
        except InvalidToken:
            return None
        return _unpacked(packed)


def add_routes(
    app: web.Application,
    links: ChartLinks,
    now: Callable[[], datetime],
    make: Make = picture_of,
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


def _derived(key: str) -> Fernet:
    Fernet(key)  # refuses what is none: from nothing, too, a key could be derived
    derive = HKDF(SHA256(), 32, salt=None, info=b"declic charts").derive
    return Fernet(urlsafe_b64encode(derive(urlsafe_b64decode(key))))


def _packed(chart: Chart) -> bytes:
    lines = [[series.name, series.values] for series in chart.series]
    fields = [chart.title, chart.points, chart.levels, lines, chart.alt]
    return zlib.compress(orjson.dumps(fields), 9)


def _unpacked(packed: bytes) -> Chart:
    fields: list[Any] = orjson.loads(zlib.decompress(packed))
    title, points, levels, lines, alt = fields
    series = tuple(Series(name, tuple(values)) for name, values in lines)
    return Chart(title, tuple(points), tuple(levels), series, alt)
