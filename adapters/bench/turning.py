"""Measures a program that takes whole turns: `python -m adapters.bench.turning PROGRAM`.

Everybody of a crowd presses once, so that each press is a fresh turn: the event's key, the
person, the message, the session and its answers are read; the answer, the session, the next
question and two things to send are written and committed before the acknowledgement.
"""

import argparse
import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import replace

from adapters.bench.clicks import Button, presses
from adapters.bench.crowd import gather, pressed_by
from adapters.bench.gauge import tell
from adapters.bench.load import Load, put
from adapters.bench.present import real_now
from adapters.bench.pressing import joined
from adapters.bench.scenario import Measured
from adapters.bench.serving import LOAD, pin, platform, served

WARM = 200
"""Presses before what is measured."""

WARM_SECONDS = 10


async def turned(
    program: str, url: str, crowd: Sequence[Button], *, connections: int, seconds: float
) -> Measured:
    """Start a program on a filled database, let the crowd press, and return what came of it."""
    async with platform() as api:
        async with served(program, "--database", url, "--api", api) as server:
            requests = presses(crowd, int(real_now().timestamp()))
            first = itertools.islice(requests, WARM)
            warm = await put(server.port, first, connections=8, seconds=WARM_SECONDS)
            await server.begin()
            load = await put(server.port, requests, connections=connections, seconds=seconds)
            gauged = await server.end()
        return _counted(joined(gauged, load), url, load, warm)


def _counted(measured: Measured, url: str, load: Load, warm: Load) -> Measured:
    """Add how the slowest fared, and how many were acknowledged but are not in the database."""
    every = [answer for one in (load, warm) for answer in one.answers]
    acknowledged = {answer.key for answer in every if answer.status == 200}  # noqa: PLR2004
    lost = len(acknowledged - pressed_by(url))
    refused = load.milliseconds(accepted=False)
    more = {"lost": float(lost), "refused ms": refused[-1] if refused else 0.0}
    return replace(measured, facts={**measured.facts, **more})


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    pin(0, LOAD)
    crowd = gather(given.database, given.people, real_now())
    turning = turned(
        given.program,
        given.database,
        crowd,
        connections=given.connections,
        seconds=given.seconds,
    )
    tell(asyncio.run(turning))


if __name__ == "__main__":
    main()
