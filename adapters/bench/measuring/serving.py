"""A program that is measured while it answers: it serves on one core and gauges itself.

The program calls `serve`; whoever measures starts it with `served`.
"""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from time import perf_counter

import aiohttp
import orjson
from aiohttp import web

from adapters.bench.measuring.gauge import Gauge, gauged
from adapters.bench.platform.ledger import Call, read
from adapters.bench.scenario import Measured
from bot.errors import BotError

SERVER, LOAD = 0, 1
"""The cores of what is measured and of what measures it."""

HOST = "127.0.0.1"
BACKLOG = 2048
"""Connections that may wait to be taken: a thousand come at once."""


LOOK, PATIENCE = 0.1, 60.0
"""Seconds between looks at what the platform took, and altogether."""


class NotServed(BotError):
    """A program ended before it listened."""


class Served:
    """A program that listens; `port` is where."""

    def __init__(self, port: int, http: aiohttp.ClientSession) -> None:
        self.port = port
        self._http = http

    async def begin(self) -> None:
        """Let it gauge itself from here."""
        await self.asked("/gauge/begin")

    async def end(self) -> Measured:
        """Return what it gauged; the times of its operations are the caller's to add."""
        return Measured(**orjson.loads(await self.asked("/gauge/end")))

    async def asked(self, path: str) -> bytes:
        """Fetch a page of the program, beside what is measured."""
        async with self._http.get(f"http://{HOST}:{self.port}{path}") as answer:
            answer.raise_for_status()
            return await answer.read()


def pin(process: int, core: int) -> None:
    """Keep a process, and what it starts later, on one core, where the system can.

    Process 0 is the present one. On a machine of one core nothing happens.
    """
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > core:
        os.sched_setaffinity(process, {core})


async def serve(application: web.Application) -> None:
    """Serve until told to stop, with the gauge's routes beside the application's own."""
    _add_gauge(application)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, HOST, 0, backlog=BACKLOG)
        await site.start()
        sys.stdout.buffer.write(orjson.dumps({"port": runner.addresses[0][1]}) + b"\n")
        sys.stdout.buffer.flush()
        await _until_told()
    finally:
        await runner.cleanup()


@asynccontextmanager
async def served(*command: str, core: int = SERVER) -> AsyncIterator[Served]:
    """Start `python -m` a program and wait until it listens; it is stopped after the block.

    Raises:
        NotServed: it ended instead.
    """
    async with _started(command, core) as told, aiohttp.ClientSession() as http:
        yield Served(int(told["port"]), http)


class Platform:
    """The fake platform; `url` is its address."""

    def __init__(self, url: str, http: aiohttp.ClientSession) -> None:
        self.url = url
        self._http = http

    async def calls(self) -> list[Call]:
        """Return every call that it took."""
        async with self._http.get(f"{self.url}/ledger/calls") as answer:
            return read((await answer.read()).splitlines())

    async def until_said(self, count: int, seconds: float = PATIENCE) -> int:
        """Wait until it took that many messages, or no more of them come; return how many."""
        latest = perf_counter() + seconds
        said = -1
        while said < count and perf_counter() < latest:
            await asyncio.sleep(LOOK)
            async with self._http.get(f"{self.url}/ledger") as answer:
                said = int(orjson.loads(await answer.read())["messages"])
        return said


@asynccontextmanager
async def platform(core: int = LOAD) -> AsyncIterator[Platform]:
    """Start the fake platform."""
    program = ("adapters.bench.platform",)
    async with _started(program, core) as told, aiohttp.ClientSession() as http:
        yield Platform(str(told["url"]), http)


@asynccontextmanager
async def _started(command: Sequence[str], core: int) -> AsyncIterator[dict[str, str]]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, stdout=asyncio.subprocess.PIPE
    )
    try:
        pin(process.pid, core)
        assert process.stdout  # noqa: S101 - asked for above
        line = await process.stdout.readline()
        if not line:
            raise NotServed(f"{command[0]} did not begin")
        yield orjson.loads(line)
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def _add_gauge(application: web.Application) -> None:
    stack, gauges = AsyncExitStack(), list[Gauge]()

    async def begin(_: web.Request) -> web.Response:
        gauges.append(await stack.enter_async_context(gauged()))
        return web.Response()

    async def end(_: web.Request) -> web.Response:
        await stack.aclose()
        return web.Response(body=orjson.dumps(gauges.pop().measured()))

    application.router.add_get("/gauge/begin", begin)
    application.router.add_get("/gauge/end", end)


async def _until_told() -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()
