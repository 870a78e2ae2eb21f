"""What slows a team: types that enough people named, and which of them are new."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.groups.levels import APART
from bot.teams.content import BLOCKERS, Answer, Blocker, TeamBlocker

NAMED_BY = 3
"""How many people must name a type before the team hears of it."""


def tally(given: Sequence[Answer], reported: Sequence[frozenset[Blocker]]) -> Mapping[Blocker, int]:
    """Count by how many people each type was named, in answers and in unblock sessions.

    `reported` leaves out what its author answered as well.
    """
    times: Counter[Blocker] = Counter(answer.blocker for answer in given if answer.blocker)
    for kinds in reported:
        times.update(kinds)
    return times


def frequent(times: Mapping[Blocker, int]) -> tuple[Blocker, ...]:
    """List the types named often enough, most frequent first; ties in the order of `BLOCKERS`."""
    often = [kind for kind in BLOCKERS if times.get(kind, 0) >= NAMED_BY]
    return tuple(sorted(often, key=lambda kind: -times[kind]))


def counts(times: Mapping[Blocker, int], n: int) -> Mapping[Blocker, int]:
    """Return the numbers that tell nobody's answer, of `n` people who answered.

    Somebody who answered subtracts themselves: of a type named by all, by all but one or by all
    but two they would know, or nearly, what each of the others said. So at least three must have
    named it and three not. Whoever reported counts as having answered, which only leaves out
    more. A number that is missing says that all but two at most named the type; even to one of
    those two, each of the others may be the second.
    """
    return {kind: times[kind] for kind in frequent(times) if n - times[kind] >= APART}


def named(
    team_id: str,
    blockers: Sequence[TeamBlocker],
    kinds: Sequence[Blocker],
    number: int,
    on: date,
    new_id: Callable[[], str],
) -> tuple[TeamBlocker, ...]:
    """Open a blocker for each type that round `number` named and that is not open already."""
    still = {blocker.kind for blocker in blockers if blocker.state == "open"}
    return tuple(
        TeamBlocker(new_id(), team_id, kind, number, on) for kind in kinds if kind not in still
    )
