"""What goes to the database, counted: the fixture `spent`, to be imported by `conftest.py`."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy import event as events

_WRITING = re.compile(r"(?:UPDATE|INSERT INTO|DELETE FROM) (\w+)")


@dataclass
class Spent:
    """What went to the database: every statement, and what was committed.

    `rows` is how many were read or written, as far as the database tells: PostgreSQL does.
    """

    statements: list[str] = field(default_factory=list)
    rows: int = 0
    savepoints: int = 0
    transactions: int = 0

    @property
    def commits(self) -> int:
        """How many turns were committed; on SQLite a savepoint is a turn, its group shares one."""
        return self.savepoints or self.transactions

    @property
    def written(self) -> Counter[str]:
        """How often each table was written."""
        found = (_WRITING.match(statement) for statement in self.statements)
        return Counter(one[1] for one in found if one)

    def reset(self) -> None:
        """Count from nothing."""
        self.statements.clear()
        self.savepoints = self.transactions = self.rows = 0


@pytest.fixture
def spent() -> Iterator[Spent]:
    """Counts all that any store does."""
    counted = Spent()

    def stated(*args: object) -> None:
        counted.statements.append(" ".join(str(args[2]).split()))

    def answered(*args: Any) -> None:
        counted.rows += max(args[1].rowcount, 0)

    def released(*_: object) -> None:
        counted.savepoints += 1

    def committed(*_: object) -> None:
        counted.transactions += 1

    heard = {
        "before_cursor_execute": stated,
        "after_cursor_execute": answered,
        "release_savepoint": released,
        "commit": committed,
    }
    for name, hear in heard.items():
        events.listen(Engine, name, hear)
    yield counted
    for name, hear in heard.items():
        events.remove(Engine, name, hear)
