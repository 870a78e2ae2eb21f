"""Who cannot be reached is not tried again: what was planned ends in the ledger, with a reason."""

from datetime import timedelta

from bot.cards import Card
from bot.errors import Unreachable
from bot.ledger import Entry
from bot.outbox import Dispatch
from bot.people import Coachee
from bot.ports import UnitOfWork
from storage.store import Store
from tests.fakes import Clock
from tests.players import at_the_door
from tests.world import MONDAY

ADDRESS = {"platform": "fake", "tenant": "T1", "person": "ada"}


async def test_a_permanent_refusal_ends_all_that_was_on_its_way(store: Store) -> None:
    """One call tells that the person is gone; what waits behind it makes none."""
    clock = Clock(MONDAY)
    async with at_the_door(store, clock) as (world, chat):
        chat.fail(Unreachable("account_inactive"))
        await world.change(_planned)
        await world.settle()
        clock.move(timedelta(days=1))
        await world.settle()
        assert len(chat.calls) == 1
        entries = await world.look(lambda uow: uow.ledger.of("ada", 9))
        assert {entry.key: (entry.outcome, entry.reason) for entry in entries} == {
            "snooze:0": ("failed", "unreachable"),
            "snooze:1": ("skipped", "unreachable"),
            "snooze:2": ("skipped", "unreachable"),
        }
        assert await world.look(lambda uow: uow.outbox.pending("ada")) == 0
        person = await world.look(lambda uow: uow.people.get("ada"))
        assert person is not None
        assert not person.reachable


def _planned(uow: UnitOfWork) -> None:
    """Queue three messages that come by themselves, and one that changes the first."""
    person = Coachee("ada", "fake:T1", "ada", ADDRESS, MONDAY, state="active")
    uow.people.add(person)
    for number in range(3):
        key = f"snooze:{number}"
        uow.cards.add(Card(key, "ada", "settings", MONDAY, MONDAY + timedelta(days=9)))
        uow.ledger.note(Entry(key, "ada", "session", MONDAY, MONDAY, "queued", "due"))
        row = Dispatch(key, "ada", "post", ADDRESS, MONDAY, MONDAY, card_token=key, occurrence=key)
        uow.outbox.add(row)
    uow.outbox.add(Dispatch("home", "ada", "home", ADDRESS, MONDAY, MONDAY))
