"""Presses in Slack come in: our front beside Bolt's own, no database behind either."""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import cpu, rate, ratios

CONNECTIONS = 64
LISTENERS = 200

_DRIVER = "adapters.bench.load.pressing"
_FRONT = "adapters.bench.ours.front"
_BOLT = ("adapters.bench.peers.bolt", "--api", "{api}")


def cases(options: Options) -> Sequence[Case]:
    """List them: many connections, one alone, and many buttons."""
    seconds = "1" if options.quick else "4"
    return (
        Case(
            f"{CONNECTIONS} connections",
            _side("ours", CONNECTIONS, seconds, _FRONT),
            _side("bolt", CONNECTIONS, seconds, *_BOLT),
        ),
        Case(
            "one connection",
            _side("ours", 1, seconds, _FRONT),
            _side("aiohttp", 1, seconds, "adapters.bench.peers.hello"),
        ),
        Case(
            f"{LISTENERS} actions",
            _side("ours", CONNECTIONS, seconds, _FRONT),
            _side("bolt", CONNECTIONS, seconds, *_BOLT, "--listeners", str(LISTENERS)),
        ),
    )


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Compare events and processor; on one connection, how much longer an answer takes."""
    found = {"events": ratios(ours, peers, rate), "cpu": ratios(ours, peers, cpu)}
    if case.name == "one connection":
        found["slower by ms"] = [
            (mine.p50_ms or 0) - (floor.p50_ms or 0)
            for mine, floor in zip(ours, peers, strict=True)
        ]
    return found


def _side(name: str, connections: int, seconds: str, *program: str) -> Side:
    load = ("--connections", str(connections), "--seconds", seconds)
    return Side(name, (_DRIVER, *program, *load))
