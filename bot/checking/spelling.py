"""What people type on a phone, spelt out: accents, contractions, SMS forms, typing errors.

The outcome is one plain text, in which every later step finds its places, and the places of the
words that were written with a capital.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.checking.lemmas import is_word
from bot.checking.lexicon import Lexicon
from bot.plain import bare

LONGEST = 2000
"""What is read of a text; longer ones are cut, never refused."""

_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*(?:[-*•·–—>]+\s*|\d{1,2}[.)]\s+)?")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'-]*(?<!['-])'?")
_NOISE = re.compile(r"[^\w\s.,;:!?…'\"«»“”()/%&+@#<>=*-]")
_NEW_LINE_OF_THOUGHT = re.compile(r"(?<=[\w)])\s*[^\w\s.,;:!?'\"()%&+@#<>=*/-]+\s+(?=[A-Z])(?!I\b)")
_ARROW = re.compile(r"\s*(?:[\u2190-\u21ff\u2794\u27a1]|[-=]+>)\s*")
_SMILE = re.compile(r"(?<=\w)\s*[\U00002600-\U000027BF\U0001F300-\U0001FAFF\ufe0f]+(?=\s+\w)")
_DROPPED = re.compile(r"(?<=[a-z])(?:'|’)?(?:\(e\)|·e|\(s\))")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_VOWELS = frozenset("aeiouyh")
_FIRST_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text spelt out in plain letters, and where words with a capital begin."""

    text: str
    capitals: frozenset[int]


def spell(text: str, lexicon: Lexicon) -> Spelt:
    """Spell a text out."""
    for pattern, whole in lexicon.spelling.accented:
        text = pattern.sub(whole, text[:LONGEST])
    clean = _legible(text)
    for pattern, whole in lexicon.spelling.phrases:
        clean = pattern.sub(whole, clean)
    shouted = sum(c.isupper() for c in clean) > sum(c.islower() for c in clean)
    parts: list[str] = []
    capitals: set[int] = set()
    end = length = 0
    for match in _WORD.finditer(clean):
        between = clean[end : match.start()].lower()
        length += len(between)
        named = match[0][0].isupper() and match.start() > 0 and not shouted
        word = spelt_word(match[0].lower(), lexicon, named=named)
        if match[0][0].isupper() and match[0][1:2].isalpha() and not shouted:
            capitals.add(length)
        parts += [between, word]
        length += len(word)
        end = match.end()
    return Spelt("".join([*parts, clean[end:].lower()]), frozenset(capitals))


def _legible(text: str) -> str:
    text = _ARROW.sub(" : ", text)
    lines = _BREAKS.sub(" \x00 ", text[:LONGEST].strip())
    clean = bare(lines, LONGEST).replace("\x00", ".").replace("\u2044", "/")
    clean = re.sub(r"(?<=[.!?;:,])(?: \.)+", "", clean)
    clean = _NEW_LINE_OF_THOUGHT.sub(". ", clean)
    clean = _SMILE.sub(" , ", clean)
    return " ".join(_DROPPED.sub("", _NOISE.sub(" ", clean)).split())


@lru_cache(maxsize=4096)
def spelt_word(word: str, lexicon: Lexicon, *, named: bool = False) -> str:
    """Spell one plain word out; a word that is near to none of the closed lists stays.

    Args:
        word: lower case, without accents.
        lexicon: its language.
        named: it stands with a capital inside a sentence, so nothing is cut off it.
    """
    known = lexicon.spelling.short_forms.get(word)
    if known:
        return known
    head, mark, rest = word.partition("'")
    if lexicon.spelling.elides and len(head) == 1 and rest:
        return f"{head}{mark}{spelt_word(rest, lexicon)}"
    for pattern, whole in lexicon.spelling.glued:
        if pattern.fullmatch(word):
            return pattern.sub(whole, word)
    if (
        word in lexicon.spelling.correctable
        or word in lexicon.spelling.real_words
        or not word.isalpha()
    ):
        return word
    if len(word) < _FIRST_LENGTH or is_word(word, lexicon.lang):
        return word
    if lexicon.spelling.elides and not named and (apart := _unglued(word, lexicon)):
        return apart
    return _corrected(_STRETCHED.sub(r"\1", word), lexicon)


def _unglued(word: str, lexicon: Lexicon) -> str | None:
    """Put the apostrophe back that a thumb left out: « lavenant », « jenvoie », « jcale »."""
    for elision in ("qu", *"jldnm"):
        rest = word.removeprefix(elision)
        if rest == word:
            continue
        if elision == "j":
            rest = _corrected(rest, lexicon)
        if not (is_word(rest, lexicon.lang) or rest in lexicon.spelling.correctable):
            continue
        if rest[0] in _VOWELS:
            return f"{elision}'{rest}"
        if elision == "j":
            return f"je {rest}"
    return None


def _corrected(word: str, lexicon: Lexicon) -> str:
    """Return the closed-class word that one slip of a finger away would be meant."""
    if len(word) < _FIRST_LENGTH:
        return word
    slips = 1 if len(word) < 8 else 2  # noqa: PLR2004 - long words are told apart more easily
    near = process.extractOne(
        word, lexicon.spelling.correctable, scorer=OSA.distance, score_cutoff=slips
    )
    return near[0] if near and near[0][0] == word[0] and len(near[0]) >= _FIRST_LENGTH else word
