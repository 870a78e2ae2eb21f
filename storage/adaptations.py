"""What the company changed because of figures: a row for each, of nobody."""

from collections.abc import Sequence

from sqlalchemy import select
from typing_extensions import override

from bot.adapting.applying import Applied
from bot.adapting.keeping import freeze, name_of, thaw
from bot.adapting.ports import Adaptations
from bot.measuring.published import Month
from storage.scope import Scope
from storage.statements import insert_new
from storage.tables import adaptations as kept

_ADD = insert_new(kept, kept.c.day, kept.c.proposal)
_ALL = select(kept).order_by(kept.c.day, kept.c.proposal)


class StoredAdaptations(Adaptations):
    """They are few, and read as a whole."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, applied: Applied) -> None:
        row = {
            "day": applied.on,
            "proposal": name_of(applied.proposal),
            "month": str(applied.of),
            "figures": freeze(applied.proposal),
        }
        self._scope.execute(_ADD, row)

    @override
    def all(self) -> Sequence[Applied]:
        return [
            Applied(row.day, thaw(row.proposal, row.figures), Month.read(row.month))
            for row in self._scope.execute(_ALL)
        ]
