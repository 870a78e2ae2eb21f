"""Whether a figure is said to have changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.measuring.changes import change
from bot.measuring.durations import Duration
from bot.measuring.estimates import length, mean, share
from bot.measuring.figures import Figure


def of(hits: int, n: int) -> Figure:
    return share((f"p{number}", float(number < hits)) for number in range(n))


def test_a_share_is_up_once_the_interval_leaves_out_nothing_changed() -> None:
    """60 of 100 against 48: 90 % Wilson 51.8 to 67.7 and 39.9 to 56.2; 12 - √(8.2² + 8.2²) = 0.4.

    Against 49 it is 11 - 11.6, below 0.
    """
    assert change(of(60, 100), of(48, 100)) == "up"
    assert change(of(60, 100), of(49, 100)) == "no_clear_change"
    assert change(of(48, 100), of(60, 100)) == "down"


def test_ninety_percent_are_asked_for_and_not_ninety_five() -> None:
    """With 95 %, 60 against 48 of 100 is 12 - √(9.8² + 9.7²) = -1.8."""
    assert change(of(60, 100), of(48, 100)) == "up"
    now, before = of(60, 100), of(48, 100)
    assert now.low is not None
    assert before.high is not None
    assert ((0.6 - now.low) ** 2 + (before.high - 0.48) ** 2) ** 0.5 > 0.12


@pytest.mark.parametrize(("n", "before"), [(9, 100), (100, 9), (0, 100)])
def test_fewer_than_ten_people_are_not_compared(n: int, before: int) -> None:
    assert change(of(n, n), of(0, before)) is None
    assert change(of(10, 10), of(0, 10)) == "up"


def test_people_are_counted_and_not_rows() -> None:
    """Nine people with twenty rows each."""
    rows = [(f"p{n % 9}", float(n % 2)) for n in range(180)]
    assert change(share(rows, 1), of(0, 100)) is None


def test_without_a_value_there_is_no_change() -> None:
    open_still = length([Duration(f"p{n}", n, ended=False) for n in range(20)], "days", 1)
    known = length([Duration(f"p{n}", n) for n in range(20)], "days", 1)
    assert change(open_still, known) is None
    assert change(known, open_still) is None
    assert change(Figure(0.5, 20, 20, "days"), known) is None


def test_a_median_that_is_open_above_can_still_be_up() -> None:
    """Half of 40 ended, on days 41 to 60: at least 41 and perhaps for ever, against 1 to 20."""
    late = length([Duration(f"p{n}", 41 + n, n < 20) for n in range(40)], "days", 1)
    soon = length([Duration(f"p{n}", 1 + n % 20) for n in range(40)], "days", 1)
    assert late.value is not None
    assert late.high is None
    assert change(late, soon) == "up"
    assert change(soon, late) == "down"


def test_means_are_compared_by_their_draws() -> None:
    low = mean(((f"p{n}", 2 + n % 3) for n in range(30)), "points_5", 1)
    high = mean(((f"p{n}", 3 + n % 3) for n in range(30)), "points_5", 1)
    assert change(high, low) == "up"
    assert change(low, low) == "no_clear_change"


def test_different_units_are_never_compared() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        change(of(5, 20), Figure(3, 20, 20, "days"))


@given(st.integers(10, 60), st.integers(10, 60), st.data())
def test_one_is_up_where_the_other_is_down(n: int, before: int, data: st.DataObject) -> None:
    one, two = of(data.draw(st.integers(0, n)), n), of(data.draw(st.integers(0, before)), before)
    turned = {"up": "down", "down": "up", "no_clear_change": "no_clear_change"}
    assert change(two, one) == turned[str(change(one, two))]
