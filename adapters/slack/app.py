"""Bolt: one listener for each kind of payload, and one way to fail."""

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

from adapters.admission import Admission
from adapters.slack.answers import Answers, Phrases
from adapters.slack.asides import Asides
from adapters.slack.excuses import excuse
from adapters.slack.front import Front
from adapters.slack.inbound import kind_of, to_event
from adapters.slack.outbound import quiet
from bot.errors import Busy, Conflict
from bot.messages import Reply
from bot.ports import Handle, Messenger

log = logging.getLogger(__name__)

_ANY = re.compile("")


def slack_app(
    *,
    client: AsyncWebClient,
    handle: Handle,
    now: Callable[[], datetime],
    messenger: Messenger,
    phrases: Phrases,
    admission: Admission | None = None,
) -> Front:
    """Make the front for one installation; no call is made until something comes in."""
    asides = Asides(client)
    answers = Answers(client, messenger, phrases, asides)

    async def take(ack: AsyncAck, body: dict[str, Any]) -> None:
        """Commit, acknowledge, then say at once what cannot wait."""
        event = to_event(body, now())
        if event is None:
            await ack()
            return
        reply = await handle(event)
        await answers.give(reply or Reply(), event, body, ack)

    command, press, form, told = (_bolt(client, _failing(phrases, asides)) for _ in range(4))
    command.command(_ANY)(take)
    press.action(_ANY)(take)
    form.view(_ANY)(take)
    told.event(_ANY)(take)
    apps = {
        "command": command,
        "block_actions": press,
        "view_submission": form,
        "event_callback": told,
        "url_verification": told,
    }
    return Front(apps, client, admission or Admission(), asides, phrases.busy)


def _bolt(client: AsyncWebClient, failed: Callable[..., Any]) -> AsyncApp:
    app = AsyncApp(
        # Bolt checks no request whose body is read already: the entry does, before it.
        request_verification_enabled=False,
        client=client,
        authorize=_installation(client),
        process_before_response=True,  # otherwise Bolt polls for the answer every 10 ms
        ssl_check_enabled=False,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        logger=quiet,
    )
    app.error(failed)
    return app


def _installation(client: AsyncWebClient) -> Callable[..., Any]:
    """Vouch for the one installation from memory; Bolt would ask Slack."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=client.token)

    return authorize


def _failing(phrases: Phrases, asides: Asides) -> Callable[..., Any]:
    """Make the one place where a request that failed is logged and answered."""

    async def failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
        _log(error, body)
        busy = isinstance(error, Busy | Conflict)
        return excuse(body, phrases.busy if busy else phrases.failed, asides)

    return failed


def _log(error: Exception, body: dict[str, Any]) -> None:
    """Say what failed and where. The error's own text may hold words, so it stays out."""
    frames = traceback.extract_tb(error.__traceback__)
    ids = {"kind": kind_of(body), "key": body.get("event_id") or body.get("trigger_id")}
    spot = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    log.error("slack_request_failed", extra={**ids, "error": type(error).__name__, "spot": spot})
