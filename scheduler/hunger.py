"""When a sweep asks the outbox for rows: neither over and over, nor too late for a turn."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from math import inf

from bot.outbox import Claimed
from scheduler.lanes import Lanes

LOOK_AGAIN = 1.0
"""Seconds after which a sweep looks for new rows although slow calls are still under way."""

BREATH = 0.05
"""Seconds between looks for rows that were behind those that are settled by now."""

LINGER = timedelta(seconds=1)
"""For a turn that comes sooner, a sweep that has nothing else to do stays."""


class Hunger:
    """Knows what the last claim brought, and what happened since."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self.wake()

    def wake(self) -> None:
        """Look at once."""
        self._looked_at = -inf
        self._full, self._limit = False, 0
        self._grown = False
        self._fed: Collection[str] = ()
        self._again_at: datetime | None = None

    def grow(self) -> None:
        """Note that rows were settled, behind which others may have waited."""
        self._grown = True

    def asks(self) -> None:
        """Note that a claim begins: until it ends there is nothing else to ask for."""
        self._looked_at = asyncio.get_running_loop().time()
        self._grown = False
        self._again_at = None

    def fed(self, claimed: Claimed, limit: int, buckets: Collection[str]) -> None:
        """Note what a claim brought."""
        self._looked_at = asyncio.get_running_loop().time()
        self._limit = limit
        self._full = len(claimed.rows) >= limit
        self._fed = buckets
        self._again_at = claimed.again_at

    def wants(self, now: datetime) -> bool:
        """Tell whether to claim."""
        if self._full and any(self._lanes.low(bucket, self._limit) for bucket in self._fed):
            return True
        return self.patience(now) <= 0

    def patience(self, now: datetime, turn_at: datetime | None = None) -> float:
        """Return the seconds until there is something to claim, or somebody's turn comes."""
        since = asyncio.get_running_loop().time() - self._looked_at
        waits = [(BREATH if self._grown else LOOK_AGAIN) - since]
        waits += [(at - now).total_seconds() for at in (self._again_at, turn_at) if at]
        return max(0, min(waits))

    async def linger(self, now: datetime) -> bool:
        """Wait for a turn that comes soon, if nothing can be had at once; false if none does."""
        if self._grown:
            self._looked_at = -inf
            return True
        if self._again_at is None or self._again_at - now > LINGER:
            return False
        await asyncio.sleep(self.patience(now))
        return True
