"""Facts: what a dialogue's rules can ask about the person, beyond the session's own answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot import evaluating, reviewing
from bot.path_weeks import next_week
from bot.self_evaluation import COUNT_OF, ITEMS
from bot.sessions import Session
from bot.teams import following
from bot.turn import Turn

MOVES = 2
"""After so many date changes a smaller version is offered first."""

Fact = Callable[[Turn, Session], bool]


@dataclass(frozen=True, slots=True)
class Known:
    """What is true for a session now; each fact is looked up only when a rule asks for it.

    `given` are the names of facts that the caller knows.
    """

    turn: Turn
    session: Session
    given: frozenset[str] = frozenset()

    def __contains__(self, name: object) -> bool:
        fact = FACTS.get(str(name))
        return name in self.given or (fact is not None and fact(self.turn, self.session))


def _path_waits(turn: Turn, _session: Session) -> bool:
    return next_week(turn) is not None


def _moved_twice(turn: Turn, session: Session) -> bool:
    about = turn.uow.commitments.get(session.commitment_id) if session.commitment_id else None
    return about is not None and about.moves >= MOVES


def _goal_written(turn: Turn, _session: Session) -> bool:
    return turn.coachee.goal_words_id is not None


def _confidence_known(turn: Turn, session: Session) -> bool:
    return reviewing.month_of(turn, session.started_at).confidence is not None


def _counts_for_team(turn: Turn, session: Session) -> bool:
    return following.countable(turn, session)


def _asks(part: str) -> Fact:
    return lambda turn, session: part in evaluating.asked_in(turn, session)


FACTS: Mapping[str, Fact] = {
    "path_waits": _path_waits,
    "moved_twice": _moved_twice,
    "goal_written": _goal_written,
    "confidence_known": _confidence_known,
    "counts_for_team": _counts_for_team,
    **{f"asks_{part}": _asks(part) for part in (*ITEMS, *COUNT_OF.values())},
}
"""Every fact that a rule of a pack can name."""
