"""What reports need of a store: the months that are closed."""

from collections.abc import Sequence
from typing import Protocol

from bot.measuring.published import Closed, Month


class ClosedMonths(Protocol):
    """What was published of closed months; it never changes."""

    def months(self) -> Sequence[Month]:
        """All closed months."""

    def of(self, month: Month) -> Closed | None:
        """Return what was published of a month."""


def last_closed(figures: ClosedMonths) -> Closed | None:
    """Return the last closed month, if there is one."""
    months = figures.months()
    return figures.of(max(months)) if months else None
