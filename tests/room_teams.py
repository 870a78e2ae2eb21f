"""A team in a channel of Teams: activities in, the fake Connector's ledger out."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.language import Lang
from tests.fake_teams import Answer, Chat, Posted
from tests.fake_teams import Room as Place
from tests.fake_teams_rooms import THREAD
from tests.fake_teams_service import Service
from tests.room import Again, Room, Seat, Values
from tests.stage import Shown
from tests.stage_teams import TeamsStage, _shown
from tests.test_teams_cards import assert_valid
from tests.world import World

HEAVIEST = 28_000
"""Bytes that Teams takes as one message."""


class InRoom(TeamsStage):
    """A conversation as one person has it: threads and chats that the bot created count too."""

    def __init__(self, world: World, chat: Chat) -> None:
        super().__init__(world, chat)
        self.notice = ""
        self.dialogs: list[dict[str, Any]] = []

    async def say(self, text: str) -> None:
        """Type; in a channel the bot is mentioned, and a command is its words alone."""
        words = text.removeprefix("/coach-team").strip() or "team"
        await self._settled(await self.chat.say(words))

    async def fill(self, values: Values) -> None:
        """Fill in the dialog and send it; several choices are sent in one piece."""
        flat = {n: ",".join(v) if isinstance(v, list) else v for n, v in values.items()}
        await super().fill(flat)

    async def _settled(self, answer: Answer) -> None:
        self.notice = answer.notice
        if self.chat.dialog:
            self.dialogs.append(self.chat.dialog)
        await super()._settled(answer)

    def _posted(self) -> list[Posted]:
        return self.chat.messages


class TeamsSeat(Seat):
    """Somebody of the channel."""

    there: InRoom
    own: InRoom

    def __init__(self, world: World, chat: Chat, place: Place, lang: Lang) -> None:
        super().__init__(lang, InRoom(world, chat.in_room(place)), InRoom(world, chat))
        self.chat = chat

    @property
    def id(self) -> str:
        """The id of the directory."""
        return f"aad-{self.chat.person}"

    @property
    def named(self) -> str:
        """The mention, by the name of the roster."""
        return f"@{self.chat.person.title()}"

    async def say(self, text: str) -> None:
        """Mention the bot."""
        await self.there.say(text)

    def told(self) -> str:
        """Return the sentence answered, or what came in the one-to-one chat instead."""
        mail = self.mail()
        return self.there.notice or (mail[-1].text if mail else "")

    def mail(self) -> list[Shown]:
        """Return the one-to-one chat."""
        return [_shown(one) for one in self.chat.messages]


class TeamsRoom(Room):
    """The channel."""

    whispers = False

    def __init__(
        self, world: World, teams: Service, place: Place, lang: Lang, seats: list[Seat]
    ) -> None:
        super().__init__(world, lang, seats)
        self.teams = teams
        self.place = place

    @property
    def id(self) -> str:
        """The conversation's id."""
        return self.place.id

    def messages(self) -> list[Shown]:
        """Return what stands in the channel itself."""
        here = [m for m in self.teams.messages.values() if m.conversation == self.place.id]
        return [_shown(one) for one in here]

    def thread(self, root: Shown) -> list[Shown]:
        """Return the replies to a message."""
        thread = f"{self.place.id}{THREAD}{root.key}"
        under = [m for m in self.teams.messages.values() if m.conversation == thread]
        return [_shown(one) for one in under if one.id != root.key]

    def sent(self) -> int:
        """Count the requests that write."""
        return sum(call.method != "GET" for call in self.teams.calls)

    async def check(self) -> None:
        """Microsoft's schema takes every card and every dialog, and none is too heavy."""
        cards = [a for call in self.teams.calls for a in call.body.get("attachments", ())]
        places = [place for seat in self.seats for place in (seat.there, seat.own)]
        dialogs = [d for place in places if isinstance(place, InRoom) for d in place.dialogs]
        assert cards
        assert dialogs
        # An update often says what was said before, and the schema takes its time.
        for card in {json.dumps(one) for one in [*(one["content"] for one in cards), *dialogs]}:
            assert_card(json.loads(card))
        for call in self.teams.calls:
            if call.body.get("attachments"):
                assert call.body["summary"], "a message without a notification"

    async def delete(self, shown: Shown) -> None:
        """Take the message away; the bot is not told."""
        self.teams.take_away(self.teams.messages[shown.key])

    async def archive(self, *, archived: bool) -> None:
        """Archive the channel's team, or restore it."""
        event = "teamArchived" if archived else "teamUnarchived"
        await self._seat(self[0]).there.chat.change(event)
        await self.world.settle()

    async def turn_out(self) -> None:
        """Remove the app from the team; not in the minute in which it was added."""
        await self._minutes_later()
        await self._seat(self[0]).there.chat.remove()
        await self.world.settle()

    async def turn_in(self) -> None:
        """Add the app to the team."""
        await self._minutes_later()
        await self._seat(self[0]).there.chat.install()
        await self.world.settle()

    async def receive_guest(self) -> Seat:
        """Invite somebody from another tenant."""
        first = self._seat(self[0])
        await first.there.chat.bring("gus", userRole="guest")
        await self.wait(seconds=11)
        chat = replace(first.chat, person="gus", locale="en-GB")
        return TeamsSeat(self.world, chat, self.place, "en")

    def throttle(self, seconds: int) -> None:
        """Answer the next update with 429."""
        self.teams.fail(429, "Throttled", str(seconds), method="PUT")

    def refuse(self, times: int) -> None:
        """Find the next updates too large."""
        self.teams.fail(413, "MessageSizeTooBig", times=times, method="PUT")

    async def repeat(self, seat: Seat) -> None:
        """Deliver the last activity again."""
        http: object = self._seat(seat).chat.http
        assert isinstance(http, Again)
        await http.repeat()
        await seat.there.answered()

    async def _minutes_later(self) -> None:
        await self.wait(minutes=2)
        for seat in self.seats:
            self._seat(seat).there.chat.at = f"{self.world.clock():%Y-%m-%dT%H:%M:%S}.000Z"

    @staticmethod
    def _seat(seat: Seat) -> TeamsSeat:
        assert isinstance(seat, TeamsSeat)
        return seat


def assert_card(card: Mapping[str, Any]) -> None:
    """Check a card as it was sent."""
    assert_valid(dict(card))
    assert len(json.dumps(card, ensure_ascii=False).encode()) <= HEAVIEST
