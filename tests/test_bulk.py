"""Many rows at a time: marked in groups, in order, at the pace, and nobody waits for another."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.errors import Busy, SendFailed
from bot.outbox import Dispatch
from bot.pace import Pace, Paces, at_most
from scheduler.dispatch import LEASE
from scheduler.marks import GROUP
from scheduler.parcels import Parcels
from storage.store import Store
from tests.databases import Database
from tests.fakes import FakeMessenger, until
from tests.test_dispatch import AT, LATER, SECOND, Office, World, a_row

PACED = Paces({"fake": {"post": at_most(100, SECOND, "post")}})
CHANNEL = Paces({"fake": {"post": Pace("post", SECOND / 90, apart=SECOND / 5)}})


class Running:
    """A clock that runs as fast as the real one, from a time of the tests."""

    def __init__(self) -> None:
        self._begin = asyncio.get_running_loop().time()

    def __call__(self) -> datetime:
        passed = asyncio.get_running_loop().time() - self._begin
        return AT + timedelta(seconds=passed)


class Log(FakeMessenger):
    """A platform that notes when calls come."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.times: list[datetime] = []
        self.on_call = lambda _verb, _person: self.times.append(now())

    def most_in(self, span: timedelta) -> int:
        """The most calls in any such span."""
        return max(sum(at <= other < at + span for other in self.times) for at in self.times)


@pytest.fixture
def other_store(database: Database) -> Iterator[Store]:
    """The store of another process, on the same database."""
    opened = database.open()
    yield opened
    opened.close()


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def office(store: Store, world: World) -> Office:
    return Office(store, world)


@pytest.fixture
def second(other_store: Store, world: World) -> Office:
    return Office(other_store, world)


def free(count: int, name: str = "p", **changes: Any) -> list[Dispatch]:
    """Return rows of as many people, which nobody holds."""
    people = [f"{name}{number}" for number in range(count)]
    return [a_row(person, key=person, leased_until=None, **changes) for person in people]


