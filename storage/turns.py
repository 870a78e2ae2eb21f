"""Which lanes of the outbox have something due, and how many rows each may give at present."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.pace import Paces
from storage.buckets import Buckets
from storage.scope import Scope
from storage.tables import outbox

AHEAD = timedelta(milliseconds=400)
"""How far ahead turns are taken, and so how long a click may have to wait behind a campaign."""

ENOUGH = AHEAD / 2
"""Nobody takes turns as long as others have them for this long: few claims, many rows each."""

LEAD = timedelta(milliseconds=60)
"""From a claim until its first turn: the message must be composed first."""

_next, _due = outbox.alias("next"), outbox.alias("due")
_first = select(outbox.c.lane).where(outbox.c.settled_at.is_(None)).order_by(outbox.c.lane).limit(1)
_lanes = select(_first.subquery("first").c.lane).cte("lanes", recursive=True)
_later = (
    select(_next.c.lane)
    .where(_next.c.settled_at.is_(None), _next.c.lane > _lanes.c.lane)
    .order_by(_next.c.lane)
    .limit(1)
)
# One step of the index for each lane in which anything waits, however much that is.
_lanes = _lanes.union_all(
    select(_later.scalar_subquery().label("lane")).where(_lanes.c.lane.is_not(None))
)
_earliest = (
    select(_due.c.due_at)
    .where(_due.c.settled_at.is_(None), _due.c.lane == _lanes.c.lane)
    .order_by(_due.c.due_at, _due.c.id)
    .limit(1)
)
_WAITING = select(_lanes.c.lane, _earliest.scalar_subquery().label("due_at")).where(
    _lanes.c.lane.is_not(None)
)


class Turns:
    """The turns that one claim takes, in one transaction with the rows that get them."""

    def __init__(self, scope: Scope, paces: Paces, now: datetime) -> None:
        self._scope = scope
        self._buckets = Buckets(scope)
        self._paces = paces
        self._now = now
        self._free_at: dict[str, datetime] = {}
        self._used: dict[str, datetime] = {}
        self.again_at: datetime | None = None

    def lanes(self, room: Mapping[str, int], most: int) -> list[str]:
        """Return lanes that may give rows, and lock their buckets.

        Those that waited longest come first, and where there are too many, whoever the time
        chooses: none of them has to wait for all the others.
        """
        waiting = [(at, lane) for lane, at in self._scope.execute(_WAITING) if at <= self._now]
        buckets = {lane: self._paces.bucket(lane) for _, lane in sorted(waiting)}
        buckets = {lane: name for lane, name in buckets.items() if room.get(name, 1) > 0}
        named = {name: lane for lane, name in buckets.items()}
        free_at = self._buckets.look(named)
        paced = {name for name, lane in named.items() if self._paces.of(lane).limited}
        self._buckets.add(paced - free_at.keys(), self._now)
        self._free_at = {name: free_at.get(name, self._now) for name in named}
        opened = {name for name, lane in named.items() if self._has_turns(name, lane)}
        self._free_at |= (locked := self._buckets.lock(paced & opened))
        if len(locked) < len(paced & opened):
            self._look_again(self._now + ENOUGH)
        opened -= paced - locked.keys()
        return self._some([lane for lane, name in buckets.items() if name in opened], most)

    def of(self, lane: str, most: int) -> list[datetime]:
        """Return turns for up to `most` rows of a lane."""
        name, pace = self._paces.bucket(lane), self._paces.of(lane)
        if not pace.limited:
            return [self._now] * most
        span = (self._now + LEAD, self._now + AHEAD)
        return pace.turns(self._free_at[name], *span, most)[0]

    def use(self, lane: str, turns: int, most: int) -> None:
        """Note how many of them were used, of how many that there was room for."""
        name, pace = self._paces.bucket(lane), self._paces.of(lane)
        if not pace.limited or not turns:
            return
        span = (self._now + LEAD, self._now + AHEAD)
        _, self._free_at[name] = pace.turns(self._free_at[name], *span, turns)
        self._used[name] = self._free_at[name]
        if turns < most:
            self._look_again(self._free_at[name] - pace.slack - ENOUGH)

    def save(self) -> None:
        """Write down what was used."""
        self._buckets.put(self._used)

    def _some(self, lanes: list[str], most: int) -> list[str]:
        if len(lanes) <= most:
            return lanes
        self._look_again(self._now)
        first = self._now.microsecond * len(lanes) // 1_000_000
        return (lanes[first:] + lanes[:first])[:most]

    def _has_turns(self, name: str, lane: str) -> bool:
        pace = self._paces.of(lane)
        turn = self._free_at[name] - pace.slack
        if not pace.limited:
            return turn <= self._now
        if turn > self._now + ENOUGH:
            self._look_again(turn - ENOUGH)
        return turn <= self._now + ENOUGH

    def _look_again(self, at: datetime) -> None:
        self.again_at = at if self.again_at is None else min(self.again_at, at)
