"""What a button of a campaign's message does."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.answers import CHANGE
from bot.campaigns import (
    company_settings,
    controlling,
    drafting,
    forms,
    granting,
    inviting,
    launching,
    looking,
    opened,
    previewing,
    proposals,
    roles,
    texts,
    trial,
)
from bot.campaigns.content import INVITATION
from bot.campaigns.presses import Pressed, campaign_named, own_card, press_on
from bot.campaigns.speaking import MAY_ACT, MAY_SEE, follow, refresh
from bot.cards import Card
from bot.errors import StaleClick
from bot.events import Clicked
from bot.messages import Reply
from bot.turn import Turn

VERB = "campaign:"
"""How the options of a campaign's messages begin."""


def about_campaign(turn: Turn, token: str) -> bool:
    """Tell whether a button or form belongs to a campaign's message."""
    card = turn.uow.cards.get(token.partition(".")[0])
    return card is not None and card.template.startswith("campaign")


def clicked(turn: Turn, event: Clicked) -> None:
    """Do what a button means.

    Raises:
        BotError: with nothing changed.
    """
    card = own_card(turn, event.token)
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
        turn.reply = Reply(form=forms.new_form(turn, card))
        return
    if card.template == "campaign_list" and name == "open":
        _followed(turn, subject)
        return
    if card.template == "campaign_roles":
        granting.clicked(turn, card, name, subject)
        return
    if own := _OWN.get(card.template):
        own(turn, card, name)
        return
    if card.template == proposals.TEMPLATE:
        proposals.clicked(turn, card, name, subject)
        return
    act = _CLICKS.get(name)
    if act is None:
        raise StaleClick(event.token)
    act(press_on(turn, card, subject, seeing=name in _SEEING))


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


def _opens(name: str) -> Callable[[Pressed], None]:
    def act(pressed: Pressed) -> None:
        pressed.turn.reply = Reply(form=forms.opened(pressed, name))

    return act


def _unreached(pressed: Pressed) -> None:
    roles.note(pressed.turn, "named", pressed.campaign.id)
    pressed.turn.post("campaign_unreached", campaign=pressed.campaign.id)


def _report(pressed: Pressed) -> None:
    roles.note(pressed.turn, "reported", pressed.campaign.id)
    looking.looked_in_chat(pressed.turn)
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


_OWN: Mapping[str, Callable[[Turn, Card, str], None]] = {
    **dict.fromkeys(company_settings.SETTINGS, company_settings.clicked),
    opened.TEMPLATE: opened.clicked,
}
"""Messages that are about no campaign."""

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
