"""What is published about groups over some periods, set against all that sums can tell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TypeAlias

import pytest

from bot.groups.attack import published, rank, singled_out
from bot.groups.release import Wave, release
from bot.groups.tree import Tree
from bot.visibility import GROUP_OF
from tests.growing import grown

ORGANISATIONS = 1_000
Sums: TypeAlias = set[frozenset[str]]
"""The people in each sum."""


@dataclass(frozen=True)
class Company:
    """A company, and the team of each person who answered, period by period."""

    tree: Tree
    answered: tuple[dict[str, str], ...]


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - makes up companies


def company(draw: Random, *, teams: int = 5, most: int = 12, waves: int | None = None) -> Company:
    """Draw a company of three levels; people join, move, leave, and answer now and then."""
    paths = [
        ("all", f"d{d}", f"d{d}t{t}")
        for d in range(draw.randint(1, 4))
        for t in range(draw.randint(1, teams))
    ]
    tree = grown(paths)
    leaves = [path[-1] for path in paths]
    inside = {f"{leaf}p{n}": leaf for leaf in leaves for n in range(draw.randint(1, most))}
    often = draw.choice([0.6, 0.8, 0.9, 1.0])
    moving = draw.choice([0.0, 0.02, 0.1])
    answered = []
    for wave in range(waves or draw.randint(2, 4)):
        answered.append({p: leaf for p, leaf in inside.items() if draw.random() < often})
        _change(draw, inside, leaves, moving, wave)
    return Company(tree, tuple(answered))


def _change(
    draw: Random, inside: dict[str, str], leaves: Sequence[str], moving: float, wave: int
) -> None:
    for person in list(inside):
        if draw.random() < moving:
            inside[person] = draw.choice(leaves)
        elif draw.random() < moving:
            del inside[person]
    for n in range(draw.randint(0, 3)):
        inside[f"new{wave}-{n}"] = draw.choice(leaves)


def naive(one: Company) -> Sums:
    """Show every group of five in every period."""
    return {
        people
        for answered in one.answered
        for people in members(one.tree, answered).values()
        if len(people) >= GROUP_OF
    }


def by_the_rule(one: Company) -> Sums:
    """Show what is released with numbers."""
    return _released(one, teams=True)[0]


def by_the_rule_for_departments(one: Company) -> Sums:
    """Show it where teams are told in words in any case."""
    return _released(one, teams=False)[0]


def _released(one: Company, *, teams: bool) -> tuple[Sums, list[Wave]]:
    leaves = [group for group in one.tree if not one.tree.below(group)]
    waves: list[Wave] = []
    shown: Sums = set()
    for at, answered in enumerate(one.answered):
        released = release(one.tree, answered, str(at), waves, [] if teams else leaves)
        waves.append(released.wave)
        people = members(one.tree, answered)
        shown |= {people[group] for group in released.told("number")}
    return shown, waves


def members(tree: Tree, answered: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return who answered in each group."""
    inside: dict[str, set[str]] = {group: set() for group in tree}
    for person, leaf in answered.items():
        group: str | None = leaf
        while group is not None:
            inside[group].add(person)
            group = tree.parents.get(group)
    return {group: frozenset(people) for group, people in inside.items()}


def by_consecutive_periods(one: Company) -> Sums:
    """Show what coaching 5.5 says word for word: numbers unless one to four others answered."""
    shown: Sums = set()
    before: dict[str, frozenset[str]] = {}
    for answered in one.answered:
        people = members(one.tree, answered)
        released = release(one.tree, answered, "", ())
        for group in released.told("number"):
            changed = people[group] ^ before.get(group, people[group])
            if not 0 < len(changed) < GROUP_OF:
                shown.add(people[group])
        before = people
    return shown


def leaking(show: Callable[[Company], Sums], among: int = ORGANISATIONS) -> int:
    """Count in how many companies somebody is singled out."""
    companies = (company(chance(seed)) for seed in range(among))
    return sum(singled_out(show(one), chance(5)) is not None for one in companies)


