"""Weekly slots that the company offers first: a row for each, of nobody."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select
from typing_extensions import override

from bot.people import Slot
from bot.slots import OfferedSlots
from storage.scope import Scope
from storage.tables import offered_slots

_ALL = select(offered_slots.c.weekday, offered_slots.c.at).order_by(offered_slots.c.place)
_CLEAR = delete(offered_slots)
_ADD = insert(offered_slots)


class StoredOfferedSlots(OfferedSlots):
    """Written anew as a whole: they are few."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def all(self) -> Sequence[Slot]:
        return [Slot(weekday, at) for weekday, at in self._scope.execute(_ALL)]

    @override
    def put(self, slots: Sequence[Slot]) -> None:
        self._scope.execute(_CLEAR)
        for place, slot in enumerate(slots):
            self._scope.execute(_ADD, {"place": place, "weekday": slot.weekday, "at": slot.at})
