"""Trees of groups for tests, from the paths of their teams."""

from collections.abc import Iterable
from itertools import pairwise

from bot.groups.tree import WITHOUT_TEAM, Tree


def grown(paths: Iterable[tuple[str, ...]]) -> Tree:
    """Build the tree of all teams, each from the company down, and the leaf of people without."""
    parents: dict[str, str] = {}
    children: dict[str, dict[str, None]] = {}
    for names in paths:
        for parent, child in pairwise(names):
            parents[child] = parent
            children.setdefault(parent, {})[child] = None
    top = next(iter(children))
    parents[WITHOUT_TEAM] = top
    children[top][WITHOUT_TEAM] = None
    below = {group: tuple(names) for group, names in children.items()}
    return Tree(top, dict(_from_top(top, below)), below)


def _from_top(group: str, below: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    for child in below.get(group, ()):
        yield child, group
        yield from _from_top(child, below)
