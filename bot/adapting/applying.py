"""What a confirmed proposal changes, and the list of what was changed and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.adapting.proposing import Defaults, DropStar, Proposal
from bot.measuring.published import Month


@dataclass(frozen=True, slots=True)
class Applied:
    """A proposal that HR confirmed, with the figures it was made of.

    Attributes:
        on: the day on which it was confirmed.
        proposal: what was changed, and why.
        of: the month whose figures these are.
    """

    on: date
    proposal: Proposal
    of: Month


def apply(defaults: Defaults, proposal: Proposal) -> Defaults:
    """Change the defaults as somebody of HR has confirmed; twice is as good as once.

    Nobody's own themes or slot change: defaults are what is suggested and offered first.
    """
    if isinstance(proposal, DropStar):
        stars = tuple(theme for theme in defaults.stars if theme != proposal.theme_id)
        return replace(defaults, stars=stars)
    moved = (proposal.there if slot == proposal.here else slot for slot in defaults.slots)
    return replace(defaults, slots=tuple(dict.fromkeys(moved)))


def applied_of(month: Month, every: Iterable[Applied]) -> tuple[Applied, ...]:
    """Return what was applied because of a month's figures, in the order of the days."""
    return tuple(sorted((one for one in every if one.of == month), key=lambda one: one.on))
