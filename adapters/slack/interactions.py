"""Presses and submissions, as events, with what stands in the inputs beside them."""

from collections.abc import Iterator
from datetime import datetime

from adapters.slack.tokens import Pressed, saved_input, unpack
from adapters.slack.who import Payload, mapping, origin
from bot.events import Clicked, MessageRef, Submitted

Values = dict[str, str | list[str]]

_CHOSEN = "chosen"
_DATE = "date"


def clicked(payload: Payload, at: datetime) -> Clicked | None:
    """Translate `block_actions`; None for what carries nothing of ours, such as a link button."""
    container = mapping(payload, "container")
    by = origin(
        payload,
        payload.get("trigger_id"),
        mapping(payload, "user").get("id"),
        container.get("channel_id"),
    )
    action, *_ = payload.get("actions") or [{}]
    pressed = _pressed(action)
    if by is None or pressed is None:
        return None
    return Clicked(
        **by.shared(at),
        token=pressed.token,
        option=pressed.option,
        values=_beside(payload, action),
        ref=_ref(container),
    )


def submitted(payload: Payload, at: datetime) -> Submitted | None:
    """Translate `view_submission`."""
    view = mapping(payload, "view")
    by = origin(payload, payload.get("trigger_id"), mapping(payload, "user").get("id"))
    token = view.get("private_metadata")
    if by is None or not token:
        return None
    values = {name: _answer(element) for name, element in _inputs(view)}
    return Submitted(**by.shared(at), token=str(token), values=values)


def _pressed(action: Payload) -> Pressed | None:
    """Read a button's value, or that of the entry chosen in a list, menu or radio group."""
    return unpack(action.get("value") or mapping(action, "selected_option").get("value"))


def _beside(payload: Payload, action: Payload) -> Values:
    """Collect the input that a Save button sends; inputs of other elements stay out."""
    wanted = saved_input(str(action.get("action_id", "")))
    holder = payload if "state" in payload else mapping(payload, "view")
    for name, element in _inputs(holder):
        if name == wanted:
            answer = _answer(element)
            return {_CHOSEN if isinstance(answer, list) else _DATE: answer}
    return {}


def _inputs(holder: Payload) -> Iterator[tuple[str, Payload]]:
    for name, elements in mapping(mapping(holder, "state"), "values").items():
        for element in elements.values():
            yield name, element


def _answer(element: Payload) -> str | list[str]:
    match element:
        case {"selected_options": options}:
            return [str(option["value"]) for option in options or []]
        case {"selected_option": option}:
            return _text(option and option["value"])
        case {"selected_users": people}:
            return [str(person) for person in people or []]
        case {"selected_conversation": channel}:
            return _text(channel)
        case {"selected_user": person}:
            return _text(person)
        case {"selected_date": day}:
            return _text(day)
        case {"selected_time": time}:
            return _text(time)
    return _text(element.get("value"))


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _ref(container: Payload) -> MessageRef | None:
    """Name the message pressed; an ephemeral one cannot be updated, and a view is none."""
    channel, ts = container.get("channel_id"), container.get("message_ts")
    if container.get("is_ephemeral") or not channel or not ts:
        return None
    return {"channel": str(channel), "ts": str(ts)}
