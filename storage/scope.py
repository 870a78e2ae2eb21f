"""One open transaction, as the repositories see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Transaction

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Scope:
    """A transaction, or a savepoint in one, from its beginning to its end.

    Nothing can be done in it after its commit: on SQLite that would slip into the group it
    belonged to, on PostgreSQL it would be undone.
    """

    def __init__(self, db: Connection, transaction: Transaction) -> None:
        self._db = db
        self._transaction = transaction
        self._insert = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert

    def execute(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement.

        Raises:
            Busy: the database did not answer in time.
            Conflict: somebody else wrote first.
        """
        if not self._transaction.is_active:
            raise RuntimeError("the unit of work has ended; open another one")
        return self._db.execute(statement, parameters)

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """Return an insert that knows `on_conflict_…`, which both databases spell alike."""
        return self._insert(table)

    def commit(self) -> None:
        """Make it last."""
        if not self._transaction.is_active:
            raise RuntimeError("the unit of work has ended; open another one")
        self._transaction.commit()
