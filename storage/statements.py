"""Statements, built once when their module is loaded: building one costs more than running it.

Parameters that stand in a condition of an update are called `of_…`, so that they are not
taken for the column that is written.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Column, Executable, Table
from sqlalchemy.dialects import postgresql, sqlite

Spelled = Mapping[str, Executable]
"""One statement as each database spells it, by the name of its dialect."""

_INSERTS: Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_new(table: Table, *keys: Column[object]) -> Spelled:
    """Insert a row and return its keys; nothing happens and nothing returns if it exists."""
    return {
        dialect: insert(table).on_conflict_do_nothing(index_elements=keys).returning(*keys)
        for dialect, insert in _INSERTS.items()
    }


def insert_or_replace(
    table: Table, keys: tuple[Column[object], ...], replaced: tuple[Column[object], ...]
) -> Spelled:
    """Insert a row, or write some columns of the one with the same keys."""
    spelled: dict[str, Executable] = {}
    for dialect, insert in _INSERTS.items():
        row = insert(table)
        changes = {column.name: row.excluded[column.name] for column in replaced}
        spelled[dialect] = row.on_conflict_do_update(index_elements=list(keys), set_=changes)
    return spelled
