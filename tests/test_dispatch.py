"""What is said arrives: in order, at least once, and only once as long as nothing dies."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards import Card
from bot.errors import Busy, MessageGone, SendFailed, Unreachable
from bot.outbox import OWN_LEASE, Dispatch, Verb, workspace_of
from bot.people import Coachee
from bot.ports import InRoom, Profile, Roster
from scheduler.backoff import FIRST_WAIT, LIVES, LONGEST_WAIT, MOST_ATTEMPTS, again_at
from scheduler.dispatch import LEASE, Dispatcher
from scheduler.lanes import FRESH, TO_PACK, Lanes
from scheduler.marks import GROUP
from scheduler.parcels import Parcel
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger, PlainSpeaker, chance, until

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LATER = LEASE + SECOND


def a_row(coachee_id: str = "ada", key: str = "k1", **changes: Any) -> Dispatch:
    """Return a row that waits, held by whoever adds it."""
    row = Dispatch(
        key=key,
        coachee_id=coachee_id,
        verb="post",
        address={"platform": "fake", "tenant": "T1", "person": coachee_id},
        created_at=AT,
        not_before=AT,
        leased_until=AT + OWN_LEASE,
    )
    return replace(row, **changes)


def a_card(token: str) -> Card:
    """Return a card that was not posted yet."""
    return Card(token, "ada", "greeting", AT, AT + timedelta(days=90))


class TestWaiting:
    """How long a message waits after a failure."""

    @pytest.mark.parametrize(
        ("attempts", "seconds"), [(0, 2), (1, 4), (2, 8), (5, 64), (8, 512), (9, 600), (10, 600)]
    )
    def test_waits_double_up_to_ten_minutes(self, attempts: int, seconds: int) -> None:
        """Two seconds, four, eight, and so on, plus at most a quarter."""
        again = again_at(a_row(attempts=attempts), SendFailed("x"), AT, chance())
        assert again is not None
        assert seconds <= (again - AT).total_seconds() <= seconds * 1.25

    def test_the_platform_may_ask_for_more(self) -> None:
        """A longer waiting time of the platform's own wins."""
        error = SendFailed("ratelimited", retry_after=timedelta(hours=1))
        again = again_at(a_row(), error, AT, chance())
        assert again is not None
        assert again - AT >= timedelta(hours=1)

    @pytest.mark.parametrize(
        ("row", "error"),
        [
            (a_row(), Unreachable("account_inactive")),
            (a_row(attempts=MOST_ATTEMPTS - 1), SendFailed("x")),
            (a_row(created_at=AT - LIVES), SendFailed("x")),
            (a_row(created_at=AT - LIVES), SendFailed("x", retry_after=SECOND)),
            (a_row(verb="home", attempts=2), SendFailed("x")),
        ],
    )
    def test_a_hopeless_message_is_given_up(self, row: Dispatch, error: SendFailed) -> None:
        """Permanent, tried too often, too old, or a page that nobody waits for."""
        assert again_at(row, error, AT, chance()) is None

    def test_a_limit_is_not_a_failure(self) -> None:
        """A message is not given up because a workspace is busy for a long time."""
        error = SendFailed("ratelimited", retry_after=SECOND)
        assert again_at(a_row(attempts=100), error, AT, chance()) is not None

    @given(st.integers(0, 10_000), st.integers())
    def test_the_wait_has_bounds(self, attempts: int, seed: int) -> None:
        """Never sooner than two seconds, never more than twelve and a half minutes."""
        error = SendFailed("ratelimited", retry_after=timedelta(0))
        again = again_at(a_row(attempts=attempts), error, AT, chance(seed))
        assert again is not None
        assert FIRST_WAIT <= again - AT <= LONGEST_WAIT * 1.25


def wait(lanes: Lanes, bucket: str, *keys: str, at: datetime = AT) -> None:
    """Let rows wait in a lane, which have their turn then."""
    for key in keys:
        lanes.expect(bucket)
        lanes.admit(bucket, Parcel(a_row(key=key, not_before=at), None, AT))


def entered(lanes: Lanes, at: datetime = AT) -> list[str]:
    """Fill free places, and return the keys of those that got one."""
    return [parcel.dispatch.key for parcel in lanes.enter(at)]


