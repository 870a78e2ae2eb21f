"""The export of one's own data and plan: a signed address that works for ten minutes."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import orjson
from aiohttp import web

from adapters.web.links import SignedLinks

LIVES = 600
"""Seconds an address works."""

_GONE = (
    "This link no longer works. Type ‘my data’ or ‘plan’ in the chat for a new one.\n"
    "Ce lien ne fonctionne plus. Tapez « mes données » ou « plan » dans la conversation pour en "
    "obtenir un nouveau.\n"
)

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
    """Serve `/export/{signed}` as a JSON file, and the plan beside it in three forms."""

    async def export(request: web.Request) -> web.Response:
        coachee_id = links.coachee_id(request.match_info["signed"], now())
        found = await collect(coachee_id) if coachee_id else None
        if found is None:
            raise _not_found()
        body = orjson.dumps(found, option=orjson.OPT_INDENT_2)
        return _file(body, "application/json", "declic-export.json")

    async def plan(request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        coachee_id = links.coachee_id(request.match_info["signed"], now())
        found = await collect_plan(coachee_id, kind) if coachee_id else None
        if found is None:
            raise _not_found()
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


def _not_found() -> web.HTTPNotFound:
    return web.HTTPNotFound(text=_GONE)
