"""Words about somebody else that they might not want to find written: a hint, never a block.

What is looked for are health, union, religion, origin, family and sexual life, and a judgement,
each said of a person who is named or whose role is. A topic ('a workshop on burn-out') is none
of them, nor is what the writer says of themselves.
"""

import re
from collections.abc import Mapping
from typing import Literal

from bot.checking.language import language_of
from bot.feedback.privacy_words import ENGLISH, FRENCH, Lexicon
from bot.language import Lang
from bot.plain import bare

Sensitive = Literal["health", "union", "religion", "origin", "family", "sexual", "judgement"]


def hint(text: str, lang: Lang) -> Sensitive | None:
    """Name what a text says of a person that is theirs to tell; None if it says nothing such."""
    words = LEXICONS[language_of(text, lang)]
    for sentence in re.split(r"(?<=[a-z\d\"»)][.!?…;])\s+|\n", bare(text)):
        seen = _with_people(sentence.strip(), words)
        if _PERSON in seen:
            found = _said_of_people(words.aside.sub(" ", seen), words)
            if found:
                return found
    return None


LEXICONS: Mapping[Lang, Lexicon] = {"en": ENGLISH, "fr": FRENCH}

_PERSON = "@"
_NAME = re.compile(r"\b(?:(?:[A-Z]\.-?){1,3}(?![a-z])|[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?)(?![\w@])")


def _with_people(sentence: str, words: Lexicon) -> str:
    """Put a mark in place of each person, and the rest in small letters."""
    names = [m for m in _NAME.finditer(sentence) if _is_name(sentence, m, words)]
    people = [m.span() for m in (*words.role.finditer(sentence.lower()), *names)]
    seen, at = "", 0
    for start, end in sorted(people, key=lambda span: (span[0], -span[1])):
        if start >= at:
            seen += sentence[at:start].lower() + _PERSON
            at = end
    return re.sub(r"@(?: @)+", _PERSON, seen + sentence[at:].lower())


def _is_name(sentence: str, match: re.Match[str], words: Lexicon) -> bool:
    """Tell a name from a word with a capital; the first word has one in any case."""
    if match[0].lower() in words.capitals:
        return False
    inside = sentence[: match.start()].strip(" \"'«(-•*")
    return bool(inside) or bool(words.predicate.match(sentence[match.end() :].lower()))


def _said_of_people(seen: str, words: Lexicon) -> Sensitive | None:
    for kind, patterns in words.kinds.items():
        if any(pattern.search(seen) for pattern in patterns):
            return kind  # type: ignore[return-value]  # the lexicons have these keys and no others
    return None
