"""What every database keeps of teams: the contract of `bot.ports.Teams`."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import Column, select

from bot.cards import Card
from bot.errors import Conflict, Unreadable
from bot.ledger import Entry
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.ports import UnitOfWork
from bot.teams.content import BLOCKERS, LANE, Answer, Blocker, Member, Round
from bot.visibility import STOPPED_KEPT, TRACES_KEPT
from scheduler.purge import purge
from storage.cipher import new_key
from storage.rotation import Rotated, rotate_all
from storage.store import Store
from storage.tables import ENCRYPTED, metadata, team_answers, team_reports
from tests.databases import KEY, Database
from tests.team_rows import (
    ADDRESS,
    GIVEN,
    LATER,
    NOW,
    TODAY,
    a_round,
    agreed,
    blocker,
    closed,
    full_team,
    looped,
    person,
    plant_reminder,
    team,
    within,
)
from tests.traces import rows

DAY = timedelta(days=1)
MEANS: list[frozenset[Blocker]] = [frozenset({"means"})]


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def tokens(store: Store, column: Column[bytes]) -> list[bytes]:
    """Read what stands in a column that only the key opens."""

    def read() -> list[bytes]:
        with store._writes.transaction() as scope:
            return list(scope.execute(select(column).where(column.is_not(None))).scalars())

    return store.run_sync(read)


class TestTeams:
    def test_a_team_comes_back_as_it_was(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.add(full_team()))
        assert within(store, lambda uow: uow.teams.get("t1")) == full_team()
        assert within(store, lambda uow: uow.teams.look("t1")) == full_team()
        assert within(store, lambda uow: uow.teams.find("slack:T1", "C-t1")) == full_team()

    def test_what_is_not_there_is_none(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.add(team()))
        assert within(store, lambda uow: uow.teams.get("t2")) is None
        assert within(store, lambda uow: uow.teams.look("t2")) is None
        assert within(store, lambda uow: uow.teams.find("slack:T2", "C-t1")) is None

    def test_a_channel_has_one_team(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.add(team()))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.add(team("t2", place="C-t1")))
        within(store, lambda uow: uow.teams.add(team("t2", place="C-t1", workspace="slack:T2")))

    def test_saving_counts_and_an_outdated_copy_is_refused(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.add(team()))
        saved = within(store, lambda uow: uow.teams.put(team(state="active")))
        assert saved == team(state="active", version=1)
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.put(team(state="paused")))
        assert within(store, lambda uow: uow.teams.get("t1")) == saved

    def test_teams_of_a_person_are_those_that_go_on_oldest_first(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            uow.teams.add(team("young", created_at=LATER))
            uow.teams.add(team("old"))
            uow.teams.add(team("gone", state="gone"))
            uow.teams.add(team("another"))
            for one in ("young", "old", "gone"):
                uow.teams.enrol(Member(one, "ada", 1))
            uow.teams.enrol(Member("another", "bob", 1))

        within(store, plant)
        assert [one.id for one in within(store, lambda uow: uow.teams.of("ada"))] == [
            "old",
            "young",
        ]
        assert within(store, lambda uow: uow.teams.of("eve")) == []

    @pytest.mark.parametrize("database", ["postgres"], indirect=True)
    def test_whoever_finds_a_team_has_it_to_themselves(self, store: Store, other: Store) -> None:
        """A glance waits for nobody. SQLite has one writer at a time anyway."""
        within(store, lambda uow: uow.teams.add(team()))
        looks: tuple[Callable[[UnitOfWork], object], ...] = (
            lambda uow: uow.teams.get("t1"),
            lambda uow: uow.teams.find("slack:T1", "C-t1"),
        )
        for look in looks:
            with ThreadPoolExecutor(2) as threads:

                def job(look: Callable[[UnitOfWork], object] = look) -> None:
                    with store.open_uow() as uow:
                        look(uow)
                        glance = threads.submit(within, other, lambda uow: uow.teams.look("t1"))
                        assert glance.result(1)
                        second = threads.submit(within, other, look)
                        with pytest.raises(TimeoutError):
                            second.result(0.2)

                store.run_sync(job)


class TestMembers:
    def test_members_stand_in_the_order_of_their_ids(self, store: Store) -> None:
        kept = [Member("t1", "ada", 3, remind=True), Member("t1", "bob", 1)]

        def plant(uow: UnitOfWork) -> None:
            for one in (*reversed(kept), Member("t2", "ada", 9)):
                uow.teams.enrol(one)

        within(store, plant)
        assert within(store, lambda uow: uow.teams.members("t1")) == kept
        assert within(store, lambda uow: uow.teams.member("t1", "ada")) == kept[0]
        assert within(store, lambda uow: uow.teams.member("t2", "bob")) is None

    def test_enrolling_again_replaces(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.enrol(Member("t1", "ada", 1)))
        again = Member("t1", "ada", 4, remind=True)
        within(store, lambda uow: uow.teams.enrol(again))
        assert within(store, lambda uow: uow.teams.members("t1")) == [again]

    def test_who_leaves_is_forgotten_with_what_they_answered(self, store: Store) -> None:
        """Others, and their answers in another team, stay."""

        def plant(uow: UnitOfWork) -> None:
            uow.teams.begin(a_round())
            uow.teams.begin(a_round("r2", team_id="t2"))
            for who, team_id, round_id in (
                ("ada", "t1", "r1"),
                ("bob", "t1", "r1"),
                ("ada", "t2", "r2"),
            ):
                uow.teams.enrol(Member(team_id, who, 1))
                uow.teams.answer(round_id, who, GIVEN)
                uow.teams.report(team_id, who, "means")

        within(store, plant)
        within(store, lambda uow: uow.teams.leave("t1", "ada"))
        left = [Member("t1", "bob", 1)]
        assert within(store, lambda uow: uow.teams.members("t1")) == left
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) is None
        assert within(store, lambda uow: uow.teams.answer_of("r1", "bob")) == GIVEN
        assert within(store, lambda uow: uow.teams.reported("t1")) == MEANS
        assert within(store, lambda uow: uow.teams.answer_of("r2", "ada")) == GIVEN
        assert within(store, lambda uow: uow.teams.reported("t2")) == MEANS


class TestRounds:
    def test_a_round_comes_back_as_it_was(self, store: Store) -> None:
        opened = a_round(card_token="card")
        within(store, lambda uow: uow.teams.begin(opened))
        assert within(store, lambda uow: uow.teams.round("r1")) == opened
        assert within(store, lambda uow: uow.teams.hold("r1")) == opened
        assert within(store, lambda uow: uow.teams.hold("r1", to_close=True)) == opened
        assert within(store, lambda uow: uow.teams.open_round("t1")) == opened
        full = looped(closed(opened, "I expect calm", "J’offre de l’aide"))
        saved = within(store, lambda uow: uow.teams.put_round(full))
        assert saved == replace(full, version=1)
        assert within(store, lambda uow: uow.teams.round("r1")) == saved
        assert within(store, lambda uow: uow.teams.open_round("t1")) is None

    def test_what_is_not_there_is_none(self, store: Store) -> None:
        assert within(store, lambda uow: uow.teams.round("r1")) is None
        assert within(store, lambda uow: uow.teams.hold("r1")) is None
        assert within(store, lambda uow: uow.teams.hold("r1", to_close=True)) is None
        assert within(store, lambda uow: uow.teams.open_round("t1")) is None

    def test_a_team_has_one_open_round_and_one_of_a_number(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.begin(a_round()))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.begin(a_round("r2", 2)))
        within(store, lambda uow: uow.teams.begin(a_round("r3", team_id="t2")))
        within(store, lambda uow: uow.teams.put_round(a_round(state="called_off")))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.begin(a_round("r2", 1)))
        within(store, lambda uow: uow.teams.begin(a_round("r2", 2)))
        found = within(store, lambda uow: uow.teams.rounds("t1"))
        assert [(one.id, one.number) for one in found] == [("r1", 1), ("r2", 2)]

    def test_rounds_stand_in_the_order_of_their_numbers(self, store: Store) -> None:
        for number in (10, 2, 1):
            one = a_round(f"r{number}", number, state="too_few")
            within(store, lambda uow, one=one: uow.teams.begin(one))  # type: ignore[misc]
        found = within(store, lambda uow: uow.teams.rounds("t1"))
        assert [one.number for one in found] == [1, 2, 10]

    def test_an_outdated_copy_is_refused(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.begin(a_round()))
        within(store, lambda uow: uow.teams.put_round(a_round(card_token="card")))
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.put_round(a_round(card_token="other")))
        found = within(store, lambda uow: uow.teams.round("r1"))
        assert found == a_round(card_token="card", version=1)


class TestAnswers:
    def test_an_answer_takes_the_place_of_the_one_before(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.answer("r1", "ada", Answer(declined=True)))
        within(store, lambda uow: uow.teams.answer("r1", "ada", GIVEN))
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) == GIVEN
        assert within(store, lambda uow: uow.teams.answers("r1")) == [GIVEN]

    def test_withdrawing_takes_one_person_s_answer_away(self, store: Store) -> None:
        for who in ("ada", "bob"):
            within(store, lambda uow, who=who: uow.teams.answer("r1", who, GIVEN))  # type: ignore[misc]
        within(store, lambda uow: uow.teams.answer("r2", "ada", GIVEN))
        within(store, lambda uow: uow.teams.withdraw("r1", "ada"))
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) is None
        assert within(store, lambda uow: uow.teams.answer_of("r1", "bob")) == GIVEN
        assert within(store, lambda uow: uow.teams.answer_of("r2", "ada")) == GIVEN

    def test_answers_come_in_an_order_that_says_nothing(self, store: Store) -> None:
        """All of them, another time in another order."""
        lines = [f"line {number:02}" for number in range(20)]

        def plant(uow: UnitOfWork) -> None:
            for number, line in enumerate(lines):
                uow.teams.answer("r1", f"c{number:02}", Answer(expect=line))

        within(store, plant)
        within(store, lambda uow: uow.teams.answer("r2", "ada", GIVEN))
        reads = [
            [one.expect for one in within(store, lambda uow: uow.teams.answers("r1"))]
            for _ in range(3)
        ]
        assert [sorted(read) for read in reads] == [lines] * 3
        assert len({tuple(read) for read in [lines, *reads]}) == 4

    def test_no_column_tells_an_order_or_a_time(self, store: Store, database: Database) -> None:
        """Nor does the number that SQLite gives to every row of an ordinary table."""
        assert list(team_answers.c.keys()) == ["round_id", "coachee_id", "ciphertext"]
        assert list(team_reports.c.keys()) == ["team_id", "coachee_id", "ciphertext"]
        if database.kind == "sqlite":

            def made() -> dict[str, str]:
                with store._writes.transaction() as scope:
                    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
                    return dict(map(tuple, scope._db.exec_driver_sql(sql)))

            for table in (team_answers, team_reports):
                assert "WITHOUT ROWID" in store.run_sync(made)[table.name]

    def test_a_token_tells_neither_time_nor_length(self, store: Store) -> None:
        """Whether somebody declined, ticked, or wrote two long lines with accents."""
        every = (
            Answer(declined=True),
            Answer(energy=1),
            GIVEN,
            Answer(5, 5, 5, "coordination", "é" * 150, "\"'\n" * 50, show=True),
        )
        for number, given in enumerate(every):
            within(store, lambda uow, n=number, a=given: uow.teams.answer("r1", f"c{n}", a))  # type: ignore[misc]
        kept = tokens(store, team_answers.c.ciphertext)
        assert len({len(token) for token in kept}) == 1
        assert {Fernet(KEY).extract_timestamp(token) for token in kept} == {0}
        found = [within(store, lambda uow, n=n: uow.teams.answer_of("r1", f"c{n}")) for n in "0123"]  # type: ignore[misc]
        assert found == list(every)

    def test_one_longer_than_usual_is_kept_whole(self, store: Store) -> None:
        long = Answer(expect="é" * 5000)
        within(store, lambda uow: uow.teams.answer("r1", "ada", long))
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) == long


class TestReports:
    def test_a_type_counts_once_a_person(self, store: Store) -> None:
        notes: tuple[tuple[str, Blocker], ...] = (
            ("ada", "means"),
            ("ada", "decision"),
            ("ada", "means"),
            ("bob", "means"),
        )
        for who, kind in notes:
            within(store, lambda uow, w=who, k=kind: uow.teams.report("t1", w, k))  # type: ignore[misc]
        within(store, lambda uow: uow.teams.report("t2", "eve", "information"))
        found = within(store, lambda uow: uow.teams.reported("t1"))
        assert sorted(map(sorted, found)) == [["decision", "means"], ["means"]]

    def test_a_token_does_not_tell_how_many_types(self, store: Store) -> None:
        sets = [few for size in range(1, 5) for few in combinations(BLOCKERS, size)]

        def plant(uow: UnitOfWork) -> None:
            for number, few in enumerate(sets):
                for kind in few:
                    uow.teams.report("t1", f"c{number}", kind)

        within(store, plant)
        kept = tokens(store, team_reports.c.ciphertext)
        assert len(kept) == len(sets)
        assert len({len(token) for token in kept}) == 1

    def test_two_reports_of_a_person_at_once_are_both_kept(
        self, store: Store, other: Store
    ) -> None:
        with ThreadPoolExecutor(4) as threads:

            def note(number: int) -> None:
                kind = BLOCKERS[number % 4]
                within((store, other)[number % 2], lambda uow: uow.teams.report("t1", "ada", kind))

            list(threads.map(note, range(16)))
        assert within(store, lambda uow: uow.teams.reported("t1")) == [frozenset(BLOCKERS)]


class TestFollowing:
    """Blockers, and what the team agreed on."""

    def test_blockers_stand_oldest_first_and_are_replaced_by_id(self, store: Store) -> None:
        late = blocker("late", opened_on=TODAY + DAY)
        for one in (late, blocker(), blocker("other", team_id="t2")):
            within(store, lambda uow, one=one: uow.teams.put_blocker(one))  # type: ignore[misc]
        assert within(store, lambda uow: uow.teams.blockers("t1")) == [blocker(), late]
        resolved = blocker(state="resolved", closed_on=TODAY, version=1)
        within(store, lambda uow: uow.teams.put_blocker(resolved))
        assert within(store, lambda uow: uow.teams.blockers("t1")) == [resolved, late]

    def test_what_was_agreed_comes_back_as_it_was(self, store: Store) -> None:
        full = agreed(
            "full",
            owner_id=None,
            created_at=NOW - DAY,
            status="partly",
            moves=2,
            closed_on=TODAY,
            card_token="card",
        )
        for one in (agreed(), full, agreed("other", team_id="t2")):
            within(store, lambda uow, one=one: uow.teams.commit_to(one))  # type: ignore[misc]
        assert within(store, lambda uow: uow.teams.commitment("full")) == full
        assert within(store, lambda uow: uow.teams.commitment("none")) is None
        assert within(store, lambda uow: uow.teams.commitments("t1")) == [full, agreed()]

    def test_an_outdated_copy_of_it_is_refused(self, store: Store) -> None:
        within(store, lambda uow: uow.teams.commit_to(agreed()))
        done = agreed(status="done", closed_on=TODAY)
        saved = within(store, lambda uow: uow.teams.put_commitment(done))
        assert saved == replace(done, version=1)
        with pytest.raises(Conflict):
            within(store, lambda uow: uow.teams.put_commitment(agreed(moves=1)))
        assert within(store, lambda uow: uow.teams.commitment("m1")) == saved


def test_erasing_somebody_leaves_the_team_to_the_others(store: Store) -> None:
    """Without a champion, an owner, or the name of who set it up."""

    def plant(uow: UnitOfWork) -> None:
        for who in ("ada", "bob"):
            uow.people.add(person(who))
            uow.teams.enrol(Member("t1", who, 1))
            uow.teams.answer("r1", who, GIVEN)
            uow.teams.report("t1", who, "means")
            uow.teams.commit_to(agreed(f"of-{who}", owner_id=who))
        uow.teams.add(team(champion_id="ada", set_up_by="ada"))
        uow.teams.add(team("t2", champion_id="bob", set_up_by="ada"))
        uow.teams.begin(a_round())

    within(store, plant)
    within(store, lambda uow: uow.people.erase("ada"))
    assert not [row for table in rows(store).values() for row in table if "'ada'" in row]
    first = within(store, lambda uow: uow.teams.get("t1"))
    assert first is not None
    assert (first.champion_id, first.set_up_by) == (None, None)
    second = within(store, lambda uow: uow.teams.get("t2"))
    assert second == team("t2", champion_id="bob", version=1)
    assert within(store, lambda uow: uow.teams.members("t1")) == [Member("t1", "bob", 1)]
    assert within(store, lambda uow: uow.teams.answers("r1")) == [GIVEN]
    assert within(store, lambda uow: uow.teams.reported("t1")) == MEANS
    with pytest.raises(Conflict):
        within(store, lambda uow: uow.teams.put(team("t2", champion_id="bob", set_up_by="ada")))
    with pytest.raises(Conflict):
        within(store, lambda uow: uow.teams.put_commitment(agreed("of-ada")))


class TestPurge:
    """Thirteen months after the close, or thirty days after the bot had to leave."""

    async def purged(self, store: Store, days: float, **more: int) -> int:
        """Purge so many days after the rounds of these tests closed."""
        gone = await purge(store.run, store.open_uow, LATER + timedelta(days=days), **more)
        return gone["teams"]

    async def test_a_round_goes_with_all_that_came_of_it(self, store: Store) -> None:
        """What is open stays: a round, and a blocker that the team still follows."""

        def plant(uow: UnitOfWork) -> None:
            uow.teams.add(team())
            uow.teams.begin(closed(a_round("old")))
            uow.teams.begin(closed(a_round("young", 2, closes_at=LATER + DAY)))
            uow.teams.begin(a_round("open", 3))
            uow.teams.commit_to(agreed("of-old", round_id="old"))
            uow.teams.commit_to(agreed("of-young", round_id="young"))
            uow.cards.add(Card("c1", "ada", "x", NOW, LATER, {}, "old"))
            uow.teams.put_blocker(blocker("followed"))
            done = {"state": "resolved", "closed_on": TODAY}
            uow.teams.put_blocker(blocker("resolved", **done))
            uow.teams.put_blocker(blocker("later", number=2, **done))

        within(store, plant)
        assert await self.purged(store, TRACES_KEPT.days) == 0
        assert await self.purged(store, TRACES_KEPT.days + 0.5) == 4
        left = within(store, lambda uow: uow.teams.rounds("t1"))
        assert [one.id for one in left] == ["young", "open"]
        agreements = within(store, lambda uow: uow.teams.commitments("t1"))
        assert [one.id for one in agreements] == ["of-young"]
        assert within(store, lambda uow: uow.cards.get("c1")) is None
        followed = within(store, lambda uow: uow.teams.blockers("t1"))
        assert [one.id for one in followed] == ["followed", "later"]

        resolved = blocker("followed", state="resolved", closed_on=TODAY)
        within(store, lambda uow: uow.teams.put_blocker(resolved))
        assert await self.purged(store, TRACES_KEPT.days + 0.5) == 1
        assert within(store, lambda uow: uow.teams.get("t1"))

    def plant_gone(self, uow: UnitOfWork, team_id: str) -> None:
        """Leave a team in mid-round, with rows in every table that has any of a team."""
        lane, round_id = f"{LANE}{team_id}", f"round-{team_id}"
        who = f"one-of-{team_id}"
        uow.teams.add(team(team_id))
        uow.teams.begin(a_round(round_id, team_id=team_id))
        uow.teams.enrol(Member(team_id, who, 1))
        uow.teams.answer(round_id, who, GIVEN)
        uow.teams.report(team_id, who, "means")
        uow.teams.put_blocker(blocker(f"b-{team_id}", team_id=team_id))
        uow.teams.commit_to(agreed(f"m-{team_id}", team_id=team_id, round_id=round_id))
        plant_reminder(uow, round_id, who)
        uow.cards.add(Card(f"card-{lane}", lane, "x", NOW, LATER))
        uow.outbox.add(Dispatch(f"key-{lane}", lane, "post", ADDRESS, NOW, NOW))
        uow.moments.plan(Moment(f"id-{lane}", f"key-{lane}", lane, "weekly", NOW, NOW))
        uow.ledger.note(Entry(f"key-{lane}", lane, "weekly", NOW, NOW, "queued", "on_time"))

    async def test_a_team_that_is_gone_goes_with_everything_of_it(self, store: Store) -> None:
        """Thirty days after the first purge that found it so; another team stays as it is."""
        for one in ("gone.one", "other.one"):  # the point stands in no token
            within(store, lambda uow, one=one: self.plant_gone(uow, one))  # type: ignore[misc]
        within(store, lambda uow: uow.teams.put(team("gone.one", state="gone")))
        before = rows(store)
        assert await self.purged(store, 0) == 0
        assert await self.purged(store, STOPPED_KEPT.days) == 0
        assert {name: len(those) for name, those in rows(store).items()} == {
            name: len(those) for name, those in before.items()
        }
        assert await self.purged(store, STOPPED_KEPT.days + 0.5) == 9
        left = rows(store)
        assert not [row for those in left.values() for row in those if "gone.one" in row]
        assert left == {
            name: [row for row in those if "other.one" in row] for name, those in before.items()
        }

    async def test_a_team_that_comes_back_or_changes_has_the_whole_time_again(
        self, store: Store
    ) -> None:
        within(store, lambda uow: uow.teams.add(team(state="gone")))
        assert await self.purged(store, 0) == 0
        within(store, lambda uow: uow.teams.put(team(state="active")))
        assert await self.purged(store, 40) == 0
        within(store, lambda uow: uow.teams.put(team(state="gone", version=1)))
        assert await self.purged(store, 40) == 0
        assert await self.purged(store, 40 + STOPPED_KEPT.days) == 0
        assert await self.purged(store, 40.5 + STOPPED_KEPT.days) == 1
        assert within(store, lambda uow: uow.teams.get("t1")) is None

    async def test_all_of_it_goes_in_small_batches(self, store: Store) -> None:
        def plant(uow: UnitOfWork) -> None:
            for number in range(1, 8):
                uow.teams.begin(closed(a_round(f"r{number}", number)))
                uow.teams.put_blocker(blocker(f"b{number}", number=number, state="dropped"))

        within(store, plant)
        assert await self.purged(store, 400, limit=3) == 14
        assert not any(rows(store).values())


class TestKeys:
    """What is written is open to nobody without the key, and the key can be changed."""

    def plant(self, uow: UnitOfWork) -> Round:
        uow.teams.answer("r1", "ada", GIVEN)
        uow.teams.answer("r1", "bob", Answer(declined=True))
        uow.teams.report("t1", "ada", "means")
        uow.teams.begin(a_round("empty", team_id="t2"))
        uow.teams.begin(one := looped(closed(a_round(), "I expect calm")))
        uow.teams.commit_to(agreed())
        uow.words.keep("ada", "session", "secret", NOW)
        return one

    def test_nothing_written_stands_in_a_row(self, store: Store) -> None:
        within(store, self.plant)
        content = str(rows(store))
        for written in ("meetings", "two hours", "calm", "heard", "Fewer", "No new", "Monday"):
            assert written not in content

    def test_without_the_key_nothing_can_be_read(self, store: Store, database: Database) -> None:
        """The error names a round, never a person."""
        within(store, self.plant)
        stranger = database.open(new_key())
        reads: tuple[Callable[[UnitOfWork], object], ...] = (
            lambda uow: uow.teams.answers("r1"),
            lambda uow: uow.teams.answer_of("r1", "ada"),
            lambda uow: uow.teams.round("r1"),
            lambda uow: uow.teams.reported("t1"),
            lambda uow: uow.teams.commitment("m1"),
        )
        for read in reads:
            with pytest.raises(Unreadable) as error:
                within(stranger, read)
            assert "ada" not in str(error.value)
        stranger.close()

    def test_after_rotation_the_old_key_can_go(self, database: Database) -> None:
        """Every column of theirs takes part, in batches; rows without words are passed over."""
        old, new = new_key(), new_key()
        store = database.open(old)
        one = within(store, self.plant)
        store.close()
        store = database.open(f"{new},{old}")
        others = ("campaign", "closings", "placements", "waves")
        theirs = [column for column in ENCRYPTED if not column.table.name.startswith(others)]
        assert rotate_all(store, batch=1) == Rotated(len(theirs) + 1, ())
        for column in theirs:
            kept = tokens(store, column)
            assert kept
            assert {Fernet(new).extract_timestamp(token) for token in kept} == {0}
        store.close()
        store = database.open(new)
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) == GIVEN
        assert within(store, lambda uow: uow.teams.reported("t1")) == MEANS
        assert within(store, lambda uow: uow.teams.round("r1")) == one
        assert within(store, lambda uow: uow.teams.commitment("m1")) == agreed()
        store.close()

    def test_what_cannot_be_rotated_is_named_without_a_person(self, database: Database) -> None:
        lost = database.open(new_key())
        within(lost, self.plant)
        lost.close()
        store = database.open(new_key())
        done = rotate_all(store)
        assert done.renewed == 0
        assert "ada" not in done.unreadable
        assert set(done.unreadable) >= {"r1", "t1", "m1"}
        store.close()

    def test_an_answer_changed_during_a_rotation_is_not_set_back(self, store: Store) -> None:
        """Only the token that was read is replaced."""
        within(store, lambda uow: uow.teams.answer("r1", "ada", Answer(energy=1)))
        column = team_answers.c.ciphertext
        (read,) = tokens(store, column)
        within(store, lambda uow: uow.teams.answer("r1", "ada", GIVEN))

        def late() -> bool:
            with store.open_uow() as uow:
                replaced = uow.renewal._replace(column, ("r1", "ada"), read, b"late")
                uow.commit()
            return replaced

        assert not store.run_sync(late)
        assert within(store, lambda uow: uow.teams.answer_of("r1", "ada")) == GIVEN

    def test_every_binary_column_but_hashes_takes_part(self) -> None:
        """A new column with words cannot be forgotten."""
        binary = {
            column
            for table in metadata.tables.values()
            for column in table.columns
            if column.type.python_type is bytes and table.name != "seen"
        }
        assert binary == set(ENCRYPTED)
