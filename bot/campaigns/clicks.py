"""What a button or a form of a campaign does: the role is looked at anew each time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answers import CHANGE, Values
from bot.campaigns import (
    audience,
    controlling,
    drafting,
    granting,
    inviting,
    launching,
    previewing,
    roles,
    texts,
    trial,
)
from bot.campaigns.audience_form import audience_fields
from bot.campaigns.content import Campaign
from bot.campaigns.drafting import usual_terms
from bot.campaigns.lists import ListFault
from bot.campaigns.speaking import MAY_ACT, MAY_SEE, follow, refresh
from bot.campaigns.terms_form import (
    form,
    read_terms,
    read_text,
    read_waves,
    terms_fields,
    text_fields,
    wave_fields,
)
from bot.cards import Card
from bot.errors import BotError, ForeignClick, StaleClick, UnknownToken
from bot.events import Clicked, Submitted
from bot.frame import paragraph
from bot.messages import Bullets, Element, Form, Link, Reply
from bot.plans.forms import with_values
from bot.turn import Turn

VERB = "campaign:"
"""How the options of a campaign's messages begin."""

FAULTS = 40
"""Lines of a list that are named at once; the page for long lists names two hundred."""

INVITATION = "campaign_invitation"


@dataclass(frozen=True, slots=True)
class Pressed:
    """One press by somebody who may: the message, the campaign, and what stands behind the verb."""

    turn: Turn
    card: Card
    campaign: Campaign
    subject: str = ""


def about_campaign(turn: Turn, token: str) -> bool:
    """Tell whether a button or form belongs to a campaign's message."""
    card = turn.uow.cards.get(token.partition(".")[0])
    return card is not None and card.template.startswith("campaign")


def clicked(turn: Turn, event: Clicked) -> None:
    """Do what a button means.

    Raises:
        BotError: with nothing changed.
    """
    card = _own(turn, event.token)
    if event.ref and event.ref != card.ref:
        card = replace(card, ref=event.ref)
        turn.uow.cards.put(card)
    verb = event.option.removeprefix(VERB)
    if card.template == INVITATION:
        _invited(turn, card, verb)
        return
    name, _, subject = verb.partition(":")
    if card.template == "campaign_new":
        roles.demand(turn, *MAY_ACT)
        turn.reply = Reply(form=new_form(turn, card))
        return
    if card.template == "campaign_list" and name == "open":
        _followed(turn, subject)
        return
    if card.template == "campaign_roles":
        granting.clicked(turn, card, name, subject)
        return
    act = _CLICKS.get(name)
    if act is None:
        raise StaleClick(event.token)
    act(_pressed(turn, card, subject, seeing=name in _SEEING))


def submitted(turn: Turn, event: Submitted) -> None:
    """Take a form.

    Raises:
        InvalidAnswer: a field cannot be taken; the form stays open.
    """
    token, _, name = event.token.partition(".")
    card = _own(turn, token)
    if card.template == "campaign_new":
        _created(turn, card, event.values)
        return
    if card.template == "campaign_roles":
        granting.submitted(turn, card, event.values)
        return
    take = _FORMS.get(name)
    if take is None:
        raise StaleClick(event.token)
    pressed = _pressed(turn, card, "")
    after = take(pressed, event.values)
    refresh(turn, after)


def form_again(turn: Turn, event: Submitted) -> Form | None:
    """Return the form that was sent, with what was typed, so that it can stay open."""
    token, _, name = event.token.partition(".")
    try:
        opened = _form_of(turn, _own(turn, token), name)
    except BotError:
        return None
    return with_values(opened, event.values) if opened else None


def new_form(turn: Turn, card: Card) -> Form:
    """Return the form of a new campaign; what it makes is known by its message."""
    fields = (*terms_fields(turn, usual_terms(turn)), *audience_fields(turn))
    return form(turn, f"{card.token}.new", "campaign.new_title", *fields)


def campaign_named(turn: Turn, campaign_id: str) -> Campaign:
    """Find a campaign, and lock it.

    Raises:
        StaleClick: it is gone.
    """
    found = turn.uow.campaigns.get(campaign_id)
    if found is None:
        raise StaleClick(campaign_id)
    return found


def _own(turn: Turn, token: str) -> Card:
    card = turn.uow.cards.get(token)
    if card is None or card.expires_at <= turn.now:
        raise UnknownToken(token)
    if card.coachee_id != turn.coachee.id:
        raise ForeignClick(token)
    return card


def _pressed(turn: Turn, card: Card, subject: str, *, seeing: bool = False) -> Pressed:
    roles.demand(turn, *(MAY_SEE if seeing else MAY_ACT))
    return Pressed(turn, card, campaign_named(turn, card.args.get("campaign", "")), subject)


def _invited(turn: Turn, card: Card, verb: str) -> None:
    campaign = turn.uow.campaigns.look(card.args["campaign"])
    if campaign is None or verb not in {"yes", "no", CHANGE}:
        raise StaleClick(card.token)
    said = {"yes": "yes", "no": "no"}.get(verb, "")
    turn.refresh(card.token)
    inviting.answered(turn, campaign, said)  # type: ignore[arg-type]  # one of the three


def _followed(turn: Turn, campaign_id: str) -> None:
    roles.demand(turn, *MAY_SEE)
    follow(turn, campaign_named(turn, campaign_id))


def _created(turn: Turn, card: Card, values: Values) -> None:
    roles.demand(turn, *MAY_ACT)
    known = turn.uow.campaigns.look(card.token)
    made, faults = drafting.create_from_form(turn, card.token, values)
    _named(turn, card, faults)
    if known is None:
        follow(turn, turn.uow.campaigns.get(made.id) or made)
    else:
        refresh(turn, made)


