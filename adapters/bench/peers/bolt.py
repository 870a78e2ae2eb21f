"""Bolt as its documentation has it: one listener for an action, acknowledged at once."""

import argparse
import asyncio

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.bench.load.clicks import PATH, SECRET
from adapters.bench.measuring.serving import serve

PRESSED = "choice.0"


async def main() -> None:
    """Serve, with as many listeners for other actions before it as the options say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--api", required=True, help="the address of Slack's API")
    parser.add_argument("--listeners", type=int, default=1)
    options = parser.parse_args()
    client = AsyncWebClient("xoxb-bench", base_url=f"{options.api}/api/")
    app = AsyncApp(client=client, signing_secret=SECRET)
    for number in range(1, options.listeners):
        app.action(f"other.{number}")(pressed)
    app.action(PRESSED)(pressed)
    await serve(app.web_app(PATH))


async def pressed(ack: AsyncAck) -> None:
    """Acknowledge."""
    await ack()


if __name__ == "__main__":
    asyncio.run(main())
