"""The forms of a campaign's messages: which one a button opens, and what it does when sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.answers import Values
from bot.campaigns import audience, company_settings, drafting, granting, roles
from bot.campaigns.audience_form import anew_field, audience_fields
from bot.campaigns.content import Campaign
from bot.campaigns.counts import number
from bot.campaigns.drafting import usual_terms
from bot.campaigns.listing.lists import ListFault
from bot.campaigns.presses import Pressed, own_card, press_on
from bot.campaigns.speaking import MAY_ACT, follow, refresh
from bot.campaigns.terms_form import (
    form,
    offer_fields,
    read_terms,
    read_text,
    read_waves,
    text_fields,
    usual_fields,
    wave_fields,
)
from bot.cards import Card
from bot.errors import BotError, StaleClick
from bot.events import Submitted
from bot.frame import paragraph
from bot.messages import Bullets, Element, Form, Link, Reply
from bot.plans.forms import with_values
from bot.turn import Turn

FAULTS = 40
"""Lines of a list that are named at once; the page for long lists names two hundred."""


def new_form(turn: Turn, card: Card) -> Form:
    """Return the form of a new campaign; what it makes is known by its message."""
    usual = usual_terms(turn)
    fields = (
        *offer_fields(turn, usual),
        *audience_fields(turn),
        *usual_fields(turn, usual),
    )
    asked = form(turn, f"{card.token}.new", "campaign.new_title", *fields)
    return replace(asked, elements=(paragraph(turn.text("campaign.new_form")),))


def opened(pressed: Pressed, name: str) -> Form | None:
    """Return the form that a button opens; None if it opens none."""
    turn, terms, token = pressed.turn, pressed.campaign.terms, pressed.card.token
    match name:
        case "edit":
            fields = (*offer_fields(turn, terms), *usual_fields(turn, terms))
            return form(turn, f"{token}.edit", "campaign.edit_title", *fields)
        case "waves":
            return form(turn, f"{token}.waves", "campaign.waves_title", *wave_fields(turn, terms))
        case "text":
            return form(turn, f"{token}.text", "campaign.text_title", *text_fields(turn, terms))
        case "people":
            fields = (*audience_fields(turn), anew_field(turn))
            asked = form(turn, f"{token}.people", "campaign.people_title", *fields)
            return replace(asked, elements=_long_list(turn, pressed.campaign))
    return None


def submitted(turn: Turn, event: Submitted) -> None:
    """Take a form.

    Raises:
        InvalidAnswer: a field cannot be taken; the form stays open.
    """
    token, _, name = event.token.partition(".")
    card = own_card(turn, token)
    if card.template == "campaign_new":
        _created(turn, card, event.values)
        return
    if card.template == "campaign_roles":
        granting.submitted(turn, card, event.values)
        return
    if card.template in company_settings.SETTINGS:
        company_settings.submitted(turn, card, event.values)
        return
    take = _FORMS.get(name)
    if take is None:
        raise StaleClick(event.token)
    refresh(turn, take(press_on(turn, card), event.values))


def form_again(turn: Turn, event: Submitted) -> Form | None:
    """Return the form that was sent, with what was typed, so that it can stay open."""
    token, _, name = event.token.partition(".")
    try:
        sent = _form_of(turn, own_card(turn, token), name)
    except BotError:
        return None
    return with_values(sent, event.values) if sent else None


def _form_of(turn: Turn, card: Card, name: str) -> Form | None:
    if card.template == "campaign_new":
        return new_form(turn, card)
    if card.template == "campaign_roles":
        return granting.give_form(turn, card)
    if card.template in company_settings.SETTINGS:
        return company_settings.form_of(turn, card)
    return opened(press_on(turn, card), name)


def _created(turn: Turn, card: Card, values: Values) -> None:
    roles.demand(turn, *MAY_ACT)
    known = turn.uow.campaigns.look(card.token)
    made, faults = drafting.create_from_form(turn, card.token, values)
    _named(turn, card, faults)
    if known is None:
        follow(turn, turn.uow.campaigns.get(made.id) or made)
    else:
        refresh(turn, made)


def _long_list(turn: Turn, campaign: Campaign) -> tuple[Element, ...]:
    """Offer the page that takes lists too long for a field, where one is served."""
    url = turn.list_url(turn.coachee.id, campaign.id, turn.lang, turn.now)
    if not url:
        return ()
    said = paragraph(turn.text("campaign.long_list"))
    return (said, Link(turn.text("campaign.way_long_list"), url))


def _take_edit(pressed: Pressed, values: Values) -> Campaign:
    terms = read_terms(pressed.turn, values, pressed.campaign.terms)
    return drafting.change(pressed.turn, pressed.campaign, terms)


def _take_waves(pressed: Pressed, values: Values) -> Campaign:
    terms = read_waves(values, pressed.campaign.terms)
    return drafting.change(pressed.turn, pressed.campaign, terms)


def _take_text(pressed: Pressed, values: Values) -> Campaign:
    terms = read_text(values, pressed.campaign.terms)
    return drafting.reword(pressed.turn, pressed.campaign, terms)


def _take_people(pressed: Pressed, values: Values) -> Campaign:
    campaign = pressed.campaign
    if campaign.state != "draft":
        raise drafting.NotADraft(campaign.id)
    if values.get("anew") == ["anew"]:
        campaign = audience.clear(pressed.turn, campaign)
    campaign, faults = audience.add_chosen(pressed.turn, campaign, values)
    _named(pressed.turn, pressed.card, faults)
    return campaign


def _named(turn: Turn, card: Card, faults: Sequence[ListFault]) -> None:
    """Name the lines of a list that could not be used, in place of the form that was sent."""
    if not faults:
        return
    lines = tuple(_fault_line(turn, fault) for fault in faults[:FAULTS])
    more = len(faults) - len(lines)
    shown: list[Element] = [paragraph(turn.text("campaign.list_read")), Bullets(lines)]
    if more > 0:
        shown.append(paragraph(turn.text("campaign.more_faults", n=number(turn, more))))
    title, close = turn.text("campaign.people_title"), turn.text("buttons.close")
    token = f"{card.token}.said"
    turn.reply = Reply(form=Form(token, turn.lang, title, "", close, (), tuple(shown)))


def _fault_line(turn: Turn, fault: ListFault) -> str:
    """Say what is wrong with a line."""
    values = {"line": str(fault.line), "value": fault.value}
    return turn.text(f"campaign_list.{fault.reason}", **values)


_FORMS: Mapping[str, Callable[[Pressed, Values], Campaign]] = {
    "edit": _take_edit,
    "waves": _take_waves,
    "text": _take_text,
    "people": _take_people,
}
