"""The door out: carries what the outbox holds to the platforms, in order per person."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from bot.errors import Busy, Conflict, HeldElsewhere, SendFailed
from bot.outbox import Dispatch
from bot.ports import Messenger, OpenUnitOfWork, Speaker
from scheduler.backoff import again_at
from scheduler.bridge import Run, insist, rerun
from scheduler.faults import report
from scheduler.lanes import ENOUGH, Lanes, workspace_of
from scheduler.parcels import Carried, Carry, Parcel, Parcels, Unsayable, failure

LEASE = timedelta(seconds=60)
TIMEOUT = timedelta(seconds=20)
MARGIN = timedelta(seconds=2)
"""A call ends this long before its lease does, so that nobody else has begun the same row."""

SILENCE = timedelta(seconds=5)
"""How long a workspace rests after a call got no answer at all."""

BEHIND_ANOTHER = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds between looks whether another process is done with a person for whom we have news."""

LOOK_AGAIN = 1.0
"""Seconds after which a sweep looks for new rows although slow calls are still under way."""

log = logging.getLogger(__name__)


class Dispatcher:
    """Sends rows and settles them, at least once each.

    `counts` tells, since the start, how many rows were sent, settled as nothing, retried,
    failed or lost, and how often something crashed that should not.
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
        at_once: int = 16,
        timeout: timedelta = TIMEOUT,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._run = run
        self._open_uow = open_uow
        self._parcels = Parcels(open_uow, speaker)
        self._messengers = messengers
        self._now = now
        self._jitter = jitter
        self._timeout = timeout
        self._lanes = Lanes(at_once)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[int]] = set()
        self._closing = False

    async def flush(self, coachee_id: str) -> int:
        """Send what this process holds of one person; return how many rows were settled.

        Never raises for a platform's or the engine's sake. When cancelled, the row under way
        is still finished in the background.
        """
        return await asyncio.shield(self._start(self._emptied(coachee_id, BEHIND_ANOTHER)))

    async def sweep(self, limit: int = 100) -> int:
        """Send all rows that are due and nobody holds; return how many were settled.

        Claims batches of `limit` and holds at most ten of them for workspaces that answer.
        """
        settled, running = 0, set[asyncio.Task[int]]()
        while not self._closing:
            claimed = await self._claim(limit)
            running |= {
                self._start(self._in_lane(workspace, coachee_id))
                for workspace, coachee_id in self._lanes.enter(self._now())
            }
            if running:
                patience = 0 if claimed == limit else LOOK_AGAIN
                done, running = await asyncio.wait(
                    running, timeout=patience, return_when=asyncio.FIRST_COMPLETED
                )
                settled += sum(task.result() for task in done if not task.cancelled())
            elif not claimed:
                break
        return settled

    async def close(self, grace: timedelta = timedelta(seconds=10)) -> None:
        """Begin nothing new, let calls under way end, then give back what is still unsent."""
        self._closing = True
        if not self._tasks:
            return
        _, late = await asyncio.wait(self._tasks, timeout=grace.total_seconds())
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _start(self, work: Coroutine[Any, Any, int]) -> asyncio.Task[int]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _claim(self, limit: int) -> int:
        now = self._now()
        if self._lanes.waiting(now) >= 10 * limit:
            return 0
        rows = await rerun(self._run, self._claimed, now, limit)
        for row in rows:
            until = row.leased_until or now + LEASE
            self._lanes.admit(workspace_of(row.address), row.coachee_id, until, now)
        return len(rows)

    def _claimed(self, now: datetime, limit: int) -> list[Dispatch]:
        with self._open_uow() as uow:
            rows = list(uow.outbox.claim(now, limit, LEASE))
            uow.commit()
        return rows

    async def _in_lane(self, workspace: str, coachee_id: str) -> int:
        try:
            return await self._emptied(coachee_id)
        finally:
            self._lanes.leave(workspace, self._now())

    async def _emptied(self, coachee_id: str, pauses: tuple[float, ...] = ()) -> int:
        """Settle the person's rows one after the other; a fault stays with this person."""
        settled = 0
        async with self._locks.setdefault(coachee_id, asyncio.Lock()):
            try:
                while not self._closing and await self._next(coachee_id, pauses):
                    settled += 1
            except HeldElsewhere:
                log.debug("dispatch.held_elsewhere", extra={"coachee_id": coachee_id})
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
            parcel = await rerun(self._run, self._parcels.pick, coachee_id, self._now())
        except Unsayable as fault:
            self._crashed("dispatch.unsayable", fault.__cause__ or fault, fault.dispatch)
            return await self._failed(fault.dispatch, SendFailed("unsayable"))
        if parcel is None:
            return False
        if parcel.carry is None:
            return self._counted("nothing", parcel.dispatch)
        return await self._carried(parcel, parcel.carry)

    async def _carried(self, parcel: Parcel, carry: Carry) -> bool:
        dispatch, now = parcel.dispatch, self._now()
        workspace, until = workspace_of(dispatch.address), dispatch.leased_until or now + LEASE
        if until - now < ENOUGH + MARGIN:
            return False
        if self._lanes.silent(workspace, now):
            self._lanes.admit(workspace, dispatch.coachee_id, until, now)
            return False
        try:
            carried = await self._call(dispatch, carry, min(self._timeout, until - now - MARGIN))
        except SendFailed as error:
            return await self._failed(dispatch, error)
        except asyncio.CancelledError:
            await insist(self._run, self._parcels.later, dispatch, self._now())
            raise
        return await self._recorded("sent", self._parcels.sent, dispatch, carried)

    async def _call(self, dispatch: Dispatch, carry: Carry, patience: timedelta) -> Carried:
        messenger = self._messengers.get(dispatch.address.get("platform", ""))
        if messenger is None:
            raise SendFailed("unknown_platform", permanent=True)
        try:
            async with asyncio.timeout(patience.total_seconds()):
                return await carry(messenger)
        except SendFailed:
            raise
        except TimeoutError as error:
            self._lanes.silence(workspace_of(dispatch.address), self._now() + SILENCE)
            raise SendFailed("timeout") from error
        except Exception as error:
            self._crashed("dispatch.messenger_crashed", error, dispatch)
            raise SendFailed(type(error).__name__) from error

    async def _failed(self, dispatch: Dispatch, error: SendFailed) -> bool:
        now = self._now()
        if error.retry_after is not None:
            self._lanes.silence(workspace_of(dispatch.address), now + error.retry_after)
        again = again_at(dispatch, error, now, self._jitter)
        log.warning("dispatch.failed", extra={**_ids(dispatch), "reason": error.reason})
        if again is None:
            return await self._recorded(failure(error), self._parcels.failed, dispatch, error)
        given_back = await insist(self._run, self._parcels.later, dispatch, again)
        self._counted("retried" if given_back else "lost", dispatch)
        return False

    async def _recorded(
        self,
        outcome: str,
        write: Callable[..., bool],
        dispatch: Dispatch,
        result: Carried | SendFailed,
    ) -> bool:
        """Write down how it ended: without the engine if that crashes, lest the row repeat."""
        try:
            settled = await insist(self._run, write, dispatch, result, self._now())
        except (Busy, Conflict):
            raise
        except Exception as error:  # noqa: BLE001 - a fault of the engine must not repeat a message
            self._crashed("dispatch.unnoted", error, dispatch)
            settled = await insist(self._run, self._parcels.close, dispatch, outcome, self._now())
        self._counted(outcome.partition(":")[0] if settled else "lost", dispatch)
        return settled

    def _counted(self, what: str, dispatch: Dispatch) -> bool:
        self.counts[what] += 1
        log.debug("dispatch.%s", what, extra=_ids(dispatch))
        return True

    def _crashed(self, event: str, error: BaseException, dispatch: Dispatch) -> None:
        self.counts["crashed"] += 1
        report(event, error, **_ids(dispatch))


def _ids(dispatch: Dispatch) -> dict[str, object]:
    """Name a row; not whose, where that would tell who had not answered a team's check-in."""
    reminds = (dispatch.occurrence or "").startswith("team_reminder:")
    return {
        "dispatch_id": dispatch.id,
        "coachee_id": "" if reminds else dispatch.coachee_id,
        "verb": dispatch.verb,
        "attempts": dispatch.attempts,
    }
