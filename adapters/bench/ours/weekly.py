"""The whole weekly message: through the engine into the outbox, and out to a quiet platform."""

import argparse
import asyncio

from adapters.bench.measuring.gauge import Gauge, gauged, tell
from adapters.bench.people.population import KEY, filled
from adapters.bench.people.when import NOW
from adapters.bench.platform.quiet import QuietMessenger
from adapters.wiring import make_engine
from prompts.loader import load_library
from storage.lanes import share_interpreter
from storage.store import open_store


async def fire(url: str) -> Gauge:
    """Measure until everybody for whom something is due has a message."""
    store = open_store(url, KEY)
    quiet = QuietMessenger()
    engine = make_engine(store, load_library(), {"slack": quiet}, lambda: NOW)
    try:
        async with gauged() as gauge:
            await engine.loop.run_once()
            gauge.ops = quiet.posts
    finally:
        store.close()
    return gauge


def main() -> None:
    """Fill the database, measure, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    options = parser.parse_args()
    filled(options.database, options.people, options.people)
    share_interpreter()
    gauge = asyncio.run(fire(options.database))
    assert gauge.ops == options.people  # noqa: S101 - otherwise somebody heard nothing
    tell(gauge.measured())


if __name__ == "__main__":
    main()
