"""What closing a month needs of a store: what happened, and what was published before."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.groups.release import Wave
from bot.measuring.excerpts import Excerpt
from bot.measuring.published import Closed, Month
from bot.measuring.records import Kind, Record
from bot.teams.content import Sealed


class Records(Protocol):
    """What happened, and to whom it could; people stand under pseudonyms."""

    def between(self, kinds: Collection[Kind], start: datetime, end: datetime) -> Iterable[Record]:
        """What happened from `start` until before `end`, in no order."""

    def invited(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """Who was invited before `end` and still there at `start`."""

    def active(self, at: datetime) -> AbstractSet[str]:
        """Who took part at a time."""

    def away(self, start: datetime, end: datetime) -> AbstractSet[str]:
        """Who paused, or was on leave, for some of the time."""

    def teams(self) -> Mapping[str, tuple[str, ...]]:
        """The groups each person is in, top down and without the company."""


@dataclass(frozen=True, slots=True)
class TeamRound:
    """What was sealed of a round of a team, and the pseudonyms of those in the team now."""

    team: str
    members: AbstractSet[str]
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Packed:
    """The waves of a month as they are stored: rows, and the pseudonyms that these are about."""

    waves: Sequence[Mapping[str, object]]
    people: Sequence[str]


class Figures(Protocol):
    """What was published of closed months; it never changes."""

    def months(self) -> Sequence[Month]:
        """All closed months, the earliest first."""

    def of(self, month: Month) -> Closed | None:
        """Return all that was published of a month."""

    def excerpts(self, asked: Sequence[Excerpt]) -> Sequence[Closed | None]:
        """Return months with only the figures asked for; in order, None for one not closed.

        No other figures are read, however many there are.
        """

    def series(self) -> Sequence[str]:
        """Name the series of figures of which waves are kept, in order."""

    def waves(self, series: str) -> Sequence[Wave]:
        """Who counted in the figures of a series, as far back as that is kept; earliest first."""

    def pack(self, closed: Closed, waves: Mapping[str, Sequence[Wave]]) -> Packed:
        """Make of waves what is stored: of a large company it takes seconds and writes nothing."""

    def publish(self, closed: Closed, waves: Mapping[str, Sequence[Wave]] | Packed) -> None:
        """Publish a month with the waves of its series, all at once.

        Waves of a year before and older are deleted.

        Raises:
            Conflict: the month was published before.
        """

    def rounds(self, start: datetime, end: datetime) -> Sequence[TeamRound]:
        """The last summary of each team among rounds that closed in this time."""


class Placements(Protocol):
    """Where people are, as a file of HR's said it last; it goes before lists of campaigns."""

    def people(self, names: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """Coachees by mail address or by account, each under the name as it was asked for."""

    def replace(self, places: Mapping[str, tuple[str, ...]]) -> None:
        """Put coachees into groups, top down; nobody else is in any any more."""

    def all(self) -> Mapping[str, tuple[str, ...]]:
        """The groups of each coachee."""
