"""Records of what happened: read from all tables, under pseudonyms, and only noted where needed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from sqlalchemy import func, literal, select
from typing_extensions import override

from bot.measuring.records import Kind, Record
from bot.ports import Records
from storage.cipher import Cipher
from storage.circles import Circles
from storage.noted import Noted
from storage.placements import StoredPlacements
from storage.pseudonyms import Pseudonyms
from storage.record_sources import OF_KINDS
from storage.scope import Scope
from storage.statements import Spelled
from storage.stretch import Stretch

_PATIENTLY: Spelled = {
    "sqlite": select(literal(1)),
    "postgresql": select(func.set_config("statement_timeout", "60000", True)),
}
"""Lets statements of this transaction take a minute: nobody waits for a report as for a click."""

NOTED: frozenset[Kind] = frozenset({"slowed", "paused", "resumed", "stopped"})


class StoredRecords(Records):
    """A view of what other repositories keep; nothing is kept twice."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._noted = Noted(scope, cipher)
        self._names = Pseudonyms(cipher)
        self._circles = Circles(scope, self._names, self._noted, StoredPlacements(scope, cipher))

    @override
    def note(self, coachee_id: str, kind: Kind, detail: str, at: datetime) -> None:
        if kind not in NOTED:
            raise ValueError(f"{kind} is told by what is kept anyway")
        self._noted.note(coachee_id, kind, detail, at)

    @override
    def take_back(self, coachee_id: str, kind: Kind, since: datetime) -> None:
        self._noted.take_back(coachee_id, kind, since)

    @override
    def of(self, coachee_id: str) -> Sequence[Record]:
        return self._noted.of(coachee_id)

    @override
    def between(self, kinds: Collection[Kind], start: datetime, end: datetime) -> Iterator[Record]:
        wanted = frozenset(kinds)
        self._scope.execute(_PATIENTLY)
        if wanted & NOTED:
            yield from self._noted.between(wanted, start, end)
        stretch = Stretch(self._scope, self._names, start, end)
        for source_kinds, read in OF_KINDS:
            if wanted & source_kinds:
                for one in read(stretch):
                    if one.kind in wanted and start <= one.at < end:
                        yield one

    @override
    def invited(self, start: datetime, end: datetime) -> AbstractSet[str]:
        return self._circles.invited(start, end)

    @override
    def active(self, at: datetime) -> AbstractSet[str]:
        return self._circles.active(at)

    @override
    def away(self, start: datetime, end: datetime) -> AbstractSet[str]:
        return self._circles.away(start, end)

    @override
    def teams(self) -> Mapping[str, tuple[str, ...]]:
        return self._circles.teams()
