"""Kills real processes at points drawn by chance, and judges what became of what they did.

One process at a time dies, by SIGKILL, in one of these: just when so many events were
acknowledged, just when the platform had taken so many messages and not answered the last, or
some moment after it began. It is started again at once. A dead process's leases are made to
end after `lease` seconds instead of up to a minute; those of living ones stay as they are, and
what is judged is how late recovery comes once they have.
"""

import asyncio
import itertools
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import Engine, NullPool, create_engine

from adapters.bench.crash.audit import (
    Expected,
    Verdict,
    audit,
    hasten,
    last_row,
    names_of_leases,
    undone,
)
from adapters.bench.crash.points import PEOPLE, WRITERS, Fuse, Point, Victim, points
from adapters.bench.crash.traffic import SECRET, fall_due, queue, write
from adapters.bench.measuring.processes import Declic, begun, running, spawn, start
from adapters.bench.people.population import KEY
from adapters.bench.platform.ledger import Call
from adapters.bench.platform.server import Manners, Platform, serving
from adapters.wiring import real_now
from storage import migrate
from storage.engines import parse
from storage.store import Store, open_store

LATENCY = 0.02
"""Seconds between the platform's taking a message and its answer: a kill may fall in between."""

PATIENCE = 100
"""Seconds after which what is not done is taken for lost."""


async def killed(
    url: str, victim: Victim, folder: Path, *, seed: int, kills: int, lease: float
) -> list[Verdict]:
    """Kill one kind of process so many times, over an empty database; one verdict for each."""
    chosen = random.Random(seed)  # noqa: S311 - chooses when to kill
    drawn = itertools.islice(points(victim, chosen), kills)
    async with _alive(url, folder, lease) as life:
        if victim == "worker":
            return [await _worker_round(life, point) for point in drawn]
        async with _survivor(life):
            life.web = await start("web", folder, life.settings)
            try:
                return [await _web_round(life, point) for point in drawn]
            finally:
                await life.web.stop()


@dataclass(slots=True)
class Life:
    """A bot in its world: what is killed in it is started again."""

    folder: Path
    lease: float
    settings: Mapping[str, str]
    platform: Platform
    engine: Engine
    store: Store
    survivors: set[str] = field(default_factory=set)
    fuse: Fuse | None = None
    web: Declic | None = None
    rounds: int = 0

    def heed(self, call: Call) -> None:
        """Hear of what the platform took."""
        if self.fuse and call.said:
            self.fuse.passed("sent")

    def names(self, of: str, count: int) -> list[str]:
        """Make names that no round had before."""
        return [f"{of}{self.rounds}x{number}" for number in range(count)]

    async def done(self) -> None:
        """Wait until nothing is due that is not done, or for as long as patience lasts."""
        latest = time.monotonic() + PATIENCE
        while await asyncio.to_thread(undone, self.engine, real_now()):
            if time.monotonic() > latest:
                return
            await asyncio.sleep(0.05)

    async def hasten(self, killed_at: datetime) -> datetime:
        """Let the leases of whoever was killed end soon; return when."""
        until = killed_at + timedelta(seconds=self.lease)
        await asyncio.to_thread(hasten, self.engine, self.survivors, until)
        return until


async def _web_round(life: Life, point: Point) -> Verdict:
    """Let people write, kill the process that answers them, let it go on."""
    life.rounds += 1
    judge = _judge(life)
    life.fuse = fuse = Fuse(point)
    assert life.web  # noqa: S101 - it runs
    async with aiohttp.ClientSession(life.web.url) as http:
        fuse.light(life.web)
        writing = asyncio.ensure_future(_write(life, http, lambda: fuse.passed("acknowledged")))
        killed_at = await _blown(fuse, life.web, writing)
        ended_at = await life.hasten(killed_at)  # the worker, which lives, sends what is left
        life.web = await start("web", life.folder, life.settings, life.web.port)
        acknowledged = await writing
    await life.done()
    return judge(Expected(killed_at, ended_at, acknowledged=acknowledged))


async def _worker_round(life: Life, point: Point) -> Verdict:
    """Let messages be due, kill the process that sends them, let it go on."""
    life.rounds += 1
    judge = _judge(life)
    life.fuse = fuse = Fuse(point)
    letters, weekly = life.names("U", PEOPLE), life.names("W", PEOPLE)
    await asyncio.to_thread(queue, life.store, letters, real_now())
    await asyncio.to_thread(fall_due, life.store, weekly, real_now())
    worker = await spawn("worker", life.folder, life.settings)
    if point.kind == "later":
        await begun("worker", worker)
    fuse.light(worker)
    doing = asyncio.ensure_future(life.done())
    killed_at = await _blown(fuse, worker, doing)
    doing.cancel()
    ended_at = await life.hasten(killed_at)
    async with running("worker", life.folder, life.settings):
        free_at = max(ended_at, real_now())
        await life.done()
    return judge(Expected(killed_at, free_at, planned=[*letters, *weekly]))


async def _write(life: Life, http: aiohttp.ClientSession, told: Callable[[], None]) -> list[str]:
    """Let everybody write at once; return what was acknowledged.

    Raises:
        TimeoutError: something never was, for as long as patience lasts.
    """
    async with asyncio.timeout(PATIENCE):
        return await asyncio.gather(
            *(
                write(http, f"UWRITER{number}", name, real_now, told)
                for number, name in enumerate(life.names("Ev", WRITERS))
            )
        )


async def _blown(fuse: Fuse, victim: Declic, doing: "asyncio.Future[Any]") -> datetime:
    """Wait for the kill; where everything is done before its point, kill then."""
    dead = asyncio.ensure_future(victim.process.wait())
    await asyncio.wait([dead, doing], return_when=asyncio.FIRST_COMPLETED)
    fuse.blow()
    await dead
    assert fuse.blown_at  # noqa: S101 - just above at the latest
    return fuse.blown_at


def _judge(life: Life) -> Callable[[Expected], Verdict]:
    """Begin a round; return what judges it."""
    after, before = last_row(life.engine), len(life.platform.ledger.calls)

    def judge(expected: Expected) -> Verdict:
        return audit(life.engine, after, life.platform.ledger.calls[before:], expected)

    return judge


@asynccontextmanager
async def _alive(url: str, folder: Path, lease: float) -> AsyncIterator[Life]:
    """Put up a world without a process."""
    await asyncio.to_thread(migrate.upgrade, url)
    lives: list[Life] = []

    def heed(call: Call) -> None:
        for life in lives:
            life.heed(call)

    platform = Platform(Manners(LATENCY), time.monotonic, heed=heed)
    store, engine = open_store(url, KEY), create_engine(parse(url), poolclass=NullPool)
    try:
        async with serving(platform) as address:
            settings = _settings(url, address)
            lives.append(Life(folder, lease, settings, platform, engine, store))
            yield lives[0]
    finally:
        store.close()
        engine.dispose()


def _settings(url: str, address: str) -> dict[str, str]:
    return {
        "DECLIC_DATABASE_URL": url,
        "DECLIC_SECRET_KEY": KEY,
        "SLACK_BOT_TOKEN": "xoxb-crash",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": f"{address}/api/",
    }


@asynccontextmanager
async def _survivor(life: Life) -> AsyncIterator[None]:
    """Run a worker that is never killed, and learn under which name it holds rows."""
    async with running("worker", life.folder, life.settings):
        await asyncio.to_thread(queue, life.store, life.names("first", 1), real_now())
        await life.done()
        life.survivors = names_of_leases(life.engine)
        yield
