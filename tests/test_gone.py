"""What is due, and gone meanwhile: nothing is said of it, and nothing breaks."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot.events import Due
from bot.moments import Moment
from storage.store import Store
from storage.tables import commitments, outcomes, words
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.world import MONDAY


@pytest.fixture
async def ada(sqlite_store: Store) -> AsyncIterator[Player]:
    """Somebody with one commitment for Friday week."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat)
        await player.onboard(Words())
        await player.command("commit")
        await player.press("write")
        await player.fill({"action": "I call Karim: 1 call", "due": "2026-12-03"})
        await player.press("9")
        yield player


async def due_moment(player: Player) -> Moment:
    """What asks about the commitment on its day."""
    me = await player.me()
    assert me is not None
    planned = await player.world.look(lambda uow: uow.moments.of(me.id))
    return next(m for m in planned if m.stage == "due")


async def test_a_commitment_that_is_erased_is_asked_about_no_more(
    ada: Player, sqlite_store: Store
) -> None:
    """Its follow-up comes due, says nothing, and the ledger says why."""
    moment = await due_moment(ada)

    def erase() -> None:
        with sqlite_store._writes.transaction() as scope:
            for table in (outcomes, commitments):
                scope.execute(delete(table))
            scope.commit()

    await sqlite_store.run(erase)
    await ada.world.wait_until(moment.due_at - timedelta(hours=1))
    before = len(ada.chat.posts)
    await ada.world.wait_until(moment.due_at)
    assert len(ada.chat.posts) == before
    entries = await ada.world.look(lambda uow: uow.ledger.of(moment.coachee_id, 99))
    assert next(e.reason for e in entries if e.key == moment.key) == "nothing_open"


async def test_words_that_are_erased_leave_a_question_without_them(
    ada: Player, sqlite_store: Store
) -> None:
    """The commitment is still asked about, by what it is and not by what it said."""
    moment = await due_moment(ada)

    def erase() -> None:
        with sqlite_store._writes.transaction() as scope:
            scope.execute(delete(words))
            scope.commit()

    await sqlite_store.run(erase)
    await ada.world.wait_until(moment.due_at)
    shown = str(ada.messages[-1].elements)
    assert "your commitment" in shown
    assert "Karim" not in shown


async def test_a_person_erased_between_the_claim_and_the_message(ada: Player) -> None:
    """The scheduler holds the moment while everything of the person goes."""
    moment = await due_moment(ada)
    await ada.erase()
    ada.world.clock.at = moment.due_at
    before = len(ada.chat.posts)
    engine = ada.world.engine
    handled = await engine.store.run(engine.conversation.handle, Due(moment.id, moment.due_at))
    await ada.world.settle()
    assert handled.coachee_id is None
    assert len(ada.chat.posts) == before
    assert await ada.me() is None
