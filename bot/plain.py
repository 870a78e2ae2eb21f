"""Typed text made comparable: lower case, without accents, with straight apostrophes."""

import unicodedata

LONGEST = 500
"""What a person types is read up to here; longer texts are cut, never refused."""

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "œ": "oe", "æ": "ae", "–": "-", "—": "-"}
)


def plain(text: str, longest: int = LONGEST) -> str:
    """Return the text for matching only: no accents, no capitals, single spaces."""
    return bare(text, longest).lower()


def bare(text: str, longest: int = LONGEST) -> str:
    """Return the text without accents but with its capitals, which tell names from words.

    It is as long as `plain` of the same text, so that a place in one is a place in the other.
    """
    spread = unicodedata.normalize("NFKD", text[:longest].translate(_ALIKE).replace("Œ", "Oe"))
    kept = "".join(c for c in spread if not unicodedata.combining(c) and len(c.lower()) == 1)
    return " ".join(kept.split())[:longest]
