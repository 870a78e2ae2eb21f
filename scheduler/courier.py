"""Makes one call to a platform, and sees to what became of it."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.errors import Busy, Conflict, NoTurn, SendFailed
from bot.outbox import Dispatch
from bot.pace import Paces
from bot.ports import Messenger
from scheduler.backoff import again_at
from scheduler.bridge import Run, insist, rerun
from scheduler.faults import report
from scheduler.lanes import ENOUGH, Lanes
from scheduler.marks import Mark
from scheduler.parcels import Carried, Carry, Parcel, Parcels, failure

LEASE = timedelta(seconds=60)
MARGIN = timedelta(seconds=2)
"""A call ends this long before its lease does, so that nobody else has begun the same row."""

SILENCE = timedelta(seconds=5)
"""How long a workspace rests after a call got no answer at all."""

LATE = timedelta(milliseconds=40)
"""A call that would begin later than this after its turn takes another turn first.

With calls this late, and the network as slow again, a limit still holds in any second.
"""

MISSES = 8
"""How often a row may wait or miss its turn before somebody else has a try."""

PATIENCE = timedelta(seconds=3)
"""How long a row waits here for a turn; one that comes later is the sweep's matter."""

log = logging.getLogger(__name__)


class Courier:
    """Shared by both roads; `counts` is `Dispatcher.counts`."""

    def __init__(
        self,
        run: Run,
        parcels: Parcels,
        messengers: Mapping[str, Messenger],
        paces: Paces,
        lanes: Lanes,
        now: Callable[[], datetime],
        *,
        jitter: random.Random,
        timeout: timedelta,
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._run = run
        self._parcels = parcels
        self._messengers = messengers
        self._paces = paces
        self._lanes = lanes
        self._now = now
        self._jitter = jitter
        self._timeout = timeout

    async def carry(self, parcel: Parcel) -> Mark | None:
        """Send a row at its turn; None if it was given back or closed instead.

        Raises:
            SendFailed: the platform did not take it.
        """
        assert parcel.carry is not None  # noqa: S101 - what says nothing is settled already
        dispatch = None
        try:
            dispatch = await self._in_turn(parcel.dispatch)
        finally:
            if dispatch is None:
                await self.release(parcel.dispatch)
        if dispatch is None:
            return None
        try:
            return dispatch, await self._call(dispatch, parcel.carry, self._patience(dispatch))
        except asyncio.CancelledError:
            await insist(self._run, self._parcels.later, dispatch, self._now())
            raise

    async def release(self, *dispatches: Dispatch) -> None:
        """Give rows back untried, so that anybody can have them at once."""
        people = (dispatch.coachee_id for dispatch in dispatches)
        await insist(self._run, self._parcels.release, *people)

    async def failed(self, dispatch: Dispatch, error: SendFailed) -> bool:
        """Give a row back for later, or close it; true if it is settled."""
        now, until = self._now(), None
        if error.retry_after is not None:
            until = now + error.retry_after
            self._lanes.silence(self._paces.bucket(dispatch.lane), until)
        again = again_at(dispatch, error, now, self._jitter)
        log.warning("dispatch.failed", extra={**ids_of(dispatch), "reason": error.reason})
        if again is None:
            return await self.recorded(failure(error), self._parcels.failed, dispatch, error)
        given_back = await insist(self._run, self._parcels.later, dispatch, again, until)
        self.counted("retried" if given_back else "lost", dispatch)
        return False

    async def recorded(
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
            self.crashed("dispatch.unnoted", error, dispatch)
            settled = await insist(self._run, self._parcels.close, dispatch, outcome, self._now())
        self.counted(outcome.partition(":")[0] if settled else "lost", dispatch)
        return settled

    def counted(self, what: str, dispatch: Dispatch) -> bool:
        """Count how a row ended."""
        self.counts[what] += 1
        if log.isEnabledFor(logging.DEBUG):
            log.debug("dispatch.%s", what, extra=ids_of(dispatch))
        return True

    def crashed(self, event: str, error: BaseException, dispatch: Dispatch) -> None:
        """Report what should not happen."""
        self.counts["crashed"] += 1
        report(event, error, **ids_of(dispatch))

    async def _in_turn(self, dispatch: Dispatch) -> Dispatch | None:
        """Wait for the row's turn, or for another one if that was missed."""
        lane = dispatch.lane
        paced = self._paces.of(lane).limited
        for _ in range(MISSES):
            now = self._now()
            if paced and now - dispatch.not_before > LATE:
                self.counts["missed"] += 1
                try:
                    dispatch = await rerun(
                        self._run, self._parcels.turn, dispatch, now, now + PATIENCE
                    )
                except NoTurn:
                    return None
            elif dispatch.not_before > now:
                await asyncio.sleep((dispatch.not_before - now).total_seconds())
            else:
                until = dispatch.leased_until or now + LEASE
                silent = self._lanes.silent(self._paces.bucket(lane), now)
                return None if silent or until - now < ENOUGH + MARGIN else dispatch
        return None

    def _patience(self, dispatch: Dispatch) -> timedelta:
        now = self._now()
        return min(self._timeout, (dispatch.leased_until or now + LEASE) - now - MARGIN)

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
            bucket = self._paces.bucket(dispatch.lane)
            self._lanes.silence(bucket, self._now() + SILENCE)
            raise SendFailed("timeout") from error
        except Exception as error:
            self.crashed("dispatch.messenger_crashed", error, dispatch)
            raise SendFailed(type(error).__name__) from error


def ids_of(dispatch: Dispatch) -> dict[str, object]:
    """Name a row; not whose, where that would tell who had not answered a team's check-in."""
    reminds = (dispatch.occurrence or "").startswith("team_reminder:")
    return {
        "dispatch_id": dispatch.id,
        "coachee_id": "" if reminds else dispatch.coachee_id,
        "verb": dispatch.verb,
        "attempts": dispatch.attempts,
    }
