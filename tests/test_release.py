"""Which groups may be shown, worked out by hand, and what holds for every company."""

from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.groups.release import Released, ReleasedBefore, Wave, release, visible
from bot.groups.tree import WITHOUT_TEAM, Tree
from bot.groups.witnesses import unwitnessed
from bot.visibility import GROUP_OF
from tests.growing import grown

Answers = Mapping[str, str]


def company(departments: Mapping[str, Mapping[str, int]]) -> tuple[Tree, dict[str, int]]:
    """Return a company, and how many answered in each team."""
    paths = [("all", name, team) for name, teams in departments.items() for team in teams]
    tree = grown(paths)
    return tree, {team: n for teams in departments.values() for team, n in teams.items()}


def shown(departments: Mapping[str, Mapping[str, int]]) -> set[str]:
    return set(visible(*company(departments)))


# one period


def test_four_answers_are_never_shown() -> None:
    assert shown({"d": {"a": 4}}) == set()


def test_all_groups_of_five_are_shown_where_nothing_is_hidden() -> None:
    assert shown({"d": {"a": 5, "b": 6}, "e": {"c": 7, "f": 5}}) == set("abcdef") | {"all"}


def test_a_small_team_takes_the_next_smallest_with_it() -> None:
    """Or its answers would be what is left of the department."""
    assert shown({"d": {"a": 9, "b": 7, "c": 3}}) == {"all", "d", "a"}


def test_two_small_teams_that_make_five_hide_each_other() -> None:
    assert shown({"d": {"a": 9, "b": 7, "c": 3, "e": 2}}) == {"all", "d", "a", "b"}


def test_a_team_of_which_nobody_answered_is_hidden_like_any_other() -> None:
    """That nobody did would be known if everybody else were shown."""
    assert shown({"d": {"a": 9, "b": 7, "c": 0}}) == {"all", "d", "a"}


def test_a_department_needs_two_teams_that_could_be_shown() -> None:
    """It is merged into the company, and another one with it."""
    assert shown({"d": {"a": 9, "b": 4}, "e": {"c": 7, "f": 6}, "g": {"h": 8, "i": 8}}) == {
        "all",
        *"ghi",
    }


def test_nothing_is_shown_below_what_is_hidden() -> None:
    assert shown({"d": {"a": 3}, "e": {"c": 7, "f": 6}}) == {"all"}


def test_people_without_a_team_are_hidden_with_another_group() -> None:
    tree, people = company({"d": {"a": 9, "b": 9}, "e": {"c": 7, "f": 6}})
    assert visible(tree, people | {WITHOUT_TEAM: 2}) == {"all", *"dab"}


# several periods

SIX = ["ada", "bob", "cyd", "dan", "eve", "new"]


def team(*people: str) -> dict[str, str]:
    return dict.fromkeys(people, "a")


def alone(*waves: Answers) -> list[Released]:
    """Release a company of one team for some periods."""
    tree, _ = company({"d": {"a": 0}})
    kept: list[Wave] = []
    releases = []
    for at, answered in enumerate(waves):
        releases.append(release(tree, answered, str(at), kept))
        kept.append(releases[-1].wave)
    return releases


def test_a_newcomer_is_not_found_by_removing_them() -> None:
    """Of six people energy is 3.50, sum 21; of five 3.80, sum 19: the newcomer answered 2."""
    energy = dict(zip(SIX, (4, 4, 4, 4, 3, 2), strict=True))
    assert sum(energy.values()) == 6 * 3.50 == 21
    assert sum(energy.values()) - energy["new"] == 5 * 3.80 == 19
    six, five = alone(team(*SIX), team(*SIX[:5]))
    assert six.manner["all"] == "number"
    assert five.manner["all"] == "word"


def test_the_same_people_have_numbers_again() -> None:
    assert [one.manner["all"] for one in alone(team(*SIX), team(*SIX))] == ["number", "number"]


