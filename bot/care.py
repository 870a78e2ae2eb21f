"""People first: whom to turn to, and the words that stop an exercise.

A program does not assess danger. It notices some words, says that it is not the right help
and shows who is; it misses many, which is why Help stands on every message.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bot.language import LANGS, Lang, Wording

Category = Literal["danger", "work_harm", "distress"]
CATEGORIES: tuple[Category, ...] = get_args(Category)
"""The gravest first: a text that touches several belongs to the first."""

ELSEWHERE = "EU"
"""The contacts of a country without its own: 112."""

_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\xa0": " ", "\u202f": " ", "\u2009": " "}
)


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to turn to in a country: the emergency number, then a line for each contact."""

    country: str
    emergency: str
    lines: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class SafetyLexicon:
    """Patterns over folded text, by language; idioms are taken out before the rest is read."""

    idioms: Mapping[Lang, tuple[re.Pattern[str], ...]]
    categories: Mapping[Category, Mapping[Lang, tuple[re.Pattern[str], ...]]]


def contacts_for(contacts: Mapping[str, Contacts], country: str) -> Contacts:
    """Return a country's contacts; those of the European Union where there are none."""
    return contacts.get(country.upper()) or contacts[ELSEWHERE]


def fold(text: str) -> str:
    """Reduce a text to lower case, no accents, straight apostrophes and ordinary spaces."""
    bare = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in bare if not unicodedata.combining(c)).translate(_PLAIN)


def classify(text: str, lang: Lang, lexicon: SafetyLexicon) -> Category | None:
    """Return the gravest category that a text touches, whichever language it is written in.

    `lang` is only where to look first: in distress people write in either language.
    """
    langs = sorted(LANGS, key=lambda other: other != lang)
    read = _without_idioms(fold(text), langs, lexicon)
    for category in CATEGORIES:
        patterns = lexicon.categories[category]
        if any(pattern.search(read) for one in langs for pattern in patterns[one]):
            return category
    return None


def _without_idioms(folded: str, langs: list[Lang], lexicon: SafetyLexicon) -> str:
    for lang in langs:
        for pattern in lexicon.idioms[lang]:
            folded = pattern.sub(" ", folded)
    return folded
