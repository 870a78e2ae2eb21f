"""Statements, built once when their module is loaded: building one costs more than running it.

Parameters that stand in a condition of an update are called `of_…`, so that they are not
taken for the column that is written.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Executable, Select, Table
from sqlalchemy.dialects import postgresql, sqlite

Spelled = Mapping[str, Executable]
"""One statement as each database spells it, by the name of its dialect."""

_INSERTS: Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_new(table: Table, *keys: Column[object], told: bool = True) -> Spelled:
    """Insert a row and return its keys; nothing happens and nothing returns if it exists.

    Without `told` nothing returns in either case, which is faster for many rows at once.
    """
    rows = {
        dialect: insert(table).on_conflict_do_nothing(index_elements=keys)
        for dialect, insert in _INSERTS.items()
    }
    return {dialect: row.returning(*keys) for dialect, row in rows.items()} if told else rows


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


def insert_found(
    table: Table,
    rows: Select[Any],
    key: Column[object],
    over: ColumnElement[bool] | None = None,
    **merged: Callable[[ColumnElement[Any]], ColumnElement[Any]],
) -> Spelled:
    """Insert what a query finds, by the names of its columns; what exists stays as it is.

    Where `over` holds of a row that exists, the one found takes its place; a column that is
    `merged` becomes what its function makes of the one found.
    """
    names = [column.name for column in rows.selected_columns]
    spelled: dict[str, Executable] = {}
    for dialect, insert in _INSERTS.items():
        new = insert(table).from_select(names, rows)
        changes = {name: new.excluded[name] for name in names}
        changes |= {name: merge(new.excluded[name]) for name, merge in merged.items()}
        spelled[dialect] = (
            new.on_conflict_do_nothing()
            if over is None
            else new.on_conflict_do_update(index_elements=[key], set_=changes, where=over)
        )
    return spelled
