"""The next weekly moment in every zone: ours beside APScheduler's trigger."""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.spread import ratios, wall

EVERY_ZONE = "1000"
FEW_ZONES = "60"


def cases(options: Options) -> Sequence[Case]:
    """List the one comparison."""
    zones = FEW_ZONES if options.quick else EVERY_ZONE
    return (
        Case(
            "every zone",
            Side("ours", ("adapters.bench.ours.planning", zones)),
            Side("apscheduler", ("adapters.bench.peers.cron_trigger", zones)),
        ),
    )


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Compare the speed, and count the clock changes that each gets wrong."""
    del case
    return {
        "faster": ratios(peers, ours, wall),
        "wrong": [run.facts["wrong"] for run in ours],
        "peer wrong": [run.facts["wrong"] for run in peers],
        "changes": [run.facts["changes"] for run in ours],
    }
