"""How many rows a process takes on: fewer as long as it comes too late for their turns.

A turn that is missed costs another one, so that a process with more rows than it can compose
would soon do nothing else than take turns.
"""

FEWEST = 10
STEP = 10
"""Rows more with each claim in which no turn was missed."""


class Appetite:
    """Halves with missed turns, and grows slowly."""

    def __init__(self) -> None:
        self._most: int | None = None
        self._missed = 0

    def limit(self, most: int, held: int, missed: int) -> int:
        """Return how many rows to claim.

        Args:
            most: how many it would be with all the time in the world.
            held: how many this process has already.
            missed: how many turns were missed since it began.
        """
        allowed = most if self._most is None else min(most, self._most)
        if missed > self._missed:
            allowed = max(FEWEST, min(allowed, held) // 2)
        else:
            allowed += STEP
        self._missed = missed
        self._most = None if allowed >= most else allowed
        return most if self._most is None else max(0, allowed - held)
