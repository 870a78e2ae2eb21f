"""Measures a program that takes presses: `python -m adapters.bench.load.pressing PROGRAM`.

The program runs on one core, this and the fake platform on the other.
"""

import argparse
import asyncio
from dataclasses import replace

from adapters.bench.load.clicks import everybody, presses
from adapters.bench.load.connections import Load, put, share
from adapters.bench.measuring.gauge import tell
from adapters.bench.measuring.present import real_now
from adapters.bench.measuring.serving import LOAD, pin, platform, served
from adapters.bench.scenario import Measured

WARM = 0.3
"""Seconds before what is measured: modules are imported, connections are made."""


async def pressed(program: str, words: list[str], *, connections: int, seconds: float) -> Measured:
    """Start a program, press for some seconds, and return what came of it."""
    async with (
        platform() as api,
        served(program, *(w.format(api=api.url) for w in words)) as server,
    ):
        requests = presses(everybody(), int(real_now().timestamp()), api.url)
        await put(server.port, requests, connections=connections, seconds=WARM)
        await server.begin()
        load = await put(server.port, requests, connections=connections, seconds=seconds)
        return joined(await server.end(), load)


def joined(gauged: Measured, load: Load) -> Measured:
    """Add to what a server gauged how its clients fared."""
    times = load.milliseconds()
    return replace(
        gauged,
        ops=len(times),
        wall_s=load.wall_s,
        p50_ms=share(times, 0.5),
        p99_ms=share(times, 0.99),
        max_ms=share(times, 1),
        facts={**gauged.facts, "refused": float(len(load.answers) - len(times))},
    )


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=3)
    options, words = parser.parse_known_args()
    pin(0, LOAD)
    tell(
        asyncio.run(
            pressed(
                options.program, words, connections=options.connections, seconds=options.seconds
            )
        )
    )


if __name__ == "__main__":
    main()
