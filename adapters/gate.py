"""The gate to the figures of closed months: each look is one short transaction of the store."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bot.adapting.applying import Applied, applied_of
from bot.campaigns import looking
from bot.campaigns.arrivals import Entry, LinkUsed, Visit
from bot.clock import Clock
from bot.conversation import Carried
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month
from storage.store import Store

Carry: TypeAlias = Callable[[LinkUsed], Awaitable[Carried]]
"""Carries an event to the engine, and sees to what follows from it. Raises `Busy`."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Asks who may look, and reads what there is to see; see `adapters.web.dashboard.routes`."""

    store: Store
    owners: frozenset[str]
    now: Clock
    carry: Carry

    async def enter(self, visit: Visit) -> Entry:
        """Use a link up, and let whoever it is made out to be told."""
        carried = await self.carry(LinkUsed(self.now(), visit))
        return carried.entry or "refused"

    async def stands(self, visit: Visit) -> looking.Standing:
        """Tell whether the page is still open to somebody who came in."""
        return await self.store.run_read(self._stands, visit)

    async def note(self, visit: Visit, month: Month, group: str) -> looking.Standing:
        """Write down a look, if the page is open."""
        return await self.store.run(self._note, visit, month, group)

    async def months(self) -> Sequence[Month]:
        """List the closed months."""
        return await self.store.run_read(self._months)

    async def read(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        """Read parts of closed months."""
        return await self.store.run_read(self._read, asked)

    async def applied(self, month: Month) -> Sequence[Applied]:
        """Read what was changed because of the figures of a month."""
        return await self.store.run_read(self._applied, month)

    def _stands(self, visit: Visit) -> looking.Standing:
        with self.store.open_uow() as uow:
            return looking.standing(uow, self.owners, visit)

    def _note(self, visit: Visit, month: Month, group: str) -> looking.Standing:
        with self.store.open_uow() as uow:
            stands = looking.look(uow, self.owners, visit, month, group, self.now())
            uow.commit()
            return stands

    def _months(self) -> Sequence[Month]:
        with self.store.open_uow() as uow:
            return uow.figures.months()

    def _read(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        with self.store.open_uow() as uow:
            return uow.figures.excerpts(asked)

    def _applied(self, month: Month) -> Sequence[Applied]:
        with self.store.open_uow() as uow:
            return applied_of(month, uow.adaptations.all())
