"""The page of figures that a link opened: whose link it is, is told once, and can close it.

A link is made out to one person, but whoever has it can use it first, and nothing tells who did.
"""

from datetime import datetime

from bot.campaigns.arrivals import Entry, LinkUsed
from bot.campaigns.looking import is_closed, may_look, shut
from bot.campaigns.roles import note
from bot.campaigns.speaking import hr_message
from bot.cards import Card
from bot.days import say_moment
from bot.errors import StaleClick
from bot.frame import paragraph
from bot.messages import Choices, Message, Option
from bot.turn import Turn
from bot.visibility import NOTHING_ASKED

TEMPLATE = "campaign_opened"


def enter(turn: Turn, event: LinkUsed) -> Entry:
    """Use a link up, and tell whoever it is made out to; it follows their own asking for it."""
    visit = event.visit
    if not may_look(turn.uow, turn.owners, visit.coachee_id, visit.role):
        return "refused"
    if not turn.uow.seen.add(visit.key, event.at):
        return "used"
    note(turn, "entered", detail=visit.role)
    turn.post(TEMPLATE, at=event.at.isoformat(), key=visit.key)
    return "entered"


def opened_page(turn: Turn, card: Card) -> Message:
    """Say when the page was opened, and offer to close it; or that it is closed."""
    closed = is_closed(turn.uow, card.args["key"])
    name = "shut" if closed else "opened"
    at = datetime.fromisoformat(card.args["at"])
    when = say_moment(at, turn.coachee.tz, turn.lang, turn.now)
    close = Option("campaign:close", turn.text("campaign.way_close"))
    return hr_message(
        turn,
        turn.text(f"campaign.{name}_title"),
        paragraph(turn.text(f"campaign.{name}", when=when)),
        Choices(card.token, () if closed else (close,)),
        seen_by=NOTHING_ASKED,
    )


def clicked(turn: Turn, card: Card, name: str) -> None:
    """Close the page, in whichever browser it is open; whoever has no role any more may, too.

    Raises:
        StaleClick: it is no button of this message.
    """
    if name != "close":
        raise StaleClick(card.token)
    if shut(turn.uow, card.args["key"], turn.now):
        note(turn, "shut")
    turn.refresh(card.token)
