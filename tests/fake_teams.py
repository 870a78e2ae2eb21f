"""A Bot Connector on loopback, its OpenID provider, and people who use Teams.

`teams.calls` is the ledger of what the bot sent, `teams.messages` what stands in the chats
now. Faults are scripted one request at a time. A person acts in their one-to-one chat, and
through `chat.in_room(room)` in a channel or group chat.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.fake_teams_people import Answer, Chat
from tests.fake_teams_rooms import TENANT, Room
from tests.fake_teams_service import APP_ID, BOT_ID, Fault, Posted, Service

__all__ = [
    "APP_ID",
    "BOT_ID",
    "TENANT",
    "Answer",
    "Chat",
    "FakeTeams",
    "Fault",
    "Posted",
    "Room",
    "fake_connector",
]


class FakeTeams(Service):
    """The service, and chairs in front of it."""

    def chat(self, http: aiohttp.ClientSession, bot_url: str, **who: Any) -> Chat:
        """Seat a person in front of the bot; `who` are fields of `Chat`."""
        return Chat(self, http, bot_url, **who)


@asynccontextmanager
async def fake_connector() -> AsyncIterator[FakeTeams]:
    """Run the service on loopback."""
    teams = FakeTeams()
    app = web.Application(middlewares=[teams.disturbed])
    app.add_routes(teams.routes())
    async with TestServer(app, host="127.0.0.1") as server:
        teams.url = str(server.make_url("")).rstrip("/")
        yield teams
