"""Reading folders of packs: every file read and checked on its own, faults collected."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field, fields
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from bot.care import Contacts
from bot.errors import PackError
from bot.language import Wording
from bot.themes import programme_id_of
from prompts import building
from prompts.schema import ContactsFile, DialogueFile, SafetyFile, ThemeFile, checked
from prompts.source import Source, read
from prompts.wordings import flattened

WORDING = "wording.yaml"
SAFETY = "safety.yaml"

File = TypeVar("File", bound=BaseModel)


@dataclass(slots=True)
class Shelf:
    """What was read so far, and what was wrong with it.

    `meant` are the ids of programmes that a file stands for, readable or not, so that one
    broken file is not reported again by every jump that leads to it.
    """

    faults: list[str] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    themes: list[tuple[ThemeFile, Source]] = field(default_factory=list)
    dialogues: list[tuple[DialogueFile, Source]] = field(default_factory=list)
    contacts: dict[str, Contacts] = field(default_factory=dict)
    safety: list[SafetyFile] = field(default_factory=list)
    wording: dict[str, Wording] = field(default_factory=dict)
    meant: set[str] = field(default_factory=set)

    def read_folder(self, folder: Traversable, name: str) -> None:
        """Read one folder of packs; what it lacks is no fault."""
        self.themes += self._all(ThemeFile, folder / "themes", f"{name}/themes")
        self.dialogues += self._all(DialogueFile, folder / "dialogues", f"{name}/dialogues")
        for contacts, _ in self._all(ContactsFile, folder / "contacts", f"{name}/contacts"):
            self.contacts[contacts.country] = building.contacts(contacts)
        for source in self._read(folder / SAFETY, f"{name}/{SAFETY}"):
            self.safety += [file for file, _ in self._checked(SafetyFile, source)]
        for source in self._read(folder / WORDING, f"{name}/{WORDING}"):
            texts, faults = flattened(source)
            self.wording |= texts
            self.faults += faults

    def copied(self) -> "Shelf":
        """Return a shelf with the same contents, to which more can be added."""
        return Shelf(*(copy(getattr(self, one.name)) for one in fields(self)))

    def _all(self, model: type[File], folder: Traversable, name: str) -> list[tuple[File, Source]]:
        found = folder.iterdir() if folder.is_dir() else ()
        read_files: list[tuple[File, Source]] = []
        for file in sorted(found, key=lambda one: one.name):
            if not file.name.endswith(".yaml"):
                continue
            stem = PurePosixPath(file.name).stem
            self.meant |= {stem, programme_id_of(stem)}
            for source in self._read(file, f"{name}/{file.name}"):
                read_files += self._checked(model, source)
        return read_files

    def _read(self, file: Traversable, name: str) -> Iterator[Source]:
        if not file.is_file():
            return
        try:
            source = read(file, name)
        except PackError as error:
            self.faults += error.faults
            return
        self.sources.append(source)
        yield source

    def _checked(self, model: type[File], source: Source) -> list[tuple[File, Source]]:
        file, faults = checked(model, source)
        self.faults += faults
        return [(file, source)] if file else []
