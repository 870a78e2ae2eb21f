"""An aiohttp server that does nothing: the floor under every other, and a check of the load."""

import asyncio

from aiohttp import web

from adapters.bench.load.clicks import PATH
from adapters.bench.measuring.serving import serve


async def main() -> None:
    """Serve."""
    application = web.Application()
    application.router.add_post(PATH, _hello)
    await serve(application)


async def _hello(request: web.Request) -> web.Response:
    await request.read()
    return web.Response()


if __name__ == "__main__":
    asyncio.run(main())
