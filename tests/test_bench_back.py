"""What the benchmark of the scheduler, the queue and crashes rests on: its people and its judge."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from itertools import islice
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, NullPool, create_engine, func, select

from adapters.bench.crash.audit import Expected, Verdict, audit, hasten, undone
from adapters.bench.crash.points import Fuse, Point, Victim, points
from adapters.bench.measuring.crew import together
from adapters.bench.ours.dispatch import sweep
from adapters.bench.ours.schedule import tick
from adapters.bench.people.daytime import workday_somewhere
from adapters.bench.people.population import Population, populate
from adapters.bench.people.queueing import enqueue
from adapters.bench.people.when import DUE, NOW
from adapters.bench.platform.ledger import Call
from adapters.bench.scenario import Measured, Options
from adapters.bench.scenarios import crash, fan_out, rate, schedule, send
from bot.outbox import Dispatch
from bot.workdays import Calendar
from storage.engines import parse
from storage.store import Store
from storage.tables import moments, outbox, people
from tests.databases import Database
from tests.fakes import chance
from tests.team_rows import within

SCENARIOS = (crash, fan_out, rate, schedule, send)
FULL = Options(("sqlite", "postgres"), (1_000, 10_000, 1_000_000))
SECOND = timedelta(seconds=1)


@pytest.fixture
def engine(database: Database) -> Iterator[Engine]:
    made = create_engine(parse(database.url), poolclass=NullPool)
    yield made
    made.dispose()


async def test_made_up_people_fall_due_evenly_and_are_carried_once(
    database: Database, store: Store, engine: Engine
) -> None:
    """Of sixty people every fifth is due: each gets a row, and a moment next week."""
    populate(database.url, Population(60, 12))
    with engine.connect() as db:
        due = db.execute(select(moments.c.coachee_id).where(moments.c.due_at == DUE)).scalars()
        assert set(due) == {f"U{number}" for number in range(0, 60, 5)}
    someone = within(store, lambda uow: uow.people.get("U7"))
    assert someone
    assert someone.address["channel"] == "DU7"
    assert await tick(store) == 12
    assert await tick(store) == 0
    with engine.connect() as db:
        rows = db.execute(select(outbox.c.coachee_id)).scalars().all()
        planned = select(func.count()).where(moments.c.settled_at.is_(None))
        assert db.execute(planned).scalar() == 60
        assert db.execute(select(func.count()).select_from(people)).scalar() == 60
    assert sorted(rows) == sorted(f"U{number}" for number in range(0, 60, 5))


async def test_queued_rows_are_all_sent_by_a_dispatcher_of_the_benchmark(store: Store) -> None:
    await asyncio.to_thread(enqueue, store, 30, _quiet, NOW)
    assert (await sweep(store)).ops == 30
    assert (await sweep(store)).ops == 0


def _quiet(number: int) -> dict[str, str]:
    return {"platform": "quiet", "tenant": "T1", "user": f"U{number}"}


def row(store: Store, key: str, outcome: str | None = "sent", at: datetime = NOW) -> None:
    """Leave a message in the outbox, settled a second later or not at all."""
    one = Dispatch(f"{key}:1", key, "post", {}, at, at, card_token=key, leased_until=at + SECOND)

    def add() -> None:
        with store.open_uow() as uow:
            uow.outbox.add(one)
            held = uow.outbox.own(key, at)
            assert held
            assert outcome is None or uow.outbox.settle(held, at + SECOND, outcome)
            uow.commit()

    store.run_sync(add)


def taken(*keys: str) -> list[Call]:
    """Let the platform have taken messages of these keys."""
    return [Call(0, "t", "chat.postMessage", "D", key) for key in keys]


def judged(
    engine: Engine, *keys: str, acknowledged: tuple[str, ...] = (), planned: tuple[str, ...] = ()
) -> Verdict:
    return audit(engine, 0, taken(*keys), Expected(NOW, NOW, acknowledged, planned))


def test_what_was_acknowledged_and_sent_once_is_neither_lost_nor_repeated(
    store: Store, engine: Engine
) -> None:
    row(store, "a")
    row(store, "b")
    assert judged(engine, "a", "b", acknowledged=("a", "b"), planned=("a",)) == Verdict(0, 0, 1)


@pytest.mark.parametrize(
    ("keys", "outcome", "acknowledged", "planned", "lost"),
    [
        (("a",), "sent", ("a", "b"), (), 1),
        (("a",), "sent", (), ("a", "c"), 1),
        ((), "sent", (), (), 1),
        ((), "failed:gone", (), (), 1),
        ((), None, (), ("a",), 2),
        ((), "nothing", (), (), 0),
    ],
    ids=["no row", "nothing planned came", "never arrived", "given up", "unsent", "needless"],
)
def test_what_nobody_heard_of_is_lost(
    store: Store,
    engine: Engine,
    keys: tuple[str, ...],
    outcome: str | None,
    acknowledged: tuple[str, ...],
    planned: tuple[str, ...],
    lost: int,
) -> None:
    """An event without its row, a person without a message, a row that the platform never saw."""
    row(store, "a", outcome)
    assert judged(engine, *keys, acknowledged=acknowledged, planned=planned).lost == lost


def test_what_the_platform_took_again_is_a_repeat(store: Store, engine: Engine) -> None:
    row(store, "a")
    row(store, "b")
    assert judged(engine, "a", "b", "a", "a") == Verdict(0, 2, 1)


def test_what_began_after_the_kill_makes_recovery_no_later(store: Store, engine: Engine) -> None:
    """Unless it was planned before."""
    row(store, "a")
    row(store, "b", at=NOW + 9 * SECOND)
    assert judged(engine, "a", "b").late_s == 1
    assert judged(engine, "a", "b", planned=("b",)).late_s == 10


def test_only_the_dead_let_go_sooner(database: Database, store: Store, engine: Engine) -> None:
    """Both hold a row for long; the survivor's stays its own."""
    other = database.open()
    row(store, "dead", None)
    row(other, "alive", None)
    with engine.connect() as db:
        name = db.execute(select(outbox.c.lease).where(outbox.c.coachee_id == "alive")).scalar_one()
    until = NOW + SECOND / 2
    hasten(engine, {name}, until)
    with engine.connect() as db:
        rows = db.execute(select(outbox.c.coachee_id, outbox.c.leased_until))
        held = {row.coachee_id: row.leased_until for row in rows}
    assert held == {"dead": until, "alive": NOW + SECOND}
    assert undone(engine, NOW) == 2
    other.close()


