"""Measures a program that takes whole turns: `python -m adapters.bench.load.turning PROGRAM`.

Everybody of a crowd presses once, so that each press is a fresh turn: the event's key, the
person, the message, the session and its answers are read; the answer, the session, the next
question and two things to send are written and committed before the acknowledgement.
"""

import argparse
import asyncio
import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from adapters.bench.load.clicks import Button, presses, told
from adapters.bench.load.connections import Load, milliseconds, put, share
from adapters.bench.load.crowd import gather, in_slack, pressed_by
from adapters.bench.load.pressing import joined
from adapters.bench.measuring.gauge import tell
from adapters.bench.measuring.present import real_now
from adapters.bench.measuring.serving import LOAD, pin, platform, served
from adapters.bench.scenario import Measured

WARM = 200
"""Presses before what is measured."""

WARM_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Pressing:
    """How a crowd presses.

    Attributes:
        sends: what a turn wants said is sent, too, and counts.
    """

    crowd: Sequence[Button]
    connections: int
    seconds: float
    sends: bool = False


async def turned(program: str, url: str, pressing: Pressing) -> Measured:
    """Start a program on a filled database, let the crowd press, and return what came of it."""
    words = ("--database", url, *(("--sends",) if pressing.sends else ()))
    async with platform() as api:
        async with served(program, *words, "--api", api.url) as server:
            # Written beforehand: a thousand signatures would take time from reading answers.
            requests = iter([*presses(pressing.crowd, int(real_now().timestamp()), api.url)])
            first = itertools.islice(requests, WARM)
            warm = await put(server.port, first, connections=8, seconds=WARM_SECONDS)
            said = await api.until_said(len(warm.answers)) if pressing.sends else 0
            await server.begin()
            load = await put(
                server.port,
                requests,
                connections=pressing.connections,
                seconds=pressing.seconds,
            )
            if pressing.sends:
                began = perf_counter()
                await api.until_said(said + len(load.milliseconds()))
                load.wall_s += perf_counter() - began
            gauged = await server.end()
        again = told(await api.calls())
        return _counted(joined(gauged, load), url, (load, warm), again)


def _counted(
    measured: Measured, url: str, loads: Iterable[Load], again: Collection[str]
) -> Measured:
    """Tell what was accepted from what was refused, and count what was accepted and is lost.

    Refused is also who was acknowledged and told to press `again`.
    """
    every = [answer for load in loads for answer in load.answers]
    taken = [answer for answer in every if answer.accepted and answer.key not in again]
    refused = [answer for answer in every if not answer.accepted or answer.key in again]
    lost = {answer.key for answer in taken} - pressed_by(url)
    facts = {
        "lost": float(len(lost)),
        "refused": float(len(refused)),
        "refused ms": max(milliseconds(refused), default=0),
        "refused p50 ms": share(milliseconds(refused), 0.5) or 0,
        "accepted ms": max(milliseconds(taken), default=0),
    }
    return replace(measured, facts={**measured.facts, **facts})


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--sends", action="store_true")
    given = parser.parse_args()
    pin(0, LOAD)
    crowd = gather(given.database, given.people, real_now(), in_slack())
    pressing = Pressing(crowd, given.connections, given.seconds, given.sends)
    tell(asyncio.run(turned(given.program, given.database, pressing)))


if __name__ == "__main__":
    main()
