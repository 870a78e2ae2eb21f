"""Which records a month's figures need, and from how far back, so that no others are kept.

A year of a large company does not fit into memory, a month with what leads to it does.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import get_args

from bot.measuring.population import WEEK
from bot.measuring.published import Month
from bot.measuring.reach import ONBOARDED
from bot.measuring.records import Kind, Record
from bot.measuring.sight import ByKind
from bot.measuring.windows import FOLLOWED
from bot.visibility import TRACES_KEPT

_COMMITMENTS: tuple[Kind, ...] = ("commitment_created", "commitment_due", "commitment_status")
_ITEMS: tuple[Kind, ...] = ("items_asked", "baseline_item", "retrospective_item")
_PAST: tuple[Kind, ...] = (*_COMMITMENTS, *_ITEMS, "goal_progress", "blocker_opened")
_RESOLVED: Kind = "blocker_resolved"
_UNUSED: tuple[Kind, ...] = ("session_left", "confidence", "behaviour_count")

NEAR: tuple[Kind, ...] = tuple(
    kind for kind in get_args(Kind) if kind not in (*_PAST, _RESOLVED, *_UNUSED)
)
"""What counts in the month in which it happens; a thing that began before takes days."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Records to be read, from `start` until before `end`."""

    kinds: tuple[Kind, ...]
    start: datetime
    end: datetime
    take: Callable[[Iterable[Record]], None]


@dataclass(slots=True)
class Gathering:
    """Takes what is read for a month, ask after ask, and keeps what its figures are made of."""

    month: Month
    found: dict[Kind, list[Record]] = field(default_factory=dict)
    _concerned: set[str] = field(default_factory=set)

    def asks(self) -> Iterator[Ask]:
        """Say what to read, in this order, as later ones go by what earlier ones found."""
        window = self.month.window
        near, until = window.start - FOLLOWED, window.followed_until
        while near < until:
            yield Ask(NEAR, near, min(near + WEEK, until), self._keep_all)
            near += WEEK
        for start, end in self._past(until):
            yield Ask(("goal_progress",), start, end, self._keep_all)
            yield Ask((*_ITEMS, "blocker_opened", _RESOLVED), start, end, self._keep_past)
        for start, end in self._past(window.start - FOLLOWED):
            yield Ask(("node_reached",), start, end, self._keep_onboarded)
        for take in (self._note_concerned, self._keep_concerned):
            for start, end in self._past(until):
                yield Ask(_COMMITMENTS, start, end, take)

    @property
    def records(self) -> ByKind:
        """What was kept, each kind in order of time."""
        return {kind: sorted(some, key=_at) for kind, some in self.found.items()}

    def _past(self, until: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Go month by month through all that is kept, up to a time."""
        earliest = self.month.window.start - TRACES_KEPT
        month = Month.of(earliest.date())
        while month.window.start < until:
            yield max(month.window.start, earliest), min(month.window.end, until)
            month = month.following

    def _keep(self, record: Record) -> None:
        self.found.setdefault(record.kind, []).append(record)

    def _keep_all(self, records: Iterable[Record]) -> None:
        """Keep them in order, piece by piece: a long sort keeps all other threads waiting."""
        pieces: dict[Kind, list[Record]] = {}
        for one in records:
            pieces.setdefault(one.kind, []).append(one)
        for kind, some in pieces.items():
            self.found.setdefault(kind, []).extend(sorted(some, key=_at))

    def _keep_past(self, records: Iterable[Record]) -> None:
        """Keep blockers, and first answers of those who answered at the end, too."""
        ended = {one.person for one in self.found.get("endline_item", ())}
        for one in records:
            if one.kind not in _ITEMS or one.person in ended:
                self._keep(one)

    def _keep_onboarded(self, records: Iterable[Record]) -> None:
        for one in records:
            if one.detail == ONBOARDED:
                self._keep(one)

    def _note_concerned(self, records: Iterable[Record]) -> None:
        """Note commitments that were made in the month, or were ever due in it."""
        window = self.month.window
        for one in records:
            due = one.due_on is not None and window.has_day(one.due_on)
            if due or (one.kind == "commitment_created" and one.at >= window.start):
                self._concerned.add(one.about)

    def _keep_concerned(self, records: Iterable[Record]) -> None:
        for one in records:
            if one.about in self._concerned:
                self._keep(one)


def _at(record: Record) -> datetime:
    return record.at
