"""Making, changing and closing commitments, with their follow-ups."""

from dataclasses import replace
from datetime import date, datetime

from bot.commitment_check import Assessment, Feedback, assess, compose_sentence, feedback
from bot.commitments import (
    OPEN,
    Commitment,
    Draft,
    Outcome,
    Status,
    from_words,
    to_words,
)
from bot.engine import Given
from bot.followups import call_off, plan_follow_ups
from bot.programmes import Step
from bot.sessions import Session
from bot.turn import Turn

UNBLOCK = "unblock"
CLOSED: tuple[Status, ...] = ("done", "dropped", "replaced", "expired")


def commit(turn: Turn, session: Session, step: Step, given: Given) -> tuple[Session, bool]:
    """Make the commitment that was written, or change it; say whether it is strong."""
    own = made_here(turn, session)
    draft, due_on = _read(turn, step, given)
    commitment = _rewrite(turn, own, draft, due_on) if own else _make(turn, session, draft, due_on)
    turn.home_stale = True
    strong = judge(turn, commitment, draft).strong
    return replace(session, commitment_id=commitment.id), strong


def made_here(turn: Turn, session: Session) -> Commitment | None:
    """Return the commitment that this very session made, if it did."""
    found = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    return found if found and found.session_id == session.id else None


def unfinished(turn: Turn, session: Session) -> Commitment | None:
    """Return what a session is about and is not done: the next step can begin from it."""
    if session.programme_id == UNBLOCK or not session.commitment_id:
        return None
    found = turn.uow.commitments.get(session.commitment_id)
    return found if found and found.status in OPEN else None


def use_proposal(turn: Turn, session: Session) -> None:
    """Take the proposed wording as the person's own."""
    commitment = made_here(turn, session)
    draft = draft_of(turn, commitment) if commitment else None
    if commitment and draft:
        proposal = remark(turn, commitment, draft).proposal
        if proposal:
            _rewrite(turn, commitment, proposal, commitment.due_on)


def mark(turn: Turn, commitment_id: str | None, status: Status, reason: str = "") -> None:
    """Write down what became of a commitment; a closed one is followed up no more."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    if commitment is None:
        return
    closed_on = turn.today if status in CLOSED else None
    turn.uow.commitments.put(replace(commitment, status=status, closed_on=closed_on))
    if status not in {"open", "replaced"}:
        note(turn, commitment, status, reason)
    if status in CLOSED:
        call_off(turn, "nothing_open", "milestone", "expiry", subject_id=commitment.id)
    elif commitment.closed_on:
        plan_follow_ups(turn, commitment)
    turn.home_stale = True


def move(turn: Turn, commitment_id: str | None, due_on: date) -> None:
    """Give a commitment another date; before the date this is never a failure."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    if commitment is None:
        return
    moved = replace(
        commitment, due_on=due_on, moves=commitment.moves + 1, status="open", closed_on=None
    )
    moved = turn.uow.commitments.put(_redated(turn, moved))
    note(turn, moved, "moved")
    plan_follow_ups(turn, moved)
    turn.home_stale = True


def _redated(turn: Turn, commitment: Commitment) -> Commitment:
    """Let the sentence say the new date."""
    draft = draft_of(turn, commitment)
    if draft is None:
        return commitment
    draft = replace(draft, due_chosen=True)
    draft = _worded(turn, draft, commitment.due_on, commitment.created_at)
    words_id = turn.uow.words.keep(turn.coachee.id, "commitment", to_words(draft), turn.now)
    turn.uow.words.forget([commitment.words_id])
    return replace(commitment, words_id=words_id)


def shrink(turn: Turn, session: Session, step: Step, given: Given) -> tuple[Session, bool]:
    """Replace a commitment by its smaller version."""
    old = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    if old and old.session_id != session.id:
        note(turn, old, "shrunk")
    return commit(turn, session, step, given)


def note(turn: Turn, commitment: Commitment, kind: str, reason: str = "") -> None:
    """Append to a commitment's history."""
    turn.uow.commitments.note(
        Outcome(
            id=turn.new_id(),
            commitment_id=commitment.id,
            coachee_id=commitment.coachee_id,
            at=turn.now,
            kind=kind,  # type: ignore[arg-type]  # statuses and kinds share these words
            reason=reason,
            due_on=commitment.due_on,
        )
    )


def draft_of(turn: Turn, commitment: Commitment) -> Draft | None:
    """Read a commitment's words; None once they are erased."""
    text = turn.uow.words.text(commitment.words_id)
    return from_words(text) if text else None


