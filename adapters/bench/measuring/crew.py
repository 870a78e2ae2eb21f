"""Several processes of one kind that begin at the same time and are measured as one."""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack

import orjson

from adapters.bench.scenario import Measured
from bot.errors import BotError

READY = b"ready\n"


class Deserted(BotError):
    """One of the processes ended before the others."""


def crew(count: int, module: str, *words: str) -> Measured:
    """Start `python -m` a module several times, let all begin at once, and sum them up.

    Raises:
        Deserted: one of them failed.
    """
    command = [sys.executable, "-m", module, *words]
    with ExitStack() as stack:
        begun = [stack.enter_context(_started(command)) for _ in range(count)]
        for one in begun:
            if one.stdout is None or one.stdout.readline() != READY:
                _end(begun)
                raise Deserted(module)
        outs = [one.stdin for one in begun if one.stdin]
        for out in outs:
            out.write(b"go\n")
            out.flush()
        told = [one.communicate()[0] for one in begun]
    if any(one.returncode for one in begun):
        raise Deserted(module)
    return together([Measured(**orjson.loads(lines.splitlines()[-1])) for lines in told])


def together(runs: Sequence[Measured]) -> Measured:
    """Sum up what processes did at the same time."""
    facts = {name: sum(run.facts.get(name, 0) for run in runs) for name in runs[0].facts}
    return Measured(
        ops=sum(run.ops for run in runs),
        wall_s=max(run.wall_s for run in runs),
        cpu_s=sum(run.cpu_s for run in runs),
        rss_mb=max(run.rss_mb or 0 for run in runs),
        block_ms=max(run.block_ms or 0 for run in runs),
        facts=facts,
    )


def wait_for_all() -> None:
    """Say that this process is ready, and wait until all are; blocks."""
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    sys.stdin.buffer.readline()


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own modules


def _end(begun: Sequence[subprocess.Popen[bytes]]) -> None:
    for one in begun:
        one.kill()
