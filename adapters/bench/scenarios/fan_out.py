"""Many people at once: a launch until it is durable, and a queue until it is sent."""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side
from adapters.bench.sizes import size_name
from adapters.bench.spread import rate, ratios

QUICK, LARGE = 1_000, 100_000
"""People of a campaign; a million are not invited at once."""

ROWS = 20_000
PEERS = {
    "procrastinate": ("adapters.bench.peers.procrastinate_tasks", 2_000),
    "pgqueuer": ("adapters.bench.peers.pgqueuer_jobs", ROWS),
}
"""Each with how many rows it is given. Procrastinate is slower with more, so it gets few."""

MODULES = {"procrastinate": ("procrastinate",), "pgqueuer": ("pgqueuer", "asyncpg")}


def cases(options: Options) -> Sequence[Case]:
    """Launch first, then dispatch beside each peer, at length also by two workers beside one."""
    return [
        *(_launch(database, size) for size in _sizes(options) for database in options.databases),
        *(_alone(database, options) for database in options.databases if database != "postgres"),
        *(_beside(peer, options) for peer in _peers(options) if "postgres" in options.databases),
        *([_two(options)] if "postgres" in options.databases and not options.quick else []),
    ]


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Tell how long a launch took; of a queue the rates, and how often the peer's."""
    if "launch" in case.group:
        return {name: _facts(ours, name) for name in ("answered_ms", "durable_s")}
    found: dict[str, Sequence[float]] = {
        "rows a second": [rate(run) for run in ours],
        "queued a second": _facts(ours, "enqueued_per_s"),
    }
    if case.peer and peers:
        times = "one worker" if case.group == "two workers" else case.peer.name
        found[f"times {times}"] = ratios(ours, peers, rate)
        found[f"{times}: rows a second"] = [rate(run) for run in peers]
        found[f"{times}: queued a second"] = _facts(peers, "enqueued_per_s")
    return found


def _sizes(options: Options) -> list[int]:
    most = QUICK if options.quick else LARGE
    return [size for size in options.sizes if size <= most] or [most]


def _peers(options: Options) -> list[str]:
    return [peer for peer in PEERS if not options.against or peer in options.against]


def _launch(database: str, size: int) -> Case:
    command = ("adapters.bench.ours.launch", *_database(database), "--people", str(size))
    group = f"{database} launch"
    return Case(f"{group} {size_name(size)}", Side("ours", command), n=size, group=group)


def _alone(database: str, options: Options) -> Case:
    return Case(f"{database} dispatch", _ours(database, _rows(options)))


def _beside(peer: str, options: Options) -> Case:
    module, rows = PEERS[peer]
    command = (module, *_database("postgres"), "--rows", str(min(rows, _rows(options))))
    other = Side(peer, command, MODULES[peer])
    return Case(f"postgres dispatch, {peer}", _ours("postgres", _rows(options)), other)


def _two(options: Options) -> Case:
    rows = _rows(options)
    ours, one = _ours("postgres", rows, workers=2), _ours("postgres", rows)
    return Case("postgres dispatch, two workers", ours, one, group="two workers")


def _rows(options: Options) -> int:
    return ROWS // 10 if options.quick else ROWS


def _ours(database: str, rows: int, workers: int = 1) -> Side:
    words = ("--rows", str(rows), "--workers", str(workers))
    name = "ours" if workers == 1 else f"ours, {workers} workers"
    return Side(name, ("adapters.bench.ours.dispatch", *_database(database), *words))


def _facts(runs: Sequence[Measured], name: str) -> list[float]:
    return [run.facts[name] for run in runs]


def _database(name: str) -> tuple[str, str]:
    return "--database", f"{{{name}}}"
