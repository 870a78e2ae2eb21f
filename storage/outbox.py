"""What is to be sent, in order per person; a lease says which process may send it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    Update,
    bindparam,
    exists,
    func,
    select,
    update,
)
from typing_extensions import override

from bot.errors import HeldElsewhere, NoTurn
from bot.outbox import Claimed, Dispatch, Verb
from bot.pace import UNPACED, Paces
from bot.ports import NO_MATTER, Outbox
from storage.buckets import Buckets
from storage.leases import claiming
from storage.mapping import columns, values
from storage.scope import Scope
from storage.spellings import among, among_numbers
from storage.statements import insert_new
from storage.tables import outbox
from storage.turns import Turns

FEW = 10
"""Lanes share what a claim may take, but so many rows of each are worth a statement."""

_COLUMNS = columns(outbox, Dispatch)
_UNSETTLED = outbox.c.settled_at.is_(None)
_MINE = (outbox.c.coachee_id == bindparam("of_coachee"), _UNSETTLED)
_HELD = (outbox.c.id == bindparam("of_id"), outbox.c.lease == bindparam("of_lease"), _UNSETTLED)

_ANY_HELD = (
    outbox.c.id.in_(among_numbers("of_ids")),
    outbox.c.lease == bindparam("of_lease"),
    _UNSETTLED,
)


_first, _older, _said = (outbox.alias(name) for name in ("first", "older", "said"))


def _lately(to: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    """What a conversation was told after `since`."""
    return (
        _said.c.coachee_id == to,
        _said.c.settled_at > bindparam("since"),
        _said.c.verb == "post",
        _said.c.outcome == "sent",
    )


_CLAIM = claiming(
    outbox,
    _first,
    "id",
    _first.c.settled_at.is_(None),
    _first.c.lane == bindparam("in_lane"),
    _first.c.due_at <= bindparam("now"),
    _first.c.not_before <= bindparam("now"),
    ~exists().where(
        _older.c.coachee_id == _first.c.coachee_id,
        _older.c.settled_at.is_(None),
        _older.c.id < _first.c.id,
    ),
    ~exists().where(*_lately(_first.c.coachee_id)),
    order=(_first.c.due_at, _first.c.id),
    returned=_COLUMNS,
)
_ADD = insert_new(outbox, outbox.c.key, told=False)
_OLDEST = select(*_COLUMNS).where(*_MINE).order_by(outbox.c.id).limit(1)
_SETTLE = (
    update(outbox)
    .where(*_HELD)
    .values(settled_at=bindparam("at"), outcome=bindparam("how"))
    .returning(outbox.c.id)
)
_RETRY = (
    update(outbox)
    .where(*_HELD)
    .values(not_before=bindparam("at"), attempts=outbox.c.attempts + 1, lease="", leased_until=None)
    .returning(outbox.c.id)
)
_HELD_NOW = select(outbox.c.id).where(*_ANY_HELD)
_SETTLE_ALL = (
    update(outbox)
    .where(*_ANY_HELD)
    .values(settled_at=bindparam("at"), outcome=bindparam("how"))
    .returning(outbox.c.id)
)
_RELEASE = (
    update(outbox)
    .where(
        outbox.c.coachee_id.in_(among("of_coachees")),
        outbox.c.lease == bindparam("of_lease"),
        _UNSETTLED,
    )
    .values(lease="", leased_until=None)
)
_LET_GO = (
    update(outbox)
    .where(outbox.c.lease == bindparam("of_lease"), outbox.c.leased_until.is_not(None), _UNSETTLED)
    .values(lease="", leased_until=None)
)
_SPOKEN_AT = select(func.max(_said.c.settled_at)).where(*_lately(bindparam("of_coachee")))
_PENDING = select(func.count()).where(*_MINE)
_DROP = (
    update(outbox)
    .where(*_MINE, outbox.c.verb.in_(among("verbs")))
    .values(settled_at=bindparam("at"), outcome=bindparam("how"))
    .returning(outbox.c.id)
)


class StoredOutbox(Outbox):
    """Rows are leased under this process's own name, `lease`."""

    def __init__(self, scope: Scope, lease: str) -> None:
        self._scope = scope
        self._lease = lease

    @override
    def add(self, dispatch: Dispatch) -> None:
        lease = self._lease if dispatch.leased_until else ""
        self._scope.later(_ADD, values(dispatch, "id") | {"lease": lease, "lane": dispatch.lane})

    @override
    def claim(
        self,
        now: datetime,
        limit: int,
        lease: timedelta,
        paces: Paces = UNPACED,
        room: Mapping[str, int] = NO_MATTER,
    ) -> Claimed:
        turns = Turns(self._scope, paces, now)
        lanes = turns.lanes(room, most=max(1, limit // FEW))
        rows: list[Dispatch] = []
        for number, lane in enumerate(lanes):
            share = -((len(rows) - limit) // (len(lanes) - number))
            most = min(share, room.get(paces.bucket(lane), share))
            times = turns.of(lane, most)
            taken = self._taken(lane, now, len(times), lease, paces) if times else []
            turns.use(lane, len(taken), most)
            rows += [
                replace(row, not_before=at) if paces.of(lane).limited else row
                for row, at in zip(taken, times, strict=False)
            ]
        turns.save()
        return Claimed(rows, turns.again_at)

    @override
    def own(self, coachee_id: str, now: datetime) -> Dispatch | None:
        rows = self._scope.rows(_OLDEST, {"of_coachee": coachee_id})
        dispatch = Dispatch(*rows[0]) if rows else None
        if dispatch is None or dispatch.leased_until is None or dispatch.leased_until <= now:
            return None
        if dispatch.lease != self._lease:
            raise HeldElsewhere(coachee_id)
        return dispatch if dispatch.not_before <= now else None

    @override
    def held(self, dispatches: Sequence[Dispatch]) -> set[int]:
        return self._of_mine(_HELD_NOW, dispatches)

    @override
    def turn(self, dispatch: Dispatch, now: datetime, until: datetime, paces: Paces) -> Dispatch:
        pace, name = paces.of(dispatch.lane), paces.bucket(dispatch.lane)
        spoken_at = self._spoken_at(dispatch, now - pace.apart) if pace.apart else None
        if spoken_at is not None:
            raise NoTurn(spoken_at + pace.apart)
        buckets = Buckets(self._scope)
        held = buckets.hold(name, now) if pace.limited else None
        free_at = held or buckets.look([name]).get(name, now)
        taken, full_at = pace.turns(free_at, now, until, 1)
        if not taken:
            raise NoTurn(free_at - pace.slack)
        if pace.limited:
            buckets.put({name: full_at})
        return replace(dispatch, not_before=taken[0])

    @override
    def shut(self, dispatch: Dispatch, until: datetime, paces: Paces) -> None:
        buckets, name = Buckets(self._scope), paces.bucket(dispatch.lane)
        pace = paces.of(dispatch.lane)
        buckets.put({name: pace.shut(buckets.hold(name, until), until)})

    @override
    def settle(self, dispatch: Dispatch, at: datetime, outcome: str) -> bool:
        return self._close(_SETTLE, dispatch, at=at, how=outcome)

    @override
    def settle_all(self, dispatches: Sequence[Dispatch], at: datetime, outcome: str) -> set[int]:
        return self._of_mine(_SETTLE_ALL, dispatches, at=at, how=outcome)

    @override
    def retry(self, dispatch: Dispatch, not_before: datetime) -> bool:
        given = self._close(_RETRY, dispatch, at=not_before)
        if given:
            self.release([dispatch.coachee_id])  # nobody waits here for those behind it
        return given

    @override
    def release(self, coachee_ids: Collection[str]) -> None:
        people = {"of_coachees": sorted(coachee_ids), "of_lease": self._lease}
        self._scope.rows(_RELEASE, people)

    @override
    def let_go(self) -> None:
        self._scope.rows(_LET_GO, {"of_lease": self._lease})

    @override
    def pending(self, coachee_id: str) -> int:
        return int(self._scope.rows(_PENDING, {"of_coachee": coachee_id})[0][0])

    @override
    def drop(self, coachee_id: str, verbs: Sequence[Verb], at: datetime, outcome: str) -> int:
        which = {"of_coachee": coachee_id, "verbs": list(verbs), "at": at, "how": outcome}
        return len(self._scope.rows(_DROP, which))

    def _taken(
        self, lane: str, now: datetime, most: int, lease: timedelta, paces: Paces
    ) -> list[Dispatch]:
        claim = {"in_lane": lane, "now": now, "since": now - paces.of(lane).apart}
        claim |= {"most": most, "mine": self._lease, "until": now + lease}
        taken = [Dispatch(*row) for row in self._scope.rows(_CLAIM, claim)]
        return sorted(taken, key=lambda dispatch: (dispatch.not_before, dispatch.id))

    def _spoken_at(self, dispatch: Dispatch, since: datetime) -> datetime | None:
        which = {"of_coachee": dispatch.coachee_id, "since": since}
        at: datetime | None = self._scope.rows(_SPOKEN_AT, which)[0][0]
        return at

    def _of_mine(
        self, statement: Executable, dispatches: Sequence[Dispatch], **changes: Any
    ) -> set[int]:
        if not dispatches:
            return set()
        rows = self._scope.rows(statement, self._mine(dispatches) | changes)
        return {row[0] for row in rows}

    def _mine(self, dispatches: Sequence[Dispatch]) -> dict[str, Any]:
        return {"of_ids": [dispatch.id for dispatch in dispatches], "of_lease": self._lease}

    def _close(self, statement: Update, dispatch: Dispatch, **changes: Any) -> bool:
        held = {"of_id": dispatch.id, "of_lease": self._lease}
        return bool(self._scope.rows(statement, held | changes))
