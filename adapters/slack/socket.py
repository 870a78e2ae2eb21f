"""Socket Mode: Slack without a public address, for development."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_internals import send_async_response
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.slack.front import Front
from adapters.slack.outbound import quiet

_BEGAN = 0.0  # only for the SDK's log of how long it took, which is off


@asynccontextmanager
async def socket_mode(front: Front, app_token: str) -> AsyncIterator[None]:
    """Listen over a websocket while the context is open; without a token, do nothing."""
    if not app_token:
        yield
        return

    async def take(client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        answer = await front.answer(request.payload)
        await send_async_response(client, request, answer, _BEGAN)

    client = SocketModeClient(app_token, logger=quiet, web_client=front.client)
    client.socket_mode_request_listeners.append(take)
    await client.connect()  # type: ignore[no-untyped-call] # slack_sdk's
    try:
        yield
    finally:
        await client.close()  # type: ignore[no-untyped-call] # slack_sdk's
