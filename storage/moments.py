"""What is due when; the key of an occurrence makes a repeat impossible."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Text, Update, bindparam, delete, func, or_, select, update
from typing_extensions import override

from bot.moments import Moment, MomentKind, in_turn
from bot.ports import Moments
from storage.leases import claiming, is_free
from storage.mapping import columns, values
from storage.scope import Rows, Scope
from storage.spellings import among
from storage.statements import insert_new
from storage.tables import moments

_COLUMNS = columns(moments, Moment)
_WHOSE = 2
"""Where a moment's row says whose it is."""

_PENDING = moments.c.settled_at.is_(None)
_MINE = (moments.c.coachee_id == bindparam("coachee_id"), _PENDING)

_PLAN = insert_new(moments, moments.c.key)
_PLAN_ANEW = insert_new(moments, moments.c.key, told=False)
_EVER = select(moments.c.coachee_id, moments.c.key).where(moments.c.kind == bindparam("kind"))
_KEYS = _EVER.where(moments.c.coachee_id == bindparam("coachee_id"))
_KEYS_OF_SEVERAL = _EVER.where(moments.c.coachee_id.in_(among("ids")))
_MOVE = (
    update(moments)
    .where(moments.c.key == bindparam("of_key"), _PENDING)
    .values(
        due_at=bindparam("at"),
        stage=func.coalesce(bindparam("to_stage", type_=Text), moments.c.stage),
        lease="",
        leased_until=None,
    )
    .returning(moments.c.id)
)
_AGAIN = (
    update(moments)
    .where(moments.c.key == bindparam("of_key"))
    .values(
        due_at=bindparam("at"),
        meant_at=bindparam("at"),
        settled_at=None,
        stage=bindparam("to_stage"),
        lease="",
        leased_until=None,
    )
    .returning(moments.c.id)
)
_MEANT = _MOVE.values(meant_at=bindparam("at"))
_CLAIM = claiming(
    moments,
    moments,
    "id",
    is_free(moments),
    _PENDING,
    moments.c.due_at <= bindparam("now"),
    order=(moments.c.due_at, moments.c.id),
    returned=_COLUMNS,
)
_GET = select(*_COLUMNS).where(moments.c.id == bindparam("id"), _PENDING)
_OWNERS = select(moments.c.coachee_id).where(moments.c.id.in_(among("ids"))).distinct()
_OF_SEVERAL = select(*_COLUMNS).where(moments.c.coachee_id.in_(among("ids")), _PENDING)
_SETTLE = (
    update(moments)
    .where(moments.c.id == bindparam("of_id"), _PENDING)
    .values(settled_at=bindparam("at"))
)
_RELEASE = (
    update(moments)
    .where(
        moments.c.id.in_(among("of_ids")),
        moments.c.lease == bindparam("of_lease"),
        _PENDING,
    )
    .values(lease="", leased_until=None)
)
_CANCEL = delete(moments).where(
    *_MINE,
    moments.c.kind.in_(among("kinds")),
    or_(bindparam("any_subject", type_=Boolean), moments.c.subject_id == bindparam("subject_id")),
)
_NEXT = select(func.min(moments.c.due_at)).where(_PENDING)
_OF = select(*_COLUMNS).where(*_MINE)


