"""Messages in Teams, as the Connector brings them: what everybody of a crowd asks for."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from adapters.bench.load.connections import Request
from adapters.bench.load.crowd import Model
from bot.events import Actor

BOT = "28:bench"
SAID = "Understood"
"""What everybody writes: the answer to the question that stands open. It is acknowledged in place
and followed by the next question: two sends, where an echo makes one."""

PATH = "/api/messages"

_MARKS = WHO, NUMBER = "model", "nNnNnN"
_TENANT, _USER, _CHAT = f"tenant-{WHO}", f"29:{WHO}", f"a:{WHO}"


def service_url(api: str) -> str:
    """Return where replies go."""
    return f"{api}/teams/"


def in_teams(api: str) -> Model:
    """Stand in Teams, in a tenant of one's own."""
    actor = Actor(f"teams:{_TENANT}", f"aad-{WHO}", "en-GB", "Europe/Paris")
    address = {
        "platform": "teams",
        "service_url": service_url(api),
        "tenant_id": _TENANT,
        "bot_id": BOT,
        "user_id": _USER,
        "aad_object_id": f"aad-{WHO}",
        "conversation_id": _CHAT,
    }
    ref = {"conversation_id": _CHAT, "activity_id": "f:1"}
    return Model({"actor": actor, "address": address}, ref)


def messages(names: Iterable[str], api: str, token: str) -> Iterator[Request]:
    """Write one message of each, with a token unless it is empty."""
    body = orjson.dumps(_activity(api)).decode()
    template = re.split(f"({'|'.join(_MARKS)})", body)
    for number, name in zip(itertools.count(), names, strict=False):
        by = {WHO: name, NUMBER: f"{number:08}"}
        yield name, _posted("".join(by.get(part, part) for part in template).encode(), token)


def _posted(body: bytes, token: str) -> bytes:
    authorization = f"Authorization: Bearer {token}\r\n" if token else ""
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
        f"Content-Type: application/json; charset=utf-8\r\n{authorization}\r\n"
    )
    return head.encode() + body


def _activity(api: str) -> dict[str, Any]:
    return {
        "type": "message",
        "id": f"17000000{NUMBER}",
        "timestamp": "2026-11-24T10:00:00.000Z",
        "localTimestamp": "2026-11-24T11:00:00.000+01:00",
        "localTimezone": "Europe/Paris",
        "serviceUrl": service_url(api),
        "channelId": "msteams",
        "from": {"id": _USER, "name": "Somebody", "aadObjectId": f"aad-{WHO}"},
        "conversation": {"conversationType": "personal", "tenantId": _TENANT, "id": _CHAT},
        "recipient": {"id": BOT, "name": "Déclic"},
        "entities": [
            {
                "locale": "en-GB",
                "country": "GB",
                "platform": "Windows",
                "timezone": "Europe/Paris",
                "type": "clientInfo",
            }
        ],
        "channelData": {"tenant": {"id": _TENANT}},
        "text": SAID,
        "textFormat": "plain",
        "locale": "en-GB",
    }