def in_workspace(row: Dispatch, workspace: str) -> Dispatch:
    return replace(row, address={**row.address, "tenant": workspace})


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were marked together each time."""
    found: list[int] = []
    mark = Parcels.sent_all

    def noted(self: Parcels, carried: Sequence[Any], now: datetime) -> set[int]:
        found.append(len(carried))
        return mark(self, carried, now)

    monkeypatch.setattr(Parcels, "sent_all", noted)
    return found


class TestMarking:
    async def test_rows_are_marked_in_groups(
        self, office: Office, world: World, groups: list[int]
    ) -> None:
        """Of twenty at most, and where there are many, not of a few."""
        await office.queue(*free(100))
        assert await office.dispatcher.sweep() == 100
        assert len(world.messenger.posts) == 100
        assert max(groups) == GROUP
        assert len(groups) <= 10

    async def test_a_row_does_not_wait_long_for_others(
        self, office: Office, world: World, groups: list[int]
    ) -> None:
        """While somebody's call hangs, what was sent is marked all the same."""
        gate = world.messenger.hold("p0")
        await office.queue(*free(5))
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: groups)
        assert groups == [4]
        gate.set()
        assert await sweep == 5

    async def test_the_engine_is_told_of_each_in_the_same_transaction(
        self, office: Office, world: World
    ) -> None:
        await office.queue(*free(30))
        await office.dispatcher.sweep()
        assert Counter(world.speaker.told) == Counter(("sent", f"p{n}") for n in range(30))

    async def test_a_fault_of_the_engine_costs_nobody_else(
        self, office: Office, world: World
    ) -> None:
        """The group is marked one by one then, and nothing is sent twice."""
        world.speaker.deaf.add("p3")
        await office.queue(*free(10))
        assert await office.dispatcher.sweep() == 10
        world.clock.move(LATER)
        assert await office.dispatcher.sweep() == 0
        assert len(world.messenger.posts) == 10

    async def test_one_that_cannot_be_composed_costs_nobody_else(
        self, office: Office, world: World
    ) -> None:
        world.speaker.broken.add("p3")
        await office.queue(*free(10))
        assert await office.dispatcher.sweep() == 9
        assert {call.person for call in world.messenger.posts} == {
            f"p{n}" for n in range(10) if n != 3
        }

    async def test_a_row_that_was_lost_is_not_marked(
        self, office: Office, second: Office, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever has it now marks it; the rest of the group is marked."""
        gate = world.messenger.hold("p1")
        await office.queue(*free(1), *free(2)[1:])
        asleep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: office.dispatcher.counts["sent"] == 1)
        # Otherwise it might have the row again before the other one looks.
        monkeypatch.setattr(office.dispatcher._bulk._hunger, "wants", lambda _now: False)
        world.clock.move(LATER)
        awake = asyncio.create_task(second.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == 2)
        gate.set()
        assert sorted([await asleep, await awake]) in ([0, 2], [1, 1])
        assert office.dispatcher.counts["lost"] + second.dispatcher.counts["lost"] == 1
        assert Counter(world.speaker.told) == Counter({("sent", "p0"): 1, ("sent", "p1"): 1})

    async def test_a_kill_repeats_one_group_at_most(
        self, store: Store, second: Office, world: World
    ) -> None:
        """Killed after many were sent, before any was marked."""

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if job.__name__ == "sent_all":
                await asyncio.Event().wait()
            return await store.run(job, *args, **kwargs)

        dying = Office(store, world, run=run)
        await dying.queue(*free(200))
        sweep = asyncio.create_task(dying.dispatcher.sweep())
        await until(lambda: len(world.messenger.posts) == GROUP)
        await asyncio.sleep(0.05)
        sweep.cancel()
        sent = len(world.messenger.posts)
        assert sent <= GROUP
        world.clock.move(LATER)
        assert await second.dispatcher.sweep() == 200
        assert len(world.messenger.posts) == 200 + sent
        await dying.dispatcher._tasks.cancel()

    async def test_statements_of_many_rows_are_few(self, office: Office, world: World) -> None:
        """A row costs less than one statement in all."""
        statements: list[str] = []

        def note(_db: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
                statements.append(statement)

        await office.queue(*free(400))
        event.listen(office.store._writes.engine, "before_cursor_execute", note)
        assert await office.dispatcher.sweep() == 400
        assert len(statements) <= 400 * 0.25
        assert len(world.messenger.posts) == 400


class TestOrder:
    async def test_each_person_is_told_in_order(self, office: Office, world: World) -> None:
        """However many are served at once."""
        rows = [replace(row, key=f"{row.key}-{n}") for n in range(4) for row in free(30)]
        await office.queue(*rows)
        assert await office.dispatcher.sweep() == 120
        for number in range(30):
            said = [f"p{number}-{n}" for n in range(4)]
            assert world.messenger.summaries(f"p{number}") == said

    async def test_both_roads_keep_to_it(self, office: Office, world: World) -> None:
        """What a click says comes after what is under way to the same person."""
        gate = world.messenger.hold("p0")
        await office.queue(*free(3))
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == 1)
        await office.queue(a_row("p0", key="click"))
        flush = asyncio.create_task(office.dispatcher.flush("p0"))
        await asyncio.sleep(0.05)
        assert world.messenger.under_way == 1
        gate.set()
        assert (await sweep, await flush) == (3, 1)
        assert world.messenger.summaries("p0") == ["p0", "click"]


class TestNeighbours:
    async def test_a_workspace_that_hangs_delays_no_other(
        self, office: Office, world: World
    ) -> None:
        """Whatever waits there, others are served as if it was not there."""
        slow = [in_workspace(row, "slow") for row in free(300, "s")]
        gates = [world.messenger.hold(row.coachee_id) for row in slow]
        await office.queue(*slow)
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == GROUP)
        await office.queue(*(in_workspace(row, "quick") for row in free(300, "q")))
        await until(lambda: len(world.messenger.posts) == 300)
        assert world.messenger.under_way == GROUP
        for gate in gates:
            gate.set()
        assert await sweep == 600

    async def test_a_workspace_that_refuses_delays_no_other(
        self, office: Office, world: World
    ) -> None:
        """Everything of it fails, and everybody else hears what they should."""
        for row in free(100, "s"):
            world.messenger.fail(SendFailed("http_503"), person=row.coachee_id)
        await office.queue(*(in_workspace(row, "bad") for row in free(100, "s")))
        await office.queue(*(in_workspace(row, "good") for row in free(100, "g")))
        assert await office.dispatcher.sweep() == 100
        assert office.dispatcher.counts == Counter(sent=100, retried=100)

    async def test_a_busy_database_ends_no_sweep_for_ever(
        self, store: Store, second: Office, world: World
    ) -> None:
        """What could not be packed comes again when the lease is over."""
        faults = [Busy("packing")]

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if faults and job.__name__ == "pack":
                raise faults.pop()
            return await store.run(job, *args, **kwargs)

        office = Office(store, world, run=run)
        await office.queue(*free(10))
        assert await office.dispatcher.sweep() == 0
        world.clock.move(LEASE)
        assert await second.dispatcher.sweep() == 10


class TestPace:
    async def test_two_processes_keep_to_one_limit(
        self, store: Store, other_store: Store, world: World
    ) -> None:
        """Never more calls in any second than the platform allows, and all rows go."""
        world.clock = Running()  # type: ignore[assignment]  # a clock is what can be called
        world.messenger = log = Log(world.clock)
        offices = [Office(one, world, paces=PACED) for one in (store, other_store)]
        await offices[0].queue(*free(150))
        counts = await asyncio.gather(*(office.dispatcher.sweep() for office in offices))
        assert sum(counts) == 150
        assert sorted(call.person for call in log.posts) == sorted(r.key for r in free(150))
        assert log.most_in(SECOND) <= 100

    async def test_a_limit_that_was_met_pauses_every_process(
        self, store: Store, other_store: Store, world: World
    ) -> None:
        """As long as the platform said, the workspace is left alone by all; others are not."""
        pause = 600 * SECOND
        offices = [Office(one, world, paces=PACED) for one in (store, other_store)]
        world.messenger.fail(SendFailed("ratelimited", retry_after=pause))
        await offices[0].queue(a_row("p0", key="p0"))
        assert await offices[0].dispatcher.flush("p0") == 0
        await offices[1].queue(*free(5, "q"), a_row("r", key="r"))
        await offices[1].queue(in_workspace(replace(free(1, "z")[0], verb="home"), "T1"))
        assert await offices[1].dispatcher.flush("r") == 0
        assert await offices[1].dispatcher.sweep() == 1
        assert [call.person for call in world.messenger.calls] == ["p0", "z0"]

    async def test_a_conversation_has_its_own_pace(self, store: Store, world: World) -> None:
        """Two messages of one click do not come at once where the platform forbids it."""
        world.clock = Running()  # type: ignore[assignment]  # a clock is what can be called
        world.messenger = log = Log(world.clock)
        office = Office(store, world, paces=CHANNEL)
        await office.queue(*(a_row(key=key) for key in ("k1", "k2", "k3")))
        assert await office.dispatcher.flush("ada") == 3
        assert log.summaries("ada") == ["k1", "k2", "k3"]
        assert log.most_in(SECOND / 5) == 1