class TestLanes:
    """Who may go, workspace by workspace."""

    def test_a_full_lane_does_not_hold_up_another(self) -> None:
        """Places are counted per workspace."""
        lanes = Lanes(at_once=2)
        wait(lanes, "slow", "a", "b", "c")
        wait(lanes, "quick", "d")
        assert entered(lanes) == ["a", "b", "d"]
        lanes.leave("slow", AT)
        assert entered(lanes) == ["c"]

    def test_a_silent_workspace_starts_nothing(self) -> None:
        """Its rows go back, and it takes none until its silence is over."""
        lanes = Lanes(at_once=2)
        wait(lanes, "slow", "a")
        lanes.silence("slow", AT + 30 * SECOND)
        assert entered(lanes) == []
        assert lanes.room(10, AT) == {"slow": 0}
        assert [parcel.dispatch.key for parcel in lanes.stale(AT)] == ["a"]
        assert lanes.room(10, AT + 30 * SECOND) == {"slow": 2}

    def test_what_cannot_begin_soon_goes_back(self) -> None:
        """And the lane takes fewer from then on, until it proves to be quicker."""
        lanes = Lanes(at_once=2)
        wait(lanes, "slow", "a", "b", "c", "d", "e")
        assert entered(lanes) == ["a", "b"]
        assert lanes.stale(AT + FRESH) == []
        late = AT + FRESH + SECOND
        assert [parcel.dispatch.key for parcel in lanes.stale(late)] == ["c", "d", "e"]
        assert [lanes.room(10, late)["slow"] for _ in range(4)] == [2, 4, 8, 10]

    def test_a_row_waits_for_its_turn(self) -> None:
        """A place is given only so long before it as composing the message takes."""
        lanes = Lanes(at_once=2)
        wait(lanes, "slow", "a", at=AT + SECOND)
        assert entered(lanes) == []
        begins = AT + SECOND - TO_PACK
        assert lanes.next_at(AT) == begins
        assert entered(lanes, begins) == ["a"]

    def test_a_shorter_silence_does_not_end_a_longer_one(self) -> None:
        """The longest waiting time that was asked for counts."""
        lanes = Lanes(at_once=2)
        lanes.silence("slow", AT + 30 * SECOND)
        lanes.silence("slow", AT + 5 * SECOND)
        assert lanes.silent("slow", AT + 29 * SECOND)

    @pytest.mark.parametrize("key", ["tenant", "tenant_id", "team"])
    def test_each_workspace_has_its_own_lane(self, key: str) -> None:
        """Whatever its platform's address calls it; one platform is not one lane."""
        first = workspace_of({"platform": "fake", key: "T1", "user": "ada"})
        assert first == workspace_of({"platform": "fake", key: "T1", "user": "bob"})
        assert first != workspace_of({"platform": "fake", key: "T2", "user": "ada"})

    def test_nothing_is_kept_of_a_lane_that_is_not_used(self) -> None:
        """Memory does not grow with workspaces that were served long ago."""
        lanes = Lanes(at_once=2)
        lanes.silence("slow", AT + SECOND)
        wait(lanes, "slow", "a")
        assert entered(lanes, AT + SECOND) == ["a"]
        lanes.leave("slow", AT + SECOND)
        assert lanes._lanes == {}


class Office:
    """One process: a store, a dispatcher, and shared with other processes the platforms."""

    def __init__(self, store: Store, world: "World", **options: Any) -> None:
        self.store = store
        self.dispatcher = Dispatcher(
            options.pop("run", store.run),
            store.open_uow,
            world.speaker,
            {"fake": world.messenger, "other": world.other},
            world.clock,
            jitter=chance(),
            **options,
        )

    async def queue(self, *rows: Dispatch) -> None:
        """Commit rows, as a turn of this process does."""
        await self.store.run(self._queue, rows)

    def _queue(self, rows: tuple[Dispatch, ...]) -> None:
        with self.store.open_uow() as uow:
            for coachee_id in dict.fromkeys(row.coachee_id for row in rows):
                if uow.people.get(coachee_id) is None:
                    uow.people.add(Coachee(coachee_id, "fake:T1", coachee_id, {}, AT))
            for row in rows:
                uow.outbox.add(row)
            uow.commit()

    async def pending(self, coachee_id: str) -> int:
        """Count unsettled rows of a person."""

        def count() -> int:
            with self.store.open_uow() as uow:
                return uow.outbox.pending(coachee_id)

        return await self.store.run(count)

    async def keep(self, *cards: Card) -> None:
        """Commit cards."""

        def add() -> None:
            with self.store.open_uow() as uow:
                for card in cards:
                    uow.cards.add(card)
                uow.commit()

        await self.store.run(add)

    async def card(self, token: str) -> Card:
        """Read a card."""

        def get() -> Card | None:
            with self.store.open_uow() as uow:
                return uow.cards.get(token)

        card = await self.store.run(get)
        assert card is not None
        return card


