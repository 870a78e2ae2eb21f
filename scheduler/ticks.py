"""What is due becomes an event: claims moments and hands them to the engine."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Literal

from bot.errors import Busy, Conflict
from bot.events import Due
from bot.moments import Moment
from bot.ports import OpenUnitOfWork
from scheduler.bridge import Run, insist, rerun
from scheduler.faults import report

BATCH = 250
"""Small enough that the event loop is never blocked for 50 ms."""

LEASE = timedelta(seconds=60)

GROUP = 20
"""Moments that share a unit of work; a click waits behind so many on SQLite."""

AT_ONCE = 16
"""People to whom it is sent at the same time."""

GROUPS_AT_ONCE = 2
"""Enough to keep PostgreSQL busy and to leave half of the pool to clicks."""

log = logging.getLogger(__name__)

HandleDue = Callable[[Sequence[Due]], Collection[str]]
"""Carries moments in one unit of work, and says whose queue has something to send."""

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
            try:
                endings.update(await self._batch(_grouped(moments), touched))
            except asyncio.CancelledError:
                await insist(self.run, self._released, moments)
                raise
        return endings["done"]

    def _claimed(self) -> Sequence[Moment]:
        with self.open_uow() as uow:
            moments = uow.moments.claim(self.now(), BATCH, LEASE)
            uow.commit()
        return moments

            try:
                endings.update(await self._batch(_grouped(moments), touched))
            except asyncio.CancelledError:
                await insist(self.run, self._released, moments)
                raise

        async def in_turn(group: list[Moment]) -> list[Ending]:
            async with places:
                return await self._group(group, touched)

        return list(chain(*await asyncio.gather(*map(in_turn, groups))))

    async def _group(self, group: list[Moment], touched: asyncio.Queue[str | None]) -> list[Ending]:
        """Carry moments together; if one of them does not let it, each by itself."""
        try:
            await self._carry(group, touched)
        except Busy:
            log.warning("moments.busy", extra={"moments": len(group)})
            return ["busy"]
        except Exception:  # noqa: BLE001 - it is met again, and reported, below
            return [await self._alone(moment, touched) for moment in group]
        return ["done"] * len(group)

    async def _alone(self, moment: Moment, touched: asyncio.Queue[str | None]) -> Ending:
        ids = {"moment_id": moment.id, "kind": moment.kind, "coachee_id": moment.coachee_id}
        try:
            await self._carry([moment], touched)
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

    async def _carry(self, group: list[Moment], touched: asyncio.Queue[str | None]) -> None:
        now = self.now()
        dues = [Due(moment.id, now) for moment in group]
        for coachee_id in await rerun(self.run, self.handle_due, dues):
            touched.put_nowait(coachee_id)


def _grouped(moments: Sequence[Moment]) -> list[list[Moment]]:
    """Put moments into groups, those of one person into the same one, in their order."""
    by_person: dict[str, list[Moment]] = {}
    for moment in moments:
        by_person.setdefault(moment.coachee_id, []).append(moment)
    groups: list[list[Moment]] = [[]]
    for of_one in by_person.values():
        if len(groups[-1]) + len(of_one) > GROUP:
            groups.append([])
        groups[-1] += of_one
    return [group for group in groups if group]


async def _send(touched: asyncio.Queue[str | None], flush: Flush) -> None:
    while (coachee_id := await touched.get()) is not None:
        try:
            await flush(coachee_id)
        except Exception as error:  # noqa: BLE001 - the sweep sends what is left
            report("moment.flush_crashed", error, coachee_id=coachee_id)
