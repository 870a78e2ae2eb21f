"""Proposals of a month, made of released figures of the whole company alone (coaching 5.8).

Nothing here knows a person, a team or a word; nothing is changed by being proposed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from bot.intervals import FEWEST, Interval, of_difference
from bot.people import WORK_FROM, WORK_UNTIL, Slot

OTHERS = 2
"""Other themes, at least, of which one is the middle one."""

WEEKEND = 5


@dataclass(frozen=True, slots=True)
class Share:
    """A released share with its uncertainty.

    Attributes:
        value: 0 to 1.
        low: the lower end of its interval of 90 % or more, as released.
        high: the upper end.
        people: who stand behind it; of a band the lower end.
        up_to: the upper end of the band; 0 where the number itself was released.

    Raises:
        ValueError: the value does not lie within its interval.
    """

    value: float
    low: float
    high: float
    people: int
    up_to: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.value <= self.high <= 1:
            raise ValueError(f"{self.value} from {self.low} to {self.high} is no share")


@dataclass(frozen=True, slots=True)
class Period:
    """One closed month: by theme the share of sessions left, by slot that of prompts answered."""

    left: Mapping[str, Share] = field(default_factory=dict)
    answered: Mapping[Slot, Share] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the company can set: its stars, and the slots offered first."""

    stars: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class DropStar:
    """Take a theme off the stars: people leave it more often than the middle one of the others."""

    theme_id: str
    left: Share
    others: Share
    before: Share | None = None


@dataclass(frozen=True, slots=True)
class MoveSlot:
    """Offer another slot first: at the present one people answer less often."""

    here: Slot
    there: Slot
    answered: Share
    there_answered: Share
    before: Share | None = None


Proposal = DropStar | MoveSlot


def propose(defaults: Defaults, now: Period, before: Period | None = None) -> tuple[Proposal, ...]:
    """Return what the figures of a month say, stars first; nothing where they leave it open.

    A difference counts only if its 90 % interval leaves out 0 and ten people stand on both sides
    (coaching 5.3). `before` is the previous month, for the way the figure went.
    """
    past = before or Period()
    return (*_stars(defaults, now, past), *_slots(defaults, now, past))


def clearly_above(one: Share, other: Share) -> bool:
    """Tell whether a share is higher than another, beyond doubt at 90 %; few people tell nothing.

    Released ends are of 95 % and rounded outward, which only leaves more open.
    """
    if min(one.people, other.people) < FEWEST:
        return False
    return _difference(one, other).low > 0


def _stars(defaults: Defaults, now: Period, past: Period) -> list[Proposal]:
    found: list[Proposal] = []
    for theme in defaults.stars:
        left, others = now.left.get(theme), _middle(theme, now.left)
        if left and others and clearly_above(left, others):
            found.append(DropStar(theme, left, others, past.left.get(theme)))
    return found


def _middle(theme: str, left: Mapping[str, Share]) -> Share | None:
    """Return the figure of the middle one of the other themes, of two the one left more often."""
    enough = [share for other, share in left.items() if other != theme and share.people >= FEWEST]
    ordered = sorted(enough, key=lambda share: (share.value, share.low, share.high, share.people))
    return ordered[len(ordered) // 2] if len(ordered) >= OTHERS else None


def _slots(defaults: Defaults, now: Period, past: Period) -> list[Proposal]:
    """Move each default slot at most once, and no two to the same place."""
    free = sorted((s for s in now.answered if s not in defaults.slots and _usual(s)), key=_order)
    found: list[Proposal] = []
    for here in defaults.slots:
        answered = now.answered.get(here)
        there = _best(answered, {slot: now.answered[slot] for slot in free}) if answered else None
        if answered and there:
            free.remove(there)
            there_answered = now.answered[there]
            found.append(MoveSlot(here, there, answered, there_answered, past.answered.get(here)))
    return found


def _best(answered: Share, free: Mapping[Slot, Share]) -> Slot | None:
    """Return where people answer more often beyond doubt, the surest; None if nowhere."""
    above = [slot for slot, share in free.items() if clearly_above(share, answered)]
    return max(above, key=lambda slot: free[slot].low, default=None)


def _usual(slot: Slot) -> bool:
    """Tell whether a slot can be offered to everybody: on a working day, within working hours."""
    return slot.weekday < WEEKEND and WORK_FROM <= slot.at < WORK_UNTIL


def _order(slot: Slot) -> tuple[int, time]:
    return slot.weekday, slot.at


def _difference(one: Share, other: Share) -> Interval:
    mine, theirs = Interval(one.low, one.high), Interval(other.low, other.high)
    return of_difference(one.value, mine, other.value, theirs)
