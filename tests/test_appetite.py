"""A process takes on no more rows than it can send at their turns."""

from scheduler.appetite import FEWEST, STEP, Appetite


def test_without_a_missed_turn_nothing_is_held_back() -> None:
    """However many it has already."""
    appetite = Appetite()
    assert [appetite.limit(200, held, 0) for held in (0, 100, 500)] == [200, 200, 200]


def test_missed_turns_halve_what_it_has() -> None:
    """It claims again only once it has less than that."""
    appetite = Appetite()
    assert appetite.limit(200, 160, 3) == 0
    assert appetite.limit(200, 60, 3) == 80 + STEP - 60


def test_it_never_starves() -> None:
    """A few rows are always taken on."""
    appetite = Appetite()
    assert [appetite.limit(200, 0, missed) for missed in (1, 2, 3)] == [FEWEST] * 3


def test_it_grows_back_slowly() -> None:
    """Until it is as before."""
    appetite = Appetite()
    appetite.limit(200, 200, 1)
    grown = [appetite.limit(200, 0, 1) for _ in range(10)]
    assert grown == [100 + STEP * (n + 1) for n in range(9)] + [200]
    assert appetite.limit(200, 0, 1) == 200
