"""What adapting needs of a store. Part of `bot.ports.UnitOfWork`."""

from collections.abc import Sequence
from typing import Protocol

from bot.adapting.applying import Applied


class Adaptations(Protocol):
    """What the company changed because of figures. It stays, and knows nobody."""

    def add(self, applied: Applied) -> None:
        """Remember a change with its figures; the same proposal counts once a day."""

    def all(self) -> Sequence[Applied]:
        """All changes, in the order of their days."""
