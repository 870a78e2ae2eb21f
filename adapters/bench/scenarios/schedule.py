"""Scheduling proper: due items of ours against one APScheduler job per person.

The bar against APScheduler measures scheduling proper: taking what is due and storing when it is
due next. The job itself does nothing on either side, and ours also queues a durable row of the
outbox, which the peer doesn't. What a message costs is not in it: that is the row `whole message`
beside it, through the engine into the outbox and out to a platform that takes everything at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.sizes import size_name
from adapters.bench.spread import cpu, ratios, wall

PEER = "apscheduler"
PEER_MOST = 10_000
"""More jobs would block its event loop for minutes."""

SCATTERED = 1000

WHOLE_QUICK, WHOLE_MOST = 1_000, 10_000
"""Whole messages take far longer than scheduling them."""


def cases(options: Options) -> Sequence[Case]:
    """Everything due, some of it, nothing; and the whole message beside it."""
    sizes = [size for size in options.sizes if not options.quick or size <= PEER_MOST]
    return [
        case
        for size in sizes
        for database in options.databases
        for case in _of(database, size, options)
    ]


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """What an item costs, how long the loop stood still, and what it takes of the peer's."""
    found: dict[str, Sequence[float]] = {"us an item": [wall(run) for run in ours]}
    if "idle" not in case.group and "start" not in case.group:
        found["block ms"] = [run.block_ms or 0 for run in ours]
    if peers:
        found |= {
            "share of apscheduler": ratios(ours, peers, wall),
            "cpu share of apscheduler": ratios(ours, peers, cpu),
            "apscheduler block ms": [run.block_ms or 0 for run in peers],
        }
    return found


def _of(database: str, size: int, options: Options) -> Iterator[Case]:
    wanted = not options.against or PEER in options.against
    other = _peer(database, size) if wanted and size <= PEER_MOST else None
    yield _case(database, "all due", size, size, peer=other)
    if size >= SCATTERED:
        yield _case(database, f"{size_name(SCATTERED)} due", size, SCATTERED)
    once = 1 if options.quick else None
    yield replace(_case(database, "idle", size, 0, "idle"), rounds=once)
    yield replace(_case(database, "start", size, 0, "start"), rounds=once)
    if size <= (WHOLE_QUICK if options.quick else WHOLE_MOST):
        yield _whole(database, size)


def _case(
    database: str, name: str, size: int, due: int, what: str = "fire", peer: Side | None = None
) -> Case:
    counts = ("--people", str(size), "--due", str(due), "--measure", what)
    ours = Side("ours", ("adapters.bench.ours.schedule", *_database(database), *counts))
    group = f"{database} {name}"
    return Case(f"{group} {size_name(size)}", ours, peer, n=size, group=group)


def _whole(database: str, size: int) -> Case:
    command = ("adapters.bench.ours.weekly", *_database(database), "--people", str(size))
    group = f"{database} whole message"
    return Case(f"{group} {size_name(size)}", Side("ours", command), n=size, group=group)


def _peer(database: str, size: int) -> Side:
    counts = ("--people", str(size), "--due", str(size))
    command = ("adapters.bench.peers.apscheduler_jobs", *_database(database), *counts)
    return Side(PEER, command, needs=("apscheduler",))


def _database(name: str) -> tuple[str, str]:
    return "--database", f"{{{name}}}"
