"""What is kept of a team's answers, computed by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import count

import pytest

from bot.teams.blockers import counts, frequent, named, tally
from bot.teams.content import QUESTIONS, Answer, Blocker, Figure, Item, Sealed, TeamBlocker, Trend
from bot.teams.figures import agreement, alike, level, n_band, stands, trend
from bot.teams.sealing import comparable, seal, sets_measure

SPREAD = (1, 2, 3, 4, 5)
TODAY = date(2026, 11, 26)


def energies(*values: int | None) -> list[Answer]:
    return [Answer(energy=value) for value in values]


def sealed(given: Sequence[Answer], before: Sealed | None = None, *, same: bool = True) -> Sealed:
    """Seal a round of which there is something to keep."""
    kept = seal(given, QUESTIONS, (), before=before, comparable=same)
    assert kept is not None
    return kept


def energy(given: Sequence[Answer], before: Sealed | None = None, *, same: bool = True) -> Figure:
    return sealed(given, before, same=same).figures["energy"]


# how many


def test_four_answers_leave_nothing() -> None:
    assert seal(energies(1, 2, 3, 4), QUESTIONS, (), before=None, comparable=True) is None


def test_reports_and_refusals_do_not_make_up_for_a_fifth_answer() -> None:
    given = [*energies(1, 2, 3, 4), Answer(declined=True), Answer(declined=True)]
    reported = [frozenset[Blocker]({"means"})] * 9
    assert seal(given, QUESTIONS, reported, before=None, comparable=True) is None


def test_five_answers_are_summed_up() -> None:
    """1 + 2 + 3 + 4 + 5 = 15, and 1 + 4 + 9 + 16 + 25 = 55."""
    kept = sealed([*energies(*SPREAD), Answer(energy=5, declined=True)])
    assert kept.n == 5
    assert kept.figures["energy"] == Figure("medium", 15, 55)
    assert kept.exact


@pytest.mark.parametrize(
    ("n", "band"), [(5, "5_7"), (7, "5_7"), (8, "8_12"), (12, "8_12"), (13, "more"), (200, "more")]
)
def test_how_many_answered_is_said_as_a_band(n: int, band: str) -> None:
    assert n_band(n) == band


# levels


@pytest.mark.parametrize(
    ("total", "n", "word"),
    [
        (5, 5, "low"),
        (13, 6, "low"),
        (14, 6, "medium"),  # 7/3, the border
        (22, 6, "medium"),  # 11/3, the other
        (23, 6, "high"),
        (11, 5, "low"),
        (12, 5, "medium"),
        (18, 5, "medium"),
        (19, 5, "high"),
        (25, 5, "high"),
    ],
)
def test_a_level_is_a_third_of_the_scale(total: int, n: int, word: str) -> None:
    assert level(Fraction(total, n)) == level(total / n) == word


# which numbers are kept


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ((3, 3, 3, 3, 3), False),
        ((3, 3, 3, 3, 5), False),
        ((3, 3, 3, 1, 5), False),
        ((3, 3, 2, 1, 5), True),
        ((4, 4, 4, 4, 4, 1, 2), False),
        ((4, 4, 4, 4, 1, 2, 2), True),
        ((2,) * 27 + (5,) * 3, True),  # 90 %
        ((2,) * 28 + (5,) * 3, False),  # over 90 %
        ((2,) * 100 + (5,) * 11, False),
        ((2,) * 99 + (5,) * 11, True),
    ],
)
def test_numbers_are_kept_where_three_stand_apart(values: tuple[int, ...], kept: bool) -> None:
    """And no answer is that of more than 90 %."""
    assert stands(values) is kept
    one = energy(energies(*values))
    assert (one.total, one.squares) == (
        (sum(values), sum(v * v for v in values)) if kept else (None, None)
    )
    assert one.level == level(Fraction(sum(values), len(values)))


def test_another_membership_leaves_words() -> None:
    before = sealed(energies(*SPREAD))
    assert energy(energies(*SPREAD), before, same=False) == Figure("medium")
    assert energy(energies(*SPREAD), before, same=True) == Figure("medium", 15, 55)


@pytest.mark.parametrize(
    ("n", "before", "kept"),
    [(10, 10, True), (11, 10, False), (14, 10, False), (15, 10, True), (9, 10, False),
     (6, 10, False), (5, 10, False), (20, 10, True)],
)  # fmt: skip
def test_as_many_answers_or_five_more_keep_numbers(n: int, before: int, kept: bool) -> None:
    """After ten and five, six or nine could follow: one to four more or fewer than a kept one."""
    first = sealed(energies(*(SPREAD * 4)[:before]))
    assert (energy(energies(*(SPREAD * 4)[:n]), first).total is not None) is kept


def test_a_number_of_answers_of_which_none_were_kept_does_not_matter() -> None:
    alike = sealed(energies(*[3] * 9))
    assert energy(energies(*SPREAD, 1, 2), alike).total == 18
    assert energy(energies(*SPREAD, 1, 2), alike, same=False).total is None


def test_a_team_is_the_same_only_if_nobody_came_or_went() -> None:
    assert comparable(0, 0)
    changed = [(1, 0), (0, 1), (1, 1), (4, 0), (0, 4), (5, 0), (0, 5), (6, 1), (1, 6), (9, 9)]
    assert not any(comparable(joined, went) for joined, went in changed)


def test_what_was_sealed_first_sets_the_measure_until_numbers_do() -> None:
    alike = sealed(energies(3, 3, 3, 3, 3))
    apart = sealed(energies(*SPREAD))
    assert sets_measure(alike, None)
    assert not sets_measure(alike, apart)
    assert not sets_measure(alike, alike)
    assert sets_measure(apart, alike)
    assert sets_measure(apart, apart)


# what was not asked or answered


def test_only_what_was_asked_is_kept() -> None:
    given = [Answer(energy=v, role=v, goal=v, blocker="means") for v in SPREAD]
    kept = seal(given, ("energy", "lines"), (), before=None, comparable=True)
    assert kept == Sealed(5, {"energy": Figure("medium", 15, 55)})
    kept = seal(given, ("blocker",), (), before=None, comparable=True)
    assert kept == Sealed(5, blockers=("means",))


def test_an_item_that_somebody_passed_over_has_only_its_word() -> None:
    """Its numbers would need a number of answers of their own."""
    assert energy(energies(*SPREAD, None)) == Figure("medium")


def test_an_item_that_four_answered_is_left_out() -> None:
    assert "energy" not in sealed(energies(1, 2, 3, 4, None)).figures


# agreement


def test_alikeness_is_that_of_the_dossier() -> None:
    """[4, 4, 5, 4, 4, 3]: s² = 0.4, A = 80; [5, 5, 5, 1, 1, 5]: s² = 4.27, A = 0."""
    assert alike([4, 4, 5, 4, 4, 3]) == alike([3, 4, 4, 4, 5, 4]) == Fraction(4, 5)
    assert alike([5, 5, 5, 1, 1, 5]) == 0
    assert alike([2, 2, 2, 2, 2]) == 1


def test_agreement_is_close_from_one_half_on() -> None:
    """[3, 3, 3, 4, 4, 4]: s² = 0.3, A = 0.85; [4, 2, 3, 3, 5, 1]: s² = 2, A = 0."""
    near, far = [3, 3, 3, 4, 4, 4], [4, 2, 3, 3, 5, 1]
    assert alike(near) == Fraction(17, 20)
    assert alike(far) == 0
    assert agreement(near, near) == "close"
    assert agreement(near, far) == agreement(far, near) == "spread"  # 0.425
    # 2, 2, 3, 3, 3, 4, 4: s² = 2/3; 1, 2, 3, 3, 3, 4, 5: s² = 10/6; together 0.4167
    assert agreement([2, 2, 3, 3, 3, 4, 4], [1, 2, 3, 3, 3, 4, 5]) == "spread"
    even = [2, 2, 2, 4, 4, 4, 3, 3, 3]  # s² = 6/8, A = 0.625
    odd = [1, 2, 2, 3, 3, 4, 4, 4, 4]  # sum 27, squares 91, s² = 10/8, A = 0.375
    assert alike(even) + alike(odd) == 1
    assert agreement(even, odd) == "close"


def test_agreement_is_not_told_of_an_item_that_does_not_stand() -> None:
    """It would tell whether a level without numbers is everybody's."""
    near, all_same = [3, 3, 3, 4, 4, 4], [4, 4, 4, 4, 4, 4]
    assert agreement(near, all_same) is agreement(all_same, near) is None
    assert agreement([], []) is None


