"""Whether few people's sums over overlapping groups leave every sum over fewer than five open.

Exactly, and so for hundreds of people at most: see `witnesses` for the terms. Somebody is singled
out just if there are one to four people without whom the others have no base. Such people have
one in every base; so it is enough to look for a base, and for each one in it to look for another
base without them, up to four times.

A company is made of blocks of groups that have many people in common. Few are in groups of two
blocks, having moved. A block is safe whatever is published of others if those who are in groups
of it alone single nobody out, and if a combination of its groups that is 0 for them is 0 for all:
any sum in which such a block takes part counts five of them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import pairwise

from bot.groups.witnesses import Cells, base
from bot.visibility import GROUP_OF

MOST = 200
"""People of a block that is searched."""

_RANK = 13
"""Independent groups of a block that is searched: a department over a year."""

_BOUND = 3
"""People in both of two groups who make them one block."""


def safe(people: Collection[Cells], doubted: Collection[int]) -> frozenset[int]:
    """Return the groups of blocks that are safe, of those with a doubted group."""
    kinds = Counter(people)
    block = _blocks(kinds)
    asked = {block[cell] for cell in doubted}
    touching: defaultdict[int, Counter[Cells]] = defaultdict(Counter)
    private: defaultdict[int, Counter[Cells]] = defaultdict(Counter)
    for cells, n in kinds.items():
        into = {block[cell] for cell in cells}
        for one in into & asked:
            touching[one][tuple(cell for cell in cells if block[cell] == one)] += n
            if len(into) == 1:
                private[one][cells] += n
    sound = {one for one in asked if _leaves_open(private[one], touching[one])}
    return frozenset(cell for cell, one in block.items() if one in sound)


def _blocks(kinds: Mapping[Cells, int]) -> dict[int, int]:
    """Return for each group one that stands for its block."""
    common: Counter[tuple[int, int]] = Counter()
    root: dict[int, int] = {}
    for cells, n in kinds.items():
        root.update((cell, cell) for cell in cells)
        for two in pairwise(cells):
            common[two] += n
    for (one, other), n in common.items():
        if n >= _BOUND:
            root[_find(root, one)] = _find(root, other)
    return {cell: _find(root, cell) for cell in root}


def _find(root: dict[int, int], cell: int) -> int:
    while root[cell] != cell:
        root[cell] = root[root[cell]]
        cell = root[cell]
    return cell


def _leaves_open(private: Counter[Cells], touching: Counter[Cells]) -> bool:
    rank = len(base(touching)[0])
    if private.total() > MOST or rank > _RANK:
        return False
    bases: list[frozenset[Cells]] = []
    waiting: list[frozenset[Cells]] = [frozenset()]
    seen = set(waiting)
    while waiting:
        without = waiting.pop()
        found = _base_without(private, without, bases)
        if len(found) < rank:
            return False
        spare = GROUP_OF - 1 - sum(private[kind] for kind in without)
        more = {without | {kind} for kind in found if private[kind] <= spare} - seen
        seen |= more
        waiting += more
    return True


def _base_without(
    private: Counter[Cells], without: frozenset[Cells], bases: list[frozenset[Cells]]
) -> frozenset[Cells]:
    """Return a base that has nobody of these, one of before if possible."""
    for known in bases:
        if known.isdisjoint(without):
            return known
    left = Counter({kind: n for kind, n in private.items() if kind not in without})
    bases.append(frozenset(base(left)[0]))
    return bases[-1]
