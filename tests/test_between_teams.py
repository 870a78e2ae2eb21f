"""The interval of the alignment of a group: teams are drawn, and none of them is told apart."""

from collections.abc import Sequence
from math import ceil, floor
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from bot.intervals import Interval
from bot.measuring.alignment import Answers, Part, alignment, answers
from bot.measuring.between_teams import ENOUGH_TEAMS, between_teams
from bot.measuring.figures import Figure
from bot.measuring.resampling import over_people, percentiles

SEED = 4

Team = tuple[Answers, Answers]


def team(role: Sequence[int], goal: Sequence[int]) -> Team:
    return answers(role), answers(goal)


def index(teams: Sequence[Team], part: Part = "index") -> float:
    """Measure teams as one group."""
    items = zip(*teams, strict=True)
    sums = [
        Answers(sum(o.n for o in i), sum(o.total for o in i), sum(o.squares for o in i))
        for i in map(list, items)
    ]
    found: Figure = getattr(alignment(sums), part)
    assert found.value is not None
    return found.value


def interval(teams: Sequence[Team], seed: int = SEED) -> Interval:
    found = between_teams(teams, index(teams), seed)
    assert found is not None
    return found


SCALE = st.integers(1, 5)
TEAM = st.integers(5, 9).flatmap(
    lambda n: st.tuples(*(st.lists(SCALE, min_size=n, max_size=n).map(answers),) * 2)
)
MANY = st.lists(TEAM, min_size=ENOUGH_TEAMS, max_size=ENOUGH_TEAMS + 6)

CLEAR = team([4, 5, 4, 4, 5, 4], [4, 4, 5, 4, 4, 5])
TORN = team([1, 5, 1, 5, 1, 5], [5, 1, 4, 1, 5, 2])
USUAL = [team([4, 4, 5, 4, 3, n % 3 + 3], [3, 4, 4, n % 4 + 2, 5, 4]) for n in range(11)]


@pytest.mark.parametrize("number", [0, 2, 5, ENOUGH_TEAMS - 1])
def test_a_few_teams_have_no_interval(number: int) -> None:
    assert between_teams([CLEAR] * number, 80, SEED) is None


@pytest.mark.parametrize("part", get_args(Part))
def test_each_draw_is_measured_as_the_group_is(part: Part) -> None:
    """The percentiles of draws that are measured one by one, outward to whole points."""
    teams = sorted(
        [*USUAL, TORN], key=lambda one: [(item.n, item.total, item.squares) for item in one]
    )

    def measured(drawn: NDArray[np.int32]) -> NDArray[np.float64]:
        return np.array([index([teams[at] for at in draw], part) for draw in drawn])

    draws = percentiles(over_people(len(teams), len(teams) * 6, SEED, measured))
    found = between_teams(teams, index(teams, part), SEED, part)
    assert found == Interval(floor(draws.low), ceil(draws.high))


@settings(max_examples=40)
@given(MANY, st.randoms(use_true_random=False))
def test_it_holds_the_index_in_whole_points_whatever_the_order(
    teams: list[Team], chance: object
) -> None:
    """Which team is first changes nothing, nor does another look."""
    found, value = interval(teams), index(teams)
    assert 0 <= found.low <= value <= found.high <= 100
    assert found.low == int(found.low)
    assert found.high == int(found.high)
    mixed = list(teams)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a Random
    assert interval(mixed) == found


def test_teams_that_differ_make_it_wide() -> None:
    """People of one team are no witnesses of another: what counts is how teams differ."""
    alike = interval([CLEAR] * 12)
    apart = interval([*[CLEAR] * 6, *[TORN] * 6])
    assert alike.high - alike.low == 1
    assert apart.high - apart.low > 30


@pytest.mark.parametrize("odd", [CLEAR, TORN])
def test_no_end_is_the_number_of_one_team(odd: Team) -> None:
    """Neither of the one that is far from the others, nor of those: it lies well between."""
    found, alone = interval([*USUAL, odd]), index([odd])
    assert not found.low - 5 <= alone <= found.high + 5


@settings(max_examples=30)
@given(MANY)
def test_no_draw_at_an_end_is_made_of_one_team(teams: list[Team]) -> None:
    """In the draws beyond both ends, too, several teams stand together."""
    number = len(teams)
    most: list[int] = []

    def measured(drawn: NDArray[np.int32]) -> NDArray[np.float64]:
        most.extend(max(np.bincount(draw)) for draw in drawn)
        return np.array([index([teams[at] for at in draw]) for draw in drawn])

    draws = over_people(number, number * 6, SEED, measured)
    ends = np.argsort(draws)[[49, 50, -51, -50]]
    assert all(most[at] < number - 2 for at in ends)


def test_it_holds_what_is_true_of_all_teams_as_often_as_is_said() -> None:
    """Twelve teams are drawn again and again from many, of which the index is known."""
    rng = np.random.default_rng(2)
    every = [_made_up(rng) for _ in range(4000)]
    true = index(every)
    held = 0
    for draw in range(150):
        some = [every[at] for at in rng.integers(len(every), size=ENOUGH_TEAMS)]
        found = interval(some, draw)
        held += found.low <= true <= found.high
    assert held / 150 >= 0.86


def _made_up(rng: np.random.Generator) -> Team:
    """Make up a team: a fifth of the variance is between teams."""
    n = int(rng.integers(5, 13))
    both = 3.8 + rng.normal(0, 0.2**0.5, (1, 2)) + rng.normal(0, 0.8**0.5, (n, 2))
    role, goal = np.clip(np.rint(both), 1, 5).astype(int).T
    return answers(role.tolist()), answers(goal.tolist())
