"""What every database keeps of action plans: the contract of `bot.ports.Plans`."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest

from bot.errors import Conflict
from bot.people import Coachee
from bot.plans.content import Measure, Plan, PlanVersion
from bot.ports import UnitOfWork
from bot.visibility import POLICY
from scheduler.purge import purge
from storage.store import Store
from tests.databases import Database

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


def within(store: Store, act: Callable[[UnitOfWork], T]) -> T:
    def job() -> T:
        with store.open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return store.run_sync(job)


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def coachee(coachee_id: str) -> Coachee:
    return Coachee(coachee_id, "slack:T1", f"U-{coachee_id}", {"platform": "slack"}, NOW)


def plan(**more: object) -> Plan:
    return replace(Plan("p1", "ada", NOW), **more)  # type: ignore[arg-type]  # names are fields


def version(number: int = 1, **more: object) -> PlanVersion:
    made = PlanVersion("p1", "ada", number, "owner", f"w{number}", NOW, "agreed", NOW)
    return replace(made, **more)  # type: ignore[arg-type]  # names are fields


def test_a_plan_comes_back_as_it_was(store: Store) -> None:
    full = plan(
        partner_id="bob",
        shared=True,
        number=3,
        agreed=2,
        invite="ab12",
        invite_until=LATER,
        ended_at=LATER,
    )
    within(store, lambda uow: uow.plans.add(full))
    assert within(store, lambda uow: uow.plans.get("p1")) == full
    assert within(store, lambda uow: uow.plans.of("ada")) == [full]
    assert within(store, lambda uow: uow.plans.invited("ab12")) == full
    assert within(store, lambda uow: uow.plans.get("p2")) is None
    assert within(store, lambda uow: uow.plans.invited("cd34")) is None


def test_saving_counts_and_an_outdated_copy_is_refused(store: Store) -> None:
    within(store, lambda uow: uow.plans.add(plan()))
    saved = within(store, lambda uow: uow.plans.put(plan(number=1)))
    assert saved == plan(number=1, version=1)
    with pytest.raises(Conflict):
        within(store, lambda uow: uow.plans.put(plan(number=9)))
    assert within(store, lambda uow: uow.plans.get("p1")) == saved


def test_of_two_racing_writers_one_wins(store: Store, other: Store) -> None:
    within(store, lambda uow: uow.plans.add(plan()))

    def write(number: int) -> bool:
        try:
            within((store, other)[number % 2], lambda uow: uow.plans.put(plan(number=number)))
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(write, range(8))) == 1


def test_a_person_has_one_plan_that_goes_on(store: Store) -> None:
    within(store, lambda uow: uow.plans.add(plan()))
    with pytest.raises(Conflict):
        within(store, lambda uow: uow.plans.add(plan(id="p2")))
    within(store, lambda uow: uow.plans.put(plan(ended_at=NOW)))
    within(store, lambda uow: uow.plans.add(plan(id="p2")))
    assert [one.id for one in within(store, lambda uow: uow.plans.of("ada"))] == ["p1", "p2"]


def test_a_partner_finds_the_plans_that_go_on(store: Store) -> None:
    within(store, lambda uow: uow.plans.add(plan(partner_id="bob", shared=True)))
    within(store, lambda uow: uow.plans.add(plan(id="p2", coachee_id="eve", partner_id="bob")))
    ended = plan(id="p3", coachee_id="kim", partner_id="bob", ended_at=NOW)
    within(store, lambda uow: uow.plans.add(ended))
    assert {p.id for p in within(store, lambda uow: uow.plans.shared_with("bob"))} == {"p1", "p2"}
    assert within(store, lambda uow: uow.plans.shared_with("ada")) == []


def test_versions_stand_in_order_and_are_replaced_by_number(store: Store) -> None:
    within(store, lambda uow: uow.plans.write(version(2)))
    within(store, lambda uow: uow.plans.write(version(1)))
    again = version(2, status="superseded", words_id="w9", agreed_at=None, author="partner")
    within(store, lambda uow: uow.plans.write(again))
    assert within(store, lambda uow: uow.plans.versions("p1")) == [version(1), again]


def test_what_was_measured_stands_in_order_and_can_be_taken_back(store: Store) -> None:
    first = Measure("m1", "p1", "ada", "o1", "count", 2.5, LATER)
    second = Measure("m2", "p1", "ada", "o1", "count", 4, NOW)
    for one in (first, second):
        within(store, lambda uow, one=one: uow.plans.note(one))  # type: ignore[misc]
    assert within(store, lambda uow: uow.plans.measures("p1")) == [second, first]
    within(store, lambda uow: uow.plans.note(replace(first, value=3)))
    within(store, lambda uow: uow.plans.forget("m2"))
    assert within(store, lambda uow: uow.plans.measures("p1")) == [replace(first, value=3)]


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_a_glance_at_somebody_waits_for_nobody(store: Store, other: Store) -> None:
    """Two people who act on one plan at once never wait for each other in a circle.

    SQLite has one writer at a time anyway.
    """
    within(store, lambda uow: uow.people.add(coachee("ada")))

    def job() -> Coachee | None:
        with store.open_uow() as uow:
            uow.people.get("ada")
            with ThreadPoolExecutor(1) as threads:
                glance: Callable[[UnitOfWork], Coachee | None] = lambda uow: uow.people.look("ada")  # noqa: E731
                return threads.submit(lambda: within(other, glance)).result(timeout=1)

    assert store.run_sync(job) == coachee("ada")


class TestErasing:
    """Who erases everything takes their own along, and nobody else's plan."""

    def shared(self, store: Store) -> dict[str, str]:
        """Let Bob share Ada's plan: one version agreed, one that he proposed."""

        def job(uow: UnitOfWork) -> dict[str, str]:
            uow.people.add(coachee("ada"))
            uow.people.add(coachee("bob"))
            uow.plans.add(plan(partner_id="bob", shared=True, number=2, agreed=1))
            kept = {n: uow.words.keep("ada", "plan", n, NOW) for n in ("agreed", "proposed")}
            uow.plans.write(version(1, words_id=kept["agreed"]))
            his = version(2, words_id=kept["proposed"], author="partner", status="proposed")
            uow.plans.write(his)
            return kept

        return within(store, job)

    def test_the_partner_leaves_the_plan_and_takes_what_was_only_proposed(
        self, store: Store
    ) -> None:
        kept = self.shared(store)
        within(store, lambda uow: uow.people.erase("bob"))
        left = within(store, lambda uow: uow.plans.get("p1"))
        assert left == plan(partner_id=None, shared=True, number=2, agreed=1, version=1)
        assert [v.number for v in within(store, lambda uow: uow.plans.versions("p1"))] == [1]
        assert within(store, lambda uow: uow.words.text(kept["agreed"])) == "agreed"
        assert within(store, lambda uow: uow.words.text(kept["proposed"])) is None

    def test_the_owner_takes_the_plan_along(self, store: Store) -> None:
        kept = self.shared(store)
        within(store, lambda uow: uow.people.erase("ada"))
        assert within(store, lambda uow: uow.plans.get("p1")) is None
        assert within(store, lambda uow: uow.plans.shared_with("bob")) == []
        for words_id in kept.values():
            assert within(store, lambda uow, one=words_id: uow.words.text(one)) is None  # type: ignore[misc]
        assert within(store, lambda uow: uow.people.get("bob"))


