"""`declic bench`: measure the scenarios asked for, show what came of it, hold it to the goals."""

import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext

from rich.console import Console

from adapters.bench import goals as bars
from adapters.bench import machine, registry, report
from adapters.bench.asked import DATABASES, SIZES, Asked
from adapters.bench.chart import draw
from adapters.bench.databases import Databases, NoServer, databases, startable
from adapters.bench.running import wanted
from adapters.bench.scenario import Case, Options, Scenario
from adapters.bench.trials import Trial, on_databases, picked, rounds_of, sides, summed, tried
from adapters.bench.watching import watching

WIDE = 140
"""Columns of what is not written to a terminal."""

Cases = Sequence[tuple[str, Case]]


def measure(asked: Asked, console: Console | None = None) -> bool:
    """Measure, and return whether every goal that was measured is met.

    Raises:
        NoScenario: a scenario is unknown.
        NoServer: PostgreSQL was asked for, and there is none.
        GoalsError: the goals speak of what does not exist.
    """
    console = console or _terminal()
    scenarios = {name: registry.scenario(name) for name in registry.chosen(asked.scenarios)}
    goals = bars.load()
    bars.refuse_unknown(goals, registry.NAMES, _known(scenarios))
    options = asked.options(postgres=_has_postgres(asked, console))
    cases = [(name, case) for name, s in scenarios.items() for case in picked(s, options)]
    with _interruptible(), _opened(asked, cases) as opened:
        found = _described(opened)
        trials = _tried(scenarios, cases, asked, opened, console)
    sums = summed(trials)
    report.show(console, found, trials, sums)
    judged = bars.judge(goals, sums, failed=_failed(trials))
    if asked.json:
        asked.json.write_bytes(report.as_json(found, asked.all_rounds, trials, sums, judged))
    if asked.chart:
        draw(judged, found, asked.chart)
    if asked.check:
        report.show_goals(console, judged)
    return all(one.state != "missed" for one in judged)


def _terminal() -> Console:
    """Write as wide as the terminal is; into a file, as wide as the tables are."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDE)


def _has_postgres(asked: Asked, console: Console) -> bool:
    """Tell whether to measure on PostgreSQL; what is not there is left out unless asked for."""
    if not asked.postgres:
        return False
    if asked.url or startable():
        return True
    if asked.db:
        raise NoServer(NoServer.told_how)
    console.print(f"left out: {NoServer.told_how}", markup=False, highlight=False)
    return False


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let a time-out's SIGTERM do what Ctrl-C does: end what runs and drop its databases."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _opened(asked: Asked, cases: Cases) -> AbstractContextManager[Databases]:
    """Open PostgreSQL if anything is to be measured on it."""
    if "postgres" in wanted([side for _, case in cases for side in sides(case)]):
        return databases(asked.url, asked.slow_commit_ms)
    return nullcontext(Databases())


def _described(opened: Databases) -> machine.Machine:
    if opened.server is None:
        return machine.describe()
    return machine.describe(opened.version(), opened.commit_ms())


def _tried(
    scenarios: Mapping[str, Scenario],
    cases: Cases,
    asked: Asked,
    opened: Databases,
    console: Console,
) -> list[Trial]:
    run_side = on_databases(opened)
    often = [rounds_of(case, asked.all_rounds, quick=asked.quick) for _, case in cases]
    runs = sum(len(sides(case)) * n for (_, case), n in zip(cases, often, strict=True))
    with watching(console, runs) as watch:
        return [
            tried(name, scenarios[name], case, n, run_side, watch)
            for (name, case), n in zip(cases, often, strict=True)
        ]


def _known(scenarios: Mapping[str, Scenario]) -> dict[str, set[str]]:
    """Name all cases and groups there are, also those that were not asked for."""
    every = [Options(DATABASES, SIZES, quick) for quick in (False, True)]
    return {
        name: {
            known
            for options in every
            for case in scenario.cases(options)
            for known in (case.name, case.group)
        }
        for name, scenario in scenarios.items()
    }


def _failed(trials: Sequence[Trial]) -> set[tuple[str, str]]:
    return {
        (trial.scenario, name)
        for trial in trials
        if trial.trouble
        for name in (trial.case.name, trial.case.group)
    }
