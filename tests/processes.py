"""Real `declic` processes: each in a folder and an environment of its own, ended or killed."""

import asyncio
import itertools
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import aiohttp
from sqlalchemy import NullPool, create_engine, update

from adapters.wiring import real_now
from bot.ports import UnitOfWork
from storage.tables import moments, outbox
from tests.databases import KEY, Database
from tests.fake_slack import FakeSlack

DECLIC = Path(sys.executable).with_name("declic")
PORTS = range(20_000, 32_000)
"""Below 32768, where no system gives ports to whoever asks for any."""

T = TypeVar("T")
_TRIED = itertools.count(os.getpid() * 97)


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that came to its end."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Declic:
    """A process that runs. `log` is the file in which everything stands that it said."""

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
        self.process.send_signal(signal.SIGKILL)

    async def gone(self) -> None:
        """Wait until it is dead from a kill."""
        async with asyncio.timeout(5):
            assert await self.process.wait() == -signal.SIGKILL, self.said()

    async def stop(self, seconds: float = 8) -> int:
        """Ask it to end, as an operator's tools do, and return its exit code."""
        with suppress(ProcessLookupError):
            self.process.terminate()
        async with asyncio.timeout(seconds):
            return await self.process.wait()


def free_port() -> int:
    """Return a port that nobody listens on, another one each time."""
    for number in _TRIED:
        port = PORTS[number % len(PORTS)]
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")


def live(database: Database, slack: FakeSlack | None = None, **more: str) -> dict[str, str]:
    """Make the settings of a live bot in the fake Slack."""
    settings = {"DECLIC_DATABASE_URL": database.url, "DECLIC_SECRET_KEY": KEY}
    if slack:
        settings |= {
            "SLACK_BOT_TOKEN": "xoxb-test",
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.url,
        }
    return settings | more


async def declic(
    *words: str, folder: Path, settings: Mapping[str, str] | None = None, seconds: float = 30
) -> Ended:
    """Run a command to its end."""
    process = await asyncio.create_subprocess_exec(
        DECLIC,
        *words,
        cwd=folder,
        env=_environment(folder, settings or {}),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(seconds):
            out, err = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.communicate()
        raise
    return Ended(process.returncode or 0, out.decode(), err.decode())


@asynccontextmanager
async def running(
    command: str, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Declic]:
    """Run a process until the end of the block; then it must end calmly."""
    async with together(command, 1, folder, settings) as (started,):
        yield started


@asynccontextmanager
async def doomed(
    command: str, folder: Path, settings: Mapping[str, str], *, port: int = 0
) -> AsyncIterator[Declic]:
    """Run a process that may be killed, and is at the end of the block."""
    started = await start(command, folder, settings, port=port)
    try:
        yield started
    finally:
        if started.process.returncode is None:
            started.kill()
            await started.gone()


@asynccontextmanager
async def together(
    command: str, count: int, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[list[Declic]]:
    """Run several processes until the end of the block; then all must end calmly."""
    starting = (start(command, folder, settings) for _ in range(count))
    begun = await asyncio.gather(*starting, return_exceptions=True)
    started = [one for one in begun if isinstance(one, Declic)]
    try:
        assert len(started) == count, begun
        yield started
    finally:
        codes = await asyncio.gather(*(one.stop() for one in started))
    said = [one.said() for one in started]
    assert codes == [0] * count, said
    assert "Traceback" not in "".join(said), said


async def start(
    command: str, folder: Path, settings: Mapping[str, str] | None = None, *, port: int = 0
) -> Declic:
    """Start a process and wait until it can work; the caller ends it."""
    port = port or free_port()
    log = folder / f"{command}-{next(_TRIED)}.log"
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            DECLIC,
            command,
            cwd=folder,
            env=_environment(folder, {"PORT": str(port), **(settings or {})}),
            stdout=written,
            stderr=written,
        )
    started = Declic(process, log, port)
    try:
        async with asyncio.timeout(20):
            await (_told(started) if command == "worker" else _ready(started))
    except BaseException:
        started.kill()
        await process.wait()
        raise
    return started


async def eventually(true: Callable[[], T], seconds: float = 10) -> T:
    """Wait until something is true, which another process makes it, and return it."""
    for _ in range(round(seconds * 50)):
        if found := true():
            return found
        await asyncio.sleep(0.02)
    raise AssertionError(f"still not after {seconds} seconds")


def within(database: Database, do: Callable[[UnitOfWork], T]) -> T:
    """Read or write in the database beside the processes."""
    store = database.open()

    def work() -> T:
        with store.open_uow() as uow:
            found = do(uow)
            uow.commit()
        return found

    try:
        return store.run_sync(work)
    finally:
        store.close()


def let_leases_end(database: Database) -> None:
    """Do what half a minute does after a kill: let go of what the dead process held."""
    past = real_now() - timedelta(seconds=1)
    engine = create_engine(database.url, poolclass=NullPool)
    with engine.begin() as db:
        for table in (outbox, moments):
            held = update(table).where(table.c.leased_until.is_not(None))
            db.execute(held.values(leased_until=past))


def _environment(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """Give nothing of this process's environment on, so that no stray setting counts."""
    path = os.environ["PATH"]  # noqa: TID251 - not a setting of the bot
    return {"PATH": path, "HOME": str(folder), "LANG": "C.UTF-8", **settings}


async def _ready(started: Declic) -> None:
    async with aiohttp.ClientSession() as http:
        while True:
            _still_running(started)
            with suppress(aiohttp.ClientError):
                async with http.get(f"{started.url}/readyz") as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(0.03)


async def _told(started: Declic) -> None:
    while "The worker runs." not in started.said():
        _still_running(started)
        await asyncio.sleep(0.03)


def _still_running(started: Declic) -> None:
    assert started.process.returncode is None, started.said()
