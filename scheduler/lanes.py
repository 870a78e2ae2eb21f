"""One lane per limit of a workspace: what waits there, how much is under way, when it is silent.

So a slow or silent workspace costs nobody else's time; and what a lane cannot begin soon goes
back to the outbox, so that nothing stays composed for long.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from scheduler.parcels import Parcel

ENOUGH = timedelta(seconds=5)
"""A lease with less than this left is not worth starting a call for."""

FRESH = timedelta(seconds=2)
"""How long a message that was composed may wait for a place."""

EARLY = timedelta(milliseconds=2)
"""A turn that comes within this is not worth waiting for in the lane."""

TO_PACK = timedelta(milliseconds=60)
"""So long before its turn a message begins to be composed that comes by itself."""


@dataclass(slots=True)
class _Lane:
    room: int | None = None
    waiting: deque[Parcel] = field(default_factory=deque)
    expected: int = 0
    busy: int = 0
    silent_until: datetime | None = None

    def silent(self, now: datetime) -> bool:
        return self.silent_until is not None and now < self.silent_until

    @property
    def held(self) -> int:
        return len(self.waiting) + self.expected


class Lanes:
    """All lanes of this process. In each, at most `at_once` are under way or not marked yet."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._lanes: dict[str, _Lane] = {}

    def expect(self, bucket: str) -> None:
        """Keep room for a row that is being packed."""
        self._lanes.setdefault(bucket, _Lane()).expected += 1

    def admit(self, bucket: str, parcel: Parcel | None) -> None:
        """Let what was expected wait for a place; None if it does not come."""
        lane = self._lanes[bucket]
        lane.expected -= 1
        if parcel is not None:
            lane.waiting.append(parcel)

    def silence(self, bucket: str, until: datetime) -> None:
        """Start nothing in this lane until then."""
        lane = self._lanes.setdefault(bucket, _Lane())
        lane.silent_until = max(until, lane.silent_until or until)

    def silent(self, bucket: str, now: datetime) -> bool:
        """Tell whether the lane asked to be left alone."""
        lane = self._lanes.get(bucket)
        return lane is not None and lane.silent(now)

    def room(self, limit: int, now: datetime) -> Mapping[str, int]:
        """Tell how many rows lanes may take; those that are not named take what they get."""
        return {bucket: self._room(lane, limit, now) for bucket, lane in self._lanes.items()}

    def low(self, bucket: str, limit: int) -> bool:
        """Tell whether a lane will soon have nothing to begin."""
        lane = self._lanes.get(bucket)
        return lane is None or not self._has_enough(lane, limit)

    def enter(self, now: datetime) -> Iterator[Parcel]:
        """Give free places to those whose turn has come, oldest first."""
        for bucket, lane in list(self._lanes.items()):
            while (parcel := self._next(lane, now)) and _begins_at(parcel) <= now:
                lane.busy += 1
                yield lane.waiting.popleft()
            self._drop_unused(bucket, now)

    def next_at(self, now: datetime) -> datetime | None:
        """When the next turn comes of those that have a place."""
        heads = (self._next(lane, now) for lane in self._lanes.values())
        return min((_begins_at(head) for head in heads if head), default=None)

    def leave(self, bucket: str, now: datetime) -> None:
        """Free a place."""
        self._lanes[bucket].busy -= 1
        self._drop_unused(bucket, now)

    def stale(self, now: datetime, *, everything: bool = False) -> list[Parcel]:
        """Take out what cannot begin soon; the lane takes fewer from now on."""
        out: list[Parcel] = []
        for lane in self._lanes.values():
            while lane.waiting and (everything or self._is_stale(lane, now)):
                out.append(lane.waiting.popleft())
                lane.room = self._at_once
        return out

    def _next(self, lane: _Lane, now: datetime) -> Parcel | None:
        if not lane.waiting or lane.busy >= self._at_once or lane.silent(now):
            return None
        return lane.waiting[0]

    def _is_stale(self, lane: _Lane, now: datetime) -> bool:
        return lane.silent(now) or lane.waiting[0].sendable_at + FRESH < now

    def _room(self, lane: _Lane, limit: int, now: datetime) -> int:
        if lane.silent(now) or self._has_enough(lane, limit):
            return 0
        room = limit if lane.room is None else lane.room
        lane.room = None if room * 2 > limit else room * 2
        return room

    def _has_enough(self, lane: _Lane, limit: int) -> bool:
        quick = lane.room is None
        return lane.held >= (max(limit // 2, self._at_once) if quick else self._at_once)

    def _drop_unused(self, bucket: str, now: datetime) -> None:
        lane = self._lanes[bucket]
        if not (lane.held or lane.busy or lane.silent(now)):
            del self._lanes[bucket]


def _begins_at(parcel: Parcel) -> datetime:
    return parcel.sendable_at - (TO_PACK if parcel.carry is None else EARLY)
