"""What a lexicon knows of words: whether they exist, and whether they are verbs.

Texts are read without accents, the lexicon has them; `written` finds the way back.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import simplemma

from bot.language import Lang
from bot.plain import plain

_ACCENTED = {"e": "éèê", "a": "âà", "i": "îï", "o": "ô", "u": "ûù", "c": "ç"}
_MOST_ACCENTS = 2


@lru_cache(maxsize=8192)
def written(word: str, lang: Lang) -> str | None:
    """Return a plain word as the lexicon writes it; None if it is none."""
    if simplemma.is_known(word, lang):
        return word
    if lang == "en":
        return None
    return next((form for form in _accented(word) if simplemma.is_known(form, lang)), None)


def is_word(word: str, lang: Lang) -> bool:
    """Say whether a language has this plain word, in any form."""
    return written(word, lang) is not None


@lru_cache(maxsize=8192)
def is_base_verb(word: str) -> bool:
    """Say whether an English word can stand as a verb's base form: -ing or -ed leads to it."""
    return any(
        simplemma.is_known(form, "en") and simplemma.lemmatize(form, "en") == word
        for form in (*_progressive(word), *_past(word))
    )


@lru_cache(maxsize=8192)
def is_infinitive(word: str) -> bool:
    """Say whether a plain French word is an infinitive and no noun such as « dossier »."""
    if not word.endswith(("er", "ir", "re", "oir")):
        return False
    form = written(word, "fr")
    if form is None:
        return word.endswith(("er", "ir"))
    # « donnez », « finirai », « rendrai »: forms that only a verb has.
    related = (f"{form[:-1]}z",) if form.endswith("er") else (f"{form}ai", f"{form[:-1]}ai")
    return (
        word in _IRREGULAR
        or (word.endswith("er") and not simplemma.is_known(f"{form}s", "fr"))
        or any(
            simplemma.is_known(other, "fr") and simplemma.lemmatize(other, "fr") == form
            for other in related
        )
    )


@lru_cache(maxsize=8192)
def is_finite(word: str) -> bool:
    """Say whether a plain French word is a verb's form, such as « envoie » or « répond »."""
    form = written(word, "fr")
    lemma = simplemma.lemmatize(form, "fr") if form else ""
    verbal = lemma.endswith(("er", "ir", "re", "oir")) and form not in {lemma, f"{lemma}s"}
    return verbal and not _agrees(word, lemma)


def _agrees(word: str, lemma: str) -> bool:
    """Say whether a word ends as a participle beside a feminine noun: « faite », « finies »."""
    stem = word.removesuffix("s")
    finished = stem.endswith("ie") and lemma.endswith("ir")
    return finished or stem.endswith(("ee", "ue", "ite", "ise"))


@lru_cache(maxsize=8192)
def is_participle(word: str) -> bool:
    """Say whether a French word with its accent is a participle, such as « bouclé »."""
    return simplemma.is_known(f"{word.removesuffix('é')}er", "fr")


def base_of(word: str, lang: Lang) -> str:
    """Return the plain base form of a plain word."""
    form = written(word, lang)
    lemma = simplemma.lemmatize(form, lang) if form else word
    infinitive = f"{word}r"
    if lang == "fr" and lemma == form and is_word(infinitive, lang) and is_infinitive(infinitive):
        return infinitive  # « porte » is a noun, and a form of « porter »
    return plain(lemma)


def may_be_finite(word: str) -> bool:
    """Say whether a plain French word can be a verb's form: « livre » is also a noun."""
    stem = word.removesuffix("nt") if word.endswith("ent") else word
    infinitive = f"{stem}r"
    return is_finite(word) or (
        stem.endswith("e") and is_word(infinitive, "fr") and is_infinitive(infinitive)
    )


_IRREGULAR = frozenset(
    (
        *("faire", "etre", "avoir", "aller", "voir", "vouloir", "savoir", "pouvoir", "tenir"),
        *("dire", "lire"),
    )
)


def _progressive(word: str) -> tuple[str, ...]:
    short = word.removesuffix("e")
    return (f"{short}ing", f"{word}{word[-1:]}ing")


def _past(word: str) -> tuple[str, ...]:
    return (f"{word.removesuffix('e')}ed", f"{word}{word[-1:]}ed")


def _accented(word: str) -> Iterator[str]:
    """Write accents on one letter or two."""
    places = [n for n, letter in enumerate(word) if letter in _ACCENTED][:6]
    for count in range(1, _MOST_ACCENTS + 1):
        for chosen in combinations(places, count):
            yield from _spelt(word, chosen)


def _spelt(word: str, places: tuple[int, ...]) -> Iterator[str]:
    if not places:
        yield word
        return
    at, *rest = places
    for letter in _ACCENTED[word[at]]:
        yield from _spelt(word[:at] + letter + word[at + 1 :], tuple(rest))
