"""What the clock brings: decided once, said at most once, and always with a reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot import committing, dialogue, folding, followups, merging, slowing, waiting, weekly
from bot.cadence import (
    Decision,
    Kind,
    after_silence,
    at_local,
    day_of,
    decide,
    late,
    missed,
    next_working_moment,
    reminder_on,
    week_of,
    weeks_of,
)
from bot.campaigns import inviting
from bot.campaigns.content import OWN
from bot.commitments import OPEN, Commitment
from bot.evaluating import ENDING, PROGRAMMES
from bot.ledger import Outcome
from bot.moments import Moment, MomentKind
from bot.path_weeks import next_week
from bot.plans import changing as planning
from bot.plans import standing as plan_standing
from bot.sessions import Session
from bot.teams import answering, championing
from bot.turn import Turn

MOST = 3
"""Messages about one commitment that come by themselves."""

PATIENCE = 4
"""Messages in a row without an answer, two full weeks, after which only the weekly ones come."""

PATIENCES: Mapping[MomentKind, int] = {
    "milestone": PATIENCE,
    "plan_milestone": PATIENCE,
    "plan_request": PATIENCE,
    "recall": 1,
}
"""After so many messages without an answer these wait; what is not named here does not."""

WEEKLY = {"weekly", "session"}

TEAM = {"team_word", "posture"}
"""What the champion of a team hears; it waits for a free day."""

DATED = {"made", "moved"}
"""Outcomes that give a commitment its date."""

WAITS = {"budget", "same_day", "silence", "late"}
"""Reasons for which something is not said by itself, although there is something to say."""


def come(turn: Turn, moment: Moment) -> None:
    """Do what is due: say it, put it off, or leave it, and write down why."""
    _ROADS[moment.kind](turn, moment)


def _weekly(turn: Turn, moment: Moment) -> None:
    decision = _decided(turn, moment, weekly.weight_of(turn, turn.today))
    if decision.action == "move":
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "send" and _slow_down(turn):
        followups.note(turn, moment, "weekly", "skipped", "silence")
        return
    session = None
    if decision.action == "skip":
        followups.note(turn, moment, "weekly", "skipped", decision.reason)
    else:
        session = _say_weekly(turn, moment, decision)
    if session is None or session.programme_id != ENDING:  # else only if the person wants it to
        _plan_another(turn, decision)
    if session and not session.answers:
        _plan_reminder(turn, moment, session)


def _plan_another(turn: Turn, decision: Decision) -> None:
    if decision.reason == "late":  # nobody waits twice for an outage, at a slow pace either
        followups.plan_missed_weekly(turn)
    else:
        followups.plan_next_weekly(turn)


def _plan_reminder(turn: Turn, moment: Moment, session: Session) -> None:
    day = reminder_on(turn.today, turn.coachee.pace, turn.calendar)
    once = session.programme_id in PROGRAMMES  # where one stands is asked once
    if day and turn.coachee.slot and not once:
        at = at_local(day, turn.coachee.slot.at, turn.coachee.tz)
        followups.plan_anew(turn, "reminder", f"reminder:{moment.key}", at, session.id)


def _say_weekly(turn: Turn, moment: Moment, decision: Decision) -> Session:
    """Say the weekly message; return what asks."""
    slowed = _slowed_since(turn)
    _close_unanswered(turn)
    subject = weekly.subject_of(turn, slowed=slowed)
    kind = "session" if subject.kind == "left" else subject.kind
    _queue(turn, moment, kind, decision.reason)
    session = weekly.begin(turn, subject, moment.key)
    turn.change(unanswered=turn.coachee.unanswered + 1)
    return session


def _slow_down(turn: Turn) -> bool:
    """After silence the pace only gets slower, and from the last message on; tell whether it did.

    What comes next is as far from the last message as the new pace says, or never comes.
    """
    former = turn.coachee.pace
    pace, unanswered = after_silence(former, turn.coachee.unanswered)
    if pace == former:
        return False
    slowing.note_slower(turn, "silence")
    if pace == "on_call":
        turn.change(state="on_call", unanswered=0)
        followups.call_off(turn, "silence", *followups.BY_ITSELF)
        waiting.give_up(turn, "silence")
    else:
        turn.change(pace=pace, unanswered=unanswered)
        followups.plan_weekly(turn, weeks=weeks_of(pace) - weeks_of(former))
    return True


def _slowed_since(turn: Turn) -> bool:
    """Tell whether silence has made the pace monthly since the last weekly message."""
    person = turn.coachee
    if person.pace != "monthly" or person.unanswered or not person.silences:
        return False
    past = turn.uow.ledger.of(person.id, followups.LONG)
    weekly_ones = (e for e in past if e.key.startswith(f"checkin:{person.id}:"))
    known = (e for e in weekly_ones if e.reason == "silence" or e.outcome in {"queued", "sent"})
    return next((e.reason for e in known), "") == "silence"


def _close_unanswered(turn: Turn, about: str | None = None) -> None:
    """Close what came by itself and nobody answered: one such question at a time.

    With `about`, only what asked about the same commitment.
    """
    for session in turn.uow.sessions.open_of(turn.coachee.id):
        same = about in {None, session.commitment_id}
        if same and dialogue.by_itself(session) and not session.answers:
            turn.refresh(session.card_token)
            expired = replace(session, status="expired", card_token=None)
            turn.uow.sessions.put(expired)


def _reminder(turn: Turn, moment: Moment) -> None:
    """Ask once more, in the weekly state only, if nothing was answered."""
    session = turn.uow.sessions.get(moment.subject_id or "")
    unanswered = bool(session and session.status == "open" and not session.answers)
    decision = _decided(turn, moment, "reminder", still_open=unanswered)
    if decision.action == "move":
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip" or session is None:
        followups.note(turn, moment, "reminder", "skipped", decision.reason)
        return
    _queue(turn, moment, "reminder", decision.reason)
    turn.refresh(session.card_token)
    dialogue.ask(turn, replace(session, occurrence=moment.key))


def _milestone(turn: Turn, moment: Moment) -> None:
    commitment = turn.uow.commitments.get(moment.subject_id or "")
    asked = _asked_before(turn, moment.subject_id or "")
    wanted = bool(commitment and commitment.status in OPEN)
    stage: Kind = moment.stage or "due"  # type: ignore[assignment]  # stages are kinds
    decision = _decided(
        turn, moment, stage, still_open=wanted, merged=merging.joins_weekly(turn, moment)
    )
    if decision.action != "skip" and asked >= MOST:
        decision = Decision("skip", None, "enough")
    decision = _to_silence(turn, moment, decision)
    if decision.action == "move":
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip":
        _leave_out(turn, moment, stage, decision)
        return
    _queue(turn, moment, "milestone", decision.reason)
    _close_unanswered(turn, moment.subject_id)
    dialogue.begin(
        turn,
        "milestone",
        entry=moment.stage,
        commitment_id=moment.subject_id,
        occurrence=moment.key,
    )


def _queue(turn: Turn, moment: Moment, kind: str, reason: str) -> None:
    """Write down that a message is on its way; until the person does something it is a silence."""
    followups.note(turn, moment, kind, "queued", reason)
    turn.change(silences=turn.coachee.silences + 1)


def _leave_out(turn: Turn, moment: Moment, kind: Kind, decision: Decision) -> None:
    """Write down what does not come by itself, and whether it waits to join another message."""
    if decision.reason in WAITS and kind in folding.FOLDS:
        waiting.wait(turn, moment, moment.kind)
        return
    outcome: Outcome = "merged" if decision.reason == "merged" else "skipped"
    followups.note(turn, moment, moment.kind, outcome, decision.reason)


def _to_silence(turn: Turn, moment: Moment, decision: Decision) -> Decision:
    """Let a follow-up wait when so many messages in a row found no answer."""
    silent = decision.action == "send" and _left_to_silence(turn, moment)
    return Decision("skip", None, "silence") if silent else decision


def _left_to_silence(turn: Turn, moment: Moment) -> bool:
    """Tell whether a follow-up, or a question of a path, waits as long as nothing is answered."""
    patience = PATIENCES.get(moment.kind)
    return patience is not None and turn.coachee.silences >= patience


def _recall(turn: Turn, moment: Moment) -> None:
    """Ask what last week was about, unless it was asked meanwhile or nothing is answered."""
    path_id, step_id = moment.subject_id or "", moment.stage or ""
    waits = next_week(turn) == (path_id, step_id)
    decision = _decided(turn, moment, "recall", still_open=waits)
    decision = _to_silence(turn, moment, decision)
    if decision.action == "move":
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip":
        _leave_out(turn, moment, "recall", decision)
        return
    _queue(turn, moment, "recall", decision.reason)
    dialogue.begin(turn, path_id, entry=step_id, occurrence=moment.key)


def _asked_before(turn: Turn, commitment_id: str) -> int:
    """Count the follow-ups that already came by themselves."""
    return sum(
        e.key.startswith(f"milestone:{commitment_id}:")
        and e.proactive
        and e.outcome in {"queued", "sent"}
        for e in turn.uow.ledger.of(turn.coachee.id, followups.LONG)
    )


def _expiry(turn: Turn, moment: Moment) -> None:
    """Close in silence what nobody answered about; nothing expires that was not asked about."""
    commitment = turn.uow.commitments.get(moment.subject_id or "")
    if commitment is None or commitment.status not in OPEN or not _followed(turn):
        turn.uow.moments.settle(moment, turn.now)
        return
    if not followups.listening(turn.coachee, turn.now) or not _asked_since(turn, commitment):
        later = turn.calendar.add_workdays(turn.today, followups.PATIENCE)
        turn.uow.moments.move(moment.key, followups.late_on(turn, later))
        return
    turn.uow.moments.settle(moment, turn.now)
    committing.mark(turn, commitment.id, "expired")


def _followed(turn: Turn) -> bool:
    """Tell whether commitments are followed up at all; coming back plans them anew."""
    return turn.coachee.state == "active" and turn.coachee.reachable


def _asked_since(turn: Turn, commitment: Commitment) -> bool:
    """Tell whether a commitment was asked about since it has its date."""
    dated = [o.at for o in turn.uow.commitments.history(commitment.id) if o.kind in DATED]
    since = max(dated, default=commitment.created_at)
    asked = [s for s in turn.uow.sessions.of(turn.coachee.id) if s.commitment_id == commitment.id]
    along = f"milestone={commitment.id}/"
    return any(s.started_at > since and dialogue.by_itself(s) for s in asked) or any(
        along in card.args.get(folding.ALSO, "") and card.created_at > since
        for card in turn.uow.cards.posted_to(turn.coachee.id)
    )


def _snooze(turn: Turn, moment: Moment) -> None:
    """Come back as asked, however late: to the question left open, or with what is next."""
    decision = _decided(turn, moment, "snooze")
    unwanted = decision.reason in {"stopped", "unreachable", "paused"}
    if not unwanted and _missed(turn, moment):
        at = next_working_moment(turn.now, turn.coachee.tz, turn.coachee.work_from, turn.calendar)
        turn.uow.moments.move(moment.key, at)
        followups.note(turn, moment, "snooze", "moved", "outside_hours", proactive=False)
        return
    turn.uow.moments.settle(moment, turn.now)
    if unwanted:
        followups.note(turn, moment, "snooze", "skipped", decision.reason, proactive=False)
        return
    followups.note(turn, moment, "snooze", "queued", "snoozed", proactive=False)
    if not dialogue.resume(turn, moment.key):
        turn.post("next", say="next.back", occurrence=moment.key)


def _missed(turn: Turn, moment: Moment) -> bool:
    person = turn.coachee
    hours = person.tz, person.work_from, person.work_until
    return missed(moment.due_at, turn.now, *hours, turn.calendar)


def _plan_milestone(turn: Turn, moment: Moment) -> None:
    """Say on its day that a milestone of the plan is there."""
    one = plan_standing.named(turn, moment.subject_id)
    found = one.content.milestone(moment.stage or "") if one and not one.plan.ended_at else None
    open_still = bool(one and found and plan_standing.open_still(one, found[1]))
    args = {"plan": moment.subject_id or "", "milestone": moment.stage or ""}
    _plan_message(turn, moment, "plan_milestone", args, still_open=open_still)


def _plan_request(turn: Turn, moment: Moment) -> None:
    """Say that the plan partner proposes something."""
    waits = any(
        (w.kind, w.plan_id) == ("proposal", moment.subject_id) for w in planning.waiting(turn)
    )
    _plan_message(turn, moment, "plan_request", {"plan": moment.subject_id or ""}, still_open=waits)


def _plan_message(
    turn: Turn, moment: Moment, kind: Kind, args: Mapping[str, str], *, still_open: bool
) -> None:
    decision = _to_silence(turn, moment, _decided(turn, moment, kind, still_open=still_open))
    if decision.action == "move":
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip":
        _leave_out(turn, moment, kind, decision)
        return
    _queue(turn, moment, kind, decision.reason)
    turn.post(kind, occurrence=moment.key, **args)


def _team_reminder(turn: Turn, moment: Moment) -> None:
    """Remind somebody who ticked it and has not answered; of the others nothing is noted."""
    round_id = moment.subject_id or ""
    if not answering.wants_reminder(turn, round_id):
        turn.uow.moments.settle(moment, turn.now)
        return
    decision = _decided(turn, moment, "team_reminder")
    if decision.action == "move" and not _closed_by(turn, round_id, decision):
        _put_off(turn, moment, decision)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action != "send":
        followups.note(turn, moment, "team_reminder", "skipped", decision.reason)
        return
    followups.note(turn, moment, "team_reminder", "queued", decision.reason)
    turn.post("team_reminder", session_id=round_id, occurrence=moment.key, round=round_id)


def _closed_by(turn: Turn, round_id: str, decision: Decision) -> bool:
    one = turn.uow.teams.round(round_id)
    return one is None or decision.at is None or decision.at >= one.closes_at


def _team_word(turn: Turn, moment: Moment) -> None:
    """Say to the champion of a team what a stage asks of them."""
    wanted = championing.wanted(turn, moment)
    about = "team" if moment.stage == "named" else "round"
    args = {"stage": moment.stage or "", about: moment.subject_id or ""}
    _to_champion(turn, moment, "team_word", args, still_open=wanted)


def _posture(turn: Turn, moment: Moment) -> None:
    """Give the champion one card on how to listen."""
    _to_champion(turn, moment, "posture", {"number": moment.stage or ""}, still_open=True)


def _to_champion(
    turn: Turn, moment: Moment, kind: Kind, args: Mapping[str, str], *, still_open: bool
) -> None:
    """Say it, or wait for the next week with room; it is asked once and never repeated.

    After an outage it comes on the next morning, unless it is about something that is over.
    """
    decision = _decided(turn, moment, kind, still_open=still_open)
    if decision.reason in {"budget", "paused"}:
        decision = _later(turn, moment, decision, week_of(turn.now, turn.coachee.tz)[1])
    elif (decision.action, decision.reason) == ("skip", "late"):
        decision = _later(turn, moment, decision, turn.now)
    if decision.action == "move" and decision.at:
        turn.uow.moments.move(moment.key, decision.at, meant=True)
        followups.note(turn, moment, kind, "moved", decision.reason)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip":
        followups.note(turn, moment, kind, "skipped", decision.reason)
        return
    followups.note(turn, moment, kind, "queued", decision.reason)
    turn.post(kind, occurrence=moment.key, **args)


def _invitation(turn: Turn, moment: Moment) -> None:
    """Invite somebody to a campaign; what has no room now comes later in the same wave."""
    inviting.place(turn, moment)
    held = inviting.held(turn, moment)
    asked = inviting.wanted(turn, moment)
    decided = held or _decided(turn, moment, "invitation", still_open=asked)
    decision = inviting.put_off(turn, moment, decided)
    reason = inviting.reason_kept(turn, moment, decision)
    if decision.action == "move" and decision.at:
        stage = None if held else OWN
        turn.uow.moments.move(moment.key, decision.at, meant=True, stage=stage)
        followups.note(turn, moment, "invitation", "moved", reason)
        return
    turn.uow.moments.settle(moment, turn.now)
    if decision.action == "skip":
        followups.note(turn, moment, "invitation", "skipped", reason)
        return
    followups.note(turn, moment, "invitation", "queued", decision.reason)
    turn.post("campaign_invitation", occurrence=moment.key, campaign=moment.subject_id or "")


def _later(turn: Turn, moment: Moment, decision: Decision, after: datetime) -> Decision:
    person = turn.coachee
    after = max(after, person.paused_until or turn.now)
    at = next_working_moment(after, person.tz, person.work_from, turn.calendar)
    if championing.too_late(turn, moment, at):
        return decision
    return Decision("move", at, decision.reason)


def _decided(
    turn: Turn, moment: Moment, kind: Kind, *, still_open: bool = True, merged: bool = False
) -> Decision:
    start, end = week_of(turn.now, turn.coachee.tz)
    decision = decide(
        kind,
        turn.now,
        meant_at=moment.meant_at,
        due_at=moment.due_at,
        coachee=turn.coachee,
        calendar=turn.calendar,
        sent_this_week=turn.uow.ledger.sent_between(turn.coachee.id, start, end),
        to_come=_to_come(turn, moment),
        merges_with_slot=merged,
        still_open=still_open,
    )
    if decision.action == "send" and kind != "snooze" and _came_today(turn):
        return _another_day(turn, kind)
    return _told(turn, moment, decision)


def _came_today(turn: Turn) -> bool:
    """Tell whether a message came by itself today: one a day, whatever is due."""
    start, end = day_of(turn.now, turn.coachee.tz)
    return turn.uow.ledger.sent_between(turn.coachee.id, start, end) > 0


def _another_day(turn: Turn, kind: Kind) -> Decision:
    """Come back to what is due on the next working day; anything else is left out, or folded.

    The weekly message comes back in its own week only.
    """
    person = turn.coachee
    at = next_working_moment(turn.now, person.tz, person.work_from, turn.calendar)
    in_week = at < week_of(turn.now, person.tz)[1]
    keeps = {"due", "overdue", *followups.PLANNED, *TEAM}
    if kind in keeps or (kind in WEEKLY and in_week):
        return Decision("move", at, "same_day")
    return Decision("skip", None, "same_day")


def _told(turn: Turn, moment: Moment, decision: Decision) -> Decision:
    """Give the reason that is true for the person: of an outage, or that they have not begun."""
    untimely = decision.reason in {"holiday", "outside_hours"}
    if decision.action == "skip" and untimely and late(moment.due_at, turn.now):
        return Decision("skip", None, "late")
    if turn.coachee.state == "new" and decision.reason == "on_call":
        return Decision("skip", None, "not_started")
    return decision


def _to_come(turn: Turn, moment: Moment) -> Sequence[Kind]:
    """List what else is to come in the rest of the person's week.

    What merges takes no place, nor does what will wait because so much found no answer.
    """
    _, end = week_of(turn.now, turn.coachee.tz)
    later = [m for m in turn.uow.moments.of(turn.coachee.id) if m.id != moment.id]
    apart = [m for m in later if m.due_at < end and not _left_to_silence(turn, m)]
    coming = [m for m in apart if not merging.joins_weekly(turn, m)]
    kinds = [_kind_of(turn, m) for m in coming]
    return [k for k in kinds if k not in {"snooze", "expiry"}]  # type: ignore[misc]  # the rest are kinds


def _kind_of(turn: Turn, moment: Moment) -> str:
    if moment.kind == "weekly":
        return weekly.weight_of(turn, turn.local(moment.due_at).date())
    return (moment.stage or moment.kind) if moment.kind == "milestone" else moment.kind


def _put_off(turn: Turn, moment: Moment, decision: Decision) -> None:
    assert decision.at is not None  # noqa: S101 - a move has a time
    turn.uow.moments.move(moment.key, decision.at)
    kind = moment.kind if moment.kind != "weekly" else "checkin"
    followups.note(turn, moment, kind, "moved", decision.reason)


_ROADS: Mapping[str, Callable[[Turn, Moment], None]] = {
    "weekly": _weekly,
    "reminder": _reminder,
    "recall": _recall,
    "milestone": _milestone,
    "expiry": _expiry,
    "snooze": _snooze,
    "plan_milestone": _plan_milestone,
    "plan_request": _plan_request,
    "team_reminder": _team_reminder,
    "team_word": _team_word,
    "posture": _posture,
    "invitation": _invitation,
}
