"""Numbers of people told to HR: no answer, and no row of answers, tells one person apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.groups.bands import EXACT, Band, band, held, share
from bot.visibility import GROUP_OF

MOST = 130
numbers = st.integers(0, 2_000_000)


@pytest.mark.parametrize(
    ("n", "least", "most"),
    [
        (0, 0, 4),
        (4, 0, 4),
        (5, 5, 9),
        (9, 5, 9),
        (10, 10, 19),
        (20, 20, 49),
        (75, 50, 99),
        (100, 100, 199),
        (4_999, 2_000, 4_999),
        (100_000, 100_000, 199_999),
    ],
)
def test_a_number_is_told_as_a_range(n: int, least: int, most: int) -> None:
    assert band(n) == Band(least, most)


@given(numbers)
def test_a_range_holds_its_number_and_is_five_wide(n: int) -> None:
    """Everybody in a range looks alike, and asking again tells nothing more."""
    told = band(n)
    assert told.least <= n <= told.most
    assert told.most - told.least + 1 >= GROUP_OF
    assert band(told.least) == band(told.most) == told


def test_one_person_more_shows_at_an_edge_only_and_edges_are_few() -> None:
    """Up to a hundred thousand people there are fourteen numbers at which one more shows."""
    edges = [n for n in range(1, 100_001) if band(n) != band(n - 1)]
    assert edges[:6] == [5, 10, 20, 50, 100, 200]
    assert len(edges) == 14
    assert all(later - edge >= GROUP_OF for edge, later in pairwise(edges))


@pytest.mark.parametrize(
    ("private", "total", "told"),
    [
        (4, 100, None),
        (5, 100, Band(5, 9)),
        (95, 100, Band(50, 99)),
        (96, 100, None),
        (5, 10, None),
        (5, 13, None),
        (5, 14, Band(5, 9)),
        (10, 18, None),
        (10, 19, Band(10, 19)),
        (0, 0, None),
    ],
)
def test_what_is_private_is_told_of_five_among_ten_that_could_be_others(
    private: int, total: int, told: Band | None
) -> None:
    assert held(private, total) == told


def test_whoever_knows_the_total_is_left_with_five_numbers() -> None:
    """Each answer about a total is the answer for at least five numbers of people."""
    for total in range(5, MOST):
        answers = [held(private, total) for private in range(total + 1)]
        assert all(answers.count(told) >= GROUP_OF for told in answers)


def test_following_a_figure_through_every_total_leaves_five_numbers() -> None:
    """People who join and leave around those with something private give nobody away.

    Provided that there were five others at all times: nothing hides that all of a group did.
    """
    for private in range(MOST // 2):
        totals = range(private + GROUP_OF, MOST)
        seen = [held(private, total) for total in totals]
        possible = [
            other
            for other in range(totals[0] + 1)
            if [held(other, total) for total in totals] == seen
        ]
        assert len(possible) >= GROUP_OF, private


def test_one_person_moving_shows_at_no_more_than_the_edges() -> None:
    """Neighbouring numbers get the same answer, but at an edge of a range or of the five."""
    for total in range(10, MOST):
        changes = [n for n in range(1, total + 1) if held(n, total) != held(n - 1, total)]
        others = total - GROUP_OF + 1
        assert all(n == others or band(n) != band(n - 1) for n in changes)


@pytest.mark.parametrize(
    ("k", "n", "percent", "low", "high", "people"),
    [
        (12, 20, 60, 30, 80, Band(20, 29)),
        (13, 22, 60, 30, 80, Band(20, 29)),
        (6, 12, 50, 20, 80, Band(10, 19)),
        (60, 100, 60, 50, 70, Band(100, 100)),
        (30, 50, 60, 40, 80, Band(50, 50)),
        (5, 1_000, 0, 0, 10, Band(1_000, 1_000)),
        (995, 1_000, 100, 90, 100, Band(1_000, 1_000)),
    ],
)
def test_a_share_is_told_in_tens_with_its_interval(
    k: int, n: int, percent: int, low: int, high: int, people: Band
) -> None:
    told = share(k, n)
    assert told
    assert (told.percent, told.low, told.high, told.people) == (percent, low, high, people)


@pytest.mark.parametrize(("k", "n"), [(4, 100), (96, 100), (0, 0), (4, 9), (5, 9), (0, 50)])
def test_a_share_of_few_people_is_not_told(k: int, n: int) -> None:
    """Neither those who did nor those who did not are fewer than five."""
    assert share(k, n) is None


@given(st.integers(5, 5_000), st.integers(5, 5_000))
def test_an_interval_is_in_tens_and_holds_the_share(k: int, others: int) -> None:
    """Whatever is rounded away, the true share lies within what is told."""
    n = k + others
    told = share(k, n)
    assert told
    assert {told.percent % 10, told.low % 10, told.high % 10} == {0}
    assert 0 <= told.low <= 100 * k / n <= told.high <= 100
    assert told.low <= told.percent <= told.high


def test_below_thirty_a_share_does_not_tell_how_many_people() -> None:
    """Groups of one range with one rounded share are told alike, to the last figure."""
    small = [(k, n) for n in range(10, EXACT) for k in range(5, n - 4)]
    told = {(k, n): share(k, n) for k, n in small}
    for start, end in ((10, 20), (20, EXACT)):
        for percent in range(0, 101, 10):
            alike = {
                one
                for (_, n), one in told.items()
                if one and start <= n < end and one.percent == percent
            }
            assert len(alike) <= 1
