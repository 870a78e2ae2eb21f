"""Activities as events; no decision is taken here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from adapters.teams import comings
from adapters.teams.activities import (
    Activity,
    is_personal,
    ref_of,
    shared,
    text_at,
)
from adapters.teams.inputs import inputs_of
from adapters.teams.spoken import mentions_of, words_of
from bot.events import Clicked, Inbound, Said, Submitted

PRESSED = "adaptiveCard/action"
FETCH = "task/fetch"
SUBMIT = "task/submit"


def to_event(activity: Activity, now: datetime) -> Inbound | None:
    """Translate one activity; None if it means nothing to the bot."""
    read = _READERS.get(text_at(activity, "type"))
    return read(activity, now) if read else None


def _message(activity: Activity, now: datetime) -> Inbound | None:
    """Read words, or in old clients a button: a message with a value and no text."""
    value = activity.get("value")
    if isinstance(value, Mapping):
        return _pressed(value, activity, now)
    return Said(
        **shared(activity, now),
        text=words_of(activity),
        elsewhere=not is_personal(activity),
        mentions=mentions_of(activity),
    )


def _invoke(activity: Activity, now: datetime) -> Inbound | None:
    value = activity.get("value")
    name = text_at(activity, "name")
    if name == PRESSED:
        value = _at(value, "action")
    data = _at(value, "data")
    if name == SUBMIT:
        return _submitted(data, activity, now)
    return _pressed(data, activity, now) if name in (PRESSED, FETCH) else None


def _at(value: object, name: str) -> Mapping[str, Any]:
    inner = value.get(name) if isinstance(value, Mapping) else None
    return inner if isinstance(inner, Mapping) else {}


def _pressed(data: Mapping[str, Any], activity: Activity, now: datetime) -> Inbound | None:
    if data.get("form") is True:
        return _submitted(data, activity, now)
    token = text_at(data, "t")
    values = inputs_of(data, token)
    picked = values.get(text_at(data, "pick"), "")
    option = text_at(data, "o") or (picked if isinstance(picked, str) else "")
    if not token or not option:
        return None
    return Clicked(
        **shared(activity, now),
        token=token,
        option=option,
        values=values,
        ref=ref_of(activity),
        wants_card=text_at(activity, "name") == PRESSED,
    )


def _submitted(data: Mapping[str, Any], activity: Activity, now: datetime) -> Submitted | None:
    token = text_at(data, "t")
    if not token:
        return None
    return Submitted(**shared(activity, now), token=token, values=inputs_of(data, token))


_READERS: dict[str, Callable[[Activity, datetime], Inbound | None]] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": comings.installation,
    "conversationUpdate": comings.conversation,
}
