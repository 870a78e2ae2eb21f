"""The whole turn of ours: Slack's door, the engine and the store, as the wiring joins them.

Sending is left out: with workers it is their work.
"""

import argparse
import asyncio

from aiohttp import web

from adapters.bench.clicks import SECRET
from adapters.bench.population import KEY
from adapters.bench.serving import serve
from adapters.slack.answers import Phrases
from adapters.slack.app import slack_app
from adapters.slack.entry import add_routes
from adapters.slack.outbound import SlackMessenger, open_session, web_client
from adapters.wiring import make_engine, real_now
from bot.events import Inbound
from bot.messages import Reply
from prompts.loader import load_library
from storage.store import open_store


async def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--api", required=True, help="the address of Slack's API")
    options = parser.parse_args()
    store = open_store(options.database, KEY)
    engine = make_engine(store, load_library(), {}, real_now)

    async def handle(event: Inbound) -> Reply | None:
        carried = await store.run(engine.conversation.handle, event)
        return carried.reply

    try:
        async with open_session() as session:
            client = web_client("xoxb-bench", session, f"{options.api}/api/")
            say = engine.conversation.library.wording
            app = slack_app(
                signing_secret=SECRET,
                client=client,
                handle=handle,
                now=real_now,
                messenger=SlackMessenger(client, now=real_now),
                phrases=Phrases(say["errors.busy"], say["errors.generic"], say["errors.expired"]),
            )
            application = web.Application()
            add_routes(application, app, signing_secret=SECRET, now=real_now)
            await serve(application)
    finally:
        store.close()


if __name__ == "__main__":
    asyncio.run(main())
