"""A figure over all groups of a tree at once: what one of them tells of those beside it.

A group told in words because its answers are alike (coaching 5.5, rule 6) would be worked out
from the groups beside it and the one around; and so would the answers of several that are hidden
or in words, taken together, if all of these are alike. So what is left of a group beside its
groups with numbers must stand as a figure does, or the smallest of these is told in words too.
"""

from collections import Counter
from collections.abc import Collection, Mapping

from bot.groups.levels import apart
from bot.groups.raw import Raw
from bot.groups.release import Released
from bot.groups.shown import Shown, show, stands
from bot.groups.tree import Tree


def tell(
    released: Released, raws: Mapping[str, Raw], heaviest: Mapping[str, int] | None = None
) -> dict[str, Shown]:
    """Return what may be printed of each group.

    Args:
        released: which groups may be told, and how, by who answered.
        raws: the figure of each group that is told.
        heaviest: the most rows that one person has in each group; see `show`.
    """
    most = heaviest or {}
    fit = {group for group, raw in raws.items() if stands(raw, most.get(group, 0))}
    numbers = _numbers(released.tree, raws, fit & released.told("number"), most)
    shown: dict[str, Shown] = {}
    for group, raw in raws.items():
        manner = released.manner[group]
        bounded = "word" if manner == "number" and group not in numbers else manner
        shown[group] = show(raw, bounded, heaviest=most.get(group, 0))
    return shown


def _numbers(
    tree: Tree, raws: Mapping[str, Raw], fit: Collection[str], most: Mapping[str, int]
) -> frozenset[str]:
    """Return the groups that keep their numbers; none is inside one that does not."""
    numbers: set[str] = set()
    waiting = [tree.top] if tree.top in fit else []
    while waiting:
        group = waiting.pop()
        numbers.add(group)
        inside = [child for child in tree.below(group) if child in fit]
        inside.sort(key=lambda child: (raws[child].people, child), reverse=True)
        heaviest = max((most.get(c, 0) for c in tree.below(group) if c not in inside), default=0)
        while inside and not _rest_stands(raws[group], [raws[c] for c in inside], heaviest):
            heaviest = max(heaviest, most.get(inside.pop(), 0))
        waiting += inside
    return frozenset(numbers)


def _rest_stands(around: Raw, inside: list[Raw], heaviest: int) -> bool:
    """Tell whether what is left of a group leaves everybody's own answer open."""
    if around.by_bot or around.people == sum(raw.people for raw in inside):
        return True
    rows = around.rows - sum(raw.rows for raw in inside)
    if heaviest * 2 > rows:
        return False
    if around.hits is not None:
        hits = around.hits - sum(raw.hits or 0 for raw in inside)
        return apart((hits, rows - hits))
    if not around.counts:
        return True
    rest = Counter(around.counts)
    for raw in inside:
        rest.subtract(raw.counts)
    return apart(rest.values())
