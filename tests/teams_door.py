"""The bot's route in Teams with a door behind it that replies what a test wants."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from adapters.admission import Admission
from adapters.teams.app import add_routes
from adapters.teams.auth import make_guard
from adapters.teams.inbound import to_event
from adapters.teams.outbound import TeamsMessenger
from bot.events import Channel, Inbound
from bot.messages import Message, Reply, Span, Text
from tests.fake_teams import Chat, FakeTeams, fake_connector


def said(text: str, *elements: Any) -> Message:
    """Make a message that says something."""
    return Message("en", text, (Text((Span(text),)), *elements))


@dataclass
class Recorder:
    """A door that keeps what came in and replies what the test wants."""

    events: list[Inbound] = field(default_factory=list)
    replies: list[Reply | Exception | None] = field(default_factory=list)
    go_on: asyncio.Event | None = None
    done: int = 0

    async def __call__(self, event: Inbound) -> Reply | None:
        self.events.append(event)
        if self.go_on:
            await self.go_on.wait()
        self.done += 1
        reply = self.replies.pop(0) if self.replies else None
        if isinstance(reply, Exception):
            raise reply
        return reply

    @property
    def last(self) -> Inbound:
        return self.events[-1]


@dataclass
class TeamsDoor:
    """The bot's route, the service and people in front of it."""

    teams: FakeTeams
    http: aiohttp.ClientSession
    url: str
    door: Recorder
    messenger: TeamsMessenger
    server: BaseTestServer
    now: datetime

    def chat(self, **who: Any) -> Chat:
        return self.teams.chat(self.http, self.url, **who)

    async def post(self, chat: Chat, message: Message) -> None:
        """Let the bot say something to the person, or in the room they are in."""
        event = to_event(chat.activity("message", text="x"), self.now)
        assert event
        channel: Channel | None = event.channel
        await self.messenger.post(channel.address if channel else event.address, message)


@asynccontextmanager
async def teams_door(now: datetime, admission: Admission | None = None) -> AsyncIterator[TeamsDoor]:
    """Open the route on loopback, at a time that stands still."""
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        app, door = web.Application(), Recorder()
        messenger = TeamsMessenger(http, None, now=lambda: now)
        add_routes(
            app,
            guard=make_guard(app_id="", allow_anonymous=True, on_loopback=True),
            handle=door,
            messenger=messenger,
            now=lambda: now,
            pauses=(0.01, 0.01),
            admission=admission,
        )
        async with TestServer(app, host="127.0.0.1") as server:
            url = str(server.make_url("")).rstrip("/")
            yield TeamsDoor(teams, http, url, door, messenger, server, now)
