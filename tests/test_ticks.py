"""What is due happens: once, soon, and whatever else goes wrong."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import Busy, Conflict
from bot.events import Due
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee
from scheduler.dispatch import Dispatcher
from scheduler.loop import Loop
from scheduler.ticks import BATCH, GROUP, LEASE, moments_tick
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger, PlainSpeaker, chance, until

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = LEASE + timedelta(seconds=1)


class Desk:
    """A process whose engine says one message for each moment, or fails as scripted."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store = store
        self.clock = clock
        self.handled: Counter[str] = Counter()
        self.groups: list[int] = []
        self.faults: dict[str, list[Exception]] = {}

    def handle(self, dues: Sequence[Due]) -> None:
        """Carry moments through: settle them and queue messages, in one transaction."""
        with self.store.open_uow() as uow:
            found = [(due, uow.moments.get(due.moment_id)) for due in dues]
            carried = [(due, moment) for due, moment in found if moment]
            for due, moment in carried:
                uow.moments.settle(moment, due.at)
                uow.outbox.add(_row(moment, due.at))
                if self.faults.get(moment.id):
                    raise self.faults[moment.id].pop(0)
            uow.commit()
        self.handled.update(moment.id for _, moment in carried)
        self.groups.append(len(carried))

    async def tick(self) -> int:
        """Carry everything that is due."""
        return await moments_tick(self.store.run, self.store.open_uow, self.handle, self.clock)

    async def plan(self, *moments: Moment) -> None:
        """Commit moments and their people."""
        await self.store.run(self._plan, moments)

    def _plan(self, moments: tuple[Moment, ...]) -> None:
        with self.store.open_uow() as uow:
            for coachee_id in dict.fromkeys(moment.coachee_id for moment in moments):
                uow.people.add(Coachee(coachee_id, "fake:T1", coachee_id, {}, AT))
            for moment in moments:
                uow.moments.plan(moment)
            uow.commit()


def _row(moment: Moment, at: datetime) -> Dispatch:
    address = {"platform": "fake", "tenant": "T1", "person": moment.coachee_id}
    return Dispatch(moment.key, moment.coachee_id, "post", address, at, at)


def a_moment(name: str, due_at: datetime = AT, coachee_id: str = "") -> Moment:
    """Return a moment of a person of its own."""
    return Moment(
        f"m-{name}", f"weekly:{name}", coachee_id or f"p-{name}", "weekly", due_at, due_at
    )


@pytest.fixture
def other_store(database: Database) -> Iterator[Store]:
    """The store of another process, on the same database."""
    opened = database.open()
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(AT)


@pytest.fixture
def desk(store: Store, clock: Clock) -> Desk:
    return Desk(store, clock)