@pytest.mark.parametrize("victim", ["web", "worker"])
def test_a_seed_draws_the_same_points_again_and_another_one_others(victim: Victim) -> None:
    drawn = [list(islice(points(victim, chance(seed)), 12)) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert {point.kind for point in drawn[0]} >= {"sent", "later"}
    assert all(point.after > 0 for point in drawn[0])


def test_a_fuse_kills_once_at_its_very_point() -> None:
    victim = _Victim()
    fuse = Fuse(Point("sent", 2))
    fuse.light(victim)  # type: ignore[arg-type] # it can be killed, and that is all
    fuse.passed("sent")
    fuse.passed("acknowledged")
    assert victim.kills == 0
    fuse.passed("sent")
    fuse.passed("sent")
    assert victim.kills == 1


def test_a_fuse_whose_point_was_before_it_was_lit_kills_at_once() -> None:
    victim = _Victim()
    fuse = Fuse(Point("sent", 1))
    fuse.passed("sent")
    fuse.light(victim)  # type: ignore[arg-type] # likewise
    assert victim.kills == 1


class _Victim:
    kills = 0

    def kill(self) -> None:
        self.kills += 1


def test_it_is_a_working_hour_somewhere_at_every_hour_of_the_week() -> None:
    for hour in range(7 * 24):
        now = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(hours=hour)
        country, zone = workday_somewhere(now)
        local = now.astimezone(ZoneInfo(zone))
        assert 9 <= local.hour < 15
        assert Calendar(country).is_workday(local.date())


def test_a_crew_took_as_long_as_its_slowest_and_did_what_all_did() -> None:
    one = Measured(10, 2.0, 1.0, rss_mb=30, block_ms=5, facts={"seen": 3})
    other = replace(one, ops=5, wall_s=3.0, rss_mb=40, block_ms=1)
    assert together([one, other]) == Measured(
        15, 3.0, 2.0, rss_mb=40, block_ms=5, facts={"seen": 6}
    )


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.__name__.rpartition(".")[2])
def test_every_case_names_programs_that_exist_and_no_two_are_called_alike(
    scenario: ModuleType,
) -> None:
    for options in (FULL, replace(FULL, quick=True), replace(FULL, databases=("sqlite",))):
        cases = scenario.cases(options)
        names = [case.name for case in cases]
        assert len(set(names)) == len(names)
        sides = [side for case in cases for side in (case.ours, case.peer) if side]
        assert all(find_spec(side.command[0]) for side in sides)
        words = {word for side in sides for word in side.command if word.startswith("{")}
        assert words <= {f"{{{name}}}" for name in options.databases}


def test_a_million_is_not_asked_of_a_job_per_person_nor_of_a_quick_run() -> None:
    cases = schedule.cases(FULL)
    assert max(case.n or 0 for case in cases) == 1_000_000
    assert max(case.n or 0 for case in cases if case.peer) == 10_000
    assert max(case.n or 0 for case in schedule.cases(replace(FULL, quick=True))) == 10_000


def test_a_quick_run_asks_for_no_ten_thousand_whole_messages() -> None:
    quick = replace(FULL, quick=True)
    assert _whole_messages(quick) == {("sqlite", 1_000), ("postgres", 1_000)}
    more = {("sqlite", 10_000), ("postgres", 10_000)}
    assert _whole_messages(FULL) == _whole_messages(quick) | more


def _whole_messages(options: Options) -> set[tuple[str, int]]:
    cases = (case for case in schedule.cases(options) if case.group.endswith("whole message"))
    return {(case.group.split()[0], case.n or 0) for case in cases}


def test_figures_compare_pair_by_pair() -> None:
    case = next(case for case in schedule.cases(FULL) if case.peer)
    ours, theirs = Measured(1000, 0.1, 0.05, block_ms=7), Measured(1000, 4.0, 1.0, block_ms=4000)
    figures = schedule.figures(case, [ours, ours], [theirs, replace(theirs, wall_s=2.0)])
    assert figures["share of apscheduler"] == pytest.approx([0.025, 0.05])
    assert figures["block ms"] == [7, 7]
