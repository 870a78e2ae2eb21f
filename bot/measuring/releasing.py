"""The figures of one series in one month: who is behind them decides how they may be told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.groups.release import Released, Wave, release
from bot.measuring.company import TOP, Company
from bot.measuring.published import Month


@dataclass(slots=True)
class Releasing:
    """Releases figures of a series one after the other, each against all before.

    Attributes:
        month: which.
        company: its groups.
        before: the waves of the months before.
        new: those of this month so far.
    """

    month: Month
    company: Company
    before: Sequence[Wave]
    new: list[Wave] = field(default_factory=list)
    _done: dict[str, Released] = field(default_factory=dict)

    def release(self, wave: str, rows: Collection[str], groups: Collection[str]) -> Released:
        """Release figures over the same rows once; only `groups` need numbers."""
        if wave not in self._done:
            self._done[wave] = found = release(
                self.company.tree,
                self.company.placed(rows),
                f"{self.month} {wave}",
                [*self.before, *self.new],
                [group for group in self.company.tree if group not in groups],
            )
            self.new.append(found.wave)
        return self._done[wave]


def heaviest(rows: Mapping[str, int], company: Company) -> dict[str, int]:
    """Return the most rows that one person has in each group."""
    most = dict.fromkeys((TOP, *company.departments), 0)
    for person, n in rows.items():
        for group in _around(person, company):
            most[group] = max(most[group], n)
    return most


def _around(person: str, company: Company) -> Iterator[str]:
    yield TOP
    if person in company.department:
        yield company.department[person]
