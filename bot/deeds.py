"""Deeds: what an answer does beyond moving the dialogue on. Packs call them by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot import behaviour_counts, committing, evaluating, followups, merging, slowing, waiting
from bot.cadence import at_local, faster, slower
from bot.engine import Given
from bot.errors import InvalidAnswer
from bot.language import lang_of
from bot.paths import recall_id, week_of
from bot.people import Pace, Slot
from bot.places import country_of
from bot.plans import effects as plan_effects
from bot.programmes import Step
from bot.self_evaluation import ASKED, COUNTS, ITEMS, KINDS
from bot.sessions import Session
from bot.slots import slot_named
from bot.teams import following
from bot.teams import joining as teams
from bot.themes import theme_of
from bot.turn import Turn

PAUSE = timedelta(weeks=4)
USEFUL = "useful"
MINUTES = "minutes_saved"
LITTLE_USE = 2
IN_A_ROW = 2
"""So many ratings of at most `LITTLE_USE` of 5 bring a pause (coaching 5.8)."""

BASE = time(9, 30)
"""When a snooze until a day ends, for somebody without a slot."""

Deed = Callable[[Turn, Session, Step, Given], Session]


def carry_out(
    turn: Turn, names: tuple[str, ...], session: Session, step: Step, given: Given
) -> Session:
    """Do the named deeds in order and return the session as they leave it."""
    for name in names:
        session = DEEDS[name](turn, session, step, given)
    return session


def stop(turn: Turn) -> None:
    """Stop at once: nothing more comes by itself, and nobody is told."""
    slowing.note_stop(turn)
    turn.change(state="stopped", stopped_at=turn.now, paused_until=None)
    followups.call_off(turn, "stopped", *followups.BY_ITSELF)
    waiting.give_up(turn, "stopped")
    teams.leave_all(turn, "stopped")
    turn.home_stale = True


def pause(turn: Turn, until: datetime) -> None:
    """Come back at the first slot after a time."""
    slowing.note_pause(turn, until)
    turn.change(paused_until=until)
    followups.call_off(turn, "paused", "reminder", "snooze")
    followups.plan_weekly(turn)
    turn.home_stale = True


def rest(turn: Turn) -> None:
    """Come only when called: nothing comes by itself any more."""
    if turn.coachee.state == "active":
        slowing.note_slower(turn, "chosen")
    turn.change(state="on_call", stopped_at=None)
    followups.call_off(turn, "on_call", *followups.BY_ITSELF)
    waiting.give_up(turn, "on_call")


def come_back(turn: Turn) -> None:
    """Take part again, after a stop, a pause or on call; open commitments are followed up."""
    slowing.take_stop_back(turn)
    slowing.note_return(turn)
    turn.change(state="active" if turn.coachee.slot else "new", stopped_at=None, paused_until=None)
    followups.plan_weekly(turn)
    for commitment in merging.open_commitments(turn):
        followups.plan_follow_ups(turn, commitment)
    plan_effects.plan_again(turn)
    turn.home_stale = True


def reach_again(turn: Turn) -> None:
    """Plan anew what was called off while the person could not be reached."""
    kept = turn.coachee.stopped_at if turn.coachee.state == "stopped" else None
    turn.change(reachable=True, stopped_at=kept)
    planned = turn.uow.moments.of(turn.coachee.id)
    if not any(moment.kind == "weekly" for moment in planned):
        followups.plan_weekly(turn)
    followed = {moment.subject_id for moment in planned if moment.kind == "milestone"}
    for commitment in merging.open_commitments(turn):
        if turn.coachee.state != "stopped" and commitment.id not in followed:
            followups.plan_follow_ups(turn, commitment)
    plan_effects.plan_again(turn)


def set_slot(turn: Turn, slot: Slot) -> None:
    """Take a weekly slot; hours that a person chooses are working hours. Planning is separate."""
    turn.change(
        slot=slot,
        work_from=min(turn.coachee.work_from, slot.at),
        work_until=max(turn.coachee.work_until, time(slot.at.hour + 1)),
    )


def tomorrow(turn: Turn) -> datetime:
    """Return the person's usual hour on the next day."""
    hour = turn.coachee.slot.at if turn.coachee.slot else BASE
    return at_local(turn.today + timedelta(days=1), hour, turn.coachee.tz)


