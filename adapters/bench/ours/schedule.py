"""Scheduling proper, without a dialogue: settle what is due, plan next week's, queue a row.

The bar against APScheduler measures this and no more. The job itself does nothing on either
side: no engine runs, nothing is worded or sent. Ours also queues a durable row of the outbox,
which the peer doesn't. The whole weekly message is the row beside it, by `weekly`.

`--measure fire` carries all that is due, `idle` ticks while nothing is, `start` opens the
database and ticks once.
"""

import argparse
import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters.bench.measuring.gauge import Gauge, gauged, tell
from adapters.bench.people.population import KEY, filled
from adapters.bench.people.when import NOW
from bot.cadence import next_slot
from bot.events import Due
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.workdays import Calendar
from scheduler.ticks import moments_tick
from storage.lanes import share_interpreter
from storage.store import Store, open_store

IDLE_TICKS = 200


@dataclass(frozen=True, slots=True)
class Weekly:
    """Does with moments what every weekly message does, whatever it says."""

    open_uow: OpenUnitOfWork

    def __call__(self, events: Sequence[Due]) -> None:
        """Settle, plan and queue in one unit of work."""
        with self.open_uow() as uow:
            uow.ahead([event.moment_id for event in events])
            for event in events:
                _carry(uow, event)
            uow.commit()


def _carry(uow: UnitOfWork, event: Due) -> None:
    moment = uow.moments.get(event.moment_id)
    person = uow.people.get(moment.coachee_id) if moment else None
    assert moment and person  # noqa: S101, PT018 - nobody else is at work here
    uow.moments.settle(moment, event.at)
    coming = _next(moment, person, event.at)
    assert coming.key not in uow.moments.keys(person.id, "weekly")  # noqa: S101 - likewise
    uow.moments.plan_anew(coming)
    uow.outbox.add(_row(moment, person, event.at))


def _next(moment: Moment, person: Coachee, now: datetime) -> Moment:
    assert person.slot  # noqa: S101 - everybody here has one
    found = next_slot(person.slot, now, person.tz, Calendar(person.country))
    key = f"checkin:{person.id}:{found.key_week}"
    return Moment(f"n{moment.id}", key, person.id, "weekly", found.at, found.at)


def _row(moment: Moment, person: Coachee, now: datetime) -> Dispatch:
    return Dispatch(moment.key, person.id, "post", person.address, now, now)


async def tick(store: Store) -> int:
    """Carry everything that is due; nothing is sent."""
    return await moments_tick(store.run, store.open_uow, Weekly(store.open_uow), lambda: NOW)


async def fire(store: Store) -> Gauge:
    """Measure how long everything that is due takes."""
    async with gauged() as gauge:
        gauge.ops = await tick(store)
    return gauge


async def idle(store: Store) -> Gauge:
    """Measure ticks with nothing due, after a first one that warms up."""
    await tick(store)
    async with gauged() as gauge:
        for _ in range(IDLE_TICKS):
            began = time.perf_counter()
            assert await tick(store) == 0  # noqa: S101 - otherwise it is not idle
            gauge.times.append(time.perf_counter() - began)
        gauge.ops = IDLE_TICKS
    return gauge


async def start(url: str) -> Gauge:
    """Measure the way from a process without a database to its first tick with nothing due."""
    async with gauged() as gauge:
        store = open_store(url, KEY)
        assert await store.ready()  # noqa: S101 - every process asks first
        await tick(store)
        gauge.ops = 1
    store.close()
    return gauge


async def measure(url: str, what: str) -> Gauge:
    """Measure one thing in a database that is filled already."""
    if what == "start":
        return await start(url)
    store = open_store(url, KEY)
    try:
        return await (fire(store) if what == "fire" else idle(store))
    finally:
        store.close()


def main() -> None:
    """Fill the database, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--due", type=int, required=True)
    parser.add_argument("--measure", choices=("fire", "idle", "start"), default="fire")
    options = parser.parse_args()
    filled(options.database, options.people, options.due)
    share_interpreter()
    gauge = asyncio.run(measure(options.database, options.measure))
    if options.measure == "fire":
        assert gauge.ops == options.due  # noqa: S101 - otherwise the figures are of something else
    tell(gauge.measured())


if __name__ == "__main__":
    main()
