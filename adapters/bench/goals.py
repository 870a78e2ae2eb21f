"""Goals: what the figures of a run are held against, from `goals.toml`."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from operator import ge, le
from typing import Any, Literal

from adapters.bench.spread import Spread, is_growth
from bot.errors import BotError

State = Literal["met", "missed", "not measured"]

_WORST, _SAYS = "worst", "says"
_BOUNDS = {"at_least": ge, "at_most": le}


class GoalsError(BotError):
    """The goals speak of what does not exist."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One bar: of a scenario, a case or a group of cases, and one of its figures.

    Attributes:
        bound: the side on which the figure has to be.
        worst: holds for every run, where others hold for the middle one.
        says: the figure in words, for a reader.
    """

    scenario: str
    case: str
    figure: str
    bound: Literal["at_least", "at_most"]
    limit: float
    worst: bool = False
    says: str = ""

    def met(self, found: Spread) -> bool:
        """Tell whether a figure reaches the bar."""
        worst = found.low if self.bound == "at_least" else found.high
        return bool(_BOUNDS[self.bound](worst if self.worst else found.median, self.limit))

    @property
    def bar(self) -> str:
        """The bar in words."""
        every = ", in every run" if self.worst else ""
        return f"{self.bound.replace('_', ' ')} {self.limit:,g}{every}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A goal, and what was found."""

    goal: Goal
    state: State
    found: Spread | None = None


Figures = Mapping[str, Mapping[str, Spread]]
"""Figures of one scenario by case, or group, and name."""


def load(text: str | None = None) -> tuple[Goal, ...]:
    """Read the goals: a table a case, a bar a line.

    Raises:
        GoalsError: a bar has no bound, or several.
    """
    raw = text if text is not None else files("adapters.bench").joinpath("goals.toml").read_text()
    return tuple(
        _goal(scenario, case, figure, bar)
        for scenario, cases in tomllib.loads(raw).items()
        for case, bars in cases.items()
        for figure, bar in bars.items()
    )


def refuse_unknown(
    goals: Sequence[Goal], scenarios: Collection[str], cases: Mapping[str, Collection[str]]
) -> None:
    """Raise `GoalsError` for goals of scenarios, or of cases of these, that nobody has."""
    for goal in goals:
        if goal.scenario not in scenarios:
            raise GoalsError(f"goals.toml: there is no scenario {goal.scenario!r}")
        if goal.scenario in cases and goal.case not in cases[goal.scenario]:
            raise GoalsError(f"goals.toml: {goal.scenario} has no case {goal.case!r}")


def judge(
    goals: Sequence[Goal],
    measured: Mapping[str, Figures],
    *,
    failed: Collection[tuple[str, str]] = (),
) -> tuple[Judged, ...]:
    """Hold what was measured against the goals of the scenarios that ran.

    What `failed` was to be measured and could not be, so its goals are missed.

    Raises:
        GoalsError: a goal names a figure that its case does not have.
    """
    return tuple(
        _judged(goal, measured[goal.scenario].get(goal.case, {}), failed)
        for goal in goals
        if goal.scenario in measured
    )


def _judged(goal: Goal, found: Mapping[str, Spread], failed: Collection[tuple[str, str]]) -> Judged:
    if goal.figure in found:
        result = found[goal.figure]
        return Judged(goal, "met" if goal.met(result) else "missed", result)
    if found and not is_growth(goal.figure):
        there = ", ".join(sorted(found))
        raise GoalsError(f"goals.toml: {goal.case} has no {goal.figure!r}, but {there}")
    return Judged(goal, "missed" if (goal.scenario, goal.case) in failed else "not measured")


def _goal(scenario: str, case: str, figure: str, bar: Mapping[str, Any]) -> Goal:
    bounds = [bound for bound in _BOUNDS if bound in bar]
    if len(bounds) != 1 or set(bar) - {*bounds, _WORST, _SAYS}:
        raise GoalsError(f"goals.toml: {scenario}, {case}, {figure}: at_least or at_most")
    bound: Literal["at_least", "at_most"] = "at_least" if "at_least" in bounds else "at_most"
    says = str(bar.get(_SAYS, f"{scenario} {case}: {figure}"))
    return Goal(scenario, case, figure, bound, float(bar[bound]), bool(bar.get(_WORST)), says)
