"""What reports need of a store: the months that are closed."""

from collections.abc import Sequence
from typing import Protocol

from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month


class ClosedMonths(Protocol):
    """What was published of closed months; it never changes."""

    def months(self) -> Sequence[Month]:
        """All closed months."""

    def excerpts(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        """Return months with only the figures asked for; in order, None for one not closed."""


def last_closed(figures: ClosedMonths) -> Month | None:
    """Return the last closed month, if there is one."""
    return max(figures.months(), default=None)


def of_company(figures: ClosedMonths, *months: Month) -> list[Closed]:
    """Return what was published of the company as a whole, of the months that are closed."""
    found = figures.excerpts([Excerpt(month) for month in months])
    return [one for one in found if one]
