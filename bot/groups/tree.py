"""One fixed tree of groups: company, department, ... down to the teams that people are in.

A name stands for one group in the whole tree, as figures are shown under it. There is one tree
and no other way to cut a company: two overlapping ways can be subtracted from each other
(coaching 5.5, rule 3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WITHOUT_TEAM = ""
"""The leaf, right below the top, of people whom no team was named for."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The groups of a company.

    Attributes:
        top: the company.
        parents: the group around each other group; parents come before their children.
        children: the groups right below each group that is not a leaf.
    """

    top: str
    parents: Mapping[str, str]
    children: Mapping[str, tuple[str, ...]]

    def __iter__(self) -> Iterator[str]:
        """Go through all groups, each after the group around it."""
        yield self.top
        yield from self.parents

    def below(self, group: str) -> tuple[str, ...]:
        """Return the groups right below a group."""
        return self.children.get(group, ())

    def sums(self, leaves: Mapping[str, int]) -> dict[str, int]:
        """Add up a number per leaf for each group; a leaf that is missing counts as nothing.

        Raises:
            KeyError: of something that is not a leaf.
        """
        total = dict.fromkeys(self, 0)
        for leaf, n in leaves.items():
            if self.below(leaf):
                raise KeyError(leaf)
            total[leaf] += n
        for group, parent in reversed(tuple(self.parents.items())):
            total[parent] += total[group]
        return total
