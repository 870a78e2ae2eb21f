"""The wide road: what is due and nobody holds, claimed, composed and marked many rows at a time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from weakref import WeakValueDictionary

from bot.errors import Busy, Conflict, SendFailed
from bot.outbox import Dispatch, Verb
from bot.pace import Paces
from scheduler.appetite import Appetite
from scheduler.bridge import Run, insist, rerun
from scheduler.courier import LEASE, Courier, ids_of
from scheduler.faults import report
from scheduler.hunger import Hunger
from scheduler.lanes import Lanes
from scheduler.marks import GROUP, Mark, Marks
from scheduler.parcels import Parcel, Parcels
from scheduler.tasks import Tasks

PACKED_TOGETHER = 2 * GROUP
"""Rows composed in one transaction: clicks of their people wait for it."""

log = logging.getLogger(__name__)

ASKS: frozenset[Verb] = frozenset({"profile", "roster", "directory"})
"""What is learned from these may have to be said at once, by whoever learned it."""

Locks = WeakValueDictionary[str, asyncio.Lock]
"""One lock a person, so that both roads of a process keep the order."""


@dataclass(frozen=True, slots=True)
class _Hold:
    """What this road keeps for a row of which it has the lease."""

    bucket: str
    lock: asyncio.Lock


class Bulk:
    """Carries rows of all lanes; `one_by_one` empties the queue of somebody who needs it."""

    def __init__(
        self,
        run: Run,
        parcels: Parcels,
        courier: Courier,
        paces: Paces,
        lanes: Lanes,
        locks: Locks,
        tasks: Tasks,
        now: Callable[[], datetime],
        one_by_one: Callable[[str], Awaitable[int]],
    ) -> None:
        self._run = run
        self._parcels = parcels
        self._courier = courier
        self._paces = paces
        self._lanes = lanes
        self._locks = locks
        self._tasks = tasks
        self._now = now
        self._one_by_one = one_by_one
        self._marks = Marks(lambda group: tasks.start(self._mark(group)))
        self._hunger = Hunger(lanes)
        self._appetite = Appetite()
        self._mine: dict[int, _Hold] = {}
        self._singles = 0
        self._under_way = 0
        self._settled = 0
        self._stir = asyncio.Event()
        self._closing = False

    async def sweep(self, limit: int) -> int:
        """Send all rows that are due and nobody holds; return how many were settled."""
        before = self._settled
        self._hunger.wake()
        claiming: asyncio.Task[int] | None = None
        while not self._closing:
            claiming = claiming or self._claiming(limit)
            await self._begin()
            if self._mine or self._singles:
                await self._stirred()
            elif claiming:
                await asyncio.wait([claiming])
            elif not await self._hunger.linger(self._now()):
                break
            if claiming and claiming.done():
                claiming.result()
                claiming = None
        if claiming:
            await asyncio.wait([claiming])
            await self._give_back()
        return self._settled - before

    async def close(self) -> None:
        """Begin nothing new, and give back what was not begun."""
        self._closing = True
        self._stir.set()
        await self._give_back()

    def mark(self) -> None:
        """Write down at once what has been sent."""
        self._marks.write()

    def _claiming(self, limit: int) -> asyncio.Task[int] | None:
        """Begin to claim, if there is anything to expect; meanwhile what is here goes on."""
        now = self._now()
        if not self._hunger.wants(now):
            return None
        missed = self._courier.counts["missed"]
        limit = self._appetite.limit(limit, len(self._mine), missed)
        self._hunger.asks()
        if not limit:
            return None
        return self._tasks.start(self._claim(limit, now))

    async def _claim(self, limit: int, now: datetime) -> int:
        try:
            room = self._lanes.room(limit, now)
            claimed = await rerun(self._run, self._parcels.claim, now, limit, LEASE, room)
            taken = [row for row in claimed.rows if await self._take(row)]
            self._hunger.fed(claimed, limit, {self._mine[row.id].bucket for row in taken})
        finally:
            self._stir.set()
        now = self._now()
        by_itself = [row for row in taken if row.occurrence]
        self._admit(by_itself, {row.id: Parcel(row, None, now) for row in by_itself}, packed=False)
        if at_once := [row for row in taken if not row.occurrence]:
            self._tasks.start(self._pack(at_once))
        return len(claimed.rows)

    async def _take(self, row: Dispatch) -> bool:
        """Keep the person's order; where the narrow road is at work, the row goes there."""
        lock = self._locks.setdefault(row.coachee_id, asyncio.Lock())
        if lock.locked():
            self._singly(row)
            return False
        await lock.acquire()  # which nobody else can do meanwhile
        bucket = self._paces.bucket(row.lane)
        self._mine[row.id] = _Hold(bucket, lock)
        self._lanes.expect(bucket)
        return True

    async def _begin(self) -> None:
        entered = list(self._lanes.enter(self._now()))
        self._under_way += len(entered)
        for parcel in entered:
            if parcel.carry is not None:
                self._tasks.start(self._send(parcel))
        if unpacked := [parcel.dispatch for parcel in entered if parcel.carry is None]:
            self._tasks.start(self._pack_at_last(unpacked))
        await self._give_back()

    async def _stirred(self) -> None:
        now = self._now()
        patience = self._hunger.patience(now, self._lanes.next_at(now))
        try:
            async with asyncio.timeout(patience):
                await self._stir.wait()
        except TimeoutError:
            return
        self._stir.clear()

    async def _pack(self, rows: Sequence[Dispatch]) -> int:
        for first in range(0, len(rows), PACKED_TOGETHER):
            unit = rows[first : first + PACKED_TOGETHER]
            if self._closing:
                await self._courier.release(*unit)
                self._admit(unit, {})
            else:
                self._admit(unit, await self._packed(unit))
            self._stir.set()
        return 0

    async def _pack_at_last(self, rows: Sequence[Dispatch]) -> int:
        """Compose what comes by itself only now: meanwhile it may have been called off."""
        packed = {} if self._closing else await self._packed(rows)
        for row in rows:
            parcel = packed.get(row.id)
            if parcel is not None and parcel.carry is not None:
                self._tasks.start(self._send(parcel))
                continue
            self._under_way -= 1
            self._leave(row)
            if parcel is not None:
                self._settle(1)
                self._courier.counted("nothing", row)
        if self._closing:
            await self._courier.release(*rows)
        return 0

    async def _packed(self, rows: Sequence[Dispatch]) -> dict[int, Parcel]:
        """Compose messages together; those that are missing are left, or go one by one."""
        in_order = sorted(rows, key=lambda row: row.coachee_id)  # nobody waits in a circle
        try:
            packed = await rerun(self._run, self._parcels.pack, in_order, self._now())
        except Busy:
            log.warning("dispatch.busy", extra={"rows": len(rows)})
            return {}
        except Exception:  # noqa: BLE001 - one by one it turns out whose fault it is
            for row in rows:
                self._singly(row)
            return {}
        return {parcel.dispatch.id: parcel for parcel in packed}

    def _admit(
        self, rows: Sequence[Dispatch], parcels: dict[int, Parcel], *, packed: bool = True
    ) -> None:
        for row in rows:
            parcel = parcels.get(row.id)
            if parcel is not None and (parcel.carry is not None or not packed):
                self._lanes.admit(self._mine[row.id].bucket, parcel)
                continue
            self._lanes.admit(self._mine[row.id].bucket, None)
            self._unlock(row)
            if parcel is not None:
                self._settle(1)
                self._courier.counted("nothing", row)

    async def _send(self, parcel: Parcel) -> int:
        dispatch, mark = parcel.dispatch, None
        try:
            mark = await self._courier.carry(parcel)
        except SendFailed as error:
            await self._failed(dispatch, error)
        except (Busy, Conflict):
            log.warning("dispatch.busy", extra=ids_of(dispatch))
        except Exception as error:  # noqa: BLE001 - one row's fault never stops the others
            self._courier.crashed("dispatch.crashed", error, dispatch)
        finally:
            self._under_way -= 1
            if mark is None:
                self._leave(dispatch)
        if mark is not None:
            self._marks.add(mark, last=not self._under_way)
        elif not self._under_way:
            self._marks.write()
        return 0

    async def _failed(self, dispatch: Dispatch, error: SendFailed) -> None:
        try:
            settled = await self._courier.failed(dispatch, error)
        except (Busy, Conflict):
            log.warning("dispatch.busy", extra=ids_of(dispatch))
            return
        self._settle(settled)
        if settled:
            self._singly(dispatch)  # another message may take its place

    async def _mark(self, group: Sequence[Mark]) -> int:
        try:
            settled = await insist(self._run, self._parcels.sent_all, group, self._now())
        except Busy:
            log.warning("dispatch.busy", extra={"rows": len(group)})
        except Exception as error:  # noqa: BLE001 - one by one it turns out whose fault it is
            report("dispatch.unmarked", error, rows=len(group))
            await self._mark_singly(group)
        else:
            for dispatch, _ in group:
                self._courier.counted("sent" if dispatch.id in settled else "lost", dispatch)
            self._settle(len(settled))
        finally:
            for dispatch, _ in group:
                self._leave(dispatch)
                if dispatch.verb in ASKS:
                    self._singly(dispatch)
        return 0

    async def _mark_singly(self, group: Sequence[Mark]) -> None:
        for dispatch, carried in group:
            try:
                write = self._parcels.sent
                self._settle(await self._courier.recorded("sent", write, dispatch, carried))
            except (Busy, Conflict):
                log.warning("dispatch.busy", extra=ids_of(dispatch))

    def _singly(self, row: Dispatch) -> None:
        async def emptied() -> int:
            try:
                self._settle(await self._one_by_one(row.coachee_id))
            finally:
                self._singles -= 1
                self._stir.set()
            return 0

        self._singles += 1
        self._tasks.start(emptied())

    async def _give_back(self) -> None:
        stale = self._lanes.stale(self._now(), everything=self._closing)
        if stale:
            await self._courier.release(*(parcel.dispatch for parcel in stale))
        for parcel in stale:
            self._unlock(parcel.dispatch)

    def _settle(self, rows: int) -> None:
        self._settled += rows
        if rows:
            self._hunger.grow()

    def _leave(self, dispatch: Dispatch) -> None:
        self._lanes.leave(self._mine[dispatch.id].bucket, self._now())
        self._unlock(dispatch)
        self._stir.set()

    def _unlock(self, dispatch: Dispatch) -> None:
        self._mine.pop(dispatch.id).lock.release()
