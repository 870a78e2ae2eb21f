"""Themes named in a text by their title or id, in either language, typing errors forgiven."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from bot.campaigns.wishing.remainder import Remainder, Word
from bot.language import LANGS, Wording
from bot.plain import plain

ALIKE = 80
"""From this likeness on (0 to 100) words are taken for a name."""

ALIKE_WORD = 85
"""Likewise of a single word, such as 'feedback', for one of a name."""

EVERYDAY = (
    "a accueillir an and animer common commun conduire de des donner du equipe et gerer giving "
    "goal handling in l la le leading les managing member new nouvelle of on or ou receiving "
    "recevoir recognising reconnaitre recrue running shared team the to travail un une "
    "welcoming work working"
)
"""Words of titles that do not tell which theme is meant."""

_LONGEST = 7  # words of a name
_SHORTEST = 3, 5  # letters of a name, and of a word that stands for one
_BETWEEN = re.compile(r"[ _'’-]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Named:
    theme_id: str
    start: int
    end: int
    score: float


def take_themes(rest: Remainder, themes: Mapping[str, Wording], most: int) -> tuple[str, ...]:
    """Take the themes named in a text away, up to so many, and return their ids in its order.

    Args:
        rest: the text.
        themes: titles by id.
        most: how many are wanted; further ones are left.
    """
    found: dict[str, None] = {}
    for one in _apart([*_by_name(rest, themes), *_by_word(rest, themes)]):
        if one.theme_id in found or len(found) < most:
            found[one.theme_id] = None
            rest.cut(one.start, one.end)
    return tuple(found)


def theme_called(text: str, themes: Mapping[str, Wording]) -> str | None:
    """Find the theme of which this is the very id or title, but for accents and capitals."""
    return _names(themes).get(_key(text))


def _by_name(rest: Remainder, themes: Mapping[str, Wording]) -> Iterator[_Named]:
    names = _names(themes)
    for phrase in _phrases(rest):
        typed = " ".join(word.plain for word in phrase)
        found = process.extractOne(typed, list(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found and len(typed) >= _SHORTEST[0]:
            yield _Named(names[found[0]], phrase[0].start, phrase[-1].end, found[1])


def _by_word(rest: Remainder, themes: Mapping[str, Wording]) -> Iterator[_Named]:
    telling = _telling(themes)
    for word in rest.words():
        found = process.extractOne(
            word.plain, list(telling), scorer=fuzz.ratio, score_cutoff=ALIKE_WORD
        )
        if found and len(word.plain) >= _SHORTEST[1]:
            # After every whole name: a word alone says less.
            yield _Named(telling[found[0]], word.start, word.end, found[1] - ALIKE_WORD)


def _phrases(rest: Remainder) -> Iterator[Sequence[Word]]:
    """Return each run of words with nothing but spaces, hyphens and apostrophes between them."""
    words = list(rest.words())
    for first in range(len(words)):
        for behind in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            phrase = words[first:behind]
            gaps = (rest.plain[one.end : next_.start] for one, next_ in pairwise(phrase))
            if not all(map(_BETWEEN.fullmatch, gaps)):
                break
            yield phrase


def _apart(found: Sequence[_Named]) -> Sequence[_Named]:
    """Keep the likeliest of those that share words, in order of the text."""
    kept: list[_Named] = []
    for one in sorted(found, key=lambda one: (-one.score, one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _names(themes: Mapping[str, Wording]) -> dict[str, str]:
    """Map ids and titles to ids; of two alike the first theme counts."""
    named: dict[str, str] = {}
    for theme_id, title in themes.items():
        for name in (theme_id, *(title.text(lang) for lang in LANGS)):
            named.setdefault(_key(name), theme_id)
            named.setdefault(_bare(name), theme_id)
    return {name: theme_id for name, theme_id in named.items() if name}


def _telling(themes: Mapping[str, Wording]) -> dict[str, str]:
    return {
        word: theme_id
        for name, theme_id in reversed(_names(themes).items())
        for word in name.split()
        if len(word) >= _SHORTEST[1] and word not in _EVERYDAY
    }


def _key(text: str) -> str:
    return " ".join(_WORD.findall(plain(text)))


def _bare(name: str) -> str:
    """Return a name without the article that it begins with."""
    return _ARTICLE.sub("", _key(name))


_ARTICLE = re.compile(r"^(?:an?|the|une?|les?|la|l) ")
_EVERYDAY = frozenset(EVERYDAY.split())
