"""SIGKILL at points drawn by chance: what is lost, what comes twice, how long it takes."""

from collections.abc import Mapping, Sequence

from adapters.bench.scenario import Case, Measured, Options, Side

KILLS, QUICK = 4, 1
"""Of one run. The points of each are others, so the five rounds of a full run have twenty."""

VICTIMS = ("web", "worker")


def cases(options: Options) -> Sequence[Case]:
    """Kill each kind of process over each database."""
    kills, rounds = (QUICK, 1) if options.quick else (KILLS, None)
    return [
        _case(database, victim, kills, rounds)
        for database in options.databases
        for victim in VICTIMS
    ]


def figures(
    case: Case, ours: Sequence[Measured], peers: Sequence[Measured]
) -> Mapping[str, Sequence[float]]:
    """Tell the worst of the kills."""
    del case, peers
    return {name: [run.facts[name] for run in ours] for name in ours[0].facts if name != "seed"}


def _case(database: str, victim: str, kills: int, rounds: int | None) -> Case:
    words = ("--victim", victim, "--kills", str(kills))
    command = ("adapters.bench.ours.crashes", "--database", f"{{{database}}}", *words)
    return Case(f"{database} {victim}", Side("ours", command), rounds=rounds)