def test_agreement_is_a_word_whoever_came_or_went() -> None:
    given = [Answer(role=v, goal=v) for v in (3, 3, 3, 4, 4, 4)]
    before = sealed(given)
    assert sealed(given, before, same=False).agreement == before.agreement == "close"


def test_agreement_is_not_told_where_somebody_passed_an_item_over() -> None:
    given = [Answer(role=v, goal=v) for v in (3, 3, 3, 4, 4, 4)]
    assert sealed([*given, Answer(role=3)]).agreement is None


# trend


def of(*values: int) -> Figure:
    return energy(energies(*values))


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        # means 1.6 and 4.4, s² = 0.3 both: t = 2.8 / sqrt(0.12) = 8.1, over 1.86 at 8 degrees
        ((1, 1, 2, 2, 2), (4, 4, 4, 5, 5), None),
        ((1, 1, 1, 2, 2, 2), (4, 4, 4, 5, 5, 5), "up"),
        ((4, 4, 4, 5, 5, 5), (1, 1, 1, 2, 2, 2), "down"),
        ((1, 1, 1, 2, 2, 2), (1, 1, 1, 2, 2, 2), "stable"),
        # means 3 and 4, s² = 2.5 and 1.2: t = 1 / sqrt(0.57) = 1.32, under 1.83 at 9.4 degrees
        ((1, 2, 3, 3, 4, 5), (2, 4, 4, 4, 5, 5), "stable"),
        # means 2 and 3, s² = 0.8 both: t = 1 / sqrt(0.2667) = 1.94, over 1.81 at 10 degrees
        ((1, 1, 2, 2, 3, 3), (2, 2, 3, 3, 4, 4), "up"),
        # five of each: s² = 1 and 1, t = 1 / sqrt(0.4) = 1.58, under 1.86 at 8 degrees
        ((1, 1, 2, 3, 3), (2, 2, 3, 4, 4), "stable"),
    ],
)
def test_a_trend_is_told_where_the_interval_leaves_out_zero(
    before: tuple[int, ...], now: tuple[int, ...], word: Trend | None
) -> None:
    found = trend({"energy": of(*now)}, len(now), {"energy": of(*before)}, len(before))
    assert found == word


