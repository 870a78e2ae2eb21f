"""The invitation as people read it: what is offered, by whom, and what they said to it."""

from dataclasses import replace

from bot.campaigns.content import Campaign
from bot.campaigns.counts import counted
from bot.cards import Card
from bot.frame import message, paragraph
from bot.language import Lang
from bot.messages import Choices, Element, Heading, Message, Option, Receipt, Span, Text
from bot.turn import Turn


def invitation_page(turn: Turn, card: Card) -> Message | None:
    """Invite somebody, or show what they said."""
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None:
        return None
    one = turn.uow.campaigns.invitee(campaign.id, turn.coachee.id)
    turn = replace(turn, coachee=replace(turn.coachee, lang=_spoken(turn, campaign)))
    said = one.answer if one else ""
    over = campaign.state in {"stopped", "ended"}
    terms = campaign.terms
    titles = [turn.library.themes[t].title.text(turn.lang) for t in terms.themes]
    offer = turn.text(
        "invitation.terms",
        weeks=counted(turn, "weeks", terms.weeks),
        pace=turn.text(f"paces.{terms.pace}").lower(),
        themes=" · ".join(titles),
    )
    measured = ", ".join(turn.text(f"campaign.measure_{m}").lower() for m in terms.measures)
    return message(
        turn,
        turn.text("invitation.summary"),
        Heading(terms.name),
        paragraph(turn.text("invitation.hello")) if turn.coachee.state == "new" else None,
        Text((Span(turn.text("invitation.hr_says"), "bold"), Span(terms.why_in(turn.lang)))),
        paragraph(offer),
        paragraph(turn.text("invitation.voluntary")),
        paragraph(turn.text("invitation.measured", measures=measured)),
        _said(turn, card, said, over=over),
        keeps="invitation",
    )


def _spoken(turn: Turn, campaign: Campaign) -> Lang:
    """Return the language of an invitation: the person's own choice before what is offered."""
    mine = turn.coachee.lang
    return mine if turn.coachee.lang_chosen else campaign.terms.lang_for(mine)


def _said(turn: Turn, card: Card, said: str, *, over: bool) -> Element:
    if over and not said:
        return paragraph(turn.text("invitation.over"))
    if said:
        change = "" if over else turn.text("buttons.change")
        return Receipt((Span(turn.text(f"invitation.said_{said}")),), card.token, change)
    yes = Option("campaign:yes", turn.text("invitation.yes"), "primary")
    no = Option("campaign:no", turn.text("invitation.no"))
    return Choices(card.token, (yes, no))
