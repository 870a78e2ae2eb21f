"""What a person sees of their own way so far, read from what is kept of them alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.commitments import OutcomeKind
from bot.evaluating import last_day
from bot.measuring.own import STEPS, WEEK, Rhythm, steady_rhythm
from bot.measuring.records import Record
from bot.merging import open_commitments
from bot.outcomes import standing, tally
from bot.self_evaluation import BASELINE, ENDLINE, ITEMS, THEN, rated
from bot.turn import Turn

LEDGER = 500
"""Entries read: more than the weeks that are looked at can bring."""

WORKED_ON = ("theme:", "path:", "unblock")
"""How the programmes begin whose completion is a step."""

CAME = {"sent", "queued"}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the self-evaluation, from 0 to 10; None where it was not answered."""

    id: str
    start: int | None
    now: int | None
    then: int | None


@dataclass(frozen=True, slots=True)
class OwnWay:
    """All that is shown.

    `outcomes` counts commitments by what became of them, `opened` those still followed up.
    `goal` are the first and the last of at least two values, `sure` the confidence in each
    commitment with the day it was made, `started` and `looked_back` the days of the
    self-evaluations.
    """

    outcomes: Mapping[OutcomeKind, int]
    opened: int
    rhythm: Rhythm
    goal: tuple[int, int] | None
    items: tuple[Item, ...]
    sure: tuple[tuple[date, int], ...]
    started: date | None
    looked_back: date | None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look back on yet."""
        return not (self.outcomes["made"] or self.rhythm.weeks or self.items or self.goal)


def own_way(turn: Turn) -> OwnWay:
    """Read how it went so far."""
    commitments = turn.uow.commitments.of(turn.coachee.id)
    histories = [turn.uow.commitments.history(one.id) for one in commitments]
    since = min((one.created_at for one in commitments), default=turn.now)
    return OwnWay(
        outcomes=tally(histories, since, turn.now + timedelta(microseconds=1)),
        opened=len(open_commitments(turn)),
        rhythm=_rhythm(turn),
        goal=_goal(turn),
        items=tuple(_items(turn)),
        sure=tuple(
            (turn.local(one.created_at).date(), one.confidence)
            for one in commitments
            if one.confidence is not None
        ),
        started=last_day(turn, BASELINE),
        looked_back=last_day(turn, ENDLINE),
    )


def _rhythm(turn: Turn) -> Rhythm:
    """Count the weeks with a step among those in which something came or was done.

    A week of leave, of a pause, or between two messages of a slower pace brings nothing, so it
    does not count on either side.
    """
    steps = list(_steps(turn))
    if not steps:
        return Rhythm(0, 0)
    zone = turn.coachee.tz
    entries = turn.uow.ledger.of(turn.coachee.id, LEDGER)
    came = [e.decided_at for e in entries if e.proactive and e.outcome in CAME]
    active = {_monday(turn, at) for at in (*came, *(one.at for one in steps))}
    first = _monday(turn, min(one.at for one in steps))
    every = (first + n * WEEK for n in range((turn.today - first) // WEEK + 1))
    return steady_rhythm(steps, turn.now, {day for day in every if day not in active}, zone)


def _steps(turn: Turn) -> Iterator[Record]:
    me = turn.coachee.id
    for session in turn.uow.sessions.of(me):
        worked = session.programme_id.startswith(WORKED_ON) and session.answers
        if session.status == "done" and worked:
            yield Record("session_completed", me, session.touched_at.astimezone(UTC))
    for one in turn.uow.commitments.of(me):
        for outcome in standing(turn.uow.commitments.history(one.id)):
            if outcome.kind in STEPS:
                at = outcome.at.astimezone(UTC)
                yield Record("commitment_status", me, at, one.id, detail=outcome.kind)


def _items(turn: Turn) -> Iterator[Item]:
    every = turn.uow.ratings.of(turn.coachee.id)
    start, now, then = (rated(every, when) for when in (BASELINE, ENDLINE, THEN))
    for item in ITEMS:
        if item in start or item in now:
            yield Item(item, start.get(item), now.get(item), then.get(item))


def _goal(turn: Turn) -> tuple[int, int] | None:
    values = _values(turn.uow.ratings.of(turn.coachee.id), "goal_progress")
    return (values[0], values[-1]) if len(values) > 1 else None


def _values(ratings: Sequence[tuple[str, str, int, datetime]], wanted: str) -> list[int]:
    return [value for kind, _session, value, _at in ratings if kind == wanted]


def _monday(turn: Turn, at: datetime) -> date:
    day = turn.local(at).date()
    return day - timedelta(days=day.weekday())
