"""The cluster bootstrap: people drawn with replacement, each with all that is theirs.

Coaching 5.3: 2,000 draws, percentiles, and a fixed seed, so that a page does not change when it
is loaded again.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from bot.intervals import Interval

DRAWS = 2_000

IN_MEMORY = 30_000
"""Numbers of one batch of draws: small enough for a cache, large enough for numpy."""


def ratios(sums: Iterable[tuple[float, float]], seed: int) -> NDArray[np.float64]:
    """Draw people and divide the sum of what they have by the sum of what they could have.

    `sums` has a numerator and a denominator for each person, the latter above 0. A share is
    hits and rows, a mean is the sum of the values and their number.
    """
    tops, bottoms = np.array(sorted(sums), dtype=np.float64).T.copy()

    def divided(drawn: NDArray[np.int32]) -> NDArray[np.float64]:
        quotients: NDArray[np.float64] = tops[drawn].sum(axis=1) / bottoms[drawn].sum(axis=1)
        return quotients

    return over_people(len(tops), len(tops), seed, divided)


def over_people(
    people: int, rows: int, seed: int, statistic: Callable[[NDArray[np.int32]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    """Return the statistic of each draw; it is given the numbers of those drawn, a line a draw.

    Draws come in batches of bounded memory, by how many `rows` people have. The caller numbers
    people by what they have, not by who they are or when they came, so that the same rows make
    the same draws.
    """
    rng = np.random.default_rng(seed)
    step = max(1, IN_MEMORY // max(people, rows))
    sizes = [min(step, DRAWS - begun) for begun in range(0, DRAWS, step)]
    drawn = (rng.integers(people, size=(size, people), dtype=np.int32) for size in sizes)
    return np.concatenate([statistic(batch) for batch in drawn])


def percentiles(draws: NDArray[np.float64], confidence: float = 0.95) -> Interval:
    """Return the interval that leaves out as many draws below as above.

    Its ends are draws themselves, so that infinite ones do no harm.
    """
    out = round(len(draws) * (1 - confidence) / 2)
    ordered = np.sort(draws)
    return Interval(float(ordered[out]), float(ordered[-out - 1]))
