"""The Bot Framework's ways to write to somebody: its connector, and its adapter as advised."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

from botbuilder.core import TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ConversationReference
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import MicrosoftAppCredentials

from adapters.bench.measuring.sending import Send, main
from adapters.bench.people.said import SAID
from adapters.teams.cards import to_activity
from adapters.teams.phrases import PHRASES


def written() -> Any:
    """Write the message, beforehand."""
    model: Any = Activity  # its methods have no types
    return model.deserialize(to_activity(SAID, PHRASES))


@asynccontextmanager
async def connector(url: str) -> AsyncIterator[Send]:
    """Send over one client that is kept."""
    client: Any = ConnectorClient(MicrosoftAppCredentials("", ""), base_url=url)
    activity = written()
    yield lambda number: client.conversations.send_to_conversation(f"a:{number}", activity)


@asynccontextmanager
async def cloud(url: str) -> AsyncIterator[Send]:
    """Send by `continue_conversation`, as the guides show."""
    adapter: Any = CloudAdapter(ConfigurationBotFrameworkAuthentication(SimpleNamespace()))
    activity = written()

    async def say(turn: TurnContext) -> None:
        await turn.send_activity(activity)

    def send(number: int) -> Any:
        return adapter.continue_conversation(_reference(url, number), say, "")

    yield send


def _reference(url: str, number: int) -> ConversationReference:
    return ConversationReference(
        user=ChannelAccount(id=f"29:{number}"),
        bot=ChannelAccount(id="28:bot"),
        conversation=ConversationAccount(id=f"a:{number}"),
        channel_id="msteams",
        service_url=url,
    )


if __name__ == "__main__":
    main("adapters.bench.peers.bot_framework", {"connector": connector, "cloud": cloud})
