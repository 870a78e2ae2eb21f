"""Rows of the outbox through dispatchers whose platform takes everything at once."""

import argparse
import asyncio
import random
from dataclasses import replace

from adapters.bench.measuring.crew import crew, wait_for_all
from adapters.bench.measuring.gauge import Gauge, gauged, tell
from adapters.bench.people.population import KEY
from adapters.bench.people.queueing import enqueue
from adapters.bench.people.speaking import KeySpeaker
from adapters.bench.people.when import ticking
from adapters.bench.platform.quiet import QuietMessenger
from bot.events import Address
from scheduler.dispatch import Dispatcher
from storage import migrate
from storage.store import Store, open_store

PLATFORM = "quiet"
"""A platform without limits: what is measured is ours alone."""

TENANTS = 50


def dispatcher(store: Store, messenger: QuietMessenger) -> Dispatcher:
    """Put a dispatcher together as the wiring does, around what costs nothing."""
    return Dispatcher(
        store.run,
        store.open_uow,
        KeySpeaker(),
        {PLATFORM: messenger},
        ticking,
        jitter=random.Random(7),  # noqa: S311 - back-off, no secret
    )


async def sweep(store: Store) -> Gauge:
    """Measure until nothing is left that this process could send."""
    messenger = QuietMessenger()
    sending = dispatcher(store, messenger)
    async with gauged() as gauge:
        await sending.sweep()
        gauge.ops = messenger.posts
    return gauge


def work(url: str) -> None:
    """Be one of the workers."""
    store = open_store(url, KEY)
    try:
        wait_for_all()
        tell(asyncio.run(sweep(store)).measured())
    finally:
        store.close()


def address_of(number: int) -> Address:
    """Return where a row goes."""
    return {"platform": PLATFORM, "tenant": f"T{number % TENANTS}", "user": f"U{number}"}


def main() -> None:
    """Queue the rows, let workers send them, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--worker", action="store_true", help="be one of them")
    options = parser.parse_args()
    if options.worker:
        work(options.database)
        return
    migrate.upgrade(options.database)
    store = open_store(options.database, KEY)
    queued = enqueue(store, options.rows, address_of, ticking())
    store.close()
    words = ("--database", options.database, "--rows", str(options.rows), "--worker")
    sent = crew(options.workers, "adapters.bench.ours.dispatch", *words)
    assert sent.ops == options.rows  # noqa: S101 - otherwise rows were lost or sent twice
    tell(replace(sent, facts={"enqueued_per_s": options.rows / queued}))


if __name__ == "__main__":
    main()
