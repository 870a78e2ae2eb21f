"""All closed rounds of a team for one of its members: what its channel shows, and nothing more."""

from dataclasses import dataclass

from bot.messages import Element, Message
from bot.teams.content import Round
from bot.teams.results import closed_rounds, results_message
from bot.teams.summary import (
    answered_elements,
    loop_elements,
    talk_elements,
    unanswered_elements,
)
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class History:
    """What somebody reads of their team, in their language.

    Attributes:
        over_time: the answer to `/coach-team results`, without its buttons.
        rounds: each closed round as its message and what was said under it, the newest first.
    """

    over_time: Message
    rounds: tuple[tuple[Element, ...], ...]


def history(turn: Turn, team_id: str) -> History | None:
    """Return what the person may read; None if they are not in the team, or it is gone."""
    team = turn.uow.teams.look(team_id)
    if team is None or team.state == "gone" or not turn.uow.teams.member(team_id, turn.coachee.id):
        return None
    latest_first = closed_rounds(turn, team)[::-1]
    return History(
        results_message(turn, team, token=""),
        tuple(_round(turn, one, latest=one is latest_first[0]) for one in latest_first),
    )


def _round(turn: Turn, one: Round, *, latest: bool) -> tuple[Element, ...]:
    """Say what came of a round, and what was said back."""
    said = _summary(turn, one, latest=latest) if one.sealed else unanswered_elements(turn, one)
    return (*said, *loop_elements(turn, one.loop)) if one.loop else said


def _summary(turn: Turn, one: Round, *, latest: bool) -> tuple[Element, ...]:
    """Say what was answered; only about the latest there is still something to talk about."""
    said = answered_elements(turn, one)
    return (*said, *talk_elements(turn)) if latest else said