class World:
    """What all processes share: the platforms, the engine and the time."""

    def __init__(self) -> None:
        self.clock = Clock(AT)
        self.messenger = FakeMessenger()
        self.other = FakeMessenger()
        self.speaker = PlainSpeaker()


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
    """The process that most tests look at."""
    return Office(store, world)


@pytest.fixture
def second(other_store: Store, world: World) -> Office:
    """Another process on the same database."""
    return Office(other_store, world)


class TestFlush:
    """The process that committed rows sends them at once."""

    async def test_a_persons_rows_go_out_in_order(self, office: Office, world: World) -> None:
        """One after the other, as they were queued."""
        keys = [f"k{number}" for number in range(5)]
        await office.queue(*(a_row(key=key) for key in keys))
        assert await office.dispatcher.flush("ada") == 5
        assert world.messenger.summaries("ada") == keys
        assert world.speaker.told == [("sent", key) for key in keys]
        assert await office.pending("ada") == 0

    async def test_order_is_kept_when_many_flush_at_once(
        self, office: Office, world: World
    ) -> None:
        """Two clicks in a row must not overtake each other, nor send a row twice."""
        world.messenger.delay(0.01)
        keys = [f"k{number}" for number in range(6)]
        await office.queue(*(a_row(key=key) for key in keys))
        await asyncio.gather(*(office.dispatcher.flush("ada") for _ in range(4)))
        assert world.messenger.summaries("ada") == keys
        assert world.messenger.most_under_way == 1
        assert len(office.dispatcher._locks) == 0

    async def test_rows_of_another_process_are_left_to_it(
        self, office: Office, second: Office, world: World
    ) -> None:
        """As long as it holds them."""
        await office.queue(a_row())
        assert await second.dispatcher.flush("ada") == 0
        assert await second.dispatcher.sweep() == 0
        assert world.messenger.calls == []

    async def test_a_row_with_nothing_to_say_is_closed(self, office: Office, world: World) -> None:
        """And what comes after it is sent."""
        world.speaker.silent.add("k1")
        await office.queue(a_row(), a_row(key="k2"))
        assert await office.dispatcher.flush("ada") == 2
        assert world.messenger.summaries("ada") == ["k2"]
        assert office.dispatcher.counts == Counter(nothing=1, sent=1)

    async def test_an_update_replaces_what_its_card_shows(
        self, office: Office, world: World
    ) -> None:
        """The reference is read from the card, where the post has left it."""
        await office.keep(a_card("c1"))
        await office.queue(a_row(card_token="c1"), a_row(key="k2", verb="update", card_token="c1"))
        assert await office.dispatcher.flush("ada") == 2
        assert [message.summary for message in world.messenger.current("ada")] == ["k2"]
        assert (await office.card("c1")).ref == {"id": "m1"}

    @pytest.mark.parametrize("verb", ["update", "delete"])
    async def test_what_was_never_posted_needs_no_change(
        self, office: Office, world: World, verb: Verb
    ) -> None:
        """The row is closed without a call."""
        await office.keep(a_card("c1"))
        await office.queue(a_row(verb=verb, card_token="c1"))
        assert await office.dispatcher.flush("ada") == 1
        assert world.messenger.calls == []

    async def test_a_deletion_carries_its_own_reference(self, office: Office, world: World) -> None:
        """Its card may be erased by then."""
        await office.queue(a_row(), a_row(key="k2", verb="delete", ref={"id": "m1"}))
        assert await office.dispatcher.flush("ada") == 2
        assert world.messenger.current("ada") == []

    async def test_home_and_profile_go_through_the_same_door(
        self, office: Office, world: World
    ) -> None:
        """A page is published; a profile is learned."""
        world.messenger.profiles["ada"] = Profile("fr-CA", "America/Montreal")
        await office.queue(a_row(verb="home"), a_row(key="k2", verb="profile"))
        assert await office.dispatcher.flush("ada") == 2
        assert world.messenger.homes["ada"].summary == "k1"
        assert world.speaker.profiles == [Profile("fr-CA", "America/Montreal")]
        assert world.speaker.told == [("sent", "k1"), ("learned", "k2")]

    async def test_a_post_with_a_reference_goes_under_that_message(
        self, office: Office, world: World
    ) -> None:
        """Any other begins a thread of its own."""
        await office.queue(a_row(), a_row(key="k2", ref={"id": "m1"}))
        assert await office.dispatcher.flush("ada") == 2
        assert [call.under for call in world.messenger.posts] == [None, {"id": "m1"}]

    async def test_who_is_in_a_channel_is_asked_and_told(
        self, office: Office, world: World
    ) -> None:
        """Through the same door as everything else."""
        here = Roster((InRoom("U1", {"platform": "fake"}),), public=True)
        world.messenger.rosters["ada"] = here
        await office.queue(a_row(verb="roster"))
        assert await office.dispatcher.flush("ada") == 1
        assert world.speaker.rosters == [here]
        assert world.speaker.told == [("enrolled", "k1")]

    async def test_a_caller_who_goes_away_stops_nothing(self, office: Office, world: World) -> None:
        """A closed connection must neither lose a message nor let it go out twice."""
        gate = world.messenger.hold()
        await office.queue(a_row(), a_row(key="k2"))
        caller = asyncio.create_task(office.dispatcher.flush("ada"))
        await until(lambda: world.messenger.under_way)
        caller.cancel()
        again = asyncio.create_task(office.dispatcher.flush("ada"))
        gate.set()
        await again
        assert world.messenger.summaries("ada") == ["k1", "k2"]
        assert caller.cancelled()