class TestTick:
    """Due moments become events."""

    async def test_what_is_due_is_carried_once(self, desk: Desk) -> None:
        """What is not due yet stays, and the person's rows are sent at once."""
        await desk.plan(a_moment("a"), a_moment("b", AT + timedelta(hours=1)))
        assert await desk.tick() == 1
        assert await desk.tick() == 0
        assert desk.handled == Counter({"m-a": 1})
        desk.clock.move(timedelta(hours=1))
        assert await desk.tick() == 1
        assert desk.handled == Counter({"m-a": 1, "m-b": 1})

    async def test_a_tick_ends_only_when_nothing_is_due(self, desk: Desk) -> None:
        """However many batches that takes."""
        await desk.plan(*(a_moment(str(number)) for number in range(BATCH + 20)))
        assert await desk.tick() == BATCH + 20

    async def test_one_poisoned_moment_stops_nobody(
        self, desk: Desk, caplog: pytest.LogCaptureFixture
    ) -> None:
        """It is logged by its id, without words, and comes back after its lease."""
        await desk.plan(a_moment("a"), a_moment("bad"), a_moment("c"))
        desk.faults["m-bad"] = [KeyError("words of a person")] * 2  # with the others, and alone
        assert await desk.tick() == 2
        assert await desk.tick() == 0
        crash = next(record for record in caplog.records if record.msg == "moment.crashed")
        assert vars(crash)["moment_id"] == "m-bad"
        assert "words of a person" not in str([vars(record) for record in caplog.records])
        desk.clock.move(LATER)
        assert await desk.tick() == 1
        assert desk.handled == Counter({"m-a": 1, "m-bad": 1, "m-c": 1})

    async def test_moments_share_units_of_work(self, desk: Desk) -> None:
        """One commit serves a group of them; those of one person stay together, in order."""
        await desk.plan(*(a_moment(f"{number:03}") for number in range(2 * GROUP)))
        await desk.tick()
        assert desk.groups == [GROUP, GROUP]

    async def test_one_that_fails_costs_the_others_nothing(self, desk: Desk) -> None:
        """What was done together is undone, and each of the group is carried by itself."""
        await desk.plan(*(a_moment(f"{number:03}") for number in range(GROUP)))
        desk.faults["m-007"] = [KeyError("a"), KeyError("a")]
        assert await desk.tick() == GROUP - 1
        assert sum(desk.handled.values()) == len(desk.handled) == GROUP - 1

    async def test_a_conflict_starts_again_from_the_present_state(self, desk: Desk) -> None:
        """Up to three times."""
        await desk.plan(a_moment("a"))
        desk.faults["m-a"] = [Conflict("a"), Conflict("a")]
        assert await desk.tick() == 1

    async def test_a_fourth_time_is_left_for_later(self, desk: Desk) -> None:
        """When its lease ends."""
        await desk.plan(a_moment("a"))
        desk.faults["m-a"] = [Conflict("a")] * 6  # three times with the others, and alone
        assert await desk.tick() == 0
        desk.clock.move(LATER)
        assert await desk.tick() == 1

    async def test_a_busy_database_is_left_in_peace(self, desk: Desk) -> None:
        """The batch goes on, no other is begun, and the group comes back."""
        await desk.plan(*(a_moment(f"{number:03}") for number in range(2 * GROUP)))
        desk.faults["m-007"] = [Busy("a")]
        assert await desk.tick() == GROUP
        assert not desk.handled.keys() & {"m-000", "m-007"}
        desk.clock.move(LATER)
        assert await desk.tick() == GROUP

    async def test_two_processes_share_what_is_due(
        self, desk: Desk, other_store: Store, clock: Clock
    ) -> None:
        """Each moment is carried by one of them."""
        other = Desk(other_store, clock)
        await desk.plan(*(a_moment(str(number)) for number in range(50)))
        assert sum(await asyncio.gather(desk.tick(), other.tick())) == 50
        assert set((desk.handled + other.handled).values()) == {1}


class TestShutdown:
    """A tick that is cut short leaves nothing behind."""

    async def test_moments_that_were_not_handled_are_free_at_once(
        self, desk: Desk, other_store: Store
    ) -> None:
        """Another process need not wait for the lease to end."""
        stuck = asyncio.Event()

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if job == desk.handle:
                stuck.set()
                await asyncio.Event().wait()
            return await desk.store.run(job, *args, **kwargs)

        await desk.plan(a_moment("a"), a_moment("b"))
        tick = asyncio.create_task(moments_tick(run, desk.store.open_uow, desk.handle, desk.clock))
        await stuck.wait()
        other = Desk(other_store, desk.clock)
        assert await other.tick() == 0
        tick.cancel()
        await asyncio.gather(tick, return_exceptions=True)
        assert await other.tick() == 2


