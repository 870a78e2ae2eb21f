"""Activities as events; no decision is taken here."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, TypedDict

import orjson

from adapters.teams.inputs import inputs_of
from bot.events import (
    Actor,
    Address,
    Clicked,
    Inbound,
    Installed,
    MessageRef,
    Removed,
    Said,
    Submitted,
)

Activity = Mapping[str, Any]

PRESSED = "adaptiveCard/action"
FETCH = "task/fetch"
SUBMIT = "task/submit"

INSTALLING = timedelta(minutes=10)
"""An installation is told twice, within seconds: both fall into one such span and count once."""


def to_event(activity: Activity, now: datetime) -> Inbound | None:
    """Translate one activity; None if it means nothing to the bot."""
    read = _READERS.get(text_at(activity, "type"))
    return read(activity, now) if read else None


def tenant_of(activity: Activity) -> str:
    """Return the tenant the activity comes from, or nothing."""
    return text_at(activity, "conversation", "tenantId") or text_at(
        activity, "channelData", "tenant", "id"
    )


def text_at(value: object, *path: str) -> str:
    """Read a text deep inside; whatever is missing or of another kind is empty.

    Without zero bytes, which PostgreSQL does not store.
    """
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value.replace("\0", "") if isinstance(value, str) else ""


def is_personal(activity: Activity) -> bool:
    """Tell whether it was in the one-to-one chat."""
    return text_at(activity, "conversation", "conversationType") in ("personal", "")


def ref_of(activity: Activity) -> MessageRef | None:
    """Return the card that was pressed."""
    replied = text_at(activity, "replyToId")
    if not replied:
        return None
    # Without the service's address, which may differ from the one the card was posted to.
    return {"conversation_id": text_at(activity, "conversation", "id"), "activity_id": replied}


class _Shared(TypedDict):
    id: str
    at: datetime
    actor: Actor
    address: Address


def _shared(activity: Activity, now: datetime) -> _Shared:
    return {
        "id": f"teams:{text_at(activity, 'conversation', 'id')}:{_id(activity)}",
        "at": now,
        "actor": _actor(activity),
        "address": _address(activity),
    }


def _id(activity: Activity) -> str:
    """Without the service's own id, the content tells one activity from another."""
    given = text_at(activity, "id")
    return given or sha256(orjson.dumps(activity, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _actor(activity: Activity) -> Actor:
    client = _entity(activity, "clientInfo")
    return Actor(
        workspace=f"teams:{tenant_of(activity)}",
        person=_person(activity),
        locale=text_at(activity, "locale") or text_at(client, "locale") or None,
        zone=text_at(activity, "localTimezone") or text_at(client, "timezone") or None,
    )


def _person(activity: Activity) -> str:
    """Prefer the directory's id: the other one changes when the bot is registered anew."""
    return text_at(activity, "from", "aadObjectId") or text_at(activity, "from", "id")


def _address(activity: Activity) -> Address:
    address = {
        "platform": "teams",
        "service_url": text_at(activity, "serviceUrl"),
        "tenant_id": tenant_of(activity),
        "bot_id": text_at(activity, "recipient", "id"),
        "user_id": text_at(activity, "from", "id"),
        "aad_object_id": text_at(activity, "from", "aadObjectId"),
    }
    if is_personal(activity):
        address["conversation_id"] = text_at(activity, "conversation", "id")
    return address


def _entity(activity: Activity, kind: str) -> Mapping[str, Any]:
    return next(iter(_entities(activity, kind)), {})


def _entities(activity: Activity, kind: str) -> list[Mapping[str, Any]]:
    entities = activity.get("entities")
    listed = entities if isinstance(entities, list) else []
    return [e for e in listed if isinstance(e, Mapping) and text_at(e, "type") == kind]


def _message(activity: Activity, now: datetime) -> Inbound | None:
    """Read words, or in old clients a button: a message with a value and no text."""
    value = activity.get("value")
    if isinstance(value, Mapping):
        return _pressed(value, activity, now)
    return Said(
        **_shared(activity, now),
        text=_words(activity),
        elsewhere=not is_personal(activity),
    )


def _words(activity: Activity) -> str:
    """Take the bot's own mention out; of other people's mentions only the name stays."""
    words = text_at(activity, "text")
    bot = text_at(activity, "recipient", "id")
    for mention in _entities(activity, "mention"):
        written = text_at(mention, "text")
        own = text_at(mention, "mentioned", "id") == bot
        name = "" if own else text_at(mention, "mentioned", "name")
        words = words.replace(written, name) if written else words
    return words.replace("\N{NO-BREAK SPACE}", " ").strip()


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
        **_shared(activity, now),
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
    return Submitted(**_shared(activity, now), token=token, values=inputs_of(data, token))


def _installation(activity: Activity, now: datetime) -> Inbound | None:
    """Only the one-to-one chat counts: in a team, the bot is added for nobody in particular."""
    if not is_personal(activity):
        return None
    action = text_at(activity, "action")
    if action == "add":
        return _installed(activity, now)
    return Removed(**_shared(activity, now)) if action == "remove" else None


def _members(activity: Activity, now: datetime) -> Inbound | None:
    added = activity.get("membersAdded")
    bot = text_at(activity, "recipient", "id")
    joined = isinstance(added, list) and bot in [text_at(member, "id") for member in added]
    return _installed(activity, now) if bot and joined and is_personal(activity) else None


def _installed(activity: Activity, now: datetime) -> Installed:
    shared = _shared(activity, now)
    span = int(_told_at(activity, now).timestamp() // INSTALLING.total_seconds())
    conversation = text_at(activity, "conversation", "id")
    shared["id"] = f"teams:{conversation}:installed:{span}"
    return Installed(**shared)


def _told_at(activity: Activity, now: datetime) -> datetime:
    try:
        told = datetime.fromisoformat(text_at(activity, "timestamp"))
    except ValueError:
        return now
    return told if told.tzinfo else now


_READERS: dict[str, Callable[[Activity, datetime], Inbound | None]] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": _installation,
    "conversationUpdate": _members,
}
