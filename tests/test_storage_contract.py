"""What `bot/ports.py` promises of storage, on SQLite and on PostgreSQL alike."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from threading import Event
from typing import TypeVar

import pytest

from bot.cards import Card
from bot.commitments import Commitment, Outcome
from bot.errors import Conflict, HeldElsewhere
from bot.ledger import Entry
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee, Slot
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.sessions import Answer, Session
from storage.store import Store
from tests.databases import Database

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)
LEASE = timedelta(seconds=30)
LATER = NOW + timedelta(minutes=1)


def within(store: Store, act: Callable[[UnitOfWork], T]) -> T:
    """Do one thing in a unit of work of its own, and commit."""

    def job() -> T:
        with store.open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return store.run_sync(job)


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """The store of a second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def coachee(coachee_id: str = "c1", **changes: object) -> Coachee:
    start = Coachee(
        id=coachee_id,
        workspace="slack:T1",
        person=f"U-{coachee_id}",
        address={"platform": "slack", "channel": "D1"},
        created_at=NOW,
    )
    return replace(start, **changes)  # type: ignore[arg-type]


def session(session_id: str = "s1", **changes: object) -> Session:
    start = Session(session_id, "c1", "weekly", 3, "ask", "open", NOW, NOW)
    return replace(start, **changes)  # type: ignore[arg-type]


def commitment(commitment_id: str = "m1", **changes: object) -> Commitment:
    start = Commitment(commitment_id, "c1", "w1", NOW, date(2026, 3, 6), date(2026, 3, 6))
    return replace(start, **changes)  # type: ignore[arg-type]


def card(token: str = "t1", **changes: object) -> Card:  # noqa: S107 not a secret
    start = Card(token, "c1", "weekly.ask", NOW, NOW + timedelta(days=90))
    return replace(start, **changes)  # type: ignore[arg-type]


def dispatch(key: str, coachee_id: str = "c1", **changes: object) -> Dispatch:
    start = Dispatch(key, coachee_id, "post", {"platform": "slack"}, NOW, NOW)
    return replace(start, **changes)  # type: ignore[arg-type]


def moment(key: str, coachee_id: str = "c1", **changes: object) -> Moment:
    start = Moment(f"id-{key}", key, coachee_id, "weekly", NOW, NOW)
    return replace(start, **changes)  # type: ignore[arg-type]


def entry(key: str, **changes: object) -> Entry:
    start = Entry(key, "c1", "weekly", NOW, NOW, "queued", "on_time")
    return replace(start, **changes)  # type: ignore[arg-type]


def test_store_gives_what_the_port_asks_for(store: Store) -> None:
    """The types of storage fit the ports; mypy reads this line."""
    port: OpenUnitOfWork = store.open_uow
    assert port is not None


class TestUnitOfWork:
    def test_without_commit_nothing_stays(self, store: Store) -> None:
        def job() -> None:
            with store.open_uow() as uow:
                uow.people.add(coachee())
                uow.outbox.add(dispatch("k"))

        store.run_sync(job)
        assert within(store, lambda uow: uow.people.get("c1")) is None
        assert within(store, lambda uow: uow.outbox.pending("c1")) == 0

    def test_an_error_undoes_everything(self, store: Store) -> None:
        def job() -> None:
            with store.open_uow() as uow:
                uow.people.add(coachee())
                raise LookupError

        with pytest.raises(LookupError):
            store.run_sync(job)
        assert within(store, lambda uow: uow.people.get("c1")) is None

    def test_several_in_one_job_are_independent(self, store: Store) -> None:
        """Each stands for itself: what one committed stays when a later one is left."""

        def job() -> None:
            with store.open_uow() as uow:
                uow.people.add(coachee("first"))
                uow.commit()
            with store.open_uow() as uow:
                uow.people.add(coachee("second"))
            with store.open_uow() as uow:
                uow.people.add(coachee("third"))
                uow.commit()
            raise LookupError

        with pytest.raises(LookupError):
            store.run_sync(job)
        found = within(store, lambda uow: [uow.people.get(i) for i in ("first", "second", "third")])
        assert [bool(one) for one in found] == [True, False, True]

    def test_it_ends_with_its_commit(self, store: Store) -> None:
        """Writing after the commit is refused; on SQLite it would slip into the group."""

        def job() -> None:
            with store.open_uow() as uow:
                people = uow.people
                uow.commit()
                people.add(coachee())

        with pytest.raises(RuntimeError, match="has ended"):
            store.run_sync(job)
        assert within(store, lambda uow: uow.people.get("c1")) is None

    def test_one_at_a_time(self, store: Store) -> None:
        def job() -> None:
            with store.open_uow(), store.open_uow():
                pass

        with pytest.raises(RuntimeError, match="open already"):
            store.run_sync(job)

    def test_a_conflict_leaves_the_unit_without_effect(self, store: Store) -> None:
        within(store, lambda uow: uow.people.add(coachee()))

        def job() -> None:
            with store.open_uow() as uow:
                uow.people.add(coachee("c2"))
                uow.people.add(coachee())

        with pytest.raises(Conflict):
            store.run_sync(job)
        assert within(store, lambda uow: uow.people.get("c2")) is None


