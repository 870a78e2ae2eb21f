"""The bot's web server for Slack, with a stand-in for the conversation behind it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient

from adapters.admission import Admission
from adapters.slack.answers import Phrases
from adapters.slack.app import slack_app
from adapters.slack.entry import add_routes
from adapters.slack.front import Front
from adapters.slack.outbound import SlackMessenger, open_session, web_client
from bot.events import Inbound
from bot.language import Wording
from bot.messages import Message, Reply
from tests.fake_slack import FakeSlack, fake_slack
from tests.fake_slack_people import SECRET, FakePerson

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
PHRASES = Phrases(
    busy=Wording(en="One moment, please press again.", fr="Un instant, appuyez à nouveau."),
    failed=Wording(en="That went wrong, press again.", fr="Cela a échoué, appuyez à nouveau."),
    expired=Wording(en="Too late, press again.", fr="Trop tard, appuyez à nouveau."),
)

Client = TestClient[web.Request, web.Application]
Serve = Callable[[web.Application], Awaitable[Client]]


@dataclass
class Engine:
    """Stands for the conversation: remembers the events and replies what and when a test wants."""

    reply: Reply | None = None
    error: Exception | None = None
    events: list[Inbound] = field(default_factory=list)
    go_on: asyncio.Event | None = None
    done: int = 0

    async def __call__(self, event: Inbound) -> Reply | None:
        if self.error:
            raise self.error
        self.events.append(event)
        if self.go_on:
            await self.go_on.wait()
        self.done += 1
        return self.reply


@dataclass
class World:
    """The bot's web server between people and Slack."""

    slack: FakeSlack
    engine: Engine
    ana: FakePerson
    messenger: SlackMessenger
    client: Client
    front: Front

    @property
    def event(self) -> Any:
        """The last event."""
        return self.engine.events[-1]

    def person(self, user: str) -> FakePerson:
        """Somebody else."""
        return self.slack.person(user, self.client)

    async def settle(self) -> None:
        """Wait until everybody was told what stands beside the answers."""
        await self.front.asides.finish()

    async def show(self, *elements: Any) -> None:
        """Post a message to Ana."""
        address = {"platform": "slack", "team": "T0TEAM", "user": "U1"}
        await self.messenger.post(address, Message("en", "Hello", elements))


@asynccontextmanager
async def slack_world(serve: Serve, admission: Admission | None = None) -> AsyncIterator[World]:
    """Serve the bot and the fake Slack; Ana is there."""
    async with fake_slack(now=lambda: NOON) as slack, open_session() as session:
        client = web_client("xoxb-test", session, slack.url)
        messenger, engine = SlackMessenger(client, now=lambda: NOON), Engine()
        front = slack_app(
            client=client,
            handle=engine,
            now=lambda: NOON,
            messenger=messenger,
            phrases=PHRASES,
            admission=admission,
        )
        web_app = web.Application()
        add_routes(web_app, front, signing_secret=SECRET, now=lambda: NOON)
        http = await serve(web_app)
        slack.told = front.asides.finish
        world = World(slack, engine, slack.person("U1", http), messenger, http, front)
        yield world
        await world.settle()
