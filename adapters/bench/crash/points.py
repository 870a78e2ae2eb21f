"""The points at which somebody is killed, and what kills at them."""

import asyncio
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from adapters.bench.measuring.processes import Declic
from adapters.wiring import real_now

Victim = Literal["web", "worker"]
Kind = Literal["acknowledged", "sent", "later"]

WRITERS = 24
"""So many people write at the same time, each round."""

PEOPLE = 20
"""To so many a letter is queued and for as many the weekly moment has come, each round."""

AT_MOST = 0.6
"""Seconds after which a kill comes that waits for nothing."""


@dataclass(frozen=True, slots=True)
class Point:
    """When to kill: after so many of a kind, or seconds for `later`."""

    kind: Kind
    after: float


def points(victim: Victim, chance: random.Random) -> Iterator[Point]:
    """Draw points without end."""
    kinds: tuple[Kind, ...] = ("sent", "later", "acknowledged")
    most = WRITERS - 1 if victim == "web" else PEOPLE
    for kind in itertools.cycle(kinds[:2] if victim == "worker" else kinds):
        yield Point(kind, chance.random() * AT_MOST if kind == "later" else chance.randint(1, most))


@dataclass(slots=True)
class Fuse:
    """Kills a process when its point has come, even if that was before it was lit."""

    point: Point
    blown_at: datetime | None = None
    _victim: Declic | None = None
    _passed: int = 0

    def light(self, victim: Declic) -> None:
        """Say whom to kill."""
        self._victim = victim
        self._look()
        if self.point.kind == "later":
            asyncio.get_running_loop().call_later(self.point.after, self.blow)

    def passed(self, kind: Kind) -> None:
        """Take note of one more of a kind."""
        self._passed += kind == self.point.kind
        self._look()

    def blow(self) -> None:
        """Kill now."""
        if self._victim and self.blown_at is None:
            self._victim.kill()
            self.blown_at = real_now()

    def _look(self) -> None:
        if self.point.kind != "later" and self._passed >= self.point.after:
            self.blow()