def as_written(turn: Turn, commitment: Commitment, draft: Draft) -> str:
    """Return the sentence, without the day where that is ours and not the person's."""
    if draft.due_chosen:
        return draft.sentence
    made_on = turn.local(commitment.created_at).date()
    return compose_sentence(draft, None, turn.lang, made_on)


def judge(turn: Turn, commitment: Commitment, draft: Draft) -> Assessment:
    """Check a commitment against the four criteria."""
    due_on = commitment.due_on if draft.due_chosen else None
    made_on = turn.local(commitment.created_at).date()
    return assess(draft, turn.lang, made_on, due_on)


def remark(turn: Turn, commitment: Commitment, draft: Draft) -> Feedback:
    """Return what the coach says of a commitment."""
    theme = turn.library.themes.get(commitment.theme_id or "")
    remarks = theme.remarks if theme else ()
    return feedback(judge(turn, commitment, draft), draft, remarks, turn.lang)


def _read(turn: Turn, step: Step, given: Given) -> tuple[Draft, date]:
    fields = given.fields or {"action": given.text}
    typed = fields.get("due", "")
    default = turn.calendar.add_workdays(turn.today, step.due_days)
    due_on = date.fromisoformat(typed) if typed else default
    draft = Draft(
        action=fields.get("action", ""),
        cue=fields.get("cue", ""),
        who=fields.get("who", ""),
        indicator=fields.get("indicator", ""),
        due_chosen=bool(typed),
    )
    return draft, due_on


def _make(turn: Turn, session: Session, draft: Draft, due_on: date) -> Commitment:
    _close_predecessor(turn, session)
    draft = _worded(turn, draft, due_on, turn.now)
    words_id = turn.uow.words.keep(turn.coachee.id, "commitment", to_words(draft), turn.now)
    programme = turn.library.programme(session.programme_id, session.programme_version)
    confidence = next((a.number for a in session.answers if a.step_id == "confidence"), None)
    commitment = Commitment(
        id=turn.new_id(),
        coachee_id=turn.coachee.id,
        words_id=words_id,
        created_at=turn.now,
        due_on=due_on,
        first_due_on=due_on,
        theme_id=programme.theme_id or _theme_of_predecessor(turn, session),
        session_id=session.id,
        confidence=confidence,
        objective_id=session.objective_id or _objective_of_predecessor(turn, session),
    )
    met = judge(turn, commitment, draft).met
    commitment = replace(commitment, checks_first=met, checks_final=met)
    turn.uow.commitments.add(commitment)
    note(turn, commitment, "made")
    plan_follow_ups(turn, commitment)
    return commitment


def _rewrite(turn: Turn, old: Commitment, draft: Draft, due_on: date) -> Commitment:
    draft = _worded(turn, draft, due_on, old.created_at)
    words_id = turn.uow.words.keep(turn.coachee.id, "commitment", to_words(draft), turn.now)
    changed = replace(old, words_id=words_id, due_on=due_on)
    if old.moves == 0:
        changed = replace(changed, first_due_on=due_on)
    changed = replace(changed, checks_final=judge(turn, changed, draft).met)
    changed = turn.uow.commitments.put(changed)
    turn.uow.words.forget([old.words_id])
    note(turn, changed, "edited")
    if due_on != old.due_on:
        plan_follow_ups(turn, changed)
    return changed


def edit(
    turn: Turn, commitment: Commitment, given: Given, step: Step, objective_id: str | None
) -> None:
    """Change an open commitment outside any session; a later date counts as moved."""
    draft, due_on = _read(turn, step, given)
    commitment = replace(commitment, objective_id=objective_id)
    changed = _rewrite(turn, commitment, draft, commitment.due_on)
    if due_on != commitment.due_on:
        move(turn, changed.id, due_on)
    turn.home_stale = True


def _worded(turn: Turn, draft: Draft, due_on: date, made_at: datetime) -> Draft:
    made_on = turn.local(made_at).date()
    return replace(draft, sentence=compose_sentence(draft, due_on, turn.lang, made_on))


def _close_predecessor(turn: Turn, session: Session) -> None:
    """What a check-in or a milestone was about gives way to the next step.

    A step to get unblocked is no substitute for what is blocked.
    """
    if session.programme_id == UNBLOCK:
        return
    old = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    if old and old.status in OPEN:
        mark(turn, old.id, "replaced")


def _objective_of_predecessor(turn: Turn, session: Session) -> str | None:
    old = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    return old.objective_id if old else None


def _theme_of_predecessor(turn: Turn, session: Session) -> str | None:
    old = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    return old.theme_id if old else None
