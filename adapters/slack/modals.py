"""A neutral form as a modal: one input block per field, named after it."""

from typing import Any

from adapters.slack.blocks import rendered
from adapters.slack.content import Block
from adapters.slack.controls import pick_one, pick_several
from adapters.slack.fitting import VIEW_BLOCKS, VIEW_TEXT, fitted
from adapters.slack.ids import CHANNEL, PERSON
from adapters.slack.text import cut, plain
from bot.messages import Field, Form

CALLBACK = "form"
ANSWER = "answer"
"""The action id of every field; the block id tells them apart."""

_TITLE = 24
_TYPED = 3000
_PLACEHOLDER = 150
_LABEL = 2000


def to_modal(form: Form) -> dict[str, Any]:
    """Render a form as a view. Without `submit` it is only read: its fields are left out."""
    blocks = rendered(form.elements, form.lang)
    view: dict[str, Any] = {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": form.token,
        "title": plain(form.title, _TITLE),
    }
    if form.close:
        view["close"] = plain(form.close, _TITLE)
    if form.submit:
        view["submit"] = plain(form.submit, _TITLE)
        blocks += [_input(field) for field in form.fields]
    view["blocks"] = fitted(blocks, VIEW_BLOCKS, VIEW_TEXT)
    return view


def _input(field: Field) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.id,
        "label": plain(field.label, _LABEL),
        "element": _element(field),
        "optional": not field.required,
    }
    if field.hint.strip():
        block["hint"] = plain(field.hint, _LABEL)
    return block


def _element(field: Field) -> dict[str, Any]:
    match field.kind:
        case "short" | "long":
            return _prompted(_text(field), field)
        case "number":
            number = {"type": "number_input", "is_decimal_allowed": True, "action_id": ANSWER}
            return _prompted(number | _initial("initial_value", field.value), field)
        case "date":
            date = {"type": "datepicker", "action_id": ANSWER}
            return _prompted(date | _initial("initial_date", field.value), field)
        case "time":
            time = {"type": "timepicker", "action_id": ANSWER}
            return _prompted(time | _initial("initial_time", field.value), field)
        case "person":
            person = {"type": "users_select", "action_id": ANSWER}
            return _prompted(person | _initial("initial_user", field.value), field)
        case "people":
            return _prompted(_people(field), field)
        case "channel":
            return _prompted(_channel(field), field)
        case "choice":
            return pick_one(field.options, field.value, field.placeholder, ANSWER)
        case "multi":
            return pick_several(field.options, field.value.split(","), field.most, ANSWER)


def _text(field: Field) -> dict[str, Any]:
    longest = max(1, min(field.longest, _TYPED))
    return {
        "type": "plain_text_input",
        "action_id": ANSWER,
        "multiline": field.kind == "long",
        "max_length": longest,
        **_initial("initial_value", cut(field.value, longest)),
    }


def _people(field: Field) -> dict[str, Any]:
    """Let choose anybody in the workspace; Slack refuses a form that shows an id not its own."""
    most = max(field.most, 1)
    known = [person for person in field.value.split(",") if PERSON.fullmatch(person)][:most]
    return {
        "type": "multi_users_select",
        "action_id": ANSWER,
        "max_selected_items": most,
        **({"initial_users": known} if known else {}),
    }


def _channel(field: Field) -> dict[str, Any]:
    """Let choose a channel that the person can see; direct messages are none."""
    known = field.value if CHANNEL.fullmatch(field.value) else ""
    return {
        "type": "conversations_select",
        "action_id": ANSWER,
        "filter": {"include": ["public", "private"]},
        **_initial("initial_conversation", known),
    }


def _initial(name: str, value: str) -> dict[str, str]:
    return {name: value} if value else {}


def _prompted(element: dict[str, Any], field: Field) -> dict[str, Any]:
    if field.placeholder.strip():
        element["placeholder"] = plain(field.placeholder, _PLACEHOLDER)
    return element