class TestFailures:
    """What a platform refuses is tried again, told, or closed; never forgotten."""

    async def test_a_passing_fault_is_tried_again(self, office: Office, world: World) -> None:
        """Later rows of the person wait behind it, so that order is kept."""
        world.messenger.fail(SendFailed("http_502"), SendFailed("http_503"))
        await office.queue(a_row(), a_row(key="k2"))
        assert await office.dispatcher.flush("ada") == 0
        assert await office.dispatcher.sweep() == 0
        world.clock.move(3 * SECOND)
        assert await office.dispatcher.sweep() == 0
        world.clock.move(6 * SECOND)
        assert await office.dispatcher.sweep() == 2
        assert world.messenger.summaries("ada") == ["k1", "k2"]
        assert office.dispatcher.counts == Counter(retried=2, sent=2)

    async def test_a_final_refusal_is_told_once(self, office: Office, world: World) -> None:
        """And what comes after it is still sent."""
        world.messenger.fail(MessageGone("message_not_found"))
        await office.queue(a_row(), a_row(key="k2"))
        assert await office.dispatcher.flush("ada") == 2
        world.clock.move(timedelta(days=2))
        assert await office.dispatcher.sweep() == 0
        assert world.speaker.told == [("failed:message_not_found", "k1"), ("sent", "k2")]

    async def test_a_fault_that_lasts_is_given_up(self, office: Office, world: World) -> None:
        """After twelve tries, and the engine is told once."""
        world.messenger.fail(*[SendFailed("http_502")] * 20)
        await office.queue(a_row())
        await office.dispatcher.flush("ada")
        for _ in range(15):
            world.clock.move(LONGEST_WAIT * 1.25)
            await office.dispatcher.sweep()
        assert len(world.messenger.calls) == MOST_ATTEMPTS
        assert world.speaker.told == [("failed:http_502", "k1")]
        assert await office.pending("ada") == 0

    async def test_an_unknown_platform_is_final(self, office: Office, world: World) -> None:
        """Nothing will ever carry such a row."""
        await office.queue(a_row(address={"platform": "pigeon", "person": "ada"}))
        assert await office.dispatcher.flush("ada") == 1
        assert world.speaker.told == [("failed:unknown_platform", "k1")]

    async def test_a_limit_pauses_its_workspace_only(self, office: Office, world: World) -> None:
        """Nobody of that workspace is tried before the time the platform named."""
        world.messenger.fail(SendFailed("ratelimited", retry_after=30 * SECOND), person="p0")
        people = [f"p{number}" for number in range(4)]
        await office.queue(*(a_row(person, key=person) for person in people))
        await office.queue(
            a_row("zoe", key="zoe", address={"platform": "fake", "tenant": "T2", "person": "zoe"})
        )
        assert await office.dispatcher.flush("p0") == 0
        assert [await office.dispatcher.flush(person) for person in people] == [0, 0, 0, 0]
        assert await office.dispatcher.flush("zoe") == 1
        world.clock.move(24 * SECOND)
        assert await office.dispatcher.sweep() == 0
        assert [call.person for call in world.messenger.calls] == ["p0", "zoe"]
        for _ in range(4):
            world.clock.move(10 * SECOND)
            await office.dispatcher.sweep()
        assert sorted(world.messenger.summaries(person)[0] for person in people) == people
        assert len(world.messenger.posts) == 5

    async def test_who_waits_for_a_pause_goes_as_soon_as_it_ends(
        self, office: Office, world: World
    ) -> None:
        """Not only when the lease ends, and without using up an attempt."""
        world.messenger.fail(SendFailed("ratelimited", retry_after=4 * SECOND), person="p0")
        await office.queue(a_row("p0", key="p0"), a_row("p1", key="p1"))
        await office.dispatcher.flush("p0")
        await office.dispatcher.flush("p1")
        world.clock.move(4 * SECOND)
        assert await office.dispatcher.sweep() == 1
        assert world.messenger.summaries("p1") == ["p1"]

    async def test_a_lost_answer_repeats_a_message_once(self, office: Office, world: World) -> None:
        """The platform took it but the answer was lost: at least once means twice here."""
        world.messenger.drop_after_accept()
        await office.queue(a_row(), a_row(key="k2"))
        await office.dispatcher.flush("ada")
        for _ in range(5):
            world.clock.move(LATER)
            await office.dispatcher.sweep()
        assert world.messenger.summaries("ada") == ["k1", "k1", "k2"]
        assert world.speaker.told == [("sent", "k1"), ("sent", "k2")]

    async def test_no_answer_at_all_ends_in_time(self, store: Store, world: World) -> None:
        """A call has a time-out; the row is tried again, and its workspace rests meanwhile."""
        office = Office(store, world, timeout=timedelta(milliseconds=20))
        world.messenger.hold("ada")
        await office.queue(a_row(), a_row("bob", key="k2"))
        assert await office.dispatcher.flush("ada") == 0
        assert await office.dispatcher.flush("bob") == 0
        assert office.dispatcher.counts == Counter(retried=1)

    async def test_a_crash_of_an_adapter_is_logged_without_words(
        self, office: Office, world: World, caplog: pytest.LogCaptureFixture
    ) -> None:
        """It counts as a passing fault; what a person wrote never reaches the log."""
        world.messenger.fail(KeyError("words of a person"))
        await office.queue(a_row())
        assert await office.dispatcher.flush("ada") == 0
        world.clock.move(3 * SECOND)
        assert await office.dispatcher.sweep() == 1
        assert office.dispatcher.counts == Counter(crashed=1, retried=1, sent=1)
        assert "words of a person" not in str([vars(record) for record in caplog.records])
        crash = next(r for r in caplog.records if r.msg == "dispatch.messenger_crashed")
        assert vars(crash)["coachee_id"] == "ada"

    async def test_a_message_that_cannot_be_composed_blocks_nobody_else(
        self, office: Office, world: World, caplog: pytest.LogCaptureFixture
    ) -> None:
        """It is tried like a passing fault, then given up."""
        world.speaker.broken.add("k1")
        await office.queue(a_row(), a_row(key="k2"), a_row("bob", key="k3"))
        await office.dispatcher.flush("ada")
        await office.dispatcher.flush("bob")
        assert world.messenger.summaries("bob") == ["k3"]
        for _ in range(15):
            world.clock.move(LONGEST_WAIT * 1.25)
            await office.dispatcher.sweep()
        assert world.messenger.summaries("ada") == ["k2"]
        assert ("failed:unsayable", "k1") in world.speaker.told
        assert "words of a person" not in str([vars(record) for record in caplog.records])

    async def test_a_fault_of_the_engine_does_not_repeat_a_message(
        self, office: Office, world: World
    ) -> None:
        """The row is closed even if the engine cannot take note."""
        world.speaker.deaf.add("k1")
        await office.queue(a_row())
        assert await office.dispatcher.flush("ada") == 1
        world.clock.move(LATER)
        assert await office.dispatcher.sweep() == 0
        assert world.messenger.summaries("ada") == ["k1"]

    async def test_a_busy_database_does_not_repeat_a_message(
        self, store: Store, world: World
    ) -> None:
        """What was sent is written down as soon as the database answers again."""
        busy = [Busy("t"), Busy("t")]

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            if world.messenger.posts and busy:
                raise busy.pop()
            return await store.run(job, *args, **kwargs)

        office = Office(store, world, run=run)
        await office.queue(a_row())
        assert await office.dispatcher.flush("ada") == 1
        assert world.messenger.summaries("ada") == ["k1"]


