"""The scenarios by name."""

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from adapters.bench.scenario import Scenario
from bot.errors import BotError

NAMES = ("inbound", "teams", "turn", "schedule", "fan-out", "crash", "send", "rate", "plan")
"""In the order in which they run."""


class NoScenario(BotError):
    """There is no scenario of this name."""


def chosen(names: Sequence[str]) -> tuple[str, ...]:
    """Return the scenarios meant, in their order; `all` and none at all mean every one.

    Raises:
        NoScenario: one is unknown.
    """
    if unknown := sorted(set(names) - {*NAMES, "all"}):
        raise NoScenario(f"No scenario {', '.join(unknown)}: choose from all, {', '.join(NAMES)}.")
    every = not names or "all" in names
    return tuple(name for name in NAMES if every or name in names)


def scenario(name: str) -> Scenario:
    """Import a scenario."""
    return cast("Scenario", import_module(f"adapters.bench.scenarios.{name.replace('-', '_')}"))
