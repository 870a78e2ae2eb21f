"""The way out to Slack: post, update, delete, home, and reading who is there."""

import asyncio
import logging
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.accounts import mail_of
from adapters.slack.blocks import to_blocks, to_home
from adapters.slack.directory import listing
from adapters.slack.failures import in_our_words
from adapters.slack.reading import READS
from adapters.slack.roster import Rosters
from bot.clock import Clock
from bot.errors import MessageGone, Unreachable
from bot.events import Address, MessageRef
from bot.messages import Message
from bot.ports import DirectoryAsk, Listing, Profile, Roster

TIMEOUT = 10.0
"""Seconds until a call counts as failed."""

CONNECTIONS = 32
"""The most connections to Slack that one process keeps open."""

quiet = logging.getLogger("adapters.slack.sdk")
quiet.setLevel(logging.ERROR)  # below it, the SDK and Bolt log whole payloads, words included


def open_session() -> aiohttp.ClientSession:
    """Open the one session that all calls share; whoever opens it closes it."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=CONNECTIONS),
        timeout=aiohttp.ClientTimeout(total=TIMEOUT),
    )


def web_client(token: str, session: aiohttp.ClientSession, base_url: str) -> AsyncWebClient:
    """Make a client that neither waits nor repeats by itself: the outbox does both."""
    return AsyncWebClient(
        token=token, base_url=base_url, session=session, retry_handlers=[], logger=quiet
    )


class SlackMessenger:
    """`bot.ports.Messenger` for Slack."""

    def __init__(self, client: AsyncWebClient, *, now: Clock, timeout: float = TIMEOUT) -> None:
        self._client = client
        self._timeout = timeout
        self._rosters = Rosters(self._call, now)

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Post; a person's id opens the direct message where it is not known yet.

        Where the message above was deleted, Slack puts the answer into the channel by itself.
        """
        posted = await self._call(
            "chat.postMessage",
            channel=address.get("channel") or address["user"],
            unfurl_links=False,
            unfurl_media=False,
            **({"thread_ts": under["ts"]} if under else {}),
            **to_blocks(message),
        )
        return {"channel": str(posted["channel"]), "ts": str(posted["ts"])}

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:  # noqa: ARG002 # the reference says all
        """Replace a message in place."""
        await self._call("chat.update", **_named(ref), **to_blocks(message))

    async def delete(self, address: Address, ref: MessageRef) -> None:  # noqa: ARG002 # the reference says all
        """Take a message away."""
        try:
            await self._call("chat.delete", **_named(ref))
        except MessageGone as error:
            if error.reason != "message_not_found":
                raise

    async def publish_home(self, address: Address, message: Message) -> None:
        """Show the home tab."""
        await self._call("views.publish", user_id=address["user"], view=to_home(message))

    async def profile(self, address: Address) -> Profile:
        """Ask for locale, zone and mail; an account that was closed is unreachable."""
        answer = await self._call("users.info", user=address["user"], include_locale="true")
        user = answer["user"]
        if user.get("deleted"):
            raise Unreachable("user_disabled")
        return Profile(user.get("locale"), user.get("tz"), mail_of(user))

    async def roster(self, address: Address) -> Roster:
        """Read who is in a channel; one that is archived or without the bot is unreachable."""
        return await self._rosters.read(address)

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Read one page of a channel, a user group, or the workspace."""
        return await listing(self._call, address, ask)

    async def _call(self, method: str, **body: Any) -> dict[str, Any]:
        with in_our_words():
            async with asyncio.timeout(self._timeout):
                if method in READS:
                    answer = await self._client.api_call(method, data=body)
                else:
                    answer = await self._client.api_call(method, json=body)
        return dict(answer.data) if isinstance(answer.data, dict) else {}


def _named(ref: MessageRef) -> dict[str, str]:
    return {"channel": ref["channel"], "ts": ref["ts"]}
