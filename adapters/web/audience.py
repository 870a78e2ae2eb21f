"""The page that takes the list of a campaign, for those too long for a form in the chat.

Whoever has the link is who it was made for: it is encrypted, works for half an hour, and brings
one list.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

import orjson
from aiohttp import BodyPartReader, web

from adapters.web import audience_words as words
from adapters.web.audience_page import FILE, Fault, Pages
from adapters.web.layout import lang_asked
from adapters.web.links import SignedLinks, mark
from bot.errors import Busy
from bot.language import Lang, Wording

LIVES = 30 * 60
"""Seconds an address works."""

MOST_MEGABYTES = 20

PIECE = 64 * 1024
"""Bytes read at a time."""

log = logging.getLogger(__name__)


class Read(Protocol):
    """A list as it was understood: a row for each person, and what is wrong with lines."""

    @property
    def rows(self) -> Sequence[object]:
        """Each a person."""

    @property
    def faults(self) -> Sequence[Fault]:
        """In the order of the lines."""


@dataclass(frozen=True, slots=True)
class BroughtList:
    """What became of a list.

    Attributes:
        state: taken; used, the link brought one before; refused, the person may not do this any
            more, or is gone; closed, the campaign is no draft any more, or is gone.
        read: what was understood of it, if it was taken. Without a row nothing was changed, and
            the link stays unused.
    """

    state: Literal["taken", "used", "refused", "closed"]
    read: Read | None = None


class Bring(Protocol):
    """Takes a list to a campaign."""

    async def __call__(
        self, coachee_id: str, campaign_id: str, content: bytes, key: str
    ) -> BroughtList:
        """Add the people of a list; `key` is the link's own, and counts once.

        Raises:
            Busy: nothing was changed.
        """


@dataclass(frozen=True, slots=True)
class Errand:
    """What a link is for: who brings a list to which campaign, in which language."""

    coachee_id: str
    campaign_id: str
    lang: Lang
    key: str


class ListLinks:
    """Makes and reads addresses of the page."""

    def __init__(self, keys: str, base_url: str) -> None:
        self._links = SignedLinks(keys, base_url, "campaign-list", lives=LIVES)

    def address(self, coachee_id: str, campaign_id: str, lang: Lang, now: datetime) -> str | None:
        """Return where somebody can bring a list; None without a public address."""
        return self._links.address(orjson.dumps([coachee_id, campaign_id, lang]), now)

    def errand(self, token: str, now: datetime) -> Errand | None:
        """Return what a link is for; None if it is forged or too old."""
        content = self._links.content(token, now)
        if content is None:
            return None
        coachee_id, campaign_id, lang = orjson.loads(content)
        return Errand(coachee_id, campaign_id, lang, f"list:{mark(token)}")


class _NotTaken(Exception):
    """What was sent is no list; `told` says why."""

    def __init__(self, told: Wording, status: int) -> None:
        super().__init__(told.en)
        self.told = told
        self.status = status


def add_routes(
    app: web.Application,
    links: ListLinks,
    bring: Bring,
    wording: Mapping[str, Wording],
    now: Callable[[], datetime],
) -> None:
    """Serve `/campaign-list/{token}`: the page, and what its form sends.

    `wording` has the reasons of faults.
    """
    pages = Pages(wording, {"most": str(MOST_MEGABYTES), "minutes": str(LIVES // 60)})

    async def show(request: web.Request) -> web.Response:
        errand = links.errand(request.match_info["token"], now())
        if errand is None:
            return pages.refusal(lang_asked(request), "gone")
        return pages.form(errand.lang)

    async def take(request: web.Request) -> web.Response:
        errand = links.errand(request.match_info["token"], now())
        if errand is None:
            return pages.refusal(lang_asked(request), "gone")
        try:
            content = await _sent(request)
            brought = await bring(errand.coachee_id, errand.campaign_id, content, errand.key)
        except _NotTaken as fault:
            return pages.form(errand.lang, fault.told, status=fault.status)
        except Busy:
            return pages.form(errand.lang, words.BUSY, status=503)
        return _answer(pages, errand, brought)

    app.router.add_get("/campaign-list/{token}", show)
    app.router.add_post("/campaign-list/{token}", take)


def _answer(pages: Pages, errand: Errand, brought: BroughtList) -> web.Response:
    log.info("campaign list", extra={"campaign_id": errand.campaign_id, "state": brought.state})
    if brought.state != "taken":
        return pages.refusal(errand.lang, brought.state)
    rows, faults = (brought.read.rows, brought.read.faults) if brought.read else ((), ())
    if not rows:
        return pages.form(errand.lang, words.NOBODY, faults, status=422)
    return pages.taken(errand.lang, len(rows), faults)


async def _sent(request: web.Request) -> bytes:
    """Read the file piece by piece, so that one that is too long is never held whole."""
    if request.content_type != "multipart/form-data":
        raise _NotTaken(words.BROKEN, 400)
    content = bytearray()
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name == FILE:
                await _read(part, content)
    except ValueError as error:
        raise _NotTaken(words.BROKEN, 400) from error
    if not content:
        raise _NotTaken(words.NO_FILE, 422)
    return bytes(content)


async def _read(part: BodyPartReader, content: bytearray) -> None:
    while not part.at_eof():
        content += await part.read_chunk(PIECE)
        if len(content) > MOST_MEGABYTES * 1_000_000:
            raise _NotTaken(words.TOO_LARGE, 413)
