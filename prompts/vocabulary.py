"""Words in all their ordinary forms, plain: what a sentence may say of anybody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from bot.language import LANGS, Lang, Wording
from bot.plain import bare, plain

_WORD = re.compile(r"[^\W\d_]+")

_ENDINGS = {
    "er": (
        "er e es ons ez ent ais ait ions iez aient ai as a ames ates erent erai eras era erons"
        " erez eront erais erait erions eriez eraient ant ee ees"
    ),
    "ir": (
        "ir is it issons issez issent issais issait irai iras ira irons irez iront irais irait"
        " issant i ie ies isse isses"
    ),
    "re": ("re s t ons ez ent ais ait aient rai ras ra rons rez ront rais rait ant u ue ues e es"),
}
"""The endings of French verbs, by that of the infinitive."""


def plain_words(text: str) -> set[str]:
    """Return the words of a text, plain; a word with a capital may be a name and is left out."""
    found = _WORD.findall(bare(text, len(text)))
    return {word for word in found if word.islower()}


def said_in(part: object) -> Iterator[Wording]:
    """Walk through every text, however deep."""
    if isinstance(part, Wording):
        yield part
    elif isinstance(part, list | tuple):
        for one in part:
            yield from said_in(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from said_in(getattr(part, field.name))


def of_texts(parts: Iterable[object]) -> set[str]:
    """Return the words of all texts in both languages."""
    texts = [text.text(lang) for part in parts for text in said_in(part) for lang in LANGS]
    return set().union(*map(plain_words, texts))


def verb_forms(verb: str, lang: Lang) -> set[str]:
    """Return a regular verb's forms; the forms of an irregular one stand in the list itself."""
    return _french_forms(plain(verb)) if lang == "fr" else _english_forms(plain(verb))


def plurals(word: str) -> set[str]:
    """Return a word, its plural and its feminine, whichever of them exist."""
    word = plain(word)
    ends = {"", "s", "es", "e"} if len(word) > 3 else {"", "s"}  # noqa: PLR2004 - small words
    if word.endswith("y"):
        return {word, f"{word}s", f"{word[:-1]}ies"}
    return {word + end for end in ends} | ({f"{word[:-2]}aux"} if word.endswith("al") else set())


def _english_forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    forms = {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing"}
    if re.search(r"[^aeiou][aeiou][^aeiouwxy]$", verb):
        forms |= {f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"}
    if verb.endswith("y"):
        forms |= {f"{verb[:-1]}ies", f"{verb[:-1]}ied"}
    return forms


def _french_forms(verb: str) -> set[str]:
    stem = verb[:-2]
    forms = {stem + ending for ending in _ENDINGS.get(verb[-2:], verb[-2:]).split()}
    softened = {f"{stem}e{form[len(stem) :]}" for form in forms if form[len(stem) :][:1] in "ao"}
    return forms | (softened if stem.endswith("g") else set())
