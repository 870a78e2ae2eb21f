"""A press on a campaign's message: whose it is, and that they still may; looked at each time."""

from dataclasses import dataclass

from bot.campaigns import roles
from bot.campaigns.content import Campaign
from bot.campaigns.speaking import MAY_ACT, MAY_SEE
from bot.cards import Card
from bot.errors import ForeignClick, StaleClick, UnknownToken
from bot.turn import Turn


@dataclass(frozen=True, slots=True)
class Pressed:
    """One press by somebody who may: the message, the campaign, and what stands behind the verb."""

    turn: Turn
    card: Card
    campaign: Campaign
    subject: str = ""


def own_card(turn: Turn, token: str) -> Card:
    """Find somebody's own message.

    Raises:
        UnknownToken: there is none, or it is too old.
        ForeignClick: it is somebody else's.
    """
    card = turn.uow.cards.get(token)
    if card is None or card.expires_at <= turn.now:
        raise UnknownToken(token)
    if card.coachee_id != turn.coachee.id:
        raise ForeignClick(token)
    return card


def press_on(turn: Turn, card: Card, subject: str = "", *, seeing: bool = False) -> Pressed:
    """Let a press on a campaign's message pass.

    Raises:
        NotAllowed: the person may not do this, or not any more.
        StaleClick: the campaign is gone.
    """
    roles.demand(turn, *(MAY_SEE if seeing else MAY_ACT))
    return Pressed(turn, card, campaign_named(turn, card.args.get("campaign", "")), subject)


def campaign_named(turn: Turn, campaign_id: str) -> Campaign:
    """Find a campaign, and lock it.

    Raises:
        StaleClick: it is gone.
    """
    found = turn.uow.campaigns.get(campaign_id)
    if found is None:
        raise StaleClick(campaign_id)
    return found
