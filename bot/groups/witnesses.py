"""Whether sums over overlapping groups of people leave every sum over fewer than five open.

A reader may add and subtract published sums, each times any number. What comes out is again a sum
over people, each times a number of their own, and it gives somebody away if only one to four of
them count. Write each person as a vector: 1 for each published group that they are in. A base is
a choice of people whose vectors span those of everybody; a combination that is 0 for all of a
base is 0 for everybody. So with five bases that share nobody, whatever is not 0 throughout counts
at least five people: one of each base.

That is enough to be safe, not necessary: it asks for five people a period, so that small groups
are judged too strictly after some periods; `searching` judges these exactly. It takes the vectors
alone, never an answer, so that what is refused tells nothing about answers either.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from bot.visibility import GROUP_OF

Cells: TypeAlias = tuple[int, ...]
"""The published groups that a person is in, by number."""


def unwitnessed(people: Iterable[Cells]) -> frozenset[int]:
    """Return groups without which, and with all others, nothing tells of fewer than five.

    Of groups that tell too much together it is the last, by number, that returns. So whoever
    numbers old groups first, and these were safe, may leave aside what returns of them: a
    combination that is missed because of an old group is one of old groups alone. (With old
    ones first, every vector of a basis of what a base misses ends with a group that returns.)
    """
    left = Counter(cells for cells in people if cells)
    spanned: frozenset[int] | None = None
    missed: frozenset[int] = frozenset()
    for _ in range(GROUP_OF):
        chosen, leads = base(left)
        spanned = leads if spanned is None else spanned
        missed |= spanned - leads
        left -= Counter(chosen)
    return missed


def base(left: Counter[Cells]) -> tuple[list[Cells], frozenset[int]]:
    """Choose people that span the rest, and say which groups lead an echelon form of these.

    The commonest kinds come first, so that the rare ones last. Counts modulo a prime: what is
    independent so is independent; up to 36 groups all minors are smaller than the prime
    (Hadamard), and beyond, one that it divides would be an accident.
    """
    taken: list[Cells] = []
    echelon: dict[int, Mapping[int, int]] = {}
    for cells, _ in left.most_common():
        vector = dict.fromkeys(cells, 1)
        while vector and (lead := min(vector)) in echelon:
            _subtract(vector, echelon[lead], vector[lead])
        if vector:
            inverse = pow(vector[lead], -1, _PRIME)
            echelon[lead] = {cell: x * inverse % _PRIME for cell, x in vector.items()}
            taken.append(cells)
    return taken, frozenset(echelon)


def _subtract(vector: dict[int, int], other: Mapping[int, int], times: int) -> None:
    """Take the other vector from this one so many times; what is 0 goes."""
    for cell, x in other.items():
        rest = (vector.get(cell, 0) - times * x) % _PRIME
        if rest:
            vector[cell] = rest
        else:
            del vector[cell]


_PRIME = 2**61 - 1
