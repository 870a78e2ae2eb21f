"""What was promised to go, goes: on time, all of it, and nothing else."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import pytest

from bot.commitments import Commitment
from bot.ledger import Entry
from bot.people import Coachee
from bot.ports import UnitOfWork
from bot.visibility import PLUMBING_KEPT, POLICY, STOPPED_KEPT, TRACES_KEPT, Keeps
from scheduler.purge import purge
from storage.store import Store

T = TypeVar("T")

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DAY = timedelta(days=1)
KEPT: list[Keeps] = [keeps for keeps, rule in POLICY.items() if rule.kept is not None]
FOR_GOOD: list[Keeps] = [keeps for keeps, rule in POLICY.items() if rule.kept is None]


class Room:
    """A database, seen one unit of work at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def do(self, work: Callable[[UnitOfWork], T]) -> T:
        """Do and commit something."""

        def run() -> T:
            with self.store.open_uow() as uow:
                result = work(uow)
                uow.commit()
            return result

        return await self.store.run(run)

    async def purge(self, now: datetime = NOW, limit: int = 500) -> dict[str, int]:
        """Purge and return what went."""
        gone = await purge(self.store.run, self.store.open_uow, now, limit)
        return {kind: rows for kind, rows in gone.items() if rows}

    async def words(self) -> list[str]:
        """Read what is left of the words."""
        return [text for _, _, text, _ in await self.do(lambda uow: uow.words.of("ada"))]


@pytest.fixture
def room(store: Store) -> Room:
    return Room(store)


def a_coachee(coachee_id: str, stopped_at: datetime | None = None) -> Coachee:
    """Return a person who may have said stop."""
    return Coachee(
        coachee_id,
        "fake:T1",
        coachee_id,
        {"platform": "fake"},
        NOW,
        state="stopped" if stopped_at else "active",
        stopped_at=stopped_at,
    )


def a_commitment(words_id: str, at: datetime, *, closed: bool) -> Commitment:
    """Return a commitment, made and perhaps closed on one day."""
    return Commitment(
        f"c-{words_id}",
        "ada",
        words_id,
        at,
        at.date(),
        at.date(),
        status="done" if closed else "open",
        closed_on=at.date() if closed else None,
    )


class TestWords:
    """The line on every question says how long an answer stays."""

    @pytest.mark.parametrize("keeps", KEPT)
    async def test_words_go_when_their_time_is_over(self, room: Room, keeps: Keeps) -> None:
        """Not a day before."""
        kept = POLICY[keeps].kept or timedelta()
        await room.do(lambda uow: uow.words.keep("ada", keeps, "old", NOW - kept - DAY))
        await room.do(lambda uow: uow.words.keep("ada", keeps, "young", NOW - kept + DAY))
        assert await room.purge() == {f"words:{keeps}": 1}
        assert await room.words() == ["young"]

    @pytest.mark.parametrize("keeps", FOR_GOOD)
    async def test_what_stays_until_changed_stays(self, room: Room, keeps: Keeps) -> None:
        """However old it is."""
        await room.do(lambda uow: uow.words.keep("ada", keeps, "mine", NOW - 9999 * DAY))
        assert await room.purge() == {}
        assert await room.words() == ["mine"]

    async def test_a_commitment_goes_a_year_after_it_was_closed(self, room: Room) -> None:
        """With its words; one that is open stays, however old."""
        old = NOW - 366 * DAY

        def make(uow: UnitOfWork) -> None:
            for text, closed in (("closed", True), ("open", False)):
                words_id = uow.words.keep("ada", "commitment", text, old)
                uow.commitments.add(a_commitment(words_id, old, closed=closed))

        await room.do(make)
        assert (await room.purge())["commitments"] == 1
        assert await room.words() == ["open"]
        assert len(await room.do(lambda uow: uow.commitments.of("ada"))) == 1


