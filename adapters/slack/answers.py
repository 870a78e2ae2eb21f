"""The immediate reply: what can only be said inside the request."""

import asyncio
import logging
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.asides import Asides
from adapters.slack.blocks import to_blocks
from adapters.slack.failures import in_our_words, reason
from adapters.slack.modals import to_modal
from adapters.slack.private import Place, whisper
from adapters.slack.text import escaped
from adapters.slack.who import Payload, mapping
from bot.errors import SendFailed
from bot.events import Commanded, Inbound, Submitted
from bot.language import Wording
from bot.messages import Form, Message, Reply
from bot.ports import Messenger

log = logging.getLogger(__name__)

_PATIENCE = 1.5  # seconds for a call inside the request; Slack waits three for the whole


@dataclass(frozen=True, slots=True)
class Phrases:
    """What the adapter itself says, when the engine could not be asked.

    Attributes:
        busy: nothing was changed; press again in a moment.
        failed: something went wrong on our side; press again.
        expired: the form could not be opened in time; press again.
    """

    busy: Wording
    failed: Wording
    expired: Wording


@dataclass(frozen=True, slots=True)
class Answers:
    """Says a reply by the means that each kind of request has."""

    client: AsyncWebClient
    messenger: Messenger
    phrases: Phrases
    asides: Asides

    async def give(self, reply: Reply, event: Inbound, payload: Payload, ack: AsyncAck) -> None:
        """Acknowledge, then do what needs a call; sentences are said beside the answer.

        Raises:
            SendFailed: `show` was not taken.
            TimeoutError: it was not taken in time.
        """
        await ack(**_acknowledgement(reply, event, payload))
        if not event.actor.person:
            return
        if reply.form and not isinstance(event, Submitted):
            await self._open(reply.form, payload)
        place = replace(Place.of(payload), person=event.actor.person)
        if reply.notice and not _noticed_there(reply, event):
            await self.asides.insist(place, reply.notice)
        if reply.show and not _shown_there(event):
            async with asyncio.timeout(_PATIENCE):
                await self._show(reply.show, event, place)

    async def _show(self, shown: Message, event: Inbound, place: Place) -> None:
        """Show it where the person is; in a channel to them alone, or else in private."""
        if event.channel:
            try:
                with in_our_words():
                    await whisper(self.client, place, to_blocks(shown))
            except SendFailed as error:
                log.warning("slack_show_failed", extra={"event": event.id, "error": error.reason})
            else:
                return
        await self.messenger.post(event.address, shown)

    async def _open(self, form: Form, payload: Payload) -> None:
        """Open a form at most once: its trigger is spent or too old for a second time."""
        over_another = mapping(payload, "view").get("type") == "modal"
        call = self.client.views_push if over_another else self.client.views_open
        try:
            async with asyncio.timeout(_PATIENCE):
                await call(trigger_id=payload.get("trigger_id"), view=to_modal(form))
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            code = reason(error) if isinstance(error, SlackApiError) else type(error).__name__
            log.warning("slack_form_not_opened", extra={"form": form.token, "error": code})
            expired = self.phrases.expired.text(form.lang)
            await self.asides.insist(Place.of(payload), expired)


def field_errors(view: Payload, errors: dict[str, str]) -> dict[str, str]:
    """Keep each error at its field; one that belongs to none stands at the first.

    Slack refuses an answer that names a block which the form does not have.
    """
    fields = [block["block_id"] for block in view.get("blocks", ()) if block["type"] == "input"]
    stray = [text for name, text in errors.items() if name not in fields]
    kept = {name: text for name, text in errors.items() if name in fields}
    if stray and fields:
        kept[fields[0]] = " ".join([*filter(None, [kept.get(fields[0])]), *stray])
    return kept


def _acknowledgement(reply: Reply, event: Inbound, payload: Payload) -> dict[str, Any]:
    if isinstance(event, Submitted):
        return _after_form(reply, mapping(payload, "view"))
    if not isinstance(event, Commanded):
        return {}
    if reply.show and event.elsewhere:
        return to_blocks(reply.show) | {"response_type": "ephemeral"}
    if reply.notice:
        return {"text": escaped(reply.notice), "response_type": "ephemeral"}
    return {}


def _after_form(reply: Reply, view: Payload) -> dict[str, Any]:
    if errors := field_errors(view, dict(reply.errors)):
        return {"response_action": "errors", "errors": errors}
    if reply.form:
        return {"response_action": "update", "view": to_modal(reply.form)}
    return {"response_action": "clear"}


def _shown_there(event: Inbound) -> bool:
    return isinstance(event, Commanded) and event.elsewhere


def _noticed_there(reply: Reply, event: Inbound) -> bool:
    """Tell whether the acknowledgement says it; it has room for one thing."""
    return isinstance(event, Commanded) and not (reply.show and event.elsewhere)
