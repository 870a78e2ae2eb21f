"""One open transaction, as the repositories see it: it reads a row once, and writes in groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Transaction

from bot.errors import Conflict
from storage.prepared import Cursor, Values, is_read, tables_in
from storage.statements import Spelled

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class _Waiting:
    """Rows for one statement; with `all_of`, each of them must find the row that it changes."""

    statement: Executable
    tables: frozenset[str]
    all_of: bool
    rows: list[Values] = field(default_factory=list)


class Scope:
    """A transaction, or a savepoint in one, from its beginning to its end.

    Nothing can be done in it after its commit: on SQLite that would slip into the group it
    belonged to, on PostgreSQL it would be undone.
    """

    def __init__(self, db: Connection, transaction: Transaction) -> None:
        self._known: dict[tuple[Any, ...], list[Sequence[Any]]] = {}
        self._db = db
        self._transaction = transaction
        self._cursor: Cursor | None = None
        self._waiting: list[_Waiting] = []

    def execute(
        self, statement: Executable | Spelled, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run any statement, after all that waits; what was read may be out of date then.

        Raises:
            Busy: the database did not answer in time.
            Conflict: somebody else wrote first.
        """
        self._check()
        self._write()
        self._known.clear()
        return self._db.execute(self._spelled(statement), parameters)

    def rows(self, statement: Executable | Spelled, values: Values) -> list[Sequence[Any]]:
        """Run a short statement that SQLAlchemy need not carry out, and read what it returns.

        What waits for the same tables is written first; what was read before, and not written
        since, is known already. Raises as `execute` does.
        """
        self._check()
        spelled = self._spelled(statement)
        if not is_read(spelled):
            self._changes(spelled)
            return self._own().rows(spelled, values)
        key = (spelled, *map(_hashable, values.values()))
        if key not in self._known:
            self._write_before(spelled)
            self._known[key] = self._own().rows(spelled, values)
        return self._known[key]

    def later(
        self, statement: Executable | Spelled, values: Values, *, found: bool = False
    ) -> None:
        """Run a statement before the commit, together with others of its kind.

        With `found`, it must change exactly one row: otherwise the commit raises `Conflict`.
        """
        self._check()
        spelled = self._spelled(statement)
        self._forget(spelled)
        for waiting in reversed(self._waiting):
            if waiting.statement is spelled:
                waiting.rows.append(values)
                return
            if waiting.tables & tables_in(spelled):  # what came between must stay between
                break
        self._waiting.append(_Waiting(spelled, tables_in(spelled), found, [values]))

    def commit(self) -> None:
        """Write what waits and make everything last."""
        self._check()
        self._write()
        self._transaction.commit()

    def _write(self) -> None:
        waiting, self._waiting = self._waiting, []
        for group in waiting:
            changed = self._own().many(group.statement, group.rows)
            if group.all_of and changed != len(group.rows):
                raise Conflict(" ".join(sorted(group.tables)))

    def _write_before(self, statement: Executable) -> None:
        if any(group.tables & tables_in(statement) for group in self._waiting):
            self._write()

    def _changes(self, statement: Executable) -> None:
        self._write_before(statement)
        self._forget(statement)

    def _forget(self, statement: Executable) -> None:
        written = tables_in(statement)
        for key in [key for key in self._known if tables_in(key[0]) & written]:
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


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
