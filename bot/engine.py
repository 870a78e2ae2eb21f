"""The engine: a programme, a session and an answer give the next state. No clock, no database."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import UnknownStep
from bot.programmes import Programme, Step
from bot.sessions import Answer, Session

LOW_CONFIDENCE = 6
"""At six or less of ten a smaller step is offered."""

STRONG = "strong"
"""The fact that a commitment meets all criteria."""


@dataclass(frozen=True, slots=True)
class Given:
    """A valid answer, not yet written down. `text` and `fields` are the person's words."""

    options: tuple[str, ...] = ()
    number: int | None = None
    day: date | None = None
    text: str = ""
    fields: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Where an answer led: the session now, and the programme that begins, if one does."""

    session: Session
    jump: str | None = None


def target(step: Step, given: Given) -> str | None:
    """Return the step that an answer leads to; None where the programme just ends."""
    chosen = step.choice(given.options[0]) if given.options else None
    return (chosen.to if chosen else None) or step.to


def deeds(step: Step, given: Given) -> tuple[str, ...]:
    """Return what is to be done with an answer, the choice's own deeds first."""
    chosen = [step.choice(option) for option in given.options]
    named = [choice.does for choice in chosen if choice and choice.does]
    return tuple(named) + ((step.does,) if step.does else ())


def record(
    session: Session, step: Step, given: Given, words_id: str | None, at: datetime
) -> Session:
    """Write the answer down, in place of an earlier one to the same step.

    A gate's answer is never written: that somebody was asked about harm and what they said
    leaves no trace. Nor is what is told to a team, which forgets it when its round closes.
    """
    kept = tuple(a for a in session.answers if a.step_id != step.id)
    if step.gate or step.keeps == "team":
        return replace(session, answers=kept, touched_at=at)
    answer = Answer(step.id, at, given.options, given.number, given.day, words_id)
    return replace(session, answers=(*kept, answer), touched_at=at)


def follow(
    programme: Programme, session: Session, step_id: str | None, facts: Container[str] = ()
) -> Turn:
    """Walk on to the next question, through statements, rules, jumps and what is passed over.

    `facts` are the names of what is true outside the session (`bot/facts.py`); with `strong`
    the commitment holds as it is, so that its feedback is a statement.
    """
    passed: tuple[str, ...] = ()
    for _ in range(len(programme.steps) + 1):
        if step_id is None:
            return Turn(replace(session, status="done", passed=passed, card_token=None))
        step = programme.step(step_id)
        if step.only_if and not _holds(step.only_if, session, facts):
            step_id = step.to
            continue
        if step.kind == "jump":
            done = replace(session, step_id=step_id, status="done", passed=passed, card_token=None)
            return Turn(done, step.jump)
        if step.kind == "end":
            return Turn(replace(session, step_id=step_id, status="done", passed=passed))
        if step.kind == "rule":
            step_id = _branch(step, session, facts)
        elif step.kind == "say" or (step.kind == "feedback" and STRONG in facts):
            passed, step_id = (*passed, step_id), step.to
        else:
            return Turn(replace(session, step_id=step_id, passed=passed))
    raise UnknownStep(f"{programme.id}: statements without end at {step_id}")


def rewind(session: Session, step_id: str, at: datetime) -> Session:
    """Go back to a step already answered; its answer and the later ones are dropped."""
    ids = [a.step_id for a in session.answers]
    kept = session.answers[: ids.index(step_id)] if step_id in ids else session.answers
    return replace(session, step_id=step_id, answers=kept, passed=(), status="open", touched_at=at)


def before(session: Session) -> str | None:
    """Return the step answered last, for the way back."""
    return session.answers[-1].step_id if session.answers else None


def _branch(step: Step, session: Session, facts: Container[str]) -> str:
    """Take the first branch where the rule holds, once: nobody is led in a circle."""
    first, second = step.branches
    holds = _holds(step.rule or "", session, facts)
    return first if holds and session.answer(first) is None else second


def _holds(name: str, session: Session, facts: Container[str]) -> bool:
    rule = RULES.get(name)
    return rule(session) if rule else name in facts


def _confidence_low(session: Session) -> bool:
    numbers = [a.number for a in session.answers if a.number is not None]
    return bool(numbers) and numbers[-1] <= LOW_CONFIDENCE


RULES: Mapping[str, Callable[[Session], bool]] = {"confidence_low": _confidence_low}
"""Rules that the session's own answers decide; true takes the first branch. Others are facts."""
