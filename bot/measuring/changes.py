"""Whether a figure changed since the previous closed period."""

from typing import Literal

from bot.measuring.figures import Figure
from bot.measuring.intervals import FEWEST, of_difference

Direction = Literal["up", "down", "no_clear_change"]


def change(now: Figure, before: Figure) -> Direction | None:
    """Compare a figure with itself one period before (coaching 5.3).

    Up or down only if the 90 % interval of the change leaves out 0. None where either side has
    fewer than ten people, no value or no interval. It says where the number went, not whether
    that is good.

    Raises:
        ValueError: they are not of one unit.
    """
    if now.unit != before.unit:
        raise ValueError(f"{now.unit} cannot be compared with {before.unit}")
    if min(now.people, before.people) < FEWEST:
        return None
    if now.value is None or before.value is None:
        return None
    if now.interval_90 is None or before.interval_90 is None:
        return None
    moved = of_difference(now.value, now.interval_90, before.value, before.interval_90)
    if moved.low > 0:
        return "up"
    return "down" if moved.high < 0 else "no_clear_change"
