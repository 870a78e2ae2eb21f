"""Coachees."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update
from typing_extensions import override

from bot.errors import Conflict
from bot.people import Coachee, Slot
from bot.ports import People
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import owned, people

_COLUMNS = columns(people, Coachee, "slot")


class StoredPeople(People):
    """Coachees. With `locks`, whoever is found stays locked until the transaction's end."""

    def __init__(self, scope: Scope, *, locks: bool) -> None:
        self._scope = scope
        self._locks = locks

    @override
    def find(self, workspace: str, person: str) -> Coachee | None:
        return self._one(people.c.workspace == workspace, people.c.person == person)

    @override
    def get(self, coachee_id: str) -> Coachee | None:
        return self._one(people.c.id == coachee_id)

    @override
    def add(self, coachee: Coachee) -> None:
        self._scope.execute(insert(people).values(_to_row(coachee)))

    @override
    def put(self, coachee: Coachee) -> Coachee:
        after = replace(coachee, version=coachee.version + 1)
        written = self._scope.execute(
            update(people)
            .where(people.c.id == coachee.id, people.c.version == coachee.version)
            .values(_to_row(after))
            .returning(people.c.id)
        ).first()
        if written is None:
            raise Conflict(f"coachee {coachee.id}")
        return after

    @override
    def erase(self, coachee_id: str) -> None:
        for table in owned():
            owner = people.c.id if table is people else table.c.coachee_id
            self._scope.execute(delete(table).where(owner == coachee_id))

    @override
    def stopped_before(self, at: datetime, limit: int) -> Sequence[str]:
        query = (
            select(people.c.id)
            .where(people.c.state == "stopped", people.c.stopped_at < at)
            .order_by(people.c.stopped_at)
            .limit(limit)
        )
        return self._scope.execute(query).scalars().all()

    def _one(self, *conditions: ColumnElement[bool]) -> Coachee | None:
        query = select(*_COLUMNS, people.c.slot_weekday, people.c.slot_at).where(*conditions)
        row = self._scope.execute(query.with_for_update() if self._locks else query).first()
        return _from_row(row) if row else None


def _to_row(coachee: Coachee) -> dict[str, Any]:
    slot = coachee.slot
    return values(coachee, "slot") | {
        "address": dict(coachee.address),
        "slot_weekday": slot.weekday if slot else None,
        "slot_at": slot.at if slot else None,
    }


def _from_row(row: Row[Any]) -> Coachee:
    found = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    weekday, at = found.pop("slot_weekday"), found.pop("slot_at")
    found["themes"] = tuple(found["themes"])
    return Coachee(**found, slot=None if weekday is None else Slot(weekday, at))
