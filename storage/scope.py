"""One open transaction, as the repositories see it: it reads a row once, and writes in groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Transaction

from bot.errors import Conflict
from storage.prepared import Cursor, Values, is_read, tables_in
from storage.statements import Spelled

Rows = list[Sequence[Any]]
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class _Part:
    """What a statement is about: rows of some tables, of one person if it names the person."""

    tables: frozenset[str]
    whose: str | None

    def meets(self, other: "_Part") -> bool:
        """Tell whether both may be about the same row."""
        same = self.whose == other.whose or self.whose is None or other.whose is None
        return same and not self.tables.isdisjoint(other.tables)


@dataclass(slots=True)
class _Waiting:
    """Rows for one statement; with `all_of`, each of them must find the row that it changes."""

    statement: Executable
    all_of: bool
    rows: list[tuple[_Part, Values]] = field(default_factory=list)

    def meets(self, part: _Part) -> bool:
        """Tell whether one of the rows may be among those."""
        return any(part.meets(own) for own, _ in self.rows)

    def take(self, part: _Part | None) -> list[Values]:
        """Take out the rows that may be among those; all of them without a part."""
        taken = [values for own, values in self.rows if part is None or part.meets(own)]
        self.rows = [(own, values) for own, values in self.rows if part and not part.meets(own)]
        return taken


class Scope:
    """A transaction, or a savepoint in one, from its beginning to its end.

    Nothing can be done in it after its commit: on SQLite that would slip into the group it
    belonged to, on PostgreSQL it would be undone.
    """

    def __init__(self, db: Connection, transaction: Transaction) -> None:
        self._known: dict[tuple[object, ...], tuple[_Part, Rows]] = {}
        self._db = db
        self._transaction = transaction
        self._cursor: Cursor | None = None
        self._waiting: list[_Waiting] = []

    def execute(
        self, statement: Executable | Spelled, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run any statement, after what waits for the same tables.

        If it writes, what was read before may be out of date.

        Raises:
            Busy: the database did not answer in time.
            Conflict: somebody else wrote first.
        """
        self._check()
        spelled = self._spelled(statement)
        if not is_read(spelled):
            self._write()
            self._known.clear()
        self._write(_Part(tables_in(spelled), None))
        return self._db.execute(spelled, parameters)

    def rows(
        self, statement: Executable | Spelled, values: Values, *, whose: str | None = None
    ) -> Rows:
        """Run a short statement that SQLAlchemy need not carry out, and read what it returns.

        What waits for the same rows is written first; what was read before, and not written
        since, is known already. Raises as `execute` does.

        Args:
            statement: what to run.
            values: its parameters.
            whose: the one person whose rows it is about, if `coachee_id` does not say so.
        """
        self._check()
        spelled = self._spelled(statement)
        part, key = _part(spelled, values, whose), _key(spelled, values)
        if key in self._known:
            return self._known[key][1]
        self._write(part)
        found = self._own().rows(spelled, values)
        if is_read(spelled):
            self._known[key] = part, found
        else:
            self._forget(part)
        return found

    def known(self, statement: Executable, values: Values) -> Rows | None:
        """Return what a statement would read, where that is known."""
        _, rows = self._known.get(_key(statement, values), (None, None))
        return rows

    def know(
        self, statement: Executable, values: Values, rows: Rows, *, whose: str | None = None
    ) -> None:
        """Take note of what a statement would read, since others have read it."""
        self._known[_key(statement, values)] = _part(statement, values, whose), rows

    def later(
        self,
        statement: Executable | Spelled,
        values: Values,
        *,
        found: bool = False,
        whose: str | None = None,
    ) -> None:
        """Run a statement before the commit, together with others of its kind.

        With `found`, it must change exactly one row: otherwise the commit raises `Conflict`.
        """
        self._check()
        spelled = self._spelled(statement)
        part = _part(spelled, values, whose)
        self._forget(part)
        self._group(spelled, part, found=found).rows.append((part, values))

    def commit(self) -> None:
        """Write what waits and make everything last."""
        self._check()
        self._write()
        self._transaction.commit()

    def _write(self, part: _Part | None = None) -> None:
        """Write what waits; with a part, only the rows that may be among those."""
        for group in self._waiting:
            rows = group.take(part)
            changed = self._own().many(group.statement, rows) if rows else 0
            if group.all_of and changed != len(rows):
                raise Conflict(" ".join(sorted(tables_in(group.statement))))
        self._waiting = [group for group in self._waiting if group.rows]

    def _group(self, statement: Executable, part: _Part, *, found: bool) -> _Waiting:
        """Find rows to wait with; what came since then for the same row must stay in between."""
        for group in reversed(self._waiting):
            if group.statement is statement:
                return group
            if group.meets(part):
                break
        self._waiting.append(_Waiting(statement, found))
        return self._waiting[-1]

    def _forget(self, part: _Part) -> None:
        for key in [key for key, (read, _) in self._known.items() if read.meets(part)]:
            del self._known[key]

    def _own(self) -> Cursor:
        if self._cursor is None:
            self._cursor = Cursor(self._db)
        return self._cursor

    def _spelled(self, statement: Executable | Spelled) -> Executable:
        return statement[self._db.dialect.name] if isinstance(statement, Mapping) else statement

    def _check(self) -> None:
        if not self._transaction.is_active:
            raise RuntimeError("the unit of work has ended; open another one")


def _part(statement: Executable, values: Values, whose: str | None) -> _Part:
    return _Part(tables_in(statement), whose or values.get("coachee_id"))


def _key(statement: Executable, values: Values) -> tuple[object, ...]:
    return statement, *map(_hashable, values.values())


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
