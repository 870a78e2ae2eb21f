"""How far a person has come, read from what is kept of them alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.behaviour_counts import counts
from bot.commitments import Commitment, OutcomeKind
from bot.merging import open_commitments
from bot.outcomes import tally
from bot.self_evaluation import BASELINE, COUNT_OF, ENDLINE, ITEMS, THEN, Rated, dated, rated
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Moved:
    """What somebody said of one thing, first and last; None where they did not.

    `on` is the day they said it last, `then` the start as it looked to them on that day.
    """

    id: str
    start: int | None
    last: int | None
    on: date | None = None
    then: int | None = None


@dataclass(frozen=True, slots=True)
class OwnWay:
    """How far somebody has come.

    `outcomes` counts commitments by what became of them, `opened` those still followed up.
    `goal` are the first and the last of at least two values from 0 to 10. `items` go from 0 to
    10, `counts` are those of behaviour in ten working days. `sure` is how confident somebody was
    in each commitment, from 0 to 10, with the day it was made.
    """

    outcomes: Mapping[OutcomeKind, int]
    opened: int
    goal: tuple[int, int] | None
    items: tuple[Moved, ...]
    counts: tuple[Moved, ...]
    sure: tuple[tuple[date, int], ...]

    @property
    def empty(self) -> bool:
        """Whether nobody committed to anything yet, nor said where they stand."""
        return not (self.outcomes["made"] or self.items or self.counts or self.goal)


def own_way(turn: Turn) -> OwnWay:
    """Read how it went so far."""
    commitments = turn.uow.commitments.of(turn.coachee.id)
    ratings = turn.uow.ratings.of(turn.coachee.id)
    return OwnWay(
        outcomes=_outcomes(turn, commitments),
        opened=len(open_commitments(turn)),
        goal=_goal(ratings),
        items=tuple(_items(turn, ratings)),
        counts=tuple(_counts(turn, ratings)),
        sure=tuple(
            (turn.local(one.created_at).date(), one.confidence)
            for one in commitments
            if one.confidence is not None
        ),
    )


def _outcomes(turn: Turn, commitments: Sequence[Commitment]) -> Mapping[OutcomeKind, int]:
    histories = turn.uow.commitments.histories(turn.coachee.id)
    since = min((one.created_at for one in commitments), default=turn.now)
    known = (histories.get(one.id, ()) for one in commitments)
    return tally(known, since, turn.now + timedelta(microseconds=1))


def _goal(ratings: Sequence[Rated]) -> tuple[int, int] | None:
    values = [value for kind, _session, value, _at in ratings if kind == "goal_progress"]
    return (values[0], values[-1]) if len(values) > 1 else None


def _items(turn: Turn, ratings: Sequence[Rated]) -> Iterator[Moved]:
    start, last, then = rated(ratings, BASELINE), dated(ratings, ENDLINE), rated(ratings, THEN)
    for item in ITEMS:
        if item in start or item in last:
            value, at = last.get(item, _NEVER)
            yield Moved(item, start.get(item), value, _day(turn, at), then.get(item))


def _counts(turn: Turn, ratings: Sequence[Rated]) -> Iterator[Moved]:
    start, last = counts(ratings, "baseline"), counts(ratings, "endline")
    for count in COUNT_OF.values():
        if count in start or count in last:
            first, _at = start.get(count, _NEVER)
            value, at = last.get(count, _NEVER)
            yield Moved(count, first, value, _day(turn, at))


def _day(turn: Turn, at: datetime | None) -> date | None:
    return turn.local(at).date() if at else None


_NEVER = (None, None)
