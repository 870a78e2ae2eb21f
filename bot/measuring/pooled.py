"""How alike teams see role and goal, by department: from what their check-ins sealed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from bot.groups.release import visible
from bot.groups.shown import Shown, show
from bot.groups.tree import WITHOUT_TEAM, Tree
from bot.measuring.alignment import Answers, Part, alignment
from bot.measuring.between_teams import between_teams
from bot.measuring.company import TOP, Company
from bot.measuring.figures import Figure
from bot.measuring.ports import TeamRound
from bot.teams.content import Item

PARTS: Mapping[str, Part] = {
    "alignment": "index",
    "alignment_level": "level",
    "alignment_agreement": "agreement",
}
"""What is published of it, by key."""

ITEMS: tuple[Item, ...] = ("role", "goal")
MOST_OF = Fraction(2, 3)
"""The share of a team that must be in one department before the team is."""

FEWEST = 2
"""Teams of a group before anything is told of it: one would be that team's own summary."""


def pooled(
    rounds: Collection[TeamRound], company: Company, seed: Callable[[str, str], int]
) -> dict[str, dict[str, Shown]]:
    """Return the alignment of the company and of each department (coaching 5.2, #20).

    The index never stands without level and agreement: a high level of few who agree, and a low
    one of many, have the same.

    Only rounds of which numbers were sealed can be added up; these already stand against all
    rounds before. A group is told from two of them on, and one team alone is never what is left
    of the company beside its departments. Intervals are those of `between_teams`.

    Args:
        rounds: the last one of each team.
        company: where its people are.
        seed: returns the seed of the draws for a group and a key.

    Returns:
        By key of `PARTS`, then by group.
    """
    usable = [one for one in rounds if _answers(one) is not None]
    inside: dict[str, list[TeamRound]] = {}
    for one in usable:
        inside.setdefault(_home(one, company), []).append(one)
    told = _told(inside, company)
    parts = {TOP: usable} | {group: inside.get(group, []) for group in company.departments}
    return {
        key: {
            group: show(
                _measured(some, part, seed(group, key)), "number" if group in told else "too_few"
            )
            for group, some in parts.items()
        }
        for key, part in PARTS.items()
    }


def _told(inside: Mapping[str, Sequence[TeamRound]], company: Company) -> set[str]:
    every = [one for some in inside.values() for one in some]
    if len(every) < FEWEST:
        return set()
    shown = visible(_tree(company, inside), {_leaf(one): one.sealed.n for one in every})
    told = sorted(shown & set(company.departments), key=lambda name: (_people(inside[name]), name))
    while told and len(every) - sum(len(inside[name]) for name in told) == 1:
        told.pop(0)
    return {*told, *(shown & {TOP})}


def _measured(rounds: Sequence[TeamRound], part: Part, seed: int) -> Figure:
    teams = [found for one in rounds if (found := _answers(one))]
    items = [_added(item) for item in zip(*teams, strict=True)]
    figure: Figure = getattr(alignment(items), part)
    if figure.value is None:
        return figure
    return replace(figure, interval=between_teams(teams, figure.value, seed, part))


def _added(given: Collection[Answers]) -> Answers:
    return Answers(
        sum(one.n for one in given),
        sum(one.total for one in given),
        sum(one.squares for one in given),
    )


def _answers(one: TeamRound) -> tuple[Answers, ...] | None:
    """Return what was sealed of role and goal; None where only words were."""
    found: list[Answers] = []
    for item in ITEMS:
        figure = one.sealed.figures.get(item)
        if figure is None or figure.total is None or figure.squares is None:
            return None
        found.append(Answers(one.sealed.n, figure.total, figure.squares))
    return tuple(found)


def _home(one: TeamRound, company: Company) -> str:
    """Return the department that most of a team is in; "" without one."""
    places = [company.department.get(person, "") for person in one.members]
    most = max(sorted(set(places)), key=places.count, default="")
    return most if places.count(most) >= MOST_OF * len(places) else ""


def _tree(company: Company, inside: Mapping[str, Sequence[TeamRound]]) -> Tree:
    """Put teams below their departments; those of none are a department of their own."""
    homes = {name: inside.get(name, ()) for name in company.departments}
    if "" in inside:
        homes[_NO_HOME] = inside[""]
    children = {name: tuple(map(_leaf, some)) for name, some in homes.items() if some}
    parents = dict.fromkeys(homes, TOP) | {WITHOUT_TEAM: TOP}
    parents |= {leaf: name for name, some in children.items() for leaf in some}
    return Tree(TOP, parents, {TOP: (*homes, WITHOUT_TEAM), **children})


def _leaf(one: TeamRound) -> str:
    return f"{_NO_HOME}{one.team}"


def _people(rounds: Collection[TeamRound]) -> int:
    return sum(one.sealed.n for one in rounds)


_NO_HOME = "\n"
"""No department has such a name."""
