"""Loading: every pack is read, checked and built, or every fault is told at once."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.care import ELSEWHERE
from bot.errors import PackError
from bot.language import Wording
from bot.library import Library
from bot.paths import TEXTS, path_of
from bot.programmes import Theme
from bot.themes import ASKED, SILENT, programme_of
from prompts import building
from prompts.names import defined_twice, repeated
from prompts.packs import Located, Packs
from prompts.schema import DialogueFile
from prompts.shelf import WORDING, Shelf
from prompts.source import Place, Source
from prompts.structure import endless, structural

PACKAGE = "prompts"
DISCLOSED = ("suggest.label", "suggest.where")
"""Texts that no folder may replace: that words are by AI, and where a sentence goes."""

_PATH: Mapping[str, Place] = {}


def load_library(extra: Sequence[Path] = ()) -> Library:
    """Load the packs of the package, then those of extra folders.

    An extra folder has the same layout. Its themes and dialogues are added, as newer versions
    where the id is known; its contacts and wordings replace; its safety words are added.

    Raises:
        PackError: with every fault found, each with file and line.
    """
    return load_packs(extra).library


def load_packs(extra: Sequence[Path] = ()) -> Packs:
    """Load as `load_library` does, and keep where everything is written.

    Raises:
        PackError: with every fault found, each with file and line.
    """
    shelf = _own().copied()
    for folder in extra:
        shelf.read_folder(folder, str(folder))
        shelf.faults += _unlabelled(shelf, folder)
    packs = _packs(shelf)
    faults = (*shelf.faults, *_faults(shelf, packs))
    if faults:
        raise PackError(faults)
    return packs


def _unlabelled(shelf: Shelf, folder: Path) -> list[str]:
    """Find what a folder replaces although it says whose words they are, and where they go."""
    own = _own().wording
    changed = [key for key in DISCLOSED if shelf.wording.get(key) != own.get(key)]
    return [f"{folder}/{WORDING}:1: {key} stays as it is." for key in changed]


@cache
def _own() -> Shelf:
    """Read the package's own packs, once a process: they don't change while it runs."""
    shelf = Shelf()
    shelf.read_folder(files(PACKAGE), PACKAGE)
    return shelf


def _packs(shelf: Shelf) -> Packs:
    themes = tuple((building.theme(file), source) for file, source in shelf.themes)
    ask = {name: shelf.wording.get(f"theme.{name}", SILENT) for name in ASKED}
    say = {name: shelf.wording.get(f"path.{name}", SILENT) for name in TEXTS}
    located = [_located_theme(theme, source, ask) for theme, source in themes]
    located += [
        Located(path_of(theme, say, ask), source, _PATH) for theme, source in themes if theme.path
    ]
    located += [_located_dialogue(file, source) for file, source in shelf.dialogues]
    library = _library(shelf, [theme for theme, _ in themes], located)
    return Packs(library, tuple(located), themes, tuple(shelf.sources))


def _library(shelf: Shelf, themes: Sequence[Theme], located: Sequence[Located]) -> Library:
    ordered = sorted((one.programme for one in located), key=lambda one: one.version)
    return Library(
        themes={theme.id: theme for theme in sorted(themes, key=lambda one: one.version)},
        programmes={(one.id, one.version): one for one in ordered},
        latest={one.id: one.version for one in ordered},
        wording=shelf.wording,
        contacts=shelf.contacts,
        safety=building.lexicon(shelf.safety),
    )


def _located_theme(theme: Theme, source: Source, ask: Mapping[str, Wording]) -> Located:
    places: dict[str, Place] = {step.id: ("steps", at) for at, step in enumerate(theme.steps)}
    return Located(programme_of(theme, ask), source, places)


def _located_dialogue(file: DialogueFile, source: Source) -> Located:
    places: dict[str, Place] = {}
    for at, step in enumerate(file.steps):
        places |= {step.id: ("steps", at), building.feedback_id(step.id): ("steps", at)}
    return Located(building.dialogue(file), source, places)


def _faults(shelf: Shelf, packs: Packs) -> Iterator[str]:
    unclear = [fault for theme, source in shelf.themes for fault in repeated(theme, source)]
    unclear += [fault for file, source in shelf.dialogues for fault in repeated(file, source)]
    unclear += defined_twice(packs.programmes)
    yield from unclear or _structural_faults(shelf, packs)
    if ELSEWHERE not in shelf.contacts:
        yield f"{PACKAGE}/contacts:1: the contacts of {ELSEWHERE} are missing."
    for key in (*(f"theme.{name}" for name in ASKED), *(f"path.{name}" for name in TEXTS)):
        if key not in shelf.wording:
            yield f"{PACKAGE}/{WORDING}:1: {key} is missing."


def _structural_faults(shelf: Shelf, packs: Packs) -> Iterator[str]:
    known = shelf.meant | {one.programme.id for one in packs.programmes}
    for one in packs.programmes:
        yield from structural(one, known)
    yield from endless(packs.programmes)
