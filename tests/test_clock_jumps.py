"""A clock that jumps: nothing comes twice, nothing is lost, and no lease outlives the jump."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from scheduler import dispatch, ticks
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger
from tests.world import World, world

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
SECOND = timedelta(seconds=1)
SLOT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
"""Wednesday, 09:30 in Paris; the last of the people here have theirs at 12:00."""

PEOPLE = 6


def someone(number: int) -> Coachee:
    """Return somebody in Paris with a slot on Wednesday, half an hour after that of the last."""
    name = f"U{number}"
    minutes = 9 * 60 + 30 + 30 * number
    return Coachee(
        id=f"c{number}",
        workspace="fake:T0TEAM",
        person=name,
        address={"platform": "fake", "tenant": "T0TEAM", "person": name},
        created_at=SLOT - WEEK,
        state="active",
        zone="Europe/Paris",
        zone_known=True,
        slot=Slot(2, time(*divmod(minutes, 60))),
    )


def planned(uow: UnitOfWork) -> None:
    """Let everybody have their weekly moment of this week before them."""
    for number in range(PEOPLE):
        one, at = someone(number), SLOT + number * HOUR / 2
        uow.people.add(one)
        key = f"checkin:{one.id}:2026-W48"
        uow.moments.plan(Moment(f"m-{one.id}", key, one.id, "weekly", at, at))


async def sent(here: World) -> Counter[str]:
    """Count the messages of each occurrence that were sent, by the ledger."""

    def read(uow: UnitOfWork) -> Counter[str]:
        return Counter(
            entry.key
            for number in range(PEOPLE)
            for entry in uow.ledger.of(f"c{number}", 99)
            if entry.outcome == "sent"
        )

    return await here.look(read)


async def live(here: World, clock: Clock, until: datetime) -> None:
    """Let time pass in steps of ten minutes, as the metronome beats."""
    while clock() < until:
        clock.move(timedelta(minutes=10))
        await here.settle()


EACH_ONCE = Counter(f"checkin:c{number}:2026-W48" for number in range(PEOPLE))
NEXT = Counter(f"checkin:c{number}:2026-W49" for number in range(PEOPLE))


@pytest.mark.parametrize("back", [HOUR, DAY, WEEK])
@pytest.mark.parametrize("after", [timedelta(minutes=45), 3 * HOUR])
async def test_a_clock_that_goes_back_repeats_nothing(
    sqlite_store: Store, back: timedelta, after: timedelta
) -> None:
    """In the middle of the morning, or when everybody has been asked."""
    clock, chat = Clock(SLOT - HOUR), FakeMessenger()
    async with world(sqlite_store, {"fake": chat}, clock) as here:
        await here.change(planned)
        await live(here, clock, SLOT + after)
        before = len(chat.posts)
        clock.move(-back)
        await here.settle()
        await here.wait_until(SLOT + after)
        assert len(chat.posts) == before
        await here.wait_until(SLOT + 3 * HOUR)
        assert Counter(call.person for call in chat.posts) == Counter(
            f"U{number}" for number in range(PEOPLE)
        )
        await here.wait_until(SLOT + WEEK + 3 * HOUR)
        weekly = {k: n for k, n in (await sent(here)).items() if k.startswith("checkin:")}
        assert weekly == EACH_ONCE + NEXT


@pytest.mark.parametrize("ahead", [HOUR, DAY, WEEK])
async def test_a_clock_that_goes_ahead_and_comes_back_loses_and_repeats_nothing(
    sqlite_store: Store, ahead: timedelta
) -> None:
    """What was thought to be due then came once; what was thought to be late comes next week."""
    clock, chat = Clock(SLOT - HOUR), FakeMessenger()
    async with world(sqlite_store, {"fake": chat}, clock) as here:
        await here.change(planned)
        await here.settle()
        clock.move(ahead)
        await here.settle()
        clock.move(-ahead)
        await here.wait_until(SLOT + 2 * WEEK)
        got = await sent(here)
        assert max(got.values()) == 1
        weeks = Counter(key[-8:] for key in got if key.startswith("checkin:"))
        assert weeks["2026-W49"] == PEOPLE
        assert weeks["2026-W48"] == (0 if ahead == WEEK else PEOPLE)


async def test_changing_the_slot_in_an_hour_that_is_there_twice_brings_no_second_message(
    sqlite_store: Store,
) -> None:
    """The week has had its message, whatever the clock says now."""
    clock, chat = Clock(SLOT - HOUR), FakeMessenger()
    async with world(sqlite_store, {"fake": chat}, clock) as here:
        await here.change(planned)
        await live(here, clock, SLOT)
        assert len(chat.posts) == 1
        clock.move(-HOUR)
        moment = Moment("m-again", "checkin:c0:2026-W48", "c0", "weekly", SLOT, SLOT)
        await here.change(lambda uow: uow.moments.plan(moment))
        await live(here, clock, SLOT)
        assert len(chat.posts) == 1


class TestLeases:
    """What was taken by a clock that was ahead is free again no later than that clock said."""

    @pytest.mark.parametrize("ahead", [HOUR, DAY])
    async def test_a_moment(self, database: Database, ahead: timedelta) -> None:
        """A process whose clock was ahead took it and ended."""
        clock, chat = Clock(SLOT), FakeMessenger()
        store, other = database.open(), database.open()
        async with world(store, {"fake": chat}, clock) as here:
            await here.change(planned)
            assert await other.run(_take_moments, other, SLOT + ahead) >= 3
            await here.settle()
            assert not chat.posts
            clock.at = SLOT + ahead + ticks.LEASE + SECOND
            await here.settle()
            assert chat.posts or ahead == DAY  # a day late it comes in the morning
            await here.wait_until(SLOT + 3 * DAY)
            weekly = {k: n for k, n in (await sent(here)).items() if k.startswith("checkin:")}
            assert weekly == EACH_ONCE
        store.close()
        other.close()

    @pytest.mark.parametrize("ahead", [HOUR, DAY])
    async def test_a_row_of_the_outbox(self, database: Database, ahead: timedelta) -> None:
        """It is sent once the clock has come so far, and once only."""
        clock, chat = Clock(SLOT), FakeMessenger()
        store, other = database.open(), database.open()
        async with world(store, {"fake": chat}, clock) as here:
            await here.change(planned)
            one = someone(0)
            ask = Dispatch("ask", one.id, "profile", one.address, SLOT, SLOT)
            await here.change(lambda uow: uow.outbox.add(ask))
            assert await other.run(_take_rows, other, SLOT + ahead) == 1
            await here.settle()
            assert not chat.calls
            clock.at = SLOT + ahead + dispatch.LEASE + SECOND
            await here.settle()
            assert [call.verb for call in chat.calls].count("profile") == 1
        store.close()
        other.close()


def _take_moments(store: Store, now: datetime) -> int:
    with store.open_uow() as uow:
        taken = len(uow.moments.claim(now, 99, ticks.LEASE))
        uow.commit()
    return taken


def _take_rows(store: Store, now: datetime) -> int:
    with store.open_uow() as uow:
        taken = len(uow.outbox.claim(now, 99, dispatch.LEASE).rows)
        uow.commit()
    return taken
