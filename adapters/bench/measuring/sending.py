"""Measures a client that sends to the fake platform, 32 calls in flight."""

import argparse
import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import replace

import orjson

from adapters.bench.measuring.gauge import Gauge, gauged, tell
from adapters.bench.platform.fake import fake
from adapters.bench.scenario import Measured

AT_ONCE = 32
TLS = "slack"
"""Ways that begin like this go over TLS, as the real platform's do."""

Send = Callable[[int], Awaitable[object]]
Open = Callable[[str], AbstractAsyncContextManager[Send]]
"""Makes a client for the platform at an address."""


def main(module: str, ways: Mapping[str, Open]) -> None:
    """Start the platform and, in a process that trusts it, the client; tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--way", choices=sorted(ways), required=True)
    parser.add_argument("--calls", type=int, required=True)
    parser.add_argument("--url", help="where the platform is already")
    options = parser.parse_args()
    if options.url:
        tell(asyncio.run(_send(ways[options.way], options.url, options.calls)).measured())
    else:
        tell(_against_platform(module, options.way, options.calls))


def _against_platform(module: str, way: str, calls: int) -> Measured:
    with fake(*(("--tls",) if way.startswith(TLS) else ())) as platform:
        words = ("--way", way, "--calls", str(calls), "--url", platform.url)
        # A context for TLS is made when a library is loaded, so the file must be known before.
        trusted = os.environ | {"SSL_CERT_FILE": platform.ca}  # noqa: TID251 - for a child
        command = [sys.executable, "-m", module, *words]
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=trusted)  # noqa: S603 - our own modules
        sent = platform.sum()
    measured = Measured(**orjson.loads(run.stdout.splitlines()[-1]))
    assert sent["messages"] == calls  # noqa: S101 - otherwise something else was measured
    return replace(measured, facts={"connections": sent["connections"]})


async def _send(open_client: Open, url: str, calls: int) -> Gauge:
    numbers = iter(range(calls))

    async def some(send: Send) -> None:
        for number in numbers:
            await send(number)

    async with open_client(url) as send, gauged() as gauge:
        await asyncio.gather(*(some(send) for _ in range(AT_ONCE)))
        gauge.ops = calls
    return gauge
