"""Scheduling proper, without a dialogue: settle what is due, plan next week's, queue a row.

`--measure fire` carries all that is due, `idle` ticks while nothing is, `start` opens the
database and ticks once.
"""

import argparse
import asyncio
import time
from dataclasses import dataclass

from adapters.bench.gauge import Gauge, gauged, tell
from adapters.bench.population import KEY, filled
from adapters.bench.when import NOW
from bot.cadence import next_slot
from bot.events import Due
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.workdays import Calendar
from scheduler.ticks import moments_tick
from storage.store import Store, open_store

IDLE_TICKS = 200


@dataclass(frozen=True, slots=True)
class Weekly:
    """Does with a moment what every weekly message does, whatever it says."""

    open_uow: OpenUnitOfWork

    def __call__(self, due: Due) -> None:
        """Carry one moment."""
        with self.open_uow() as uow:
            moment = uow.moments.get(due.moment_id)
            if moment:
                carry(uow, moment, due)
                uow.commit()


def carry(uow: UnitOfWork, moment: Moment, due: Due) -> None:
    """Settle, plan, queue."""
    person = uow.people.get(moment.coachee_id)
    if person is None or person.slot is None:
        return
    uow.moments.settle(moment.id, due.at)
    found = next_slot(person.slot, due.at, person.tz, Calendar(person.country))
    key = f"checkin:{person.id}:{found.key_week}"
    uow.moments.plan(Moment(f"n{moment.id}", key, person.id, "weekly", found.at, found.at))
    uow.outbox.add(Dispatch(moment.key, person.id, "post", person.address, due.at, due.at))


async def tick(store: Store) -> int:
    """Carry everything that is due; nothing is sent."""
    return await moments_tick(
        store.run, store.open_uow, Weekly(store.open_uow), _unsent, lambda: NOW
    )


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


async def _unsent(_coachee_id: str) -> None:
    """Leave the row to whoever sends."""


def main() -> None:
    """Fill the database, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--due", type=int, required=True)
    parser.add_argument("--measure", choices=("fire", "idle", "start"), default="fire")
    options = parser.parse_args()
    filled(options.database, options.people, options.due)
    gauge = asyncio.run(measure(options.database, options.measure))
    if options.measure == "fire":
        assert gauge.ops == options.due  # noqa: S101 - otherwise the figures are of something else
    tell(gauge.measured())


if __name__ == "__main__":
    main()
