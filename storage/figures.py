"""What was published of closed months, frozen; and who was behind it, as later ones must know."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import bindparam, insert, select
from typing_extensions import override

from bot.errors import Conflict
from bot.groups.release import Wave
from bot.groups.shown import freeze
from bot.measuring.excerpts import Excerpt
from bot.measuring.ports import Figures, Packed, TeamRound
from bot.measuring.published import Closed, Month, Published
from storage.cipher import Cipher
from storage.excerpts import excerpt, whole
from storage.noted import renamed
from storage.scope import Scope
from storage.sealed import sealed_rounds
from storage.statements import insert_new
from storage.tables import closings, figures
from storage.tokens import from_token, to_token
from storage.waves import StoredWaves

_MONTHS = select(closings.c.month).order_by(closings.c.month)
_CLOSINGS = (
    select(closings)
    .where(closings.c.month.in_(bindparam("months", expanding=True)))
    .order_by(closings.c.month)
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
        empty = self._empty({month}).get(month)
        return None if empty is None else whole(self._scope, empty)

    @override
    def excerpts(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        empty = self._empty({one.month for one in asked})
        return [
            excerpt(self._scope, empty[one.month], one) if one.month in empty else None
            for one in asked
        ]

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

    def _empty(self, months: AbstractSet[Month]) -> Mapping[Month, Closed]:
        """Return those of the months that are closed, without their figures."""
        names = {"months": sorted(map(str, months))}
        found = [self._closed(*row) for row in self._scope.execute(_CLOSINGS, names)]
        return {one.month: one for one in found}

    def _closed(self, name: str, token: bytes, themes: Sequence[str]) -> Closed:
        groups = from_token(self._cipher, f"of {name}", token)
        return Closed(Month.read(name), tuple(groups), {}, tuple(themes))


def _row(one: Published, position: int) -> dict[str, Any]:
    return {
        "month": str(one.month),
        "position": position,
        "indicator": one.indicator,
        "shown": freeze(one.shown),
        "change": asdict(one.change) if one.change else None,
    }
