"""What is due when; the key of an occurrence makes a repeat impossible."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from typing_extensions import override

from bot.moments import Moment
from bot.ports import Moments
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import moments

_COLUMNS = columns(moments, Moment)
_PENDING = moments.c.settled_at.is_(None)


class StoredMoments(Moments):
    """A claimed moment stays pending until it is settled; a lost claim simply runs out."""

    def __init__(self, scope: Scope, lease: str) -> None:
        self._scope = scope
        self._lease = lease

    @override
    def plan(self, moment: Moment) -> bool:
        row = self._scope.insert(moments).values(**values(moment), lease="")
        planned = row.on_conflict_do_nothing(index_elements=[moments.c.key])
        return self._scope.execute(planned.returning(moments.c.id)).first() is not None

    @override
    def move(self, key: str, due_at: datetime) -> bool:
        return self._change(moments.c.key == key, due_at=due_at, lease="", leased_until=None)

    @override
    def claim(self, now: datetime, limit: int, lease: timedelta) -> Sequence[Moment]:
        free = (
            select(moments.c.id)
            .where(
                _PENDING,
                moments.c.due_at <= now,
                or_(moments.c.leased_until.is_(None), moments.c.leased_until <= now),
            )
            .order_by(moments.c.due_at, moments.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("free")
        )
        taken = self._scope.execute(
            update(moments)
            .where(moments.c.id.in_(select(free.c.id)))
            .values(lease=self._lease, leased_until=now + lease)
            .returning(*_COLUMNS)
        )
        return sorted((Moment(*row) for row in taken), key=lambda moment: moment.due_at)

    @override
    def get(self, moment_id: str) -> Moment | None:
        query = select(*_COLUMNS).where(moments.c.id == moment_id, _PENDING)
        row = self._scope.execute(query).first()
        return Moment(*row) if row else None

    @override
    def settle(self, moment_id: str, at: datetime) -> bool:
        return self._change(moments.c.id == moment_id, settled_at=at)

    @override
    def cancel(self, coachee_id: str, kinds: Sequence[str], subject_id: str | None = None) -> None:
        gone = delete(moments).where(
            moments.c.coachee_id == coachee_id, moments.c.kind.in_(kinds), _PENDING
        )
        if subject_id is not None:
            gone = gone.where(moments.c.subject_id == subject_id)
        self._scope.execute(gone)

    @override
    def next_at(self) -> datetime | None:
        earliest: datetime | None = self._scope.execute(
            select(func.min(moments.c.due_at)).where(_PENDING)
        ).scalar()
        return earliest

    @override
    def of(self, coachee_id: str) -> Sequence[Moment]:
        query = (
            select(*_COLUMNS)
            .where(moments.c.coachee_id == coachee_id, _PENDING)
            .order_by(moments.c.due_at, moments.c.id)
        )
        return [Moment(*row) for row in self._scope.execute(query)]

    def _change(self, which: ColumnElement[bool], **changes: Any) -> bool:
        changed = update(moments).where(which, _PENDING).values(**changes).returning(moments.c.id)
        return self._scope.execute(changed).first() is not None
