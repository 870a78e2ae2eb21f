"""One fixed tree of groups: company, department, ... down to the teams that people are in.

A name stands for one group in the whole tree, as figures are shown under it. There is one tree
and no other way to cut a company: two overlapping ways can be subtracted from each other
(coaching 5.5, rule 3).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.errors import BotError

WITHOUT_TEAM = ""
"""The leaf, right below the top, of people whom no team was named for."""


class TreeFault(BotError):
    """A line does not fit the lines before it; `line` is its number."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class NoGroup(TreeFault):
    """The line names no group, or leaves one between two others empty."""


class Cycle(TreeFault):
    """A group would lie within itself."""


class TwoParents(TreeFault):
    """A group would lie in two others; two groups of one name need two names."""


class TwoTops(TreeFault):
    """The line begins with another company than the lines before it."""


class SamePath(TreeFault):
    """An earlier line names the same team."""


class NotATeam(TreeFault):
    """The line ends with a group that has groups of its own, or begins in a team."""


class UnknownTeam(TreeFault):
    """The line puts somebody into a team that is not in the tree."""


class TwoTeams(TreeFault):
    """An earlier line puts the same person into another team."""


@dataclass(frozen=True, slots=True)
class Path:
    """A team, as a line names it: from the company down. Lines count from 1."""

    line: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line says somebody is; an empty team is `WITHOUT_TEAM`."""

    line: int
    person: str
    team: str = WITHOUT_TEAM


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


def plant(paths: Iterable[Path]) -> Tree:
    """Build the tree of all teams, and the leaf of people without one.

    Raises:
        TreeFault: for the first line that does not fit.
    """
    growing = _Growing()
    for path in paths:
        growing.take(path)
    if growing.top is None:
        raise NoGroup(0)
    growing.children[growing.top][WITHOUT_TEAM] = None
    parents = {child: parent for parent, below in growing.children.items() for child in below}
    children = {group: tuple(below) for group, below in growing.children.items()}
    return Tree(growing.top, _from_top(growing.top, children, parents), children)


def place(tree: Tree, places: Iterable[Place]) -> dict[str, str]:
    """Return the one leaf that each person is in.

    Raises:
        UnknownTeam: a team is not a leaf of the tree.
        TwoTeams: somebody is in two.
    """
    found: dict[str, str] = {}
    for one in places:
        if one.team not in tree.parents or tree.below(one.team):
            raise UnknownTeam(one.line)
        if found.setdefault(one.person, one.team) != one.team:
            raise TwoTeams(one.line)
    return found


class _Growing:
    """What the lines said so far."""

    def __init__(self) -> None:
        self.top: str | None = None
        self.parent: dict[str, str] = {}
        self.children: dict[str, dict[str, None]] = {}
        self.teams: set[str] = set()

    def take(self, path: Path) -> None:
        """Take one line."""
        names, line = path.names, path.line
        if len(names) <= 1 or not all(names):
            raise NoGroup(line)
        if len(set(names)) < len(names):
            raise Cycle(line)
        self.top = self.top or names[0]
        if names[0] != self.top:
            raise Cycle(line) if self.top in names else TwoTops(line)
        for parent, child in pairwise(names):
            self._join(line, parent, child)
        self._end(line, names[-1])

    def _join(self, line: int, parent: str, child: str) -> None:
        if self.parent.setdefault(child, parent) != parent:
            raise TwoParents(line)
        if parent in self.teams:
            raise NotATeam(line)
        self.children.setdefault(parent, {})[child] = None

    def _end(self, line: int, team: str) -> None:
        if team in self.teams:
            raise SamePath(line)
        if team in self.children:
            raise NotATeam(line)
        self.teams.add(team)


def _from_top(
    top: str, children: Mapping[str, tuple[str, ...]], parents: Mapping[str, str]
) -> dict[str, str]:
    """Put parents before their children."""
    ordered: dict[str, str] = {}
    waiting = list(reversed(children[top]))
    while waiting:
        group = waiting.pop()
        ordered[group] = parents[group]
        waiting += reversed(children.get(group, ()))
    return ordered