class StoredMoments(Moments):
    """A claimed moment stays pending until it is settled; a lost claim simply runs out."""

    def __init__(self, scope: Scope, lease: str) -> None:
        self._scope = scope
        self._lease = lease

    @override
    def plan(self, moment: Moment) -> bool:
        row = values(moment) | {"lease": ""}
        return bool(self._scope.rows(_PLAN, row))

    @override
    def plan_anew(self, moment: Moment) -> None:
        self._scope.later(_PLAN_ANEW, values(moment) | {"lease": ""})

    @override
    def keys(self, coachee_id: str, kind: MomentKind) -> frozenset[str]:
        rows = self._scope.rows(_KEYS, {"coachee_id": coachee_id, "kind": kind})
        return frozenset(key for _, key in rows)

    @override
    def move(
        self, key: str, due_at: datetime, *, meant: bool = False, stage: str | None = None
    ) -> bool:
        how = _MEANT if meant else _MOVE
        return self._change(how, of_key=key, at=due_at, to_stage=stage)

    @override
    def claim(self, now: datetime, limit: int, lease: timedelta) -> Sequence[Moment]:
        claim = {"now": now, "most": limit, "mine": self._lease, "until": now + lease}
        taken = [Moment(*row) for row in self._scope.rows(_CLAIM, claim)]
        return sorted(taken, key=in_turn)

    @override
    def release(self, claimed: Sequence[Moment]) -> None:
        ids = [moment.id for moment in claimed]
        self._scope.rows(_RELEASE, {"of_ids": ids, "of_lease": self._lease})

    @override
    def get(self, moment_id: str) -> Moment | None:
        return next((Moment(*row) for row in self._scope.rows(_GET, {"id": moment_id})), None)

    def owners(self, moment_ids: Sequence[str]) -> list[str]:
        """Say whose they are."""
        return [row[0] for row in self._scope.rows(_OWNERS, {"ids": list(moment_ids)})]

    def ahead(self, coachee_ids: Sequence[str]) -> None:
        """Read all that is planned for several people at once."""
        planned: dict[str, Rows] = {coachee_id: [] for coachee_id in coachee_ids}
        for row in self._scope.rows(_OF_SEVERAL, {"ids": list(planned)}):
            planned[row[_WHOSE]].append(row)
            self._scope.know(_GET, {"id": row[0]}, [row], whose=row[_WHOSE])
        for coachee_id, of_one in planned.items():
            self._scope.know(_OF, {"coachee_id": coachee_id}, of_one)
        self._keys_ahead(coachee_ids)

    def _keys_ahead(self, coachee_ids: Sequence[str]) -> None:
        ever: dict[str, Rows] = {coachee_id: [] for coachee_id in coachee_ids}
        for row in self._scope.rows(_KEYS_OF_SEVERAL, {"ids": list(ever), "kind": "weekly"}):
            ever[row[0]].append(row)
        for coachee_id, of_one in ever.items():
            self._scope.know(_KEYS, {"coachee_id": coachee_id, "kind": "weekly"}, of_one)

    @override
    def settle(self, moment: Moment, at: datetime) -> None:
        mine = {"coachee_id": moment.coachee_id}
        weekly = mine | {"kind": "weekly"}
        planned, ever = self._scope.known(_OF, mine), self._scope.known(_KEYS, weekly)
        values = {"of_id": moment.id, "at": at}
        self._scope.later(_SETTLE, values, found=True, whose=moment.coachee_id)
        if planned is not None:
            self._scope.know(_OF, mine, [row for row in planned if row[0] != moment.id])
        if ever is not None:
            self._scope.know(_KEYS, weekly, ever)

    @override
    def again(self, key: str, due_at: datetime, *, stage: str | None = None) -> bool:
        return self._change(_AGAIN, of_key=key, at=due_at, to_stage=stage)

    @override
    def cancel(self, coachee_id: str, kinds: Sequence[str], subject_id: str | None = None) -> None:
        which = {"coachee_id": coachee_id, "kinds": list(kinds), "subject_id": subject_id}
        self._scope.rows(_CANCEL, which | {"any_subject": subject_id is None})

    @override
    def next_at(self) -> datetime | None:
        earliest: datetime | None = self._scope.rows(_NEXT, {})[0][0]
        return earliest

    @override
    def of(self, coachee_id: str) -> Sequence[Moment]:
        rows = self._scope.rows(_OF, {"coachee_id": coachee_id})
        return sorted((Moment(*row) for row in rows), key=in_turn)

    def _change(self, how: Update, **values: Any) -> bool:
        return bool(self._scope.rows(how, values))
