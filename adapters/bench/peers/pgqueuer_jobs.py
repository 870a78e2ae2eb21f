"""PgQueuer with an entrypoint that does nothing, drained in batches."""

import time
from typing import Any

import asyncpg
import pgqueuer
from pgqueuer.queries import Queries
from pgqueuer.types import QueueExecutionMode
from sqlalchemy import make_url

from adapters.bench.measuring.crew import wait_for_all
from adapters.bench.measuring.draining import main
from adapters.bench.measuring.gauge import Gauge, gauged

BATCH = 1000
AT_ONCE = 200
"""Jobs fetched at once: as many as ours claims of rows."""


async def connected(url: str) -> Any:
    """Open a connection."""
    parsed = make_url(url).set(drivername="postgresql")
    return await asyncpg.connect(parsed.render_as_string(hide_password=False))


async def queued(url: str, rows: int) -> float:
    """Make the tables and queue so many jobs; return the seconds that queueing took."""
    connection = await connected(url)
    queries = Queries(pgqueuer.AsyncpgDriver(connection))
    await queries.install()
    began = time.perf_counter()
    for start in range(0, rows, BATCH):
        some = range(start, min(start + BATCH, rows))
        await queries.enqueue(
            ["deliver"] * len(some), [str(row).encode() for row in some], [0] * len(some)
        )
    seconds = time.perf_counter() - began
    await connection.close()
    return seconds


async def work(url: str) -> Gauge:
    """Measure until nothing is left to do."""
    connection = await connected(url)
    queuer: Any = pgqueuer.PgQueuer(pgqueuer.AsyncpgDriver(connection))
    done = 0

    async def deliver(_job: object) -> None:
        nonlocal done
        done += 1

    queuer.entrypoint("deliver")(deliver)
    wait_for_all()
    async with gauged() as gauge:
        await queuer.run(batch_size=AT_ONCE, mode=QueueExecutionMode.drain)
        gauge.ops = done
    await connection.close()
    return gauge


if __name__ == "__main__":
    main("adapters.bench.peers.pgqueuer_jobs", queued, work)
