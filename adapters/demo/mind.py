"""What a made-up person presses: by what is offered, by temper, and by how far they have come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from adapters.demo.company import Person
from adapters.demo.offers import EVALUATE, LATER, Offer, Press, offers
from adapters.demo.tempers import GROWS, TEMPERS, Name, Temper, temper_of
from bot.messages import Message, Multi, Scale, When

WEEK = 7 * 24 * 3600
SPREAD = 1.4
"""How far numbers from 0 to 10 lie around what somebody means."""

SOME = 0.15
"""The share that passes over what may be passed over."""

Weights = Mapping[str, float]


@dataclass(slots=True)
class Mind:
    """Somebody who is played.

    Attributes:
        theme: what the last conversation was about, as far as they have read.
        since: when they began to take part; None before.
        engaged: in a conversation at this moment.
        deaf: said stop, and reads no more.
        away: from when until when they are on leave, and read nothing.
    """

    person: Person
    chance: Random
    name: Name = "busy"
    theme: str = ""
    since: datetime | None = None
    engaged: bool = False
    deaf: bool = False
    away: tuple[datetime, datetime] | None = None
    pressed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def temper(self) -> Temper:
        """What they are like."""
        return TEMPERS[self.name]

    def grown(self, now: datetime) -> float:
        """Return by how much they are surer than at the beginning, of 1."""
        weeks = (now - self.since).total_seconds() / WEEK if self.since else 0
        return GROWS * weeks

    def chooses(self, message: Message, now: datetime) -> Press | None:
        """Choose what to press; None where nothing is asked that is not answered yet."""
        found = offers(message)
        if not found:
            return None
        press = self._from(found, now)
        if press is None or self.pressed.count((press.token, press.option)) > 1:
            return None
        self.pressed.append((press.token, press.option))
        return press

    def back_by(self, at: datetime) -> datetime:
        """Return when they read what came at a time: at once, or after their leave."""
        return self.away[1] if self.away and self.away[0] <= at < self.away[1] else at

    def happens(self, share: float) -> bool:
        """Draw whether something happens."""
        return self.chance.random() < share

    def _from(self, found: Sequence[Offer], now: datetime) -> Press | None:
        first = found[0]
        match first.element:
            case Scale(token, low, high):
                skip = next((o for o in found[1:] if "skip" in o.ids), None)
                if skip and self.happens(SOME):
                    return Press(skip.token, "skip")
                return Press(token, str(self._number(low, high, now)))
            case Multi(token, options, most):
                ids = [option.id for option in options]
                chosen = self.chance.sample(ids, min(most, len(ids), self.chance.randint(1, 2)))
                return Press(token, "save", {"chosen": chosen})
            case When(token, quick):
                return Press(token, self.chance.choice(quick).id) if quick else None
        option = self._option(first.ids, now)
        return Press(first.token, option) if option else None

    def _number(self, low: int, high: int, now: datetime) -> int:
        ten = high > 5  # noqa: PLR2004 - the other scale is that of usefulness
        meant = (self.temper.sure if ten else self.temper.pleased) + self.grown(now)
        drawn = self.chance.gauss(low + (high - low) * min(meant, 1), SPREAD if ten else 0.8)
        return min(max(round(drawn), low), high)

    def _option(self, ids: Sequence[str], now: datetime) -> str | None:
        weights = weighed(self, ids, now)
        if not any(weights):
            return None
        return self.chance.choices(ids, weights)[0]


def mind_of(person: Person, seed: int) -> Mind:
    """Draw somebody's mind; it depends on the seed and their number alone."""
    chance = Random(f"mind {seed} {person.number}")  # noqa: S311 - made-up people, no secret
    return Mind(person, chance, temper_of(chance))


def weighed(mind: Mind, ids: Sequence[str], now: datetime) -> list[float]:
    """Weigh options: by the question they belong to if it matters, else all alike."""
    offered = set(ids)
    for mark, weights in _SCENES:
        if mark <= offered:
            told = weights(mind, now)
            return [_weight(told, one) for one in ids]
    if ids[:1] == ("no",):  # a question about harm: nobody made up was harmed
        return [float(one == "no") for one in ids]
    return [0.0 if one in _NEVER else _OFTEN.get(one, 1.0) for one in ids]


def _weight(weights: Weights, option: str) -> float:
    return weights.get(option, weights.get(f"{option.partition(':')[0]}:", 0.0))


def _kept(mind: Mind, now: datetime) -> Weights:
    keeps = min(mind.temper.keeps + mind.grown(now), 0.9)
    rest = 1 - keeps
    part = {"partly": 0.4 * rest, "not_done": 0.4 * rest, "not_yet": 0.4 * rest}
    return {"done": keeps, **part, "blocked": 0.14 * rest, "drop": 0.1 * rest}


def _invited(mind: Mind, _now: datetime) -> Weights:
    yes = mind.temper.accepts
    return {"campaign:yes": yes, "campaign:no": 1 - yes}


def _rhythm(mind: Mind, _now: datetime) -> Weights:
    often = mind.temper.too_often
    return {"good": 1 - often, "too_often": often, "not_enough": 0.04, "pause": 0.02}


def _spoken(mind: Mind, _now: datetime) -> Weights:
    return {mind.person.lang: 1}


def _always(**weights: float) -> Callable[[Mind, datetime], Weights]:
    return lambda _mind, _now: weights


_NEVER = frozenset({"back", "change", "later", "leave", "more", "stop", "export", "erase"})
_OFTEN: Weights = {"write": 3.0, "skip": 0.8, "take": 5.0, "enough": 2.0, "right": 20.0}

_SCENES: tuple[tuple[frozenset[str], Callable[[Mind, datetime], Weights]], ...] = (
    (frozenset({"campaign:yes", "campaign:no"}), _invited),
    (frozenset({"en", "fr"}), _spoken),
    (frozenset({EVALUATE}), _always(**{EVALUATE: 0.75, LATER: 0.25})),
    (frozenset({"now", "declined"}), _always(now=0.8, declined=0.2)),
    (frozenset({"start", "later"}), _always(start=0.97, later=0.03)),
    (frozenset({"start", "not_now"}), _always(start=0.8, other=0.1, not_now=0.1)),
    (frozenset({"still_good"}), _always(still_good=0.72, done=0.13, move=0.12, blocked=0.03)),
    (frozenset({"done", "partly"}), _kept),
    (frozenset({"shrink", "close"}), _always(move=0.4, shrink=0.15, done=0.28, close=0.17)),
    (frozenset({"keep", "edit"}), _always(**{"use": 0.5, "use:": 0.2, "edit": 0.14, "keep": 0.4})),
    (frozenset({"keep", "shrink", "drop"}), _always(shrink=0.4, move=0.3, keep=0.2, drop=0.1)),
    (frozenset({"good", "too_often"}), _rhythm),
    (frozenset({"monthly", "on_call"}), _always(monthly=0.4, weekly=0.2, on_call=0.25, stop=0.15)),
    (frozenset({"weekly", "on_call"}), _always(weekly=0.55, fortnightly=0.25, on_call=0.2)),
    (frozenset({"tue_0900"}), _always(tue_0900=0.3, thu_1400=0.25, mon_team=0.25, other=0.2)),
    (frozenset({"yes", "no"}), _always(yes=0.25, no=0.75)),
    (frozenset({"team:answer"}), _always(**{"team:answer": 0.95, "team:decline": 0.05})),
    (frozenset({"team:loop"}), _always(**{"team:loop": 1.0})),
    (frozenset({"team:not_me"}), _always()),
)
"""What is meant by what is offered together; the first that fits counts."""
