"""`declic audit`: what would published figures tell of a few people, looked at afresh."""

from collections.abc import Iterator
from random import Random

from bot.groups.auditing import Audited, audit
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.visibility import GROUP_OF

SEED = 7
"""Of the attack, so that two audits of one database say the same."""


def audited(open_uow: OpenUnitOfWork) -> Iterator[tuple[str, Audited]]:
    """Audit every series of figures in turn, with its name; a series is in memory at a time."""
    with open_uow() as uow:
        for series in uow.figures.series():
            yield series, audit(uow.figures.waves(series), Random(SEED))  # noqa: S311 - no secret


def small(open_uow: OpenUnitOfWork) -> list[str]:
    """Name published figures that say of themselves that they are of fewer than five people."""
    with open_uow() as uow:
        return list(_small(uow))


def _small(uow: UnitOfWork) -> Iterator[str]:
    for month in uow.figures.months():
        closed = uow.figures.of(month)
        for one in closed.figures.values() if closed else ():
            told = one.shown.how in {"number", "word", "withheld"}
            if told and one.shown.people is not None and one.shown.people.most < GROUP_OF:
                yield f"{month} {one.group}: {one.indicator}"
