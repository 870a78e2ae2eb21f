"""Ids that stand twice where each may stand once."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers import OWN
from bot.themes import ADDED
from prompts.building import feedback_id
from prompts.packs import Located
from prompts.schema import (
    ChoiceFile,
    DialogueFile,
    StepFile,
    ThemeChoiceFile,
    ThemeFile,
    ThemeStepFile,
)
from prompts.source import Source


def repeated(file: ThemeFile | DialogueFile, source: Source) -> Iterator[str]:
    """Return the faults of steps and choices that share an id."""
    if file.id in OWN:  # a theme's id is what its entry in the list carries
        yield source.fault(("id",), f"the id {file.id} is the engine's own.")
    taken = set(_added(file))
    steps: Sequence[StepFile | ThemeStepFile] = file.steps
    for at, step in enumerate(steps):
        if step.id in taken:
            yield source.fault(("steps", at, "id"), f"{file.id}: the id {step.id} is taken.")
        taken.add(step.id)
        yield from _repeated_choices(step, source, at)


def defined_twice(every: Iterable[Located]) -> Iterator[str]:
    """Return the faults of programmes that stand in two files with the same version."""
    first: dict[tuple[str, int], Source] = {}
    for one in every:
        key = (one.programme.id, one.programme.version)
        known = first.setdefault(key, one.source)
        if known is not one.source:
            said = f"{key[0]} version {key[1]} stands in {known.name} already."
            yield one.source.fault(("version",), said)


def _added(file: ThemeFile | DialogueFile) -> Iterable[str]:
    if isinstance(file, ThemeFile):
        return ADDED
    return [feedback_id(step.id) for step in file.steps if step.kind == "commitment"]


def _repeated_choices(step: StepFile | ThemeStepFile, source: Source, at: int) -> Iterator[str]:
    taken: set[str] = set()
    choices: Sequence[ChoiceFile | ThemeChoiceFile] = step.choices
    for number, choice in enumerate(choices):
        place = ("steps", at, "choices", number, "id")
        if choice.id in OWN:
            yield source.fault(place, f"{step.id}: the id {choice.id} is the engine's own.")
        if choice.id in taken:
            yield source.fault(place, f"{step.id}: the id {choice.id} is taken.")
        taken.add(choice.id)