class TestTimes:
    def test_a_time_comes_back_as_the_same_moment_in_utc(self, store: Store) -> None:
        paris = timezone(timedelta(hours=2))
        paused = datetime(2026, 7, 1, 0, 30, 0, 7, tzinfo=paris)
        within(store, lambda uow: uow.people.add(coachee(paused_until=paused)))
        found = within(store, lambda uow: uow.people.get("c1"))
        assert found is not None
        assert found.paused_until == paused
        assert found.paused_until is not None
        assert found.paused_until.tzinfo is UTC
        assert found.created_at == NOW

    def test_a_naive_time_is_refused(self, store: Store) -> None:
        naive = datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001 that is the point
        with pytest.raises(Exception, match="naive"):
            within(store, lambda uow: uow.seen.add("k", naive))


class TestSeen:
    def test_a_key_is_new_once(self, store: Store) -> None:
        assert within(store, lambda uow: uow.seen.add("Ev1", NOW))
        assert not within(store, lambda uow: uow.seen.add("Ev1", LATER))
        assert within(store, lambda uow: uow.seen.add("Ev2", NOW))

    def test_a_key_can_be_looked_up(self, store: Store) -> None:
        """Looking does not add it."""
        for _ in range(2):
            assert not within(store, lambda uow: uow.seen.has("Ev1"))
        within(store, lambda uow: uow.seen.add("Ev1", NOW))
        assert within(store, lambda uow: uow.seen.has("Ev1"))
        assert not within(store, lambda uow: uow.seen.has("Ev2"))

    def test_a_key_undone_is_new_again(self, store: Store) -> None:
        def job() -> bool:
            with store.open_uow() as uow:
                return uow.seen.add("Ev1", NOW)

        assert store.run_sync(job)
        assert within(store, lambda uow: uow.seen.add("Ev1", NOW))

    def test_of_two_racing_writers_one_wins(self, store: Store, other: Store) -> None:
        keys = [f"Ev{number}" for number in range(40)]

        def add_all(one: Store) -> list[bool]:
            return [within(one, lambda uow, key=key: uow.seen.add(key, NOW)) for key in keys]  # type: ignore[misc]

        with ThreadPoolExecutor(3) as threads:
            answers = list(threads.map(add_all, (store, other, store)))
        assert [sum(said) for said in zip(*answers, strict=True)] == [1] * len(keys)


