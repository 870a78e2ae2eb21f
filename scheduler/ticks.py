"""What is due becomes an event: claims moments and hands them to the engine."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal

from bot.errors import Busy, Conflict
from bot.events import Due
from bot.moments import Moment
from bot.ports import OpenUnitOfWork
from scheduler.bridge import Run, rerun
from scheduler.faults import report

BATCH = 250
"""Small enough that the event loop is never blocked for 50 ms."""

LEASE = timedelta(seconds=60)

AT_ONCE = 16
"""Turns share a commit on SQLite and the pool on PostgreSQL; clicks wait behind this many."""

log = logging.getLogger(__name__)

HandleDue = Callable[[Due], object]
Flush = Callable[[str], Awaitable[object]]
Ending = Literal["done", "left", "busy"]


async def moments_tick(
    run: Run,
    open_uow: OpenUnitOfWork,
    handle_due: HandleDue,
    flush: Flush,
    now: Callable[[], datetime],
) -> int:
    """Carry all due moments through the engine and send what came of it; return how many.

    A moment that fails stays leased and comes back after the lease. Sending goes on beside
    the next batches, so that a slow platform delays no other moment.
    """
    tick = _Tick(run, open_uow, handle_due, now)
    touched: asyncio.Queue[str | None] = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(_send(touched, flush))
        try:
            return await tick.all(touched)
        finally:
            for _ in range(AT_ONCE):
                touched.put_nowait(None)


@dataclass(frozen=True, slots=True)
class _Tick:
    run: Run
    open_uow: OpenUnitOfWork
    handle_due: HandleDue
    now: Callable[[], datetime]

    async def all(self, touched: asyncio.Queue[str | None]) -> int:
        """Carry batches until nothing is due, or the database has enough to do."""
        endings: Counter[Ending] = Counter()
        while not endings["busy"] and (moments := await rerun(self.run, self._claimed)):
            by_person: dict[str, list[Moment]] = {}
            for moment in moments:
                by_person.setdefault(moment.coachee_id, []).append(moment)
            endings.update(await self._batch(list(by_person.values())))
            for coachee_id in by_person:
                touched.put_nowait(coachee_id)
        return endings["done"]

    def _claimed(self) -> Sequence[Moment]:
        with self.open_uow() as uow:
            moments = uow.moments.claim(self.now(), BATCH, LEASE)
            uow.commit()
        return moments

    async def _batch(self, people: Sequence[list[Moment]]) -> list[Ending]:
        """Carry one person's moments one after the other, and several people at once."""
        places = asyncio.Semaphore(AT_ONCE)

        async def in_turn(moments: list[Moment]) -> list[Ending]:
            async with places:
                return [await self._carried(moment) for moment in moments]

        return list(chain(*await asyncio.gather(*map(in_turn, people))))

    async def _carried(self, moment: Moment) -> Ending:
        ids = {"moment_id": moment.id, "kind": moment.kind, "coachee_id": moment.coachee_id}
        try:
            await rerun(self.run, self.handle_due, Due(moment.id, self.now()))
        except Busy:
            log.warning("moment.busy", extra=ids)
            return "busy"
        except Conflict:
            log.warning("moment.conflict", extra=ids)
        except Exception as error:  # noqa: BLE001 - one poisoned moment never stops the others
            report("moment.crashed", error, **ids)
        else:
            return "done"
        return "left"


async def _send(touched: asyncio.Queue[str | None], flush: Flush) -> None:
    while (coachee_id := await touched.get()) is not None:
        try:
            await flush(coachee_id)
        except Exception as error:  # noqa: BLE001 - the sweep sends what is left
            report("moment.flush_crashed", error, coachee_id=coachee_id)
