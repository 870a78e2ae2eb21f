"""The close of a round: it waits for answers, happens once, and leaves no trace of a person."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import psycopg
import pytest
from sqlalchemy import Connection, Delete, select

from bot.cards import Card
from bot.errors import Conflict
from bot.ledger import Entry
from bot.outbox import OWN_LEASE, Dispatch
from bot.ports import UnitOfWork
from bot.teams.content import Answer, Member, Round
from storage.store import Store
from storage.tables import team_answers, team_reports
from storage.team_rounds import _UNLINK
from tests.databases import Database
from tests.team_rows import (
    ADDRESS,
    GIVEN,
    LATER,
    NOW,
    SEALED,
    a_round,
    closed,
    person,
    plant_reminder,
    team,
    within,
)
from tests.traces import all_logs, found, on_disk, rows, unsealed

CROWD = 200
POSTGRES = pytest.mark.parametrize("database", ["postgres"], indirect=True)
"""Where several work at the same time; SQLite has one writer anyway."""


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def answer(uow: UnitOfWork, who: str) -> bool:
    """Answer as the conversation does: only while the round is open."""
    held = uow.teams.hold("r1")
    if held is None or held.state != "open":
        return False
    uow.teams.answer("r1", who, replace(GIVEN, offer=who))
    return True


def close(uow: UnitOfWork) -> int | None:
    """Close as the conversation does, and return how many answers that found."""
    held = uow.teams.hold("r1", to_close=True)
    if held is None or held.state != "open":
        return None
    given = uow.teams.answers("r1")
    uow.teams.seal(closed(held))
    return len(given)


def planted(store: Store, one: Round, *who: str) -> Round:
    """Open a round in which these answered, reported and were reminded."""

    def job(uow: UnitOfWork) -> Round:
        uow.teams.begin(one)
        for coachee_id in who:
            uow.teams.answer(one.id, coachee_id, GIVEN)
            uow.teams.report(one.team_id, coachee_id, "means")
            plant_reminder(uow, one.id, coachee_id)
        return one

    return within(store, job)


class TestSealing:
    def test_it_saves_the_round_and_deletes_what_joins_a_person_to_it(self, store: Store) -> None:
        one = planted(store, a_round(), "ada", "bob")
        assert all(within(store, lambda uow: uow.teams.answers("r1")))
        saved = within(store, lambda uow: uow.teams.seal(closed(one, "I offer help")))
        assert saved == closed(replace(one, version=1), "I offer help")
        assert within(store, lambda uow: uow.teams.round("r1")) == saved
        left = {name: those for name, those in rows(store).items() if those}
        assert set(left) == {"team_rounds"}

    def test_what_belongs_to_another_round_stays(self, store: Store) -> None:
        """Also where an id looks like a pattern that fits this one, or differs in case only."""
        one = planted(store, a_round("r_%1"), "ada")
        names = ("rx%1", "R_%1", "r_%11", "r_%", "r")
        others = {"team_rounds": len(names) + 1}
        for number, name in enumerate(names):
            planted(store, a_round(name, team_id=f"t-{number}"), "ada")
        before = rows(store)
        within(store, lambda uow: uow.teams.seal(closed(one)))
        after = rows(store)
        for name, those in after.items():
            gone = 2 if name == "outbox" else 1
            expected = others.get(name, len(before[name]) - (gone if before[name] else 0))
            assert len(those) == expected, name
        for number, name in enumerate(names):
            assert within(store, lambda uow, n=name: uow.teams.answer_of(n, "ada")) == GIVEN  # type: ignore[misc]
            reported = within(store, lambda uow, n=number: uow.teams.reported(f"t-{n}"))  # type: ignore[misc]
            assert len(reported) == 1
            assert len(within(store, lambda uow, n=name: uow.cards.of_session(n))) == 1  # type: ignore[misc]

    def test_other_messages_and_decisions_stay(self, store: Store) -> None:
        """The message of the round itself, a person's own week, and that a reminder counts."""

        def plant(uow: UnitOfWork) -> None:
            uow.cards.add(Card("summary", "team:t1", "team_round", NOW, LATER, {"round": "r1"}))
            uow.outbox.add(Dispatch("post:summary", "team:t1", "post", ADDRESS, NOW, NOW))
            uow.ledger.note(Entry("weekly:ada", "ada", "weekly", NOW, NOW, "queued", ""))
            uow.ledger.note(Entry("own", "ada", "reminder", NOW, NOW, "sealed", ""))

        within(store, plant)
        before = rows(store)
        one = planted(store, a_round(), "ada")
        within(store, lambda uow: uow.teams.seal(closed(one)))
        after = rows(store)
        assert {n: r for n, r in after.items() if n != "team_rounds"} == {
            n: r for n, r in before.items() if n != "team_rounds"
        }
        counted = within(store, lambda uow: uow.ledger.sent_between("ada", NOW, LATER))
        assert counted == 2

    def test_an_outdated_copy_closes_nothing(self, store: Store) -> None:
        one = planted(store, a_round(), "ada")
        within(store, lambda uow: uow.teams.put_round(one))
        before = rows(store)
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.seal(closed(one)))
        assert rows(store) == before

    def test_without_commit_nothing_was_closed(self, store: Store) -> None:
        one = planted(store, a_round(), "ada")
        before = rows(store)

        def job() -> None:
            with store.open_uow() as uow:
                uow.teams.seal(closed(one))

        store.run_sync(job)
        assert rows(store) == before

    def test_reminders_are_found_without_reading_whole_tables(
        self, store: Store, database: Database
    ) -> None:
        """The ledger of a large company has millions of rows, and the database two seconds."""
        known = {"prefix": "team_reminder:r1:", "round_id": "r1", "team_id": "t1"}

        def plans() -> list[str]:
            with store._writes.transaction() as scope:
                if database.kind == "postgres":  # small tables are read as a whole otherwise
                    scope._db.exec_driver_sql("SET LOCAL enable_seqscan = off")
                return [explained(scope._db, one) for one in _UNLINK]

        def explained(db: Connection, one: Delete) -> str:
            sql = one.compile(db.engine)
            given = sql.construct_params(known)
            values = given if sql.positiontup is None else tuple(map(given.get, sql.positiontup))
            explain = "EXPLAIN QUERY PLAN" if database.kind == "sqlite" else "EXPLAIN"
            return str(db.exec_driver_sql(f"{explain} {sql}", values).all())

        for plan in store.run_sync(plans):
            assert re.search("USING INDEX|PRIMARY KEY|Index Scan|Bitmap", plan)
            assert "Seq Scan" not in plan


