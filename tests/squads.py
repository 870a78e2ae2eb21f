"""A team in a channel at the engine's own door: several people, one platform in memory."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.events import (
    Channel,
    ChannelJoined,
    ChannelLeft,
    Clicked,
    Commanded,
    Inbound,
    MembersChanged,
)
from bot.language import Lang
from bot.messages import Message, Reply
from bot.people import Coachee
from bot.ports import InRoom, Roster
from bot.teams.content import Round, Team
from tests.fakes import FakeMessenger, person_of
from tests.players import WORKSPACE, Player, Values, controls
from tests.world import World

CHANNEL = Channel("C0TEAM", {"platform": "fake", "tenant": "T0TEAM", "channel": "C0TEAM"})

ANSWERS: Mapping[str, str | list[str]] = {
    "energy": "3",
    "role": "4",
    "goal": "4",
    "blocker": "decision",
    "expect": "",
    "offer": "",
    "remind": [],
}
"""An ordinary answer."""


class Teammate(Player):
    """Somebody of a team, who presses in the channel."""

    channel = CHANNEL

    @property
    def posted(self) -> list[Message]:
        """The channel as it is now, oldest first."""
        return self.chat.current(person_of(self.channel.address))

    async def press_there(self, option: str, values: Values | None = None) -> Reply:
        """Press the newest control of the channel with this option id."""
        return await self.send(self.pressed_there(option, values))

    def pressed_there(self, option: str, values: Values | None = None) -> Clicked:
        """Make that press."""
        token = _token(self.posted, option)
        return replace(self.clicked(token, option, values), channel=self.channel)

    async def team_command(self, text: str = "") -> Reply:
        """Type something after `/coach-team` in the channel."""
        shared = self._shared()
        typed = Commanded(
            **shared, name="/coach-team", text=text, channel=self.channel, elsewhere=True
        )
        return await self.send(typed)

    async def mention(self, text: str) -> Reply:
        """Say something to the bot by its name in the channel."""
        return await self.send(replace(self.heard(text), channel=self.channel, elsewhere=True))

    async def answer_with(self, **values: str | list[str]) -> Reply:
        """Open the form and send an ordinary answer, changed as given."""
        await self.press_there("team:answer")
        assert self.form, self.replies[-1]
        asked = {field.id for field in self.form.fields}
        filled = {k: v for k, v in {**ANSWERS, **values}.items() if k in asked}
        return await self.fill(filled)

    async def say_yes(self) -> Reply:
        """Let the lines be shown that were just sent."""
        return await self.fill({"show": "yes"})


class Squad:
    """A team: everybody in the channel, and what is known of it."""

    _ids = itertools.count(1)

    def __init__(self, world: World, chat: FakeMessenger, members: Sequence[Teammate]) -> None:
        self.world = world
        self.chat = chat
        self.members = list(members)
        self.guests: list[str] = []
        self.public = False
        self.whole = True

    def __getitem__(self, number: int) -> Teammate:
        return self.members[number]

    def know(self) -> None:
        """Let the platform tell who is in the channel now."""
        people = [_in_room(one) for one in self.members]
        people += [InRoom(guest, {"platform": "fake"}, "guest") for guest in self.guests]
        people.append(InRoom("B0BOT", {"platform": "fake"}, "bot"))
        roster = Roster(tuple(people), self.public, self.whole)
        self.chat.rosters[person_of(CHANNEL.address)] = roster

    async def invite_bot(self) -> None:
        """Add the bot to the channel."""
        self.know()
        await self.send(ChannelJoined(**self._by(self[0])))

    async def remove_bot(self) -> None:
        """Take the bot out of the channel."""
        await self.send(ChannelLeft(**self._by(self[0])))

    async def come(self, one: Teammate) -> None:
        """Let somebody join the channel."""
        self.members.append(one)
        self.know()
        await self.send(MembersChanged(**self._by(self[0]), came=(one.person,)))

    async def go(self, one: Teammate) -> None:
        """Let somebody leave the channel."""
        self.members.remove(one)
        self.know()
        await self.send(MembersChanged(**self._by(self[0]), went=(one.person,)))

    async def send(self, event: Inbound) -> None:
        """Carry an event, and wait until everything is sent."""
        await self.world.engine.handle(event)
        await self.world.settle()

    async def begin(self) -> None:
        """Add the bot, confirm, and open a round at once."""
        await self.invite_bot()
        await self[0].press_there("team:start")
        await self[0].press_there("team:now")

    async def close(self) -> None:
        """Wait until the round closes."""
        one = await self.opened()
        await self.world.wait_until(one.closes_at)

    async def team(self) -> Team:
        """What is kept of the team."""
        found = await self.world.look(lambda uow: uow.teams.find(WORKSPACE, CHANNEL.id))
        assert found is not None
        return found

    async def rounds(self) -> Sequence[Round]:
        """All rounds, oldest first."""
        team = await self.team()
        return await self.world.look(lambda uow: uow.teams.rounds(team.id))

    async def opened(self) -> Round:
        """The open round."""
        return next(one for one in await self.rounds() if one.state == "open")

    async def coachee(self, one: Teammate) -> Coachee:
        """What is kept of a member."""
        found = await one.me()
        assert found is not None
        return found

    @property
    def posted(self) -> list[Message]:
        """The channel as it is now, oldest first."""
        return self[0].posted

    def read(self) -> str:
        """All that can be read in the channel now."""
        return "\n".join(text_of(message) for message in self.posted)

    def _by(self, who: Teammate) -> dict[str, Any]:
        return {
            "id": f"channel-event-{next(self._ids)}",
            "at": self.world.clock(),
            "actor": who.actor,
            "address": who.address,
            "channel": CHANNEL,
        }


def squad(world: World, chat: FakeMessenger, n: int, lang: Lang = "en") -> Squad:
    """Seat a team of so many people."""
    return Squad(world, chat, [Teammate(world, chat, f"U{k:02d}MATE", lang) for k in range(n)])


def text_of(message: Message) -> str:
    """Read a message from top to bottom, buttons left out."""
    return "\n".join(line for element in message.elements for line in _lines(element))


def _lines(element: Any) -> list[str]:
    read = [getattr(element, name, None) for name in ("text", "visibility", "alt")]
    lines = [text for text in read if isinstance(text, str)]
    if spans := getattr(element, "spans", ()):
        lines.append("".join(f"@{s.person}" if s.person else s.text for s in spans))
    lines += list(getattr(element, "items", ()))
    lines += [f"{name}: {value}" for name, value in getattr(element, "pairs", ())]
    return lines


def _token(messages: Sequence[Message], option: str) -> str:
    for message in reversed(messages):
        for token, offered in controls(message):
            if option in offered:
                return token
    raise AssertionError(f"nothing in the channel offers {option!r}")


def _in_room(one: Teammate) -> InRoom:
    return InRoom(one.person, one.address, "member", one.actor.locale, one.actor.zone)
