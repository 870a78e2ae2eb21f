"""In how many of their last active weeks a person took a step: coaching 5.2, #25."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from bot.measuring.own import STEPS, WEEK, Rhythm, steady_rhythm
from bot.measuring.records import Record
from bot.outcomes import standing
from bot.turn import Turn

LEDGER = 500
"""Entries read: more than the weeks that are looked at can bring."""

WORKED_ON = ("theme:", "path:", "unblock")
"""How the programmes begin whose completion is a step."""

CAME = {"sent", "queued"}


def own_rhythm(turn: Turn) -> Rhythm:
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
    for about, history in turn.uow.commitments.histories(me).items():
        for outcome in standing(history):
            if outcome.kind in STEPS:
                at = outcome.at.astimezone(UTC)
                yield Record("commitment_status", me, at, about, detail=outcome.kind)


def _monday(turn: Turn, at: datetime) -> date:
    day = turn.local(at).date()
    return day - timedelta(days=day.weekday())
