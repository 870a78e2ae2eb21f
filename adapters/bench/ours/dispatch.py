"""Rows of the outbox through dispatchers whose platform takes everything at once."""

import random

from adapters.bench.measuring.crew import wait_for_all
from adapters.bench.measuring.draining import main
from adapters.bench.measuring.gauge import Gauge, gauged
from adapters.bench.people.population import KEY
from adapters.bench.people.queueing import enqueue
from adapters.bench.people.speaking import KeySpeaker
from adapters.bench.people.when import ticking
from adapters.bench.platform.quiet import QuietMessenger
from bot.events import Address
from scheduler.dispatch import Dispatcher
from storage import migrate
from storage.lanes import share_interpreter
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


async def work(url: str) -> Gauge:
    """Be one of the workers."""
    share_interpreter()
    store = open_store(url, KEY)
    try:
        wait_for_all()
        return await sweep(store)
    finally:
        store.close()


async def queued(url: str, rows: int) -> float:
    """Make the tables and queue so many rows; return the seconds that queueing took."""
    migrate.upgrade(url)
    store = open_store(url, KEY)
    try:
        return enqueue(store, rows, address_of, ticking())
    finally:
        store.close()


def address_of(number: int) -> Address:
    """Return where a row goes."""
    return {"platform": PLATFORM, "tenant": f"T{number % TENANTS}", "user": f"U{number}"}


if __name__ == "__main__":
    main("adapters.bench.ours.dispatch", queued, work)