class TestTraces:
    """What happened is kept thirteen months, keys of events a week."""

    async def test_traces_go_when_their_time_is_over(self, room: Room) -> None:
        """Here: entries of the delivery ledger."""

        def note(uow: UnitOfWork) -> None:
            for key, at in (("old", NOW - TRACES_KEPT - DAY), ("young", NOW - TRACES_KEPT + DAY)):
                uow.ledger.note(Entry(key, "ada", "weekly", at, at, "sent", "due"))

        await room.do(note)
        assert await room.purge() == {"traces": 1}
        assert [e.key for e in await room.do(lambda uow: uow.ledger.of("ada", 9))] == ["young"]

    async def test_keys_of_events_go_after_a_week(self, room: Room) -> None:
        """Longer than any platform redelivers."""
        await room.do(lambda uow: uow.seen.add("old", NOW - PLUMBING_KEPT - DAY))
        await room.do(lambda uow: uow.seen.add("young", NOW - PLUMBING_KEPT + DAY))
        assert await room.purge() == {"plumbing": 1}
        assert await room.do(lambda uow: uow.seen.add("old", NOW))
        assert not await room.do(lambda uow: uow.seen.add("young", NOW))


class TestStopped:
    """Who said stop is forgotten a month later."""

    async def test_everything_of_the_person_goes(self, room: Room) -> None:
        """Also what would otherwise be kept until they change it."""
        await room.do(lambda uow: uow.people.add(a_coachee("ada", NOW - STOPPED_KEPT - DAY)))
        await room.do(lambda uow: uow.words.keep("ada", "goal", "mine", NOW))
        assert await room.purge() == {"people": 1}
        assert await room.words() == []
        assert await room.do(lambda uow: uow.people.get("ada")) is None

    async def test_nobody_else_is_touched(self, room: Room) -> None:
        """Neither who stopped lately, nor who takes part."""
        await room.do(lambda uow: uow.people.add(a_coachee("ada", NOW - STOPPED_KEPT + DAY)))
        await room.do(lambda uow: uow.people.add(a_coachee("bob")))
        assert await room.purge() == {}

    @pytest.mark.parametrize("stopped_at", [None, NOW - DAY])
    async def test_who_comes_back_in_the_last_moment_stays(
        self, store: Store, stopped_at: datetime | None, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Being listed is not enough: the person is looked at again before they are erased."""
        room = Room(store)
        await room.do(lambda uow: uow.people.add(a_coachee("ada", NOW - STOPPED_KEPT - DAY)))
        returned = False

        def come_back(uow: UnitOfWork) -> None:
            uow.people.put(a_coachee("ada", stopped_at))

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            nonlocal returned
            result = await store.run(job, *args, **kwargs)
            if not returned:
                returned = True
                await room.do(come_back)
            return result

        gone = await purge(run, store.open_uow, NOW)
        assert gone["people"] == 0
        assert await room.do(lambda uow: uow.people.get("ada")) is not None
        assert caplog.records == []

    async def test_one_who_cannot_be_erased_keeps_nobody_else(
        self, store: Store, caplog: pytest.LogCaptureFixture
    ) -> None:
        """It is logged by id, and the purge ends."""
        room = Room(store)

        def add(uow: UnitOfWork, coachee: Coachee) -> None:
            uow.people.add(coachee)

        for person in ("ada", "bob", "cleo"):
            stopped = a_coachee(person, NOW - STOPPED_KEPT - DAY)
            await room.do(partial(add, coachee=stopped))

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if "bob" in args:
                raise KeyError("words of a person")
            return await store.run(job, *args, **kwargs)

        gone = await purge(run, store.open_uow, NOW, limit=1)
        assert gone["people"] == 2
        assert [vars(record)["coachee_id"] for record in caplog.records] == ["bob"]
        assert await room.do(lambda uow: uow.people.get("bob")) is not None


class TestBatches:
    """Clicks are never held up for long."""

    async def test_all_of_it_goes_in_small_batches(self, room: Room) -> None:
        """However much there is; a second purge finds nothing."""
        old = NOW - PLUMBING_KEPT - DAY

        def see(uow: UnitOfWork) -> None:
            for number in range(25):
                uow.seen.add(f"k{number}", old)

        await room.do(see)
        assert await room.purge(limit=10) == {"plumbing": 25}
        assert await room.purge(limit=10) == {}
