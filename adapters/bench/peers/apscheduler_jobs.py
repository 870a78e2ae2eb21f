"""APScheduler 3 with one stored cron job per person, as its guide shows; the jobs do nothing.

`--fill` only stores the jobs: all at once, since adding them one by one is not what is measured.
"""

import argparse
import asyncio
import pickle
import sqlite3
import subprocess
import sys
from datetime import timedelta
from typing import Any

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Engine, create_engine, event

from adapters.bench.measuring.gauge import Gauge, gauged, tell
from adapters.bench.measuring.present import real_now
from adapters.bench.peers import fired
from adapters.bench.people.when import ZONES
from storage.engines import parse

LATEST = 3600
BATCH = 1000


def scheduler_on(url: str) -> tuple[Any, Any]:
    """Make a scheduler and its store; the URL's driver is the one that ours uses."""
    engine = create_engine(parse(url))
    if engine.dialect.name == "sqlite":
        _quicken(engine)
    store: Any = SQLAlchemyJobStore(engine=engine)  # type: ignore[no-untyped-call] # no types
    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler: Any = AsyncIOScheduler(  # type: ignore[no-untyped-call] # no types
        jobstores={"default": store}, job_defaults=defaults, timezone="UTC"
    )
    return scheduler, store


def _quicken(engine: Engine) -> None:
    """Let SQLite sync as rarely as it can without being corrupted: as it comes it is far slower."""

    @event.listens_for(engine, "connect")
    def connected(db: sqlite3.Connection, _: object) -> None:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")


def fill(url: str, people: int, due: int) -> None:
    """Store a weekly job for everybody; of so many, evenly among them, the time has come."""
    scheduler, store = scheduler_on(url)
    store.start(scheduler, "default")
    every = people // due
    now = real_now()  # its own clock can't be given
    past, later = now - timedelta(days=1), now + timedelta(days=6)
    numbers = range(people)
    with store.engine.begin() as db:
        for start in range(0, people, BATCH):
            some = numbers[start : start + BATCH]
            is_due = [number % every == 0 and number < every * due for number in some]
            db.execute(
                store.jobs_t.insert(),
                [
                    _row(scheduler, number, past if come else later)
                    for number, come in zip(some, is_due, strict=True)
                ],
            )


def _row(scheduler: Any, number: int, at: Any) -> dict[str, Any]:
    zone = ZONES[number % len(ZONES)]
    trigger: Any = CronTrigger  # it has no types
    job: Any = Job(  # type: ignore[no-untyped-call] # likewise
        scheduler,
        id=f"U{number}",
        func=fired.weekly,
        trigger=trigger(day_of_week="tue", hour=10, timezone=zone),
        args=(f"U{number}",),
        kwargs={},
        name="weekly",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
        executor="default",
        next_run_time=at,
    )
    state = pickle.dumps(job.__getstate__(), pickle.HIGHEST_PROTOCOL)
    return {"id": job.id, "next_run_time": at.timestamp(), "job_state": state}


async def fire(url: str, due: int) -> Gauge:
    """Measure until every job that is due has run."""
    scheduler, _ = scheduler_on(url)
    scheduler.start(paused=True)
    async with gauged() as gauge, asyncio.timeout(LATEST):
        scheduler.resume()
        while fired.count < due:  # noqa: ASYNC110 - a job does not know that it is waited for
            await asyncio.sleep(0.01)
        gauge.ops = fired.count
    scheduler.shutdown(wait=False)
    return gauge


def main() -> None:
    """Store the jobs in a process of its own, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--due", type=int, required=True)
    parser.add_argument("--fill", action="store_true")
    options = parser.parse_args()
    if options.fill:
        fill(options.database, options.people, options.due)
        return
    subprocess.run([sys.executable, "-m", __spec__.name, *sys.argv[1:], "--fill"], check=True)  # noqa: S603 - this module
    tell(asyncio.run(fire(options.database, options.due)).measured())


if __name__ == "__main__":
    main()
