"""What a team agreed on: one action, one owner, one day, followed up under the summary."""

from dataclasses import replace
from datetime import date, time

from bot import followups
from bot.cadence import at_local
from bot.cards import Card
from bot.errors import StaleClick
from bot.places import tz_of
from bot.teams.content import Round, Team, TeamCommitment
from bot.teams.joining import member_of
from bot.teams.speaking import in_channel
from bot.turn import Turn
from bot.workdays import Calendar

OUTCOMES = ("done", "partly", "dropped")

LATEST = time(17)
"""The hour up to which the channel is asked on the day itself."""


def agree(
    channel: Turn, team: Team, one: Round, action: str, owner_id: str, due_on: date
) -> TeamCommitment:
    """Write an action down for the channel to see, and plan to ask about it on its day."""
    root = channel.uow.cards.get(one.card_token or "")
    made = TeamCommitment(
        id=channel.new_id(),
        team_id=team.id,
        round_id=one.id,
        action=action,
        owner_id=owner_id,
        due_on=due_on,
        created_at=channel.now,
    )
    under = root.ref if root else None
    card = channel.post_under(under, "team_commitment", commitment=made.id)
    made = replace(made, card_token=card.token)
    channel.uow.teams.commit_to(made)
    plan_asking(channel, team, made)
    return made


def plan_asking(channel: Turn, team: Team, made: TeamCommitment) -> None:
    """Ask on the day it is due, or on the working day before a day off."""
    followups.call_off(channel, "rescheduled", "team_due", subject_id=made.id)
    calendar = Calendar(team.country)
    day = made.due_on
    if not calendar.is_workday(day):
        before = calendar.add_workdays(day, -1)
        day = before if before > channel.today else calendar.next_workday(day)
    at = at_local(day, team.at, tz_of(team.zone))
    if at <= channel.now:
        at = max(at_local(day, LATEST, tz_of(team.zone)), channel.now)
    key = f"team_due:{made.id}:{made.due_on}:{made.moves}"
    followups.plan(channel, "team_due", key, at, made.id)


def mark(turn: Turn, team: Team, card: Card, commitment_id: str, status: str) -> None:
    """Write down what became of it; the channel sees it, and not who pressed.

    Raises:
        NotInTeam: the person is no member.
        StaleClick: it is closed already, or gone.
    """
    made = standing(turn, team, commitment_id)
    closed = replace(made, status=status, closed_on=turn.today)  # type: ignore[arg-type]  # one of OUTCOMES
    turn.uow.teams.put_commitment(closed)
    channel = in_channel(turn, team)
    followups.call_off(channel, "answered", "team_due", subject_id=made.id)
    _show_again(channel, card, made)


def move(turn: Turn, team: Team, card: Card, commitment_id: str, day: date) -> None:
    """Give it another day.

    Raises:
        NotInTeam: the person is no member.
        StaleClick: it is closed already, or gone.
    """
    made = standing(turn, team, commitment_id)
    if day == made.due_on:
        return
    moved = replace(made, due_on=day, moves=made.moves + 1)
    moved = turn.uow.teams.put_commitment(moved)
    channel = in_channel(turn, team)
    plan_asking(channel, team, moved)
    _show_again(channel, card, moved)


def standing(turn: Turn, team: Team, commitment_id: str) -> TeamCommitment:
    """Return an action that is still open.

    Raises:
        NotInTeam: the person is no member.
        StaleClick: it is closed already, or gone.
    """
    member_of(turn, team)
    made = turn.uow.teams.commitment(commitment_id)
    if made is None or made.team_id != team.id or made.status != "open":
        raise StaleClick(commitment_id)
    return made


def _show_again(channel: Turn, card: Card, made: TeamCommitment) -> None:
    for token in dict.fromkeys([card.token, made.card_token]):
        channel.refresh(token)
