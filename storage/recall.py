"""What one transaction has read, as long as nothing is written there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Executable

from storage.prepared import tables_in

Values = Mapping[str, Any]
Rows = list[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Part:
    """What a statement is about: rows of some tables, of one person if it names the person."""

    tables: frozenset[str]
    whose: str | None

    @classmethod
    def of(cls, statement: Executable, values: Values, whose: str | None) -> "Part":
        """Say it of a statement with its parameters; `coachee_id` names a person by itself."""
        return cls(tables_in(statement), whose or values.get("coachee_id"))


class Recall:
    """Rows by statement and parameters; whose they are tells what a write makes forgotten."""

    def __init__(self) -> None:
        self._read: dict[tuple[object, ...], tuple[Part, Rows]] = {}
        self._of: dict[str | None, set[tuple[object, ...]]] = {}

    def get(self, statement: Executable, values: Values) -> Rows | None:
        """Return what was read; None if it is not known."""
        _, rows = self._read.get(_key(statement, values), (None, None))
        return rows

    def keep(self, statement: Executable, values: Values, part: Part, rows: Rows) -> None:
        """Take note of what was read."""
        key = _key(statement, values)
        self._read[key] = part, rows
        self._of.setdefault(part.whose, set()).add(key)

    def forget(self, written: Part) -> None:
        """Forget whatever a write may have changed."""
        owners = list(self._of) if written.whose is None else [written.whose, None]
        for whose in owners:
            known = self._of.get(whose, set())
            for key in [key for key in known if self._read[key][0].tables & written.tables]:
                known.remove(key)
                del self._read[key]

    def clear(self) -> None:
        """Forget everything."""
        self._read.clear()
        self._of.clear()


def _key(statement: Executable, values: Values) -> tuple[object, ...]:
    return statement, *map(_hashable, values.values())


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
