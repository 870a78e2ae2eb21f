"""A Slack that only takes posts, and notes when each came, to whom, and over which connection."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web


class MeteredSlack:
    """What it noted; times are those of its own clock, in seconds."""

    def __init__(self) -> None:
        self.url = ""
        self.times: list[float] = []
        self.taken: Counter[str] = Counter()
        self.connections: set[Any] = set()

    def most_in_a_second(self) -> int:
        """The most posts in any one second."""
        times, most, first = sorted(self.times), 0, 0
        for last, at in enumerate(times):
            while times[first] <= at - 1:
                first += 1
            most = max(most, last - first + 1)
        return most

    async def take(self, request: web.Request) -> web.Response:
        """Take a post."""
        self.times.append(asyncio.get_running_loop().time())
        self.connections.add(request.transport)
        channel = (await request.json())["channel"]
        self.taken[channel] += 1
        return web.json_response({"ok": True, "channel": channel, "ts": str(len(self.times))})


@asynccontextmanager
async def metered_slack() -> AsyncIterator[MeteredSlack]:
    """Let one listen on loopback."""
    slack, application = MeteredSlack(), web.Application()
    application.router.add_post("/api/chat.postMessage", slack.take)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    slack.url = f"http://{host}:{port}/api/"
    try:
        yield slack
    finally:
        await runner.cleanup()
