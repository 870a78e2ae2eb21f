"""Presses on a button in Slack, as Slack sends them: signed, about 3.1 kB, no two the same."""

import hashlib
import hmac
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote_plus

import orjson

from adapters.bench.load.connections import Request
from adapters.bench.platform.ledger import Call
from adapters.slack.tokens import pack

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - of made-up requests
PATH = "/slack/events"
TS = "1700000000.000100"
"""Of the message that every button is in."""

Button = tuple[str, str, str]
"""Who presses, and the token and option under the button."""

_MARKS = WHO, TOKEN, OPTION, NUMBER = "uUuUuU", "tTtTtT", "oOoOoO", "nNnNnN"
USER, TEAM = f"U{WHO}", f"T{WHO}"
_ALONE, _WHISPER = "alone-", "chat.postEphemeral"
_SAID = "Plan the talk: when, where, the first sentence, and what you will listen for. "


def presses(buttons: Iterable[Button], at: int, api: str) -> Iterator[Request]:
    """Write presses, each with who presses as its key; `at` is the time in their signatures.

    `api` is the platform's address: what is only for the person goes there, see `told`.
    """
    form = f"payload={quote_plus(orjson.dumps(_payload(api)))}"
    template = re.split(f"({'|'.join(_MARKS)})", form)
    for number, (who, token, option) in zip(itertools.count(), buttons, strict=False):
        by = {WHO: who, TOKEN: token, OPTION: option, NUMBER: f"{at}{number:08}"}
        yield who, _signed("".join(by.get(part, part) for part in template).encode(), at)


def told(calls: Iterable[Call]) -> set[str]:
    """Return who was told something alone, such as to press again."""
    alone = {call.channel.removeprefix("DU") for call in calls if call.method == _WHISPER}
    answered = {
        call.method.removeprefix(_ALONE) for call in calls if call.method.startswith(_ALONE)
    }
    return alone | answered


def everybody(count: int = 1000) -> Iterator[Button]:
    """Let made-up people press without end."""
    return ((f"{number:08}", "token", "go") for number in itertools.cycle(range(count)))


def _signed(body: bytes, at: int) -> bytes:
    said = hmac.digest(SECRET.encode(), b"v0:%d:%b" % (at, body), hashlib.sha256).hex()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {at}\r\nX-Slack-Signature: v0={said}\r\n\r\n"
    )
    return head.encode() + body


def _payload(api: str) -> dict[str, Any]:
    """Write what Slack tells of one press, with the message that the button is in."""
    button = {
        "type": "button",
        "action_id": "choice.0",
        "block_id": "choices",
        "text": {"type": "plain_text", "text": "Understood", "emoji": True},
        "value": pack(TOKEN, OPTION),
    }
    said = {"type": "section", "block_id": "text", "text": {"type": "mrkdwn", "text": _SAID * 4}}
    message = {
        "type": "message",
        "user": "U0BOT",
        "bot_id": "B0BOT",
        "team": TEAM,
        "ts": TS,
        "text": _SAID,
        "blocks": [said, {"type": "actions", "block_id": "choices", "elements": [button] * 4}],
    }
    return {
        "type": "block_actions",
        "user": {"id": USER, "username": "somebody", "name": "somebody", "team_id": TEAM},
        "api_app_id": "A0BENCH",
        "token": "verification",
        "container": {
            "type": "message",
            "message_ts": TS,
            "channel_id": f"D{USER}",
            "is_ephemeral": False,
        },
        "trigger_id": f"13345224609.738474920.{NUMBER}",
        "team": {"id": TEAM, "domain": "bench"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": f"D{USER}", "name": "directmessage"},
        "message": message,
        "state": {"values": {}},
        "response_url": f"{api}/actions/{_ALONE}{WHO}",
        "actions": [button | {"action_ts": f"1700000000.{NUMBER}"}],
    }
