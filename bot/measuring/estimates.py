"""From rows of people to a figure with its interval (coaching 5.3)."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import fsum

from bot.intervals import wilson
from bot.measuring.durations import Duration, draws, quantile
from bot.measuring.figures import Figure, Unit
from bot.measuring.resampling import percentiles, ratios

Row = tuple[str, float]
"""A person, and what one prompt, session, commitment or answer of theirs is worth."""

ENOUGH_TO_DRAW = 2
"""With one person every draw is the same, which would look like certainty."""


def share_of_people(hits: AbstractSet[str], people: AbstractSet[str]) -> Figure:
    """Return the share of these people who are among the hits."""
    return share((person, float(person in hits)) for person in people)


def share(rows: Iterable[Row], seed: int = 0) -> Figure:
    """Return the share of rows that hit; each is worth 0 to 1.

    Wilson where everybody has one row, else the cluster bootstrap. Where all rows are alike the
    bootstrap sees no doubt at all; there it is Wilson again, with the people for rows.
    """
    sums = _sums(rows)
    hits, n = fsum(hit for hit, _ in sums.values()), round(fsum(n for _, n in sums.values()))
    if n > len(sums) and 0 < hits < n:
        return replace(ratio(sums, "share", seed), rows=n, hits=hits)
    if not n:
        return Figure(None, 0, 0, "share", hits=0.0)
    people, p = len(sums), hits / n
    return Figure(p, n, people, "share", hits, interval=wilson(p * people, people))


def mean(rows: Iterable[Row], unit: Unit, seed: int) -> Figure:
    """Return the mean over rows, resampled by person."""
    sums = _sums(rows)
    n = round(fsum(n for _, n in sums.values()))
    return replace(ratio(sums, unit, seed), rows=n)


def ratio(sums: Mapping[str, tuple[float, float]], unit: Unit, seed: int) -> Figure:
    """Divide what people have by what they could have; `rows` are the people.

    `sums` has both for each person; who has nothing to divide by is left out.
    """
    real = [(top, bottom) for top, bottom in sums.values() if bottom > 0]
    if not real:
        return Figure(None, 0, 0, unit)
    value = fsum(top for top, _ in real) / fsum(bottom for _, bottom in real)
    figure = Figure(value, len(real), len(real), unit)
    if len(real) < ENOUGH_TO_DRAW:
        return figure
    return replace(figure, interval=percentiles(ratios(real, seed)).around(value))


def length(rows: Iterable[Duration], unit: Unit, seed: int, part: float = 0.5) -> Figure:
    """Return how long it takes until `part` of all have ended, resampled by person."""
    given = list(rows)
    people = len({row.person for row in given})
    value = quantile(given, part)
    figure = Figure(value, len(given), people, unit)
    if value is None or people < ENOUGH_TO_DRAW:
        return figure
    return replace(figure, interval=percentiles(draws(given, part, seed)).around(value))


def _sums(rows: Iterable[Row]) -> dict[str, tuple[float, float]]:
    mine: dict[str, list[float]] = {}
    for person, worth in rows:
        mine.setdefault(person, []).append(worth)
    return {person: (fsum(worth), float(len(worth))) for person, worth in mine.items()}
