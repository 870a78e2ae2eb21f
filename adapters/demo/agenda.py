"""What made-up people are about to do, in the order of time."""

import heapq
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Literal

from adapters.demo.mind import Mind
from bot.messages import Form

Does = Literal["turn_to", "look", "write", "say", "answer", "hand_in", "mark"]
"""turn_to: read what came, unless one is in a conversation already; look: read the next question
of a conversation; write: send a form; say: type a command; answer, hand_in and mark: open a
team's check-in, send it, mark an action as done."""


@dataclass(order=True, slots=True)
class Deed:
    """Something that somebody does at a time; `order` decides between two of the same time."""

    at: datetime
    order: int
    does: Does = field(compare=False)
    mind: Mind = field(compare=False)
    form: Form | None = field(default=None, compare=False)
    said: str = field(default="", compare=False)


class Agenda:
    """All deeds that are still to come."""

    def __init__(self) -> None:
        self._deeds: list[Deed] = []
        self._order = count()

    @property
    def next_at(self) -> datetime | None:
        """When somebody does something next."""
        return self._deeds[0].at if self._deeds else None

    def plan(
        self, at: datetime, mind: Mind, does: Does, *, form: Form | None = None, said: str = ""
    ) -> None:
        """Let somebody do something at a time."""
        heapq.heappush(self._deeds, Deed(at, next(self._order), does, mind, form, said))

    def take(self, before: datetime) -> Deed | None:
        """Take the next deed, if it comes before a time."""
        if self._deeds and self._deeds[0].at < before:
            return heapq.heappop(self._deeds)
        return None
