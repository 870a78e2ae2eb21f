"""All packs together: the library for the engine, and where each part of it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.library import Library
from bot.programmes import Programme, Theme
from prompts.source import Place, Source


@dataclass(frozen=True, slots=True)
class Located:
    """A programme and where its steps stand in its file."""

    programme: Programme
    source: Source
    places: Mapping[str, Place]

    def fault(self, step_id: str, sentence: str, *place: str | int) -> str:
        """Say a fault of a step, or of what lies below it."""
        at = self.places.get(step_id, ())
        return self.source.fault((*at, *place), f"{self.programme.id}.{step_id}: {sentence}")


@dataclass(frozen=True, slots=True)
class Packs:
    """What was loaded."""

    library: Library
    programmes: tuple[Located, ...]
    themes: tuple[tuple[Theme, Source], ...]
    sources: tuple[Source, ...]
