"""A whole turn over HTTP, from a signed press to what is committed and acknowledged.

The peer is Bolt with an asynchronous ORM that reads and writes the same rows. Sending is left
out on both sides: it is a worker's. In the overload, a thousand are in flight all the time, and
who is refused comes again after half a second.
"""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import cpu, rate, ratios

CONNECTIONS, OVERLOAD = 64, 1000

_OVERLOAD = "overload"
_DRIVERS = {"sqlite": "aiosqlite", "postgres": "asyncpg"}


def cases(options: Options) -> Sequence[Case]:
    """List them: both databases, then both again under too much load."""
    return (
        *(_beside_bolt(name, quick=options.quick) for name in options.databases),
        *(_overloaded(name, quick=options.quick) for name in options.databases),
    )


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Compare turns, processor and slowness; under too much load, look at ours alone."""
    if case.name.endswith(_OVERLOAD):
        return {
            "accepted ms": [run.max_ms or 0 for run in ours],
            "refused ms": [run.facts["refused ms"] for run in ours],
            "refused": [run.facts["refused"] for run in ours],
            "lost": [run.facts["lost"] for run in ours],
        }
    return {
        "turns": ratios(ours, peers, rate),
        "cpu": ratios(ours, peers, cpu),
        "p50": ratios(ours, peers, lambda run: run.p50_ms or 0),
        "p99": ratios(ours, peers, lambda run: run.p99_ms or 0),
        "lost": [run.facts["lost"] for run in ours],
    }


def _beside_bolt(name: str, *, quick: bool) -> Case:
    people, seconds = (4_000, 3) if quick else (15_000, 6)
    return Case(
        name,
        _side("declic", "adapters.bench.ours.turn", name, people, CONNECTIONS, seconds),
        _side(
            "bolt-orm",
            "adapters.bench.peers.bolt_orm",
            name,
            people,
            CONNECTIONS,
            seconds,
            needs=(_DRIVERS[name], "greenlet"),
        ),
    )


def _overloaded(name: str, *, quick: bool) -> Case:
    people, seconds = (8_000, 3) if quick else (20_000, 6)
    program = "adapters.bench.ours.turn"
    return Case(f"{name} {_OVERLOAD}", _side("declic", program, name, people, OVERLOAD, seconds))


def _side(
    name: str,
    program: str,
    database: str,
    people: int,
    connections: int,
    seconds: int,
    needs: Sequence[str] = (),
) -> Side:
    words = ("--database", f"{{{database}}}", "--people", f"{people}")
    load = ("--connections", f"{connections}", "--seconds", f"{seconds}")
    return Side(name, ("adapters.bench.turning", program, *words, *load), needs)
