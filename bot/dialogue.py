"""Sessions: beginning, answering, going back, leaving and taking up again."""

from dataclasses import replace
from datetime import datetime

from bot import committing, folding, slowing
from bot.cards import Card
from bot.deeds import carry_out
from bot.engine import STRONG, Given, before, deeds, follow, record, rewind, target
from bot.engine import Turn as Walked
from bot.errors import StaleClick
from bot.evaluating import PROGRAMMES
from bot.facts import Known
from bot.feedback import verdicts
from bot.frame import next_theme
from bot.path_weeks import next_week
from bot.programmes import Programme, Step
from bot.sessions import RESUMABLE, UNDO, Session
from bot.themes import programme_id_of
from bot.turn import Turn

RATED_ONCE_IN = 7
"""Days: a session's usefulness is asked at most once a week."""

BY_ITSELF = {
    "weekly_checkin",
    "invitation",
    "milestone",
    "monthly_review",
    "still_useful",
    "campaign_end",
    "baseline",
    "endline",
}
"""Programmes that the clock begins, beside the paths."""


def by_itself(session: Session) -> bool:
    """Tell whether the clock may have begun a session."""
    return session.programme_id in BY_ITSELF or session.programme_id.startswith("path:")


QUIET_RATING = "session_feedback"
LEAVING = "pause_stop"
PASSING = {QUIET_RATING, LEAVING, "choose_theme"}
"""Programmes that nobody has to come back to."""

THEME, PATH = "theme_session", "path_week"
"""Jumps into whichever theme was chosen, and into the next week of the path."""


def begin(
    turn: Turn,
    programme_id: str,
    *,
    entry: str | None = None,
    commitment_id: str | None = None,
    occurrence: str | None = None,
    objective_id: str | None = None,
) -> Session:
    """Begin a programme and ask its first question.

    Whatever a person begins after a stop takes the stop back; messages stay off until they
    ask for them.
    """
    programme = turn.library.programme(programme_id)
    if turn.coachee.state == "stopped" and programme_id != LEAVING:
        slowing.take_stop_back(turn)
        turn.change(state="on_call" if turn.coachee.slot else "new", stopped_at=None)
    _leave_unanswered(turn, programme_id)
    session = Session(
        id=turn.new_id(),
        coachee_id=turn.coachee.id,
        programme_id=programme.id,
        programme_version=programme.version,
        step_id=entry or programme.start,
        status="open",
        started_at=turn.now,
        touched_at=turn.now,
        commitment_id=commitment_id,
        occurrence=occurrence,
        objective_id=objective_id,
    )
    turn.uow.sessions.add(session)
    onward = follow(programme, session, session.step_id, Known(turn, session))
    _settle(turn, programme, onward)
    return session


def answer(turn: Turn, session: Session, given: Given) -> None:
    """Take the answer to the present question, do what it does, and go on.

    Raises:
        StaleClick: what it asks about is closed meanwhile.
    """
    if _overtaken(turn, session):
        leave(turn, session)
        raise StaleClick(session.id)
    programme = programme_of(turn, session)
    step = programme.step(session.step_id)
    turn.refresh(session.card_token)
    if step.kind == "feedback" and given.options and verdicts.take(turn, session, given.options[0]):
        turn.uow.sessions.put(replace(session, touched_at=turn.now))
        return
    _forget_former(turn, session, step)
    session = record(session, step, given, _keep(turn, step, given), turn.now)
    session, strong = _commit(turn, session, step, given)
    session = carry_out(turn, deeds(step, given), session, step, given)
    facts = Known(turn, session, frozenset({STRONG} if strong else ()))
    onward = follow(programme, session, target(step, given), facts)
    _settle(turn, programme, onward)


def reopen(turn: Turn, card: Card, step_id: str) -> None:
    """Ask an answered question again, in its own message; later answers are dropped.

    Raises:
        StaleClick: the session is closed.
    """
    session = session_of(turn, card)
    if session is None or not changeable(session, turn.now):
        turn.refresh(card.token)
        raise StaleClick(card.token)
    if session.status == "done":
        _leave_begun_since(turn, session)
    committing.take_back(turn, session.commitment_id, _answered_at(session, step_id))
    dropped = _cards_after(turn, session, card)
    session = replace(_rewound(turn, session, step_id), card_token=card.token)
    turn.uow.sessions.put(session)
    turn.refresh(card.token)
    for token in dropped:
        turn.refresh(token)


