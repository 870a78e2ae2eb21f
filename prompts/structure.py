"""Whether a dialogue holds together: every way leads to a step, and every step to an end."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from bot.deeds import DEEDS
from bot.dialogue import PATH, THEME
from bot.engine import RULES
from bot.facts import FACTS
from bot.programmes import Programme, Step
from prompts.packs import Located

FINAL = ("end", "jump")
STATEMENTS = ("say", "feedback", "rule", "jump")
"""Kinds that can pass without an answer."""

N = TypeVar("N")

SHOWN = ("data.export", "data.erase")
"""Deeds that open a page of their own, so that the dialogue can end with them."""

Node = tuple[str, str]
"""A programme's id and a step's."""


def structural(located: Located, known: Iterable[str]) -> tuple[str, ...]:
    """Return the faults of one programme; `known` are the ids of all programmes.

    What cannot be reached is only told once every target exists: most of it would follow.
    """
    lost = tuple(_lost_targets(located, {THEME, PATH, *known}))
    return lost or (*_unreached(located), *_stuck(located))


def endless(every: Iterable[Located]) -> tuple[str, ...]:
    """Return the faults of jumps and statements that lead round without any question."""
    by_id = {located.programme.id: located for located in every}
    ways = dict(node for one in by_id.values() for node in _passed(one.programme, by_id))
    return tuple(
        by_id[programme_id].fault(step_id, "leads back to itself without asking anything.")
        for programme_id, step_id in ways
        if (programme_id, step_id) in _reached(ways, ways[programme_id, step_id])
    )


def ways_on(step: Step) -> tuple[str, ...]:
    """Return the steps of the same programme that can follow."""
    chosen = tuple(choice.to for choice in step.choices if choice.to)
    return (*chosen, *((step.to,) if step.to else ()), *step.branches)


def _lost_targets(located: Located, known: set[str]) -> Iterator[str]:
    programme, steps = located.programme, located.programme.steps
    for entry in dict.fromkeys((programme.start, *programme.entries)):
        if entry not in steps:
            yield located.source.fault(
                ("start" if entry == programme.start else "entries",),
                f"{programme.id}: there is no step {entry}.",
            )
    for step in steps.values():
        for target in dict.fromkeys(ways_on(step)):
            if target not in steps:
                place = _place_of(step, target)
                yield located.fault(step.id, f"there is no step {target}.", *place)
        if step.jump and step.jump not in known:
            yield located.fault(step.id, f"there is no programme {step.jump}.", "jump")
        for field, rule in (("rule", step.rule), ("only_if", step.only_if)):
            if rule and rule not in {*RULES, *FACTS}:
                yield located.fault(step.id, f"there is no rule {rule}.", field)
        for deed in _deeds(step) - set(DEEDS):
            yield located.fault(step.id, f"there is no deed {deed}.")


def _deeds(step: Step) -> set[str]:
    return {does for does in (step.does, *(c.does for c in step.choices)) if does}


def _place_of(step: Step, target: str) -> tuple[str | int, ...]:
    for at, choice in enumerate(step.choices):
        if choice.to == target:
            return ("choices", at, "to")
    return ("branches",) if target in step.branches else ("to",)


def _unreached(located: Located) -> Iterator[str]:
    programme = located.programme
    ways = {step.id: ways_on(step) for step in programme.steps.values()}
    reached = _reached(ways, (programme.start, *programme.entries))
    for step_id in programme.steps:
        if step_id not in reached:
            yield located.fault(step_id, "no way leads here.")


def _stuck(located: Located) -> Iterator[str]:
    steps = located.programme.steps
    ways = {step.id: ways_on(step) for step in steps.values()}
    for step in steps.values():
        if step.kind in FINAL:
            continue
        if _stops(step):
            yield located.fault(step.id, "an answer leads nowhere.")
        elif not any(steps[s].kind in FINAL for s in _reached(ways, ways[step.id]) if s in steps):
            yield located.fault(step.id, "no way from here comes to an end.")


def _stops(step: Step) -> bool:
    """Tell whether some answer has no step to follow; only plain buttons can do without `to`."""
    if step.to or step.kind == "rule":
        return False
    if step.kind != "buttons":
        return True
    return any(not choice.to and choice.does not in SHOWN for choice in step.choices)


def _passed(
    programme: Programme, by_id: Mapping[str, Located]
) -> Iterator[tuple[Node, list[Node]]]:
    for step in programme.steps.values():
        if step.kind not in STATEMENTS and not step.only_if:
            continue
        passed = ways_on(step) if step.kind in STATEMENTS else (step.to,)
        targets = [(programme.id, target) for target in passed if target]
        if step.jump and step.jump in by_id:
            targets.append((step.jump, by_id[step.jump].programme.start))
        yield (programme.id, step.id), targets


def _reached(ways: Mapping[N, Iterable[N]], start: Iterable[N]) -> set[N]:
    reached: set[N] = set()
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node not in reached:
            reached.add(node)
            waiting += ways.get(node, ())
    return reached