class TestPeople:
    def test_everything_comes_back(self, store: Store) -> None:
        full = coachee(
            state="active",
            lang="fr",
            lang_chosen=True,
            zone="Europe/Paris",
            zone_known=True,
            country="FR",
            slot=Slot(0, time(9, 30)),
            pace="monthly",
            themes=("listening", "delegation"),
            goal_words_id="w9",
            obstacle="time",
            paused_until=LATER,
            stopped_at=LATER,
            reachable=False,
            unanswered=2,
            home=True,
            work_from=time(7),
            work_until=time(16, 45),
        )
        within(store, lambda uow: uow.people.add(full))
        assert within(store, lambda uow: uow.people.find("slack:T1", "U-c1")) == full
        assert within(store, lambda uow: uow.people.get("c1")) == full

    def test_midnight_on_sunday_is_a_slot(self, store: Store) -> None:
        midnight = coachee(slot=Slot(6, time(0)))
        within(store, lambda uow: uow.people.add(midnight))
        assert within(store, lambda uow: uow.people.get("c1")) == midnight

    def test_nobody_is_none(self, store: Store) -> None:
        assert within(store, lambda uow: uow.people.find("slack:T1", "U-c1")) is None
        assert within(store, lambda uow: uow.people.get("c1")) is None

    def test_a_person_is_added_once(self, store: Store) -> None:
        within(store, lambda uow: uow.people.add(coachee()))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.people.add(coachee("c2", person="U-c1")))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.people.add(coachee(person="U-else")))

    def test_saving_counts_versions(self, store: Store) -> None:
        within(store, lambda uow: uow.people.add(coachee()))
        saved = within(store, lambda uow: uow.people.put(coachee(unanswered=1)))
        assert saved == coachee(unanswered=1, version=1)
        assert within(store, lambda uow: uow.people.get("c1")) == saved

    def test_second_writer_loses(self, store: Store) -> None:
        """Writing from an outdated copy is a conflict, not an overwrite."""
        within(store, lambda uow: uow.people.add(coachee()))
        within(store, lambda uow: uow.people.put(coachee(unanswered=1)))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.people.put(coachee(unanswered=2)))
        found = within(store, lambda uow: uow.people.get("c1"))
        assert found is not None
        assert found.unanswered == 1

    def test_saving_somebody_erased_is_a_conflict(self, store: Store) -> None:
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.people.put(coachee()))

    def test_turns_of_one_person_wait_for_each_other(self, store: Store, other: Store) -> None:
        """Whoever found the person first goes on; the other sees what came of it."""
        within(store, lambda uow: uow.people.add(coachee()))
        found, go = Event(), Event()

        def count(uow: UnitOfWork, *, slowly: bool = False) -> None:
            one = uow.people.find("slack:T1", "U-c1")
            assert one is not None
            if slowly:
                found.set()
                assert go.wait(1.5)
            uow.people.put(replace(one, unanswered=one.unanswered + 1))

        with ThreadPoolExecutor(2) as threads:
            slow = threads.submit(within, store, lambda uow: count(uow, slowly=True))
            assert found.wait(5)
            fast = threads.submit(within, other, count)
            assert not fast.done()
            go.set()
            slow.result(5)
            fast.result(5)
        after = within(store, lambda uow: uow.people.get("c1"))
        assert after is not None
        assert after.unanswered == 2

    def test_who_stopped_comes_in_order(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            for number in range(4):
                at = NOW - timedelta(days=number)
                uow.people.add(coachee(f"c{number}", state="stopped", stopped_at=at))
            uow.people.add(coachee("back", stopped_at=NOW - timedelta(days=9)))

        within(store, plant)
        assert within(store, lambda uow: uow.people.stopped_before(NOW, 2)) == ["c3", "c2"]
        assert within(store, lambda uow: uow.people.stopped_before(NOW, 9)) == ["c3", "c2", "c1"]


class TestSessions:
    ANSWERS = (
        Answer("ask", NOW, options=("yes", "later")),
        Answer("how", LATER, number=0),
        Answer("when", LATER, day=date(2026, 3, 9)),
        Answer("what", LATER, words_id="w1"),
    )

    def test_everything_comes_back(self, store: Store) -> None:
        full = session(
            answers=self.ANSWERS,
            passed=("hello", "why"),
            commitment_id="m1",
            card_token="t1",
            occurrence="checkin:c1:2026-W10",
        )
        within(store, lambda uow: uow.sessions.add(full))
        assert within(store, lambda uow: uow.sessions.get("s1")) == full
        assert within(store, lambda uow: uow.sessions.get("s2")) is None

    def test_a_session_is_added_once(self, store: Store) -> None:
        within(store, lambda uow: uow.sessions.add(session()))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.sessions.add(session()))

    @pytest.mark.parametrize("read_first", [True, False])
    def test_answers_grow_change_and_shrink(self, store: Store, *, read_first: bool) -> None:
        """Whether or not the same unit of work has read the session before."""
        changed = replace(self.ANSWERS[1], number=7)
        copy = session(answers=self.ANSWERS[:1])
        within(store, lambda uow: uow.sessions.add(copy))
        stages = (
            self.ANSWERS,
            (self.ANSWERS[0], changed, *self.ANSWERS[2:]),
            (self.ANSWERS[0], changed),
            (),
            self.ANSWERS[2:],
        )
        for answers in stages:

            def save(
                uow: UnitOfWork, copy: Session = copy, answers: tuple[Answer, ...] = answers
            ) -> Session:
                if read_first:
                    assert uow.sessions.get("s1") == copy
                return uow.sessions.put(replace(copy, answers=answers))

            copy = within(store, save)
            assert within(store, lambda uow: uow.sessions.get("s1")) == copy
            assert copy.answers == answers

    def test_saving_twice_in_one_unit_keeps_the_last(self, store: Store) -> None:
        def save(uow: UnitOfWork) -> Session:
            uow.sessions.add(session(answers=self.ANSWERS[:2]))
            copy = uow.sessions.put(session(answers=self.ANSWERS))
            return uow.sessions.put(replace(copy, answers=self.ANSWERS[1:2], step_id="how"))

        saved = within(store, save)
        assert within(store, lambda uow: uow.sessions.get("s1")) == saved

    def test_second_writer_loses(self, store: Store) -> None:
        """Neither the session nor its answers are overwritten from an outdated copy."""
        within(store, lambda uow: uow.sessions.add(session()))
        first = within(store, lambda uow: uow.sessions.put(session(answers=self.ANSWERS[:1])))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.sessions.put(session(answers=self.ANSWERS[1:])))
        assert within(store, lambda uow: uow.sessions.get("s1")) == first

    def test_open_ones_come_last_touched_first_and_all_of_them_oldest_first(
        self, store: Store
    ) -> None:
        a = session("a", touched_at=NOW, answers=self.ANSWERS[:1])
        b = session("b", touched_at=LATER, started_at=NOW - LEASE, answers=self.ANSWERS)
        c = session("c", status="done", touched_at=LATER)
        d = session("d", coachee_id="c2")

        def plant(uow: UnitOfWork) -> None:
            for one in (a, b, c, d):
                uow.sessions.add(one)

        within(store, plant)
        assert within(store, lambda uow: uow.sessions.open_of("c1")) == [b, a]
        assert within(store, lambda uow: uow.sessions.of("c1")) == [b, a, c]
        assert within(store, lambda uow: uow.sessions.of("c3")) == []


class TestCards:
    def test_everything_comes_back_and_can_be_changed(self, store: Store) -> None:
        full = card(args={"day": "2026-03-06", "n": "3"}, session_id="s1", ref={"ts": "1.2"})
        within(store, lambda uow: uow.cards.add(full))
        assert within(store, lambda uow: uow.cards.get("t1")) == full
        moved = replace(full, ref={"ts": "3.4", "channel": "D1"}, args={})
        within(store, lambda uow: uow.cards.put(moved))
        assert within(store, lambda uow: uow.cards.get("t1")) == moved
        assert within(store, lambda uow: uow.cards.get("t2")) is None

    def test_a_card_erased_meanwhile_does_not_come_back(self, store: Store) -> None:
        within(store, lambda uow: uow.cards.put(card()))
        assert within(store, lambda uow: uow.cards.get("t1")) is None

    def test_lists_are_in_the_order_of_saying(self, store: Store) -> None:
        """Cards of the same instant stay in the order in which they were added."""
        said = [card(f"{9 - n}", session_id="s1", ref={"ts": str(n)}) for n in range(6)]
        silent = card("silent", session_id="s1")

        def plant(uow: UnitOfWork) -> None:
            for one in (*said, silent):
                uow.cards.add(one)
            uow.cards.add(card("foreign", coachee_id="c2", session_id="s2", ref={"ts": "1"}))

        within(store, plant)
        assert within(store, lambda uow: uow.cards.of_session("s1")) == [*said, silent]
        assert within(store, lambda uow: uow.cards.posted_to("c1")) == said


