"""Months close by themselves: all of them, each once, and never half."""

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Busy
from bot.measuring.closing import close
from bot.measuring.company import TOP
from bot.measuring.dialogues import dialogues_of
from bot.measuring.published import Closed, Month
from bot.sessions import Answer, Session
from scheduler.aside import aside
from scheduler.closing import close_months
from scheduler.loop import Loop
from storage.store import Store
from tests.campaign_rows import coachee
from tests.databases import Database
from tests.fakes import until
from tests.lives import AFTER, DIALOGUES, OCTOBER, Company, company, live, months
from tests.team_rows import within
from tests.test_closing import happened
from tests.traces import rows
from tests.world import library

PATHS = company(40, 2)
SUMMER = months(Month(2026, 8), 3)
HAPPENED = Company(list(live(PATHS, SUMMER, 1)), PATHS)
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.test_closing_job"])


@dataclass
class Told:
    """A unit of work whose records are lives in memory."""

    figures: Any
    records: Company
    commit: Callable[[], None]


def opening(store: Store, records: Company = HAPPENED) -> Any:
    @contextmanager
    def open_uow() -> Iterator[Told]:
        with store.open_uow() as work:
            yield Told(work.figures, records, work.commit)

    return open_uow


async def closing(
    store: Store, now: datetime = AFTER, records: Company = HAPPENED
) -> Sequence[Month]:
    return await close_months(
        store.run, store.run_read, opening(store, records), DIALOGUES, lambda: now
    )


def published(store: Store) -> dict[Month, Closed | None]:
    def read(uow: Any) -> dict[Month, Closed | None]:
        return {month: uow.figures.of(month) for month in uow.figures.months()}

    return within(store, read)


@pytest.fixture
async def other(database: Database) -> AsyncIterator[Store]:
    """A second process on the same database."""
    opened = database.open()
    yield opened
    opened.close()


async def test_all_months_that_are_over_are_closed_the_oldest_first(store: Store) -> None:
    """From the first in which anything happened; a second time there is nothing to do."""
    assert await closing(store) == SUMMER
    before = rows(store)
    assert await closing(store) == []
    assert rows(store) == before


async def test_what_is_published_is_what_closing_returns(sqlite_store: Store) -> None:
    """Month after month, each against the waves of those before."""
    await closing(sqlite_store)
    waves: dict[str, list[Any]] = {}
    before: Closed | None = None
    for month, found in published(sqlite_store).items():
        known = happened(HAPPENED.records, PATHS, month)
        before, new = close(known, DIALOGUES, before, waves)
        assert found == before
        for series, some in new.items():
            waves.setdefault(series, []).extend(some)
    assert before is not None
    assert any(one.change for one in before.figures.values())


async def test_a_month_is_not_closed_before_it_was_followed_to_its_end(
    sqlite_store: Store,
) -> None:
    """October ends ten days into November, to the second."""
    end = OCTOBER.window.followed_until
    assert end == datetime(2026, 11, 11, tzinfo=UTC)
    assert await closing(sqlite_store, end - timedelta(seconds=1)) == SUMMER[:2]
    assert await closing(sqlite_store, end) == SUMMER[2:]


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Santiago", "Pacific/Kiritimati"])
async def test_clocks_on_the_wall_do_not_matter(sqlite_store: Store, zone: str) -> None:
    """In October they change in Paris, in September in Chile; a month is one in UTC."""
    end = OCTOBER.window.followed_until
    early, due = (
        (end - gap).astimezone(ZoneInfo(zone)) for gap in (timedelta(seconds=1), timedelta())
    )
    assert await closing(sqlite_store, early) == SUMMER[:2]
    assert await closing(sqlite_store, due) == SUMMER[2:]


async def test_a_clock_that_is_set_back_closes_nothing_again(sqlite_store: Store) -> None:
    await closing(sqlite_store)
    assert await closing(sqlite_store, AFTER - timedelta(days=60)) == []
    assert await closing(sqlite_store, AFTER + timedelta(days=1)) == []


async def test_after_a_gap_every_month_is_closed(sqlite_store: Store) -> None:
    """The bot was off from November on; those months are closed with nothing to tell."""
    await closing(sqlite_store)
    late = datetime(2027, 2, 15, tzinfo=UTC)
    assert await closing(sqlite_store, late) == months(Month(2026, 11), 3)
    for month in (Month(2026, 12), Month(2027, 1)):
        found = published(sqlite_store)[month]
        assert found is not None
        assert found.groups == (TOP, "D000", "D001")
        told = {key for (_, key), one in found.figures.items() if one.shown.how != "too_few"}
        assert told <= {"reach", "activation", "answered_both", "message_load"}


async def test_where_nothing_ever_happened_nothing_is_closed(sqlite_store: Store) -> None:
    assert await closing(sqlite_store, records=Company([], {})) == []


async def test_years_ago_is_not_looked_for(sqlite_store: Store) -> None:
    """Of a company whose records begin long ago the last thirteen months are closed."""
    late = datetime(2027, 9, 15, tzinfo=UTC)
    assert (await closing(sqlite_store, late))[0] == SUMMER[0]
    assert len(published(sqlite_store)) == 13


async def test_figures_stay_as_they_were_published(sqlite_store: Store) -> None:
    """Somebody is erased, and moves, and what happened is told otherwise: nothing changes."""
    await closing(sqlite_store)
    before = published(sqlite_store)
    fewer = Company(HAPPENED.records[::2], dict.fromkeys(PATHS, ("D009",)))
    assert await closing(sqlite_store, AFTER, fewer) == []
    assert published(sqlite_store) == before


