"""What is to be sent, in order per person; a lease says which process may send it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, or_, select, update
from typing_extensions import override

from bot.outbox import Dispatch, Verb
from bot.ports import Outbox
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import outbox

_COLUMNS = columns(outbox, Dispatch)
_UNSETTLED = outbox.c.settled_at.is_(None)


class StoredOutbox(Outbox):
    """Rows are leased under this process's own name, `lease`."""

    def __init__(self, scope: Scope, lease: str) -> None:
        self._scope = scope
        self._lease = lease

    @override
    def add(self, dispatch: Dispatch) -> None:
        row = self._scope.insert(outbox).values(_to_row(dispatch, self._lease))
        self._scope.execute(row.on_conflict_do_nothing(index_elements=[outbox.c.key]))

    @override
    def claim(self, now: datetime, limit: int, lease: timedelta) -> Sequence[Dispatch]:
        first = outbox.alias("first")
        older = outbox.alias("older")
        blocked = exists().where(
            older.c.coachee_id == first.c.coachee_id,
            older.c.settled_at.is_(None),
            older.c.id < first.c.id,
        )
        # As a common table expression the limit is applied once; as a plain subquery
        # PostgreSQL may run it again for every row.
        free = (
            select(first.c.id)
            .where(
                first.c.settled_at.is_(None),
                first.c.not_before <= now,
                or_(first.c.leased_until.is_(None), first.c.leased_until <= now),
                ~blocked,
            )
            .order_by(first.c.not_before, first.c.id)
            .limit(limit)
            .with_for_update(of=first, skip_locked=True)
            .cte("free")
        )
        taken = self._scope.execute(
            update(outbox)
            .where(outbox.c.id.in_(select(free.c.id)))
            .values(lease=self._lease, leased_until=now + lease)
            .returning(*_COLUMNS)
        )
        return sorted((Dispatch(*row) for row in taken), key=lambda d: (d.not_before, d.id))

    @override
    def own(self, coachee_id: str, now: datetime) -> Dispatch | None:
        oldest = (
            select(*_COLUMNS)
            .where(outbox.c.coachee_id == coachee_id, _UNSETTLED)
            .order_by(outbox.c.id)
            .limit(1)
        )
        row = self._scope.execute(oldest).first()
        dispatch = Dispatch(*row) if row else None
        return dispatch if dispatch and self._holds(dispatch, now) else None

    @override
    def settle(self, dispatch: Dispatch, at: datetime, outcome: str) -> bool:
        return self._close(dispatch, settled_at=at, outcome=outcome)

    @override
    def retry(self, dispatch: Dispatch, not_before: datetime) -> bool:
        return self._close(
            dispatch,
            not_before=not_before,
            attempts=outbox.c.attempts + 1,
            lease="",
            leased_until=None,
        )

    @override
    def pending(self, coachee_id: str) -> int:
        mine = (outbox.c.coachee_id == coachee_id, _UNSETTLED)
        return int(self._scope.execute(select(func.count()).where(*mine)).scalar_one())

    @override
    def drop(self, coachee_id: str, verbs: Sequence[Verb], at: datetime, outcome: str) -> int:
        dropped = self._scope.execute(
            update(outbox)
            .where(outbox.c.coachee_id == coachee_id, _UNSETTLED, outbox.c.verb.in_(verbs))
            .values(settled_at=at, outcome=outcome)
            .returning(outbox.c.id)
        )
        return len(dropped.all())

    def _holds(self, dispatch: Dispatch, now: datetime) -> bool:
        until = dispatch.leased_until
        in_force = until is not None and until > now
        return in_force and dispatch.lease == self._lease and dispatch.not_before <= now

    def _close(self, dispatch: Dispatch, **changes: Any) -> bool:
        mine = (outbox.c.id == dispatch.id, outbox.c.lease == self._lease, _UNSETTLED)
        closed = update(outbox).where(*mine).values(**changes).returning(outbox.c.id)
        return self._scope.execute(closed).first() is not None


def _to_row(dispatch: Dispatch, lease: str) -> dict[str, Any]:
    return values(dispatch, "id") | {
        "address": dict(dispatch.address),
        "ref": None if dispatch.ref is None else dict(dispatch.ref),
        "lease": lease if dispatch.leased_until else "",
    }
