"""The Slack SDK's client as its guide shows it: a session, and so a connection, for each call."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_sdk.web.async_client import AsyncWebClient

from adapters.bench.measuring.sending import Send, main
from adapters.bench.people.said import SAID
from adapters.slack.blocks import to_blocks


@asynccontextmanager
async def slack(url: str) -> AsyncIterator[Send]:
    """Send as to Slack; the message is written beforehand."""
    client = AsyncWebClient(token="xoxb-bench", base_url=f"{url}/api/")  # noqa: S106 - no secret
    written = to_blocks(SAID)
    yield lambda number: client.chat_postMessage(channel=f"D{number}", **written)


if __name__ == "__main__":
    main("adapters.bench.peers.slack_client", {"slack": slack})
