"""Our messengers, each over the one session that a process has."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.bench.measuring.sending import Send, main
from adapters.bench.people.said import SAID
from adapters.bench.people.when import NOW
from adapters.slack.outbound import SlackMessenger, open_session, web_client
from adapters.teams.outbound import TeamsMessenger


@asynccontextmanager
async def slack(url: str) -> AsyncIterator[Send]:
    """Send as to Slack."""
    async with open_session() as session:
        messenger = SlackMessenger(
            web_client("xoxb-bench", session, f"{url}/api/"), now=lambda: NOW
        )
        yield lambda number: messenger.post({"platform": "slack", "channel": f"D{number}"}, SAID)


@asynccontextmanager
async def teams(url: str) -> AsyncIterator[Send]:
    """Send as to Teams, into chats that exist."""
    async with open_session() as session:
        messenger = TeamsMessenger(session, None, now=lambda: NOW)
        common = {"platform": "teams", "service_url": url, "tenant_id": "t", "bot_id": "28:bot"}
        yield lambda number: messenger.post(
            common | {"user_id": f"29:{number}", "conversation_id": f"a:{number}"}, SAID
        )


if __name__ == "__main__":
    main("adapters.bench.ours.sending", {"slack": slack, "teams": teams})
