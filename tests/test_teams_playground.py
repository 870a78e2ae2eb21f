"""The bot's route, talked to by Microsoft's own client."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.teams.app import add_routes
from adapters.teams.auth import make_guard
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.phrases import PHRASES
from bot.events import ChannelJoined, Clicked, Inbound, Installed, MessageRef, Said, Submitted
from bot.messages import Choices, Field, Footer, Form, Heading, Message, Option, Reply, Span, Text
from tests.agents_playground import Playground, agents_playground
from tests.fakes import until

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FORM = Form("f1", "en", "Your words", "Send", "Cancel", (Field("action", "What exactly?", "long"),))


def message(title: str, *options: Option) -> Message:
    asked = (Choices("t1", options),) if options else ()
    footer = Footer("Only you see this", "Help", (Option("pause", "Pause"),))
    return Message("en", title, (Heading(title), Text((Span(title),)), *asked, footer))


@dataclass
class Bot:
    """A bot with one question, an answer and a form."""

    messenger: TeamsMessenger
    events: list[Inbound] = field(default_factory=list)
    asked: MessageRef | None = None

    async def __call__(self, event: Inbound) -> Reply | None:
        self.events.append(event)
        if isinstance(event, Said) and event.channel:
            question = message("Team?", Option("y", "Yes"), Option("own", "Write", form=True))
            self.asked = await self.messenger.post(event.channel.address, question)
            await self.messenger.post(event.channel.address, message("Below."), self.asked)
            return Reply(show=message("For you alone."))
        if isinstance(event, Said):
            question = message("Shall we?", Option("y", "Yes"), Option("own", "Write", form=True))
            self.asked = await self.messenger.post(event.address, question)
        if isinstance(event, Clicked):
            return Reply(form=FORM) if event.option == "own" else Reply(card=message("Good."))
        if isinstance(event, Submitted) and self.asked:
            await self.messenger.update(event.address, self.asked, message("Kept *that*."))
        return None


@dataclass
class Room:
    bot: Bot
    playground: Playground


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with aiohttp.ClientSession() as http:
        messenger = TeamsMessenger(http, None, now=lambda: NOW)
        bot, app = Bot(messenger), web.Application()
        add_routes(
            app,
            guard=make_guard(app_id="", allow_anonymous=True, on_loopback=True),
            handle=bot,
            messenger=messenger,
            now=lambda: NOW,
        )
        async with TestServer(app, host="127.0.0.1") as server:
            url = str(server.make_url("")).rstrip("/")
            async with agents_playground(url) as playground:
                yield Room(bot, playground)


async def test_microsofts_client_talks_with_the_bot(room: Room) -> None:
    """A message in, a card out, a press, the card renewed; then a form without dialogs."""
    await room.playground.install()
    await until(lambda: len(room.bot.events) == 2)
    assert {type(event) for event in room.bot.events} == {Installed}
    assert len({event.id for event in room.bot.events}) == 1

    await room.playground.say("bonjour")
    question = await room.playground.until_shown("Shall we?")
    assert question.read() == "Shall we?\nShall we?\nOnly you see this"

    await room.playground.press("Write")
    form = await room.playground.until_shown("Your words")
    assert await room.playground.press("Send", action="Ask two questions.") == PHRASES.noted.en
    sent = room.bot.events[-1]
    assert isinstance(sent, Submitted)
    assert sent.values == {"action": "Ask two questions."}
    assert form.id != question.id
    await room.playground.until_shown("Kept *that*.")

    await room.playground.say("encore")
    await room.playground.until_shown("Shall we?")
    assert await room.playground.press("Yes") == ""
    assert "Good." in room.playground.last.read()
    clicked = room.bot.events[-1]
    assert isinstance(clicked, Clicked)
    assert clicked.option == "y"
    assert clicked.ref
    assert clicked.ref["activity_id"] == room.playground.last.id


async def test_microsofts_client_meets_the_bot_in_a_channel(room: Room) -> None:
    """Added, addressed and pressed in a channel; what is private comes in a chat of its own."""
    channel = room.playground.in_channel()
    await channel.install()
    await until(lambda: len(room.bot.events) == 2)
    joined, again = room.bot.events
    assert isinstance(joined, ChannelJoined)
    assert isinstance(again, ChannelJoined)
    assert joined.id == again.id
    assert joined.channel
    roster = await room.bot.messenger.roster(joined.channel.address)
    others = {one["aadObjectId"] for one in room.playground.others()}
    assert {one.person for one in roster.people} == others | {joined.actor.person}
    assert {one.kind for one in roster.people} == {"member"}

    await channel.say("team setup")
    await channel.until_shown("Team?")
    said = room.bot.events[-1]
    assert isinstance(said, Said)
    assert said.text == "team setup"
    assert said.channel == joined.channel
    await channel.until_shown("Below.")
    await room.playground.until_shown("For you alone.")

    assert await channel.press("Yes") == ""
    clicked = room.bot.events[-1]
    assert isinstance(clicked, Clicked)
    assert clicked.channel == joined.channel
    assert clicked.ref
    assert clicked.ref["activity_id"] == (room.bot.asked or {})["activity_id"]
    await room.bot.messenger.update(joined.channel.address, clicked.ref, message("Closed."))
    await channel.until_shown("Closed.")

    await room.bot.messenger.post(
        joined.channel.address, message("Next?", Option("own", "Write", form=True))
    )
    await channel.until_shown("Next?")
    await channel.press("Write")
    await room.playground.until_shown("Your words")
    assert "Your words" not in "".join(m.read() for m in channel.messages())
    await room.playground.press("Send", action="Ask two questions.")
    assert isinstance(room.bot.events[-1], Submitted)
