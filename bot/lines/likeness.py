"""Whether a line is more like lines that judge others than like wishes and offers.

No list has all words of judgement, and irony has none. But what judges says 'you', 'nobody' and
'anyway' more often than what wishes does, and names fewer things, days and tools. So each word,
pair of words, beginning of a word and mention of others tells as much for judgement as it is more
frequent in examples of it (naive Bayes); what the examples do not have tells nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import log

from bot.language import LANGS
from bot.lines import english_examples, french_examples
from bot.lines.people_words import PEOPLE
from bot.plain import plain

ENOUGH = 3.0
"""Beyond this a line is kept back: a judgement is then 20 times (e to the 3) as likely."""


def is_like_a_judgement(text: str) -> bool:
    """Say whether a line is told by its words to be a judgement, in either language.

    Two words tell too little: 'another thought' is none, though irony often has 'another'.
    """
    if len(text.split()) < _TELLING:
        return False
    told = _told_by()
    return sum(told.get(sign, 0.0) for sign in _signs(text)) > ENOUGH


@cache
def _told_by() -> Mapping[str, float]:
    """Weigh what stands in the examples: above 0 for judgement, below 0 against it."""
    fine = [*english_examples.FINE, *french_examples.FINE]
    judging = [*english_examples.JUDGING, *french_examples.JUDGING]
    for_it, against = _frequency(judging), _frequency(fine)
    unseen = log(_share(0, len(judging))), log(_share(0, len(fine)))
    return {
        sign: for_it.get(sign, unseen[0]) - against.get(sign, unseen[1])
        for sign in for_it.keys() | against.keys()
    }


def _frequency(lines: list[str]) -> Mapping[str, float]:
    """Give the logarithm of the share of lines that have a sign."""
    counted = Counter(sign for line in lines for sign in _signs(line))
    return {sign: log(_share(count, len(lines))) for sign, count in counted.items()}


def _share(count: int, of: int) -> float:
    return (count + 0.5) / (of + 1)


_TELLING = 3  # words
_BEGINNING = re.compile(r"\b[a-z]{5}(?=[a-z])")
_WORD = re.compile(r"@|[a-z]+|\d+|[?!,]")


def _signs(text: str) -> set[str]:
    """Take a line apart: words, beginnings, pairs; as it stands, and with others marked."""
    said = plain(text)
    signs = {*_words_and_pairs(said), *(f"{begun}-" for begun in _BEGINNING.findall(said))}
    for lang in LANGS:
        signs.update(_words_and_pairs(PEOPLE[lang].sub("@", said)))
    return signs


def _words_and_pairs(said: str) -> Iterator[str]:
    words = ["0" if word.isdigit() else word for word in _WORD.findall(said)]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(["^", *words]))
