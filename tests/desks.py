"""Three companies with HR at work: in Slack, in Teams and in the playground."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.outbound import SlackMessenger
from adapters.teams.outbound import TeamsMessenger
from bot.language import Lang
from bot.ports import Messenger
from storage.store import Store
from tests.desk import Desk
from tests.fake_slack import fake_slack
from tests.fake_teams import BOT_ID, TENANT, fake_connector
from tests.fakes import Clock
from tests.room import Seat
from tests.room_playground import PageRoom, PageSeat
from tests.room_slack import CHANNEL, SlackRoom, SlackSeat
from tests.room_teams import TeamsSeat
from tests.rooms import (
    playground_room,
    seated_in_slack,
    seated_in_teams,
    slack_room,
    teams_room,
)
from tests.stage_playground import _elements
from tests.stages import add_slack, add_teams
from tests.teams_reading import nodes, texts
from tests.world import world

OWNERS = frozenset(
    {"slack:T0TEAM:U0TEAM", f"teams:{TENANT}:aad-mate0", "playground:local:player-1"}
)
"""Who sits first, wherever it is."""


class SlackDesk(Desk):
    """Slash commands; channels and people are named in Slack's own markup."""

    refills = False

    async def command(self, seat: Seat, text: str) -> None:
        await seat.own.say(f"/coach-campaign {text}".strip())

    async def wish(self, seat: Seat, wish: str) -> None:
        await self.command(seat, wish.format(room=f"<#{CHANNEL}|managers>"))

    async def appoint(self, by: Seat, role: str, whom: Seat) -> None:
        await self.command(by, f"roles {role} <@{whom.id}|{whom.id.lower()}>")

    def mail(self, number: int) -> str:
        return f"mate{number}@example.org"

    def question(self, seat: Seat, label: str) -> str:
        assert isinstance(seat, SlackSeat)
        blocks = [block for one in seat.person.messages for block in one.blocks]
        found = [e for block in blocks for e in block.get("elements", ())]
        asked = [e for e in found if "confirm" in e and e["text"]["text"] == label]
        return str(asked[-1]["confirm"]["text"]["text"])

    async def put_away(self, seat: Seat) -> None:
        assert isinstance(seat, SlackSeat)
        seat.own.slack.modals[seat.id].clear()


class TeamsDesk(Desk):
    """Words in the chat; where a channel or a person is meant, in the channel."""

    tells_langs = False

    async def command(self, seat: Seat, text: str) -> None:
        word = {"en": "campaign", "fr": "campagne"}[seat.lang]
        await seat.own.say(f"{word} {text}".strip())

    async def wish(self, seat: Seat, wish: str) -> None:
        words = wish.replace(" for {room}", "").replace(" pour {room}", "")
        await seat.there.say(f"campaign {words}")

    async def appoint(self, by: Seat, role: str, whom: Seat) -> None:
        assert isinstance(by, TeamsSeat)
        assert isinstance(whom, TeamsSeat)
        person = whom.chat.person
        called = {"id": BOT_ID, "name": "Déclic"}
        named = {"id": f"29:{person}", "aadObjectId": whom.id, "name": person.title()}
        mentions = [
            {"type": "mention", "text": "<at>Déclic</at>", "mentioned": called},
            {"type": "mention", "text": f"<at>{person.title()}</at>", "mentioned": named},
        ]
        words = f"<at>Déclic</at> campaign roles {role} <at>{person.title()}</at>"
        await by.there.chat.say(words, entities=mentions)
        await by.there.answered()

    def question(self, seat: Seat, label: str) -> str:
        assert isinstance(seat, TeamsSeat)
        found = [node for one in seat.chat.messages for node in nodes(one.card)]
        asked = [n for n in found if n.get("type") == "Action.ShowCard" and n["title"] == label]
        return "\n".join(texts(asked[-1]["card"]))

    def called(self, seat: Seat) -> str:
        return seat.named.removeprefix("@")

    def mail(self, number: int) -> str:
        return f"mate{number}@contoso.example"


