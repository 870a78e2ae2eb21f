"""What was published of closed months, frozen; and who was behind it, as later ones must know."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, insert, select
from typing_extensions import override

from bot.errors import Conflict
from bot.groups.changing import Change
from bot.groups.release import Wave
from bot.groups.shown import freeze, thaw
from bot.measuring.ports import Figures, Packed, TeamRound
from bot.measuring.published import Closed, Month, Published
from storage.cipher import Cipher
from storage.noted import renamed
from storage.scope import Scope
from storage.sealed import sealed_rounds
from storage.statements import insert_new
from storage.tables import closings, figures
from storage.tokens import from_token, to_token
from storage.waves import StoredWaves

_MONTHS = select(closings.c.month).order_by(closings.c.month)
_CLOSING = select(closings).where(closings.c.month == bindparam("month"))
_FIGURES = (
    select(figures)
    .where(figures.c.month == bindparam("month"))
    .order_by(figures.c.position, figures.c.indicator)
)
_CLOSE = insert_new(closings, closings.c.month)
_PUBLISH = insert(figures)


class StoredFigures(Figures):
    """Names of groups are encrypted; figures know their group by its position."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._cipher = cipher
        self._waves = StoredWaves(scope, cipher, lambda: self._renamed)

    @override
    def months(self) -> Sequence[Month]:
        return [Month.read(name) for name in self._scope.execute(_MONTHS).scalars()]

    @override
    def of(self, month: Month) -> Closed | None:
        which = {"month": str(month)}
        closing = self._scope.execute(_CLOSING, which).first()
        if closing is None:
            return None
        groups = self._groups(month, closing.ciphertext)
        found: dict[tuple[str, str], Published] = {}
        for row in self._scope.execute(_FIGURES, which):
            group = groups[row.position]
            moved = Change(**row.change) if row.change else None
            found[group, row.indicator] = Published(
                month, group, row.indicator, thaw(row.shown), moved
            )
        return Closed(month, groups, found, tuple(closing.themes))

    @override
    def series(self) -> Sequence[str]:
        return self._waves.series()

    @override
    def waves(self, series: str) -> Sequence[Wave]:
        return self._waves.of(series)

    @override
    def pack(self, closed: Closed, waves: Mapping[str, Sequence[Wave]]) -> Packed:
        return self._waves.pack(closed, waves)

    @override
    def publish(self, closed: Closed, waves: Mapping[str, Sequence[Wave]] | Packed) -> None:
        packed = waves if isinstance(waves, Packed) else self.pack(closed, waves)
        month = str(closed.month)
        row = {
            "month": month,
            "ciphertext": to_token(self._cipher, list(closed.groups)),
            "themes": list(closed.themes),
        }
        if self._scope.execute(_CLOSE, row).first() is None:
            raise Conflict(f"{month} is closed")
        position = {group: number for number, group in enumerate(closed.groups)}
        rows = [_row(one, position[one.group]) for one in closed.figures.values()]
        if rows:
            self._scope.execute(_PUBLISH, rows)
        self._waves.keep(closed.month, packed)

    @override
    def rounds(self, start: datetime, end: datetime) -> Sequence[TeamRound]:
        return sealed_rounds(self._scope, self._cipher, start, end)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        return renamed(self._scope, self._cipher)

    def _groups(self, month: Month, token: bytes) -> tuple[str, ...]:
        return tuple(from_token(self._cipher, f"of {month}", token))


def _row(one: Published, position: int) -> dict[str, Any]:
    return {
        "month": str(one.month),
        "position": position,
        "indicator": one.indicator,
        "shown": freeze(one.shown),
        "change": asdict(one.change) if one.change else None,
    }
