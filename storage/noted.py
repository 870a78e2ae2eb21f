"""What was noted of people because nothing else tells it later; it stands under pseudonyms."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from sqlalchemy import bindparam, delete, insert, select, update

from bot.measuring.records import Kind, Record
from storage.cipher import Cipher
from storage.scope import Scope
from storage.spellings import among
from storage.tables import people, records
from storage.waves import rename

_NOTE = insert(records).inline()
_THEIRS = records.c.person.in_(among("persons"))
_TAKE_BACK = delete(records).where(
    _THEIRS, records.c.kind == bindparam("of_kind"), records.c.at >= bindparam("since")
)
_OF = (
    select(records.c.kind, records.c.at, records.c.detail)
    .where(_THEIRS)
    .order_by(records.c.at, records.c.seq)
)
_BETWEEN = select(records.c.kind, records.c.person, records.c.at, records.c.detail).where(
    records.c.at >= bindparam("start"), records.c.at < bindparam("end")
)
_FORGET = delete(records).where(_THEIRS)
_FORGET_BUT_STOP = _FORGET.where(records.c.kind != "stopped")
_SOME = (
    select(people.c.id)
    .where(people.c.id > bindparam("after"))
    .order_by(people.c.id)
    .limit(bindparam("most"))
)
_RENAME = update(records).where(records.c.person == bindparam("of_person"))


class Noted:
    """Rows of the table of records."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._cipher = cipher

    def note(self, coachee_id: str, kind: Kind, detail: str, at: datetime) -> None:
        """Add one at the commit."""
        person = person_names(self._cipher, coachee_id)[0]
        row = {"kind": kind, "person": person, "at": at, "detail": detail}
        self._scope.later(_NOTE, row)

    def take_back(self, coachee_id: str, kind: Kind, since: datetime) -> None:
        """Delete those of a kind since a time."""
        names = person_names(self._cipher, coachee_id)
        self._scope.execute(_TAKE_BACK, {"persons": names, "of_kind": kind, "since": since})

    def of(self, coachee_id: str) -> Sequence[Record]:
        """Read a person's own, under whichever key they were noted."""
        names = person_names(self._cipher, coachee_id)
        rows = self._scope.execute(_OF, {"persons": names})
        return [Record(kind, names[0], at, detail=detail) for kind, at, detail in rows]

    def between(self, kinds: Collection[Kind], start: datetime, end: datetime) -> Iterator[Record]:
        """Read those of some kinds in a stretch of time."""
        for kind, person, at, detail in self._scope.execute(_BETWEEN, {"start": start, "end": end}):
            if kind in kinds:
                yield Record(kind, self._renamed.get(person, person), at, detail=detail)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        return renamed(self._scope, self._cipher)


def person_names(cipher: Cipher, coachee_id: str) -> Sequence[str]:
    """Return the pseudonyms of a person under each key, the newest one's first."""
    return cipher.pseudonyms(f"person:{coachee_id}")


def renamed(scope: Scope, cipher: Cipher) -> Mapping[str, str]:
    """Say what older keys' pseudonyms of people are today; empty where there is one key."""
    if cipher.keys == 1:
        return {}
    known = [person_names(cipher, one) for one in scope.execute(select(people.c.id)).scalars()]
    return {old: newest for newest, *older in known for old in older}


def forget_records(scope: Scope, cipher: Cipher, coachee_id: str, *, all_but_stop: bool) -> None:
    """Delete what was noted of a person, perhaps but that they stopped."""
    names = person_names(cipher, coachee_id)
    scope.execute(_FORGET_BUT_STOP if all_but_stop else _FORGET, {"persons": names})


def rename_some(scope: Scope, cipher: Cipher, after: str, limit: int) -> str | None:
    """Put what was noted of the next people under the newest key; return the last one's id."""
    ids = scope.execute(_SOME, {"after": after, "most": limit}).scalars().all()
    for coachee_id in ids:
        newest, *older = person_names(cipher, coachee_id)
        for name in older:
            scope.later(_RENAME, {"of_person": name, "person": newest})
        rename(scope, older, newest)
    return ids[-1] if ids else None
