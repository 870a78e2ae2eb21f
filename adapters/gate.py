"""The gate to the figures of closed months: each look is one short transaction of the store."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.adapting.applying import Applied, applied_in
from bot.campaigns import looking
from bot.campaigns.grants import Role
from bot.clock import Clock
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Gate:
    """Asks who may look, and reads what there is to see; see `adapters.web.dashboard.routes`."""

    store: Store
    owners: frozenset[str]
    now: Clock

    async def enter(self, coachee_id: str, role: Role, key: str) -> looking.Entry:
        """Use a link up."""
        return await self.store.run(self._enter, coachee_id, role, key)

    async def may(self, coachee_id: str, role: Role) -> bool:
        """Tell whether somebody still has a role."""
        return await self.store.run_read(self._may, coachee_id, role)

    async def note(self, coachee_id: str, role: Role, month: Month, group: str) -> bool:
        """Write down a look; False if the role is gone."""
        return await self.store.run(self._note, coachee_id, role, month, group)

    async def months(self) -> Sequence[Month]:
        """List the closed months."""
        return await self.store.run_read(self._months)

    async def read(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        """Read parts of closed months."""
        return await self.store.run_read(self._read, asked)

    async def applied(self, month: Month) -> Sequence[Applied]:
        """Read what was changed in a month because of figures."""
        return await self.store.run_read(self._applied, month)

    def _enter(self, coachee_id: str, role: Role, key: str) -> looking.Entry:
        with self.store.open_uow() as uow:
            entry = looking.enter(uow, self.owners, coachee_id, role, key, self.now())
            uow.commit()
            return entry

    def _may(self, coachee_id: str, role: Role) -> bool:
        with self.store.open_uow() as uow:
            return looking.may_look(uow, self.owners, coachee_id, role)

    def _note(self, coachee_id: str, role: Role, month: Month, group: str) -> bool:
        with self.store.open_uow() as uow:
            noted = looking.look(uow, self.owners, coachee_id, role, month, group, self.now())
            uow.commit()
            return noted

    def _months(self) -> Sequence[Month]:
        with self.store.open_uow() as uow:
            return uow.figures.months()

    def _read(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        with self.store.open_uow() as uow:
            return uow.figures.excerpts(asked)

    def _applied(self, month: Month) -> Sequence[Applied]:
        with self.store.open_uow() as uow:
            return applied_in(month, uow.adaptations.all())
