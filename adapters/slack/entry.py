"""The HTTP door for Slack: verify, read, hand to Bolt.

Bolt's own reading of a request costs more than half of the whole turn (percent-decoding in pure
Python), so the signature is verified and the body read here, and Bolt gets the result. This is
the only way in, therefore nothing unsigned passes.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import orjson
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock, SignatureVerifier

from adapters.slack.inbound import kind_of

log = logging.getLogger(__name__)

PATH = "/slack/events"

_KINDS = ("command", "block_actions", "view_submission", "event_callback", "url_verification")
_NOT_FOUND = 404


def add_routes(
    web_app: web.Application,
    app: AsyncApp,
    *,
    signing_secret: str,
    now: Callable[[], datetime],
) -> None:
    """Serve the application at `PATH`. Raises `ValueError` if the signing secret is empty."""
    verifier = SignatureVerifier(signing_secret, _Clock(now))

    async def receive(request: web.Request) -> web.Response:
        raw = await request.read()
        if not _signed(verifier, raw, request.headers):
            return web.Response(status=401)
        try:
            payload = payload_of(raw, request.content_type)
        except ValueError:
            return web.Response(status=400)
        return await _dispatched(app, payload)

    web_app.router.add_post(PATH, receive)


def payload_of(raw: bytes, content_type: str) -> dict[str, Any]:
    """Read a body: JSON, a form with a `payload` in JSON, or a plain form.

    Raises:
        ValueError: the body is malformed.
    """
    if content_type == "application/json":
        payload = orjson.loads(raw)
    else:
        fields = _fields(raw)
        payload = orjson.loads(fields["payload"]) if "payload" in fields else fields
    if not isinstance(payload, dict):
        raise ValueError("not an object")  # noqa: TRY004 # for the caller it is one more malformed body
    return payload


def _fields(raw: bytes) -> dict[str, str]:
    pairs = (pair.partition(b"=") for pair in raw.split(b"&") if pair)
    return {_decoded(name): _decoded(value) for name, _, value in pairs}


def _decoded(raw: bytes) -> str:
    r"""Undo percent-encoding by way of the codec for `\x..`, twenty times faster than urllib."""
    marked = raw.replace(b"\\", b"%5C").replace(b"+", b" ").replace(b"%", b"\\x")
    return marked.decode("unicode_escape").encode("latin-1").decode()


def _signed(verifier: SignatureVerifier, raw: bytes, headers: Mapping[str, str]) -> bool:
    timestamp, signature = (
        headers.get("X-Slack-Request-Timestamp"),
        headers.get("X-Slack-Signature"),
    )
    try:
        return verifier.is_valid(raw, timestamp, signature)
    except (TypeError, ValueError):  # a timestamp or signature that is none at all
        return False


async def _dispatched(app: AsyncApp, payload: dict[str, Any]) -> web.Response:
    kind = kind_of(payload)
    if kind not in _KINDS:
        log.info("slack_ignored", extra={"kind": kind})
        return web.Response()
    try:
        # "socket_mode" is Bolt's name for a body that is read already.
        answer = await app.async_dispatch(AsyncBoltRequest(body=payload, mode="socket_mode"))
    except (AttributeError, LookupError, TypeError):  # Bolt trusts that every field is there
        log.warning("slack_malformed", extra={"kind": kind})
        return web.Response(status=400)
    if answer.status == _NOT_FOUND:
        return web.Response()
    return await to_aiohttp_response(answer)


class _Clock(Clock):
    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def now(self) -> float:
        return self._now().timestamp()
