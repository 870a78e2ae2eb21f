"""How clear a team is about role and goal, and how alike its members see them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Literal

from bot.measuring.figures import Figure
from bot.teams.content import HIGHEST, LOWEST
from bot.teams.figures import alike_by_sums

FEWEST = 2
"""Answers to an item without which there is nothing to agree with."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is left of the answers to one item: how many, their sum, and the sum of squares."""

    n: int
    total: int
    squares: int


Part = Literal["level", "agreement", "index"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """All from 0 to 100; level and agreement are always shown with the index."""

    level: Figure
    agreement: Figure
    index: Figure


def answers(values: Sequence[int]) -> Answers:
    """Sum up what was answered on the scale from 1 to 5."""
    return Answers(len(values), sum(values), sum(value * value for value in values))


def alignment(items: Collection[Answers]) -> Alignment:
    """Return level, agreement and index of the items of one group (coaching 5.2, #20).

    L: mean over items of 100 x (mean - 1) / 4. A: mean over items of 100 x max(0, 1 - s² / 2),
    s² the sample variance. Index: √(L x A). `rows` are the answers, `people` those who answered
    the item with most answers. None where an item has fewer than two. Without an interval, as
    nothing links the answers of one person; that of many teams is in `between_teams`.
    """
    rows, people = sum(item.n for item in items), max((item.n for item in items), default=0)
    if not items or any(item.n < FEWEST for item in items):
        nothing = Figure(None, rows, people, "points_100")
        return Alignment(nothing, nothing, nothing)
    level = sum(map(_level, items), Fraction(0)) / len(items)
    agreed = sum((alike_by_sums(one.n, one.total, one.squares) for one in items), Fraction(0))
    agreement = 100 * agreed / len(items)
    values = (float(level), float(agreement), sqrt(level * agreement))
    return Alignment(*(Figure(value, rows, people, "points_100") for value in values))


def _level(item: Answers) -> Fraction:
    return 100 * (Fraction(item.total, item.n) - LOWEST) / (HIGHEST - LOWEST)
