"""Intervals: the check values of the dossier, examples by hand, and what must always hold."""

import random
from math import inf, isinf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, binomtest, ecdf

from bot.intervals import Interval, of_difference, wilson
from bot.measuring.durations import Duration, draws, quantile
from bot.measuring.estimates import length, mean, share, share_of_people
from bot.measuring.resampling import DRAWS, percentiles, ratios

# Wilson


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [(4, 5, 38, 96), (12, 20, 39, 78), (30, 50, 46, 72), (60, 100, 50, 69), (0, 8, 0, 32)],
)
def test_a_share_has_the_interval_of_the_dossier(hits: int, n: int, low: int, high: int) -> None:
    """The check values of coaching 5.3, in whole percent."""
    interval = wilson(hits, n)
    assert (round(100 * interval.low), round(100 * interval.high)) == (low, high)


@given(st.integers(1, 500), st.data(), st.sampled_from([0.9, 0.95]))
def test_a_share_has_the_interval_scipy_gives_it(n: int, data: st.DataObject, level: float) -> None:
    hits = data.draw(st.integers(0, n))
    theirs = binomtest(hits, n).proportion_ci(level, method="wilson")
    ours = wilson(hits, n, level)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)
    assert 0 <= ours.low <= hits / n <= ours.high <= 1