async def test_a_plan_goes_twelve_months_after_its_end_and_not_before(store: Store) -> None:
    """With versions, words and what was measured; a plan that goes on stays."""
    kept = POLICY["plan"].kept
    assert kept

    def job(uow: UnitOfWork) -> None:
        for one, ended in (("old", NOW), ("open", None)):
            words_id = uow.words.keep(one, "plan", one, NOW)
            uow.plans.add(Plan(one, one, NOW, ended_at=ended))
            uow.plans.write(PlanVersion(one, one, 1, "owner", words_id, NOW, "agreed", NOW))
            uow.plans.note(Measure(one, one, one, "o1", "scale", 3, NOW))

    within(store, job)
    await purge(store.run, store.open_uow, NOW + kept)
    assert within(store, lambda uow: uow.plans.get("old"))
    await purge(store.run, store.open_uow, NOW + kept + timedelta(seconds=1))
    assert within(store, lambda uow: uow.plans.get("old")) is None
    assert within(store, lambda uow: uow.plans.versions("old")) == []
    assert within(store, lambda uow: uow.plans.measures("old")) == []
    assert within(store, lambda uow: uow.words.of("old")) == []
    assert within(store, lambda uow: uow.plans.get("open"))
    assert len(within(store, lambda uow: uow.words.of("open"))) == 1
