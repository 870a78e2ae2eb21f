"""What one person alone sees, where they are; it is gone after a while."""

import asyncio
import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Self

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from adapters.slack.failures import reason
from adapters.slack.outbound import quiet
from adapters.slack.text import escaped
from adapters.slack.who import Payload, mapping

log = logging.getLogger(__name__)

_HOOKS = "https://hooks.slack.com/"
_PATIENCE = 1.0  # seconds; the request it belongs to has three in all


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person can be told something: by the payload's own address or in a channel.

    `thread` is the message under which they are, where they are in a thread.
    """

    person: str
    channel: str = ""
    response_url: str = ""
    thread: str = ""

    @classmethod
    def of(cls, payload: Payload) -> Self:
        """Read it from any payload."""
        event, user = mapping(payload, "event"), mapping(payload, "user")
        container = mapping(payload, "container")
        return cls(
            person=str(payload.get("user_id") or user.get("id") or event.get("user") or ""),
            channel=str(container.get("channel_id") or event.get("channel") or ""),
            response_url=str(payload.get("response_url") or ""),
            thread=_thread(container) or _thread(event),
        )


async def tell(client: AsyncWebClient, place: Place, sentence: str) -> None:
    """Say it where the person is; a failure is logged, since nothing depends on it."""
    try:
        async with asyncio.timeout(_PATIENCE):
            await whisper(client, place, {"text": escaped(sentence)})
    except SlackApiError as error:
        log.warning("slack_tell_failed", extra={"person": place.person, "error": reason(error)})
    except (TimeoutError, aiohttp.ClientError) as error:
        name = type(error).__name__
        log.warning("slack_tell_failed", extra={"person": place.person, "error": name})


async def whisper(client: AsyncWebClient, place: Place, body: dict[str, Any]) -> None:
    """Show a text, with or without blocks, where the person is, to nobody else.

    Raises:
        SlackApiError: Slack did not take it; so do the errors of aiohttp.
    """
    if place.thread:
        body = body | {"thread_ts": place.thread}
    if not await _responded(client, place.response_url, body):
        channel = place.channel or await _direct(client, place.person)
        await client.chat_postEphemeral(channel=channel, user=place.person, **body)


def _thread(holder: Payload) -> str:
    """Name the thread; a message with answers names itself, but it stands in the channel."""
    thread, own = holder.get("thread_ts"), holder.get("message_ts") or holder.get("ts")
    return str(thread) if thread and thread != own else ""


async def _responded(client: AsyncWebClient, url: str, body: dict[str, Any]) -> bool:
    """Use the payload's own address; false without one, or where it is spent."""
    if not _trusted(url, client.base_url):
        return False
    hook = AsyncWebhookClient(
        url, session=client.session, proxy=client.proxy, retry_handlers=[], logger=quiet
    )
    alone = {"response_type": "ephemeral", "replace_original": False}
    return (await hook.send_dict(body | alone)).status_code == HTTPStatus.OK


def _trusted(url: str, base_url: str) -> bool:
    """Take Slack's own addresses, or the configured API's where that is another one."""
    own = base_url.removesuffix("api/")
    return url.startswith((_HOOKS, own))


async def _direct(client: AsyncWebClient, person: str) -> str:
    opened = await client.conversations_open(users=person)
    return str(opened["channel"]["id"])
