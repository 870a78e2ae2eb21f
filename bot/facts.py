"""Facts: what a dialogue's rules can ask about the person, beyond the session's own answers."""

from collections.abc import Callable, Mapping

from bot import reviewing
from bot.path_weeks import next_week
from bot.programmes import Programme
from bot.sessions import Session
from bot.turn import Turn

MOVES = 2
"""After so many date changes a smaller version is offered first."""

Fact = Callable[[Turn, Session], bool]


def known(turn: Turn, programme: Programme, session: Session) -> set[str]:
    """Return the names of the facts that are true now, of those the programme asks about."""
    asked = {step.rule for step in programme.steps.values() if step.kind == "rule"}
    return {name for name, holds in FACTS.items() if name in asked and holds(turn, session)}


def _path_waits(turn: Turn, _session: Session) -> bool:
    return next_week(turn) is not None


def _moved_twice(turn: Turn, session: Session) -> bool:
    about = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    return about is not None and about.moves >= MOVES


def _goal_written(turn: Turn, _session: Session) -> bool:
    return turn.coachee.goal_words_id is not None


def _confidence_known(turn: Turn, session: Session) -> bool:
    return reviewing.month_of(turn, session.started_at).confidence is not None


FACTS: Mapping[str, Fact] = {
    "path_waits": _path_waits,
    "moved_twice": _moved_twice,
    "goal_written": _goal_written,
    "confidence_known": _confidence_known,
}
"""Every fact that a rule of a pack can name."""
