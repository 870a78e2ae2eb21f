"""What becomes of a channel's message that a platform did not take."""

from dataclasses import replace

from bot.cards import Card
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.outbox import Dispatch
from bot.teams import championing
from bot.teams.content import Round, Team
from bot.teams.joining import leave_channel, post_setup
from bot.teams.speaking import team_id_of
from bot.turn import Turn

RENEWED = frozenset({"team_setup", "team_round"})
"""Messages that stand for how things are: deleted by somebody, they are posted anew."""


def wanted(channel: Turn) -> bool:
    """Tell whether there is a channel to post to."""
    team = channel.uow.teams.look(team_id_of(channel.coachee.id))
    return team is not None and team.state != "gone"


def failed(channel: Turn, dispatch: Dispatch, error: SendFailed) -> None:
    """Post a deleted message anew, say a refused summary shorter, end with the channel."""
    team = channel.uow.teams.get(team_id_of(dispatch.coachee_id))
    if team is None or team.state == "gone":
        return
    if isinstance(error, Unreachable):
        leave_channel(channel, team)
        return
    card = channel.uow.cards.get(dispatch.card_token or "")
    if card is None or card.template not in RENEWED:
        return
    if isinstance(error, MessageGone) and dispatch.verb == "update":
        _post_anew(channel, team, card)
    elif card.template == "team_round" and error.permanent:
        _say_shorter(channel, team, card)


def _post_anew(channel: Turn, team: Team, card: Card) -> None:
    """Post the message again; whatever pointed to the deleted one points to it."""
    if card.template == "team_setup":
        if team.card_token == card.token:
            post_setup(channel, team, card.args.get("by", ""))
        return
    one = channel.uow.teams.round(card.args["round"])
    if one and one.card_token == card.token:
        again = channel.post(card.template, **card.args)
        channel.uow.teams.put_round(replace(one, card_token=again.token))


def _say_shorter(channel: Turn, team: Team, card: Card) -> None:
    """Leave everything out of a summary that may be too much; then leave it to the champion."""
    one = channel.uow.teams.round(card.args["round"])
    if one is None or one.state == "open":
        return
    if card.args.get("plain") != "1":
        channel.uow.cards.put(replace(card, args={**card.args, "plain": "1"}))
        channel.refresh(card.token)
    elif team.champion_id:
        _tell_champion(channel, team.champion_id, one)


def _tell_champion(channel: Turn, champion_id: str, one: Round) -> None:
    championing.tell(channel, champion_id, "refused", one.id, channel.now)
