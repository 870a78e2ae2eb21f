"""The dashboard's addresses: who may look is asked anew each time, and each look is noted."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from aiohttp import web

from adapters.web.dashboard import exports
from adapters.web.dashboard.charts import MOST_MONTHS, Picture, pictures
from adapters.web.dashboard.drawings import Drawings
from adapters.web.dashboard.page import Adapted, body, lines
from adapters.web.dashboard.spreadsheet import table
from adapters.web.dashboard.told import Why, door, figures, told
from adapters.web.dashboard.views import Months, Read, UnknownView, View, Views
from adapters.web.dashboard.way_in import PATH, DashboardLinks, Visitor
from adapters.web.layout import lang_asked
from adapters.web.pictures import NotDrawn, draw
from bot.campaigns.arrivals import Entry, Visit
from bot.campaigns.looking import Standing
from bot.errors import Busy, Unreadable
from bot.language import Lang, Wording
from bot.measuring.published import Month
from bot.reports.leaving import ThemeLeft, themes_left
from bot.reports.words import Words

Enter: TypeAlias = Callable[[Visit], Awaitable[Entry]]
"""Uses a link up. Raises `Busy`."""

Stands: TypeAlias = Callable[[Visit], Awaitable[Standing]]
"""Tells whether the page is still open to somebody who came in."""

Note: TypeAlias = Callable[[Visit, Month, str], Awaitable[Standing]]
"""Writes down that somebody looked at a month of a group, if the page is open to them.

If it is not, nothing is noted, and nothing may be shown. Raises `Busy`.
"""

Changes: TypeAlias = Callable[[Month], Awaitable[Sequence[Adapted]]]
"""Lists what was changed in a month because of figures."""

log = logging.getLogger(__name__)


async def no_changes(_month: Month) -> Sequence[Adapted]:
    """Tell of no changes."""
    return ()


@dataclass(frozen=True, slots=True)
class Access:
    """Who may come in and look."""

    enter: Enter
    stands: Stands
    note: Note


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from."""

    months: Months
    read: Read
    changes: Changes = no_changes


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands around the figures: interface texts, and what themes are called."""

    wording: Mapping[str, Wording]
    themes: Mapping[str, Wording]

    def words(self, lang: Lang) -> Words:
        """Return the texts in one language."""
        return Words(lang, self.wording)


def add_routes(
    app: web.Application,
    links: DashboardLinks,
    access: Access,
    source: Source,
    texts: Texts,
    now: Callable[[], datetime],
    drawings: Drawings | None = None,
) -> None:
    """Serve `/dashboard`, its way in, and its exports."""
    site = _Site(links, access, source, texts, now, drawings or Drawings())
    app.router.add_get(f"{PATH}/enter/{{token}}", site.show_door)
    app.router.add_post(f"{PATH}/enter/{{token}}", site.enter)
    app.router.add_post(f"{PATH}/leave", site.leave)
    app.router.add_get(PATH, site.show, allow_head=False)
    app.router.add_get(f"{PATH}/figures.csv", site.table, allow_head=False)
    app.router.add_get(f"{PATH}/{{picture:[a-z_]+}}.png", site.picture, allow_head=False)


class _Refused(Exception):
    def __init__(self, words: Words, why: Why) -> None:
        super().__init__(why)
        self.page = told(words, why)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A view with its pictures, in one language."""

    words: Words
    view: View
    pictures: list[Picture]
    left: list[ThemeLeft]

    @property
    def key(self) -> tuple[str, str, str]:
        return str(self.view.closed.month), self.view.group, self.words.lang


