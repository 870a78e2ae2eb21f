"""The rest of a team at Microsoft's client, which seats one person and knows five more.

A hall before the client's connector adds people to its rosters; all but the one person act by
raw activities, which is also how dialogs are reached.
"""

import itertools
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.agents_playground import Shown
from tests.teams_reading import Json, button, sent_by, texts

CONNECTOR = "/_connector"
NEWCOMERS: tuple[Json, ...] = tuple(
    {"id": f"user-id-{n}", "aadObjectId": f"00000000-0000-0000-0000-0000000000{20 + n}"}
    for n in (6, 7)
)
"""With the client's six people they make a team of eight."""


@dataclass(slots=True)
class Hall:
    """Stands before a client's connector, and names more people in its rosters.

    As with Teams itself, and unlike the client, people can also be asked for by the directory's id.
    """

    http: aiohttp.ClientSession
    client_url: str
    more: Sequence[Json]
    ids: dict[str, str] = field(default_factory=dict)

    async def forward(self, request: web.Request) -> web.Response:
        """Ask the client; away it is when it has ended before the bot."""
        *way, last = request.path_qs.split("/")
        address = "/".join([self.client_url, *way[1:], self.ids.get(last, last)])
        kept = {"Content-Type": request.headers.get("Content-Type", "application/json")}
        body = await request.read()
        try:
            answer = await self.http.request(request.method, address, data=body, headers=kept)
        except aiohttp.ClientConnectionError as error:
            raise web.HTTPServiceUnavailable from error
        async with answer:
            told = await answer.read()
        if answer.ok and request.path.endswith("pagedmembers"):
            told = self._filled(told)
        return web.Response(status=answer.status, body=told, content_type=answer.content_type)

    def _filled(self, page: bytes) -> bytes:
        people = [*json.loads(page)["members"], *self.more]
        self.ids |= {one["aadObjectId"]: one["id"] for one in people}
        return json.dumps({"members": people}).encode()


@asynccontextmanager
async def hall(client_url: str, more: Sequence[Json] = NEWCOMERS) -> AsyncIterator[str]:
    """Open a hall and say where the bot finds the connector behind it."""
    async with aiohttp.ClientSession() as http:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", Hall(http, client_url, more).forward)
        async with TestServer(app, host="127.0.0.1") as server:
            yield str(server.make_url(CONNECTOR))


@dataclass(slots=True)
class Colleague:
    """Somebody of the team, by raw activities. `who` has `id` and `aadObjectId`."""

    http: aiohttp.ClientSession
    bot_url: str
    service_url: str
    tenant: str
    who: Json
    locale: str = "en-US"
    dialog: Json = field(default_factory=dict)
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def open(self, shown: Shown, label: str) -> str:
        """Press a button of a channel's message that opens a dialog, and read the dialog."""
        data = button(shown.card, label)["data"]
        return await self._task("task/fetch", data, shown)

    async def send(self, shown: Shown, **values: str) -> str:
        """Send the dialog, filled by name or label, and read what takes its place."""
        pressed = self.dialog["body"][-1]["actions"][0]
        return await self._task("task/submit", sent_by(self.dialog, pressed, values), shown)

    async def _task(self, name: str, data: Json, shown: Shown) -> str:
        value = {"data": data, "context": {"theme": "default"}}
        told = await self._invoke(name, value, shown)
        task = told["task"]
        if task["type"] != "continue":
            return str(task["value"])
        self.dialog = task["value"]["card"]["content"]
        return "\n".join(texts(self.dialog))

    async def _invoke(self, name: str, value: Json, shown: Shown) -> Json:
        activity = {
            "type": "invoke",
            "name": name,
            "value": value,
            "id": f"{self.who['id']}-{next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "locale": self.locale,
            "from": {"id": self.who["id"], "aadObjectId": self.who["aadObjectId"]},
            "recipient": {"id": "28:bot"},
            "replyToId": shown.id,
            "conversation": {
                "id": shown.thread,
                "conversationType": "channel",
                "tenantId": self.tenant,
            },
            "channelData": {"tenant": {"id": self.tenant}, "channel": {"id": shown.place}},
            "entities": [{"type": "clientInfo", "locale": self.locale, "timezone": "UTC"}],
        }
        async with self.http.post(f"{self.bot_url}/api/messages", json=activity) as answer:
            assert answer.status == web.HTTPOk.status_code, await answer.text()
            told: Any = await answer.json()
            return dict(told)
