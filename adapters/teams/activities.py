"""What an activity says of itself: who acts, where, when. Whatever is missing is empty."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, TypedDict

import orjson

from bot.events import Actor, Address, Channel, MessageRef

Activity = Mapping[str, Any]

THREAD = ";messageid="
"""What stands between a channel's id and the message that a thread hangs under."""


class Shared(TypedDict):
    """What all events share."""

    id: str
    at: datetime
    actor: Actor
    address: Address
    channel: Channel | None


def shared(activity: Activity, now: datetime) -> Shared:
    """Read what all events share."""
    return {
        "id": f"teams:{conversation_of(activity)}:{_id(activity)}",
        "at": now,
        "actor": _actor(activity),
        "address": _address(activity),
        "channel": channel_of(activity),
    }


def text_at(value: object, *path: str) -> str:
    """Read a text deep inside; whatever is missing or of another kind is empty.

    Without zero bytes, which PostgreSQL does not store.
    """
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value.replace("\0", "") if isinstance(value, str) else ""


def entities(activity: Activity, kind: str) -> list[Mapping[str, Any]]:
    """Return the entities of one kind."""
    found = activity.get("entities")
    listed = found if isinstance(found, list) else []
    return [e for e in listed if isinstance(e, dict) and text_at(e, "type") == kind]


def tenant_of(activity: Activity) -> str:
    """Return the tenant the activity comes from, or nothing."""
    return text_at(activity, "conversation", "tenantId") or text_at(
        activity, "channelData", "tenant", "id"
    )


def conversation_of(activity: Activity) -> str:
    """Return where it happened: a chat, a channel, or one thread of a channel."""
    return text_at(activity, "conversation", "id")


def is_personal(activity: Activity) -> bool:
    """Tell whether it was in the one-to-one chat."""
    return text_at(activity, "conversation", "conversationType") in ("personal", "")


def channel_of(activity: Activity) -> Channel | None:
    """Return the channel or group chat it happened in, whatever the thread."""
    shared_by_many = text_at(activity, "conversation", "conversationType") in (
        "channel",
        "groupChat",
    )
    found = conversation_of(activity).partition(THREAD)[0]
    return channel_at(activity, found) if shared_by_many and found else None


def channel_at(activity: Activity, channel_id: str) -> Channel:
    """Name a channel of the tenant that an activity comes from."""
    address = {
        "platform": "teams",
        "service_url": text_at(activity, "serviceUrl"),
        "tenant_id": tenant_of(activity),
        "bot_id": text_at(activity, "recipient", "id"),
        "conversation_id": channel_id,
    }
    return Channel(channel_id, address)


def person_of(account: object) -> str:
    """Prefer the directory's id: the other one changes when the bot is registered anew."""
    return text_at(account, "aadObjectId") or text_at(account, "id")


def ref_of(activity: Activity) -> MessageRef | None:
    """Return the card that was pressed."""
    replied = text_at(activity, "replyToId")
    if not replied:
        return None
    # Without the service's address, which may differ from the one the card was posted to.
    return {"conversation_id": conversation_of(activity), "activity_id": replied}


def told_at(activity: Activity, now: datetime) -> datetime:
    """Return when the service says it happened; a time without zone is not believed."""
    try:
        told = datetime.fromisoformat(text_at(activity, "timestamp"))
    except ValueError:
        return now
    return told if told.tzinfo else now


def _id(activity: Activity) -> str:
    """Without the service's own id, the content tells one activity from another."""
    given = text_at(activity, "id")
    return given or sha256(orjson.dumps(activity, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _actor(activity: Activity) -> Actor:
    client = next(iter(entities(activity, "clientInfo")), {})
    return Actor(
        workspace=f"teams:{tenant_of(activity)}",
        person=person_of(activity.get("from")),
        locale=text_at(activity, "locale") or text_at(client, "locale") or None,
        zone=text_at(activity, "localTimezone") or text_at(client, "timezone") or None,
    )


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
        address["conversation_id"] = conversation_of(activity)
    return address
