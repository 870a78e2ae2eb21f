"""Parts of closed months, read without the rest: figures of one group, and of one indicator."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.groups.changing import Change
from bot.groups.shown import thaw
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Published
from storage.scope import Scope
from storage.tables import figures

_OF_MONTH = (
    select(figures)
    .where(figures.c.month == bindparam("month"))
    .order_by(figures.c.position, figures.c.indicator)
)
_OF_GROUP = _OF_MONTH.where(figures.c.position == bindparam("position"))
_EVERYWHERE = _OF_MONTH.where(figures.c.indicator == bindparam("indicator"))


def whole(scope: Scope, month: Closed) -> Closed:
    """Return a month with all its figures."""
    return _with(month, scope.execute(_OF_MONTH, {"month": str(month.month)}))


def excerpt(scope: Scope, month: Closed, asked: Excerpt) -> Closed:
    """Return a month with the figures that are asked for."""
    return _with(month, _rows(scope, month, asked))


def _rows(scope: Scope, month: Closed, asked: Excerpt) -> Iterator[Row[*tuple[Any, ...]]]:
    which = {"month": str(month.month)}
    if asked.group in month.groups:
        yield from scope.execute(_OF_GROUP, which | {"position": month.groups.index(asked.group)})
    for indicator in asked.everywhere:
        yield from scope.execute(_EVERYWHERE, which | {"indicator": indicator})


def _with(month: Closed, rows: Iterable[Row[*tuple[Any, ...]]]) -> Closed:
    found = {}
    for row in rows:
        group, moved = month.groups[row.position], Change(**row.change) if row.change else None
        one = Published(month.month, group, row.indicator, thaw(row.shown), moved)
        found[group, row.indicator] = one
    return replace(month, figures=found)