class TestOutbox:
    def add(self, store: Store, *dispatches: Dispatch) -> None:
        def job(uow: UnitOfWork) -> None:
            for one in dispatches:
                uow.outbox.add(one)

        within(store, job)

    def claim(self, store: Store, at: datetime = NOW, limit: int = 100) -> list[str]:
        rows = within(store, lambda uow: uow.outbox.claim(at, limit, LEASE)).rows
        return [row.key for row in rows]

    def own(self, store: Store, at: datetime = NOW) -> Dispatch:
        found = within(store, lambda uow: uow.outbox.own("c1", at))
        assert found is not None
        return found

    def test_everything_comes_back(self, store: Store) -> None:
        full = dispatch(
            "k",
            verb="delete",
            address={"platform": "teams", "conversation": "a"},
            card_token="t1",
            ref={"activity": "9"},
            occurrence="checkin:c1:2026-W10",
            leased_until=LATER,
        )
        self.add(store, full)
        found = self.own(store)
        assert found.lease
        assert found.id
        assert replace(found, id=0, lease="") == full

    def test_a_new_row_belongs_to_the_process_that_committed_it(
        self, store: Store, other: Store
    ) -> None:
        self.add(store, dispatch("k", leased_until=LATER))
        with pytest.raises(HeldElsewhere):
            within(other, lambda uow: uow.outbox.own("c1", NOW))
        assert self.claim(other) == []
        assert self.own(store).key == "k"

    def test_when_the_lease_is_over_anybody_may_claim(self, store: Store, other: Store) -> None:
        self.add(store, dispatch("k", leased_until=LATER))
        late = self.own(store)
        assert within(store, lambda uow: uow.outbox.own("c1", LATER)) is None
        assert self.claim(other, LATER) == ["k"]
        assert not within(store, lambda uow: uow.outbox.settle(late, LATER, "sent"))
        assert not within(store, lambda uow: uow.outbox.retry(late, LATER))
        assert within(other, lambda uow: uow.outbox.pending("c1")) == 1

    def test_a_lease_that_ended_counts_until_somebody_takes_the_row(self, store: Store) -> None:
        self.add(store, dispatch("k", leased_until=LATER))
        late = self.own(store)
        assert within(store, lambda uow: uow.outbox.settle(late, LATER + LEASE, "sent"))

    def test_without_a_lease_a_new_row_is_anybodys(self, store: Store, other: Store) -> None:
        self.add(store, dispatch("k"))
        assert within(store, lambda uow: uow.outbox.own("c1", NOW)) is None
        assert self.claim(other) == ["k"]

    def test_a_second_row_with_the_same_key_is_ignored(self, store: Store) -> None:
        """Even after the first one was sent."""
        self.add(store, dispatch("k", leased_until=LATER), dispatch("k", verb="update"))
        first = self.own(store)
        assert first.verb == "post"
        within(store, lambda uow: uow.outbox.settle(first, NOW, "sent"))
        self.add(store, dispatch("k"))
        assert within(store, lambda uow: uow.outbox.pending("c1")) == 0

    def test_only_the_oldest_row_of_each_person_is_claimed(self, store: Store) -> None:
        self.add(store, dispatch("a1", "a"), dispatch("b1", "b"), dispatch("a2", "a"))
        assert self.claim(store) == ["a1", "b1"]
        assert self.claim(store) == []

    def test_the_next_row_comes_once_the_one_before_is_settled(self, store: Store) -> None:
        self.add(store, dispatch("1"), dispatch("2"))
        first = within(store, lambda uow: uow.outbox.claim(NOW, 9, LEASE)).rows[0]
        assert within(store, lambda uow: uow.outbox.settle(first, NOW, "sent"))
        assert self.claim(store) == ["2"]

    def test_a_row_that_waits_holds_up_those_behind_it(self, store: Store) -> None:
        self.add(store, dispatch("1", not_before=LATER), dispatch("2"))
        assert self.claim(store) == []
        assert within(store, lambda uow: uow.outbox.own("c1", NOW)) is None
        assert self.claim(store, LATER) == ["1"]

    def test_own_waits_for_the_row_before_and_for_its_time(self, store: Store) -> None:
        self.add(store, dispatch("1"))
        self.add(store, dispatch("2", leased_until=LATER))
        assert within(store, lambda uow: uow.outbox.own("c1", NOW)) is None
        assert within(store, lambda uow: uow.outbox.own("nobody", NOW)) is None

    def test_own_has_nothing_before_its_time(self, store: Store) -> None:
        soon = NOW + timedelta(seconds=5)
        self.add(store, dispatch("1", leased_until=LATER, not_before=soon))
        assert within(store, lambda uow: uow.outbox.own("c1", NOW)) is None
        assert within(store, lambda uow: uow.outbox.own("c1", soon)) is not None

    def test_a_row_is_settled_once(self, store: Store) -> None:
        self.add(store, dispatch("k", leased_until=LATER))
        found = self.own(store)
        assert within(store, lambda uow: uow.outbox.settle(found, NOW, "sent"))
        assert not within(store, lambda uow: uow.outbox.settle(found, NOW, "sent"))
        assert not within(store, lambda uow: uow.outbox.retry(found, LATER))
        assert within(store, lambda uow: uow.outbox.own("c1", NOW)) is None

    def test_a_row_given_back_comes_again_later_with_one_attempt_more(
        self, store: Store, other: Store
    ) -> None:
        self.add(store, dispatch("k", leased_until=LATER + LEASE))
        found = self.own(store)
        assert within(store, lambda uow: uow.outbox.retry(found, LATER))
        assert not within(store, lambda uow: uow.outbox.settle(found, NOW, "sent"))
        assert self.claim(other, NOW) == []
        again = within(other, lambda uow: uow.outbox.claim(LATER, 1, LEASE)).rows
        assert [row.attempts for row in again] == [1]

    def test_claims_keep_to_the_limit_and_take_what_waited_longest(self, store: Store) -> None:
        waits = [dispatch(f"{n}", f"c{n}", not_before=NOW - n * LEASE) for n in range(5)]
        self.add(store, *waits)
        assert self.claim(store, limit=3) == ["4", "3", "2"]
        assert self.claim(store, limit=3) == ["1", "0"]

    def test_two_processes_never_claim_the_same_row(self, store: Store, other: Store) -> None:
        people, each = 60, 3
        self.add(
            store, *(dispatch(f"{p}/{n}", f"c{p}") for n in range(each) for p in range(people))
        )

        def work(one: Store) -> list[str]:
            done: list[str] = []
            while rows := within(one, lambda uow: uow.outbox.claim(NOW, 7, LEASE)).rows:
                for row in rows:
                    assert within(one, lambda uow, row=row: uow.outbox.settle(row, NOW, "sent"))  # type: ignore[misc]
                    done.append(row.key)
            return done

        with ThreadPoolExecutor(3) as threads:
            done = [*threads.map(work, (store, other, store))]
        work_left = self.claim(store)
        keys = sorted(key for some in done for key in some)
        assert keys == sorted(f"{p}/{n}" for n in range(each) for p in range(people))
        assert work_left == []

    def test_dropping_settles_all_of_some_verbs(self, store: Store) -> None:
        rows = [dispatch(f"{n}", verb=verb) for n, verb in enumerate(("post", "home", "update"))]
        self.add(store, *rows, dispatch("other", "c2"))
        assert within(store, lambda uow: uow.outbox.drop("c1", ("post", "update"), NOW, "x")) == 2
        assert within(store, lambda uow: uow.outbox.pending("c1")) == 1
        assert within(store, lambda uow: uow.outbox.pending("c2")) == 1
        assert within(store, lambda uow: uow.outbox.drop("c1", (), NOW, "x")) == 0


