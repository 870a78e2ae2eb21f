"""Making, changing and closing commitments, with their follow-ups."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.commitment_check import (
    Assessment,
    Feedback,
    answered,
    assess,
    compose_sentence,
    feedback,
)
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
from bot.errors import StaleClick
from bot.feedback.due_doubts import FURTHEST
from bot.followups import call_off, plan_follow_ups
from bot.programmes import Step
from bot.sessions import Session
from bot.suggestions.rewording import reworded
from bot.turn import Turn

UNBLOCK = "unblock"
CLOSED: tuple[Status, ...] = ("done", "dropped", "replaced", "expired")
MARKS = {"done", "partly", "not_done", "blocked", "dropped"}
"""Outcomes that an answer says of a commitment, and that a change of the answer takes back."""

_OUTCOMES: Mapping[Status, str] = {"expired": "no_answer"}
"""What is written into the history where it has another name than the state it leads to."""


def commit(turn: Turn, session: Session, step: Step, given: Given) -> tuple[Session, bool]:
    """Make the commitment that was written, or change it; say whether it holds as it is."""
    own = made_here(turn, session)
    draft, due_on = _read(turn, step, given)
    if own:
        draft = _as_answered(turn, own, draft, due_on)
        commitment = _rewrite(turn, own, draft, due_on)
    else:
        due_on = _as_offered(turn, step, draft, due_on)
        commitment = _make(turn, session, draft, due_on)
    turn.home_stale = True
    return replace(session, commitment_id=commitment.id), remark(turn, commitment, draft).silent


def _as_answered(turn: Turn, own: Commitment, draft: Draft, due_on: date) -> Draft:
    """Keep the answers to the same words; a hint that was seen is not shown again."""
    old = draft_of(turn, own)
    if old is None:
        return draft
    if own.due_on == due_on and replace(old, sentence="", yes=(), no=()) == draft:
        return replace(draft, yes=old.yes, no=old.no)
    seen = "privacy" in old.yes or remark(turn, own, old).privacy
    return replace(draft, yes=("privacy",)) if seen else draft


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


def decide(turn: Turn, session: Session, option: str) -> None:
    """Take the wording that the person chose as their own, and forget the others.

    Raises:
        StaleClick: it is not offered any more.
    """
    commitment = made_here(turn, session)
    draft = draft_of(turn, commitment) if commitment else None
    if commitment is None or draft is None:
        return
    chosen = None
    if option == "use":
        chosen = remark(turn, commitment, draft).proposal
    elif option == "suggested":
        if not draft.suggested:
            raise StaleClick(option)  # the words have changed since it was shown
        chosen = reworded(draft, draft.suggested)
    if chosen:
        use(turn, commitment, chosen)
    elif draft.suggested:
        suggest(turn, commitment, draft, "")


def suggest(turn: Turn, commitment: Commitment, draft: Draft, wording: str) -> None:
    """Lay a wording beside the person's own, which stays as it is; or take it away again."""
    text = to_words(replace(draft, suggested=wording))
    words_id = turn.uow.words.keep(turn.coachee.id, "commitment", text, turn.now)
    turn.uow.commitments.put(replace(commitment, words_id=words_id))
    turn.uow.words.forget([commitment.words_id])


def _forget_suggestion(turn: Turn, commitment_id: str | None) -> None:
    """Let a wording go that nobody chose: what is settled needs none."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    draft = draft_of(turn, commitment) if commitment else None
    if commitment and draft and draft.suggested:
        suggest(turn, commitment, draft, "")


def use(turn: Turn, commitment: Commitment, draft: Draft) -> None:
    """Take a wording that was offered as the person's own."""
    _rewrite(turn, commitment, draft, commitment.due_on)


def reword(turn: Turn, commitment: Commitment, draft: Draft, due_on: date) -> Commitment:
    """Write an answer to the feedback into the draft; only a day that is new is planned anew."""
    moved = due_on != commitment.due_on
    changed = replace(commitment, due_on=due_on) if moved else commitment
    if moved and commitment.moves == 0:
        changed = replace(changed, first_due_on=due_on)
    changed = _reworded(turn, changed, draft)
    met, untouched = judge(turn, changed, draft).met, changed.checks_first == changed.checks_final
    first = met if untouched else changed.checks_first
    changed = turn.uow.commitments.put(replace(changed, checks_first=first, checks_final=met))
    if moved:
        plan_follow_ups(turn, changed)
    turn.home_stale = True
    return changed


def ask_again(turn: Turn, session: Session) -> None:
    """Take the answers to the feedback back, so that it asks what it asked."""
    commitment = made_here(turn, session)
    draft = draft_of(turn, commitment) if commitment else None
    if commitment and draft and (draft.yes or draft.no):
        reword(turn, commitment, replace(draft, yes=(), no=()), commitment.due_on)


def mark(turn: Turn, commitment_id: str | None, status: Status, reason: str = "") -> None:
    """Write down what became of a commitment; a closed one is followed up no more."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    if commitment is None:
        return
    closed_on = turn.today if status in CLOSED else None
    turn.uow.commitments.put(replace(commitment, status=status, closed_on=closed_on))
    if status not in {"open", "replaced"}:
        note(turn, commitment, _OUTCOMES.get(status, status), reason)
    if status in CLOSED:
        _forget_suggestion(turn, commitment_id)
        call_off(turn, "nothing_open", "milestone", "expiry", subject_id=commitment.id)
    elif commitment.closed_on:
        plan_follow_ups(turn, commitment)
    turn.home_stale = True


def is_due(turn: Turn, commitment_id: str | None) -> bool:
    """Tell whether a commitment's date has come."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    return commitment is not None and commitment.due_on <= turn.today


