"""Planning ahead: the weekly moment, and the milestones of a commitment."""

from datetime import date, datetime, time, timedelta

from bot import merging
from bot.cadence import at_local, expiry_on, milestones, next_slot, week_of, weeks_of
from bot.commitments import Commitment
from bot.ledger import Entry, Outcome
from bot.moments import Moment, MomentKind
from bot.people import Coachee
from bot.turn import Turn

PLANNED: tuple[MomentKind, ...] = ("plan_milestone", "plan_request")
"""Kinds of moments that come of an action plan."""

BY_ITSELF: tuple[MomentKind, ...] = (
    "weekly",
    "reminder",
    "milestone",
    "recall",
    "snooze",
    *PLANNED,
)
"""Kinds of moments that end in a message."""

PATIENCE = 5
"""Working days after which a commitment that nobody answers about closes in silence."""

RECALLED_AFTER = timedelta(days=9)
"""From a week's practice to its recall: two days after the next weekly message."""

LATE = time(23)
"""The hour of what is silent: after whatever was asked on the same day."""

USUAL = time(9, 30)
"""The hour of a follow-up for somebody without a slot."""

LONG = 500
"""Ledger entries: more than a commitment, or an invitation, lives through."""

_AT_THEIR_HOUR: frozenset[MomentKind] = frozenset({*BY_ITSELF, "expiry", "team_word", "posture"})
"""Kinds that come by the person's own clock; a campaign and a team have theirs."""

_MOMENT = timedelta(microseconds=1)
_TRIES = 60  # weeks in a row that may be off or already used


def settle_in(turn: Turn, zone: str, country: str) -> None:
    """Let somebody be in another zone: what is planned keeps its day and its hour there.

    So nothing comes twice or is lost on the way. What is over there already is late by as much.
    """
    before = turn.coachee.tz
    turn.change(zone=zone, zone_known=True, country=country)
    if turn.coachee.tz == before:
        return
    for moment in turn.uow.moments.of(turn.coachee.id):
        if moment.kind in _AT_THEIR_HOUR:
            wall = moment.due_at.astimezone(before)
            at = at_local(wall.date(), wall.time(), turn.coachee.tz)
            turn.uow.moments.move(moment.key, at, meant=True)


def plan_weekly(turn: Turn, *, weeks: int = 1, after: datetime | None = None) -> datetime | None:
    """Plan the next weekly moment, `weeks` slots ahead, in place of the one planned before.

    A week whose moment has already come is passed over, and so is what is not `after` a time,
    now if it is not given; None for somebody without a slot, on call, or stopped.
    """
    person = turn.coachee
    before = [m for m in turn.uow.moments.of(person.id) if m.kind == "weekly"]
    if before:
        turn.uow.moments.cancel(person.id, ["weekly"])
    at, key = _next_weekly(turn, weeks, after or turn.now)
    for moment in before:
        if moment.key != key:
            reason = "paused" if person.paused_until else "rescheduled"
            note(turn, moment, "weekly", "moved", reason)
    return at


def _next_weekly(turn: Turn, weeks: int, after: datetime) -> tuple[datetime | None, str]:
    person = turn.coachee
    if person.slot is None or person.state != "active":
        return None, ""
    after = max(after, person.paused_until or after)
    used = turn.uow.moments.keys(person.id, "weekly")
    for _ in range(_TRIES):
        found = next_slot(person.slot, after, person.tz, turn.calendar, weeks=weeks)
        key = f"checkin:{person.id}:{found.key_week}"
        if key not in used:
            plan_anew(turn, "weekly", key, found.at)
            return found.at, key
        after, weeks = found.at, 1
    return None, ""


def call_off(turn: Turn, reason: str, *kinds: MomentKind, subject_id: str | None = None) -> None:
    """Take planned messages back, each with its reason in the ledger."""
    for moment in turn.uow.moments.of(turn.coachee.id):
        about = moment.kind in kinds and subject_id in {None, moment.subject_id}
        if about and moment.kind != "expiry":  # closing in silence is no message
            note(turn, moment, moment.kind, "skipped", reason)
    turn.uow.moments.cancel(turn.coachee.id, kinds, subject_id)


def note(
    turn: Turn,
    moment: Moment,
    kind: str,
    outcome: Outcome,
    reason: str,
    *,
    proactive: bool = True,
) -> None:
    """Write down what became of a planned message, and why."""
    turn.uow.ledger.note(
        Entry(
            key=moment.key,
            coachee_id=turn.coachee.id,
            kind=kind,
            meant_at=moment.meant_at,
            decided_at=turn.now,
            outcome=outcome,
            reason=reason,
            proactive=proactive,
        )
    )


def plan_next_weekly(turn: Turn) -> datetime | None:
    """Plan the weekly moment after the present one, at the person's pace."""
    return plan_weekly(turn, weeks=weeks_of(turn.coachee.pace))


def plan_same_weekly(turn: Turn) -> None:
    """Plan the weekly moment anew in the week in which it was planned; what is due stays due."""
    mine = turn.uow.moments.of(turn.coachee.id)
    planned = next((moment.due_at for moment in mine if moment.kind == "weekly"), None)
    if planned is None or planned > turn.now:
        monday, _ = week_of(planned or turn.now, turn.coachee.tz)
        plan_weekly(turn, after=max(turn.now, monday - _MOMENT))


