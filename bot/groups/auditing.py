"""What published figures would tell of a few people, all taken together and looked at afresh.

Made for an auditor: it reads what was kept of every release, and asks again whether anything that
can be added and subtracted tells of one to four people. For companies of hundreds the attack of
`attack` tries as well, which shares nothing with the rule by which figures were released.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bot.groups.attack import published, singled_out
from bot.groups.release import Wave
from bot.groups.searching import safe
from bot.groups.witnesses import unwitnessed

ATTACKED = 400
"""People up to whom the attack tries as well: it looks at sets of four of them."""

Told = tuple[str, str]
"""A wave by its name, and a group with a number in it."""


@dataclass(frozen=True, slots=True)
class Audited:
    """What came of one series of figures.

    Attributes:
        numbers: groups with a number, over all waves.
        people: who counted in any.
        telling: those that tell of fewer than five people, with all others.
        singled_out: how many people the attack found alone, 1 to 4; 0 if it found nobody, None
            if there are too many people to try.
    """

    numbers: int
    people: int
    telling: tuple[Told, ...]
    singled_out: int | None

    @property
    def leaks(self) -> bool:
        """Whether anything tells of a few people."""
        return bool(self.telling or self.singled_out)


def audit(waves: Sequence[Wave], chance: Random) -> Audited:
    """Look at all waves of a series; `chance` is the attack's (see `singled_out`)."""
    number: dict[Told, int] = {}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for wave in waves:
        for person, group in sorted(wave.cells.items()):
            found[person].append(number.setdefault((wave.name, group), len(number)))
    people = [tuple(cells) for cells in found.values()]
    missed = unwitnessed(people)
    if sound := safe(people, missed):
        missed = unwitnessed(tuple(c for c in cells if c not in sound) for cells in people)
    telling = tuple(told for told, at in number.items() if at in missed)
    return Audited(len(number), len(people), telling, _tried(waves, len(people), chance))


def _tried(waves: Sequence[Wave], people: int, chance: Random) -> int | None:
    if people > ATTACKED:
        return None
    return len(singled_out(published(waves), chance) or ())
