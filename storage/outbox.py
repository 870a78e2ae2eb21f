"""What is to be sent, in order per person; a lease says which process may send it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, bindparam, exists, func, select, update
from typing_extensions import override

from bot.errors import HeldElsewhere
from bot.outbox import Dispatch, Verb
from bot.ports import Outbox
from storage.leases import claiming
from storage.mapping import columns, values
from storage.scope import Scope
from storage.spellings import among
from storage.statements import insert_new
from storage.tables import outbox

_COLUMNS = columns(outbox, Dispatch)
_UNSETTLED = outbox.c.settled_at.is_(None)
_MINE = (outbox.c.coachee_id == bindparam("of_coachee"), _UNSETTLED)
_HELD = (outbox.c.id == bindparam("of_id"), outbox.c.lease == bindparam("of_lease"), _UNSETTLED)

_first, _older = outbox.alias("first"), outbox.alias("older")
_CLAIM = claiming(
    outbox,
    _first,
    "id",
    _first.c.settled_at.is_(None),
    _first.c.not_before <= bindparam("now"),
    ~exists().where(
        _older.c.coachee_id == _first.c.coachee_id,
        _older.c.settled_at.is_(None),
        _older.c.id < _first.c.id,
    ),
    order=(_first.c.not_before, _first.c.id),
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
        self._scope.later(_ADD, values(dispatch, "id") | {"lease": lease})

    @override
    def claim(self, now: datetime, limit: int, lease: timedelta) -> Sequence[Dispatch]:
        claim = {"now": now, "most": limit, "mine": self._lease, "until": now + lease}
        taken = [Dispatch(*row) for row in self._scope.rows(_CLAIM, claim)]
        return sorted(taken, key=lambda dispatch: (dispatch.not_before, dispatch.id))

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
    def settle(self, dispatch: Dispatch, at: datetime, outcome: str) -> bool:
        return self._close(_SETTLE, dispatch, at=at, how=outcome)

    @override
    def retry(self, dispatch: Dispatch, not_before: datetime) -> bool:
        return self._close(_RETRY, dispatch, at=not_before)

    @override
    def pending(self, coachee_id: str) -> int:
        return int(self._scope.rows(_PENDING, {"of_coachee": coachee_id})[0][0])

    @override
    def drop(self, coachee_id: str, verbs: Sequence[Verb], at: datetime, outcome: str) -> int:
        which = {"of_coachee": coachee_id, "verbs": list(verbs), "at": at, "how": outcome}
        return len(self._scope.rows(_DROP, which))

    def _close(self, statement: Update, dispatch: Dispatch, **changes: Any) -> bool:
        held = {"of_id": dispatch.id, "of_lease": self._lease}
        return bool(self._scope.rows(statement, held | changes))
