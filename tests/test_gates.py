"""Gates of every run, counted and not timed: what it costs that something is due.

What a request may cost stands in `test_front_gates.py`, what a claim of rows and a group of marks
may in `test_pace_storage.py`, a turn in `test_counts.py`, and the limits of platforms with four
processes in `test_pace_processes.py`.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot.moments import Moment
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from scheduler.ticks import BATCH, GROUP, LEASE
from storage.moments import _CLAIM
from storage.store import Store
from storage.tables import moments
from tests.fakes import Clock, FakeMessenger
from tests.spending import Spent
from tests.world import MONDAY, World, world

SHARED = 24
"""Statements of a group, however many are in it: what is read ahead, and what is written."""

OF_ONE = 5
"""Statements that a weekly message needs for itself alone."""


@pytest.mark.parametrize("number", [1, GROUP])
async def test_a_group_of_weekly_messages_shares_statements_and_a_commit(
    store: Store, spent: Spent, number: int
) -> None:
    """Twenty people cost twenty times what is one's own, and once what is everybody's."""
    async with world(store, {"fake": FakeMessenger()}, Clock(MONDAY)) as made:
        await made.change(lambda uow: _somebody_is_due(uow, number))
        spent.reset()
        assert await made.engine.loop.tick() == number
        claims = 2  # one that finds them, one that finds nothing more
        assert spent.commits == 1 + claims
        assert len(spent.statements) <= SHARED + OF_ONE * number
        assert spent.written["sessions"] == 2  # added, and given its message
        assert spent.written["outbox"] == spent.written["cards"] == spent.written["people"] == 1


async def test_a_claim_of_moments_is_one_statement(store: Store, spent: Spent) -> None:
    """For a whole batch."""
    async with world(store, {"fake": FakeMessenger()}, Clock(MONDAY)) as made:
        await made.change(lambda uow: _somebody_is_due(uow, BATCH))
        spent.reset()
        assert len(await _claimed(made)) == BATCH
        assert spent.written["moments"] + _of_ctes(spent) == 1
        assert spent.commits == 1


def test_as_many_rows_are_scanned_at_a_hundred_thousand_as_at_a_thousand(
    postgres_store: Store,
) -> None:
    """Of moments that are yet to come, or settled, the due query reads none."""
    few = _scanned(postgres_store, upto=1_000)
    many = _scanned(postgres_store, upto=100_000)
    assert few == many == Scanned(rows=DUE, dropped=0)


def test_the_due_query_goes_to_its_index_on_sqlite(sqlite_store: Store) -> None:
    """SQLite tells no numbers; it searches the index of what is pending, and nothing else."""
    engine = sqlite_store._writes.engine
    compiled = _CLAIM["sqlite"].compile(dialect=engine.dialect)  # type: ignore[attr-defined]
    with engine.connect() as db:
        plan = db.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {compiled.string}",
            tuple(compiled.construct_params(_AT)[name] for name in compiled.positiontup),
        ).all()
    steps = [row[3] for row in plan]
    assert any("ix_moments_due (due_at<?)" in step for step in steps)
    assert not any(step.startswith("SCAN moments") for step in steps)


DUE = 50
_AT = {"now": MONDAY, "most": BATCH, "mine": "x", "until": MONDAY + LEASE}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What the scans of a plan read: rows that were wanted, and rows that were dropped."""

    rows: int
    dropped: int


def _scanned(store: Store, upto: int) -> Scanned:
    engine = store._writes.engine
    with engine.connect() as db:
        db.execute(text("DELETE FROM moments"))
        rows = [_row(n, MONDAY + timedelta(days=1 + n % 300)) for n in range(upto)]
        db.execute(insert(moments), rows + [_row(upto + n, MONDAY) for n in range(DUE)])
        settled = "UPDATE moments SET settled_at = due_at WHERE id < 'm00000500'"
        db.execute(text(settled))
        db.commit()
        db.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE moments"))
        compiled = _CLAIM["postgresql"].compile(dialect=engine.dialect)  # type: ignore[attr-defined]
        explain = f"EXPLAIN (ANALYZE, FORMAT JSON) {compiled.string}"
        found = db.exec_driver_sql(explain, compiled.construct_params(_AT)).scalar_one()
        db.rollback()
    return _counted(_free(found[0]["Plan"]))


def _free(plan: dict[str, Any]) -> dict[str, Any]:
    """Find the part of the plan that looks for what is due."""
    if plan.get("Subplan Name") == "CTE free":
        return plan
    return next(found for part in plan.get("Plans", ()) if (found := _free_or_none(part)))


def _free_or_none(plan: dict[str, Any]) -> dict[str, Any] | None:
    try:
        return _free(plan)
    except StopIteration:
        return None


def _counted(plan: dict[str, Any]) -> Scanned:
    inner = [_counted(part) for part in plan.get("Plans", ())]
    if "Scan" in plan["Node Type"] and plan.get("Relation Name") == "moments":
        return Scanned(plan["Actual Rows"], plan.get("Rows Removed by Filter", 0))
    return Scanned(sum(one.rows for one in inner), sum(one.dropped for one in inner))


def _row(number: int, due_at: datetime) -> dict[str, Any]:
    name = f"m{number:08}"
    row = {"id": name, "key": name, "coachee_id": name, "kind": "weekly", "lease": ""}
    return row | {"due_at": due_at, "meant_at": due_at}


async def _claimed(made: World) -> list[Moment]:
    def claim() -> list[Moment]:
        with made.engine.store.open_uow() as uow:
            claimed = list(uow.moments.claim(MONDAY, BATCH, LEASE))
            uow.commit()
        return claimed

    return await made.engine.store.run(claim)


def _of_ctes(spent: Spent) -> int:
    """Count writes that begin with what they look for."""
    return sum("UPDATE moments" in one for one in spent.statements if one.startswith("WITH"))


def _somebody_is_due(uow: UnitOfWork, number: int) -> None:
    names = [f"p{n:03}" for n in range(number)]
    uow.people.gather([_person(name) for name in names])
    for name in names:
        uow.moments.plan(Moment(name, f"checkin:{name}:w", name, "weekly", MONDAY, MONDAY))


def _person(name: str) -> Coachee:
    address = {"platform": "fake", "tenant": "T1", "person": name}
    start = Coachee(name, "fake:T1", name, address, MONDAY - timedelta(days=30), state="active")
    person = replace(start, zone="Europe/Paris", zone_known=True, country="FR")
    return replace(person, slot=Slot(0, time(10)), themes=("delegation",))
