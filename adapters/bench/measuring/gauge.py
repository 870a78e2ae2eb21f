"""Measures the process that it runs in: wall, processor, memory, and a loop that stands still."""

import asyncio
import resource
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from adapters.bench.scenario import Measured

BEAT = 0.005
"""Seconds between looks at whether the event loop still turns."""


@dataclass(slots=True)
class Gauge:
    """Fills while something is measured: `ops` and `times` (seconds) are the caller's to add."""

    ops: int = 0
    times: list[float] = field(default_factory=list)
    facts: dict[str, float] = field(default_factory=dict)
    wall_s: float = 0
    cpu_s: float = 0
    block_s: float = 0

    def measured(self) -> Measured:
        """Sum it up."""
        ordered = sorted(self.times)
        return Measured(
            ops=self.ops,
            wall_s=self.wall_s,
            cpu_s=self.cpu_s,
            p50_ms=_ms(ordered, 0.5),
            p99_ms=_ms(ordered, 0.99),
            max_ms=_ms(ordered, 1),
            rss_mb=peak_mb(),
            block_ms=self.block_s * 1000,
            facts=self.facts,
        )


@asynccontextmanager
async def gauged() -> AsyncIterator[Gauge]:
    """Measure what happens inside the block."""
    gauge = Gauge()
    beating = asyncio.create_task(_beat(gauge))
    await asyncio.sleep(0)
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        yield gauge
        await asyncio.sleep(0)  # so that a block at the very end is seen
    finally:
        gauge.wall_s = time.perf_counter() - wall
        gauge.cpu_s = time.process_time() - cpu
        await asyncio.sleep(2 * BEAT)
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating


def peak_mb() -> float:
    """Return the most megabytes that this process held since it was started."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


def tell(measured: Measured) -> None:
    """Print the one line that a side owes."""
    sys.stdout.buffer.write(orjson.dumps(measured) + b"\n")
    sys.stdout.buffer.flush()


def _ms(ordered: Sequence[float], share: float) -> float | None:
    if not ordered:
        return None
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] * 1000


async def _beat(gauge: Gauge) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(BEAT)
        gauge.block_s = max(gauge.block_s, time.perf_counter() - began - BEAT)
