"""The cluster bootstrap: people drawn with replacement, each with all that is theirs.

Coaching 5.3: 2,000 draws, percentiles, and a fixed seed, so that a page does not change when it
is loaded again.
"""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from bot.measuring.figures import Interval

DRAWS = 2_000


def ratios(sums: Iterable[tuple[float, float]], seed: int) -> NDArray[np.float64]:
    """Draw people and divide the sum of what they have by the sum of what they could have.

    `sums` has a numerator and a denominator for each person, the latter above 0. A share is
    hits and rows, a mean is the sum of the values and their number.
    """
    tops, bottoms = np.array(sorted(sums), dtype=np.float64).T.copy()
    return over_people(len(tops), seed, lambda drawn: tops[drawn].sum() / bottoms[drawn].sum())


def over_people(
    people: int, seed: int, statistic: Callable[[NDArray[np.int32]], float]
) -> NDArray[np.float64]:
    """Return the statistic of each draw; it is given the numbers of those drawn.

    One draw is in memory at a time. The caller numbers people by what they have, not by who they
    are or when they came, so that the same rows make the same draws.
    """
    rng = np.random.default_rng(seed)
    drawn = (rng.integers(people, size=people, dtype=np.int32) for _ in range(DRAWS))
    return np.fromiter(map(statistic, drawn), dtype=np.float64, count=DRAWS)


def percentiles(draws: NDArray[np.float64], confidence: float = 0.95) -> Interval:
    """Return the interval that leaves out as many draws below as above.

    Its ends are draws themselves, so that infinite ones do no harm.
    """
    tail = (1 - confidence) / 2
    low, high = np.quantile(draws, (tail, 1 - tail), method="inverted_cdf")
    return Interval(float(low), float(high))