@pytest.mark.parametrize(
    ("moves", "word"),
    [
        ("u", "up"), ("us", "up"), ("usu", "up"), ("ud", "stable"), ("uds", "stable"),
        ("d", "down"), ("dss", "down"), ("s", "stable"), ("-", None), ("-u", "up"),
        ("--d", "down"), ("---", None),
    ],
)  # fmt: skip
def test_items_make_one_word(moves: str, word: Trend | None) -> None:
    """Items without numbers on both sides say nothing."""
    low, high = of(1, 1, 1, 2, 2, 2), of(4, 4, 4, 5, 5, 5)
    pairs = {"u": (low, high), "d": (high, low), "s": (low, low), "-": (low, Figure("low"))}
    items: tuple[Item, ...] = ("energy", "role", "goal")
    before = {i: pairs[m][0] for i, m in zip(items, moves, strict=False)}
    now = {i: pairs[m][1] for i, m in zip(items, moves, strict=False)}
    assert trend(now, 6, before, 6) == word
    assert trend(before, 6, now, 6) == {"up": "down", "down": "up"}.get(str(word), word)


def test_items_asked_only_once_are_not_compared() -> None:
    low, high = of(1, 1, 1, 2, 2, 2), of(4, 4, 4, 5, 5, 5)
    assert trend({"role": high}, 6, {"goal": low}, 6) is None


