"""A whole turn over HTTP, from a signed press to what is committed and acknowledged.

The peer is Bolt with an asynchronous ORM that reads and writes the same rows. Sending is left
out on both sides: it is a worker's. The cases with sending count a turn when its messages have
arrived, ours by the process that took it, the peer's by the SDK's client.

In the overload a thousand are in flight all the time, and who is refused comes again after half
a second.
"""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import cpu, rate, ratios

CONNECTIONS, OVERLOAD = 64, 1000

_OVERLOAD = "overload"
_DRIVER, _OURS = "adapters.bench.load.turning", "adapters.bench.ours.turn"
_SENDS = ("--sends",)
_DRIVERS = {"sqlite": "aiosqlite", "postgres": "asyncpg"}


def cases(options: Options) -> Sequence[Case]:
    """List them: turns alone, turns with what they want said, and too many of them."""
    quick = options.quick
    return (
        *(_beside_bolt(name, quick=quick) for name in options.databases),
        *(_overloaded(name, quick=quick) for name in options.databases),
        *(_beside_bolt(name, sends=True) for name in options.databases if not quick),
    )


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Compare turns, processor and slowness; under too much load, look at ours alone."""
    if case.name.endswith(_OVERLOAD):
        names = ("accepted ms", "refused ms", "refused p50 ms", "refused", "lost")
        return {name: [run.facts[name] for run in ours] for name in names}
    return {
        "turns": ratios(ours, peers, rate),
        "cpu": ratios(ours, peers, cpu),
        "p50": ratios(ours, peers, lambda run: run.p50_ms or 0),
        "p99": ratios(ours, peers, lambda run: run.p99_ms or 0),
        "lost": [run.facts["lost"] for run in ours],
    }


def _beside_bolt(name: str, *, quick: bool = False, sends: bool = False) -> Case:
    words = (*_words(name, *((4_000, 3) if quick else (15_000, 6))), *(_SENDS if sends else ()))
    load = ("--connections", f"{CONNECTIONS}")
    needs = (_DRIVERS[name], "greenlet")
    return Case(
        f"{name} and sending" if sends else name,
        Side("ours", (_DRIVER, _OURS, *words, *load)),
        Side("bolt_orm", (_DRIVER, "adapters.bench.peers.bolt_orm", *words, *load), needs),
    )


def _overloaded(name: str, *, quick: bool) -> Case:
    words = _words(name, *((8_000, 3) if quick else (20_000, 6)))
    load = ("--connections", f"{OVERLOAD}")
    return Case(f"{name} {_OVERLOAD}", Side("ours", (_DRIVER, _OURS, *words, *load)))


def _words(database: str, people: int, seconds: int) -> Sequence[str]:
    url = f"{{{database}}}"
    return ("--database", url, "--people", f"{people}", "--seconds", f"{seconds}")
