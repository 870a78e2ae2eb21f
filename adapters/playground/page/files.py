"""Serves the files of the page: read once, no folder is listed, no path is looked up."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

_KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_HERE = Path(__file__).parent


def add_page(room: web.Application) -> None:
    """Serve `page.html` as the room's own address and every other file by its name."""
    for file in sorted(_HERE.iterdir()):
        if file.suffix in _KINDS:
            address = "" if file.name == "page.html" else f"/{file.name}"
            room.router.add_get(address, _serve(file))


def _serve(file: Path) -> Callable[[web.Request], Awaitable[web.Response]]:
    body, kind = file.read_bytes(), _KINDS[file.suffix]

    async def served(_request: web.Request) -> web.Response:
        return web.Response(body=body, content_type=kind, charset="utf-8")

    return served
