"""Four workers, one database, and the limit of a tenant: never over it, and most of it used."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from adapters.bench.scenario import Case, Measured, Options, Side

WORKERS = 4
SECONDS, QUICK = 10, 3
LIMIT = 50
"""Teams takes so many calls of an app a second, in each tenant."""

MANY, EACH = 20, 2
"""So many tenants, and seconds' worth of rows for each: machines, not limits, may be the bound."""


def cases(options: Options) -> Sequence[Case]:
    """One tenant shared by all workers, then many."""
    if "postgres" not in options.databases:
        return []  # several processes share PostgreSQL only
    if options.quick:
        return [replace(_case("one tenant", 1, QUICK), rounds=1)]
    return [_case("one tenant", 1, SECONDS), _many()]


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """What the platform saw, on its own clock."""
    del case, peers
    return {name: [run.facts[name] for run in ours] for name in ours[0].facts}


def _many() -> Case:
    return _case(f"{MANY} tenants", MANY, EACH)


def _case(name: str, tenants: int, seconds: int) -> Case:
    rows = ("--rows", str(LIMIT * seconds), "--limit", str(LIMIT))
    crowd = ("--workers", str(WORKERS), "--tenants", str(tenants))
    command = ("adapters.bench.ours.rate", "--database", "{postgres}", *crowd, *rows)
    return Case(name, Side("ours", command))
