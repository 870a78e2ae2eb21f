"""Kills web or worker processes at points drawn by chance; see `adapters.bench.crash.driver`."""

import argparse
import asyncio
import resource
import secrets
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from adapters.bench.crash.audit import Verdict
from adapters.bench.crash.driver import killed
from adapters.bench.measuring.gauge import tell
from adapters.bench.scenario import Measured

SEEDS = 1_000_000


def measured(verdicts: Sequence[Verdict], wall_s: float, seed: int) -> Measured:
    """Sum up: the worst of each kill, and what was lost in all."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    facts = {
        "lost": sum(one.lost for one in verdicts),
        "repeats a kill": max(one.repeats for one in verdicts),
        "repeats in all": sum(one.repeats for one in verdicts),
        "beyond the lease, s": max(one.late_s for one in verdicts),
        "seed": seed,
    }
    return Measured(len(verdicts), wall_s, used.ru_utime + used.ru_stime, facts=facts)


def main() -> None:
    """Kill, judge, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--victim", choices=("web", "worker"), required=True)
    parser.add_argument("--kills", type=int, required=True)
    parser.add_argument("--seed", type=int, help="drawn if it is not given")
    parser.add_argument("--lease", type=float, default=3, help="seconds, instead of a minute")
    o = parser.parse_args()
    seed = secrets.randbelow(SEEDS) if o.seed is None else o.seed
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="declic-crash-") as folder:
        verdicts = asyncio.run(
            killed(o.database, o.victim, Path(folder), seed=seed, kills=o.kills, lease=o.lease)
        )
    tell(measured(verdicts, time.perf_counter() - began, seed))


if __name__ == "__main__":
    main()
