"""Whether the real renderers make of a message, a form, an answer what both platforms take."""

import orjson

from adapters.slack.blocks import to_blocks
from adapters.slack.fitting import MESSAGE_TEXT, VIEW_TEXT, weight
from adapters.slack.modals import to_modal
from adapters.teams.cards import BUDGET, to_card
from adapters.teams.dialogs import to_dialog
from bot.messages import Form, Message, Reply
from tests.fake_slack import faults_in


def fits(message: Message) -> None:
    """A message is taken by Slack and Teams."""
    assert len(message.summary) > 2
    blocks = to_blocks(message)["blocks"]
    assert faults_in(blocks, 50) == []
    assert weight(blocks) <= MESSAGE_TEXT
    assert len(orjson.dumps(to_card(message))) <= BUDGET


def form_fits(form: Form) -> None:
    """A form is taken by Slack and Teams."""
    view = to_modal(form)
    assert faults_in(view["blocks"], 100) == []
    assert weight(view["blocks"]) <= VIEW_TEXT
    assert len(orjson.dumps(view)) <= 250_000
    assert len(orjson.dumps(to_dialog(form))) <= BUDGET


def answer_fits(reply: Reply) -> None:
    """So is what is answered at once."""
    for message in (reply.show, reply.card):
        if message:
            fits(message)
    if reply.form:
        form_fits(reply.form)
    orjson.dumps([reply.notice, dict(reply.errors)])
