"""Forms: as a dialog, and as a card in the chat for clients without dialogs."""

from collections.abc import Mapping
from dataclasses import replace

from adapters.teams.actions import Json, action_set, save, send
from adapters.teams.cards import CONTENT_TYPE, body_of, fitting, wrap
from adapters.teams.elements import CHOICE, Look, choice_set, text_block
from adapters.teams.inputs import input_id
from adapters.teams.phrases import PHRASES, Phrases
from adapters.teams.text import cut, escape, label
from bot.messages import Field, FieldKind, Form, Message

TITLE = 64
PEOPLE_HERE: Json = {
    "type": "Input.ChoiceSet",
    "choices": [],
    "choices.data": {
        "type": "Data.Query",
        "dataset": "graph.microsoft.com/users?scope=currentContext",
    },
}
"""Teams offers the people of the conversation by name; the value is the directory's id."""

PEOPLE_ANYWHERE: Json = {
    "type": "Input.ChoiceSet",
    "choices": [],
    "choices.data": {"type": "Data.Query", "dataset": "graph.microsoft.com/users"},
    "isMultiSelect": True,
}
"""The same of everybody in the tenant, several at a time; in dialogs and one-to-one chats only.

Nothing stands in for it, since every client that shows a card has it: web, computer and phone.
"""

NO_ERRORS: Mapping[str, str] = {}


def to_dialog(
    form: Form, errors: Mapping[str, str] = NO_ERRORS, phrases: Phrases = PHRASES
) -> Json:
    """Write the answer that opens the form in a window, or keeps it open with errors."""
    buttons = [send(form.submit, _data(form))] if form.submit else []
    card = _card(form, errors, buttons, phrases)
    value = {
        "title": cut(form.title, TITLE),
        "height": "large" if len(form.fields) > 3 or form.elements else "medium",  # noqa: PLR2004
        "width": "medium",
        "card": {"contentType": CONTENT_TYPE, "content": card},
    }
    return {"task": {"type": "continue", "value": value}}


def to_form_card(
    form: Form, errors: Mapping[str, str] = NO_ERRORS, phrases: Phrases = PHRASES
) -> Json:
    """Write the form as a card in the chat."""
    buttons = [save(form.submit, _data(form))] if form.submit else []
    card = _card(form, errors, buttons, phrases)
    title = text_block(escape(form.title), weight="Bolder", style="heading")
    return {**card, "body": [title, *card["body"]]}


def refilled(form: Form, values: Mapping[str, str | list[str]]) -> Form:
    """Return the form with what was typed, so that an error costs nobody their words."""
    return replace(form, fields=tuple(_refilled(field, values) for field in form.fields))


def _data(form: Form) -> Json:
    return {"t": form.token, "form": True}


def _card(form: Form, errors: Mapping[str, str], buttons: list[Json], phrases: Phrases) -> Json:
    look = Look(form.lang, phrases, strict=True)
    asked = _questions(form, errors, look) + ([action_set(buttons)] if buttons else [])
    return fitting(
        Message(form.lang, form.title, form.elements),
        phrases,
        lambda fewer: wrap([*body_of(fewer, look), *asked], form.lang, form.title),
    )


def _questions(form: Form, errors: Mapping[str, str], look: Look) -> list[Json]:
    known = {field.id for field in form.fields}
    body = [_error(text) for name, text in errors.items() if name not in known]
    for field in form.fields:
        body += _asked(form.token, field, errors.get(field.id, ""), look)
    return body


def _asked(token: str, field: Field, error: str, look: Look) -> list[Json]:
    hint = [text_block(escape(field.hint), isSubtle=True, size="Small")] if field.hint else []
    return [*([_error(error)] if error else []), *hint, _input(token, field) | _strict(field, look)]


def _error(text: str) -> Json:
    return text_block(escape(text), color="Attention", weight="Bolder")


def _strict(field: Field, look: Look) -> Json:
    if not field.required:
        return {}
    return {"isRequired": True, "errorMessage": look.say(look.phrases.required)}


def _input(token: str, field: Field) -> Json:
    name = input_id(token, field.id, many=field.kind in ("multi", "people"))
    if field.kind in ("choice", "channel"):  # Teams has no picker of channels
        return choice_set(name, field.label, field.options, field.value)
    if field.kind == "multi":
        return choice_set(name, field.label, field.options, field.value, isMultiSelect=True)
    shared = {"id": name, "label": label(field.label, CHOICE), **_value(field)}
    if field.placeholder:
        shared["placeholder"] = label(field.placeholder, CHOICE)
    return shared | _kind(field)


def _kind(field: Field) -> Json:
    if field.kind in _KINDS:
        return _KINDS[field.kind]
    typed: Json = {"type": "Input.Text", "maxLength": field.longest}
    return typed | {"isMultiline": True} if field.kind == "long" else typed


def _value(field: Field) -> Json:
    if not field.value:
        return {}
    if field.kind != "number":
        return {"value": field.value}
    try:
        return {"value": float(field.value)}
    except ValueError:
        return {}


def _refilled(field: Field, values: Mapping[str, str | list[str]]) -> Field:
    value = values.get(field.id, "")
    return replace(field, value=",".join(value) if isinstance(value, list) else value)


_KINDS: Mapping[FieldKind, Json] = {
    "date": {"type": "Input.Date"},
    "time": {"type": "Input.Time"},
    "number": {"type": "Input.Number"},
    "person": PEOPLE_HERE,
    "people": PEOPLE_ANYWHERE,
}
