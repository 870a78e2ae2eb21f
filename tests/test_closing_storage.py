"""What is kept of closed months, on SQLite and on PostgreSQL alike."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bot.errors import Conflict
from bot.groups.release import Wave
from bot.measuring.closing import close
from bot.measuring.published import Closed, Month
from bot.ports import UnitOfWork
from bot.teams.content import Member
from bot.visibility import TRACES_KEPT
from storage.cipher import Cipher, new_key
from storage.noted import person_names
from storage.rotation import Rotated, rotate_all
from storage.store import Store
from storage.tables import closings, figures, wave_people, waves
from tests.campaign_rows import coachee
from tests.databases import KEY, Database
from tests.lives import DIALOGUES, OCTOBER, company, live, months
from tests.team_rows import SEALED, a_round, team, within
from tests.test_closing import happened
from tests.traces import rows

NAMES = ("Ärger & Co", "Night shift")
"""Names of departments that must not be readable."""

Kept = tuple[Closed, Mapping[str, Sequence[Wave]]]


@pytest.fixture(scope="module")
def october() -> Kept:
    """A month of two departments, with numbers, words, ranges and changes."""
    paths = {
        person: (NAMES[number % 2], path[1])
        for number, (person, path) in enumerate(company(60, 2).items())
    }
    both = months(OCTOBER.before, 2)
    records = list(live(paths, both, 3))
    before, earlier = close(happened(records, paths, both[0]), DIALOGUES, None, {})
    found, new = close(happened(records, paths, both[1]), DIALOGUES, before, earlier)
    assert {one.shown.how for one in found.figures.values()} == {"number", "word", "too_few"}
    assert any(one.change for one in found.figures.values())
    return found, new


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def empty(month: Month) -> Closed:
    return Closed(month, ("company",))


def wave(month: Month, *people: str) -> dict[str, list[Wave]]:
    return {"reach": [Wave(f"{month} reach", dict.fromkeys(people, "company"))]}


def publish(store: Store, closed: Closed, new: Mapping[str, Sequence[Wave]]) -> None:
    within(store, lambda uow: uow.figures.publish(closed, new))


def counted(store: Store) -> list[int]:
    def job() -> list[int]:
        with store._writes.transaction() as scope:
            tables = (closings, figures, waves, wave_people)
            return [
                scope.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables
            ]

    return store.run_sync(job)


class TestPublishing:
    def test_a_month_comes_back_as_it_was_published(self, store: Store, october: Kept) -> None:
        """Every figure with its change, groups and themes in order."""
        publish(store, *october)
        found = within(store, lambda uow: uow.figures.of(OCTOBER))
        assert found == october[0]

    def test_waves_come_back_by_series_the_earliest_first(
        self, store: Store, october: Kept
    ) -> None:
        publish(store, *october)
        publish(store, empty(OCTOBER.following), wave(OCTOBER.following, "zoe"))
        for series, kept in october[1].items():
            found = within(store, lambda uow, s=series: uow.figures.waves(s))  # type: ignore[misc]
            assert found[: len(kept)] == kept
        names = [one.name for one in within(store, lambda uow: uow.figures.waves("reach"))]
        assert names == ["2026-10 reach", "2026-11 reach"]

    def test_what_was_never_published_is_not_there(self, store: Store) -> None:
        assert within(store, lambda uow: uow.figures.of(OCTOBER)) is None
        assert within(store, lambda uow: uow.figures.months()) == []
        assert within(store, lambda uow: uow.figures.waves("reach")) == []

    def test_months_come_in_their_order(self, store: Store) -> None:
        for month in (Month(2026, 10), Month(2025, 12), Month(2026, 2)):
            publish(store, empty(month), {})
        assert within(store, lambda uow: uow.figures.months()) == [
            Month(2025, 12),
            Month(2026, 2),
            Month(2026, 10),
        ]

    def test_a_month_is_published_once(self, store: Store, october: Kept) -> None:
        """The second time nothing changes, not even a wave."""
        publish(store, *october)
        before = rows(store)
        with pytest.raises(Conflict):
            publish(store, empty(OCTOBER), wave(OCTOBER, "zoe"))
        assert rows(store) == before

    def test_of_two_who_publish_at_once_one_does(
        self, store: Store, other: Store, october: Kept
    ) -> None:
        both = Barrier(2)

        def go(at: Store) -> bool:
            both.wait(10)
            try:
                publish(at, *october)
            except Conflict:
                return False
            return True

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(go, (store, other))) == [False, True]
        assert within(store, lambda uow: uow.figures.of(OCTOBER)) == october[0]

    def test_nothing_stays_of_what_was_not_committed(self, store: Store, october: Kept) -> None:
        def job() -> None:
            with store.open_uow() as uow:
                uow.figures.publish(*october)

        store.run_sync(job)
        assert counted(store) == [0, 0, 0, 0]

    def test_waves_are_kept_a_year_and_figures_for_good(self, store: Store) -> None:
        """October is compared with the twelve months before it, and no further back."""
        year = months(Month(2025, 9), 14)
        for month in year:
            publish(store, empty(month), wave(month, "ann"))
        kept = [one.name[:7] for one in within(store, lambda uow: uow.figures.waves("reach"))]
        assert kept == [str(month) for month in year[1:]]
        assert within(store, lambda uow: uow.figures.months()) == year

    def test_waves_go_after_thirteen_months_also_if_no_month_is_closed_any_more(
        self, store: Store
    ) -> None:
        """Of October not while November of the next year, which may be its last use, goes on."""
        for month in (OCTOBER.before, OCTOBER):
            publish(store, empty(month), wave(month, "ann"))
        limit = Month(2027, 11).window.followed_until - TRACES_KEPT
        within(store, lambda uow: uow.purge.traces(limit, 500))
        assert len(within(store, lambda uow: uow.figures.waves("reach"))) == 1
        later = limit + timedelta(days=31)
        assert within(store, lambda uow: uow.purge.traces(later, 500)) == 2
        assert within(store, lambda uow: uow.purge.traces(later, 500)) == 0
        assert within(store, lambda uow: uow.figures.waves("reach")) == []
        assert within(store, lambda uow: uow.figures.months()) == [OCTOBER.before, OCTOBER]


class TestPeople:
    def names(self, *coachee_ids: str) -> list[str]:
        return [person_names(Cipher(KEY), one)[0] for one in coachee_ids]

    def test_who_is_erased_keeps_their_place_under_a_name_that_leads_nowhere(
        self, store: Store
    ) -> None:
        """The same in every month, so that nobody can be told from one who came or left."""
        ann, ben = self.names("ann", "ben")
        for month in months(OCTOBER, 2):
            publish(store, empty(month), wave(month, ann, ben))
        within(store, lambda uow: uow.people.add(coachee("ann")))
        within(store, lambda uow: uow.people.erase("ann"))
        first, second = within(store, lambda uow: uow.figures.waves("reach"))
        assert first.cells == second.cells
        assert len(first.cells) == 2
        assert ben in first.cells
        assert ann not in str(rows(store))
        assert within(store, lambda uow: uow.figures.months()) == months(OCTOBER, 2)

    def test_a_new_key_does_not_make_other_people_of_them(self, database: Database) -> None:
        """Neither before everything is encrypted again nor after, nor when the old one is gone."""
        old, new = new_key(), new_key()
        store = database.open(old)
        within(store, lambda uow: uow.people.add(coachee("ann")))
        publish(store, empty(OCTOBER), wave(OCTOBER, person_names(Cipher(old), "ann")[0]))
        store.close()
        newest = person_names(Cipher(new), "ann")[0]
        store = database.open(f"{new},{old}")
        for _ in range(2):
            (kept,) = within(store, lambda uow: uow.figures.waves("reach"))
            assert set(kept.cells) == {newest}
            assert rotate_all(store, batch=1) == Rotated(2, ())
        store.close()
        store = database.open(new)
        (kept,) = within(store, lambda uow: uow.figures.waves("reach"))
        assert kept == Wave(f"{OCTOBER} reach", {newest: "company"})
        assert within(store, lambda uow: uow.figures.of(OCTOBER)) == empty(OCTOBER)
        store.close()

    def test_names_of_groups_cannot_be_read(self, store: Store, october: Kept) -> None:
        """Nor who is in which: a position is all that is in the open."""
        publish(store, *october)
        kept = rows(store)
        assert not [name for name in NAMES if name in str(kept) or repr(name) in str(kept)]
        assert all("company" not in row for table in kept.values() for row in table)


class TestRounds:
    def test_the_last_summary_of_each_team_is_read(self, store: Store) -> None:
        """Of rounds that closed in the time, with who is in the team."""

        def plant(uow: UnitOfWork) -> None:
            for name in ("t1", "t2"):
                uow.teams.add(team(name))
                uow.teams.enrol(Member(name, f"ann-{name}", 1))
            for number, sealed in ((1, SEALED), (2, SEALED), (3, None)):
                one = a_round(
                    f"r{number}",
                    number=number,
                    sealed=sealed,
                    state="summary" if sealed else "too_few",
                    closes_at=OCTOBER.window.start + timedelta(days=number),
                )
                uow.teams.begin(one)

        within(store, plant)
        window = OCTOBER.window
        (found,) = within(store, lambda uow: uow.figures.rounds(window.start, window.end))
        assert found.sealed == SEALED
        assert found.members == {person_names(Cipher(KEY), "ann-t1")[0]}
        assert within(store, lambda uow: uow.figures.rounds(window.end, window.end)) == []
