"""Trees of groups as lists give them."""

from time import perf_counter

import pytest

from bot.groups.tree import (
    WITHOUT_TEAM,
    Cycle,
    NoGroup,
    NotATeam,
    Path,
    Place,
    SamePath,
    Tree,
    TreeFault,
    TwoParents,
    TwoTeams,
    TwoTops,
    UnknownTeam,
    place,
    plant,
)


def planted(*paths: str) -> Tree:
    return plant(Path(line, tuple(path.split(">"))) for line, path in enumerate(paths, start=1))


def test_a_tree_holds_every_group_below_the_one_around_it() -> None:
    tree = planted("all>sales>north", "all>works>paint", "all>sales>south")
    assert list(tree) == ["all", "sales", "north", "south", "works", "paint", WITHOUT_TEAM]
    assert tree.below("sales") == ("north", "south")
    assert tree.parents["paint"] == "works"


def test_numbers_of_teams_add_up_to_the_top() -> None:
    """People without a team count in the company alone."""
    tree = planted("all>sales>north", "all>sales>south", "all>works>paint")
    assert tree.sums({"north": 3, "south": 4, "paint": 5, WITHOUT_TEAM: 2}) == {
        "all": 14,
        "sales": 7,
        "north": 3,
        "south": 4,
        "works": 5,
        "paint": 5,
        WITHOUT_TEAM: 2,
    }


def test_only_teams_have_people() -> None:
    with pytest.raises(KeyError):
        planted("all>sales>north").sums({"sales": 3})


def test_branches_may_be_of_any_depth() -> None:
    tree = planted("all>a>b>c>d", "all>e")
    assert tree.sums({"d": 5, "e": 1})["all"] == 6


@pytest.mark.parametrize(
    ("paths", "fault", "line"),
    [
        (["all"], NoGroup, 1),
        (["all>>north"], NoGroup, 1),
        (["all>sales>"], NoGroup, 1),
        (["all>sales>north", "all>sales>all"], Cycle, 2),
        (["all>a>b>c", "all>b>a"], TwoParents, 2),
        (["all>a", "b>all"], Cycle, 2),
        (["all>sales>north", "all>works>north"], TwoParents, 2),
        (["all>sales", "other>works"], TwoTops, 2),
        (["all>sales", "all>works", "all>sales"], SamePath, 3),
        (["all>sales>north", "all>sales"], NotATeam, 2),
        (["all>sales", "all>sales>north"], NotATeam, 2),
        ([], NoGroup, 0),
    ],
)
def test_a_line_that_does_not_fit_is_named(
    paths: list[str], fault: type[TreeFault], line: int
) -> None:
    with pytest.raises(fault) as caught:
        planted(*paths)
    assert type(caught.value) is fault
    assert caught.value.line == line


def test_everybody_is_in_one_team_or_in_none() -> None:
    tree = planted("all>sales", "all>works")
    places = [Place(1, "ada", "sales"), Place(2, "bob"), Place(3, "ada", "sales")]
    assert place(tree, places) == {"ada": "sales", "bob": WITHOUT_TEAM}


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (Place(2, "ada", "works"), TwoTeams),
        (Place(2, "ada"), TwoTeams),
        (Place(2, "bob", "paint"), UnknownTeam),
        (Place(2, "bob", "all"), UnknownTeam),
    ],
)
def test_a_line_that_puts_somebody_elsewhere_is_named(
    second: Place, fault: type[TreeFault]
) -> None:
    tree = planted("all>sales", "all>works")
    with pytest.raises(fault) as caught:
        place(tree, [Place(1, "ada", "sales"), second])
    assert caught.value.line == 2


def test_a_large_company_takes_less_than_a_second() -> None:
    """A hundred thousand people in ten thousand teams."""
    begun = perf_counter()
    tree = plant(Path(n + 1, ("all", f"d{n // 25}", f"t{n}")) for n in range(10_000))
    places = place(tree, (Place(n, f"p{n}", f"t{n // 10}") for n in range(100_000)))
    assert len(places) == 100_000
    assert tree.sums({f"t{n}": 10 for n in range(10_000)})["all"] == 100_000
    assert perf_counter() - begun < 1
