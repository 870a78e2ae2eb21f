"""Leases: how due rows are shared between processes without ever being held twice."""

from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Table,
    any_,
    bindparam,
    func,
    or_,
    select,
    update,
)

from storage.statements import Spelled


def is_free(rows: FromClause) -> ColumnElement[bool]:
    """Nobody holds the row at the time `now`: a lease that has run out counts no more."""
    return or_(rows.c.leased_until.is_(None), rows.c.leased_until <= bindparam("now"))


def claiming(
    table: Table,
    due: FromClause,
    key: str,
    *conditions: ColumnElement[bool],
    order: tuple[ColumnElement[Any], ...],
    returned: tuple[Column[Any], ...],
) -> Spelled:
    """Lease the first rows that fulfil conditions, and return them in any order.

    Rows that another process is claiming at this very moment are left to it. Parameters of
    the statement: `most`, `mine`, `until`, and those of the conditions.

    Args:
        table: what is claimed.
        due: the table or an alias of it, in which conditions and order are expressed.
        key: the name of its primary key.
        conditions: what makes a row due and free.
        order: which rows come first.
        returned: the columns to return.
    """
    # As a common table expression the limit is applied once; as a plain subquery PostgreSQL
    # may run it again for every row.
    free = (
        select(due.c[key])
        .where(*conditions)
        .order_by(*order)
        .limit(bindparam("most"))
        .with_for_update(of=due, skip_locked=True)
        .cte("free")
    )
    ids = select(free.c[key])
    # Told how few rows these are, PostgreSQL does not read the whole table to find them.
    found = {
        "sqlite": table.c[key].in_(ids),
        "postgresql": table.c[key] == any_(func.array(ids.scalar_subquery())),
    }
    return {
        dialect: update(table)
        .where(condition)
        .values(lease=bindparam("mine"), leased_until=bindparam("until"))
        .returning(*returned)
        for dialect, condition in found.items()
    }
