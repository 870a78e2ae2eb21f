"""The packs in use: programmes, themes and wording, as the engine reads them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.care import Contacts, SafetyLexicon
from bot.errors import UnknownStep
from bot.language import Lang, Wording
from bot.programmes import Programme, Step, Theme


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a person can read. `programmes` are by id and version."""

    themes: Mapping[str, Theme]
    programmes: Mapping[tuple[str, int], Programme]
    latest: Mapping[str, int]
    wording: Mapping[str, Wording]
    contacts: Mapping[str, Contacts]
    safety: SafetyLexicon

    def programme(self, programme_id: str, version: int | None = None) -> Programme:
        """Find a programme: the pinned version while it is kept, else the latest.

        Raises:
            UnknownStep: there is no such programme.
        """
        if (programme_id, version or 0) in self.programmes:
            return self.programmes[programme_id, version or 0]
        try:
            return self.programmes[programme_id, self.latest[programme_id]]
        except KeyError:
            raise UnknownStep(programme_id) from None

    def say(self, key: str, lang: Lang, **values: str) -> str:
        """Return a short interface text."""
        return self.wording[key].text(lang, values)


def theme_title(library: Library, programme: Programme) -> Wording:
    """Return what a session is called: its theme, or its dialogue."""
    theme = library.themes.get(programme.theme_id or "")
    return theme.title if theme else programme.title


def asks(step: Step) -> bool:
    """Tell whether a step waits for an answer."""
    return step.kind not in {"say", "rule", "jump", "end"}
