"""A fast Slack and Bot Connector for measuring: `python -m adapters.bench.platform`.

It prints one JSON line with its address and serves until it is told to stop.
`GET /ledger` returns what was sent, `GET /ledger/calls` every call as a line, `POST /reset`
forgets both. The part of a path before `/v3/` names a tenant of Teams.
"""

import argparse
import asyncio
import itertools
import signal
import ssl
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote
from weakref import WeakSet

import orjson
from aiohttp import web

from adapters.bench.platform.certificate import self_signed
from adapters.bench.platform.ledger import Call, Ledger, key_of, line

UNAVAILABLE = 429
EPOCH = 1_700_000_000
"""Where timestamps of messages begin: any fixed time will do, they need only differ."""

USER = {"locale": "en-GB", "tz": "Europe/Paris", "profile": {}}


@dataclass(frozen=True, slots=True)
class Manners:
    """How the platform behaves.

    Attributes:
        latency: seconds until an answer.
        limit: calls that it takes of one tenant in a second; 0 for any number.
        drop: of every so many messages one is taken, but its connection breaks; 0 for none.
    """

    latency: float = 0
    limit: int = 0
    drop: int = 0


class Platform:
    """Answers every call, and writes down what it took."""

    def __init__(
        self,
        manners: Manners,
        clock: Callable[[], float],
        copy: BinaryIO | None = None,
        heed: Callable[[Call], object] = lambda _: None,
    ) -> None:
        """Begin with nothing; `heed` hears of each call as it is taken, before its answer."""
        self.ledger = Ledger()
        self._manners = manners
        self._clock = clock
        self._copy = copy
        self._heed = heed
        self._numbers = itertools.count(1)
        self._said = 0
        self._met: WeakSet[Any] = WeakSet()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """Take one request."""
        path = request.raw_path
        if not path.startswith("/ledger") and path != "/reset":
            return await self._called(request, path)
        if path == "/reset":
            self.ledger = Ledger()
        if path == "/ledger/calls":
            return web.Response(body=b"".join(map(line, self.ledger.calls)))
        return _json(self.ledger.sum())

    async def _called(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        self._meet(request.transport)
        body = await request.read()
        token = request.headers.get("Authorization", "")
        call = read_call(request.method, path, body, token, self._clock())
        if self._manners.limit and (
            self.ledger.within_second(call.tenant, call.at) >= self._manners.limit
        ):
            self.ledger.refused += 1
            return _json(
                {"ok": False, "error": "ratelimited"},
                status=UNAVAILABLE,
                headers={"Retry-After": "1"},
            )
        self._take(call)
        if self._breaks(call):
            self.ledger.dropped += 1
            if request.transport:
                request.transport.abort()
            return web.Response()
        if self._manners.latency:
            await asyncio.sleep(self._manners.latency)
        return _json(reply(call, next(self._numbers)))

    def _meet(self, connection: object) -> None:
        """Count a connection with its first call, so that who only reads the ledger is none."""
        if connection not in self._met:
            self._met.add(connection)
            self.ledger.connections += 1

    def _take(self, call: Call) -> None:
        self.ledger.add(call)
        self._heed(call)
        if self._copy:
            self._copy.write(line(call))
            self._copy.flush()

    def _breaks(self, call: Call) -> bool:
        self._said += call.said
        return bool(self._manners.drop and call.said and self._said % self._manners.drop == 0)


def read_call(method: str, path: str, body: bytes, token: str, at: float) -> Call:
    """Read from a request what the ledger says of it."""
    path = path.partition("?")[0]
    before, v3, after = path.partition("/v3/")
    if v3:
        parts = after.split("/")
        channel = unquote(parts[1]) if len(parts) > 1 else ""
        verb = "open" if len(parts) == 1 else method.lower()
        return Call(at, before.strip("/") or "teams", verb, channel, key_of(body))
    name = path.rpartition("/")[2]
    return Call(at, token.removeprefix("Bearer "), name, _channel(body), key_of(body))


def reply(call: Call, number: int) -> dict[str, Any]:
    """Answer a call as the platform would: both of them, in one answer."""
    if call.method in {"open", "post", "put", "delete", "get"}:
        return {"id": f"c{number}" if call.method == "open" else f"m{number}", "members": []}
    ts = f"{EPOCH + number // 1_000_000}.{number % 1_000_000:06}"
    channel = call.channel.replace("U", "D", 1) if call.channel.startswith("U") else call.channel
    answer: dict[str, Any] = {"ok": True, "channel": channel, "ts": ts}
    if call.method == "users.info":
        answer["user"] = USER | {"id": call.channel}
    if call.method == "conversations.open":
        answer["channel"] = {"id": channel}
    return answer


@asynccontextmanager
async def serving(
    platform: Platform, port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[str]:
    """Listen on this machine until the end of the block; return the address."""
    loop, server = asyncio.get_running_loop(), web.Server(platform.answer, access_log=None)
    listening = await loop.create_server(server, "127.0.0.1", port, ssl=tls, backlog=1024)
    bound: int = listening.sockets[0].getsockname()[1]
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{bound}"
    finally:
        listening.close()
        await server.shutdown(1)
        await listening.wait_closed()


def _channel(body: bytes) -> str:
    if not body.startswith(b"{"):
        pairs = (pair.partition("=") for pair in body.decode(errors="replace").split("&"))
        found = {name: unquote(value) for name, _, value in pairs}
    else:
        found = orjson.loads(body)
    return str(found.get("channel") or found.get("user") or found.get("user_id") or "")


def _json(answer: Any, **more: Any) -> web.Response:
    return web.Response(body=orjson.dumps(answer), content_type="application/json", **more)


async def _run(options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        copy = stack.enter_context(options.ledger.open("ab")) if options.ledger else None
        manners = Manners(
            options.latency_ms / 1000, options.limit_per_second, options.drop_after_accept
        )
        tls, authority = self_signed(stack) if options.tls else (None, None)
        platform = Platform(manners, time.monotonic, copy)
        async with serving(platform, options.port, tls) as url:
            told = {"url": url} | ({"ca": str(authority)} if authority else {})
            sys.stdout.buffer.write(orjson.dumps(told) + b"\n")
            sys.stdout.buffer.flush()
            await _until_told()


async def _until_told() -> None:
    """Wait for a signal, or for the end of whoever started this."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency-ms", type=float, default=0)
    parser.add_argument("--limit-per-second", type=int, default=0)
    parser.add_argument("--drop-after-accept", type=int, default=0, metavar="EVERY")
    parser.add_argument("--ledger", type=Path, help="also append every call to this file")
    parser.add_argument("--tls", action="store_true", help="speak TLS, by a certificate of its own")
    return parser.parse_args()


def main() -> None:
    """Serve."""
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(_options()))
