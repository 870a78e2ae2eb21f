"""A company as a tree of groups, made of what is known of where each person is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.groups.tree import WITHOUT_TEAM, Tree

TOP = "company"
"""The group of everybody, as published figures name it."""

_WITHIN = "\n"
"""Between a department and a team: a name is one line."""


@dataclass(frozen=True, slots=True)
class Company:
    """The tree, and the leaf of each person who is in a department.

    Attributes:
        departments: in alphabetical order; never a team (coaching 5.9).
        department: of each person who is in one.
    """

    tree: Tree
    departments: tuple[str, ...]
    leaves: Mapping[str, str]
    department: Mapping[str, str]

    def placed(self, people: Collection[str]) -> dict[str, str]:
        """Return the leaf of each of these people."""
        return {person: self.leaves.get(person, WITHOUT_TEAM) for person in people}


def company(groups: Mapping[str, tuple[str, ...]]) -> Company:
    """Build the tree: company, departments, and the teams inside them.

    The first name of a path is the department, the others are the team; whoever has no first
    name is in none, for a team is not shown as if it were one. In a department with teams, those
    without one are a team of their own. A department called `TOP` counts as none.
    """
    named = {person: path for person, path in groups.items() if path and path[0] not in _NONE}
    teams: dict[str, set[str]] = {}
    for path in named.values():
        teams.setdefault(path[0], set()).add(_WITHIN.join(path[1:]))
    leaves = {person: _leaf(path, teams[path[0]]) for person, path in named.items()}
    departments = tuple(sorted(teams, key=lambda name: (name.casefold(), name)))
    department = {person: path[0] for person, path in named.items()}
    return Company(_tree(departments, teams), departments, leaves, department)


def _leaf(path: tuple[str, ...], teams: Collection[str]) -> str:
    """Return the department itself where it has no teams."""
    department, *team = path
    return department if teams == {""} else f"{department}{_WITHIN}{_WITHIN.join(team)}"


def _tree(departments: tuple[str, ...], teams: Mapping[str, Collection[str]]) -> Tree:
    parents, children = {}, {TOP: (*departments, WITHOUT_TEAM)}
    for department in departments:
        parents[department] = TOP
        if teams[department] != {""}:
            inside = [f"{department}{_WITHIN}{team}" for team in sorted(teams[department])]
            children[department] = tuple(inside)
            parents |= dict.fromkeys(inside, department)
    return Tree(TOP, parents | {WITHOUT_TEAM: TOP}, children)


_NONE = frozenset({"", TOP})