class TestWords:
    def test_words_are_kept_read_listed_and_forgotten(self, store: Store) -> None:
        texts = ("« Écouter » d’abord 🙂", "", "second\nline")
        kept = [
            within(store, lambda uow, t=t: uow.words.keep("c1", "session", t, NOW))  # type: ignore[misc]
            for t in texts
        ]
        within(store, lambda uow: uow.words.keep("c2", "goal", "of somebody else", NOW))
        assert [within(store, lambda uow, w=w: uow.words.text(w)) for w in kept] == list(texts)  # type: ignore[misc]
        assert within(store, lambda uow: uow.words.of("c1")) == [
            (words_id, "session", text, NOW) for words_id, text in zip(kept, texts, strict=True)
        ]
        within(store, lambda uow: uow.words.forget(kept[:2]))
        within(store, lambda uow: uow.words.forget(()))
        assert within(store, lambda uow: uow.words.text(kept[0])) is None
        assert within(store, lambda uow: uow.words.text(kept[2])) == texts[2]


class TestCommitments:
    def test_everything_comes_back(self, store: Store) -> None:
        full = commitment(
            status="partly",
            theme_id="listening",
            session_id="s1",
            confidence=7,
            moves=1,
            checks_first=2,
            checks_final=4,
            closed_on=date(2026, 3, 9),
        )
        within(store, lambda uow: uow.commitments.add(full))
        assert within(store, lambda uow: uow.commitments.get("m1")) == full
        assert within(store, lambda uow: uow.commitments.get("m2")) is None

    def test_second_writer_loses(self, store: Store) -> None:
        within(store, lambda uow: uow.commitments.add(commitment()))
        saved = within(store, lambda uow: uow.commitments.put(commitment(moves=1)))
        assert saved.version == 1
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.commitments.put(commitment(moves=2)))
        assert within(store, lambda uow: uow.commitments.get("m1")) == saved

    def test_lists_are_oldest_first(self, store: Store) -> None:
        made = [commitment(f"{9 - n}") for n in range(3)]
        kinds = ("made", "moved", "partly", "done")
        history = [
            Outcome(f"{9 - n}", "9", "c1", NOW, kind, "busy", date(2026, 3, n + 1))  # type: ignore[arg-type]
            for n, kind in enumerate(kinds)
        ]

        def plant(uow: UnitOfWork) -> None:
            for one in made:
                uow.commitments.add(one)
            for outcome in history:
                uow.commitments.note(outcome)
            uow.commitments.note(Outcome("x", "8", "c1", NOW, "made"))

        within(store, plant)
        assert within(store, lambda uow: uow.commitments.of("c1")) == made
        assert within(store, lambda uow: uow.commitments.history("9")) == history
        every = within(store, lambda uow: uow.commitments.histories("c1"))
        assert set(every) == {"8", "9"}
        assert every["9"] == history
        assert within(store, lambda uow: uow.commitments.histories("c2")) == {}


