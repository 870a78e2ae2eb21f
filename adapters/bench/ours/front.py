"""Our front for Slack with an engine that answers at once: verify, read, route, acknowledge."""

import asyncio

from aiohttp import web

from adapters.bench.load.clicks import SECRET
from adapters.bench.measuring.present import real_now
from adapters.bench.measuring.serving import serve
from adapters.bench.platform.quiet import QuietMessenger
from adapters.slack.answers import Phrases
from adapters.slack.app import slack_app
from adapters.slack.entry import add_routes
from adapters.slack.outbound import open_session, web_client
from bot.events import Inbound
from bot.language import Wording
from bot.messages import Reply

_NOTHING = Wording("-", "-")


async def main() -> None:
    """Serve; there is one listener for whatever is pressed, however many buttons there are."""
    async with open_session() as session:
        app = slack_app(
            client=web_client("xoxb-bench", session, "https://slack.com/api/"),
            handle=_answer,
            now=real_now,
            messenger=QuietMessenger(),
            phrases=Phrases(_NOTHING, _NOTHING, _NOTHING),
        )
        application = web.Application()
        add_routes(application, app, signing_secret=SECRET, now=real_now)
        await serve(application)


async def _answer(event: Inbound) -> Reply | None:
    del event
    return None


if __name__ == "__main__":
    asyncio.run(main())
