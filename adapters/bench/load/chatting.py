"""Measures a program that answers in Teams: `python -m adapters.bench.load.chatting PROGRAM`.

A turn counts when its reply has arrived. Everybody of a crowd writes once.
"""

import argparse
import asyncio
import itertools
from dataclasses import replace
from time import perf_counter

from adapters.bench.load.activities import in_teams, messages
from adapters.bench.load.connections import put
from adapters.bench.load.crowd import gather
from adapters.bench.load.pressing import joined
from adapters.bench.measuring.gauge import tell
from adapters.bench.measuring.present import real_now
from adapters.bench.measuring.serving import LOAD, pin, platform, served
from adapters.bench.scenario import Measured

WARM, WARM_SECONDS = 64, 15


async def chatted(given: argparse.Namespace) -> Measured:
    """Start a program, let the crowd write, and return what came of it."""
    async with platform() as api:
        crowd = gather(given.database, given.people, real_now(), in_teams(api.url))
        words = ("--database", given.database, "--api", api.url)
        async with served(given.program, *words) as server:
            token = (await server.asked("/token")).decode() if given.token else ""
            requests = messages((name for name, *_ in crowd), api.url, token)
            first = itertools.islice(requests, WARM)
            warm = await put(server.port, first, connections=8, seconds=WARM_SECONDS)
            before = await api.until_said(len(warm.milliseconds()))
            await server.begin()
            load = await put(
                server.port, requests, connections=given.connections, seconds=given.seconds
            )
            began = perf_counter()
            replies = await api.until_said(before + len(load.milliseconds())) - before
            load.wall_s += perf_counter() - began
            return replace(joined(await server.end(), load), ops=replies)


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--token", action="store_true", help="ask the program for a token")
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=5)
    pin(0, LOAD)
    tell(asyncio.run(chatted(parser.parse_args())))


if __name__ == "__main__":
    main()
