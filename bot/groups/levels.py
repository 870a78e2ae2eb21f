"""Where a number would tell answers, and the word that stands for it."""

from collections.abc import Collection
from fractions import Fraction
from typing import Literal

Level = Literal["low", "medium", "high"]

APART = 3
"""People who must stand apart from the most frequent answer before a number is kept.

One would do to tell unanimity from the rest, but not against somebody who answered: whoever
stood alone would read the answer of all others in the number, and where only unanimity is left
out, in its absence. Three are the fewest with which neither tells anybody's answer, whatever
the reader's own; `tests/test_sealing_attack.py` goes through all answers of five to nine people.
"""

MOST_ALIKE = Fraction(9, 10)
"""The share beyond which one answer is everybody's."""


def third(value: Fraction | float, lowest: int, highest: int) -> Level:
    """Say a value of a scale in a word, by thirds; what lies on a border is medium."""
    width = Fraction(highest - lowest, 3)
    if value < lowest + width:
        return "low"
    return "high" if value > highest - width else "medium"


def apart(counts: Collection[float]) -> bool:
    """Tell whether a number leaves everybody's own answer open, by how often each was given."""
    total, most = sum(counts), max(counts, default=0)
    return total - most >= APART and most <= MOST_ALIKE * total
