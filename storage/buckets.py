"""When platforms may be called again: a row for each limit of each workspace."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, select

from storage.scope import Scope
from storage.statements import insert_new, insert_or_replace
from storage.tables import buckets

_ADD = insert_new(buckets, buckets.c.name, told=False)
_PUT = insert_or_replace(buckets, (buckets.c.name,), (buckets.c.free_at,))
_FIND = select(buckets.c.name, buckets.c.free_at).where(
    buckets.c.name.in_(bindparam("names", expanding=True))
)
_IN_TURN = _FIND.order_by(buckets.c.name)
_LOCK = _IN_TURN.with_for_update(skip_locked=True)
_WAIT = _IN_TURN.with_for_update()


class Buckets:
    """Locked until the end of the transaction by whoever takes turns."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def look(self, names: Collection[str]) -> dict[str, datetime]:
        """Return when they are full; those that nobody has used yet are missing."""
        return self._read(_FIND, names)

    def lock(self, names: Collection[str]) -> dict[str, datetime]:
        """Lock those that nobody else has locked, and return them."""
        return self._read(_LOCK, names)

    def hold(self, name: str, now: datetime) -> datetime:
        """Lock one, after others if need be."""
        found = self._read(_WAIT, [name])
        if not found:
            self.add([name], now)
            found = self._read(_WAIT, [name])
        return found[name]

    def add(self, names: Collection[str], now: datetime) -> None:
        """Add those that do not exist: they are full."""
        if names:
            self._scope.execute(_ADD, [{"name": name, "free_at": now} for name in sorted(names)])

    def put(self, full: Mapping[str, datetime]) -> None:
        """Write when buckets will be full, in an order in which nobody waits in a circle."""
        if full:
            rows = [{"name": name, "free_at": at} for name, at in sorted(full.items())]
            self._scope.execute(_PUT, rows)

    def _read(self, query: Select[Any], names: Collection[str]) -> dict[str, datetime]:
        rows = self._scope.execute(query, {"names": sorted(names)}) if names else ()
        return {name: at for name, at in rows}  # noqa: C416 - a row is no pair to mypy
