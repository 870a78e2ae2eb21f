"""The draw: which teams start in which wave, at random and so that anybody can check it.

Teams are drawn, not people: what a manager does reaches the whole team. The draw is stratified
by site and size, and locked by a digest before the first message.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import TypeVar

from bot.campaigns.content import DrawnTeam

T = TypeVar("T")

SIZES = (2, 5, 10, 20, 40)
"""Where classes of size begin: 1, 2 to 4, 5 to 9, 10 to 19, 20 to 39, and 40 or more people.

One is somebody without a team, and fewer than five are too few for a summary of their own
(`bot.visibility.GROUP_OF`). Up to 39, sizes within a class differ by a factor of two at most, so
that waves with as many teams of each class have about as many people; larger teams are few.
"""

OUTSIDE = 0
"""The wave of teams that are not part of the pilot."""

EVERYBODY = 100


@dataclass(frozen=True, slots=True)
class Draw:
    """The wave of each team by its name, from 1, and the digest that fixes it."""

    assignment: Mapping[str, int]
    digest: str


def draw(teams: Sequence[DrawnTeam], *, waves: int, pilot: int, seed: str) -> Draw:
    """Draw the pilot, and its waves.

    Each team is as likely as any other to be in the pilot, and each of the pilot as likely to be
    in any wave. Of every stratum the pilot has its share but for less than one team, and the
    waves differ by one team at most; so they do over all strata. The same teams with the same
    seed give the same draw, in whatever order they come.

    Args:
        teams: names are unique.
        waves: 1 or more.
        pilot: percent of the teams, 1 to 100, rounded up to whole teams.
        seed: what nobody chose, such as 32 hexadecimal digits at random.
    """
    chance = Random(seed)  # noqa: S311 - a draw to be repeated, no secret
    row = _in_strata(teams, chance)
    taking_part = row if pilot >= EVERYBODY else _pilot(row, pilot, chance)
    assignment = dict.fromkeys(row, OUTSIDE) | _dealt(taking_part, waves, chance)
    return Draw(assignment, digest_of(assignment, waves=waves, pilot=pilot, seed=seed))


def digest_of(assignment: Mapping[str, int], *, waves: int, pilot: int, seed: str) -> str:
    r"""Return the SHA-256, as hexadecimal digits, over the canonical text of a draw.

    The text is one line of JSON with its keys in order of their code points, without spaces or
    a line end, everything beyond ASCII written as `\uXXXX`:

        {"assignment":{"#12":2,"Sales":1},"pilot":100,"seed":"5eed","waves":2}
    """
    told = {"assignment": dict(assignment), "pilot": pilot, "seed": seed, "waves": waves}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def verify(drawn: Draw, teams: Sequence[DrawnTeam], *, waves: int, pilot: int, seed: str) -> bool:
    """Tell whether a draw is what these teams and this seed give, and its digest is its own."""
    return drawn == draw(teams, waves=waves, pilot=pilot, seed=seed)


def stratum_of(team: DrawnTeam) -> tuple[str, int]:
    """Return the site, and the class of size from 0: teams of one stratum are drawn alike."""
    return team.site, sum(team.size >= least for least in SIZES)


def _in_strata(teams: Sequence[DrawnTeam], chance: Random) -> list[str]:
    """Line up the names: strata at random, and at random within each."""
    strata: dict[tuple[str, int], list[str]] = defaultdict(list)
    for team in sorted(teams, key=lambda team: team.name):
        strata[stratum_of(team)].append(team.name)
    rows = [_shuffled(strata[stratum], chance) for stratum in sorted(strata)]
    return list(chain.from_iterable(_shuffled(rows, chance)))


def _pilot(row: Sequence[str], percent: int, chance: Random) -> Sequence[str]:
    """Take a share at even distances from a start at random; of a stratum, that is its share."""
    n = len(row)
    taken = -(-n * percent // EVERYBODY)
    start = _below(n, chance)
    return [
        name
        for at, name in enumerate(row)
        if (at * taken + start) // n < ((at + 1) * taken + start) // n
    ]


def _dealt(row: Sequence[str], waves: int, chance: Random) -> dict[str, int]:
    """Deal like cards, without beginning anew at a stratum; who gets the first is chance."""
    start = _below(waves, chance)
    return {name: (at + start) % waves + 1 for at, name in enumerate(row)}


def _shuffled(row: Iterable[T], chance: Random) -> list[T]:
    # Of Python's generator only `random()` is promised to stay the same between versions.
    return sorted(row, key=lambda _: chance.random())


def _below(n: int, chance: Random) -> int:
    return int(chance.random() * n)
