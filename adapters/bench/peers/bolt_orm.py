"""A whole turn as a team would write it: Bolt and SQLAlchemy's asynchronous ORM.

The database is written before the acknowledgement, as in ours. With `--sends` the answered
message is changed and the next one posted after it, by the SDK's client as it comes.
SQLite is set up as well as it can be: a write-ahead log that reaches the disk, and one
connection, since several only wait for each other.
"""

import argparse
import asyncio
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import URL, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine

from adapters.bench.load.clicks import PATH, SECRET
from adapters.bench.measuring.present import real_now
from adapters.bench.measuring.serving import serve
from adapters.bench.peers.models import settle, turn
from adapters.slack.tokens import unpack

CONNECTIONS = 10
PATIENCE = 30
PRESSED = "choice.0"

_SAID = "Which language do you prefer?"


async def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--api", required=True, help="the address of Slack's API")
    parser.add_argument("--sends", action="store_true")
    options = parser.parse_args()
    engine = open_engine(make_url(options.database))
    open_session = async_sessionmaker(engine, expire_on_commit=False)
    client = AsyncWebClient("xoxb-bench", base_url=f"{options.api}/api/")
    app = AsyncApp(client=client, signing_secret=SECRET)

    @app.action(PRESSED)
    async def pressed(ack: AsyncAck, body: dict[str, Any]) -> None:
        async with open_session() as db:
            numbers = await turn(db, _press(body), real_now())
        await ack()
        if options.sends:
            await _say(client, body)
            async with open_session() as db:
                await settle(db, numbers, real_now())

    try:
        await serve(app.web_app(PATH))
    finally:
        await engine.dispose()


def open_engine(url: URL) -> AsyncEngine:
    """Open the database by the usual asynchronous driver."""
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+asyncpg")
        return create_async_engine(
            url, pool_size=CONNECTIONS, max_overflow=0, pool_timeout=PATIENCE
        )
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        pool_timeout=PATIENCE,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connected(db: Any, _: object) -> None:
        for setting in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
            db.execute(f"PRAGMA {setting}")

    return engine


async def _say(client: AsyncWebClient, body: dict[str, Any]) -> None:
    place = body["container"]
    blocks = body["message"]["blocks"]
    said = {"channel": place["channel_id"], "text": _SAID, "blocks": blocks}
    await client.chat_update(ts=place["message_ts"], **said)
    await client.chat_postMessage(**said)


def _press(body: dict[str, Any]) -> dict[str, Any]:
    button = unpack(body["actions"][0]["value"])
    assert button  # noqa: S101 - only such presses are measured
    return {
        "key": body["trigger_id"],
        "workspace": f"slack:{body['team']['id']}",
        "person": body["user"]["id"],
        "token": button.token,
        "option": button.option,
    }


if __name__ == "__main__":
    asyncio.run(main())
