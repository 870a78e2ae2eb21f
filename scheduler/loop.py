"""The metronome: asks at intervals what is due. The memory is the database."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.errors import Busy
from bot.ports import OpenUnitOfWork
from scheduler.bridge import Run
from scheduler.dispatch import GRACE, Dispatcher
from scheduler.faults import report
from scheduler.purge import purge
from scheduler.ticks import HandleDue, moments_tick

SWEEP_EVERY = timedelta(seconds=1)
TICK_EVERY = timedelta(seconds=1)
"""What a killed process held is carried this soon after its lease; an idle tick is one query."""

JITTER = 0.15
"""Share of an interval by which ticks are moved, so that processes do not beat together."""

PURGE_EVERY = timedelta(hours=1)
CLOSE_EVERY = timedelta(hours=1)

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[object]]


async def _nothing() -> None:
    """Do nothing, where nobody says what to do."""


class Loop:
    """What a worker does all day: sweep the outbox, wake what is due, purge what is old.

    Every process may run one: rows and moments are claimed, never shared. `after_erasing`
    overwrites what erased people left in the files, `tidy` what closed rounds did;
    `close_months` publishes what can be said of months that are over.
    """

    def __init__(
        self,
        run: Run,
        open_uow: OpenUnitOfWork,
        handle_due: HandleDue,
        dispatcher: Dispatcher,
        now: Callable[[], datetime],
        *,
        after_erasing: Work = _nothing,
        tidy: Work = _nothing,
        close_months: Work = _nothing,
        sweep_every: timedelta = SWEEP_EVERY,
        tick_every: timedelta = TICK_EVERY,
    ) -> None:
        self._run = run
        self._open_uow = open_uow
        self._handle_due = handle_due
        self._dispatcher = dispatcher
        self._now = now
        self._after_erasing = after_erasing
        self._tidy = tidy
        self._unscrubbed = False
        self._works: dict[str, Work] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._stopping = False
        self._metronome: Any = AsyncIOScheduler(  # type: ignore[no-untyped-call] # has no types
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._every("sweep", dispatcher.sweep, sweep_every)
        self._every("tick", self.tick, tick_every, jitter=JITTER)
        self._every("purge", self.purge, PURGE_EVERY, jitter=JITTER)
        self._every("close", close_months, CLOSE_EVERY, jitter=JITTER)

    def start(self) -> None:
        """Begin at once, then at intervals; needs a running event loop."""
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it logs each beat twice
        self._metronome.start()
        for name in self._works:
            self._begin(name)

    async def stop(self, grace: timedelta = GRACE) -> None:
        """Stop the metronome and the dispatcher; what is under way after `grace` is given back.

        So another process can have unsent rows and unhandled moments at once.
        """
        self._stopping = True
        if self._metronome.running:
            self._metronome.shutdown()
        closing = asyncio.create_task(self._dispatcher.close(grace))
        works = list(self._under_way.values())
        if works:
            _, late = await asyncio.wait(works, timeout=grace.total_seconds())
            for work in late:
                work.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await closing

    async def run_once(self) -> int:
        """Tick and sweep until nothing is due at the present time; return how much was done."""
        done = 0
        while now_done := await self.tick() + await self._dispatcher.sweep():
            done += now_done
        return done

    async def tick(self) -> int:
        """Carry all due moments through the engine; what they say goes out with the sweep."""
        return await moments_tick(self._run, self._open_uow, self._handle_due, self._now)

    def tick_soon(self) -> None:
        """Begin a tick at once, in a process that ticks; after one that is under way, another."""
        if not self._metronome.running:
            return
        under_way = self._under_way.get("tick")
        if under_way is None:
            self._begin("tick")
        else:  # it may have looked for the last time already
            under_way.add_done_callback(lambda _: self._begin("tick"))

    async def purge(self) -> None:
        """Delete what was kept long enough."""
        gone = await purge(self._run, self._open_uow, self._now())
        log.info("purge.done", extra={"gone": {kind: rows for kind, rows in gone.items() if rows}})
        if gone["people"] or self._unscrubbed:
            await self.scrub()
        else:
            await self._tidy()

    async def scrub(self) -> None:
        """Overwrite what was erased; what fails is made good by the next purge."""
        self._unscrubbed = True
        await self._after_erasing()
        self._unscrubbed = False

    def _every(self, name: str, work: Work, interval: timedelta, jitter: float = 0) -> None:
        self._works[name] = work
        self._metronome.add_job(
            self._beat,
            "interval",
            args=(name,),
            id=name,
            seconds=interval.total_seconds(),
            jitter=jitter * interval.total_seconds() or None,
        )

    async def _beat(self, name: str) -> None:
        """Only begin the work: the metronome's shutdown would cancel what it awaits."""
        self._begin(name)

    def _begin(self, name: str) -> None:
        if name in self._under_way or self._stopping:
            return
        task = asyncio.create_task(self._safely(name, self._works[name]))
        self._under_way[name] = task
        task.add_done_callback(lambda _: self._under_way.pop(name, None))

    async def _safely(self, name: str, work: Work) -> None:
        try:
            await work()
        except Busy:
            log.warning("loop.busy", extra={"work": name})
        except Exception as error:  # noqa: BLE001 - the next beat tries again
            report("loop.crashed", error, work=name)
