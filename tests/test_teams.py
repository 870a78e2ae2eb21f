"""Team check-ins at the engine's door: the proposal, a round, the close, and what follows."""

from datetime import timedelta

import pytest

from bot.language import Lang
from storage.store import Store
from tests.fakes import Clock
from tests.players import at_the_door
from tests.squads import squad


async def test_a_team_of_eight_goes_through_a_round(sqlite_store: Store) -> None:
    """Proposal, confirmation, answers, close and summary."""
    async with at_the_door(sqlite_store, Clock()) as (world, chat):
        team = squad(world, chat, 8)
        await team.invite_bot()
        print(team.read())
        await team[0].press_there("team:start")
        print(team.read())
        coming = await world.look(lambda uow: uow.moments.next_at())
        await world.wait_until(coming)
        print(team.read())
        for k, one in enumerate(team.members):
            await one.answer_with(energy=str(1 + k % 5), expect=f"Shorter meetings {k}")
            await one.say_yes()
        await team.close()
        print(team.read())
        for one in team.members[:1]:
            print([m.summary for m in one.messages])
        assert 0