class TestLoop:
    """The metronome."""

    @pytest.fixture
    def messenger(self) -> FakeMessenger:
        return FakeMessenger()

    def loop(self, desk: Desk, messenger: FakeMessenger, **options: Any) -> Loop:
        store = desk.store
        dispatcher = Dispatcher(
            store.run,
            store.open_uow,
            PlainSpeaker(),
            {"fake": messenger},
            desk.clock,
            jitter=chance(),
        )
        return Loop(store.run, store.open_uow, desk.handle, dispatcher, desk.clock, **options)

    async def test_run_once_goes_on_until_nothing_is_due(
        self, desk: Desk, messenger: FakeMessenger
    ) -> None:
        """Moments, then what they said."""
        await desk.plan(a_moment("a"), a_moment("b"))
        assert await self.loop(desk, messenger).run_once() == 4
        assert {call.person for call in messenger.posts} == {"p-a", "p-b"}

    async def test_it_beats_until_it_is_stopped(self, desk: Desk, messenger: FakeMessenger) -> None:
        """The first beat comes at once; what is planned later is found by a later one."""
        beat = timedelta(milliseconds=50)
        loop = self.loop(desk, messenger, sweep_every=beat, tick_every=beat)
        await desk.plan(a_moment("a"))
        loop.start()
        await until(lambda: len(messenger.posts) == 1)
        await desk.plan(a_moment("b"))
        await until(lambda: len(messenger.posts) == 2)
        await loop.stop()
        await desk.plan(a_moment("c"))
        await asyncio.sleep(0.2)
        assert len(messenger.posts) == 2

    async def test_a_crash_never_ends_it(
        self, desk: Desk, messenger: FakeMessenger, caplog: pytest.LogCaptureFixture
    ) -> None:
        """A beat that fails is logged, and the next one comes."""
        failures = [KeyError("words of a person"), Busy("x")]
        store = desk.store

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if failures:
                raise failures.pop(0)
            return await store.run(job, *args, **kwargs)

        beat = timedelta(milliseconds=50)
        dispatcher = Dispatcher(
            store.run,
            store.open_uow,
            PlainSpeaker(),
            {"fake": messenger},
            desk.clock,
            jitter=chance(),
        )
        loop = Loop(
            run,
            store.open_uow,
            desk.handle,
            dispatcher,
            desk.clock,
            sweep_every=beat,
            tick_every=beat,
        )
        await desk.plan(a_moment("a"))
        loop.start()
        await until(lambda: messenger.posts)
        await loop.stop()
        assert {"loop.crashed", "loop.busy"} <= {record.msg for record in caplog.records}
        assert "words of a person" not in str([vars(record) for record in caplog.records])

    async def test_stopping_waits_for_what_is_under_way(
        self, desk: Desk, messenger: FakeMessenger
    ) -> None:
        """A message on its way is written down before the process ends."""
        gate = messenger.hold()
        loop = self.loop(desk, messenger)
        await desk.plan(a_moment("a"))
        loop.start()
        await until(lambda: messenger.under_way)
        stopping = asyncio.create_task(loop.stop())
        await asyncio.sleep(0.02)
        assert not stopping.done()
        gate.set()
        await stopping
        assert await desk.store.run(_pending, desk.store, "p-a") == 0

    async def test_stopping_does_not_wait_for_ever(
        self, desk: Desk, other_store: Store, messenger: FakeMessenger
    ) -> None:
        """What does not end in time is given back; another process sends it at once."""
        gate = messenger.hold()
        loop = self.loop(desk, messenger)
        await desk.plan(a_moment("a"))
        loop.start()
        await until(lambda: messenger.under_way)
        async with asyncio.timeout(10):
            await loop.stop(timedelta(milliseconds=50))
        assert messenger.posts == []
        gate.set()
        assert await self.loop(Desk(other_store, desk.clock), messenger).run_once() == 1
        assert len(messenger.posts) == 1

    async def test_stopping_before_starting_is_harmless(
        self, desk: Desk, messenger: FakeMessenger
    ) -> None:
        """A process may fail before its loop begins."""
        await self.loop(desk, messenger).stop()


def _pending(store: Store, coachee_id: str) -> int:
    with store.open_uow() as uow:
        return uow.outbox.pending(coachee_id)
