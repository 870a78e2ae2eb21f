"""Who counted in which published figure: pseudonyms by position, and groups for these."""

from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.groups.release import Wave
from bot.measuring.ports import Packed
from bot.measuring.published import Closed, Month
from storage.cipher import Cipher
from storage.scope import Scope
from storage.tables import closings, wave_people, waves
from storage.tokens import from_token, to_token

_SERIES = (
    select(waves, closings.c.ciphertext.label("groups"))
    .join(closings, closings.c.month == waves.c.month)
    .where(waves.c.series == bindparam("series"))
    .order_by(waves.c.month, waves.c.number)
)
_NAMES = select(waves.c.series).distinct().order_by(waves.c.series)
_PEOPLE = (
    select(wave_people.c.person)
    .where(wave_people.c.month == bindparam("month"))
    .order_by(wave_people.c.position)
)
_KEEP, _KEEP_PEOPLE = insert(waves), insert(wave_people)
_OLDEST = select(func.min(wave_people.c.month)).where(wave_people.c.month < bindparam("before"))
_OLD = [delete(table).where(table.c.month < bindparam("before")) for table in (waves, wave_people)]
_RENAME = (
    update(wave_people)
    .where(wave_people.c.person == bindparam("of_person"))
    .values(person=bindparam("instead"))
)

NOBODY = 0
"""Stands for people who counted in no group; groups count from 1."""


class StoredWaves:
    """Waves of one series at a time; the people of a month are read once.

    `today` says what pseudonyms of an older key are under the newest one.
    """

    def __init__(
        self, scope: Scope, cipher: Cipher, today: Callable[[], Mapping[str, str]]
    ) -> None:
        self._scope = scope
        self._cipher = cipher
        self._today = today
        self._people: dict[str, Sequence[str]] = {}

    def series(self) -> Sequence[str]:
        """Name the series there are."""
        return self._scope.execute(_NAMES).scalars().all()

    def of(self, series: str) -> Sequence[Wave]:
        """Read the waves of a series, the earliest first."""
        found = []
        for row in self._scope.execute(_SERIES, {"series": series}).all():
            groups = from_token(self._cipher, f"of {row.month}", row.groups)
            cells = from_token(self._cipher, f"of {row.name}", row.ciphertext)
            placed = zip(self._of_month(row.month), cells, strict=True)
            found.append(Wave(row.name, {p: groups[c - 1] for p, c in placed if c != NOBODY}))
        return found

    def pack(self, closed: Closed, new: Mapping[str, Sequence[Wave]]) -> Packed:
        """Encrypt those of a month."""
        people = sorted({person for some in new.values() for wave in some for person in wave.cells})
        number = {group: at for at, group in enumerate(closed.groups, start=1)}
        rows = [
            {
                "month": str(closed.month),
                "series": series,
                "number": at,
                "name": wave.name,
                "ciphertext": self._token(wave, people, number),
            }
            for series, some in new.items()
            for at, wave in enumerate(some)
        ]
        return Packed(rows, people)

    def keep(self, month: Month, packed: Packed) -> None:
        """Add those of a month, and delete those that are too old."""
        if packed.waves:
            self._scope.execute(_KEEP, packed.waves)
        if packed.people:
            name, listed = str(month), enumerate(packed.people)
            rows = [{"month": name, "position": at, "person": person} for at, person in listed]
            self._scope.execute(_KEEP_PEOPLE, rows)
        earliest = Month(month.year - 1, month.number)
        for statement in _OLD:
            self._scope.execute(statement, {"before": str(earliest)})

    def _token(self, wave: Wave, people: Sequence[str], number: Mapping[str, int]) -> bytes:
        cells = [number[wave.cells[p]] if p in wave.cells else NOBODY for p in people]
        return to_token(self._cipher, cells)

    def _of_month(self, month: str) -> Sequence[str]:
        if month not in self._people:
            known = self._today()
            rows = self._scope.execute(_PEOPLE, {"month": month}).scalars()
            self._people[month] = [known.get(person, person) for person in rows]
        return self._people[month]


def forget_oldest(scope: Scope, before: Month) -> int:
    """Delete the oldest month of waves before one, and return how many rows went."""
    oldest = scope.execute(_OLDEST, {"before": str(before)}).scalar()
    if oldest is None:
        return 0
    upto = {"before": str(Month.read(oldest).following)}
    return sum(scope.execute(statement, upto).rowcount for statement in _OLD)


def rename(scope: Scope, persons: Collection[str], instead: str) -> None:
    """Put another pseudonym in the place of some of one person.

    For somebody who is erased one made up by chance: they keep their place, as the next number
    must not be compared with a group that never was, and nothing leads to them any more.
    """
    for person in persons:
        scope.execute(_RENAME, {"of_person": person, "instead": instead})
