"""Socket Mode: Slack without a public address, for development."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from adapters.slack.outbound import quiet


@asynccontextmanager
async def socket_mode(app: AsyncApp, app_token: str) -> AsyncIterator[None]:
    """Listen over a websocket while the context is open; without a token, do nothing."""
    if not app_token:
        yield
        return
    handler = AsyncSocketModeHandler(app, app_token, logger=quiet)
    await handler.connect_async()  # type: ignore[no-untyped-call] # slack_bolt's
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call] # slack_bolt's