def test_a_round_without_numbers_has_no_trend() -> None:
    before = sealed(energies(1, 1, 1, 2, 2, 2))
    later = energies(4, 4, 4, 5, 5, 5)
    assert sealed(later, before).trend == "up"
    assert sealed(later, before, same=False).trend is None
    assert sealed(later).trend is None


# what slows the team


def naming(decision: int = 0, means: int = 0, nothing: int = 0) -> list[Answer]:
    """Build answers that name types; energy is such that numbers are kept."""
    times: dict[Blocker | None, int] = {"decision": decision, "means": means, None: nothing}
    kinds = [kind for kind, n in times.items() for _ in range(n)]
    return [Answer(energy=1 + i % 5, blocker=kind) for i, kind in enumerate(kinds)]


def test_a_type_is_told_once_three_have_named_it() -> None:
    kept = sealed(naming(decision=2, means=3, nothing=3))
    assert kept.blockers == ("means",)
    assert kept.counts == {"means": 3}


def test_most_frequent_come_first_and_ties_in_a_fixed_order() -> None:
    times: dict[Blocker, int] = {"coordination": 4, "means": 5, "decision": 4, "information": 2}
    assert frequent(times) == ("means", "decision", "coordination")
    assert frequent(dict(reversed(times.items()))) == ("means", "decision", "coordination")


def test_answers_and_reports_count_as_they_are() -> None:
    """Whose session a report is from is not known, so nobody can be counted once for both."""
    reported = [frozenset[Blocker]({"means", "decision"}), frozenset[Blocker]({"means"})]
    assert tally(naming(means=1, nothing=4), reported) == {"means": 3, "decision": 1}
    kept = seal(naming(means=1, nothing=4), QUESTIONS, reported, before=None, comparable=True)
    assert kept is not None
    assert kept.blockers == ("means",)


@pytest.mark.parametrize(
    ("times", "n", "told"),
    [(3, 5, False), (3, 6, True), (4, 6, False), (5, 6, False), (6, 6, False), (7, 6, False),
     (5, 8, True), (6, 8, False), (2, 20, False), (17, 20, True), (18, 20, False)],
)  # fmt: skip
def test_a_count_is_kept_where_three_named_it_and_three_did_not(
    times: int, n: int, told: bool
) -> None:
    assert (counts({"means": times}, n) == {"means": times}) is told


def test_counts_are_kept_only_with_figures() -> None:
    """Another membership could be subtracted from them as well."""
    given = naming(means=4, nothing=4)
    before = sealed(given)
    assert before.counts == {"means": 4}
    after = sealed(given, before, same=False)
    assert (after.blockers, after.counts) == (("means",), {})
    flat = [replace(answer, energy=3) for answer in given]
    assert sealed(flat).counts == {}


def test_a_type_is_opened_once_until_it_is_closed() -> None:
    numbers = count(1)
    known = (
        TeamBlocker("a", "t", "means", 1, TODAY),
        TeamBlocker("b", "t", "decision", 1, TODAY, "resolved", TODAY),
        TeamBlocker("c", "t", "coordination", 1, TODAY, "dropped", TODAY),
    )
    kinds: tuple[Blocker, ...] = ("means", "coordination", "decision")
    opened = named("t", known, kinds, 4, TODAY, lambda: f"new{next(numbers)}")
    assert opened == (
        TeamBlocker("new1", "t", "coordination", 4, TODAY),
        TeamBlocker("new2", "t", "decision", 4, TODAY),
    )
    assert named("t", (*known, *opened), kinds, 5, TODAY, lambda: "new") == ()
