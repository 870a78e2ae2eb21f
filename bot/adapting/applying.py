"""What a confirmed proposal changes, and the list of what was changed and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.adapting.proposing import Defaults, DropStar, Proposal


@dataclass(frozen=True, slots=True)
class Applied:
    """A proposal that HR confirmed, with the figures it was made of, and the day."""

    on: date
    proposal: Proposal


def apply(defaults: Defaults, proposal: Proposal) -> Defaults:
    """Change the defaults as somebody of HR has confirmed; twice is as good as once.

    Nobody's own themes or slot change: defaults are what is suggested and offered first.
    """
    if isinstance(proposal, DropStar):
        stars = tuple(theme for theme in defaults.stars if theme != proposal.theme_id)
        return replace(defaults, stars=stars)
    moved = (proposal.there if slot == proposal.here else slot for slot in defaults.slots)
    return replace(defaults, slots=tuple(dict.fromkeys(moved)))


def applied_in(month: date, every: Iterable[Applied]) -> tuple[Applied, ...]:
    """Return what was applied in the month of a day, in the order of the days."""
    inside = (one for one in every if (one.on.year, one.on.month) == (month.year, month.month))
    return tuple(sorted(inside, key=lambda one: one.on))
