"""What one transaction has yet to write: rows wait for others with the same statement."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Executable

from storage.prepared import tables_in
from storage.recall import Part, Values


@dataclass(slots=True)
class Group:
    """Rows for one statement, by whose they are.

    With `all_of`, each of them must find the row that it changes.
    """

    statement: Executable
    all_of: bool
    rows: dict[str | None, list[Values]] = field(default_factory=dict)

    def add(self, part: Part, values: Values) -> None:
        """Let a row wait."""
        self.rows.setdefault(part.whose, []).append(values)

    def meets(self, part: Part) -> bool:
        """Tell whether one of the rows may be among those."""
        if tables_in(self.statement).isdisjoint(part.tables):
            return False
        return part.whose is None or None in self.rows or part.whose in self.rows

    def take(self, part: Part | None) -> list[Values]:
        """Take out the rows that may be among those; all of them without a part."""
        owners = list(self.rows) if part is None or part.whose is None else [part.whose, None]
        return [values for whose in owners for values in self.rows.pop(whose, [])]


class Waiting:
    """Groups in the order in which they have to be written."""

    def __init__(self) -> None:
        self._groups: list[Group] = []

    def add(self, statement: Executable, part: Part, values: Values, *, all_of: bool) -> None:
        """Let a row wait."""
        self._group(statement, part, all_of=all_of).add(part, values)

    def take(self, part: Part | None = None) -> Iterator[tuple[Group, list[Values]]]:
        """Take out what may be among those rows, in order; everything without a part."""
        for group in self._groups:
            if part is None or group.meets(part):
                yield group, group.take(part)
        self._groups = [group for group in self._groups if group.rows]

    def _group(self, statement: Executable, part: Part, *, all_of: bool) -> Group:
        """Find rows to wait with; what came since then for the same row must stay in between."""
        for group in reversed(self._groups):
            if group.statement is statement:
                return group
            if group.meets(part):
                break
        self._groups.append(Group(statement, all_of))
        return self._groups[-1]