@pytest.mark.parametrize(("hits", "n"), [(0, 0), (3, 2), (-1, 5)])
def test_what_is_no_share_has_no_interval(hits: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(hits, n)


# Newcombe


def test_two_shares_differ_by_as_much_as_newcombe_found() -> None:
    """56/70 - 48/80: 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)."""
    interval = of_difference(56 / 70, wilson(56, 70), 48 / 80, wilson(48, 80))
    assert (interval.low, interval.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_a_difference_adds_the_squares_of_the_distances() -> None:
    """10 (7 to 14) less 5 (1 to 8): 5 - √(3² + 3²) and 5 + √(4² + 4²)."""
    got = of_difference(10, Interval(7, 14), 5, Interval(1, 8))
    assert (got.low, got.high) == pytest.approx((5 - 18**0.5, 5 + 32**0.5))


# Kaplan-Meier


def test_open_rows_stretch_the_median() -> None:
    """Six rows: 1, 2+, 3, 4, 5+, 6 (+ still open).

    At 1: 5/6. At 3 four are left: 5/6 x 3/4 = 5/8. At 4 three: 5/8 x 2/3 = 5/12, below one half.
    Without the open ones the median would have been 3.
    """
    lengths = [(1, True), (2, False), (3, True), (4, True), (5, False), (6, True)]
    rows = [Duration(f"p{n}", *one) for n, one in enumerate(lengths)]
    assert quantile(rows) == 4
    assert quantile([row for row in rows if row.ended]) == 3


def test_a_median_is_reached_at_exactly_one_half() -> None:
    """3/4 x 2/3 is one half, also where machines round it."""
    assert quantile([Duration(str(n), n) for n in (1, 2, 3, 4)]) == 2


def test_there_is_no_median_where_the_curve_stays_above_one_half() -> None:
    """2 of 5 have ended."""
    assert quantile([Duration(str(n), n, n < 3) for n in range(1, 6)]) is None


def test_nothing_has_no_median() -> None:
    assert quantile([]) is None
    assert quantile([Duration("ann", 3, ended=False)]) is None


def test_who_is_open_at_the_same_length_counts_as_still_there() -> None:
    """Two end at 5, two are open at 5: at 5 the curve falls from 1 to 2/4."""
    rows = [Duration(str(n), 5, n < 2) for n in range(4)]
    assert quantile(rows) == 5


@given(st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40))
def test_the_curve_is_that_of_scipy(lengths: list[tuple[int, bool]]) -> None:
    """The first length at which scipy's curve is at one half or below."""
    ended = [length for length, over in lengths if over]
    still = [length for length, over in lengths if not over]
    censored = CensoredData(uncensored=ended, right=still)  # type: ignore[no-untyped-call]
    curve = ecdf(censored).sf
    below = curve.quantiles[curve.probabilities <= 0.5 + 1e-9]
    rows = [Duration(str(n), *one) for n, one in enumerate(lengths)]
    assert quantile(rows) == (below[0] if len(below) else None)


# drawing people


def test_draws_keep_all_rows_of_a_person_together() -> None:
    """Ann has 10 hits of 10, Ben 0 of 10: a draw has both, or one of them twice."""
    got = ratios([(10, 10), (0, 10)], seed=1)
    assert len(got) == DRAWS == 2_000
    assert set(got) == {0.0, 0.5, 1.0}
    assert np.mean(got == 0.5) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("people", [1, 31, 1_000, 40_000])
def test_there_are_as_many_draws_however_many_people(people: int) -> None:
    """Also where they come in batches that do not divide them."""
    assert len(ratios([(1, 1)] * people, seed=1)) == DRAWS


def test_rows_of_few_people_are_worth_less_than_rows_of_many() -> None:
    """50 of 100: of ten people, five of whom always hit, the interval is that of ten rows."""
    few = share([(f"p{n % 10}", float(n % 10 < 5)) for n in range(100)], seed=1)
    many = share([(f"p{n}", float(n % 10 < 5)) for n in range(100)], seed=1)
    assert few.value == many.value == 0.5
    assert few.interval == Interval(0.2, 0.8)
    assert many.interval == wilson(50, 100)


def test_percentiles_leave_out_the_same_on_either_side() -> None:
    """Of 1 to 2,000: 2.5 % are 50 draws, 5 % are 100."""
    drawn = np.arange(1, 2_001, dtype=np.float64)
    assert percentiles(drawn) == Interval(51, 1950)
    assert percentiles(drawn, 0.9) == Interval(101, 1900)


def test_draws_that_never_come_to_one_half_leave_the_interval_open() -> None:
    """Of ten, six ended: many a draw has five or fewer."""
    rows = [Duration(f"p{n}", n, n < 6) for n in range(10)]
    drawn = draws(rows, 0.5, seed=1)
    assert np.isinf(drawn).any()
    assert isinf(percentiles(drawn).high)
    figure = length(rows, "days", seed=1)
    assert (figure.value, figure.high) == (4, None)
    assert figure.low is not None
    assert figure.low < 4


def test_a_draw_counts_a_person_as_often_as_drawn() -> None:
    """With one person every draw is the person's own median."""
    rows = [Duration("ann", n) for n in (1, 2, 3)]
    assert set(draws(rows, 0.5, seed=1)) == {2.0}


def test_one_seed_makes_one_interval() -> None:
    """A page does not change when it is loaded again; another seed may move the ends a little."""
    rows = [(f"p{n % 40}", float(n % 3 == 0)) for n in range(200)]
    assert share(rows, seed=1) == share(rows, seed=1)
    assert mean(rows, "days", seed=1) != mean(rows, "days", seed=2)


# figures


def test_of_one_person_no_interval_is_drawn() -> None:
    """Ann kept one of two: a draw of one person would be sure of one half. Wilson of 1 row."""
    assert mean([("ann", 3), ("ann", 5)], "points_5", 1).interval is None
    assert length([Duration("ann", 3)], "days", 1).interval is None
    one = share([("ann", 1), ("ann", 0)], 1)
    assert (one.value, one.interval) == (0.5, None)


def test_where_all_are_alike_people_and_not_rows_are_counted() -> None:
    """8 rows of 4 people, all hits: Wilson of 4 of 4, 51 to 100 %; the bootstrap would say 100."""
    figure = share([(f"p{n % 4}", 1) for n in range(8)], seed=1)
    assert (figure.value, figure.rows, figure.people) == (1, 8, 4)
    assert figure.interval == wilson(4, 4)


def test_nothing_makes_an_empty_figure() -> None:
    for figure in (
        share([]),
        mean([], "days", 1),
        length([], "days", 1),
        share_of_people(set(), set()),
    ):
        assert (figure.value, figure.rows, figure.people, figure.interval) == (None, 0, 0, None)


ROWS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from([0.0, 0.5, 1.0])),
    min_size=1,
    max_size=40,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_an_interval_holds_its_value_whatever_the_order(
    rows: list[tuple[str, float]], chance: random.Random
) -> None:
    mixed = chance.sample(rows, len(rows))
    for figure, again in (
        (share(rows, 3), share(mixed, 3)),
        (mean(rows, "days", 3), mean(mixed, "days", 3)),
    ):
        assert figure == again
        assert figure.value is not None
        assert 0 <= figure.value <= 1
        if figure.interval:
            assert 0 <= figure.interval.low <= figure.value <= figure.interval.high <= 1


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 9), st.booleans()), max_size=40),
    st.randoms(use_true_random=False),
)
def test_a_median_holds_too_whatever_the_order(
    rows: list[tuple[str, int, bool]], chance: random.Random
) -> None:
    figure = length([Duration(*row) for row in rows], "days", 3)
    mixed = chance.sample(rows, len(rows))
    assert figure == length([Duration(*row) for row in mixed], "days", 3)
    if figure.interval:
        assert figure.value is not None
        assert figure.interval.low <= figure.value <= figure.interval.high <= inf


def test_ten_thousand_people_are_drawn_by_person() -> None:
    """50,000 rows; measured 0.1 and 0.4 s."""
    chance = random.Random(1)  # noqa: S311 - made-up rows
    rows = [(f"p{n % 10_000}", float(chance.random() < 0.6)) for n in range(50_000)]
    waits = [Duration(person, chance.randrange(1620), bool(hit)) for person, hit in rows]
    assert share(rows, 1).people == 10_000
    assert length(waits, "working_minutes", 1).value is not None
