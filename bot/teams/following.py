"""What slows a team: named by type, never by whom, and followed until it is resolved or dropped."""

from dataclasses import replace
from typing import Literal, get_args

from bot.errors import StaleClick
from bot.sessions import Session
from bot.teams.content import Blocker, Team, TeamBlocker
from bot.teams.joining import member_of
from bot.turn import Turn
from bot.workdays import Calendar

Ending = Literal["resolved", "dropped"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)

KINDS: dict[str, Blocker] = {
    "decision": "decision",
    "information": "information",
    "means": "means",
    "person": "coordination",
}
"""What a blocker of one's own is for the team, by choice of the unblock session."""


def close_blocker(turn: Turn, team: Team, blocker_id: str, state: Ending) -> None:
    """Take a blocker off the list.

    Raises:
        NotInTeam: the person is no member.
        StaleClick: there is none, or it is closed already.
    """
    member_of(turn, team)
    found = next((b for b in turn.uow.teams.blockers(team.id) if b.id == blocker_id), None)
    if found is None or found.state != "open":
        raise StaleClick(blocker_id)
    turn.uow.teams.put_blocker(replace(found, state=state, closed_on=turn.today))


def days_open(team: Team, blocker: TeamBlocker, turn: Turn) -> int:
    """Return the working days from the round that named it until it was closed, or today."""
    until = blocker.closed_on or turn.today
    return max(Calendar(team.country).workdays_between(blocker.opened_on, until), 0)


def countable(turn: Turn, session: Session) -> bool:
    """Tell whether the blocker of an unblock session can be counted for a team."""
    return _kind(session) is not None and bool(_teams(turn))


def report(turn: Turn, session: Session) -> None:
    """Count its type, and nothing else, in each team of the person until the next close."""
    kind = _kind(session)
    if kind is None:
        return
    for team in _teams(turn):
        turn.uow.teams.report(team.id, turn.coachee.id, kind)


def _teams(turn: Turn) -> list[Team]:
    """Return the teams of the person that ask what slows them."""
    mine = turn.uow.teams.of(turn.coachee.id)
    return [one for one in mine if one.state == "active" and "blocker" in one.questions]


def _kind(session: Session) -> Blocker | None:
    answer = session.answer("kind")
    chosen = answer.options[0] if answer and answer.options else ""
    return KINDS.get(chosen)
