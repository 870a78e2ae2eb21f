"""How sure the alignment of a group is: its teams, drawn again and again (coaching 5.3)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from bot.intervals import Interval
from bot.measuring.alignment import Answers, Part
from bot.measuring.resampling import over_people, percentiles
from bot.teams.content import HIGHEST, LOWEST

ENOUGH_TEAMS = 12
"""Teams from which on there is an interval.

Coaching 5.6 has it that nobody can tell an effect from none with fewer. Of made-up teams of 5 to
12 people, with 10 to 30 % of the variance between teams, the interval of two teams holds the true
index in half of the cases, that of five in 75 to 84 %, that of twelve in 89 to 93 %; and of two
months that do not differ, one in ten is said to, as with all 90 % intervals.
"""


def between_teams(
    teams: Collection[Sequence[Answers]], value: float, seed: int, part: Part = "index"
) -> Interval | None:
    """Return the 95 % interval of a group's alignment, in points; None below `ENOUGH_TEAMS`.

    The cluster bootstrap: 2,000 times as many teams as there are, drawn with replacement and each
    with all its answers, are pooled and measured as `alignment` does; the percentiles 2.5 and
    97.5, widened to the value itself and outward to whole points.

    What it tells of one team: with two teams, a quarter of the draws is one team twice, so that
    the ends would be the two teams' own numbers; with three, one end still could be. Of twelve, no
    team is as good as all of a draw at either end, and rounding leaves no end the number of any
    one draw. An end is no sum, so nothing is left when intervals of departments are taken from
    that of the company; where a single team would be what is left of a figure, `pooled` tells
    none. That there is an interval says that twelve teams were added up, which the number of
    people beside it says more closely. A wide one says that some team is far from the others, and
    not which. What teams sealed is known to nobody; who knew it of all teams but one could work
    out that one from the values alone.

    Args:
        teams: of each team what is left of each item, in one order.
        value: what all of them together have.
        seed: of the draws.
        part: of the alignment.
    """
    if len(teams) < ENOUGH_TEAMS:
        return None
    given = np.array(sorted(map(_numbers, teams)), dtype=np.float64)

    def measured(drawn: NDArray[np.int32]) -> NDArray[np.float64]:
        return _MEASURED[part](given[drawn].sum(axis=1))

    found = percentiles(over_people(len(given), given.size, seed, measured)).around(value)
    return Interval(float(floor(found.low)), float(ceil(found.high)))


def _numbers(team: Sequence[Answers]) -> list[tuple[int, int, int]]:
    return [(item.n, item.total, item.squares) for item in team]


def _level(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the level of each draw, from number, sum and squares of each item (5.2, #20)."""
    n, total, _squares = np.moveaxis(sums, -1, 0)
    level: NDArray[np.float64] = 100 * ((total / n - LOWEST) / (HIGHEST - LOWEST)).mean(axis=1)
    return level


def _agreement(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    n, total, squares = np.moveaxis(sums, -1, 0)
    variance = (n * squares - total**2) / (n * (n - 1))
    agreement: NDArray[np.float64] = 100 * np.maximum(0.0, 1 - variance / 2).mean(axis=1)
    return agreement


def _index(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    index: NDArray[np.float64] = np.sqrt(_level(sums) * _agreement(sums))
    return index


_MEASURED: Mapping[Part, Callable[[NDArray[np.float64]], NDArray[np.float64]]] = {
    "level": _level,
    "agreement": _agreement,
    "index": _index,
}