class PageDesk(Desk):
    """Words in the chat; channels and people are named as the page offers them."""

    async def command(self, seat: Seat, text: str) -> None:
        word = {"en": "campaign", "fr": "campagne"}[seat.lang]
        await seat.own.say(f"{word} {text}".strip())

    async def wish(self, seat: Seat, wish: str) -> None:
        await self.command(seat, wish.format(room="#The team"))

    async def appoint(self, by: Seat, role: str, whom: Seat) -> None:
        await self.command(by, f"roles {role} @Mate {self.room.seats.index(whom)}")

    def mail(self, number: int) -> str:
        return f"mate.{number}@example.org"

    def question(self, seat: Seat, label: str) -> str:
        assert isinstance(seat, PageSeat)
        elements = [e for one in seat.own.entries.values() for e in _elements(one)]
        options = [option for e in elements for option in e.get("options", ())]
        return str(next(o["confirm"] for o in reversed(options) if o["label"] == label))

    async def put_away(self, seat: Seat) -> None:
        assert isinstance(seat, PageSeat)
        if seat.own.form() or seat.own.window().strip():
            await seat.own._ask(f"{seat.own.here}/close", {})

    async def check(self) -> None:
        assert isinstance(self.room, PageRoom)
        for chair in (self.owner, self.hr, self.chairs[8]):
            await self.room.check_chat(chair.seat)


@asynccontextmanager
async def slack_desk(store: Store, clock: Clock, langs: Sequence[Lang]) -> AsyncIterator[Desk]:
    """A company in Slack."""
    async with slack_room(store, clock, langs, OWNERS) as room:
        assert isinstance(room, SlackRoom)
        for number, seat in enumerate(room.seats):
            room.slack.mail(seat.id, f"mate{number}@example.org")
        yield SlackDesk(room, await room.receive_guest())


@asynccontextmanager
async def teams_desk(store: Store, clock: Clock, langs: Sequence[Lang]) -> AsyncIterator[Desk]:
    """A company in Teams."""
    async with teams_room(store, clock, langs, OWNERS) as room:
        yield TeamsDesk(room, await room.receive_guest())


@asynccontextmanager
async def page_desk(store: Store, clock: Clock, langs: Sequence[Lang]) -> AsyncIterator[Desk]:
    """A company that is played."""
    async with playground_room(store, clock, langs, OWNERS) as room:
        assert isinstance(room, PageRoom)
        assert room[0].id == "player-1"
        yield PageDesk(room, await room.receive_guest())


@asynccontextmanager
async def two_desks(
    store: Store, clock: Clock, in_slack: Sequence[Lang], in_teams: Sequence[Lang]
) -> AsyncIterator[tuple[Desk, Desk]]:
    """One company in both, with one bot; whoever sits last has the same mail address in both."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack(now=clock))
        teams = await stack.enter_async_context(fake_connector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        client = AsyncWebClient("xoxb-test", slack.url, session=session)
        client.retry_handlers = []
        to_slack = SlackMessenger(client, now=clock)
        to_teams = TeamsMessenger(session, None, now=clock)
        ways: dict[str, Messenger] = {"slack": to_slack, "teams": to_teams}
        made = await stack.enter_async_context(world(store, ways, clock, owners=OWNERS))
        site = web.Application()
        slack.told = add_slack(site, made, client, to_slack).asides.finish
        add_teams(site, made, to_teams)
        http = await stack.enter_async_context(TestClient(TestServer(site)))
        chat = teams.chat(session, str(http.make_url("")).rstrip("/"))
        here = await seated_in_slack(made, slack, http, in_slack)
        there = await seated_in_teams(made, chat, in_teams)
        desks = SlackDesk(here, here[0]), TeamsDesk(there, there[0])
        for number, seat in enumerate(here.seats):
            slack.mail(seat.id, desks[0].mail(number))
        slack.mail(here.seats[-1].id, desks[1].mail(len(in_teams) - 1))
        yield desks


DESKS: Mapping[str, Callable[..., Any]] = {
    "slack": slack_desk,
    "teams": teams_desk,
    "playground": page_desk,
}
"""Every company by its platform's name."""
