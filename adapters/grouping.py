"""Reads where people are from a file of HR's, and says which lines could not be used."""

from collections.abc import Mapping

from bot.measuring.grouping import (
    Cycle,
    Grouping,
    LineFault,
    NoGroup,
    TwoTeams,
    UnknownPerson,
    found,
)
from bot.ports import OpenUnitOfWork

TOLD: Mapping[type[LineFault], str] = {
    NoGroup: "no department",
    TwoTeams: "an earlier line puts the same person elsewhere",
    Cycle: "a department cannot be called as the company is",
    UnknownPerson: "nobody is known by this address or account",
}


def place(open_uow: OpenUnitOfWork, grouping: Grouping) -> tuple[int, tuple[str, ...]]:
    """Put people where the lines say; return how many, and what is wrong with other lines.

    What an earlier file said is replaced, unless no line can be used.
    """
    with open_uow() as uow:
        people = uow.placements.people([one.who for one in grouping.placed])
        places, faults = found(grouping, people)
        if places:
            uow.placements.replace(places)
            uow.commit()
    return len(places), tuple(f"line {fault.line}: {TOLD[type(fault)]}" for fault in faults)
