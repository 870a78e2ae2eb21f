"""Trees of groups, whose numbers add up to the top."""

import pytest

from bot.groups.tree import WITHOUT_TEAM, Tree
from tests.growing import grown


def tree_of(*paths: str) -> Tree:
    return grown(tuple(path.split(">")) for path in paths)


def test_a_tree_holds_every_group_below_the_one_around_it() -> None:
    tree = tree_of("all>sales>north", "all>works>paint", "all>sales>south")
    assert list(tree) == ["all", "sales", "north", "south", "works", "paint", WITHOUT_TEAM]
    assert tree.below("sales") == ("north", "south")
    assert tree.parents["paint"] == "works"


def test_numbers_of_teams_add_up_to_the_top() -> None:
    """People without a team count in the company alone."""
    tree = tree_of("all>sales>north", "all>sales>south", "all>works>paint")
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
        tree_of("all>sales>north").sums({"sales": 3})


def test_branches_may_be_of_any_depth() -> None:
    tree = tree_of("all>a>b>c>d", "all>e")
    assert tree.sums({"d": 5, "e": 1})["all"] == 6
