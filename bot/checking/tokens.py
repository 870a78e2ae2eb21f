"""A spelt text cut into words, elisions and contractions undone, punctuation kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.spelling import Spelt

_TOKEN = re.compile(
    r"aujourd'hui|quelqu'un|o'clock|1[:.-]1s?|121s?|1on1s?"
    r"|s'(?=ils?\b)"
    r"|(?:[jldmtsnc]|qu|lorsqu|puisqu|jusqu|presqu)'(?=\w)"
    r"|(?:ca|wo|do|is|are|was|were|has|have|had|did|does|could|should|would|must|ai)n't\b"
    r"|'(?:ll|re|ve|m|d|s)\b"
    r"|https?://\S+"
    r"|\d+(?:-[a-z]+)+"
    r"|[+-]?\d+(?:[.,:/h]\d+)*(?: ?%|[a-z]+)?"
    r"|[a-z]+\d+(?:\.\d+)+"
    r"|\w+(?:-\w+)*"
    r"|[^\s\w]"
)
_WHOLE = {
    "j'": "je", "l'": "le", "d'": "de", "m'": "me", "t'": "te", "s'": "se", "n'": "ne",
    "c'": "ce", "qu'": "que", "lorsqu'": "lorsque", "puisqu'": "puisque", "jusqu'": "jusque",
    "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would",
}  # fmt: skip
_NOT = {"can't": "can", "won't": "will", "ain't": "is"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, between two places of the spelt text."""

    word: str
    start: int
    end: int
    capital: bool = False


def tokenise(spelt: Spelt) -> tuple[Token, ...]:
    """Cut a spelt text into tokens."""
    return tuple(_tokens(spelt))


def _tokens(spelt: Spelt) -> Iterator[Token]:
    for match in _TOKEN.finditer(spelt.text):
        word, start, end = match[0], match.start(), match.end()
        if word.endswith("n't"):
            yield Token(_NOT.get(word, word[:-3]), start, end - 3)
            yield Token("not", end - 3, end)
        else:
            if word == "s'" and spelt.text[end : end + 2] == "il":
                word = "si"
            yield Token(_WHOLE.get(word, word), start, end, start in spelt.capitals)


def words_of(tokens: tuple[Token, ...]) -> str:
    """Return the words of tokens as one text with single spaces, to match phrases in."""
    return " ".join(token.word for token in tokens)
