"""The export of one's own data and plan: a signed address that works for ten minutes."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, TypeVar

import orjson
from aiohttp import web

from adapters.web.links import SignedLinks
from bot.errors import Busy, Unreadable

LIVES = 600
"""Seconds an address works."""

_GONE = (
    "This link no longer works. Type ‘my data’ or ‘plan’ in the chat for a new one.\n"
    "Ce lien ne fonctionne plus. Tapez « mes données » ou « plan » dans la conversation pour en "
    "obtenir un nouveau.\n"
)

_BUSY = (
    "Too much is going on right now. Please load the page again in a minute.\n"
    "Il y a trop d’activité en ce moment. Rechargez la page dans une minute.\n"
)
_UNREADABLE = (
    "What you wrote is kept, but with a key that the server no longer has. Whoever runs Déclic can "
    "give it back; nothing was changed or deleted.\n"
    "Ce que vous avez écrit est conservé, mais avec une clé que le serveur n’a plus. La personne "
    "qui exploite Déclic peut la remettre ; rien n’a été modifié ni effacé.\n"
)

T = TypeVar("T")

log = logging.getLogger(__name__)

Collect = Callable[[str], Awaitable[dict[str, Any] | None]]
CollectPlan = Callable[[str, str], Awaitable[tuple[bytes, str] | None]]
"""Writes the plan of a person as one kind of file: content and media type."""


class ExportLinks:
    """Makes and reads addresses of an export."""

    def __init__(self, keys: str, base_url: str) -> None:
        self._links = SignedLinks(keys, base_url, "export", lives=LIVES)

    def address(self, coachee_id: str, now: datetime) -> str | None:
        """Return the address of a person's export; None without a public address."""
        return self._links.address(coachee_id.encode(), now)

    def coachee_id(self, signed: str, now: datetime) -> str | None:
        """Return whose export it is; None if it is forged or too old."""
        read = self._links.content(signed, now)
        return None if read is None else read.decode()


def add_routes(
    app: web.Application,
    links: ExportLinks,
    collect: Collect,
    collect_plan: CollectPlan,
    now: Callable[[], datetime],
) -> None:
    """Serve `/export/{signed}` as a JSON file, and the plan beside it in three forms.

    `collect` and `collect_plan` return None where nobody is there any more, and raise `Busy`, and
    `Unreadable` for want of a key.
    """

    async def export(request: web.Request) -> web.Response:
        coachee_id = links.coachee_id(request.match_info["signed"], now())
        found = await _found(collect(coachee_id) if coachee_id else None)
        body = orjson.dumps(found, option=orjson.OPT_INDENT_2)
        return _file(body, "application/json", "declic-export.json")

    async def plan(request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        coachee_id = links.coachee_id(request.match_info["signed"], now())
        found = await _found(collect_plan(coachee_id, kind) if coachee_id else None)
        return _file(*found, f"declic-plan.{kind}")

    app.router.add_get("/export/{signed}", export)
    app.router.add_get("/export/{signed}/plan.{kind}", plan)


def _file(body: bytes, media: str, name: str) -> web.Response:
    return web.Response(
        body=body,
        content_type=media,
        charset="utf-8" if media.startswith("text/") else None,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
        },
    )


async def _found(collecting: Awaitable[T | None] | None) -> T:
    """Wait for what is asked for; answer in one calm sentence where it is not to be had."""
    try:
        found = await collecting if collecting else None
    except Busy:
        raise web.HTTPServiceUnavailable(text=_BUSY) from None
    except Unreadable as error:
        log.error("unreadable", extra={"what": str(error)})  # noqa: TRY400 - a trace says no more
        raise web.HTTPServiceUnavailable(text=_UNREADABLE) from None
    if found is None:
        raise web.HTTPNotFound(text=_GONE)
    return found
