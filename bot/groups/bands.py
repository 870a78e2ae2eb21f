"""Numbers of people as others are told them: as ranges, or not at all.

A range never depends on chance, so that asking again tells nothing more. What its edge tells: a
figure that goes from one range to the next passed the edge, and whoever knows that one person
alone moved in between knows on which side they are. So edges are few and far apart, and the
caller keeps a figure for as long as it was promised (a draft and a day), in which others move.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import ceil, floor

from bot.intervals import wilson
from bot.visibility import GROUP_OF

EXACT = 30
"""People from whom on the size of a group is told as it is."""


@dataclass(frozen=True, slots=True)
class Band:
    """A number of people that is told as a range, widened on purpose."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a group in percent, and the 95 % interval around it, both in whole tens.

    `people` is the size of the group; with `EXACT` people or more both of its ends are that size.
    """

    percent: int
    low: int
    high: int
    people: Band


def band(n: int) -> Band:
    """Return the range of a number: 0 to 4, 5 to 9, 10 to 19, 20 to 49, 50 to 99, and so on.

    It depends on nothing else, and is at least five numbers wide. There are three edges to each
    power of ten: the fewest with which ranges still say how much of a company it is.
    """
    at = bisect_right(_EDGES, n)
    return Band(_EDGES[at - 1], _EDGES[at] - 1)


def held(private: int, total: int) -> Band | None:
    """Return the range of people with something private, out of a total that is known.

    None unless they and all others are at least five, and the total leaves at least five numbers
    of the range possible: with a total of ten, 'shown' would mean five of them exactly.
    """
    told = band(private)
    least, most = max(told.least, GROUP_OF), min(told.most, total - GROUP_OF)
    wide = most - least + 1 >= GROUP_OF
    return told if wide and least <= private <= most else None


def share(k: int, n: int) -> Share | None:
    """Return which share of a group `k` of `n` are; None unless they and all others are five.

    The interval is Wilson's, of the rounded share, widened outward to whole tens. Below `EXACT`
    people it is that of the smallest group of the range, so that neither end tells the size.
    Who knows the size from elsewhere reads `k` to within a tenth of it, as the rounding does.
    """
    if k < GROUP_OF or n - k < GROUP_OF:
        return None
    percent = (20 * k + n) // (2 * n) * 10  # half a ten goes up
    people = size(n)
    return Share(percent, *around(percent, people), people)


def size(n: int) -> Band:
    """Return the range of the size of a group; from `EXACT` on it is the size itself."""
    if n >= EXACT:
        return Band(n, n)
    told = band(n)
    return Band(told.least, min(told.most, EXACT - 1))


def around(percent: int, people: Band) -> tuple[int, int]:
    """Return the interval that is told around a rounded share, in whole tens."""
    told = wilson(percent / 100 * people.least, people.least)
    return floor(told.low * 10) * 10, ceil(told.high * 10) * 10


_EDGES = (0, 5, *(step * 10**power for power in range(1, 10) for step in (1, 2, 5)))
