"""Three rooms in which the same scripts of a team are played: Slack, Teams and the playground.

A room has several people and the bot, which the first of them has just added. Everything goes
over HTTP through the real adapters; what comes out is read from the fake platform's own record.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from bot.language import Lang
from storage.store import Store
from tests.fake_slack import FakeSlack
from tests.fake_slack_people import Sender
from tests.fake_teams import Chat
from tests.fakes import Clock
from tests.room import Again, Room, Seat
from tests.room_playground import PageRoom
from tests.room_slack import CHANNEL, SlackRoom, SlackSeat
from tests.room_teams import TeamsRoom, TeamsSeat
from tests.stage_channel import ChannelOnPage
from tests.stages import LOCALES, ZONE, playground_stage, slack_stage, teams_stage
from tests.world import World


@asynccontextmanager
async def slack_room(
    store: Store, clock: Clock, langs: Sequence[Lang], owners: frozenset[str] = frozenset()
) -> AsyncIterator[Room]:
    """A private channel of Slack, in the language of the first person."""
    async with slack_stage(store, clock, langs[0], owners=owners) as stage:
        yield await seated_in_slack(stage.world, stage.slack, stage.person.client, langs)


@asynccontextmanager
async def teams_room(
    store: Store, clock: Clock, langs: Sequence[Lang], owners: frozenset[str] = frozenset()
) -> AsyncIterator[Room]:
    """A channel of Teams."""
    async with teams_stage(store, clock, langs[0], owners=owners) as stage:
        yield await seated_in_teams(stage.world, stage.chat, langs)


@asynccontextmanager
async def playground_room(
    store: Store, clock: Clock, langs: Sequence[Lang], owners: frozenset[str] = frozenset()
) -> AsyncIterator[Room]:
    """A channel on the page."""
    async with playground_stage(store, clock, langs[0], owners=owners) as stage:
        stage.client = Again(stage.client)  # type: ignore[assignment]  # it posts and gets
        others = [(LOCALES[lang], ZONE) for lang in langs[1:]]
        page = await ChannelOnPage.open(stage, others)
        await stage.world.settle()
        room = PageRoom(stage.world, page, langs[0], list(langs))
        await room.look()
        yield room


async def seated_in_slack(
    made: World, slack: FakeSlack, client: Sender, langs: Sequence[Lang]
) -> SlackRoom:
    """Seat people in a channel, and bring the bot there."""
    again, seats = Again(client), list[Seat]()
    for n, lang in enumerate(langs):
        person = slack.person(f"U{n}TEAM", again)
        slack.user(person.user, tz=ZONE, locale=LOCALES[lang])
        seats.append(SlackSeat(made, slack, person, lang))
    _gather(slack, seats)
    room = SlackRoom(made, slack, langs[0], seats)
    await room.turn_in()
    return room


async def seated_in_teams(made: World, anybody: Chat, langs: Sequence[Lang]) -> TeamsRoom:
    """Seat people in a channel, and bring the bot there; they reach it as anybody does."""
    names = [f"mate{n}" for n in range(len(langs))]
    place, http = anybody.teams.room(*names), Again(anybody.http)
    seats: list[Seat] = []
    for name, lang in zip(names, langs, strict=True):
        chat = replace(anybody, http=http, person=name, locale=LOCALES[lang], zone=ZONE)  # type: ignore[arg-type]  # it posts
        seats.append(TeamsSeat(made, chat, place, lang))
    room = TeamsRoom(made, anybody.teams, place, langs[0], seats)
    await room.turn_in()
    return room


def _gather(slack: FakeSlack, seats: Sequence[Seat]) -> None:
    slack.channel(CHANNEL, *(seat.id for seat in seats), private=True)


ROOMS: Mapping[str, Callable[..., Any]] = {
    "slack": slack_room,
    "teams": teams_room,
    "playground": playground_room,
}
"""Every room by its platform's name."""
