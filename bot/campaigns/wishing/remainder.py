"""A text of which what was understood is taken away, piece by piece, until the rest is left."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.plain import LONGEST, plain

GONE = ";"
"""Stands where something was taken: no word, and no two words across it are one phrase."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; `plain` is for matching only."""

    start: int
    end: int
    plain: str


@dataclass(slots=True)
class Remainder:
    """What is left of a text: as it was typed, and plain to match, place for place alike."""

    typed: str
    plain: str

    @classmethod
    def of(cls, text: str) -> "Remainder":
        """Begin with a whole text, in single spaces; one of more than `LONGEST` is cut."""
        typed = " ".join(unicodedata.normalize("NFC", text[:LONGEST]).split())
        return cls(typed, folded(typed))

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Find a pattern in the plain text and take it away; None if it is not there."""
        found = pattern.search(self.plain)
        if found:
            self.cut(found.start(), found.end())
        return found

    def cut(self, start: int, end: int) -> str:
        """Take away a piece and return it as it was typed."""
        piece, gap = self.typed[start:end], GONE * (end - start)
        self.typed = self.typed[:start] + gap + self.typed[end:]
        self.plain = self.plain[:start] + gap + self.plain[end:]
        return piece

    def words(self) -> Iterator[Word]:
        """Return the words still there."""
        for found in _WORD.finditer(self.plain):
            yield Word(found.start(), found.end(), found[0])


def folded(text: str) -> str:
    """Return a text without accents and capitals, as long as it is."""
    return "".join(map(_letter, text))


def _letter(c: str) -> str:
    bare = plain(c)
    return bare if len(bare) == 1 else c


_WORD = re.compile(r"[^\W_]+")
