"""Procrastinate with a task that does nothing: deferred in batches, worked off 50 at a time."""

import argparse
import asyncio
import time
from dataclasses import replace
from typing import Any

import procrastinate
from sqlalchemy import make_url

from adapters.bench.measuring.crew import crew, wait_for_all
from adapters.bench.measuring.gauge import Gauge, gauged, tell

CONCURRENCY = 50
BATCH = 1000


def application(url: str) -> Any:
    """Make the application and its one task."""
    parsed = make_url(url)
    conninfo = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    app: Any = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=conninfo))
    app.task(name="deliver")(_deliver)
    return app


async def _deliver(row: int) -> None:
    """Do nothing."""
    del row


async def queued(url: str, rows: int) -> float:
    """Make the tables and queue so many tasks; return the seconds that queueing took."""
    app = application(url)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        began = time.perf_counter()
        for start in range(0, rows, BATCH):
            some = [{"row": row} for row in range(start, min(start + BATCH, rows))]
            await app.tasks["deliver"].batch_defer_async(*some)
        return time.perf_counter() - began


async def work(url: str) -> Gauge:
    """Measure until nothing is left to do."""
    app = application(url)
    async with app.open_async():
        wait_for_all()
        async with gauged() as gauge:
            await app.run_worker_async(
                concurrency=CONCURRENCY, wait=False, install_signal_handlers=False
            )
    return gauge


async def done(url: str) -> int:
    """Count the tasks that succeeded."""
    app = application(url)
    async with app.open_async():
        return len(list(await app.job_manager.list_jobs_async(status="succeeded")))


def main() -> None:
    """Queue, work, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--worker", action="store_true", help="be one of them")
    options = parser.parse_args()
    if options.worker:
        tell(asyncio.run(work(options.database)).measured())
        return
    seconds = asyncio.run(queued(options.database, options.rows))
    words = ("--database", options.database, "--rows", str(options.rows), "--worker")
    run = crew(options.workers, "adapters.bench.peers.procrastinate_tasks", *words)
    assert asyncio.run(done(options.database)) == options.rows  # noqa: S101 - else it is no rate
    tell(replace(run, ops=options.rows, facts={"enqueued_per_s": options.rows / seconds}))


if __name__ == "__main__":
    main()
