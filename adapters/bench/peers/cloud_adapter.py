"""Microsoft's echo bot as its documentation has it: CloudAdapter, replying what was said.

Without an app id, so that no token is checked: that would only be slower.
"""

import argparse
import asyncio
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

from adapters.bench.load.activities import PATH
from adapters.bench.measuring.serving import serve


class Config:
    """Settings of a bot that is not registered."""

    APP_ID = APP_PASSWORD = APP_TENANTID = ""
    APP_TYPE = "MultiTenant"


class EchoBot(ActivityHandler):
    """Says what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Reply."""
        await turn_context.send_activity(MessageFactory.text(f"Echo: {turn_context.activity.text}"))


async def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", help="of no use here")
    parser.add_argument("--api", help="every activity says it")
    parser.parse_args()
    adapter, bot = CloudAdapter(ConfigurationBotFrameworkAuthentication(Config())), EchoBot()

    async def messages(request: web.Request) -> Any:
        answer: Any = await adapter.process(request, bot)
        return answer

    application = web.Application()
    application.router.add_post(PATH, messages)
    await serve(application)


if __name__ == "__main__":
    asyncio.run(main())