def _form_of(turn: Turn, card: Card, name: str) -> Form | None:
    if card.template == "campaign_new":
        return new_form(turn, card)
    if card.template == "campaign_roles":
        return granting.give_form(turn, card)
    return _opened(_pressed(turn, card, ""), name)


def _opened(pressed: Pressed, name: str) -> Form | None:
    turn, terms, token = pressed.turn, pressed.campaign.terms, pressed.card.token
    match name:
        case "edit":
            return form(turn, f"{token}.edit", "campaign.edit_title", *terms_fields(turn, terms))
        case "waves":
            return form(turn, f"{token}.waves", "campaign.waves_title", *wave_fields(turn, terms))
        case "text":
            return form(turn, f"{token}.text", "campaign.text_title", *text_fields(turn, terms))
        case "people":
            opened = form(turn, f"{token}.people", "campaign.people_title", *audience_fields(turn))
            return replace(opened, elements=_long_list(turn, pressed.campaign))
    return None


def _long_list(turn: Turn, campaign: Campaign) -> tuple[Element, ...]:
    """Offer the page that takes lists too long for a field, where one is served."""
    url = turn.list_url(turn.coachee.id, campaign.id, turn.lang, turn.now)
    if not url:
        return ()
    said = paragraph(turn.text("campaign.long_list"))
    return (said, Link(turn.text("campaign.way_long_list"), url))


def _opens(name: str) -> Callable[[Pressed], None]:
    def act(pressed: Pressed) -> None:
        pressed.turn.reply = Reply(form=_opened(pressed, name))

    return act


def _unreached(pressed: Pressed) -> None:
    roles.note(pressed.turn, "named", pressed.campaign.id)
    pressed.turn.post("campaign_unreached", campaign=pressed.campaign.id)


def _report(pressed: Pressed) -> None:
    roles.note(pressed.turn, "reported", pressed.campaign.id)
    pressed.turn.post("campaign_report", campaign=pressed.campaign.id)


def _preview(pressed: Pressed) -> None:
    previewing.show(pressed.turn, pressed.campaign)


def _assume(pressed: Pressed) -> None:
    previewing.switch(pressed.turn, pressed.campaign, pressed.card, pressed.subject)


def _again(pressed: Pressed) -> None:
    assumed = pressed.card.args.get("assumption", "")
    previewing.switch(pressed.turn, pressed.campaign, pressed.card, assumed)


def _texts(pressed: Pressed) -> None:
    pressed.turn.reply = Reply(form=texts.window(pressed.turn, pressed.campaign, pressed.card))


def _test(pressed: Pressed) -> None:
    trial.begin(pressed.turn, pressed.campaign)


def _ready(pressed: Pressed) -> None:
    launching.outlook(pressed.turn, pressed.campaign)
    pressed.turn.post("campaign_launch", campaign=pressed.campaign.id)


def _launch(pressed: Pressed) -> None:
    turn = pressed.turn
    launched = launching.launch(turn, pressed.campaign)
    turn.refresh(pressed.card.token)
    refresh(turn, launched)


def _not_yet(pressed: Pressed) -> None:
    pressed.turn.reply = Reply(notice=pressed.turn.text("campaign.nothing_sent"))


def _pause(pressed: Pressed) -> None:
    controlling.pause(pressed.turn, pressed.campaign)


def _resume(pressed: Pressed) -> None:
    controlling.resume(pressed.turn, pressed.campaign)


def _stop(pressed: Pressed) -> None:
    controlling.stop(pressed.turn, pressed.campaign)
    pressed.turn.reply = Reply(notice=pressed.turn.text("campaign.stopped_remains"))


def _delete(pressed: Pressed) -> None:
    drafting.delete(pressed.turn, pressed.campaign)
    refresh(pressed.turn, pressed.campaign)


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
    lines = tuple(fault_line(turn, fault) for fault in faults[:FAULTS])
    more = len(faults) - len(lines)
    shown: list[Element] = [paragraph(turn.text("campaign.list_read")), Bullets(lines)]
    if more > 0:
        shown.append(paragraph(turn.text("campaign.more_faults", n=str(more))))
    title, close = turn.text("campaign.people_title"), turn.text("buttons.close")
    token = f"{card.token}.said"
    turn.reply = Reply(form=Form(token, turn.lang, title, "", close, (), tuple(shown)))


def fault_line(turn: Turn, fault: ListFault) -> str:
    """Say what is wrong with a line."""
    values = {"line": str(fault.line), "value": fault.value}
    return turn.text(f"campaign_list.{fault.reason}", **values)


_CLICKS: Mapping[str, Callable[[Pressed], None]] = {
    **{name: _opens(name) for name in ("edit", "waves", "text", "people")},
    "preview": _preview,
    "assume": _assume,
    "again": _again,
    "texts": _texts,
    "test": _test,
    "ready": _ready,
    "launch": _launch,
    "not_yet": _not_yet,
    "unreached": _unreached,
    "pause": _pause,
    "resume": _resume,
    "stop": _stop,
    "report": _report,
    "delete": _delete,
}
_SEEING = frozenset({"preview", "assume", "again", "texts", "report"})

_FORMS: Mapping[str, Callable[[Pressed, Values], Campaign]] = {
    "edit": _take_edit,
    "waves": _take_waves,
    "text": _take_text,
    "people": _take_people,
}
