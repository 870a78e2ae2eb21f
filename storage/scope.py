"""One open transaction, as the repositories see it: it reads a row once, and writes in groups."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Transaction

from bot.errors import Conflict
from storage.prepared import Cursor, Values, is_read, tables_in
from storage.recall import Part, Recall, Rows
from storage.statements import Spelled
from storage.waiting import Waiting

__all__ = ["Rows", "Scope"]

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Scope:
    """A transaction, or a savepoint in one, from its beginning to its end.

    Nothing can be done in it after its commit: on SQLite that would slip into the group it
    belonged to, on PostgreSQL it would be undone.
    """

    def __init__(self, db: Connection, transaction: Transaction) -> None:
        self._db = db
        self._transaction = transaction
        self._cursor: Cursor | None = None
        self._recall = Recall()
        self._waiting = Waiting()

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
            self._recall.clear()
        self._write(Part(tables_in(spelled), None))
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
        part = Part.of(spelled, values, whose)
        known = self._recall.get(spelled, values)
        if known is not None:
            return known
        self._write(part)
        found = self._own().rows(spelled, values)
        if is_read(spelled):
            self._recall.keep(spelled, values, part, found)
        else:
            self._recall.forget(part)
        return found

    def known(self, statement: Executable, values: Values) -> Rows | None:
        """Return what a statement would read, where that is known."""
        return self._recall.get(statement, values)

    def know(
        self, statement: Executable, values: Values, rows: Rows, *, whose: str | None = None
    ) -> None:
        """Take note of what a statement would read, since others have read it."""
        self._recall.keep(statement, values, Part.of(statement, values, whose), rows)

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
        part = Part.of(spelled, values, whose)
        self._recall.forget(part)
        self._waiting.add(spelled, part, values, all_of=found)

    def commit(self) -> None:
        """Write what waits and make everything last."""
        self._check()
        self._write()
        self._transaction.commit()

    def _write(self, part: Part | None = None) -> None:
        """Write what waits; with a part, only the rows that may be among those."""
        for group, rows in self._waiting.take(part):
            changed = self._own().many(group.statement, rows) if rows else 0
            if group.all_of and changed != len(rows):
                raise Conflict(" ".join(sorted(tables_in(group.statement))))

    def _own(self) -> Cursor:
        if self._cursor is None:
            self._cursor = Cursor(self._db)
        return self._cursor

    def _spelled(self, statement: Executable | Spelled) -> Executable:
        return statement[self._db.dialect.name] if isinstance(statement, Mapping) else statement

    def _check(self) -> None:
        if not self._transaction.is_active:
            raise RuntimeError("the unit of work has ended; open another one")