def _answered_at(session: Session, step_id: str) -> datetime:
    answer = session.answer(step_id)
    return answer.at if answer else session.touched_at


def changeable(session: Session, now: datetime) -> bool:
    """Tell whether answers can be changed: while it is open, and shortly after it was done."""
    just_done = session.status == "done" and now - session.touched_at <= UNDO
    return session.status == "open" or just_done


def _leave_begun_since(turn: Turn, session: Session) -> None:
    """Leave what began with the answer that is taken back."""
    for other in turn.uow.sessions.open_of(turn.coachee.id):
        if other.id != session.id and other.started_at >= session.touched_at:
            leave(turn, other)


def _leave_unanswered(turn: Turn, programme_id: str) -> None:
    """Leave a dialogue of the same kind that was only looked at."""
    for other in turn.uow.sessions.open_of(turn.coachee.id):
        if other.programme_id == programme_id in PASSING and not other.answers:
            leave(turn, other)


def _overtaken(turn: Turn, session: Session) -> bool:
    """Tell whether an unanswered question is about a commitment that is settled."""
    if session.answers or not by_itself(session) or not session.commitment_id:
        return False
    about = turn.uow.commitments.get(session.commitment_id)
    return about is None or about.status in {"done", "dropped", "replaced"}


def stand_at(turn: Turn, session: Session, step_id: str) -> Session:
    """Go back to a step without asking it: its answer is already there."""
    return turn.uow.sessions.put(rewind(session, step_id, turn.now))


def written_before(turn: Turn, session: Session) -> Step:
    """Return the step that wrote the commitment which the present feedback is about."""
    programme = programme_of(turn, session)
    return next(step for step in programme.steps.values() if step.to == session.step_id)


def back(turn: Turn, session: Session) -> None:
    """Ask the question before the present one again."""
    step_id = before(session)
    if step_id is None:
        return
    turn.refresh(session.card_token)
    ask(turn, _rewound(turn, session, step_id))


def ask(turn: Turn, session: Session, *, again: bool = False) -> Session:
    """Post the present question as a new message; `again` says what it belongs to."""
    more = {"again": "1"} if again else {}
    along = folding.take_along(turn, session) if session.occurrence else ""
    more |= {folding.ALSO: along} if along else {}
    if session.commitment_id:
        more |= {"commitment": session.commitment_id}
    card = turn.post(
        "step",
        session_id=session.id,
        occurrence=session.occurrence,
        step=session.step_id,
        passed=",".join(session.passed),
        **more,
    )
    asked = replace(session, card_token=card.token, occurrence=None)
    if session.occurrence:
        asked = replace(asked, prompts=(*session.prompts, session.occurrence))
    return turn.uow.sessions.put(asked)


def resume(turn: Turn, occurrence: str | None = None) -> bool:
    """Ask the question again that was left open; false if there is none."""
    session = left_open(turn) or current(turn)
    if session is None:
        return False
    take_up(turn, session, occurrence)
    return True


def take_up(turn: Turn, session: Session, occurrence: str | None = None) -> None:
    """Ask the present question of an open session again, in a new message."""
    turn.refresh(session.card_token)
    ask(turn, replace(session, touched_at=turn.now, occurrence=occurrence), again=True)


def go_on(turn: Turn) -> bool:
    """Take up again after care, as `resume` does; a question about harm is stepped over."""
    session = current(turn)
    if session and programme_of(turn, session).step(session.step_id).gate:
        answer(turn, session, Given())
        return True
    return resume(turn)


def leave(turn: Turn, session: Session) -> None:
    """Close a session that the person does not want to go on with."""
    turn.refresh(session.card_token)
    turn.uow.sessions.put(replace(session, status="left", card_token=None, touched_at=turn.now))


def current(turn: Turn) -> Session | None:
    """Return the open session touched last; those left too long ago close silently."""
    for session in turn.uow.sessions.open_of(turn.coachee.id):
        if turn.now - session.touched_at <= RESUMABLE:
            return session
        turn.uow.sessions.put(replace(session, status="expired", card_token=None))
    return None


def left_open(turn: Turn) -> Session | None:
    """Return what the person left: not a question that came by itself and was not answered."""
    for session in turn.uow.sessions.open_of(turn.coachee.id):
        begun = bool(session.answers) or not (by_itself(session) or session.programme_id in PASSING)
        if begun and turn.now - session.touched_at <= RESUMABLE:
            return session
    return None


