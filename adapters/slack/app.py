"""The Bolt application: one listener per kind of payload, and one way to fail."""

import logging
import re
import traceback
from collections.abc import Callable
from datetime import datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.answers import Answers, Phrases, field_errors
from adapters.slack.inbound import kind_of, to_event
from adapters.slack.outbound import quiet
from adapters.slack.private import Place, tell
from adapters.slack.who import mapping
from bot.errors import Busy, Conflict
from bot.language import LANGS, Wording
from bot.messages import Reply
from bot.ports import Handle, Messenger

log = logging.getLogger(__name__)

_ANY = re.compile("")


def slack_app(
    *,
    signing_secret: str,
    client: AsyncWebClient,
    handle: Handle,
    now: Callable[[], datetime],
    messenger: Messenger,
    phrases: Phrases,
) -> AsyncApp:
    """Make the application for one installation; no call is made until something comes in."""
    app = AsyncApp(
        signing_secret=signing_secret,
        client=client,
        authorize=_installation(client),
        process_before_response=True,  # otherwise Bolt polls for the answer every 10 ms
        attaching_conversation_kwargs_enabled=False,
        logger=quiet,
    )
    answers = Answers(client, messenger, phrases)

    async def take(ack: AsyncAck, body: dict[str, Any]) -> None:
        """Commit, acknowledge, then say at once what cannot wait."""
        event = to_event(body, now())
        if event is None:
            await ack()
            return
        reply = await handle(event)
        await answers.give(reply or Reply(), event, body, ack)

    for listen in (app.command, app.action, app.view, app.event):
        listen(_ANY)(take)
    app.error(_failing(client, phrases))
    return app


def _installation(client: AsyncWebClient) -> Callable[..., Any]:
    """Vouch for the one installation from memory; Bolt would ask Slack."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=client.token)

    return authorize


def _failing(client: AsyncWebClient, phrases: Phrases) -> Callable[..., Any]:
    """Make the one place where a request that failed is logged and answered.

    An event is refused, so that Slack brings it again; a person is asked to press again.
    """

    async def failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
        _log(error, body)
        busy = isinstance(error, Busy | Conflict)
        sentence = _in_both(phrases.busy if busy else phrases.failed)
        match kind_of(body):
            case "event_callback":
                return BoltResponse(status=503, body="")
            case "command":
                return _json({"response_type": "ephemeral", "text": sentence})
            case "view_submission":
                errors = field_errors(mapping(body, "view"), {"": sentence})
                return _json({"response_action": "errors", "errors": errors})
        await tell(client, Place.of(body), sentence)
        return BoltResponse(status=200, body="")

    return failed


def _log(error: Exception, body: dict[str, Any]) -> None:
    """Say what failed and where. The error's own text may hold words, so it stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    ids = {"kind": kind_of(body), "key": body.get("event_id") or body.get("trigger_id")}
    spot = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    log.error("slack_request_failed", extra={**ids, "error": type(error).__name__, "spot": spot})


def _json(body: dict[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=body)


def _in_both(wording: Wording) -> str:
    """Say it in every language: whose it is was not looked up."""
    return "\n".join(wording.text(lang) for lang in LANGS)