def take_back(turn: Turn, commitment_id: str | None, since: datetime) -> None:
    """Undo what was said of a commitment since a time: it is open again, and followed up."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    said = turn.uow.commitments.history(commitment.id)[-1:] if commitment else ()
    if commitment is None or not said or said[0].at < since:
        return
    if said[0].kind in MARKS:
        note(turn, commitment, "undone")
        opened = replace(commitment, status="open", closed_on=None)
        plan_follow_ups(turn, turn.uow.commitments.put(opened))
        turn.home_stale = True
    elif said[0].kind == "moved":  # the next date takes its place, and is no further change
        turn.uow.commitments.put(replace(commitment, moves=max(commitment.moves - 1, 0)))


def move(turn: Turn, commitment_id: str | None, due_on: date) -> Commitment | None:
    """Give a commitment another date; before the date this is never a failure."""
    commitment = turn.uow.commitments.get(commitment_id) if commitment_id else None
    if commitment is None:
        return None
    moved = replace(
        commitment, due_on=due_on, moves=commitment.moves + 1, status="open", closed_on=None
    )
    moved = turn.uow.commitments.put(_redated(turn, moved))
    note(turn, moved, "moved")
    plan_follow_ups(turn, moved)
    turn.home_stale = True
    return moved


def _redated(turn: Turn, commitment: Commitment) -> Commitment:
    """Let the sentence say the new date."""
    draft = draft_of(turn, commitment)
    if draft is None:
        return commitment
    return _reworded(turn, commitment, replace(draft, due_chosen=True))


def _reworded(turn: Turn, commitment: Commitment, draft: Draft) -> Commitment:
    """Keep a draft with its sentence, and forget the one before; a suggestion was about that."""
    draft = replace(_worded(turn, commitment, draft), suggested="")
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
    return answered(assess(draft, turn.lang, made_on, due_on), draft)


def remark(turn: Turn, commitment: Commitment, draft: Draft) -> Feedback:
    """Return what the coach says of a commitment."""
    theme = turn.library.themes.get(commitment.theme_id or "")
    remarks = theme.remarks if theme else ()
    found = judge(turn, commitment, draft)
    due_on, calendar = commitment.due_on, turn.calendar
    return feedback(found, draft, remarks, turn.lang, due_on=due_on, calendar=calendar)


def _read(turn: Turn, step: Step, given: Given) -> tuple[Draft, date]:
    fields = given.fields or {"action": given.text}
    typed = fields.get("due", "")
    due_on = date.fromisoformat(typed) if typed else _default(turn, step)
    draft = Draft(
        action=fields.get("action", ""),
        cue=fields.get("cue", ""),
        who=fields.get("who", ""),
        indicator=fields.get("indicator", ""),
        due_chosen=bool(typed),
    )
    return draft, due_on


def _default(turn: Turn, step: Step) -> date:
    return turn.calendar.add_workdays(turn.today, step.due_days)


def _as_offered(turn: Turn, step: Step, draft: Draft, due_on: date) -> date:
    """Let a later day that the words name win over the day that the form offered."""
    if not draft.due_chosen or due_on != _default(turn, step):
        return due_on
    named = assess(draft, turn.lang, turn.today).due
    return named if named and due_on < named <= turn.today + FURTHEST else due_on


def _make(turn: Turn, session: Session, draft: Draft, due_on: date) -> Commitment:
    _close_predecessor(turn, session)
    draft = _sentence(turn, draft, due_on, turn.now)
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
    changed = _reworded(turn, replace(old, due_on=due_on), draft)
    if old.moves == 0:
        changed = replace(changed, first_due_on=due_on)
    changed = replace(changed, checks_final=judge(turn, changed, draft).met)
    changed = turn.uow.commitments.put(changed)
    note(turn, changed, "edited")
    if due_on != old.due_on:
        plan_follow_ups(turn, changed)
    return changed


def edit(
    turn: Turn, commitment: Commitment, given: Given, step: Step, objective_id: str | None
) -> Commitment:
    """Change an open commitment outside any session; another date counts as moved."""
    draft, due_on = _read(turn, step, given)
    commitment = replace(commitment, objective_id=objective_id)
    changed = _rewrite(turn, commitment, draft, commitment.due_on)
    turn.home_stale = True
    if due_on == commitment.due_on:
        return changed
    return move(turn, changed.id, due_on) or changed


def _worded(turn: Turn, commitment: Commitment, draft: Draft) -> Draft:
    moved = commitment.moves > 0
    return _sentence(turn, draft, commitment.due_on, commitment.created_at, moved=moved)


def _sentence(
    turn: Turn, draft: Draft, due_on: date, made_at: datetime, *, moved: bool = False
) -> Draft:
    made_on = turn.local(made_at).date()
    return replace(draft, sentence=compose_sentence(draft, due_on, turn.lang, made_on, moved=moved))


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
