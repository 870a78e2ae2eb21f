"""Measures a queue: filled first, then drained by workers that begin at the same time."""

import argparse
import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from adapters.bench.measuring.crew import crew
from adapters.bench.measuring.gauge import Gauge, tell

Fill = Callable[[str, int], Coroutine[Any, Any, float]]
"""Makes the tables at a URL and queues so many rows; tells the seconds that queueing took."""

Drain = Callable[[str], Coroutine[Any, Any, Gauge]]
"""Waits for all workers, then takes rows until none is left, and counts those it did."""


def main(module: str, fill: Fill, drain: Drain) -> None:
    """Fill the queue, let workers drain it, each `python -m` the module; tell."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--worker", action="store_true", help="be one of them")
    options = parser.parse_args()
    if options.worker:
        tell(asyncio.run(drain(options.database)).measured())
        return
    seconds = asyncio.run(fill(options.database, options.rows))
    words = ("--database", options.database, "--rows", str(options.rows), "--worker")
    run = crew(options.workers, module, *words)
    assert run.ops == options.rows  # noqa: S101 - otherwise rows were lost or done twice
    tell(replace(run, facts={"enqueued_per_s": options.rows / seconds}))