class TestAtTheSameTime:
    def test_two_hundred_answers_in_one_second_are_each_kept_once(
        self, store: Store, other: Store
    ) -> None:
        """Nobody waits for anybody, and the round's own row is not written."""
        within(store, lambda uow: uow.teams.begin(a_round()))
        everybody = [f"c{number}" for number in range(CROWD)]

        def one(number: int) -> bool:
            one_of_two = (store, other)[number % 2]
            return within(one_of_two, lambda uow: answer(uow, everybody[number]))

        with ThreadPoolExecutor(16) as threads:
            assert all(threads.map(one, range(CROWD)))
        given = within(store, lambda uow: uow.teams.answers("r1"))
        assert sorted(each.offer for each in given) == sorted(everybody)
        assert within(store, lambda uow: uow.teams.round("r1")) == a_round()

    def test_answers_around_the_close_are_counted_or_refused(
        self, store: Store, other: Store
    ) -> None:
        """What was accepted is in the summary; what came later is told so, and not kept."""
        within(store, lambda uow: uow.teams.begin(a_round()))
        counted: list[int | None] = []

        def one(number: int) -> bool:
            if number == CROWD // 8:
                counted.append(within(other, close))
                return False
            return within((store, other)[number % 2], lambda uow: answer(uow, f"c{number}"))

        with ThreadPoolExecutor(8) as threads:
            accepted = sum(threads.map(one, range(CROWD // 4)))
        assert counted == [accepted]
        assert within(store, lambda uow: uow.teams.answers("r1")) == []

    def test_two_who_close_at_once_make_one_summary(self, store: Store, other: Store) -> None:
        planted(store, a_round(), "ada", "bob")
        with ThreadPoolExecutor(4) as threads:
            done = list(threads.map(lambda n: within((store, other)[n % 2], close), range(8)))
        assert sorted(done, key=str) == [2, *[None] * 7]
        after = within(store, lambda uow: uow.teams.round("r1"))
        assert after == closed(replace(a_round(), version=1))

    @POSTGRES
    def test_nobody_else_holds_a_round_that_somebody_closes(
        self, store: Store, other: Store
    ) -> None:
        """The second one waits, and finds it closed."""
        planted(store, a_round(), "ada")
        with ThreadPoolExecutor(1) as threads:

            def job() -> object:
                with store.open_uow() as uow:
                    held = uow.teams.hold("r1", to_close=True)
                    assert held == a_round()
                    late = threads.submit(within, other, close)
                    with pytest.raises(TimeoutError):
                        late.result(0.2)
                    uow.teams.seal(closed(held))
                    uow.commit()
                return late.result(2)

            assert store.run_sync(job) is None

    @POSTGRES
    def test_who_leaves_while_they_answer_leaves_no_answer(
        self, store: Store, other: Store
    ) -> None:
        """Whoever takes them out waits until the answer is there, and takes it along."""
        planted(store, a_round())
        with ThreadPoolExecutor(1) as threads:

            def job() -> object:
                with store.open_uow() as uow:
                    assert answer(uow, "ada")
                    late = threads.submit(within, other, lambda uow: uow.teams.leave("t1", "ada"))
                    with pytest.raises(TimeoutError):
                        late.result(0.2)
                    uow.commit()
                return late.result(2)

            assert store.run_sync(job) is None
        assert within(store, lambda uow: uow.teams.answers("r1")) == []

    @POSTGRES
    def test_many_hold_a_round_at_once_and_a_close_waits_for_them(
        self, store: Store, other: Store
    ) -> None:
        """Even one that forgot to hold the round before it seals."""
        planted(store, a_round(), "ada")
        seals: tuple[Callable[[UnitOfWork], object], ...] = (
            close,
            lambda uow: uow.teams.seal(closed(uow.teams.round("r1") or a_round())),
        )
        for seal in seals:
            with ThreadPoolExecutor(2) as threads:

                def job(seal: Callable[[UnitOfWork], object] = seal) -> None:
                    with store.open_uow() as uow:
                        uow.teams.hold("r1")
                        second = threads.submit(within, other, lambda uow: answer(uow, "bob"))
                        assert second.result(1)
                        late = threads.submit(attempt, other, seal)
                        with pytest.raises(TimeoutError):
                            late.result(0.2)

                store.run_sync(job)
            state = within(store, lambda uow: uow.teams.round("r1"))
            assert state is not None
            assert state.state == "summary"
            within(store, lambda uow, one=state: uow.teams.put_round(replace(one, state="open")))  # type: ignore[misc]

    @POSTGRES
    def test_who_answers_while_somebody_closes_waits_and_is_told_so(
        self, store: Store, other: Store
    ) -> None:
        planted(store, a_round(), "ada")
        with ThreadPoolExecutor(1) as threads:

            def job() -> object:
                with store.open_uow() as uow:
                    assert close(uow) == 1
                    late = threads.submit(within, other, lambda uow: answer(uow, "bob"))
                    with pytest.raises(TimeoutError):
                        late.result(0.2)
                    uow.commit()
                return late.result(2)

            assert store.run_sync(job) is False
        assert within(store, lambda uow: uow.teams.answers("r1")) == []

    @POSTGRES
    def test_a_reminder_under_way_leaves_no_trace_either(self, store: Store, other: Store) -> None:
        """Whoever carries out its moment is waited for, and what they wrote goes with the rest."""
        one = planted(store, a_round())
        within(store, lambda uow: plant_reminder(uow, "r1", "ada"))
        within(store, lambda uow: uow.teams.put_round(one))
        occurrence, started = "team_reminder:r1:ada", Event()

        def closing(uow: UnitOfWork) -> None:
            started.set()
            close(uow)

        with ThreadPoolExecutor(1) as threads:

            def job() -> object:
                with store.open_uow() as uow:
                    reminder = uow.moments.get(f"id-{occurrence}")
                    assert reminder
                    uow.moments.settle(reminder, NOW)
                    assert uow.moments.of("ada") == []  # which writes it down
                    late = threads.submit(within, other, closing)
                    assert started.wait(2)
                    with pytest.raises(TimeoutError):
                        late.result(0.2)
                    uow.ledger.note(Entry(f"{occurrence}:2", "ada", "x", NOW, NOW, "queued", ""))
                    uow.outbox.add(Dispatch(f"{occurrence}:2", "ada", "post", ADDRESS, NOW, NOW))
                    uow.cards.add(Card("late", "ada", "x", NOW, LATER, {}, "r1"))
                    uow.commit()
                return late.result(2)

            store.run_sync(job)
        assert {name for name, those in rows(store).items() if those} == {"team_rounds"}

    def test_a_reminder_that_is_being_sent_notes_nothing_after_the_close(
        self, store: Store
    ) -> None:
        """Its row is gone, so that its sender has nothing to settle."""
        planted(store, a_round())
        row = Dispatch("k", "ada", "post", ADDRESS, NOW, NOW, None, None, "team_reminder:r1:ada")
        within(store, lambda uow: uow.outbox.add(replace(row, leased_until=NOW + OWN_LEASE)))
        sending = within(store, lambda uow: uow.outbox.own("ada", NOW))
        assert sending is not None
        within(store, close)
        assert not within(store, lambda uow: uow.outbox.settle(sending, NOW, "sent"))


def attempt(store: Store, act: Callable[[UnitOfWork], object]) -> None:
    """Do something; to be told of a conflict is as good."""
    try:
        within(store, act)
    except Conflict:
        return


class TestAttack:
    """Somebody with the disk, the key and the logs looks for who answered what."""

    CREW = ("ada-quux", "bob-quux", "cleo-quux", "dan-quux", "eve-quux", "finn-quux")
    ROUND = "round-quux"
    SHOWN = "shownquux"

    def phrases(self, who: str) -> tuple[str, str]:
        """Return what somebody writes and what they do not want to be shown."""
        return f"expectquux of {who}", f"offerquux of {who}"

    def lived(self, store: Store) -> list[list[bytes]]:
        """Live a round up to its end, and return the tokens there were meanwhile, in pieces."""

        def begin(uow: UnitOfWork) -> None:
            uow.teams.add(team())
            uow.teams.begin(a_round(self.ROUND))
            for who in self.CREW:
                uow.people.add(person(who))
                uow.teams.enrol(Member("t1", who, 1, remind=True))

        within(store, begin)
        for energy, who in enumerate(self.CREW):
            expect, offer = self.phrases(who)
            given = Answer(1 + energy % 5, 4, 2, "decision", expect, offer)
            within(store, lambda uow, w=who, g=given: uow.teams.answer(self.ROUND, w, g))  # type: ignore[misc]
            within(store, lambda uow, w=who: plant_reminder(uow, self.ROUND, w))  # type: ignore[misc]
            within(store, lambda uow, w=who: uow.teams.report("t1", w, "means"))  # type: ignore[misc]
        # A database may spread a token over several pages.
        return [
            [token[at : at + 64] for at in range(0, len(token) - 64, 64)][1:] or [token]
            for token in tokens(store)
        ]

    def seal(self, store: Store) -> None:
        """Close the round; one line was approved by its author."""

        def job(uow: UnitOfWork) -> None:
            held = uow.teams.hold(self.ROUND, to_close=True)
            assert held is not None
            assert len(uow.teams.answers(self.ROUND)) == len(self.CREW)
            uow.teams.seal(closed(held, self.SHOWN))

        within(store, job)

    @property
    def written(self) -> list[str]:
        """Everything that was written and not shown."""
        return [phrase for who in self.CREW for phrase in self.phrases(who)]

    def test_no_row_joins_a_person_to_the_round(self, store: Store) -> None:
        self.lived(store)
        assert self.joined(store)
        assert found(unsealed(rows(store)), self.written) == self.written
        self.seal(store)
        assert self.joined(store) == []
        assert found(unsealed(rows(store)), [*self.written, 'decision","expect']) == []
        assert found(unsealed(rows(store)), [self.SHOWN]) == [self.SHOWN]
        kept = within(store, lambda uow: uow.teams.round(self.ROUND))
        assert kept is not None
        assert kept.sealed == SEALED

    async def test_no_byte_tells_it(
        self, store: Store, database: Database, request: pytest.FixtureRequest
    ) -> None:
        """While the round is open only the key tells; once the files are scrubbed, nothing does."""
        server = None if database.path else Path(request.getfixturevalue("postgres_socket"))
        meanwhile = self.lived(store)
        raw = content(database, server)
        assert found(raw, [*self.written, self.SHOWN]) == []
        assert [token for token in meanwhile if not any(piece in raw for piece in token)] == []
        self.seal(store)
        assert found(content(database, server), [*self.written, self.SHOWN]) == []
        await store.scrub()
        after = content(database, server)
        assert [token for token in meanwhile if any(piece in after for piece in token)] == []
        whole = on_disk(database, server)
        assert found(whole, [*self.written, self.SHOWN]) == []
        assert found(unsealed(whole), self.written) == []
        assert found(unsealed(whole), [self.SHOWN]) == [self.SHOWN]
        assert b"team_reminder:" not in whole.replace(b"'team_reminder:'", b"")

    def test_the_logs_tell_nothing(self, store: Store) -> None:
        """Not even those that name every statement."""
        with all_logs() as heard:
            self.lived(store)
            self.seal(store)
            with pytest.raises(Conflict):
                within(store, lambda uow: uow.teams.put_round(a_round(self.ROUND)))
        assert found(heard.lines, [*self.written, self.SHOWN, *self.CREW]) == []

    def joined(self, store: Store) -> list[str]:
        """Find rows with a person and the round in them, wherever they stand."""
        return [
            row
            for those in rows(store).values()
            for row in those
            if self.ROUND in row and any(who in row for who in self.CREW)
        ]


def tokens(store: Store) -> list[bytes]:
    """Read everything that was answered and reported, as it is kept."""

    def read() -> list[bytes]:
        with store._writes.transaction() as scope:
            kept = (team_answers.c.ciphertext, team_reports.c.ciphertext)
            return [token for c in kept for token in scope.execute(select(c)).scalars()]

    return store.run_sync(read)


def content(database: Database, server: Path | None) -> bytes:
    """Read SQLite's file and its companions, or all files of PostgreSQL's databases."""
    if server is None:
        return on_disk(database)
    with psycopg.connect(database.admin, autocommit=True) as db:
        db.execute("CHECKPOINT")
    files = [path for path in (server / "base").rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)