def test_a_period_between_does_not_make_two_others_comparable() -> None:
    """The first and the third differ by one person, the second from both by five."""
    others = ["x1", "x2", "x3", "x4", "x5"]
    first, second, third = alone(team(*SIX), team(*SIX, *others), team(*SIX[:5]))
    assert first.manner["all"] == second.manner["all"] == "number"
    assert third.manner["all"] == "word"


def test_what_was_told_in_words_is_not_compared_with() -> None:
    """So a number comes back once enough other people answer than at the last number."""
    more = ["x1", "x2", "x3", "x4"]
    releases = alone(team(*SIX), team(*SIX, *more), team(*SIX, *more, "x5"))
    assert [one.manner["all"] for one in releases] == ["number", "word", "number"]


def three(a: str, b: str, c: str) -> dict[str, str]:
    """Put people, a letter each, into three teams of one department."""
    return {person: name for name, people in (("a", a), ("b", b), ("c", c)) for person in people}


def test_a_team_that_is_told_in_words_takes_another_one_with_it() -> None:
    """The department is as before, so the number of one team is what is left of it."""
    tree, _ = company({"d": {"a": 0, "b": 0, "c": 0}})
    before = release(tree, three("ABCDEFGHIJKL", "MNOPQRSTUVWXYZ", "abcdefghijklm"), "1", ())
    swapped = three("ABCDEFGHIJKM", "LNOPQRSTUVWXYZ", "abcdefghijklm")
    now = release(tree, swapped, "2", [before.wave])
    assert before.told("word") == frozenset()
    assert now.told("word") == {"a", "b"}
    assert now.told("number") == {"all", "d", "c"}


def test_two_teams_that_change_together_by_few_are_not_told_together() -> None:
    """Each differs from before by eight or more, and both together by the one that came."""
    tree, _ = company({"d": {"a": 0, "b": 0}})
    before = release(tree, three("ABCDEFGHIJKL", "MNOPQRSTUVWXYZ", ""), "1", ())
    now = release(tree, three("MNOPEFGHIJKL", "ABCDQRSTUVWXYZ0", ""), "2", [before.wave])
    assert now.told("number") < {"all", "d", "a", "b"}
    assert not {"a", "b"} <= now.told("number")


def test_figures_of_one_series_in_one_period_are_released_against_each_other() -> None:
    """Two shares of the same commitments whose denominators differ by one person."""
    tree, _ = company({"d": {"a": 0}})
    due = release(tree, team(*SIX), "2026-10 due", ())
    first_due = release(tree, team(*SIX[:5]), "2026-10 first due", [due.wave])
    assert first_due.manner["all"] == "word"


def test_a_period_is_released_once() -> None:
    tree, _ = company({"d": {"a": 0}})
    once = release(tree, team(*SIX), "2026-10", ())
    with pytest.raises(ReleasedBefore):
        release(tree, team(*SIX[:5]), "2026-10", [once.wave])


# whom five bases witness


@pytest.mark.parametrize(
    ("people", "missed"),
    [
        ([(0,)] * 5, set()),
        ([(0,)] * 4, {0}),
        ([(0, 1)] * 5 + [(0,)] * 5, set()),
        ([(0, 1)] * 5 + [(0,)] * 4, {1}),
        ([(0, 1)] * 9, set()),
        ([(0, 1)] * 4, {0}),
        ([(0, 2)] * 4 + [(1, 2)] * 9 + [(0,)] * 5, {2}),
        ([(0, 1)] * 9 + [(0,)] * 3 + [(1,)] * 2, set()),
        ([()], set()),
    ],
)
def test_a_group_is_missed_if_it_tells_of_fewer_than_five(
    people: list[tuple[int, ...]], missed: set[int]
) -> None:
    assert unwitnessed(people) == missed


# every company

departments = st.dictionaries(
    st.sampled_from("DEFGH"), st.lists(st.integers(0, 12), min_size=1, max_size=6), min_size=1
)


def named(sizes: Mapping[str, list[int]]) -> dict[str, dict[str, int]]:
    return {name: {f"{name}{n}": size for n, size in enumerate(s)} for name, s in sizes.items()}


