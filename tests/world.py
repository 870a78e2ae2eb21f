"""A world of its own: a real database, the whole engine, and a clock that the test moves."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from adapters.web.export import ExportLinks
from adapters.wiring import Engine, make_engine
from bot.campaigns.launching import CHUNK
from bot.library import Library
from bot.ports import Messenger, Rewriter, UnitOfWork
from prompts.loader import load_library
from storage.store import Store
from tests.databases import KEY
from tests.fakes import Clock

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
"""10:00 in Paris, 09:00 in Dublin."""

T = TypeVar("T")
_SHELF: list[Library] = []


def library() -> Library:
    """The real packs, read once."""
    if not _SHELF:
        _SHELF.append(load_library())
    return _SHELF[0]


class World:
    """The engine, and time that passes only by way of what falls due."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine = engine
        self.clock = clock

    async def settle(self) -> None:
        """Wait until all that was begun is sent, and send what is left."""
        await self.engine.settle()
        await self.engine.loop.run_once()
        await self.engine.settle()

    async def settle_model(self) -> None:
        """Wait until the language model was heard, and what came of it is sent."""
        if self.engine.asker:
            await self.engine.asker.settle()
        await self.settle()

    async def settle_preview(self) -> None:
        """Wait until previews that were asked for are worked out, and what came of it is sent."""
        if self.engine.rehearsals:
            await self.engine.rehearsals.settle()
        await self.settle()

    async def wait_until(self, at: datetime) -> None:
        """Let time pass; everything that falls due on the way comes at its time."""
        await self.settle()
        while (due := await self.look(lambda uow: uow.moments.next_at())) and due <= at:
            self.clock.at = max(due, self.clock.at)
            await self.settle()
        self.clock.at = at
        await self.settle()

    async def wait(self, **ahead: float) -> None:
        """Let so much time pass: `days=1`, `hours=2`."""
        await self.wait_until(self.clock() + timedelta(**ahead))

    async def wait_for_next(self) -> None:
        """Go to the next moment that anything is due."""
        due = await self.look(lambda uow: uow.moments.next_at())
        assert due, "nothing is planned"
        await self.wait_until(due)

    async def look(self, at: Callable[[UnitOfWork], T]) -> T:
        """Read something from the store."""

        def read() -> T:
            with self.engine.store.open_uow() as uow:
                return at(uow)

        return await self.engine.store.run(read)

    async def change(self, act: Callable[[UnitOfWork], object]) -> None:
        """Change something in the store, as nobody in the chat could."""

        def write() -> None:
            with self.engine.store.open_uow() as uow:
                act(uow)
                uow.commit()

        await self.engine.store.run(write)


@asynccontextmanager
async def world(
    store: Store,
    messengers: Mapping[str, Messenger],
    clock: Clock,
    rewriter: Rewriter | None = None,
    owners: frozenset[str] = frozenset(),
    chunk: int = CHUNK,
) -> AsyncIterator[World]:
    """Put the engine together as the wiring does."""
    links = ExportLinks(KEY, "https://declic.example")
    engine = make_engine(
        store,
        library(),
        messengers,
        clock,
        links,
        rewriter=rewriter,
        owners=owners,
        chunk=chunk,
    )
    yield World(engine, clock)
    await give_up(engine)
    await engine.settle()
    await engine.loop.stop()


async def give_up(engine: Engine) -> None:
    """End what works beside the engine, as the end of the process does."""
    if engine.asker:
        await engine.asker.close()
    if engine.rehearsals:
        await engine.rehearsals.close()
