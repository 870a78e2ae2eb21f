"""Real `declic` processes of the live bot, each in a folder and an environment of its own."""

import asyncio
import itertools
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import aiohttp

from bot.errors import BotError

Command = Literal["web", "worker", "run"]

PATIENCE = 30
"""Seconds to begin in, and to end in."""

_PORTS = range(20_000, 32_000)  # below those that a system gives to whoever asks for any
_TRIED = itertools.count(os.getpid() * 131)
_CALL = "from adapters.cli import main; main()"


class NotStarted(BotError):
    """A process ended instead of beginning to work; the text is what it said."""


@dataclass(slots=True)
class Declic:
    """A process that runs. `log` is the file with everything that it says."""

    process: asyncio.subprocess.Process
    log: Path
    port: int

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """Everything it said so far."""
        return self.log.read_text()

    def kill(self) -> None:
        """End it as a power cut does: with nothing more done."""
        with suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGKILL)

    async def stop(self, seconds: float = PATIENCE) -> int:
        """Ask it to end, kill it if it does not in time, and return its exit code."""
        with suppress(ProcessLookupError):
            self.process.terminate()
        try:
            async with asyncio.timeout(seconds):
                return await self.process.wait()
        except TimeoutError:
            self.kill()
            return await self.process.wait()


@asynccontextmanager
async def running(
    command: Command, folder: Path, settings: Mapping[str, str], port: int = 0
) -> AsyncIterator[Declic]:
    """Run a process until the end of the block, if it is not killed before."""
    started = await start(command, folder, settings, port)
    try:
        yield started
    finally:
        await started.stop()


async def start(
    command: Command, folder: Path, settings: Mapping[str, str], port: int = 0
) -> Declic:
    """Start a process and wait until it can work.

    Raises:
        NotStarted: it ended instead.
    """
    started = await spawn(command, folder, settings, port)
    await begun(command, started)
    return started


async def spawn(
    command: Command, folder: Path, settings: Mapping[str, str], port: int = 0
) -> Declic:
    """Start a process."""
    port = port or free_port()
    log = folder / f"{command}-{next(_TRIED)}.log"
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _CALL,
            command,
            cwd=folder,
            env={**environment(folder), "PORT": str(port), **settings},
            stdout=written,
            stderr=written,
        )
    return Declic(process, log, port)


async def begun(command: Command, started: Declic) -> None:
    """Wait until a process can work; it is killed if it can't in time.

    Raises:
        NotStarted: it ended instead.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            await (_told(started) if command == "worker" else _ready(started))
    except BaseException:
        started.kill()
        await started.process.wait()
        raise


def free_port() -> int:
    """Return a port that nobody listens on, another one each time."""
    for number in _TRIED:
        port = _PORTS[number % len(_PORTS)]
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")


def environment(folder: Path) -> dict[str, str]:
    """Give nothing of this process's settings on, only where programs and modules are."""
    here = os.environ  # noqa: TID251 - not a setting of the bot
    kept = {name: here[name] for name in ("PATH", "PYTHONPATH") if name in here}
    return kept | {"HOME": str(folder), "LANG": "C.UTF-8"}


async def _ready(started: Declic) -> None:
    async with aiohttp.ClientSession() as http:
        while True:
            _still_running(started)
            with suppress(aiohttp.ClientError):
                async with http.get(f"{started.url}/readyz") as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(0.02)


async def _told(started: Declic) -> None:
    while "The worker runs." not in started.said():
        _still_running(started)
        await asyncio.sleep(0.02)


def _still_running(started: Declic) -> None:
    if started.process.returncode is not None:
        raise NotStarted(started.said())
