"""The engine in one thread: everything that really runs, around a clock that jumps."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from random import Random
from typing import ParamSpec, TypeVar

from adapters.demo.chat import Chat
from adapters.demo.company import OWNERS, PLATFORM
from bot.campaigns.arrivals import ListBrought
from bot.conversation import Carried, Conversation
from bot.events import Inbound
from bot.library import Library
from bot.messages import Reply
from bot.ports import UnitOfWork
from bot.speech import Speech
from scheduler.dispatch import Dispatcher
from scheduler.loop import Loop
from storage.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class Jumping:
    """A clock that is put where it is wanted. Call it to read it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.at


async def at_once(job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a database job where the caller is: in the store's own thread already."""
    return job(*args, **kwargs)


class House:
    """Conversation, dispatcher and loop as the wiring joins them, with ids drawn from a seed.

    It lives in the store's writing thread, so that hundreds of turns share a transaction and
    none waits for another thread.
    """

    def __init__(
        self, store: Store, library: Library, chat: Chat, clock: Jumping, seed: int
    ) -> None:
        self.clock, self.chat, self.library = clock, chat, library
        self.turns = 0
        self._store = store
        new_id = _ids(seed)
        self._conversation = Conversation(store.open_uow, library, new_id, owners=OWNERS)
        self._dispatcher = Dispatcher(
            at_once,
            store.open_uow,
            Speech(library, new_id, owners=OWNERS),
            {PLATFORM: chat},
            clock,
            jitter=Random(seed),  # noqa: S311 - back-off, no secret
        )
        self._loop = Loop(
            at_once, store.open_uow, self._conversation.handle_due, self._dispatcher, clock
        )

    async def handle(self, event: Inbound) -> Reply:
        """Carry an event, and send what came of it."""
        self.turns += 1
        carried = self._conversation.handle(event)
        await self.flush(carried)
        return carried.reply or Reply()

    async def bring(self, part: ListBrought) -> None:
        """Take part of a list that HR brings."""
        await self.flush(self._conversation.handle(part))

    async def flush(self, carried: Carried) -> None:
        """Send what somebody waits for."""
        for lane in filter(None, [carried.coachee_id, *sorted(carried.others)]):
            await self._dispatcher.flush(lane)

    async def tick(self) -> None:
        """Carry what is due by now, and send it."""
        await self._loop.run_once()

    async def close(self) -> None:
        """Give back what was not sent."""
        with suppress(TimeoutError):
            await self._loop.stop()

    def next_due(self) -> datetime | None:
        """Return when the engine has something to do."""
        return self.look(lambda uow: uow.moments.next_at())

    def look(self, at: Callable[[UnitOfWork], T]) -> T:
        """Read something from the store."""
        with self._store.open_uow() as uow:
            return at(uow)


def _ids(seed: int) -> Callable[[], str]:
    """Return names that are the same in every run: a demo's buttons open nothing real."""
    chance = Random(f"ids {seed}")  # noqa: S311 - says so itself
    return lambda: f"{chance.getrandbits(96):024x}"