def _set_language(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    turn.change(lang=lang_of(given.options[0]), lang_chosen=True)
    return session


def _set_themes(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    turn.change(themes=given.options)
    return session


def _set_goal(turn: Turn, session: Session, step: Step, _given: Given) -> Session:
    answer = session.answer(step.id)
    if answer and answer.words_id:
        turn.uow.words.forget([turn.coachee.goal_words_id or ""])
        turn.change(goal_words_id=answer.words_id)
    return session


def _set_obstacle(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    turn.change(obstacle=given.options[0])
    return session


def _set_slot(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    slot = slot_named((given.fields or {}).get("slot", ""))
    if slot is None:
        raise InvalidAnswer("errors.time", field="time")
    set_slot(turn, slot)
    followups.plan_weekly(turn)
    return session


def _set_place(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    if given.fields:
        followups.settle_in(turn, given.fields["zone"], given.fields["country"])
    else:
        turn.change(zone_known=True, country=turn.coachee.country or country_of(turn.coachee.zone))
    return session


def _onboarded(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    slowing.note_return(turn)
    turn.change(state="active", stopped_at=None, paused_until=None, unanswered=0, silences=0)
    followups.plan_weekly(turn)
    turn.home_stale = True
    return session


def _mark(status: str) -> Deed:
    """Write down what became of a commitment; before its date nothing is 'not done'."""

    def deed(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
        if status == "not_done" and not committing.is_due(turn, session.commitment_id):
            return session
        reason = given.options[0] if given.options and status == "dropped" else ""
        committing.mark(turn, session.commitment_id, status, reason)  # type: ignore[arg-type]  # from the table below
        return session

    return deed


def _move(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    if given.day:
        committing.move(turn, session.commitment_id, given.day)
    return session


def _rate(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    """Note how useful it was; two that helped little, one after the other, bring a pause."""
    rated = _last_theme_session(turn) or session
    if given.number is None:
        return session
    turn.uow.ratings.add(turn.coachee.id, USEFUL, rated.id, given.number, turn.now)
    if _of_little_use(turn) and followups.listening(turn.coachee, turn.now):
        pause(turn, turn.now + PAUSE)
        until = (turn.now + PAUSE).isoformat()
        turn.post("note", say="pause.of_little_use", until=until, ways="again,start,settings")
    return session


def _of_little_use(turn: Turn) -> bool:
    values = [value for kind, _, value, _ in turn.uow.ratings.of(turn.coachee.id) if kind == USEFUL]
    latest = values[-IN_A_ROW:]
    return len(latest) == IN_A_ROW and max(latest) <= LITTLE_USE


def _item(kind: str) -> Deed:
    """Note the answer to an item of a self-evaluation, and of how many it is one."""
    when = kind.partition(":")[0]

    def deed(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
        _note_rating(turn, kind, session, given.number)
        if when in evaluating.PROGRAMMES:
            asked = evaluating.asked_in(turn, session) & frozenset(ITEMS)
            _note_rating(turn, f"{ASKED}:{when}", session, len(asked))
        return session

    return deed


def _count(deed_name: str) -> Deed:
    """Note a count of behaviour as one of the self-evaluation that asks for it."""

    def deed(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
        kind = behaviour_counts.kind_of(COUNTS[deed_name], session.programme_id)
        turn.uow.ratings.take_back(turn.coachee.id, deed_name, session.id)  # of the release before
        _note_rating(turn, kind, session, given.number)
        return session

    return deed


def _rated(kind: str) -> Deed:
    """Note a figure; who prefers not to say after all takes back what they said before."""

    def deed(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
        _note_rating(turn, kind, session, given.number)
        return session

    return deed


def _minutes(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    """Note how many minutes a week somebody says they save."""
    chosen = given.options[0]
    _note_rating(turn, MINUTES, session, int(chosen) if chosen.isdecimal() else None)
    return session


def _note_rating(turn: Turn, kind: str, session: Session, value: int | None) -> None:
    if value is None:
        turn.uow.ratings.take_back(turn.coachee.id, kind, session.id)
    else:
        turn.uow.ratings.add(turn.coachee.id, kind, session.id, value, turn.now)


def _plan_recall(turn: Turn, session: Session, step: Step, _given: Given) -> Session:
    """Ask next week about the week of the path that was just given."""
    followups.plan_recall(turn, session.programme_id, recall_id(week_of(step.id)))
    return session


def _last_theme_session(turn: Turn) -> Session | None:
    done = [
        s
        for s in turn.uow.sessions.of(turn.coachee.id)
        if theme_of(s.programme_id) and s.status == "done"
    ]
    return max(done, key=lambda s: s.touched_at) if done else None


def _confidence(turn: Turn, session: Session, _step: Step, given: Given) -> Session:
    own = committing.made_here(turn, session)
    if own and given.number is not None:
        turn.uow.commitments.put(replace(own, confidence=given.number))
        turn.home_stale = True
    return session


def _pace(pace: Pace) -> Deed:
    def deed(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
        _unstop(turn)
        before = turn.coachee.pace
        turn.change(pace=pace)
        slowing.note_pace(turn, before)
        followups.plan_next_weekly(turn)
        return session

    return deed


def _slower(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    """Come less often by one step; a monthly pace stays."""
    _unstop(turn)
    slowing.note_slower(turn, "too_often")
    turn.change(pace=slower(turn.coachee.pace) or turn.coachee.pace)
    followups.plan_next_weekly(turn)
    return session


def _faster(turn: Turn, session: Session, step: Step, given: Given) -> Session:
    """Come more often by one step; a weekly pace stays."""
    return _pace(faster(turn.coachee.pace))(turn, session, step, given)


def _pause(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    _unstop(turn)
    pause(turn, turn.now + PAUSE)
    return session


def _on_call(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    rest(turn)
    return session


def _unstop(turn: Turn) -> None:
    """Take back a stop that was changed for something milder."""
    if turn.coachee.state == "stopped":
        slowing.take_stop_back(turn)
        turn.change(state="active" if turn.coachee.slot else "new", stopped_at=None)


def _stop(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    stop(turn)
    return session


def _snooze(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    followups.plan_snooze(turn, tomorrow(turn))
    return session


def _report_blocker(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    following.report(turn, session)
    return session


def _show(template: str) -> Deed:
    def deed(turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
        turn.post(template)
        return session

    return deed


def _nothing(_turn: Turn, session: Session, _step: Step, _given: Given) -> Session:
    """Do nothing: the words are kept with the answer."""
    return session


DEEDS: Mapping[str, Deed] = {
    "language.set": _set_language,
    "themes.set": _set_themes,
    "goal.set": _set_goal,
    "obstacle.set": _set_obstacle,
    "slot.set": _set_slot,
    "place.set": _set_place,
    "onboarding.done": _onboarded,
    "commitment.done": _mark("done"),
    "commitment.partly": _mark("partly"),
    "commitment.not_done": _mark("not_done"),
    "commitment.blocked": _mark("blocked"),
    "commitment.drop": _mark("dropped"),
    "commitment.move": _move,
    "commitment.shrink": _nothing,  # done where the smaller version is written
    "confidence.set": _confidence,
    "session.rate": _rate,
    "goal.rate": _rated("goal_progress"),
    "recommend.rate": _rated("recommend"),
    "minutes.rate": _minutes,
    **{kind: _item(kind) for kind in KINDS},
    **{name: _count(name) for name in COUNTS},
    "path.recall": _plan_recall,
    "feedback.keep": _nothing,
    "learning.keep": _nothing,
    "pace.weekly": _pace("weekly"),
    "pace.fortnightly": _pace("fortnightly"),
    "pace.monthly": _pace("monthly"),
    "pace.slower": _slower,
    "pace.faster": _faster,
    "pace.pause_4_weeks": _pause,
    "pace.on_call": _on_call,
    "pace.stop": _stop,
    "snooze.tomorrow": _snooze,
    "blocker.report": _report_blocker,
    "data.keep": _nothing,
    "data.export": _show("data"),
    "data.erase": _show("erase"),
}
"""Every deed a pack can name."""
