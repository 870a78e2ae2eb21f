"""One sentence for one person, seen by nobody else and gone after a while."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Self

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
    """Where a person can be told something: by the payload's own address or in a channel."""

    person: str
    channel: str = ""
    response_url: str = ""

    @classmethod
    def of(cls, payload: Payload) -> Self:
        """Read it from any payload."""
        event, user = mapping(payload, "event"), mapping(payload, "user")
        container = mapping(payload, "container")
        return cls(
            person=str(payload.get("user_id") or user.get("id") or event.get("user") or ""),
            channel=str(container.get("channel_id") or event.get("channel") or ""),
            response_url=str(payload.get("response_url") or ""),
        )


async def tell(client: AsyncWebClient, place: Place, sentence: str) -> None:
    """Say it where the person is; a failure is logged, since nothing depends on it."""
    try:
        async with asyncio.timeout(_PATIENCE):
            if _trusted(place.response_url, client.base_url):
                await _respond(client, place.response_url, sentence)
            else:
                await _whisper(client, place, sentence)
    except SlackApiError as error:
        log.warning("slack_tell_failed", extra={"person": place.person, "error": reason(error)})
    except (TimeoutError, aiohttp.ClientError) as error:
        name = type(error).__name__
        log.warning("slack_tell_failed", extra={"person": place.person, "error": name})


def _trusted(url: str, base_url: str) -> bool:
    """Take Slack's own addresses, or the configured API's where that is another one."""
    own = base_url.removesuffix("api/")
    return url.startswith((_HOOKS, own))


async def _respond(client: AsyncWebClient, url: str, sentence: str) -> None:
    hook = AsyncWebhookClient(
        url, session=client.session, proxy=client.proxy, retry_handlers=[], logger=quiet
    )
    await hook.send(text=escaped(sentence), response_type="ephemeral", replace_original=False)


async def _whisper(client: AsyncWebClient, place: Place, sentence: str) -> None:
    channel = place.channel
    if not channel:
        opened = await client.conversations_open(users=place.person)
        channel = opened["channel"]["id"]
    await client.chat_postEphemeral(channel=channel, user=place.person, text=escaped(sentence))