class TestSweep:
    """Whatever is left is sent by any process that is alive."""

    async def test_rows_of_a_dead_process_are_handed_over(
        self, office: Office, second: Office, world: World
    ) -> None:
        """When its leases end, in order."""
        await office.queue(*(a_row(key=f"k{number}") for number in range(3)))
        world.clock.move(OWN_LEASE + SECOND)
        assert await second.dispatcher.sweep() == 3
        assert world.messenger.summaries("ada") == ["k0", "k1", "k2"]

    async def test_nothing_is_sent_twice_when_two_sweep_together(
        self, office: Office, second: Office, world: World
    ) -> None:
        """Each row is claimed by one of them, and each person's order is kept."""
        world.messenger.delay(0.001)
        people = [f"p{number}" for number in range(40)]
        await office.queue(
            *(a_row(person, key=f"{person}-{turn}") for turn in range(3) for person in people)
        )
        world.clock.move(LATER)
        counts = await asyncio.gather(
            office.dispatcher.sweep(limit=7), second.dispatcher.sweep(limit=7)
        )
        assert sum(counts) == 120
        for person in people:
            assert world.messenger.summaries(person) == [f"{person}-{turn}" for turn in range(3)]

    async def test_both_processes_take_part(
        self, office: Office, second: Office, world: World
    ) -> None:
        """Whoever comes first takes no more than it can soon send; the rest is for others."""
        gate = world.messenger.hold()
        await office.queue(*(a_row(f"p{number}", key=f"k{number}") for number in range(200)))
        world.clock.move(LATER)
        first = asyncio.create_task(office.dispatcher.sweep(limit=5))
        await until(lambda: world.messenger.under_way == GROUP)
        other = asyncio.create_task(second.dispatcher.sweep(limit=5))
        await until(lambda: world.messenger.under_way == 2 * GROUP)
        gate.set()
        assert await first + await other == 200
        assert len(world.messenger.posts) == 200

    @pytest.mark.parametrize("dies", ["before it sends", "after it sent"])
    async def test_a_crash_loses_nothing_and_repeats_one_row_at_most(
        self, store: Store, second: Office, world: World, dies: str
    ) -> None:
        """Between send and settle a process may die: that row comes twice, no other."""
        died = asyncio.Event()

        async def run(job: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            at_work = world.messenger.calls if dies == "after it sent" else True
            if job.__name__ != "_queue" and at_work:
                died.set()
                await asyncio.Event().wait()
            return await store.run(job, *args, **kwargs)

        dying = Office(store, world, run=run)
        await dying.queue(*(a_row(key=f"k{number}") for number in range(3)))
        flush = asyncio.create_task(dying.dispatcher.flush("ada"))
        await died.wait()
        await dying.dispatcher._tasks.cancel()
        await asyncio.gather(flush, return_exceptions=True)

        world.clock.move(LATER)
        assert await second.dispatcher.sweep() == 3
        repeats = ["k0"] if dies == "after it sent" else []
        assert world.messenger.summaries("ada") == [*repeats, "k0", "k1", "k2"]
        assert world.speaker.told == [("sent", "k0"), ("sent", "k1"), ("sent", "k2")]

    async def test_who_lost_the_lease_does_nothing_more(
        self, office: Office, second: Office, world: World
    ) -> None:
        """A process that slept through its lease leaves the row to the one that has it now."""
        gate = world.messenger.hold("ada")
        await office.queue(a_row())
        asleep = asyncio.create_task(office.dispatcher.flush("ada"))
        await until(lambda: world.messenger.under_way == 1)
        world.clock.move(LATER)
        awake = asyncio.create_task(second.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == 2)
        gate.set()
        assert sorted([await asleep, await awake]) == [0, 1]
        assert office.dispatcher.counts == Counter(lost=1)
        assert world.speaker.told == [("sent", "k1")]

    async def test_a_call_is_not_begun_with_a_lease_that_ends(
        self, office: Office, world: World
    ) -> None:
        """Otherwise another process could begin the same row meanwhile."""
        await office.queue(a_row())
        world.clock.move(OWN_LEASE - 3 * SECOND)
        assert await office.dispatcher.flush("ada") == 0
        world.clock.move(4 * SECOND)
        assert await office.dispatcher.sweep() == 1

    async def test_a_slow_platform_does_not_hold_up_another(
        self, office: Office, world: World
    ) -> None:
        """Everybody elsewhere is served while a platform gives no answer."""
        gate = world.messenger.hold()
        quick = {"platform": "other", "tenant": "T1"}
        await office.queue(*(a_row(f"s{number}", key=f"s{number}") for number in range(60)))
        await office.queue(
            *(
                a_row(f"q{number}", key=f"q{number}", address={**quick, "person": f"q{number}"})
                for number in range(60)
            )
        )
        world.clock.move(LATER)
        sweep = asyncio.create_task(office.dispatcher.sweep(limit=20))
        await until(lambda: len(world.other.posts) == 60)
        assert world.messenger.posts == []
        gate.set()
        assert await sweep == 120

    async def test_new_rows_are_seen_while_a_slow_call_goes_on(
        self, office: Office, world: World
    ) -> None:
        """A sweep that waits for somebody still looks around."""
        gate = world.messenger.hold("slow")
        await office.queue(a_row("slow", key="k1", leased_until=AT))
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: world.messenger.under_way)
        await office.queue(a_row("ada", key="k2", leased_until=AT))
        await until(lambda: world.messenger.summaries("ada") == ["k2"])
        gate.set()
        assert await sweep == 2

    async def test_calls_under_way_are_bounded(self, store: Store, world: World) -> None:
        """However many rows are due."""
        gate = world.messenger.hold()
        office = Office(store, world, at_once=4)
        await office.queue(*(a_row(f"p{number}", key=f"k{number}") for number in range(40)))
        world.clock.move(LATER)
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == 4)
        gate.set()
        assert await sweep == 40
        assert world.messenger.most_under_way == 4


