"""Who may ask: a browser on this computer, on the playground's own page, and nobody else.

A page of another site can reach a loopback port by a name of its own (DNS rebinding), by a
form or by a proxy that somebody put in front; each is refused by something it cannot avoid.
"""

import ipaddress
import re
from collections.abc import Mapping

from aiohttp import web
from aiohttp.typedefs import Handler
from multidict import CIMultiDict

MOST_BYTES = 64 * 1024

REFUSED = "The playground answers only a browser on the computer where it runs.\n"
TOO_LARGE = "That is longer than the playground takes.\n"

_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?", re.IGNORECASE)

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what does not come from the page itself, and forbid the page everything foreign."""
    if not welcome(_peer(request), request.method, request.headers):
        return _guarded(web.Response(status=403, text=REFUSED))
    if (request.content_length or 0) > MOST_BYTES:
        return _guarded(web.Response(status=413, text=TOO_LARGE))
    try:
        return _guarded(await handler(request))
    except web.HTTPException as error:
        error.headers.update(_HEADERS)
        raise


def welcome(peer: str, method: str, headers: Mapping[str, str]) -> bool:
    """Decide from the connection and the headers whether the page itself is asking."""
    headers = CIMultiDict(headers.items())
    hosts = headers.getall("Host", [])
    return (
        _is_loopback(peer)
        and len(hosts) == 1
        and _HOST.fullmatch(hosts[0]) is not None
        and not any(_tells_of_a_proxy(name) for name in headers)
        and (method in {"GET", "HEAD"} or _from_the_page(hosts[0], headers))
    )


def _from_the_page(host: str, headers: Mapping[str, str]) -> bool:
    kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
    origin = headers.get("Origin")
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return (
        kind == "application/json"
        and (origin is None or origin.lower() == f"http://{host.lower()}")
        and site in {"same-origin", "none"}
    )


def _is_loopback(peer: str) -> bool:
    try:
        address = ipaddress.ip_address(peer.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _tells_of_a_proxy(name: str) -> bool:
    name = name.lower()
    return name in {"forwarded", "x-real-ip"} or name.startswith("x-forwarded-")


def _peer(request: web.Request) -> str:
    # Not request.remote: another middleware may have put a header's word in its place.
    peer = request.transport.get_extra_info("peername") if request.transport else None
    return str(peer[0]) if isinstance(peer, tuple) else ""


def _guarded(response: web.StreamResponse) -> web.StreamResponse:
    response.headers.update(_HEADERS)
    return response
