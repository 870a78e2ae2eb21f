"""The champion's private messages: what to do with a summary, and how to listen."""

from datetime import datetime, timedelta
from typing import Literal

from bot.cadence import at_local
from bot.followups import USUAL
from bot.moments import Moment
from bot.people import Coachee
from bot.teams import rhythm
from bot.teams.content import Round, Team
from bot.turn import Turn
from bot.workdays import Calendar

Stage = Literal["named", "guidance", "live", "loop", "refused"]

POSTURES = 4
"""Cards on how to listen, each sent once, one a week after the first summary."""

ASKED_AFTER = 2
"""Working days after a summary on which the champion is asked to close the loop."""

CLOSES_WITHIN = timedelta(days=7)
"""So long after a summary the loop is asked for."""


def after_round(channel: Turn, team: Team, one: Round) -> None:
    """Plan what the champion hears after a round: guidance, or the questions to ask live."""
    champion = channel.uow.people.look(team.champion_id) if team.champion_id else None
    if champion is None:
        return
    if one.state != "summary":
        tell(channel, champion.id, "live", one.id, channel.now)
        return
    tell(channel, champion.id, "guidance", one.id, channel.now)
    asked = rhythm.asked_at(team, ASKED_AFTER, channel.now)
    tell(channel, champion.id, "loop", one.id, asked)
    for number in range(1, POSTURES + 1):
        _plan_posture(channel, champion, number)


def tell(
    turn: Turn, coachee_id: str, stage: Stage, about: str, at: datetime, *, again: bool = False
) -> None:
    """Plan one private message; with `again` it may come more than once about the same."""
    key = f"team_word:{stage}:{about}:{coachee_id}" + (f":{turn.new_id()}" if again else "")
    moment = Moment(turn.new_id(), key, coachee_id, "team_word", at, at, about, stage)
    turn.uow.moments.plan(moment)


def wanted(turn: Turn, moment: Moment) -> bool:
    """Tell whether there still is something to say to the champion."""
    if moment.stage == "named":
        team = turn.uow.teams.look(moment.subject_id or "")
    else:
        one = turn.uow.teams.round(moment.subject_id or "")
        if one is None or (moment.stage == "loop" and one.loop):
            return False
        team = turn.uow.teams.look(one.team_id)
    return bool(team and team.state != "gone" and team.champion_id == turn.coachee.id)


def too_late(turn: Turn, moment: Moment, at: datetime) -> bool:
    """Tell whether a message would come after what it is about."""
    one = turn.uow.teams.round(moment.subject_id or "")
    return one is not None and at > one.closes_at + CLOSES_WITHIN


def _plan_posture(channel: Turn, champion: Coachee, number: int) -> None:
    """Plan a card in the week after the one before; its key lets it come once in a lifetime."""
    calendar = Calendar(champion.country)
    today = channel.now.astimezone(champion.tz).date()
    day = calendar.on_or_after(today + timedelta(weeks=number))
    at = at_local(day, champion.slot.at if champion.slot else USUAL, champion.tz)
    key = f"posture:{champion.id}:{number}"
    moment = Moment(channel.new_id(), key, champion.id, "posture", at, at, None, str(number))
    channel.uow.moments.plan(moment)
