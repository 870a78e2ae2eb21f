"""A figure about all groups of a company at once."""

from collections import Counter
from collections.abc import Collection, Mapping
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from bot.groups.bands import EXACT
from bot.groups.release import release
from bot.groups.shown import Shown, show
from bot.groups.telling import tell
from bot.groups.tree import Tree
from tests.growing import grown
from tests.test_shown import Figure, scale, share

PATHS = [("all", d, f"{d}{t}") for d in "de" for t in "abc"]
TREE = grown(PATHS)
SPREAD = [1, 2, 3, 4, 5] * 6


def told(answers: Mapping[str, list[int]]) -> dict[str, Shown]:
    """Release answers from 1 to 5 of each team, and say what may be printed."""
    raws = {group: scale(*every) for group, every in inside(answers).items() if len(every) > 1}
    people = {f"{team}{n}": team for team, every in answers.items() for n in range(len(every))}
    return tell(release(TREE, people, "1", ()), raws)


def inside(answers: Mapping[str, list[int]], tree: Tree = TREE) -> dict[str, list[int]]:
    every: dict[str, list[int]] = {group: [] for group in tree}
    for team, given in answers.items():
        group: str | None = team
        while group is not None:
            every[group] += given
            group = tree.parents.get(group)
    return every


def hows(shown: Mapping[str, Shown], how: str) -> set[str]:
    return {group for group, one in shown.items() if one.how == how}


def test_groups_whose_answers_differ_have_numbers() -> None:
    shown = told({"da": SPREAD, "db": SPREAD, "dc": SPREAD, "ea": SPREAD, "eb": SPREAD, "ec": [3]})
    assert hows(shown, "number") == {"all", "d", "da", "db", "dc", "e", "eb"}
    assert shown["ea"].how == "too_few"


def test_a_word_is_not_worked_out_from_the_numbers_beside_it() -> None:
    """All of team dc answered 5; the smallest of the others is told in a word as well."""
    answers = {"da": [*SPREAD, 3], "db": SPREAD, "dc": [5] * 10}
    shown = told(answers | {"ea": SPREAD, "eb": SPREAD, "ec": SPREAD})
    assert hows(shown, "word") == {"db", "dc"}
    assert {"all", "d", "da", "e"} <= hows(shown, "number")


def test_hidden_teams_that_answered_alike_are_not_worked_out_together() -> None:
    """Of teams db and dc six people, all with 1, are what is left of the department."""
    answers = {"da": SPREAD, "db": [1] * 3, "dc": [1] * 3, "ea": SPREAD, "eb": SPREAD}
    tree = grown([*PATHS, ("all", "d", "dd")])
    answers = answers | {"dd": SPREAD, "ec": SPREAD}
    people = {f"{team}{n}": team for team, every in answers.items() for n in range(len(every))}
    every = inside(answers, tree)
    raws = {group: scale(*given) for group, given in every.items() if len(given) > 1}
    shown = tell(release(tree, people, "1", ()), raws)
    assert shown["db"].how == shown["dc"].how == "too_few"
    assert hows(shown, "word") == {"da"}


def test_shares_are_protected_alike() -> None:
    """Everybody of team dc did it."""
    did = {
        "da": (12, 30),
        "db": (14, 31),
        "dc": (8, 8),
        "ea": (9, 30),
        "eb": (8, 30),
        "ec": (7, 30),
    }
    people = {f"{team}{n}": team for team, (_, size) in did.items() for n in range(size)}
    hits = TREE.sums({team: one for team, (one, _) in did.items()})
    sizes = TREE.sums({team: size for team, (_, size) in did.items()})
    raws = {group: share(hits[group], sizes[group]) for group in TREE if group}
    shown = tell(release(TREE, people, "1", ()), raws)
    assert hows(shown, "word") == {"da", "dc"}


def test_a_figure_of_one_person_is_a_word_in_the_tree_too() -> None:
    every = {team: SPREAD for _, _, team in PATHS}
    raws = {group: scale(*given) for group, given in inside(every).items() if given}
    people = {f"{team}{n}": team for team in every for n in range(len(SPREAD))}
    shown = tell(release(TREE, people, "1", ()), raws, {"da": 20})
    assert hows(shown, "word") == {"da", "db"}


# nothing that the ends of the scale tell


def known(shown: Mapping[str, Shown], every: Mapping[str, list[int]]) -> bool:
    """Tell whether numbers and the ends of the scale leave a team only one sum."""
    teams = [team for _, _, team in PATHS if every[team]]
    numbers = [g for g, one in shown.items() if one.how == "number" and len(every[g]) >= EXACT]
    rows = np.array([[_below(team, group) for team in teams] for group in numbers], float)
    sums = [(shown[group].value or 0) * len(every[group]) for group in numbers]
    bounds = [(len(every[team]), 5 * len(every[team])) for team in teams]
    for at, team in enumerate(teams):
        if shown.get(team) and shown[team].how == "number":
            continue
        aim = np.eye(len(teams))[at]
        ends = [_least(sign * aim, rows, sums, bounds) for sign in (1, -1)]
        if abs(ends[0] + ends[1]) < 1e-6:
            return True
    return False


def _least(
    aim: NDArray[np.float64],
    rows: NDArray[np.float64],
    sums: list[float],
    bounds: list[tuple[int, int]],
) -> float:
    found = linprog(aim, A_eq=rows, b_eq=sums, bounds=bounds)  # type: ignore[no-untyped-call]
    return float(found.fun)


def _below(team: str, group: str) -> bool:
    return group in (team, TREE.parents[team], "all")


def drawn(draw: Random) -> dict[str, list[int]]:
    """Draw teams of thirty and more, that have exact numbers, and of few who answer alike."""
    answers = {}
    for _, _, team in PATHS:
        alike = draw.random() < 0.4
        value = draw.choice([1, 5])
        size = draw.randint(5, 9) if alike else draw.randint(30, 34)
        answers[team] = [value if alike else draw.randint(1, 5) for _ in range(size)]
    return answers


def companies() -> Collection[dict[str, list[int]]]:
    draw = Random(4)  # noqa: S311 - makes up answers
    return [drawn(draw) for _ in range(40)]


def test_numbers_do_not_tell_the_answers_of_a_team_that_is_told_in_words() -> None:
    """Exact numbers around, beside and above it leave more than one sum possible."""
    assert not any(known(told(answers), inside(answers)) for answers in companies())


def test_showing_each_group_by_itself_would_tell_them() -> None:
    """So that the test before can fail."""
    found = 0
    for answers in companies():
        every = inside(answers)
        alone = {g: show(scale(*given), "number") for g, given in every.items() if len(given) > 4}
        found += known(alone, every)
    assert found > 20


def test_medians_are_not_subtracted() -> None:
    """Of figures without sums each group stands for itself."""
    every = {team: SPREAD for _, _, team in PATHS}
    people = {f"{team}{n}": team for team in every for n in range(len(SPREAD))}
    raws = {g: Figure(2.5, len(v), len(v), "days", 1, 3) for g, v in inside(every).items() if v}
    raws["dc"] = Figure(2, 30, 30, "days", 2, 2)
    shown = tell(release(TREE, people, "1", ()), raws)
    assert hows(shown, "withheld") == {"dc"}
    assert Counter(one.how for one in shown.values())["number"] == len(shown) - 1