async def test_what_the_store_tells_is_closed_too(store: Store) -> None:
    """Forty people began a session, every other one completed it; HR's file says where they are."""

    def plant(uow: Any) -> None:
        at = OCTOBER.window.start + timedelta(days=5)
        for number in range(40):
            who = f"p{number:02}"
            uow.people.add(coachee(who, state="active", created_at=at))
            done = number % 4 < 2
            step = Answer("what", at, options=("one",))
            session = Session(
                f"s{number}", who, "theme:meetings", 1, "what", "done" if done else "open", at, at
            )
            uow.sessions.add(replace(session, answers=(step,)))
        uow.placements.replace({f"p{n:02}": (f"D{n % 2}", f"T{n % 4}") for n in range(40)})

    within(store, plant)
    done = await close_months(
        store.run, store.run_read, store.open_uow, dialogues_of(library()), lambda: AFTER
    )
    assert done == [OCTOBER]
    found = published(store)[OCTOBER]
    assert found is not None
    assert found.groups == (TOP, "D0", "D1")
    for key in ("reach", "completion"):
        told = [found.of(group, key) for group in found.groups]
        assert [one and one.shown.value for one in told] == [0.5, 0.5, 0.5]


async def test_of_several_processes_each_month_is_closed_by_one(store: Store, other: Store) -> None:
    """Both compute; whoever is second takes note that the other was first."""
    one, two = await asyncio.gather(closing(store), closing(other))
    assert sorted([*one, *two]) == SUMMER
    assert list(published(store)) == SUMMER


async def test_a_database_that_is_busy_is_asked_again_at_the_next_beat(
    sqlite_store: Store,
) -> None:
    async def busy(*_: Any, **__: Any) -> Any:
        raise Busy("full")

    with pytest.raises(Busy):
        await close_months(
            busy, sqlite_store.run_read, opening(sqlite_store), DIALOGUES, lambda: AFTER
        )
    assert published(sqlite_store) == {}
    assert await closing(sqlite_store) == SUMMER


# kills


def carry(url: str, point: int, log: Path) -> None:
    """Close months in a process of its own, which dies at a point: each read or write is one."""
    from storage.store import open_store  # noqa: PLC0415 - in the other process
    from tests.databases import KEY  # noqa: PLC0415 - in the other process

    store = open_store(url, KEY, patience=20)
    met = 0

    async def counting(job: Any, *args: Any, run: Any) -> Any:
        nonlocal met
        found = await run(job, *args)
        met += 1
        if met == point:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    async def go() -> None:
        async def run(job: Any, *args: Any) -> Any:
            return await counting(job, *args, run=store.run)

        async def read(job: Any, *args: Any) -> Any:
            return await counting(job, *args, run=store.run_read)

        writing: Any = run
        reading: Any = read
        await close_months(writing, reading, opening(store), DIALOGUES, lambda: AFTER)

    asyncio.run(go())
    store.close()
    log.write_text(str(met))


def process(database: Database, point: int, log: Path) -> int:
    started = PROCESSES.Process(target=carry, args=(database.url, point, log))
    started.start()
    started.join(60)
    assert started.exitcode is not None, "it hangs"
    return started.exitcode


def test_whoever_goes_on_after_a_kill_publishes_the_same(
    database: Database, tmp_path: Path
) -> None:
    """Killed while reading, computing and after publishing: no month is there half, or twice."""
    log = tmp_path / "log"
    deaths = 0
    for point in (3, 60, 95, 130, 40):
        deaths += process(database, point, log) == -signal.SIGKILL
        store = database.open()
        for month, found in published(store).items():
            assert found is not None
            assert len(found.figures) > 40, month
        store.close()
    assert deaths >= 3
    assert process(database, 0, log) == 0
    store = database.open()
    whole = published(store)
    assert list(whole) == SUMMER
    assert (
        whole[SUMMER[0]]
        == close(happened(HAPPENED.records, PATHS, SUMMER[0]), DIALOGUES, None, {})[0]
    )
    store.close()


# beside everything else


async def test_the_event_loop_goes_on_meanwhile() -> None:
    """What takes long is done in a thread of its own."""
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.01)
            beats += 1

    beating = asyncio.create_task(beat())
    assert await aside(_slow, 0.3) == "done"
    beating.cancel()
    assert beats > 5


async def test_what_fails_aside_is_raised_where_it_is_waited_for() -> None:
    with pytest.raises(KeyError):
        await aside(dict[str, int]().__getitem__, "nothing")


async def test_whoever_is_told_to_end_does_not_wait_for_it() -> None:
    begun, end = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        end.wait()

    task = asyncio.create_task(aside(slow))
    await until(begun.is_set)
    task.cancel()
    try:
        done, _ = await asyncio.wait({task}, timeout=10)
    finally:
        end.set()
    assert done == {task}
    assert task.cancelled()


def _slow(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


async def test_a_worker_closes_months_by_itself() -> None:
    """As soon as it starts, and each hour."""
    closed = asyncio.Event()

    class Still:
        async def sweep(self) -> int:
            return 0

        async def close(self, _grace: timedelta) -> None:
            return None

    async def nothing(*_: Any, **__: Any) -> Any:
        return []

    async def note() -> None:
        closed.set()

    loop = Loop(
        nothing,
        nothing,  # type: ignore[arg-type]
        nothing,  # type: ignore[arg-type]
        Still(),  # type: ignore[arg-type]
        lambda: AFTER,
        close_months=note,
    )
    loop.start()
    await asyncio.wait_for(closed.wait(), 5)
    await loop.stop(timedelta(seconds=1))


def test_every_theme_has_a_dialogue_whose_drop_off_is_told() -> None:
    """Its steps are named as records name them."""
    found = dialogues_of(library())
    assert set(found) == set(library().themes)
    assert all(len(steps) > 3 for steps in found.values())
    assert all(step.startswith(f"theme:{theme}.") for theme in found for step in found[theme])
