"""Coachees."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, or_, select, update
from typing_extensions import override

from bot.people import Coachee, Slot
from bot.ports import People
from storage.campaign_erasure import leave_campaigns
from storage.cipher import Cipher
from storage.mails import by_mail_key, mail_key
from storage.mapping import columns, values
from storage.noted import forget_records, person_names
from storage.only_invited import only_invited
from storage.scope import Scope
from storage.spellings import among
from storage.statements import insert_new
from storage.tables import (
    owned,
    people,
    plan_versions,
    plans,
    team_commitments,
    teams,
    words,
)
from storage.waves import rename

_COLUMNS = columns(people, Coachee, "slot")
_NAMES = (*(column.name for column in _COLUMNS), "slot_weekday", "slot_at")
PEOPLE = select(*_COLUMNS, people.c.slot_weekday, people.c.slot_at)
"""All people; `to_coachee` reads a row."""

_FIND = PEOPLE.where(
    people.c.workspace == bindparam("workspace"), people.c.person == bindparam("person")
)
_GET = PEOPLE.where(people.c.id == bindparam("id"))
_SEVERAL = PEOPLE.where(people.c.id.in_(among("ids"))).order_by(people.c.id)
_GATHER = insert_new(people, people.c.workspace, people.c.person, told=False)
_GATHERED = PEOPLE.where(
    people.c.workspace == bindparam("workspace"),
    people.c.person.in_(among("persons")),
)
_NOTE_MAIL = (
    update(people).where(people.c.id == bindparam("of_id")).values(mail_key=bindparam("key"))
)
_BY_MAIL = (
    PEOPLE.add_columns(people.c.mail_key)
    .where(people.c.mail_key.in_(among("keys")))
    .order_by(people.c.created_at, people.c.id)
)
_LOCKED = {query: query.with_for_update() for query in (_FIND, _GET, _SEVERAL)}
_ADD = insert(people)
_PUT = update(people).where(
    people.c.id == bindparam("of_id"), people.c.version == bindparam("of_version")
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

    def __init__(self, scope: Scope, cipher: Cipher, *, locks: bool) -> None:
        self._scope = scope
        self._cipher = cipher
        self._locks = locks

    @override
    def find(self, workspace: str, person: str) -> Coachee | None:
        return self._read(self._of(_FIND), None, workspace=workspace, person=person)

    @override
    def get(self, coachee_id: str) -> Coachee | None:
        return self._read(self._of(_GET), coachee_id, id=coachee_id)

    def hold(self, coachee_ids: Sequence[str]) -> None:
        """Read several at once; with `locks`, in one order, lest two wait for each other."""
        for row in self._scope.rows(self._of(_SEVERAL), {"ids": list(coachee_ids)}):
            self._scope.know(self._of(_GET), {"id": row[0]}, [row], whose=row[0])

    @override
    def look(self, coachee_id: str) -> Coachee | None:
        return self._read(_GET, coachee_id, id=coachee_id)

    @override
    def look_for(self, workspace: str, person: str) -> Coachee | None:
        return self._read(_FIND, None, workspace=workspace, person=person)

    @override
    def add(self, coachee: Coachee) -> None:
        self._scope.execute(_ADD, _to_row(coachee))

    @override
    def put(self, coachee: Coachee) -> Coachee:
        after = replace(coachee, version=coachee.version + 1)
        row = _to_row(after) | {"of_id": coachee.id, "of_version": coachee.version}
        self._scope.later(_PUT, row, found=True, whose=coachee.id)
        return after

    @override
    def erase(self, coachee_id: str, *, stop_counts: bool = False) -> None:
        erased = self.get(coachee_id)  # a turn of theirs in another process ends first
        if erased is not None:
            leave_campaigns(self._scope, erased)
        for statement in _PART:
            self._scope.execute(statement, {"of_id": coachee_id})
        for statement in _ERASE:
            self._scope.execute(statement, {"id": coachee_id})
        rename(self._scope, person_names(self._cipher, coachee_id), token_hex(16))
        forget_records(self._scope, self._cipher, coachee_id, all_but_stop=stop_counts)

    @override
    def gather(self, newcomers: Sequence[Coachee]) -> Mapping[str, Coachee]:
        if not newcomers:
            return {}
        # In one order, so that two who add the same people wait for each other only one way.
        rows = [_to_row(one) for one in sorted(newcomers, key=lambda one: one.person)]
        self._scope.execute(_GATHER, rows)
        persons = [row["person"] for row in rows]
        which = {"workspace": newcomers[0].workspace, "persons": persons}
        return {row.person: to_coachee(row) for row in self._scope.execute(_GATHERED, which)}

    @override
    def known(self, workspace: str, persons: Sequence[str]) -> Mapping[str, Coachee]:
        which = {"workspace": workspace, "persons": list(persons)}
        found = [to_coachee(row) for row in self._scope.execute(_GATHERED, which)]
        return {one.person: one for one in found}

    @override
    def note_mails(self, mails: Mapping[str, str]) -> None:
        rows = [{"of_id": i, "key": mail_key(self._cipher, mail)} for i, mail in mails.items()]
        if rows:
            self._scope.execute(_NOTE_MAIL, rows)

    @override
    def by_mail(self, mails: Sequence[str]) -> Mapping[str, Sequence[Coachee]]:
        written = by_mail_key(self._cipher, mails)
        found: dict[str, list[Coachee]] = {}
        for row in self._scope.execute(_BY_MAIL, {"keys": list(written)}):
            for mail in written[row.mail_key]:
                found.setdefault(mail, []).append(to_coachee(row))
        return found

    @override
    def stopped_before(self, at: datetime, limit: int) -> Sequence[str]:
        return self._scope.execute(_STOPPED, {"at": at, "most": limit}).scalars().all()

    @override
    def only_invited(self, closed_before: datetime, limit: int) -> Sequence[str]:
        return only_invited(self._scope, closed_before, limit)

    def _of(self, query: Select[Any]) -> Select[Any]:
        return _LOCKED[query] if self._locks else query

    def _read(self, query: Select[Any], whose: str | None, **which: str) -> Coachee | None:
        rows = self._scope.rows(query, which, whose=whose)
        return _coachee(dict(zip(_NAMES, rows[0], strict=True))) if rows else None


def to_coachee(row: Row[Any]) -> Coachee:
    """Read a row of `PEOPLE`, whatever else stands in it."""
    columns = row._mapping  # noqa: SLF001 SQLAlchemy's public name for it
    return _coachee({name: columns[name] for name in _NAMES})


def _coachee(found: dict[str, Any]) -> Coachee:
    weekday, at = found.pop("slot_weekday"), found.pop("slot_at")
    found["themes"] = tuple(found["themes"])
    return Coachee(**found, slot=None if weekday is None else Slot(weekday, at))


def _to_row(coachee: Coachee) -> dict[str, Any]:
    slot = coachee.slot
    return values(coachee, "slot") | {
        "slot_weekday": slot.weekday if slot else None,
        "slot_at": slot.at if slot else None,
    }
