"""The attack that published sums must stand: whom do they single out, added and subtracted?

It knows who counted in every sum, and takes every sum as exact. Written as a matrix of groups by
people, some combination of its rows counts one to four people and nobody else just if the rank
falls when the columns of these are left out. This is so if, in a basis of its null space, the rows
of these people depend on each other; people who counted in the same groups throughout are one row.

All sets of up to four are gone through at once, in a random projection modulo a prime, that
keeps every dependence; what is found is then confirmed by the two ranks, in whole numbers.
It shares nothing with `witnesses`, by which numbers are released, and is for hundreds of people.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from random import Random
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from bot.groups.release import Wave
from bot.visibility import GROUP_OF

Matrix: TypeAlias = NDArray[np.int64]


def singled_out(sums: Collection[frozenset[str]], chance: Random) -> frozenset[str] | None:
    """Return one to four people of whom the sums tell something, if there are any.

    Args:
        sums: the people in each published sum, over all periods.
        chance: draws the projection, which decides how many sets are looked at twice.
    """
    atoms = _atoms(sums)
    if not atoms:
        return None
    matrix = np.array([[row in key for key in atoms] for row in range(len(sums))], np.int64)
    people = list(atoms.values())
    for few in _suspects(matrix, [len(group) for group in people], chance):
        rest = np.delete(matrix, few, axis=1)
        if rank(rest.tolist()) < rank(matrix.tolist()):
            return frozenset(person for at in few for person in people[at])
    return None


def published(waves: Iterable[Wave]) -> set[frozenset[str]]:
    """Return the people in each sum of which all published ones are made, added and subtracted."""
    sums: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for wave in waves:
        for person, cell in wave.cells.items():
            sums[wave.name, cell].add(person)
    return {frozenset(people) for people in sums.values()}


def rank(rows: Sequence[Sequence[int]]) -> int:
    """Return the rank of a matrix of whole numbers, exactly (Bareiss)."""
    left = [list(row) for row in rows]
    found, last = 0, 1
    for column in range(len(left[0]) if left else 0):
        at = next((i for i in range(found, len(left)) if left[i][column]), None)
        if at is None:
            continue
        left[found], left[at] = left[at], left[found]
        head = left[found]
        for i in range(found + 1, len(left)):
            by = left[i][column]
            left[i] = [
                (head[column] * x - by * y) // last for x, y in zip(left[i], head, strict=True)
            ]
        found, last = found + 1, head[column]
    return found


def _atoms(sums: Collection[frozenset[str]]) -> dict[frozenset[int], list[str]]:
    """Gather the people who counted in the same sums."""
    counted: defaultdict[str, set[int]] = defaultdict(set)
    for row, people in enumerate(sums):
        for person in people:
            counted[person].add(row)
    atoms: defaultdict[frozenset[int], list[str]] = defaultdict(list)
    for person in sorted(counted):
        atoms[frozenset(counted[person])].append(person)
    return dict(atoms)


def _suspects(matrix: Matrix, sizes: list[int], chance: Random) -> Iterator[tuple[int, ...]]:
    """Go through sets of atoms, of up to four people, that depend on each other in projection."""
    null = _null_space(matrix)
    for group in _parts(null):
        few = np.array([at for at in group if sizes[at] < GROUP_OF], np.int64)
        size = np.array([sizes[at] for at in few], np.int64)
        for together, depend in enumerate((_one, _two, _three, _four), start=1):
            # Others than single people would be five with three others.
            able = few[size <= GROUP_OF - together]
            if len(able) >= together:
                for chosen in depend(_projected(null[able], together, chance)):
                    found = tuple(int(able[at]) for at in chosen)
                    if sum(sizes[at] for at in found) < GROUP_OF:
                        yield found


def _null_space(matrix: Matrix) -> Matrix:
    """Return a basis of the null space as columns, modulo the prime."""
    left = matrix.copy()
    pivots: list[int] = []
    for column in range(left.shape[1]):
        row = len(pivots)
        at = np.flatnonzero(left[row:, column])
        if not at.size:
            continue
        left[[row, row + at[0]]] = left[[row + at[0], row]]
        left[row] = left[row] * pow(int(left[row, column]), -1, _PRIME) % _PRIME
        by = left[:, column].copy()
        by[row] = 0
        left = (left - np.outer(by, left[row])) % _PRIME
        pivots.append(column)
        if len(pivots) == len(left):
            break
    free = [column for column in range(left.shape[1]) if column not in set(pivots)]
    null = np.zeros((left.shape[1], len(free)), np.int64)
    null[free, range(len(free))] = 1
    null[pivots] = -left[: len(pivots)][:, free] % _PRIME
    return null


def _parts(null: Matrix) -> Iterator[list[int]]:
    """Part the atoms such that those of two parts never depend on each other."""
    waiting = set(range(len(null)))
    while waiting:
        part: set[int] = set()
        edge = {waiting.pop()}
        while edge:
            part |= edge
            waiting -= edge
            columns = np.any(null[list(edge)], axis=0)
            edge = {int(at) for at in np.flatnonzero(np.any(null[:, columns], axis=1))} & waiting
        yield sorted(part)


def _projected(rows: Matrix, width: int, chance: Random) -> Matrix:
    onto = [[chance.randrange(_PRIME) for _ in range(width)] for _ in range(rows.shape[1])]
    # One column at a time, as a sum of many products would not fit.
    out = np.zeros((len(rows), width), np.int64)
    for column, factors in enumerate(onto):
        out = (out + np.outer(rows[:, column], factors)) % _PRIME
    return out


def _one(rows: Matrix) -> Iterator[tuple[int, ...]]:
    return ((int(at),) for at in np.flatnonzero(~rows.any(axis=1)))


def _two(rows: Matrix) -> Iterator[tuple[int, ...]]:
    left, right = np.array(list(combinations(range(len(rows)), 2))).T
    minors = _minor(rows, left, right, 0, 1)
    return ((int(left[at]), int(right[at])) for at in np.flatnonzero(minors == 0))


def _three(rows: Matrix) -> Iterator[tuple[int, ...]]:
    left, right = np.array(list(combinations(range(len(rows)), 2))).T
    minors = np.stack([_minor(rows, left, right, *two) for two in ((1, 2), (2, 0), (0, 1))], 1)
    for pair, third in zip(*np.nonzero(_product(minors, rows) == 0), strict=True):
        if third > right[pair]:
            yield int(left[pair]), int(right[pair]), int(third)


def _four(rows: Matrix) -> Iterator[tuple[int, ...]]:
    """Expand by pairs of rows (Laplace): each minor of one pair meets its opposite of the other."""
    left, right = np.array(list(combinations(range(len(rows)), 2))).T
    minors = np.stack([_minor(rows, left, right, *two) for two in _PAIRS], 1)
    opposite = minors[:, ::-1] * np.array([1, -1, 1, 1, -1, 1])
    for one, other in zip(*np.nonzero(_product(minors, opposite) == 0), strict=True):
        if right[one] < left[other]:
            yield int(left[one]), int(right[one]), int(left[other]), int(right[other])


def _minor(rows: Matrix, left: Any, right: Any, i: int, j: int) -> Matrix:
    minor: Matrix = (rows[left, i] * rows[right, j] - rows[left, j] * rows[right, i]) % _PRIME
    return minor


def _product(one: Matrix, other: Matrix) -> Matrix:
    """Multiply as floats, which hold six products of two numbers below the prime exactly."""
    product = one.astype(np.float64) @ other.astype(np.float64).T
    return np.mod(product, _PRIME).astype(np.int64)


_PAIRS = ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
_PRIME = 2**25 - 39
