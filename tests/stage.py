"""What a script can do and read on a stage, whatever the platform."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.people import Coachee
from tests.world import World

SAVE = {"Save", "Enregistrer"}
"""What the button of a list is called."""


BACKGROUND = {"Aftermath._run", "run_ack_function_asynchronously"}
"""What the adapters do after they have answered a request."""

_BOLT = "AsyncioListenerRunner.run.<locals>."


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it stands in the chat now.

    Attributes:
        key: the message's own name; it stays when the message is updated in place.
        text: what can be read in it.
        labels: what can be pressed, ticked or chosen.
        told: the notification.
        passing: a sentence that goes away by itself, without a footer.
    """

    key: str
    text: str
    labels: tuple[str, ...] = ()
    told: str = ""
    passing: bool = False


class Stage(ABC):
    """One person on one platform."""

    def __init__(self, world: World) -> None:
        self.world = world

    @abstractmethod
    async def say(self, text: str) -> None:
        """Type something in the direct message."""

    @abstractmethod
    async def press(self, label: str) -> None:
        """Press the newest button, list entry or number with this label."""

    @abstractmethod
    async def tick(self, *labels: str) -> None:
        """Choose several of a list and save."""

    @abstractmethod
    async def pick(self, day: str) -> None:
        """Choose a day, as ISO, in the newest calendar and save."""

    @abstractmethod
    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the open form and send it; other fields keep what they show."""

    async def look(self) -> None:  # noqa: B027 - most records are always fresh
        """Look at the chat again, after time has passed."""

    @abstractmethod
    def messages(self) -> list[Shown]:
        """The chat as it is now, oldest first."""

    @abstractmethod
    def form(self) -> list[str]:
        """Ids of the fields of the open form; empty if none is open."""

    @abstractmethod
    def window(self) -> str:
        """What can be read in the open form, its errors included."""

    @property
    @abstractmethod
    def identity(self) -> tuple[str, str]:
        """The person's workspace and id, as the platform vouches for them."""

    @abstractmethod
    def keep(self) -> object:
        """Return the platform's own record, for a stage that begins where this one ends."""

    async def answered(self) -> None:
        """Wait until all is said that follows from a request; time stands still meanwhile."""
        while late := [task for task in asyncio.all_tasks() if _name(task) in BACKGROUND]:
            await asyncio.gather(*late, return_exceptions=True)
        await self.world.engine.settle()

    def save(self) -> str:
        """Return what the newest button is called that saves a list or a day."""
        for message in reversed(self.messages()):
            for label in message.labels:
                if label in SAVE:
                    return label
        raise AssertionError("nothing here can be saved")

    async def me(self) -> Coachee | None:
        """What is kept of the person; None before they came and after they were erased."""
        return await self.world.look(lambda uow: uow.people.find(*self.identity))

    def shown(self) -> list[str]:
        """What can be read in each message of the chat now, oldest first."""
        return [one.text for one in self.messages()]

    def labels(self) -> list[str]:
        """All buttons and entries of the newest message."""
        lasting = [one for one in self.messages() if not one.passing]
        return list(lasting[-1].labels) if lasting else []


def _name(task: "asyncio.Task[object]") -> str:
    return getattr(task.get_coro(), "__qualname__", "").removeprefix(_BOLT)


def words_in(part: object, names: frozenset[str]) -> Iterator[str]:
    """Read every text that stands under one of the names, however deep."""
    if isinstance(part, list):
        for one in part:
            yield from words_in(one, names)
    elif isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str) and name in names and value:
                yield value
            else:
                yield from words_in(value, names)
