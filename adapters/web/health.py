"""Health: is the process up, and can it work."""

from collections.abc import Awaitable, Callable

from aiohttp import web

Ready = Callable[[], Awaitable[bool]]


def add_routes(app: web.Application, ready: Ready) -> None:
    """Serve `/healthz` (the process answers) and `/readyz` (database and migrations)."""

    async def healthz(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_request: web.Request) -> web.Response:
        if await ready():
            return web.Response(text="ready")
        return web.Response(status=503, text="The database or its migrations are not ready.")

    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
