"""Procrastinate with a task that does nothing: deferred in batches, worked off 50 at a time."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import procrastinate
from sqlalchemy import make_url

from adapters.bench.measuring.crew import wait_for_all
from adapters.bench.measuring.draining import main
from adapters.bench.measuring.gauge import Gauge, gauged

CONCURRENCY = 50
BATCH = 1000


async def _nothing(row: int) -> None:
    del row


def application(url: str, deliver: Callable[[int], Awaitable[None]] = _nothing) -> Any:
    """Make the application and its one task."""
    parsed = make_url(url)
    conninfo = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    app: Any = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=conninfo))
    app.task(name="deliver")(deliver)
    return app


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
    done = 0

    async def deliver(row: int) -> None:
        nonlocal done
        del row
        done += 1

    app = application(url, deliver)
    async with app.open_async():
        wait_for_all()
        async with gauged() as gauge:
            await app.run_worker_async(
                concurrency=CONCURRENCY, wait=False, install_signal_handlers=False
            )
            gauge.ops = done
    return gauge


if __name__ == "__main__":
    main("adapters.bench.peers.procrastinate_tasks", queued, work)
