"""What the weekly check-in asks about, and which follow-ups it therefore stands for."""

from datetime import date, datetime, timedelta

from bot.cadence import Occurrence, after_silence, merges, next_slot, week_of
from bot.commitments import OPEN, Commitment
from bot.evaluating import due as evaluation_due
from bot.moments import Moment
from bot.people import Slot
from bot.reviewing import review_due
from bot.turn import Turn

WEEK = timedelta(weeks=1)

MANY = 100
"""Ledger entries: more than a week brings."""

SETTLED = 1
"""Working days before a commitment is asked about that is not due yet."""


def open_commitments(turn: Turn) -> list[Commitment]:
    """List what is still being followed up, the most urgent first."""
    every = turn.uow.commitments.of(turn.coachee.id)
    return sorted((c for c in every if c.status in OPEN), key=lambda c: (c.due_on, c.created_at))


def ripe(turn: Turn, day: date) -> list[Commitment]:
    """List what can be asked about on a day, the most urgent first: nothing made just before."""

    def is_ripe(one: Commitment) -> bool:
        made_on = turn.local(one.created_at).date()
        return one.due_on <= day or turn.calendar.workdays_between(made_on, day) >= SETTLED

    return [one for one in open_commitments(turn) if is_ripe(one)]


def looks_back(turn: Turn, day: date) -> bool:
    """Tell whether the weekly message of a day asks how it went so far, not what was planned."""
    return evaluation_due(turn, day) is not None or review_due(turn, day)


def joins_weekly(turn: Turn, moment: Moment) -> bool:
    """Tell whether the weekly check-in asks about a follow-up's commitment within a working day.

    Then the follow-up does not come by itself.
    """
    if moment.kind != "milestone":
        return False
    person = turn.coachee
    about = turn.uow.commitments.get(moment.subject_id or "")
    if about is None or person.slot is None or person.state != "active":
        return False
    planned = [m for m in turn.uow.moments.of(person.id) if m.kind == "weekly"]
    silent = after_silence(person.pace, person.unanswered)[0] != person.pace  # it will not come
    coming = set() if silent else {turn.local(m.due_at).date() for m in planned}
    return any(
        _is_first(turn, about, s.local)
        and (
            (s.local in coming and not looks_back(turn, s.local))
            or _came(turn, s.key_week, about.created_at)
        )
        for s in _near(turn, person.slot, moment.meant_at)
    )


def _near(turn: Turn, slot: Slot, at: datetime) -> list[Occurrence]:
    """List the weekly moments within a working day of a time."""
    zone, day = turn.coachee.tz, turn.local(at).date()
    monday, _ = week_of(at, zone)
    after, near = monday - WEEK, []
    for _ in range(3):  # of the week before, the same week, and the one after
        found = next_slot(slot, after, zone, turn.calendar)
        near += [found] if merges(day, found.local, turn.calendar) else []
        after = found.at
    return near


def _is_first(turn: Turn, about: Commitment, day: date) -> bool:
    return [one.id for one in ripe(turn, day)[:1]] == [about.id]


def _came(turn: Turn, key_week: str, after: datetime) -> bool:
    """Tell whether the check-in of a week was sent after a commitment was made."""
    key = f"checkin:{turn.coachee.id}:{key_week}"
    return any(
        e.key == key
        and e.kind == "checkin"
        and e.outcome in {"queued", "sent"}
        and e.decided_at > after
        for e in turn.uow.ledger.of(turn.coachee.id, MANY)
    )
