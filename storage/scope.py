"""One open transaction, as the repositories see it."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Transaction

from storage.statements import Spelled

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Scope:
    """A transaction, or a savepoint in one, from its beginning to its end.

    Nothing can be done in it after its commit: on SQLite that would slip into the group it
    belonged to, on PostgreSQL it would be undone.
    """

    def __init__(self, db: Connection, transaction: Transaction) -> None:
        self._db = db
        self._transaction = transaction

    def execute(
        self, statement: Executable | Spelled, parameters: Parameters | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement.

        Raises:
            Busy: the database did not answer in time.
            Conflict: somebody else wrote first.
        """
        self._check()
        if isinstance(statement, Mapping):
            statement = statement[self._db.dialect.name]
        return self._db.execute(statement, parameters)

    def commit(self) -> None:
        """Make it last."""
        self._check()
        self._transaction.commit()

    def _check(self) -> None:
        if not self._transaction.is_active:
            raise RuntimeError("the unit of work has ended; open another one")
