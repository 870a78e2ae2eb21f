"""Where people are, as a file says it: a person, a department and perhaps a team a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.campaigns.listing.sheets import Row, read_rows
from bot.errors import BotError
from bot.measuring.company import TOP
from bot.plain import plain

LONGEST = 100
"""Characters of a name that are kept."""


class LineFault(BotError):
    """A line cannot be used; `line` is its number, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class NoGroup(LineFault):
    """The line names no department."""


class Cycle(LineFault):
    """A group would lie within itself."""


class TwoTeams(LineFault):
    """An earlier line puts the same person into another team."""


class UnknownPerson(LineFault):
    """Nobody is known by the address or the account on the line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What one line says: `who` is a mail address or an account of a platform."""

    line: int
    who: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The lines that can be used, and a fault for each other one, in their order."""

    placed: tuple[Placed, ...]
    faults: tuple[LineFault, ...]


def read_groups(content: bytes) -> Grouping:
    """Read `person or mail; department; team` lines, whatever program wrote them.

    A line of headers is passed over. Faults: `NoGroup` without a department, `TwoTeams` where an
    earlier line puts the same person elsewhere, `Cycle` of a department called as the company.

    Raises:
        NotText: the file is a workbook or the like.
    """
    placed: dict[str, Placed] = {}
    faults: list[LineFault] = []
    for line in _lines(content):
        known = placed.setdefault(line.who.casefold(), line)
        fault = _fault(line, known)
        if fault:
            faults.append(fault)
            if known is line:
                del placed[line.who.casefold()]
    return Grouping(tuple(placed.values()), tuple(faults))


def found(
    grouping: Grouping, people: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[str, ...]], tuple[LineFault, ...]]:
    """Return where each coachee is, and every line that could not be used.

    Args:
        grouping: what was read.
        people: the coachees behind each name; one may have accounts on several platforms.
    """
    places: dict[str, tuple[str, ...]] = {}
    faults = list(grouping.faults)
    for one in grouping.placed:
        coachees = people.get(one.who, ())
        places |= dict.fromkeys(coachees, one.path)
        if not coachees:
            faults.append(UnknownPerson(one.line))
    return places, tuple(sorted(faults, key=lambda fault: fault.line))


def _lines(content: bytes) -> Iterator[Placed]:
    for number, row in enumerate(read_rows(content)):
        cells = _cells(row)
        if number == 0 and plain(cells[0]).replace("-", " ") in _HEADERS:
            continue
        who, department, team = cells
        if who:
            yield Placed(row.line, who, tuple(filter(None, (department, team))))


def _cells(row: Row) -> tuple[str, str, str]:
    cells = [" ".join(cell.split())[:LONGEST] for cell in row.cells]
    who, department, team, *_ = (*cells, "", "", "")
    return who, department, team if department else ""


def _fault(line: Placed, known: Placed) -> LineFault | None:
    if not line.path:
        return NoGroup(line.line)
    if line.path[0] == TOP:
        return Cycle(line.line)
    return TwoTeams(line.line) if known.path != line.path else None


_HEADERS = frozenset(
    (
        *("person", "personne", "account", "compte", "courriel", "mail", "email", "e mail"),
        *("adresse", "address", "mail address", "email address", "adresse mail", "adresse e mail"),
    )
)
