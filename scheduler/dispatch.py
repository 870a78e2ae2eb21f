"""The door out: carries what the outbox holds to the platforms, in order per person."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.errors import Busy, Conflict, HeldElsewhere, NoTurn, SendFailed
from bot.pace import UNPACED, Paces
from bot.ports import Messenger, OpenUnitOfWork, Speaker
from scheduler.bridge import Run, insist, rerun
from scheduler.bulk import Bulk, Locks
from scheduler.courier import LEASE, PATIENCE, Courier
from scheduler.faults import report
from scheduler.lanes import Lanes
from scheduler.marks import GROUP
from scheduler.parcels import Parcel, Parcels, Unsayable
from scheduler.tasks import Tasks

TIMEOUT = timedelta(seconds=20)
GRACE = timedelta(seconds=3.5)
"""What is under way may still end; giving the rest back takes less than another second."""

BEHIND_ANOTHER = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between looks whether another process is done with a person for whom we have news."""

log = logging.getLogger(__name__)


class Dispatcher:
    """Sends rows and settles them, at least once each.

    `counts` tells, since the start, how many rows were sent, settled as nothing, retried,
    failed or lost, and how often something crashed that should not. `at_once` is how many
    calls of one kind a workspace may have under way, or answered and not marked yet: so many
    are repeated at most after a kill.
    """

    def __init__(
        self,
        run: Run,
        open_uow: OpenUnitOfWork,
        speaker: Speaker,
        messengers: Mapping[str, Messenger],
        now: Callable[[], datetime],
        *,
        jitter: random.Random,
        paces: Paces = UNPACED,
        at_once: int = GROUP,
        timeout: timedelta = TIMEOUT,
    ) -> None:
        self._run = run
        self._now = now
        self._locks = Locks()
        self._tasks = Tasks()
        self._closing = False
        self._parcels = parcels = Parcels(open_uow, speaker, paces)
        lanes = Lanes(at_once)
        self._courier = courier = Courier(
            run, parcels, messengers, paces, lanes, now, jitter=jitter, timeout=timeout
        )
        self._bulk = Bulk(
            run, parcels, courier, paces, lanes, self._locks, self._tasks, now, self._emptied
        )

    @property
    def counts(self) -> Counter[str]:
        """How rows ended since the start."""
        return self._courier.counts

    async def flush(self, coachee_id: str) -> int:
        """Send what this process holds of one person; return how many rows were settled.

        Never raises for a platform's or the engine's sake. When cancelled, the row under way
        is still finished in the background.
        """
        return await asyncio.shield(self._tasks.start(self._emptied(coachee_id, BEHIND_ANOTHER)))

    async def sweep(self, limit: int = 200) -> int:
        """Send all rows that are due and nobody holds; return how many were settled.

        Claims batches of `limit`; stays while rows are due whose turn comes within a second.
        """
        return await self._bulk.sweep(limit)

    async def close(self, grace: timedelta = GRACE) -> None:
        """Begin nothing new, let calls under way end, then give back what is still unsent."""
        self._closing = True
        await self._bulk.close()
        if not await self._tasks.finished(grace):
            self._bulk.mark()
            await self._tasks.cancel()
        try:
            await insist(self._run, self._parcels.let_go)
        except Busy:
            log.warning("dispatch.busy", extra={"work": "close"})  # leases end by themselves

    async def _emptied(self, coachee_id: str, pauses: tuple[float, ...] = ()) -> int:
        """Settle the person's rows one after the other; a fault stays with this person."""
        settled = 0
        async with self._locks.setdefault(coachee_id, asyncio.Lock()):
            try:
                while not self._closing and await self._next(coachee_id, pauses):
                    settled += 1
            except HeldElsewhere:
                log.debug("dispatch.held_elsewhere", extra={"coachee_id": coachee_id})
            except NoTurn:
                await rerun(self._run, self._parcels.release, coachee_id)
            except (Busy, Conflict):
                log.warning("dispatch.busy", extra={"coachee_id": coachee_id})
            except Exception as error:  # noqa: BLE001 - one person's fault never stops the others
                self.counts["crashed"] += 1
                report("dispatch.crashed", error, coachee_id=coachee_id)
        return settled

    async def _next(self, coachee_id: str, pauses: tuple[float, ...]) -> bool:
        """Settle one row; before that, wait for another process that sends to this person."""
        for pause in pauses:
            try:
                return await self._one(coachee_id)
            except HeldElsewhere:
                await asyncio.sleep(pause)
        return await self._one(coachee_id)

    async def _one(self, coachee_id: str) -> bool:
        """Settle the person's oldest row; false if it is not ours, or not now."""
        try:
            parcel = await self._picked(coachee_id)
        except Unsayable as fault:
            self._courier.crashed("dispatch.unsayable", fault.__cause__ or fault, fault.dispatch)
            return await self._courier.failed(fault.dispatch, SendFailed("unsayable"))
        if parcel is None:
            return False
        if parcel.carry is None:
            return self._courier.counted("nothing", parcel.dispatch)
        return await self._sent(parcel)

    async def _picked(self, coachee_id: str) -> Parcel | None:
        """Pack the oldest row; where its turn comes soon, wait for that once."""
        until = self._now() + PATIENCE
        try:
            return await rerun(self._run, self._parcels.pick, coachee_id, self._now(), until)
        except NoTurn as none:
            if none.at > until:
                raise
            await asyncio.sleep((none.at - self._now()).total_seconds())
        return await rerun(self._run, self._parcels.pick, coachee_id, self._now(), until)

    async def _sent(self, parcel: Parcel) -> bool:
        try:
            mark = await self._courier.carry(parcel)
        except SendFailed as error:
            return await self._courier.failed(parcel.dispatch, error)
        if mark is None:
            return False
        return await self._courier.recorded("sent", self._parcels.sent, *mark)


__all__ = ["LEASE", "Dispatcher"]
