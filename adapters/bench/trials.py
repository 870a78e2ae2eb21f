"""Trials: both sides of every case in turn, A B A B, and what came of them."""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from adapters.bench.databases import Databases
from adapters.bench.goals import Figures
from adapters.bench.running import SideFailed, missing, run, wanted
from adapters.bench.scenario import Case, Measured, Options, Scenario, Side
from adapters.bench.spread import growth, spread
from adapters.bench.watching import Watch

INSTALL = "pip install -r requirements-bench.txt"

_FEWER = ((1_000_000, 1), (100_000, 2))
_FEWER_QUICKLY = ((10_000, 1),)
"""From which size on a case runs at most how often."""

RunSide = Callable[[Side], Measured]


@dataclass(frozen=True, slots=True)
class Trial:
    """A case with the runs of both sides, one of each a round.

    Attributes:
        figures: what the goals speak of, one value a round.
        trouble: why there are no figures; empty if there are.
    """

    scenario: str
    case: Case
    ours: Sequence[Measured] = ()
    peers: Sequence[Measured] = ()
    figures: Mapping[str, Sequence[float]] | None = None
    trouble: str = ""


def sides(case: Case) -> list[Side]:
    """Return ours, and the peer if there is one."""
    return [case.ours, case.peer] if case.peer else [case.ours]


def rounds_of(case: Case, rounds: int, *, quick: bool) -> int:
    """Return how often a case runs: large ones seldom, for they take minutes and vary little."""
    bounds = _FEWER_QUICKLY if quick else _FEWER
    fewer = (most for size, most in bounds if (case.n or 0) >= size)
    return min(rounds, case.rounds or rounds, next(fewer, rounds))


def picked(scenario: Scenario, options: Options) -> list[Case]:
    """Return the cases that are wanted: against these peers, if some are named."""
    cases = scenario.cases(options)
    against = options.against
    return [c for c in cases if not (against and c.peer and c.peer.name not in against)]


def on_databases(databases: Databases) -> RunSide:
    """Return what runs a side, with the databases that it needs, in a folder of its own."""

    def run_side(side: Side) -> Measured:
        with tempfile.TemporaryDirectory(prefix="declic-bench-") as name:
            folder = Path(name)
            with databases.fresh(wanted([side]), folder) as urls:
                return run(side, urls, folder)

    return run_side


def tried(
    name: str, scenario: Scenario, case: Case, rounds: int, run_side: RunSide, watch: Watch
) -> Trial:
    """Run both sides of a case in turn and work its figures out; a failure is noted."""
    if gone := [m for side in sides(case) for m in missing(side)]:
        watch.note(f"{name} {case.name}: left out without {', '.join(gone)}; {INSTALL}")
        return Trial(name, case, trouble=f"not installed: {', '.join(gone)}")
    watch.begins(f"{name} {case.name}")
    ours: list[Measured] = []
    peers: list[Measured] = []
    try:
        for _ in range(rounds):
            for side, runs in zip(sides(case), (ours, peers), strict=False):
                runs.append(run_side(side))
                watch.ran()
        figures = scenario.figures(case, ours, peers)
    except SideFailed as error:
        watch.note(f"{name} {case.name}: failed. {error}")
        return Trial(name, case, ours, peers, trouble=f"failed: {error}")
    return Trial(name, case, ours, peers, figures)


def summed(trials: Iterable[Trial]) -> dict[str, Figures]:
    """Return the figures of every scenario, by case and group."""
    found: dict[str, dict[str, dict[str, Sequence[float]]]] = defaultdict(dict)
    curves: dict[tuple[str, str], dict[int, Sequence[Measured]]] = defaultdict(dict)
    for trial in trials:
        of = found[trial.scenario]
        if trial.figures is None:
            continue
        of[trial.case.name] = dict(trial.figures)
        if trial.case.group and trial.case.n:
            curves[trial.scenario, trial.case.group][trial.case.n] = trial.ours
    for (scenario, group), curve in curves.items():
        found[scenario].setdefault(group, {}).update(growth(curve))
    return {
        scenario: {
            case: {name: spread(values) for name, values in figures.items() if values}
            for case, figures in cases.items()
        }
        for scenario, cases in found.items()
    }
