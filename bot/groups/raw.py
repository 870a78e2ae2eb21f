"""What the release asks of a figure, whoever measured it."""

from collections.abc import Mapping
from typing import Protocol


class Raw(Protocol):
    """A figure as it was measured: exact, and not fit to be shown."""

    @property
    def value(self) -> float | None:
        """The figure; a share is from 0 to 1. None where there was nothing to measure."""

    @property
    def low(self) -> float | None:
        """The lower end of the 95 % interval."""

    @property
    def high(self) -> float | None:
        """The upper end of it."""

    @property
    def people(self) -> int:
        """How many different people are behind it, or teams, of what is theirs alone."""

    @property
    def rows(self) -> int:
        """What it is over: people, answers, commitments. A share's denominator."""

    @property
    def hits(self) -> float | None:
        """A share's numerator; None for means and medians."""

    @property
    def counts(self) -> Mapping[int, int]:
        """How often each answer of a scale was given; empty where there is no scale."""

    @property
    def by_bot(self) -> bool:
        """Whether it tells what was done to people, not what any of them said or did."""

    @property
    def unit(self) -> str:
        """What it is measured in; `shown` knows which units have a low and a high."""
