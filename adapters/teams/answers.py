"""What an invoke is answered with: the bodies Teams reads, as pure functions of the reply."""

from adapters.teams.actions import Json
from adapters.teams.cards import CONTENT_TYPE, to_card
from adapters.teams.dialogs import refilled, to_dialog, to_form_card
from adapters.teams.phrases import Phrases
from bot.events import Inbound, Submitted
from bot.language import Lang
from bot.messages import Reply

NOTICE_TYPE = "application/vnd.microsoft.activity.message"


def card_answer(card: Json) -> Json:
    """Show this card to the person who pressed."""
    return {"statusCode": 200, "type": CONTENT_TYPE, "value": card}


def notice_answer(text: str) -> Json:
    """Show a sentence to the person who pressed, gone after a while."""
    return {"statusCode": 200, "type": NOTICE_TYPE, "value": text}


def task_message(text: str) -> Json:
    """Show a sentence in the dialog's place."""
    return {"task": {"type": "message", "value": text}}


def after_click(event: Inbound, reply: Reply, lang: Lang, phrases: Phrases) -> Json:
    """Answer a button of a card: the card as it is now, or a sentence where there is one.

    Teams shows one of both; what changed of the card also comes through the outbox.
    """
    if reply.card and not reply.notice:
        return card_answer(to_card(reply.card, phrases))
    return notice_answer(reply.notice or _said(event, reply, lang, phrases))


def after_form_card(event: Submitted, reply: Reply, lang: Lang, phrases: Phrases) -> Json:
    """Answer a form in the chat: with its errors and what was typed, or a sentence."""
    if reply.form:
        form = refilled(reply.form, event.values) if reply.errors else reply.form
        return card_answer(to_form_card(form, reply.errors, phrases))
    return notice_answer(reply.notice or _errors(reply) or _said(event, reply, lang, phrases))


def after_fetch(reply: Reply, lang: Lang, phrases: Phrases) -> Json:
    """Answer a button that opens a form."""
    if reply.form:
        return to_dialog(reply.form, reply.errors, phrases)
    told = phrases.renewed if reply.card else phrases.noted
    return task_message(reply.notice or told.text(lang))


def after_dialog(event: Submitted, reply: Reply, phrases: Phrases) -> Json | None:
    """Answer a dialog that was sent; None closes it."""
    if reply.form:
        form = refilled(reply.form, event.values) if reply.errors else reply.form
        return to_dialog(form, reply.errors, phrases)
    told = _errors(reply) or reply.notice
    return task_message(told) if told else None


def _said(event: Inbound, reply: Reply, lang: Lang, phrases: Phrases) -> str:
    if not reply.form:
        return phrases.noted.text(lang)
    opened = phrases.opened_in_chat if event.channel else phrases.opened
    return (opened if reply.form.submit else phrases.window).text(lang)


def _errors(reply: Reply) -> str:
    return " ".join(reply.errors.values())