def standing(turn: Turn) -> Session | None:
    """Return what `current` returns, and leave everything as it is."""
    latest = next(iter(turn.uow.sessions.open_of(turn.coachee.id)), None)
    return latest if latest and turn.now - latest.touched_at <= RESUMABLE else None


def session_of(turn: Turn, card: Card) -> Session | None:
    """Return the session that a message belongs to."""
    return turn.uow.sessions.get(card.session_id) if card.session_id else None


def programme_of(turn: Turn, session: Session) -> Programme:
    """Return a session's programme, in the version it began with while that is kept."""
    return turn.library.programme(session.programme_id, session.programme_version)


def _rewound(turn: Turn, session: Session, step_id: str) -> Session:
    """Go back, and forget the words of the answers that are dropped."""
    if programme_of(turn, session).step(step_id).kind == "feedback":
        committing.ask_again(turn, session)
    back_there = rewind(session, step_id, turn.now)
    kept = {a.words_id for a in back_there.answers}
    dropped = [a.words_id for a in session.answers if a.words_id and a.words_id not in kept]
    turn.uow.words.forget([w for w in dropped if w != turn.coachee.goal_words_id])
    return back_there


def _forget_former(turn: Turn, session: Session, step: Step) -> None:
    """Forget the words of an earlier answer to the same question, unless they are the goal."""
    former = session.answer(step.id)
    if former and former.words_id and former.words_id != turn.coachee.goal_words_id:
        turn.uow.words.forget([former.words_id])


def _keep(turn: Turn, step: Step, given: Given) -> str | None:
    """Keep the words of an answer; a commitment's own words are kept with the commitment."""
    if not given.text or step.kind == "commitment":
        return None
    keeps = step.keeps if step.keeps in {"goal", "learning", "feedback"} else "session"
    return turn.uow.words.keep(turn.coachee.id, keeps, given.text, turn.now)  # type: ignore[arg-type]  # checked above


def _commit(turn: Turn, session: Session, step: Step, given: Given) -> tuple[Session, bool]:
    if step.kind != "commitment":
        return session, False
    act = committing.shrink if step.does == "commitment.shrink" else committing.commit
    return act(turn, session, step, given)


def _settle(turn: Turn, programme: Programme, onward: Walked) -> None:
    """Save where the dialogue stands and say what follows."""
    session = onward.session
    if session.status == "open":
        ask(turn, session)
        return
    final = programme.step(session.step_id)
    turn.uow.sessions.put(replace(session, card_token=None))
    if final.kind == "end" and final.does:
        session = carry_out(turn, (final.does,), session, final, Given())
    if onward.jump:
        _jump(turn, session, onward.jump)
    elif final.kind == "end":
        close(turn, session)


def close(turn: Turn, session: Session) -> None:
    """Say the last words of a session; where somebody stands is shown in the home, too."""
    turn.home_stale = turn.home_stale or session.programme_id in PROGRAMMES
    turn.post(
        "end",
        session_id=session.id,
        occurrence=session.occurrence,
        step=session.step_id,
        passed=",".join(session.passed),
    )


def _jump(turn: Turn, session: Session, programme_id: str) -> None:
    if programme_id == QUIET_RATING and _rated_lately(turn):
        close(turn, session)
        return
    if programme_id == PATH:
        onward = next_week(turn)
        path_id, entry = onward or ("choose_theme", None)
        begin(turn, path_id, entry=entry)
        return
    about = session.commitment_id
    if programme_id == THEME:
        programme_id, about = programme_id_of(_chosen_theme(turn, session)), None
    begin(turn, programme_id, commitment_id=about)


def _chosen_theme(turn: Turn, session: Session) -> str:
    """Return the theme that was chosen, or the one that was offered."""
    chosen = [a.options[0] for a in session.answers if a.options]
    return (
        chosen[-1]
        if chosen and session.programme_id == "choose_theme"
        else next_theme(turn, session.started_at)
    )


def _rated_lately(turn: Turn) -> bool:
    since = turn.in_days(-RATED_ONCE_IN)
    return any(
        kind == "useful" and at > since
        for kind, _session, _value, at in turn.uow.ratings.of(turn.coachee.id)
    )


def _cards_after(turn: Turn, session: Session, card: Card) -> list[str]:
    tokens = [c.token for c in turn.uow.cards.of_session(session.id)]
    later = tokens[tokens.index(card.token) + 1 :] if card.token in tokens else []
    return [token for token in later if token != card.token]
