"""Several workers on one database who share the limits of tenants of Teams.

The platform refuses nothing: it counts, on its own clock, what came in any one second.
"""

import argparse
import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.bench.measuring.gauge import peak_mb, tell
from adapters.bench.measuring.processes import running
from adapters.bench.people.letters import post
from adapters.bench.people.population import KEY
from adapters.bench.platform.fake import Fake, fake
from adapters.bench.scenario import Measured
from adapters.wiring import real_now
from bot.events import Address
from storage import migrate
from storage.store import open_store

PATIENCE = 120
"""Seconds beyond which rows are taken for lost."""

LOOK = 0.2


@dataclass(frozen=True, slots=True)
class Rush:
    """What is to be sent: by how many workers, to how many tenants, and how much to each."""

    workers: int
    tenants: int
    rows: int

    @property
    def all(self) -> int:
        """All rows."""
        return self.tenants * self.rows


async def measure(url: str, rush: Rush, platform: Fake, folder: Path) -> dict[str, Any]:
    """Let the workers send everything; return the platform's figures."""
    settings = {
        "DECLIC_DATABASE_URL": url,
        "DECLIC_SECRET_KEY": KEY,
        "TEAMS_ALLOW_ANONYMOUS": "true",
        "HOST": "127.0.0.1",
    }
    async with AsyncExitStack() as stack:
        starting = [running("worker", folder, settings) for _ in range(rush.workers)]
        await asyncio.gather(*map(stack.enter_async_context, starting))
        await asyncio.to_thread(_queue, url, rush, platform)
        return await _sent(rush, platform)


async def _sent(rush: Rush, platform: Fake) -> dict[str, Any]:
    """Wait until everything has come, and a little more for what comes twice."""
    latest = time.monotonic() + PATIENCE
    while platform.sum()["messages"] < rush.all and time.monotonic() < latest:  # noqa: ASYNC110 - another process's count
        await asyncio.sleep(LOOK)
    await asyncio.sleep(2 * LOOK)
    return platform.sum()


def utilisation(sums: dict[str, Any], rush: Rush, limit: int) -> float:
    """Return the percentage of all tenants' limits that was used, from first to last."""
    lasted = sums["last_at"] - sums["first_at"]
    sent = int(sums["messages"]) - rush.tenants
    return 100 * sent / float(lasted) / (limit * rush.tenants)


def _queue(url: str, rush: Rush, platform: Fake) -> None:
    store = open_store(url, KEY)

    def address_of(name: str) -> Address:
        tenant = f"tenant{int(name[1:]) % rush.tenants}"
        return {
            "platform": "teams",
            "service_url": f"{platform.url}/{tenant}",
            "tenant_id": tenant,
            "user_id": f"29:{name}",
            "bot_id": "28:bot",
            "conversation_id": f"a:{name}",
        }

    try:
        post(store, (f"p{number}" for number in range(rush.all)), address_of, real_now())
    finally:
        store.close()


def measured(sums: dict[str, Any], rush: Rush, limit: int) -> Measured:
    """Say it as a side does; the workers' own processor time is not known."""
    facts = {
        "most in a second": max(sums["fullest"]["tenant"].values()),
        "of the limit, %": utilisation(sums, rush, limit),
        "duplicates": sums["duplicates"],
        "lost": max(rush.all - sums["messages"] + sums["duplicates"], 0),
    }
    lasted = sums["last_at"] - sums["first_at"]
    return Measured(sums["messages"], lasted, 0, rss_mb=peak_mb(), facts=facts)


def main() -> None:
    """Queue, let workers send, tell what the platform saw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--tenants", type=int, default=1)
    parser.add_argument("--rows", type=int, required=True, help="for each tenant")
    parser.add_argument("--limit", type=int, default=50, help="of a tenant, in a second")
    options = parser.parse_args()
    migrate.upgrade(options.database)
    rush = Rush(options.workers, options.tenants, options.rows)
    with fake() as platform, tempfile.TemporaryDirectory() as folder:
        sums = asyncio.run(measure(options.database, rush, platform, Path(folder)))
    tell(measured(sums, rush, options.limit))


if __name__ == "__main__":
    main()
