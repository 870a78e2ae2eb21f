"""The live application of ours, whole: Slack's door, the engine, the store.

Without `--sends` nothing of what a turn wants said is sent by this process: with workers beside
it, that is their work.
"""

import argparse
import asyncio

from adapters.bench.measuring.serving import serve
from adapters.bench.ours.live import settings
from adapters.wiring import live
from scheduler.dispatch import Dispatcher


async def main() -> None:
    """Serve."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--api", required=True, help="the address of Slack's API")
    parser.add_argument("--sends", action="store_true")
    options = parser.parse_args()
    if not options.sends:
        setattr(Dispatcher, "flush", _left_to_a_worker)  # noqa: B010 - not a type's business
    chosen = settings(options.database, options.api)
    async with live(chosen, web_too=True, worker_too=options.sends) as application:
        await serve(application)


async def _left_to_a_worker(_: Dispatcher, coachee_id: str) -> int:
    del coachee_id
    return 0


if __name__ == "__main__":
    asyncio.run(main())
