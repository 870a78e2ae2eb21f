"""Coachees."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, or_, select, update
from typing_extensions import override

from bot.errors import Conflict
from bot.people import Coachee, Slot
from bot.ports import People
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import (
    owned,
    people,
    plan_versions,
    plans,
    team_commitments,
    teams,
    words,
)

_COLUMNS = columns(people, Coachee, "slot")
_ALL = select(*_COLUMNS, people.c.slot_weekday, people.c.slot_at)
_FIND = _ALL.where(
    people.c.workspace == bindparam("workspace"), people.c.person == bindparam("person")
)
_GET = _ALL.where(people.c.id == bindparam("id"))
_LOCKED = {_FIND: _FIND.with_for_update(), _GET: _GET.with_for_update()}
_ADD = insert(people)
_PUT = (
    update(people)
    .where(people.c.id == bindparam("of_id"), people.c.version == bindparam("of_version"))
    .returning(people.c.id)
)
_ERASE = [
    delete(table).where((people.c.id if table is people else table.c.coachee_id) == bindparam("id"))
    for table in owned()
]
_SHARED = select(plans.c.id).where(plans.c.partner_id == bindparam("of_id"))
_PROPOSED = (
    plan_versions.c.plan_id.in_(_SHARED),
    plan_versions.c.author == "partner",
    plan_versions.c.status == "proposed",
)
_ROLES = (plans.c.partner_id, teams.c.champion_id, teams.c.set_up_by, team_commitments.c.owner_id)
_PART = [
    delete(words).where(words.c.id.in_(select(plan_versions.c.words_id).where(*_PROPOSED))),
    delete(plan_versions).where(*_PROPOSED),
    *(
        update(role.table)
        .where(role == bindparam("of_id"))
        .values({role.name: None, "version": role.table.c.version + 1})
        for role in _ROLES
    ),
]
_STOPPED = (
    select(people.c.id)
    .where(
        or_(people.c.state == "stopped", people.c.reachable.is_(False)),
        people.c.stopped_at < bindparam("at"),
    )
    .order_by(people.c.stopped_at)
    .limit(bindparam("most"))
)


class StoredPeople(People):
    """Coachees. With `locks`, whoever is found stays locked until the transaction's end."""

    def __init__(self, scope: Scope, *, locks: bool) -> None:
        self._scope = scope
        self._locks = locks

    @override
    def find(self, workspace: str, person: str) -> Coachee | None:
        return self._one(_FIND, workspace=workspace, person=person)

    @override
    def get(self, coachee_id: str) -> Coachee | None:
        return self._one(_GET, id=coachee_id)

    @override
    def look(self, coachee_id: str) -> Coachee | None:
        row = self._scope.execute(_GET, {"id": coachee_id}).first()
        return _from_row(row) if row else None

    @override
    def look_for(self, workspace: str, person: str) -> Coachee | None:
        row = self._scope.execute(_FIND, {"workspace": workspace, "person": person}).first()
        return _from_row(row) if row else None

    @override
    def add(self, coachee: Coachee) -> None:
        self._scope.execute(_ADD, _to_row(coachee))

    @override
    def put(self, coachee: Coachee) -> Coachee:
        after = replace(coachee, version=coachee.version + 1)
        row = _to_row(after) | {"of_id": coachee.id, "of_version": coachee.version}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"coachee {coachee.id}")
        return after

    @override
    def erase(self, coachee_id: str) -> None:
        self.get(coachee_id)  # a turn of the same person in another process ends first
        for statement in _PART:
            self._scope.execute(statement, {"of_id": coachee_id})
        for statement in _ERASE:
            self._scope.execute(statement, {"id": coachee_id})

    @override
    def stopped_before(self, at: datetime, limit: int) -> Sequence[str]:
        return self._scope.execute(_STOPPED, {"at": at, "most": limit}).scalars().all()

    def _one(self, query: Select[Any], **which: str) -> Coachee | None:
        row = self._scope.execute(_LOCKED[query] if self._locks else query, which).first()
        return _from_row(row) if row else None


def _to_row(coachee: Coachee) -> dict[str, Any]:
    slot = coachee.slot
    return values(coachee, "slot") | {
        "slot_weekday": slot.weekday if slot else None,
        "slot_at": slot.at if slot else None,
    }


def _from_row(row: Row[Any]) -> Coachee:
    found = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    weekday, at = found.pop("slot_weekday"), found.pop("slot_at")
    found["themes"] = tuple(found["themes"])
    return Coachee(**found, slot=None if weekday is None else Slot(weekday, at))
