"""`declic audit`: what would published figures tell of a few people, looked at afresh."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bot.groups.auditing import Audited, audit
from bot.groups.shown import Shown
from bot.measuring.pooled import PARTS
from bot.measuring.published import Published
from bot.ports import OpenUnitOfWork, UnitOfWork
from bot.visibility import GROUP_OF

SEED = 7
"""Of the attack, so that two audits of one database say the same."""


def audited(open_uow: OpenUnitOfWork) -> Iterator[tuple[str, Audited]]:
    """Audit every series of figures in turn, with its name; a series is in memory at a time."""
    with open_uow() as uow:
        for series in uow.figures.series():
            yield series, audit(uow.figures.waves(series), Random(SEED))  # noqa: S311 - no secret


@dataclass(frozen=True, slots=True)
class Beside:
    """Published figures that are in no series.

    Attributes:
        ranges: of people, such as who stopped.
        teams: of teams, whose alignment is added up of what rounds sealed. That is told of two
            teams or more, and no answer of a person is kept with which it could be compared.
        few: names of figures that are of fewer than five people, or of a range in which fewer
            than five numbers are possible.
    """

    ranges: int
    teams: int
    few: tuple[str, ...]


def beside(open_uow: OpenUnitOfWork) -> Beside:
    """Look at the figures that are in no series, and at the size of all."""
    with open_uow() as uow:
        every = list(_published(uow))
    told = [one for one in every if one.shown.how != "too_few"]
    few = (f"{one.month} {one.group}: {one.indicator}" for one in told if _is_few(one.shown))
    return Beside(
        ranges=sum(one.shown.unit == "people" for one in told),
        teams=sum(one.indicator in PARTS for one in told),
        few=tuple(few),
    )


def _published(uow: UnitOfWork) -> Iterator[Published]:
    for month in uow.figures.months():
        closed = uow.figures.of(month)
        yield from closed.figures.values() if closed else ()


def _is_few(shown: Shown) -> bool:
    if shown.people is None:
        return False
    if shown.people.most < GROUP_OF:
        return True
    return shown.unit == "people" and _possible(shown, shown.people.most) < GROUP_OF


def _possible(shown: Shown, people: int) -> int:
    """Return how many numbers a range leaves possible, as it and all others are five at least."""
    low, high = int(shown.low or 0), int(shown.high or people)
    return min(high, people - GROUP_OF) - max(low, GROUP_OF) + 1