class TestMoments:
    def plan(self, store: Store, *moments: Moment) -> list[bool]:
        return within(store, lambda uow: [uow.moments.plan(one) for one in moments])

    def claim(self, store: Store, at: datetime = NOW, limit: int = 100) -> list[str]:
        rows = within(store, lambda uow: uow.moments.claim(at, limit, LEASE))
        return [row.key for row in rows]

    def test_everything_comes_back(self, store: Store) -> None:
        full = moment("k", subject_id="m1", stage="d2", meant_at=NOW - LEASE)
        assert self.plan(store, full) == [True]
        assert within(store, lambda uow: uow.moments.get(full.id)) == full
        assert within(store, lambda uow: uow.moments.of("c1")) == [full]
        assert within(store, lambda uow: uow.moments.claim(NOW, 1, LEASE)) == [full]

    def test_a_key_is_planned_once_whatever_became_of_it(self, store: Store) -> None:
        assert self.plan(store, moment("k"), moment("k", id="other")) == [True, False]
        within(store, lambda uow: uow.moments.settle(moment("k"), NOW))
        assert self.plan(store, moment("k", id="third")) == [False]
        assert self.claim(store) == []

    def test_of_two_racing_planners_one_wins(self, store: Store, other: Store) -> None:
        keys = [f"checkin:{n}" for n in range(30)]

        def plan_all(pair: tuple[str, Store]) -> list[bool]:
            name, one = pair
            return [
                within(one, lambda uow, k=k: uow.moments.plan(moment(k, id=f"{name}{k}")))  # type: ignore[misc]
                for k in keys
            ]

        with ThreadPoolExecutor(2) as threads:
            answers = list(threads.map(plan_all, (("a", store), ("b", other))))
        assert [sum(said) for said in zip(*answers, strict=True)] == [1] * len(keys)

    def test_due_ones_are_claimed_oldest_first_within_the_limit(self, store: Store) -> None:
        self.plan(store, *(moment(f"{n}", due_at=NOW - n * LEASE) for n in range(4)))
        self.plan(store, moment("future", due_at=LATER))
        assert self.claim(store, limit=3) == ["3", "2", "1"]
        assert self.claim(store) == ["0"]
        assert self.claim(store) == []

    def test_a_claim_that_ran_out_can_be_claimed_again(self, store: Store, other: Store) -> None:
        self.plan(store, moment("k"))
        assert self.claim(store) == ["k"]
        assert self.claim(other, NOW + LEASE / 2) == []
        assert self.claim(other, NOW + LEASE) == ["k"]

    def test_a_moment_is_settled_once_and_claimed_ones_are_pending(self, store: Store) -> None:
        self.plan(store, moment("k"))
        self.claim(store)
        assert within(store, lambda uow: uow.moments.get("id-k")) is not None
        within(store, lambda uow: uow.moments.settle(moment("k"), NOW))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.moments.settle(moment("k"), NOW))
        assert within(store, lambda uow: uow.moments.get("id-k")) is None
        assert within(store, lambda uow: uow.moments.of("c1")) == []
        assert self.claim(store, NOW + LEASE) == []

    def test_a_pending_one_can_be_moved_even_while_it_is_claimed(self, store: Store) -> None:
        self.plan(store, moment("k"))
        self.claim(store)
        soon = NOW + timedelta(seconds=1)
        assert within(store, lambda uow: uow.moments.move("k", soon))
        assert self.claim(store) == []
        assert self.claim(store, soon) == ["k"]
        within(store, lambda uow: uow.moments.settle(moment("k"), NOW))
        assert not within(store, lambda uow: uow.moments.move("k", LATER))
        assert not within(store, lambda uow: uow.moments.move("unknown", LATER))

    def test_cancelling_takes_pending_ones_away_and_frees_their_keys(self, store: Store) -> None:
        done = moment("done", subject_id="m1")
        a, b = moment("a", subject_id="m1"), moment("b", subject_id="m2")
        c = moment("c", kind="snooze", subject_id="m1")
        d = moment("d", "c2", subject_id="m1")
        self.plan(store, done, a, b, c, d)
        within(store, lambda uow: uow.moments.settle(done, NOW))
        within(store, lambda uow: uow.moments.cancel("c1", ["weekly"], "m1"))
        assert within(store, lambda uow: uow.moments.of("c1")) == [b, c]
        within(store, lambda uow: uow.moments.cancel("c1", ["weekly", "snooze"]))
        assert within(store, lambda uow: uow.moments.of("c1")) == []
        assert within(store, lambda uow: uow.moments.of("c2")) == [d]
        assert self.plan(store, a, done) == [True, False]

    def test_the_earliest_pending_one_is_known(self, store: Store) -> None:
        assert within(store, lambda uow: uow.moments.next_at()) is None
        self.plan(store, moment("b", due_at=LATER), moment("a", "c2", due_at=NOW))
        assert within(store, lambda uow: uow.moments.next_at()) == NOW
        within(store, lambda uow: uow.moments.settle(moment("a"), NOW))
        assert within(store, lambda uow: uow.moments.next_at()) == LATER

    def test_two_processes_never_claim_the_same_one(self, store: Store, other: Store) -> None:
        self.plan(store, *(moment(f"{n}", f"c{n}") for n in range(200)))

        def work(one: Store) -> list[str]:
            done: list[str] = []
            while keys := self.claim(one, limit=7):
                done += keys
            return done

        with ThreadPoolExecutor(3) as threads:
            done = [key for some in threads.map(work, (store, other, store)) for key in some]
        done += self.claim(store)
        assert sorted(done) == sorted(f"{n}" for n in range(200))


