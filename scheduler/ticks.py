"""What is due becomes an event: claims moments and hands them to the engine."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
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

GROUPS_AT_ONCE = 6
"""They keep PostgreSQL's pool busy, and on SQLite share a commit: a click waits behind so many."""

log = logging.getLogger(__name__)

HandleDue = Callable[[Sequence[Due]], None]
"""Carries moments in one unit of work."""

Ending = Literal["done", "left", "busy"]


async def moments_tick(
    run: Run, open_uow: OpenUnitOfWork, handle_due: HandleDue, now: Callable[[], datetime]
) -> int:
    """Carry all due moments through the engine and return how many; the sweep sends what comes.

    A moment that fails stays leased and comes back after the lease.
    """
    return await _Tick(run, open_uow, handle_due, now).all()


@dataclass(frozen=True, slots=True)
class _Tick:
    run: Run
    open_uow: OpenUnitOfWork
    handle_due: HandleDue
    now: Callable[[], datetime]

    async def all(self) -> int:
        """Carry batches until nothing is due, or the database has enough to do."""
        endings: Counter[Ending] = Counter()
        while not endings["busy"] and (moments := await rerun(self.run, self._claimed)):
            try:
                endings.update(await self._batch(_grouped(moments)))
            except asyncio.CancelledError:
                await insist(self.run, self._released, moments)
                raise
        return endings["done"]

    def _claimed(self) -> Sequence[Moment]:
        with self.open_uow() as uow:
            moments = uow.moments.claim(self.now(), BATCH, LEASE)
            uow.commit()
        return moments

    def _released(self, moments: Sequence[Moment]) -> None:
        with self.open_uow() as uow:
            uow.moments.release(moments)
            uow.commit()

    async def _batch(self, groups: Sequence[list[Moment]]) -> list[Ending]:
        places = asyncio.Semaphore(GROUPS_AT_ONCE)

        async def in_turn(group: list[Moment]) -> list[Ending]:
            async with places:
                return await self._group(group)

        return list(chain(*await asyncio.gather(*map(in_turn, groups))))

    async def _group(self, group: list[Moment]) -> list[Ending]:
        """Carry moments together; if one of them does not let it, each by itself."""
        try:
            await self._carry(group)
        except Busy:
            log.warning("moments.busy", extra={"moments": len(group)})
            return ["busy"]
        except Exception:  # noqa: BLE001 - it is met again, and reported, below
            return [await self._alone(moment) for moment in group]
        return ["done"] * len(group)

    async def _alone(self, moment: Moment) -> Ending:
        ids = {"moment_id": moment.id, "kind": moment.kind, "coachee_id": moment.coachee_id}
        try:
            await self._carry([moment])
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

    async def _carry(self, group: list[Moment]) -> None:
        now = self.now()
        await rerun(self.run, self.handle_due, [Due(moment.id, now) for moment in group])


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
