"""Which figures of a closed month somebody looks at: a large company has thousands of them."""

from dataclasses import dataclass

from bot.measuring.company import TOP
from bot.measuring.published import Month


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of a closed month.

    Attributes:
        month: which.
        group: all figures of this group; a name that is none has no figures.
        everywhere: indicators of which the figures of every group are wanted, beside these.
    """

    month: Month
    group: str = TOP
    everywhere: tuple[str, ...] = ()