class TestLedger:
    def test_an_entry_is_replaced_by_its_next_decision(self, store: Store) -> None:
        last = entry("k", outcome="sent", decided_at=LATER, reason="", proactive=False)
        within(store, lambda uow: uow.ledger.note(entry("k")))
        within(store, lambda uow: uow.ledger.note(last))
        assert within(store, lambda uow: uow.ledger.of("c1", 9)) == [last]

    def test_the_latest_come_first(self, store: Store) -> None:
        notes = [entry(f"{n}", decided_at=NOW + (n // 2) * LEASE) for n in range(6)]

        def plant(uow: UnitOfWork) -> None:
            for one in notes:
                uow.ledger.note(one)
            uow.ledger.note(entry("other", coachee_id="c2"))

        within(store, plant)
        assert within(store, lambda uow: uow.ledger.of("c1", 9)) == notes[::-1]
        assert within(store, lambda uow: uow.ledger.of("c1", 2)) == notes[:3:-1]

    def test_only_proactive_ones_that_go_out_count_in_a_half_open_week(self, store: Store) -> None:
        week = timedelta(days=7)

        def plant(uow: UnitOfWork) -> None:
            outcomes = ("queued", "sent", "sealed", "skipped", "merged", "moved", "failed")
            for outcome in outcomes:
                uow.ledger.note(entry(outcome, outcome=outcome))
            uow.ledger.note(entry("asked for", proactive=False))
            uow.ledger.note(entry("next", decided_at=NOW + week))
            uow.ledger.note(entry("before", decided_at=NOW - LEASE))
            uow.ledger.note(entry("other", coachee_id="c2"))

        within(store, plant)
        assert within(store, lambda uow: uow.ledger.sent_between("c1", NOW, NOW + week)) == 3


class TestRatings:
    def test_the_last_figure_of_a_session_and_kind_counts(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            uow.ratings.add("c1", "useful", "s1", 3, NOW)
            uow.ratings.add("c1", "energy", "s1", 5, NOW)
            uow.ratings.add("c1", "useful", "s1", 0, LATER)
            uow.ratings.add("c2", "useful", "s1", 1, NOW)

        within(store, plant)
        found = within(store, lambda uow: uow.ratings.of("c1"))
        assert found == [("energy", "s1", 5, NOW), ("useful", "s1", 0, LATER)]

    def test_a_figure_can_be_taken_back(self, store: Store) -> None:
        """That one alone: not another kind, session or person."""

        def plant(uow: UnitOfWork) -> None:
            for person, kind, of in (("c1", "a", "s1"), ("c1", "b", "s1"), ("c1", "a", "s2")):
                uow.ratings.add(person, kind, of, 3, NOW)
            uow.ratings.add("c2", "a", "s1", 3, NOW)
            uow.ratings.take_back("c1", "a", "s1")
            uow.ratings.take_back("c1", "a", "never given")

        within(store, plant)
        mine = within(store, lambda uow: uow.ratings.of("c1"))
        assert mine == [("b", "s1", 3, NOW), ("a", "s2", 3, NOW)]
        assert len(within(store, lambda uow: uow.ratings.of("c2"))) == 1


class TestPurge:
    OLD = NOW - timedelta(days=400)

    def test_words_of_a_kind_go_by_age_with_what_refers_to_them(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> list[str]:
            kept = [
                uow.words.keep("c1", "session", "old", self.OLD),
                uow.words.keep("c1", "goal", "old goal", self.OLD),
                uow.words.keep("c1", "session", "new", NOW),
            ]
            answers = tuple(Answer("ask", NOW, words_id=words_id) for words_id in kept)
            uow.sessions.add(session(answers=answers))
            uow.people.add(coachee(goal_words_id=kept[1]))
            return kept

        _, goal, new = within(store, plant)
        assert within(store, lambda uow: uow.purge.words("session", NOW, 9)) == 1
        assert within(store, lambda uow: uow.purge.words("session", NOW, 9)) == 0
        found = within(store, lambda uow: uow.sessions.get("s1"))
        assert found is not None
        assert [answer.words_id for answer in found.answers] == [None, goal, new]
        assert within(store, lambda uow: uow.purge.words("goal", NOW, 9)) == 1
        person = within(store, lambda uow: uow.people.get("c1"))
        assert person is not None
        assert person.goal_words_id is None
        assert [row[2] for row in within(store, lambda uow: uow.words.of("c1"))] == ["new"]

    def test_words_of_a_commitment_never_go_by_age_but_abandoned_drafts_do(
        self, store: Store
    ) -> None:
        def plant(uow: UnitOfWork) -> str:
            uow.words.keep("c1", "commitment", "abandoned", self.OLD)
            kept = uow.words.keep("c1", "commitment", "open for long", self.OLD)
            uow.commitments.add(commitment(words_id=kept))
            return kept

        kept = within(store, plant)
        assert within(store, lambda uow: uow.purge.words("commitment", NOW, 9)) == 1
        assert within(store, lambda uow: uow.words.text(kept)) == "open for long"

    def test_commitments_go_with_words_and_history(self, store: Store) -> None:
        day = date(2026, 1, 1)

        def plant(uow: UnitOfWork) -> list[str]:
            kept = [uow.words.keep("c1", "commitment", text, self.OLD) for text in "abc"]
            closed = (day - timedelta(days=1), day, None)
            for number, words_id in enumerate(kept):
                made = commitment(f"m{number}", words_id=words_id, closed_on=closed[number])
                uow.commitments.add(made)
                uow.commitments.note(Outcome(f"o{number}", made.id, "c1", NOW, "made"))
            answer = Answer("what", NOW, words_id=kept[0])
            uow.sessions.add(session(answers=(answer,), commitment_id="m0"))
            return kept

        kept = within(store, plant)
        assert within(store, lambda uow: uow.purge.commitments(day, 9)) == 1
        left = within(store, lambda uow: uow.commitments.of("c1"))
        assert [one.id for one in left] == ["m1", "m2"]
        assert within(store, lambda uow: uow.commitments.history("m0")) == []
        assert len(within(store, lambda uow: uow.commitments.history("m1"))) == 1
        assert [within(store, lambda uow, w=w: uow.words.text(w)) for w in kept] == [None, "b", "c"]  # type: ignore[misc]
        found = within(store, lambda uow: uow.sessions.get("s1"))
        assert found is not None
        assert (found.commitment_id, found.answers[0].words_id) == (None, None)

    def test_traces_go_and_what_is_pending_stays(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            for key, at in (("old", self.OLD), ("new", NOW)):
                uow.moments.plan(moment(key))
                uow.moments.settle(moment(key), at)
                uow.ledger.note(entry(key, decided_at=at))
                uow.ratings.add("c1", "useful", key, 3, at)
                done = session(key, status="done", touched_at=at, answers=(Answer("ask", at),))
                uow.sessions.add(done)
                uow.cards.add(card(f"of-{key}", session_id=key, created_at=at, ref={"ts": "1"}))
                uow.cards.add(card(f"loose-{key}", created_at=at, ref={"ts": "1"}))
            uow.moments.plan(moment("pending", due_at=self.OLD))
            uow.sessions.add(session("open", touched_at=NOW, started_at=self.OLD))
            uow.sessions.add(session("left", touched_at=self.OLD, started_at=self.OLD))
            uow.cards.add(card("of-open", session_id="open", created_at=self.OLD, ref={"ts": "1"}))

        within(store, plant)
        assert within(store, lambda uow: uow.purge.traces(NOW, 9)) == 8
        assert within(store, lambda uow: uow.purge.traces(NOW, 9)) == 0
        assert [m.key for m in within(store, lambda uow: uow.moments.of("c1"))] == ["pending"]
        assert [e.key for e in within(store, lambda uow: uow.ledger.of("c1", 9))] == ["new"]
        assert [r[1] for r in within(store, lambda uow: uow.ratings.of("c1"))] == ["new"]
        assert [s.id for s in within(store, lambda uow: uow.sessions.of("c1"))] == ["open", "new"]
        cards = within(store, lambda uow: uow.cards.posted_to("c1"))
        assert {c.token for c in cards} == {"of-open", "of-new", "loose-new"}

    def test_plumbing_goes_once_it_is_settled(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            uow.seen.add("old", self.OLD)
            uow.seen.add("new", NOW)
            for key in ("old", "new", "unsent"):
                uow.outbox.add(dispatch(key, key, created_at=self.OLD, leased_until=LATER))
            for key, at in (("old", self.OLD), ("new", NOW)):
                row = uow.outbox.own(key, NOW)
                assert row is not None
                uow.outbox.settle(row, at, "sent")

        within(store, plant)
        assert within(store, lambda uow: uow.purge.plumbing(NOW, 9)) == 2
        assert within(store, lambda uow: uow.seen.add("old", NOW))
        assert not within(store, lambda uow: uow.seen.add("new", NOW))
        within(store, lambda uow: uow.outbox.add(dispatch("old", "old")))
        within(store, lambda uow: uow.outbox.add(dispatch("new", "new")))
        pending = [
            within(store, lambda uow, k=k: uow.outbox.pending(k))  # type: ignore[misc]
            for k in ("old", "new", "unsent")
        ]
        assert pending == [1, 0, 1]

    def test_batches_keep_to_the_limit_and_take_the_oldest(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            for number in range(5):
                at = self.OLD + timedelta(days=number)
                uow.words.keep("c1", "session", str(number), at)

        within(store, plant)
        assert within(store, lambda uow: uow.purge.words("session", NOW, 2)) == 2
        left = within(store, lambda uow: uow.words.of("c1"))
        assert [row[2] for row in left] == ["2", "3", "4"]
        gone = [within(store, lambda uow: uow.purge.words("session", NOW, 2)) for _ in range(3)]
        assert gone == [2, 1, 0]
