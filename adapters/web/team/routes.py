"""The address of a team's page: it reads and changes nothing, and asks each time who may look."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from aiohttp import web

from adapters.web.layout import lang_asked
from adapters.web.pictures import Kind, Make, NotDrawn, Pictures, draw, inlined
from adapters.web.plot import specification
from adapters.web.team.links import PATH, TeamLinks
from adapters.web.team.page import ON_PAGE, chart_of, refusal, shown
from bot.errors import Busy, Unreadable
from bot.language import Lang, Wording
from bot.messages import Chart
from bot.reports.words import Words
from bot.teams.history import History

PATIENCE = 4.0
"""Seconds that somebody waits for the picture; without it the table says the same."""

Read: TypeAlias = Callable[[str, str], Awaitable[History | None]]
"""Reads what somebody may see of a team (coachee id, team id), in their language.

None if they are not in it, or it is gone. Raises `Busy`, and `Unreadable` for want of a key.
"""

log = logging.getLogger(__name__)


def drawn_on_page(chart: Chart, kind: Kind) -> bytes:
    """Draw a chart in the colours of the page. Raises `NotDrawn`."""
    return inlined(draw(specification(chart, ON_PAGE), kind).decode(), chart.alt).encode()


def add_routes(
    app: web.Application,
    links: TeamLinks,
    read: Read,
    wording: Mapping[str, Wording],
    now: Callable[[], datetime],
    make: Make[Chart] = drawn_on_page,
    patience: float = PATIENCE,
) -> None:
    """Serve `/team-results/{token}`."""
    site = _Site(links, read, wording, now, _Sketches(Pictures(make), patience))
    app.router.add_get(f"/{PATH}/{{token}}", site.show, allow_head=False)


class _Site:
    def __init__(
        self,
        links: TeamLinks,
        read: Read,
        wording: Mapping[str, Wording],
        now: Callable[[], datetime],
        sketches: "_Sketches",
    ) -> None:
        self._links = links
        self._read = read
        self._wording = wording
        self._now = now
        self._sketches = sketches

    async def show(self, request: web.Request) -> web.Response:
        reader = self._links.reader(request.match_info["token"], self._now())
        if reader is None:
            return refusal(self._words(lang_asked(request)), "gone")
        try:
            told = await self._read(reader.coachee_id, reader.team_id)
        except Busy:
            return refusal(self._words(reader.lang), "busy")
        except Unreadable as error:
            log.error("unreadable", extra={"what": str(error)})  # noqa: TRY400 - a trace says no more
            return refusal(self._words(reader.lang), "unreadable")
        if told is None:
            return refusal(self._words(reader.lang), "left")
        chart = chart_of(told)
        svg = await self._sketches.get(chart) if chart else ""
        return shown(self._words(told.over_time.lang), told, svg)

    def _words(self, lang: Lang) -> Words:
        return Words(lang, self._wording)


class _Sketches:
    """Pictures, as far as they are drawn in time; the late ones are there the next time."""

    def __init__(self, pictures: Pictures[Chart], patience: float) -> None:
        self._pictures = pictures
        self._patience = patience
        self._begun: set[asyncio.Task[str]] = set()

    async def get(self, chart: Chart) -> str:
        """Return the SVG of a chart, or nothing: not where others' pictures come first."""
        patience = 0 if self._pictures.is_behind(chart, "svg") else self._patience
        task = asyncio.create_task(self._drawn(chart))
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        done, _ = await asyncio.wait({task}, timeout=patience)
        return task.result() if done else ""

    async def _drawn(self, chart: Chart) -> str:
        try:
            return (await self._pictures.get(chart, "svg")).decode()
        except NotDrawn as error:
            log.warning("chart_not_drawn", extra={"reason": str(error)})
            return ""