def test_the_rule_singles_nobody_out() -> None:
    """In a thousand companies, over two to four periods."""
    assert leaking(by_the_rule) == 0


def test_the_rule_singles_nobody_out_where_teams_are_told_in_words() -> None:
    assert leaking(by_the_rule_for_departments) == 0


def test_what_is_kept_of_a_release_stands_for_all_that_was_shown() -> None:
    """Whoever audits what is kept finds what could be found in what was shown."""
    for seed in range(100):
        shown, waves = _released(company(chance(seed)), teams=True)
        kept = published(waves)
        everybody = sorted(frozenset().union(*shown, *kept))
        rows = [[[int(p in one) for p in everybody] for one in sums] for sums in (shown, kept)]
        assert rank(rows[0]) == rank(rows[1]) == rank([*rows[0], *rows[1]])


def test_showing_every_group_of_five_singles_people_out_in_most_companies() -> None:
    """So the attack finds what there is to find."""
    assert leaking(naive) > ORGANISATIONS * 0.8


def test_comparing_each_group_with_the_period_before_is_not_enough() -> None:
    """Groups whose people moved to and fro, and periods further apart, tell together."""
    assert leaking(by_consecutive_periods, 300) > 300 * 0.1


@pytest.mark.parametrize(("show", "verdicts"), [(naive, {True, False}), (by_the_rule, {False})])
def test_the_attack_agrees_with_trying_everybody(
    show: Callable[[Company], Sums], verdicts: set[bool]
) -> None:
    """The rank falls without some one to four people just where somebody is singled out."""
    drawn = (company(chance(seed), teams=2, most=5, waves=2) for seed in range(12))
    assert {agreed(show(one)) for one in drawn} == verdicts


def test_the_attack_agrees_on_groups_that_overlap_in_any_way() -> None:
    assert {agreed(overlapping(chance(seed))) for seed in range(60)} == {True, False}


def agreed(sums: Sums) -> bool:
    """Tell whether somebody is singled out, as both ways find."""
    alone = singled_out(sums, chance(1))
    assert (alone is not None) == tried(sums)
    assert alone is None or falls(sums, alone)
    return alone is not None


def overlapping(draw: Random) -> Sums:
    people = "abcdefghijkl"
    rows = draw.randint(2, 4)
    return {frozenset(draw.sample(people, draw.randint(5, 10))) for _ in range(rows)}


def tried(sums: Sums) -> bool:
    """Leave out every one to four people, unless there are too many to try."""
    everybody = sorted(frozenset().union(*sums))
    most = min(GROUP_OF - 1, len(everybody))
    return any(falls(sums, frozenset(few)) for few in combinations(everybody, most))


def falls(sums: Sums, without: frozenset[str]) -> bool:
    everybody = sorted(frozenset().union(*sums))
    rest = [person for person in everybody if person not in without]
    every = [[int(person in one) for person in everybody] for one in sums]
    fewer = [[int(person in one) for person in rest] for one in sums]
    return rank(fewer) < rank(every)


@pytest.mark.parametrize(
    ("sums", "alone"),
    [
        (["abcdef", "abcde"], "f"),
        (["abcdefgh", "abcdijkl", "efgh"], "abcd"),
        (["abcdefghij", "abcde", "fghij"], None),
        (["abcdefgh", "abcdefij"], "ghij"),
        (["abcdefgh", "abcdeijk"], None),
        (["abcdefgh", "abcdijkl", "efghijkl"], "abcd"),
        (["abcdexy", "abcdexz", "abcdeyz"], "xy"),
        ([], None),
    ],
)
def test_who_is_singled_out(sums: list[str], alone: str | None) -> None:
    """By one subtraction or by several; of three the halved sum of all less one is another."""
    found = singled_out({frozenset(one) for one in sums}, chance(1))
    assert (found is None) == (alone is None)
    assert found is None or len(found) <= len(alone or "")