@given(departments, st.integers(0, 6))
def test_what_is_shown_and_what_is_left_of_it_are_five(
    sizes: Mapping[str, list[int]], without: int
) -> None:
    """What is hidden of a group is nothing, or five people together in two groups."""
    tree, people = company(named(sizes))
    people[WITHOUT_TEAM] = without
    told, size = visible(tree, people), tree.sums(people)
    for group in told:
        assert size[group] >= GROUP_OF
        assert tree.parents.get(group, tree.top) in told
        below = [child for child in tree.below(group) if child or size[child]]
        hidden = [child for child in below if child not in told]
        assert len(hidden) != 1 or below == hidden
        assert not hidden or sum(size[child] for child in hidden) >= GROUP_OF


@given(st.lists(st.integers(0, 12), min_size=1, max_size=8), st.integers(0, 7))
def test_fewer_answers_in_a_hidden_team_show_nothing_more(sizes: list[int], at: int) -> None:
    tree, people = company(named({"D": sizes}))
    small = f"D{at % len(sizes)}"
    for fewer in range(min(people[small], GROUP_OF - 1)):
        if people[small] < GROUP_OF:
            assert visible(tree, people | {small: fewer}) <= visible(tree, people)


@settings(max_examples=50)
@given(departments, st.data())
def test_numbers_lie_within_numbers_and_leave_five_people(
    sizes: Mapping[str, list[int]], data: st.DataObject
) -> None:
    """Also in a second period, in which anybody may be anywhere or away."""
    tree, people = company(named(sizes))
    first = {f"{team}-{n}": team for team, size in people.items() for n in range(size)}
    away = st.none()
    second = {
        person: where
        for person, leaf in first.items()
        if (
            where := data.draw(st.just(leaf) | st.just(leaf) | away | st.sampled_from(list(people)))
        )
    }
    before = release(tree, first, "1", ())
    now = release(tree, second, "2", [before.wave])
    for one in (before, now):
        cells = list(one.wave.cells.values())
        assert all(cells.count(cell) >= GROUP_OF for cell in set(cells))
        assert all(tree.parents.get(g, tree.top) in one.told("number") for g in one.told("number"))
    assert now.told("number") | now.told("word") == visible(tree, tree_counts(second))


def tree_counts(answered: Answers) -> dict[str, int]:
    return {leaf: list(answered.values()).count(leaf) for leaf in set(answered.values())}


# what is left to see


def typical(draw: Random) -> dict[str, dict[str, int]]:
    """Draw departments of three to eight teams, of three to fourteen people."""
    return named(
        {
            f"D{d}-": [draw.randint(3, 14) for _ in range(draw.randint(3, 8))]
            for d in range(draw.randint(2, 6))
        }
    )


def test_most_groups_of_a_typical_company_are_shown() -> None:
    """Hiding everything would be safe too."""
    draw = Random(1)  # noqa: S311 - makes up companies
    told = every = 0
    for _ in range(200):
        tree, people = company(typical(draw))
        told += len(visible(tree, people))
        every += len(list(tree)) - 1  # nobody is without a team
    assert told / every > 0.75


def test_departments_of_a_typical_company_keep_numbers_for_half_a_year() -> None:
    """Four of five people answer each month; teams are told in words ever more often."""
    draw = Random(2)  # noqa: S311 - makes up companies
    told = every = 0
    for _ in range(20):
        tree, people = company(typical(draw))
        inside = [(f"{leaf}-{n}", leaf) for leaf, size in people.items() for n in range(size)]
        waves: list[Wave] = []
        for month in range(6):
            answered = {person: leaf for person, leaf in inside if draw.random() < 0.8}
            now = release(tree, answered, str(month), waves)
            waves.append(now.wave)
            fit = [g for g in visible(tree, tree_counts(answered)) if tree.below(g)]
            told += len(now.told("number") & set(fit))
            every += len(fit)
    assert told / every > 0.5
