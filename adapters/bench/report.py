"""Results for a reader: a table a scenario, a table of goals, and everything as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import orjson
from rich.console import Console
from rich.table import Table

from adapters.bench.goals import Figures, Judged
from adapters.bench.machine import Machine
from adapters.bench.scenario import Measured, Side
from adapters.bench.spread import Spread, cpu, rate, spread
from adapters.bench.trials import Trial

_COLUMNS = ("", "ops/s", "CPU µs", "p50 ms", "p99 ms", "max ms", "MB", "loop ms")
_LOOKS = {"met": "green", "missed": "bold red", "not measured": "dim"}


def show(
    console: Console, machine: Machine, trials: Sequence[Trial], sums: Mapping[str, Figures]
) -> None:
    """Print what was measured, scenario by scenario: the middle run, and the range."""
    for line in machine.lines():
        console.print(line, markup=False, highlight=False)
    for name, of in groupby(trials, key=lambda trial: trial.scenario):
        console.print(_runs(name, of))
        console.print(_figures(sums.get(name, {})))


def show_goals(console: Console, judged: Iterable[Judged]) -> None:
    """Print which goals are met."""
    table = Table("goal", "bar", "found", "", title="Goals", title_justify="left")
    for one in judged:
        found = written(one.found) if one.found else ""
        look = _LOOKS[one.state]
        table.add_row(one.goal.says, one.goal.bar, found, f"[{look}]{one.state}[/]")
    console.print(table)


def as_json(
    machine: Machine,
    rounds: int,
    trials: Sequence[Trial],
    sums: Mapping[str, Figures],
    judged: Sequence[Judged],
) -> bytes:
    """Write everything: each run as it was, the figures, and the goals."""
    return orjson.dumps(
        {
            "machine": machine,
            "rounds": rounds,
            "trials": list(map(_trial, trials)),
            "figures": sums,
            "goals": judged,
        },
        option=orjson.OPT_INDENT_2,
    )


def written(found: Spread) -> str:
    """Write the middle and the range of several values, with three digits that count."""
    if found.low == found.high:
        return number(found.median)
    return f"{number(found.median)} ({number(found.low)} to {number(found.high)})"


def number(value: float) -> str:
    """Write a value with three digits that count."""
    if value and abs(value) < 100:  # noqa: PLR2004 - three digits
        return f"{value:.3g}"
    return f"{value:,.0f}"


def _runs(name: str, trials: Iterable[Trial]) -> Table:
    table = Table(title=name, title_justify="left")
    for number, column in enumerate(_COLUMNS):
        table.add_column(column, justify="right" if number else "left")
    for trial in trials:
        table.add_section()
        for row in _rows(trial):
            table.add_row(*row)
    return table


def _rows(trial: Trial) -> Iterator[Sequence[str]]:
    if trial.trouble:
        yield (f"{trial.case.name}: {trial.trouble}",)
    for side, runs in ((trial.case.ours, trial.ours), (trial.case.peer, trial.peers)):
        if side and runs:
            yield _row(trial.case.name, side, runs)


def _row(case: str, side: Side, runs: Sequence[Measured]) -> Sequence[str]:
    columns: tuple[list[float | None], ...] = (
        [rate(run) for run in runs],
        [cpu(run) for run in runs],
        [run.p50_ms for run in runs],
        [run.p99_ms for run in runs],
        [run.max_ms for run in runs],
        [run.rss_mb for run in runs],
        [run.block_ms for run in runs],
    )
    return (f"{case}: {side.name}", *map(_middle, columns))


def _middle(values: Sequence[float | None]) -> str:
    there = [value for value in values if value is not None]
    return number(spread(there).median) if there else ""


def _figures(figures: Figures) -> Table:
    table = Table("", "figure", "middle (least to most)")
    for case, of in figures.items():
        table.add_section()
        for number, (name, found) in enumerate(of.items()):
            table.add_row("" if number else case, name, written(found))
    return table


def _trial(trial: Trial) -> dict[str, Any]:
    case = trial.case
    return {
        "scenario": trial.scenario,
        "case": case.name,
        "n": case.n,
        "group": case.group,
        "ours": {"name": case.ours.name, "runs": trial.ours},
        "peer": {"name": case.peer.name, "runs": trial.peers} if case.peer else None,
        "figures": trial.figures,
        "trouble": trial.trouble,
    }