class _Site:
    def __init__(
        self,
        links: DashboardLinks,
        access: Access,
        source: Source,
        texts: Texts,
        now: Callable[[], datetime],
        drawings: Drawings,
    ) -> None:
        self._links = links
        self._access = access
        self._source = source
        self._texts = texts
        self._now = now
        self._drawings = drawings
        self._views = Views(source.months, source.read)

    async def show_door(self, request: web.Request) -> web.Response:
        visitor = self._links.visitor_by(request.match_info["token"], self._now())
        if visitor is None:
            return told(self._asked(request), "gone")
        words = self._texts.words(visitor.lang)
        await self._begin_first(words)
        return door(words)

    async def enter(self, request: web.Request) -> web.Response:
        visitor = self._links.visitor_by(request.match_info["token"], self._now())
        if visitor is None:
            return told(self._asked(request), "gone")
        words, who = self._texts.words(visitor.lang), visitor.visit.coachee_id
        try:
            entry = await self._access.enter(visitor.visit)
        except Busy:
            return told(words, "busy")
        log.info("dashboard entry", extra={"coachee_id": who, "state": entry})
        if entry != "entered":
            return told(words, "used" if entry == "used" else "revoked")
        return self._let_in(request, visitor)

    async def leave(self, request: web.Request) -> web.Response:
        visitor = self._links.visitor(request, self._now())
        words = self._texts.words(visitor.lang) if visitor else self._asked(request)
        response = told(words, "left")
        self._links.close(request, response)
        return response

    async def show(self, request: web.Request) -> web.Response:
        try:
            looked = await self._look(request)
        except _Refused as refused:
            return refused.page
        drawn = self._drawings.ready(looked.key)
        if drawn is None:
            self._drawings.begin(looked.key, looked.pictures)
        changes = await self._source.changes(looked.view.closed.month)
        told = body(looked.words, looked.view, looked.pictures, drawn, changes, looked.left)
        return figures(looked.words, told)

    async def table(self, request: web.Request) -> web.Response:
        try:
            looked = await self._look(request)
        except _Refused as refused:
            return refused.page
        keys = [one.key for _, one in lines(looked.words, looked.view)]
        content = table(looked.words, looked.view, keys, looked.left, self._texts.themes)
        return _file(content, "text/csv", exports.name(looked.view, "csv"))

    async def picture(self, request: web.Request) -> web.Response:
        try:
            looked = await self._look(request)
        except _Refused as refused:
            return refused.page
        asked = request.match_info["picture"]
        found = next((one for one in looked.pictures if one.id == asked), None)
        plot = exports.plot(looked.words, looked.view, found) if found else None
        if plot is None:
            return told(looked.words, "unknown_view")
        try:
            content = await asyncio.to_thread(draw, plot, "png")
        except NotDrawn as error:
            log.warning("chart_not_drawn", extra={"reason": str(error)})
            return told(looked.words, "busy")
        return _file(content, "image/png", exports.name(looked.view, f"{asked}.png"))

    async def _begin_first(self, words: Words) -> None:
        """Begin to draw what is seen first, so that it is there once the button is pressed."""
        try:
            view = await self._views.find({}, MOST_MONTHS)
        except (UnknownView, Busy, Unreadable):
            return
        if view:
            first = self._looked(words, view)
            self._drawings.begin(first.key, first.pictures)

    async def _look(self, request: web.Request) -> _Looked:
        """Let somebody look, and note it before anything is shown.

        Raises:
            _Refused: they may not, or there is no such view.
        """
        visitor = self._links.visitor(request, self._now())
        if visitor is None:
            raise _Refused(self._asked(request), "closed")
        words = self._texts.words(visitor.lang)
        _let_pass(words, await self._access.stands(visitor.visit))
        view = await self._view(request, words)
        await self._note(visitor, words, view)
        return self._looked(words, view)

    def _looked(self, words: Words, view: View) -> _Looked:
        months, themes = [*view.earlier, view.closed], self._texts.themes
        left = themes_left(words, view.closed, view.before, themes) if view.of_company else []
        return _Looked(words, view, pictures(words, months, view.group, themes), left)

    async def _view(self, request: web.Request, words: Words) -> View:
        if len(request.query) != len(set(request.query)):
            raise _Refused(words, "unknown_view")
        try:
            view = await self._views.find(request.query, MOST_MONTHS)
        except UnknownView:
            raise _Refused(words, "unknown_view") from None
        except Unreadable as error:
            log.error("unreadable", extra={"what": str(error)})  # noqa: TRY400 - a trace says no more
            raise _Refused(words, "unreadable") from None
        if view is None:
            raise _Refused(words, "none_closed")
        return view

    async def _note(self, visitor: Visitor, words: Words, view: View) -> None:
        try:
            stands = await self._access.note(visitor.visit, view.closed.month, view.group)
        except Busy:
            raise _Refused(words, "busy") from None
        _let_pass(words, stands)

    def _let_in(self, request: web.Request, visitor: Visitor) -> web.Response:
        response = web.Response(status=303, headers={"Location": PATH, "Cache-Control": "no-store"})
        self._links.open(request, response, visitor, self._now())
        return response

    def _asked(self, request: web.Request) -> Words:
        return self._texts.words(lang_asked(request))


def _let_pass(words: Words, stands: Standing) -> None:
    """Raise `_Refused` if the page is not open."""
    if stands != "open":
        raise _Refused(words, stands)


def _file(content: bytes, media: str, name: str) -> web.Response:
    return web.Response(
        body=content,
        content_type=media,
        charset="utf-8" if media.startswith("text/") else None,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        },
    )
