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
from tests.fakes import Clock
from tests.room import Again, Room, Seat
from tests.room_playground import PageRoom
from tests.room_slack import CHANNEL, SlackRoom, SlackSeat
from tests.room_teams import TeamsRoom, TeamsSeat
from tests.stage_channel import ChannelOnPage
from tests.stages import LOCALES, ZONE, playground_stage, slack_stage, teams_stage


@asynccontextmanager
async def slack_room(
    store: Store, clock: Clock, langs: Sequence[Lang], owners: frozenset[str] = frozenset()
) -> AsyncIterator[Room]:
    """A private channel of Slack, in the language of the first person."""
    async with slack_stage(store, clock, langs[0], owners=owners) as stage:
        slack, client = stage.slack, Again(stage.person.client)
        seats: list[Seat] = []
        for n, lang in enumerate(langs):
            person = slack.person(f"U{n}TEAM", client)
            slack.user(person.user, tz=ZONE, locale=LOCALES[lang])
            seats.append(SlackSeat(stage.world, slack, person, lang))
        _gather(slack, seats)
        room = SlackRoom(stage.world, slack, langs[0], seats)
        await room.turn_in()
        yield room


@asynccontextmanager
async def teams_room(
    store: Store, clock: Clock, langs: Sequence[Lang], owners: frozenset[str] = frozenset()
) -> AsyncIterator[Room]:
    """A channel of Teams."""
    async with teams_stage(store, clock, langs[0], owners=owners) as stage:
        teams, http = stage.chat.teams, Again(stage.chat.http)
        names = [f"mate{n}" for n in range(len(langs))]
        place = teams.room(*names)
        seats: list[Seat] = []
        for name, lang in zip(names, langs, strict=True):
            chat = replace(stage.chat, http=http, person=name, locale=LOCALES[lang])  # type: ignore[arg-type]  # it posts
            seats.append(TeamsSeat(stage.world, chat, place, lang))
        room = TeamsRoom(stage.world, teams, place, langs[0], seats)
        await room.turn_in()
        yield room


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


def _gather(slack: FakeSlack, seats: Sequence[Seat]) -> None:
    slack.channel(CHANNEL, *(seat.id for seat in seats), private=True)


ROOMS: Mapping[str, Callable[..., Any]] = {
    "slack": slack_room,
    "teams": teams_room,
    "playground": playground_room,
}
"""Every room by its platform's name."""
