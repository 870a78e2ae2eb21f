"""A message in Teams comes in, a reply goes out: ours beside CloudAdapter's echo.

Ours verifies a signed token, and writes and commits a whole turn on SQLite before it
acknowledges; the echo does neither. On both sides the reply goes to the same fake Connector.
"""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import cpu, rate, ratios

CONNECTIONS = 64

_DRIVER = "adapters.bench.load.chatting"


def cases(options: Options) -> Sequence[Case]:
    """List the one comparison."""
    people, seconds = (3_000, 3) if options.quick else (10_000, 6)
    words = (
        *("--database", "{sqlite}", "--people", f"{people}"),
        *("--connections", f"{CONNECTIONS}", "--seconds", f"{seconds}"),
    )
    echo = "adapters.bench.peers.cloud_adapter"
    return (
        Case(
            "message and reply",
            Side("ours", (_DRIVER, "adapters.bench.ours.teams", *words, "--token")),
            Side("cloud_adapter", (_DRIVER, echo, *words), ("botbuilder.integration.aiohttp",)),
        ),
    )


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Compare turns that got their reply, and the processor that they cost."""
    del case
    return {"turns": ratios(ours, peers, rate), "cpu": ratios(ours, peers, cpu)}
