"""Which groups may be shown at the close of a period, and which of them with numbers.

First by how many answered in this period (coaching 5.5, rules 1 to 3): five at least; what is
hidden of a group makes five together, and is of two groups at least; a group of groups needs two
teams that could be shown; below what is hidden nothing is shown.

Then by who answered before (rules 4 and 5). Numbers of this period and of all before, added and
subtracted in any way, must leave everything about one to four people open: see `witnesses`. Where
they would not, the smallest group concerned is told in words, and another one where subtracting
would bring its number back. This holds for people who never change their answer, hence for all
others, and as if rounded numbers were exact.

Figures over the same answers, such as two shares of the same commitments with other denominators,
are one series even within one period: each is released against the others. Figures over answers
of different kinds are series of their own, as nothing can be subtracted.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import BotError
from bot.groups.searching import safe
from bot.groups.shown import Manner
from bot.groups.tree import Tree
from bot.groups.witnesses import unwitnessed
from bot.visibility import GROUP_OF


class ReleasedBefore(BotError):
    """The figure of this period was released; it is frozen (coaching 5.5, rule 4)."""


@dataclass(frozen=True, slots=True)
class Wave:
    """What has to be kept of a release, for those after it.

    Attributes:
        name: the period, and the figure if several are of one series.
        cells: the smallest group with numbers that each person counted in; who is missing counted
            in none. Somebody who is erased keeps their place here under a pseudonym made up anew,
            or the next number would be compared with a group that never was.
    """

    name: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Released:
    """How each group of a tree may be told, and what to keep."""

    tree: Tree
    manner: Mapping[str, Manner]
    people: Mapping[str, int]
    wave: Wave

    def told(self, manner: Manner) -> frozenset[str]:
        """Return the groups told in one manner."""
        return frozenset(group for group, how in self.manner.items() if how == manner)


def visible(tree: Tree, people: Mapping[str, int]) -> frozenset[str]:
    """Return the groups that may be shown by the number of people who answered in each leaf.

    The top needs no two teams: there is nothing that it could be merged into.
    """
    size = tree.sums(people)
    shown: set[str] = set()
    waiting = [tree.top] if size[tree.top] >= GROUP_OF else []
    releasable = _releasable(tree, size)
    while waiting:
        group = waiting.pop()
        shown.add(group)
        fit = [child for child in tree.below(group) if child in releasable]
        waiting += _apart(tree, size, group, fit)
    return frozenset(shown)


def release(
    tree: Tree,
    answered: Mapping[str, str],
    name: str,
    before: Sequence[Wave],
    in_words: Collection[str] = (),
) -> Released:
    """Say how each group may be told.

    Args:
        tree: the groups.
        answered: the leaf of each person who answered, by pseudonym.
        name: of the period; see `Wave`.
        before: all waves of the series that anybody may remember.
        in_words: groups that need no numbers, such as teams. The fewer numbers there are, the
            longer those of larger groups go on. What is below one needs none either.

    Raises:
        ReleasedBefore: `before` has a wave of this name.
    """
    if any(wave.name == name for wave in before):
        raise ReleasedBefore(name)
    people = Counter(answered.values())
    shown = visible(tree, people)
    numbers = _Numbers(tree, tree.sums(people), set(shown))
    for group in in_words:
        numbers.drop(group)
    cells = numbers.cells(answered)
    while before and (telling := _telling(numbers, cells, before)):
        numbers.coarsen(telling)
        cells = numbers.cells(answered)
    manner: dict[str, Manner] = {
        group: "number" if group in numbers.kept else "word" if group in shown else "too_few"
        for group in tree
    }
    return Released(tree, manner, numbers.size, Wave(name, cells))


def _releasable(tree: Tree, size: Mapping[str, int]) -> frozenset[str]:
    """Return leaves of five, and groups with two or more of these inside."""
    teams = tree.sums({g: int(n >= GROUP_OF) for g, n in size.items() if not tree.below(g)})
    return frozenset(g for g in tree if teams[g] > bool(tree.below(g)))


def _apart(tree: Tree, size: Mapping[str, int], group: str, fit: Collection[str]) -> list[str]:
    """Return those of the groups below that stay shown once enough are hidden beside them.

    A group that nobody answered in counts as hidden: that nobody did is not told either.
    """
    shown = sorted(fit, key=lambda child: (size[child], child), reverse=True)
    hidden = [child for child in tree.below(group) if child not in fit and _exists(size, child)]
    while hidden and shown and (sum(size[c] for c in hidden) < GROUP_OF or len(hidden) == 1):
        hidden.append(shown.pop())
    return shown


def _exists(size: Mapping[str, int], group: str) -> bool:
    """Tell whether a group can have people: the leaf of those without a team may have none."""
    return bool(group) or size[group] > 0


def _telling(numbers: "_Numbers", cells: Mapping[str, str], before: Sequence[Wave]) -> list[str]:
    """Return the groups of this period whose numbers tell too much, the smallest first."""
    old: dict[tuple[int, str], int] = {}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, wave in enumerate(before):
        for person, cell in wave.cells.items():
            found[person].append(old.setdefault((at, cell), len(old)))
    now = sorted(set(cells.values()), key=numbers.by_size, reverse=True)
    number = {group: at for at, group in enumerate(now, len(old))}
    for person, cell in cells.items():
        found[person].append(number[cell])
    people = [tuple(cells) for cells in found.values()]
    missed = unwitnessed(people)
    if sound := safe(people, missed & frozenset(number.values())):
        missed = unwitnessed(tuple(c for c in cells if c not in sound) for cells in people)
    return [group for group in reversed(now) if number[group] in missed]


class _Numbers:
    """The groups that still have numbers."""

    def __init__(self, tree: Tree, size: Mapping[str, int], kept: set[str]) -> None:
        self.tree = tree
        self.size = size
        self.kept = kept

    def cells(self, answered: Mapping[str, str]) -> dict[str, str]:
        """Return the smallest group with numbers around each person, where there is one."""
        cell: dict[str, str | None] = {}
        for group in self.tree:
            around = cell.get(self.tree.parents.get(group, group))
            cell[group] = group if group in self.kept else around
        found = ((person, cell[leaf]) for person, leaf in answered.items())
        return {person: around for person, around in found if around is not None}

    def coarsen(self, told: Sequence[str]) -> None:
        """Make what is told of some groups less fine."""
        for group in told:
            if group in self.kept:
                self._merge(group)

    def _merge(self, group: str) -> None:
        """Take numbers from a group, or one inside: then the group stands for what is left of it.

        A second goes beside the first, lest subtracting bring its number back.
        """
        inside = self._inside(group)
        self.drop(inside[0] if inside else group)
        around = self.tree.parents.get(group)
        if inside or around not in self.kept:
            return
        beside = self._inside(around)
        silent = [c for c in self.tree.below(around) if self.size[c] and c not in self.kept]
        if beside and len(silent) == 1:
            self.drop(beside[0])

    def _inside(self, group: str) -> list[str]:
        """Return the groups with numbers right below one, the smallest first."""
        return sorted((c for c in self.tree.below(group) if c in self.kept), key=self.by_size)

    def by_size(self, group: str) -> tuple[int, str]:
        """Order groups by their people, and those of one size by name."""
        return self.size[group], group

    def drop(self, group: str) -> None:
        """Take numbers from a group and all below."""
        waiting = [group]
        while waiting:
            one = waiting.pop()
            self.kept.discard(one)
            waiting += self.tree.below(one)