class TestShutdown:
    """Stopping loses nothing."""

    async def test_a_call_under_way_is_finished(self, office: Office, world: World) -> None:
        """Within the grace; no further row is begun."""
        gate = world.messenger.hold()
        await office.queue(a_row(), a_row(key="k2"))
        flush = asyncio.create_task(office.dispatcher.flush("ada"))
        await until(lambda: world.messenger.under_way)
        closing = asyncio.create_task(office.dispatcher.close())
        await asyncio.sleep(0.01)
        gate.set()
        await closing
        assert await flush == 1
        assert world.speaker.told == [("sent", "k1")]

    async def test_a_call_that_does_not_end_gives_its_row_back(
        self, office: Office, second: Office, world: World
    ) -> None:
        """At once, not only when the lease ends; and so does all that was not begun."""
        world.messenger.hold("ada")
        await office.queue(a_row("ada"), a_row("bob", key="k2"))
        flush = asyncio.create_task(office.dispatcher.flush("ada"))
        await until(lambda: world.messenger.under_way)
        await office.dispatcher.close(timedelta(milliseconds=10))
        assert flush.cancelled()
        world.messenger.hold("ada").set()
        assert await second.dispatcher.sweep() == 2
        assert world.messenger.summaries("ada") == ["k1"]
        assert world.messenger.summaries("bob") == ["k2"]

    async def test_what_was_claimed_and_not_begun_is_free_at_once(
        self, office: Office, second: Office, world: World
    ) -> None:
        """However many rows of a workspace that hangs were in hand, somebody else has them."""
        gate = world.messenger.hold()
        people = [f"p{number}" for number in range(60)]
        await office.queue(*(a_row(person, key=person, leased_until=None) for person in people))
        sweep = asyncio.create_task(office.dispatcher.sweep())
        await until(lambda: world.messenger.under_way == GROUP)
        await office.dispatcher.close(timedelta(milliseconds=10))
        assert await sweep == 0
        gate.set()
        assert await second.dispatcher.sweep() == 60
        assert sorted(call.person for call in world.messenger.posts) == sorted(people)
