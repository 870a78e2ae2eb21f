"""What one group did in one month, as the measures of its figures are given it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.measuring.company import TOP, Company
from bot.measuring.population import Population
from bot.measuring.published import Month
from bot.measuring.records import Kind, Record
from bot.measuring.windows import Window

ByKind = Mapping[Kind, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Sight:
    """Records of some people, and which of them were there."""

    month: Month
    records: ByKind
    people: Population

    @property
    def window(self) -> Window:
        """The month from its first moment to that of the next."""
        return self.month.window

    def of(self, *kinds: Kind) -> list[Record]:
        """Return the records of these kinds."""
        return list(chain.from_iterable(self.records.get(kind, ()) for kind in kinds))


def apart(sight: Sight, company: Company) -> dict[str, Sight]:
    """Return what the whole company did, and each department."""
    members: dict[str, set[str]] = {name: set() for name in company.departments}
    for person, department in company.department.items():
        members[department].add(person)
    records: dict[str, dict[Kind, list[Record]]] = {name: {} for name in members}
    for kind, department, record in _placed(sight.records, company):
        records[department].setdefault(kind, []).append(record)
    return {TOP: sight} | {
        name: Sight(sight.month, records[name], sight.people.among(members[name]))
        for name in members
    }


def _placed(records: ByKind, company: Company) -> Iterator[tuple[Kind, str, Record]]:
    department = company.department
    for kind, some in records.items():
        for record in some:
            if record.person in department:
                yield kind, department[record.person], record