def plan_missed_weekly(turn: Turn) -> None:
    """Plan the weekly moment of this week, even if it is late by now, unless it has been."""
    monday, _ = week_of(turn.now, turn.coachee.tz)
    plan_weekly(turn, after=monday - _MOMENT)


def plan_follow_ups(turn: Turn, commitment: Commitment) -> None:
    """Plan the milestones of a commitment's date, in place of those of an earlier date.

    One that was planned and is late already is left to be asked as late as it is.
    """
    person = turn.coachee
    planned = {moment.key for moment in turn.uow.moments.of(person.id)}
    call_off(turn, "rescheduled", "milestone", "expiry", subject_id=commitment.id)
    hour = person.slot.at if person.slot else USUAL
    created = turn.today
    for stage, day in milestones(commitment.due_on, created, turn.calendar):
        due_at = at_local(day, hour, person.tz)
        key = f"milestone:{commitment.id}:{stage}:{commitment.due_on}"
        if due_at > turn.now or key in planned:
            plan(turn, "milestone", key, due_at, commitment.id, stage)
    earliest = turn.calendar.add_workdays(turn.today, PATIENCE)
    closes = max(expiry_on(commitment.due_on, turn.calendar), earliest)
    key = f"expiry:{commitment.id}:{closes}"
    plan_anew(turn, "expiry", key, late_on(turn, closes), commitment.id)


def plan_recall(turn: Turn, path_id: str, step_id: str) -> None:
    """Ask about a week of a path in the week after it, when its weekly message has been."""
    person = turn.coachee
    if person.state != "active":
        return
    day = turn.calendar.on_or_after(turn.today + RECALLED_AFTER)
    hour = person.slot.at if person.slot else USUAL
    year, week, _ = day.isocalendar()
    call_off(turn, "rescheduled", "recall")
    key = f"recall:{person.id}:{path_id}:{step_id}:{year}-W{week:02d}"
    plan_anew(turn, "recall", key, at_local(day, hour, person.tz), path_id, step_id)


def plan_snooze(turn: Turn, until: datetime) -> None:
    """Come back at a time the person chose; nothing else comes before it."""
    person = turn.coachee
    call_off(turn, "rescheduled", "snooze")
    plan_anew(turn, "snooze", f"snooze:{person.id}:{turn.new_id()}", until)
    for moment in turn.uow.moments.of(person.id):
        if moment.kind in BY_ITSELF and moment.kind != "snooze" and moment.due_at < until:
            note(turn, moment, moment.kind, "moved", "snoozed")
            turn.uow.moments.move(moment.key, until + timedelta(minutes=1), meant=True)


def plan(
    turn: Turn,
    kind: MomentKind,
    key: str,
    due_at: datetime,
    subject_id: str | None = None,
    stage: str | None = None,
) -> bool:
    """Plan one moment; false if its key was used before."""
    return turn.uow.moments.plan(_moment(turn, kind, key, due_at, subject_id, stage))


def plan_anew(
    turn: Turn,
    kind: MomentKind,
    key: str,
    due_at: datetime,
    subject_id: str | None = None,
    stage: str | None = None,
) -> None:
    """Plan one moment, unless its key was used before."""
    turn.uow.moments.plan_anew(_moment(turn, kind, key, due_at, subject_id, stage))


def _moment(
    turn: Turn,
    kind: MomentKind,
    key: str,
    due_at: datetime,
    subject_id: str | None,
    stage: str | None,
) -> Moment:
    return Moment(
        id=turn.new_id(),
        key=key,
        coachee_id=turn.coachee.id,
        kind=kind,
        due_at=due_at,
        meant_at=due_at,
        subject_id=subject_id,
        stage=stage,
    )


def next_planned(turn: Turn) -> Moment | None:
    """Return what will come next to the person by itself."""
    return next((m for m in turn.uow.moments.of(turn.coachee.id) if _will_come(turn, m)), None)


def asking(turn: Turn, commitment_id: str | None) -> Moment | None:
    """Return the moment at which a commitment will be asked about by itself."""
    return next(
        (
            m
            for m in turn.uow.moments.of(turn.coachee.id)
            if m.kind == "milestone" and m.subject_id == commitment_id and _will_come(turn, m)
        ),
        None,
    )


def listening(person: Coachee, at: datetime) -> bool:
    """Tell whether somebody takes messages that come by themselves at a time."""
    return person.state == "active" and (person.paused_until is None or at >= person.paused_until)


def late_on(turn: Turn, day: date) -> datetime:
    """Return the end of a day where the person is: what happens then is silent."""
    return at_local(day, LATE, turn.coachee.tz)


def _will_come(turn: Turn, moment: Moment) -> bool:
    if moment.kind == "snooze":
        return True
    goes = moment.kind in BY_ITSELF and listening(turn.coachee, moment.due_at)
    return goes and not merging.joins_weekly(turn, moment)
