"""The way in: a link that works once, and then a cookie that is open for a working day.

Both are encrypted with keys of their own, so that neither passes for the other.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import orjson
from aiohttp import web

from adapters.web.links import Seal, SignedLinks, mark
from bot.campaigns.arrivals import Visit
from bot.campaigns.grants import Role
from bot.language import Lang

LINK_LIVES = 5 * 60
"""Seconds a link works."""

SESSION_LIVES = 8 * 3600
"""Seconds the page stays open in a browser."""

COOKIE = "declic_dashboard"

PATH = "/dashboard"

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks, by which link, in which language."""

    visit: Visit
    lang: Lang


class DashboardLinks:
    """Makes and reads the links, and the sessions that they open."""

    def __init__(self, keys: str, base_url: str) -> None:
        self._links = SignedLinks(keys, base_url, f"{PATH[1:]}/enter", lives=LINK_LIVES)
        self._sessions = Seal(keys, "dashboard visit", lives=SESSION_LIVES)
        self._secure = urlsplit(base_url).hostname not in _LOOPBACK

    def address(self, coachee_id: str, role: Role, lang: Lang, now: datetime) -> str | None:
        """Return a link for one person; None without a public address."""
        return self._links.address(orjson.dumps([coachee_id, role, lang]), now)

    def visitor_by(self, token: str, now: datetime) -> Visitor | None:
        """Return for whom a link is; None if it is forged or too old."""
        content = self._links.content(token, now)
        if content is None:
            return None
        coachee_id, role, lang = orjson.loads(content)
        return Visitor(Visit(coachee_id, role, f"dashboard:{mark(token)}"), lang)

    def open(
        self, request: web.Request, response: web.Response, visitor: Visitor, now: datetime
    ) -> None:
        """Open the page to a browser.

        The cookie goes to no other site. Only within Teams, which shows the page in a frame, a
        browser would not send such a one: there it is kept for this frame alone.
        """
        framed = self._secure and request.headers.get("Sec-Fetch-Dest") == "iframe"
        who = visitor.visit
        packed = orjson.dumps([who.coachee_id, who.role, who.key, visitor.lang])
        token = self._sessions.token(packed, now)
        response.headers.add("Set-Cookie", self._cookie(token, SESSION_LIVES, framed=framed))

    def close(self, request: web.Request, response: web.Response) -> None:
        """Close the page to a browser."""
        framed = self._secure and request.headers.get("Sec-Fetch-Dest") == "iframe"
        response.headers.add("Set-Cookie", self._cookie("", 0, framed=framed))

    def visitor(self, request: web.Request, now: datetime) -> Visitor | None:
        """Return for whom the page is open; None if the cookie is forged, too old or missing."""
        content = self._sessions.content(request.cookies.get(COOKIE, ""), now)
        if content is None:
            return None
        *visit, lang = orjson.loads(content)
        return Visitor(Visit(*visit), lang)

    def _cookie(self, value: str, lives: int, *, framed: bool) -> str:
        """Write it by hand: `http.cookies` knows `Partitioned` from Python 3.14 on."""
        secure = "; Secure" if self._secure else ""
        site = "None; Partitioned" if framed else "Lax"
        return f"{COOKIE}={value}; Max-Age={lives}; Path={PATH}; HttpOnly{secure}; SameSite={site}"
