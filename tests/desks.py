"""Three companies with HR at work: in Slack, in Teams and in the playground."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

from bot.language import Lang
from storage.store import Store
from tests.desk import Desk
from tests.fake_teams import BOT_ID, TENANT
from tests.fakes import Clock
from tests.room import Room, Seat
from tests.room_playground import PageRoom, PageSeat
from tests.room_slack import CHANNEL, SlackRoom, SlackSeat
from tests.room_teams import TeamsSeat
from tests.rooms import playground_room, slack_room, teams_room


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
    async with slack_room(store, clock, langs, frozenset({"slack:T0TEAM:U0TEAM"})) as room:
        assert isinstance(room, SlackRoom)
        for number, seat in enumerate(room.seats):
            room.slack.mail(seat.id, f"mate{number}@example.org")
        yield SlackDesk(room, await room.receive_guest())


@asynccontextmanager
async def teams_desk(store: Store, clock: Clock, langs: Sequence[Lang]) -> AsyncIterator[Desk]:
    """A company in Teams."""
    async with teams_room(store, clock, langs, frozenset({f"teams:{TENANT}:aad-mate0"})) as room:
        yield TeamsDesk(room, await room.receive_guest())


@asynccontextmanager
async def page_desk(store: Store, clock: Clock, langs: Sequence[Lang]) -> AsyncIterator[Desk]:
    """A company that is played."""
    owners = frozenset({"playground:local:player-1"})
    async with playground_room(store, clock, langs, owners) as room:
        assert isinstance(room, PageRoom)
        assert room[0].id == "player-1"
        yield PageDesk(room, await room.receive_guest())


DESKS: Mapping[str, Callable[..., Any]] = {
    "slack": slack_desk,
    "teams": teams_desk,
    "playground": page_desk,
}
"""Every company by its platform's name."""

__all__ = ["DESKS", "Room"]
