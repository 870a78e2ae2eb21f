"""`declic bench`: measure the scenarios asked for, show what came of it, hold it to the goals."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from adapters.bench import goals as bars
from adapters.bench import machine, registry, report
from adapters.bench.chart import draw
from adapters.bench.databases import Databases, NoServer, databases
from adapters.bench.scenario import Case, Options, Scenario
from adapters.bench.sizes import read_sizes
from adapters.bench.trials import Trial, on_databases, picked, summed, tried
from adapters.bench.watching import watching
from bot.errors import BotError

QUICK_SIZES, SIZES = (1_000, 10_000), (1_000, 10_000, 100_000, 1_000_000)
QUICK_ROUNDS, ROUNDS = 3, 5

WIDE = 140

_NAMES = ("sqlite", "postgres")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says.

    Attributes:
        db: `sqlite`, `postgres`, or the URL of a server; none is both, as far as there are.
        sizes, rounds: none are as many as fit a quick run, or a full one.
    """

    scenarios: Sequence[str] = ()
    db: Sequence[str] = ()
    sizes: Sequence[int] = ()
    rounds: int = 0
    against: Sequence[str] = ()
    quick: bool = False
    json: Path | None = None
    chart: Path | None = None
    check: bool = False
    slow_commit_ms: int = 0

    @classmethod
    def read(
        cls,
        scenarios: Sequence[str] = (),
        *,
        sizes: str = "",
        against: str = "",
        slow_commit: str = "",
        **more: Any,
    ) -> "Asked":
        """Read what is written in words.

        Raises:
            Unreadable: sizes or a duration are none.
        """
        try:
            return cls(
                scenarios,
                sizes=read_sizes(sizes) if sizes else (),
                against=[peer for peer in against.split(",") if peer],
                slow_commit_ms=int(slow_commit.removesuffix("ms") or 0),
                **more,
            )
        except ValueError as error:
            raise Unreadable(
                f"Sizes are such as 1k,10k, a duration such as 3ms: {error}"
            ) from error


class Unreadable(BotError):
    """The command line says what nobody understands."""


def measure(asked: Asked, console: Console | None = None) -> bool:
    """Measure, and return whether every goal that was measured is met.

    Raises:
        NoScenario: a scenario is unknown.
        NoServer: PostgreSQL was asked for, and there is none.
        GoalsError: the goals speak of what does not exist.
    """
    console = console or _terminal()
    names = registry.chosen(asked.scenarios)
    goals = bars.load()
    bars.refuse_unknown(goals, registry.NAMES)
    with _opened(asked, console) as open_databases:
        options = _options(asked, open_databases)
        scenarios = {name: registry.scenario(name) for name in names}
        trials = _measured(scenarios, asked, options, open_databases, console)
        found = _described(open_databases)
    sums = summed(trials)
    judged = bars.judge(goals, sums, _known(scenarios), failed=_failed(trials))
    report.show(console, found, trials, sums)
    if asked.json:
        asked.json.write_bytes(report.as_json(found, _rounds(asked), trials, sums, judged))
    if asked.chart:
        draw(judged, found, asked.chart)
    if asked.check:
        report.show_goals(console, judged)
    return all(one.state != "missed" for one in judged)


def _terminal() -> Console:
    """Write as wide as the terminal is; into a file, as wide as the tables are."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDE)


@contextmanager
def _opened(asked: Asked, console: Console) -> Iterator[Databases]:
    """Open the databases; without a server PostgreSQL is left out, unless it was asked for."""
    url = next((one for one in asked.db if one not in _NAMES), "")
    postgres = not asked.db or bool(url) or "postgres" in asked.db
    try:
        with databases(url, postgres=postgres, slow_commit_ms=asked.slow_commit_ms) as opened:
            yield opened
    except NoServer as error:
        if asked.db:
            raise
        console.print(f"left out: {error}", markup=False, highlight=False)
        yield Databases()


def _options(asked: Asked, opened: Databases) -> Options:
    sqlite = not asked.db or "sqlite" in asked.db
    names = ("sqlite",) * sqlite + ("postgres",) * (opened.server is not None)
    return Options(
        databases=names,
        sizes=asked.sizes or (QUICK_SIZES if asked.quick else SIZES),
        quick=asked.quick,
        against=asked.against,
        slow_commit_ms=asked.slow_commit_ms,
    )


def _rounds(asked: Asked) -> int:
    return asked.rounds or (QUICK_ROUNDS if asked.quick else ROUNDS)


def _measured(
    scenarios: Mapping[str, Scenario],
    asked: Asked,
    options: Options,
    opened: Databases,
    console: Console,
) -> list[Trial]:
    cases = [(name, case) for name, s in scenarios.items() for case in picked(s, options)]
    rounds, run_side = _rounds(asked), on_databases(opened)
    with watching(console, sum(_runs(case, rounds) for _, case in cases)) as watch:
        return [tried(name, scenarios[name], case, rounds, run_side, watch) for name, case in cases]


def _runs(case: Case, rounds: int) -> int:
    return rounds * (2 if case.peer else 1)


def _described(opened: Databases) -> machine.Machine:
    if opened.server is None:
        return machine.describe()
    return machine.describe(opened.version(), opened.commit_ms())


def _known(scenarios: Mapping[str, Scenario]) -> dict[str, set[str]]:
    """Name all cases and groups there are, also those that were not asked for."""
    every = [Options(_NAMES, SIZES, quick) for quick in (False, True)]
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
