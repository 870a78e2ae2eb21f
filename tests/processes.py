"""Real `declic` processes: each in a folder and an environment of its own, ended or killed."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import NullPool, create_engine, update

from adapters.bench.measuring.processes import Command, Declic, environment, start
from adapters.wiring import real_now
from bot.ports import UnitOfWork
from storage.tables import moments, outbox
from tests.databases import KEY, Database
from tests.fake_slack import FakeSlack

DECLIC = Path(sys.executable).with_name("declic")
CALMLY = 8
"""Seconds in which a process must end: an operator's tools kill it soon after."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that came to its end."""

    code: int
    out: str
    err: str


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
        env={**environment(folder), **(settings or {})},
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
    command: Command, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Declic]:
    """Run a process until the end of the block; then it must end calmly."""
    async with together(command, 1, folder, settings) as (started,):
        yield started


@asynccontextmanager
async def doomed(
    command: Command, folder: Path, settings: Mapping[str, str], *, port: int = 0
) -> AsyncIterator[Declic]:
    """Run a process that may be killed, and is at the end of the block."""
    started = await start(command, folder, settings, port)
    try:
        yield started
    finally:
        if started.process.returncode is None:
            started.kill()
            await gone(started)


@asynccontextmanager
async def together(
    command: Command, count: int, folder: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[list[Declic]]:
    """Run several processes until the end of the block; then all must end calmly."""
    starting = (start(command, folder, settings or {}) for _ in range(count))
    begun = await asyncio.gather(*starting, return_exceptions=True)
    started = [one for one in begun if isinstance(one, Declic)]
    try:
        assert len(started) == count, begun
        yield started
    finally:
        codes = await asyncio.gather(*(one.stop(CALMLY) for one in started))
    said = [one.said() for one in started]
    assert codes == [0] * count, (codes, said)
    assert "Traceback" not in "".join(said), said


async def gone(killed: Declic) -> None:
    """Wait until a process is dead from a kill."""
    async with asyncio.timeout(5):
        assert await killed.process.wait() == -signal.SIGKILL, killed.said()


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
