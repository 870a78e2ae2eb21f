"""What may be printed of a figure about a group."""

import ast
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.groups.bands import EXACT, Band
from bot.groups.changing import change
from bot.groups.shown import Manner, Shown, count, freeze, show, thaw

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Figure:
    """A figure as an indicator measures it."""

    value: float | None
    people: int
    rows: int
    unit: str
    low: float | None = None
    high: float | None = None
    hits: float | None = None
    counts: Mapping[int, int] = field(default_factory=dict)
    by_bot: bool = False


def share(hits: int, people: int, rows: int | None = None) -> Figure:
    rows = rows or people
    return Figure(hits / rows, people, rows, "share", 0.111, 0.999, hits)


def scale(*answers: int) -> Figure:
    """Return the mean of answers from 1 to 5, with an interval as a reader could compute it."""
    n, mean = len(answers), sum(answers) / len(answers)
    half = 2 * sqrt(sum((x - mean) ** 2 for x in answers) / (n - 1) / n)
    return Figure(mean, n, n, "points_5", mean - half, mean + half, counts=Counter(answers))


def days(value: float, people: int, low: float = 1.2, high: float | None = 3.3) -> Figure:
    return Figure(value, people, people, "days", low, high)


def test_fewer_than_five_people_are_too_few_and_nothing_else_is_told() -> None:
    told = show(share(2, 4), "number")
    assert told.how == "too_few"
    assert {told.value, told.low, told.high, told.people, told.rows, told.level} == {None}


@pytest.mark.parametrize("manner", ["number", "word", "too_few"])
def test_no_figure_is_told_where_nothing_was_measured(manner: Manner) -> None:
    assert show(replace(share(6, 12), value=None), manner).how == "too_few"


def test_a_hidden_group_is_too_few_whatever_its_figure() -> None:
    assert show(share(60, 100), "too_few") == show(share(2, 4), "number")


def test_a_share_of_thirty_people_is_told_as_it_is() -> None:
    told = show(share(41, 100, 120), "number")
    assert (told.value, told.low, told.high) == (41 / 120, 0.111, 0.999)
    assert (told.people, told.rows) == (Band(100, 100), 120)


@pytest.mark.parametrize(
    ("hits", "people", "value", "low", "high", "size"),
    [
        (12, 20, 0.6, 0.3, 0.8, Band(20, 29)),
        (13, 22, 0.6, 0.3, 0.8, Band(20, 29)),
        (6, 12, 0.5, 0.2, 0.8, Band(10, 19)),
        (3, 6, 0.5, 0.1, 0.9, Band(5, 9)),
        (9, 20, 0.5, 0.2, 0.8, Band(20, 29)),
    ],
)
def test_a_share_of_fewer_is_told_in_tens(
    hits: int, people: int, value: float, low: float, high: float, size: Band
) -> None:
    """Half a ten goes up; the interval is that of the rounded share, not the one measured."""
    told = show(share(hits, people), "number")
    assert (told.how, told.value, told.low, told.high) == ("number", value, low, high)
    assert (told.people, told.rows) == (size, None)


def test_a_mean_of_fewer_is_told_in_halves_and_its_interval_is_wider() -> None:
    told = show(replace(scale(1, 2, 3, 4, 5, 5), low=2.1, high=4.6), "number")
    assert (told.value, told.low, told.high, told.people) == (3.5, 2, 5, Band(5, 9))


def test_an_interval_holds_the_rounded_value_and_stays_on_the_scale() -> None:
    told = show(replace(scale(4, 4, 5, 5, 5, 4, 3), low=4.26, high=4.3), "number")
    assert (told.value, told.low, told.high) == (4.5, 4, 4.5)
    told = show(replace(scale(1, 1, 2, 2, 1, 3), low=0.6, high=5.2), "number")
    assert (told.low, told.high) == (1, 5)


def test_what_the_bot_did_is_nobodys_answer() -> None:
    """That no message came outside working hours is told as a number, of few and of many."""
    for people in (12, 400):
        never = Figure(0.0, people, 3 * people, "share", 0.0, 0.05, hits=0, by_bot=True)
        told = show(never, "number")
        assert (told.how, told.value) == ("number", 0)
        assert show(replace(never, by_bot=False), "number").how == "word"
    assert show(never, "too_few").how == "too_few"


@pytest.mark.parametrize(
    ("unit", "figure", "told"),
    [
        ("change_10", (-1.0, -1.8, -0.2), (-1.0, -2.0, 0.0)),
        ("change_checks", (-0.5, -0.9, -0.1), (-0.5, -1.0, 0.0)),
        ("score", (-38.5, -61.0, -16.0), (-40.0, -70.0, -10.0)),
    ],
)
def test_what_goes_down_is_told_below_nothing(
    unit: str, figure: tuple[float, float, float], told: tuple[float, float, float]
) -> None:
    """Its scale has as much below 0 as above."""
    value, low, high = figure
    few = show(Figure(value, 12, 12, unit, low, high), "number")
    assert (few.value, few.low, few.high) == told
    many = show(Figure(value, 40, 40, unit, low, high), "number")
    assert (many.value, many.low, many.high) == figure


@pytest.mark.parametrize("unit", ["change_10", "change_checks", "score"])
@pytest.mark.parametrize("value", [-3.0, 0.0, 2.5])
def test_a_change_is_neither_low_nor_high(unit: str, value: float) -> None:
    """A word would tell its way or its size, and be wrong about the other."""
    assert show(Figure(value, 12, 12, unit), "word").how == "withheld"


def test_a_change_for_the_worse_is_told_as_down() -> None:
    """From +1 to -1 among forty people."""
    now, before = (
        show(Figure(value, 40, 40, "change_10", value - 0.5, value + 0.5), "number")
        for value in (-1.0, 1.0)
    )
    found = change(now, before)
    assert found is not None
    assert (found.way, found.by) == ("down", -2.0)


def test_a_duration_is_rounded_and_may_be_open_above() -> None:
    told = show(days(2.3, 12, high=None), "number")
    assert (told.value, told.low, told.high) == (2.5, 1, None)
    minutes = replace(days(43, 12, low=31, high=58), unit="working_minutes")
    told = show(minutes, "number")
    assert (told.value, told.low, told.high) == (45, 30, 60)


@pytest.mark.parametrize(
    ("figure", "level"),
    [
        (scale(1, 1, 1, 1, 1), "low"),
        (scale(5, 5, 5, 5, 5, 5, 5, 5, 4, 4), "high"),
        (share(48, 50), "high"),
        (share(2, 50), "low"),
        (share(7, 7), "high"),
        (share(5, 7), "high"),
    ],
)
def test_answers_that_are_alike_are_told_in_a_word(figure: Figure, level: str) -> None:
    """Over nine in ten, or all but two, gave the same; how many people is a range then."""
    told = show(figure, "number")
    assert (told.how, told.level, told.value, told.low) == ("word", level, None, None)
    assert told.people
    assert told.people.least < told.people.most


def test_a_group_that_changed_by_few_is_told_in_a_word() -> None:
    told = show(scale(*[1, 2, 3, 4, 5] * 10), "word")
    assert (told.how, told.level, told.people) == ("word", "medium", Band(50, 99))


def test_a_figure_that_is_mostly_one_persons_is_told_in_a_word() -> None:
    """Eleven of twenty commitments are theirs."""
    assert show(share(12, 8, 20), "number", heaviest=11).how == "word"
    assert show(share(12, 8, 20), "number", heaviest=10).how == "number"


def test_a_share_of_six_people_is_withheld_unless_half_of_them_did() -> None:
    """Low would be one of six at most, who would know that nobody else did."""
    told = {show(share(hits, 6), "number") for hits in (0, 1, 2, 4, 5, 6)}
    assert {one.how for one in told} == {"withheld"}
    assert len(told) == 1
    assert show(share(3, 6), "number").value == 0.5


def test_a_duration_has_no_word_and_is_withheld() -> None:
    told = show(days(2.3, 40), "word")
    assert (told.how, told.value, told.level, told.people) == ("withheld", None, None, Band(20, 49))
    assert show(days(2, 40, low=2, high=2), "number").how == "withheld"


def test_counted_people_are_a_range_below_thirty() -> None:
    told = count(7, 25)
    assert (told.how, told.value, told.low, told.high) == ("number", None, 5, 9)
    assert count(7, 60).value == 7
    assert count(4, 60).how == count(57, 60).how == "too_few"


# what it tells of answers

SCALE = (1, 2, 3, 4, 5)


@pytest.mark.parametrize("manner", ["number", "word"])
@pytest.mark.parametrize("n", range(5, 10))
def test_nobodys_answer_is_told_not_even_to_somebody_who_answered(n: int, manner: Manner) -> None:
    """Whoever knows how many answered, and their own answer, is left with two for the others."""
    could: defaultdict[Hashable, set[int]] = defaultdict(set)
    for answers in combinations_with_replacement(SCALE, n):
        told = show(scale(*answers), manner)
        could[told].update(answers)
        for own in set(answers):
            others = list(answers)
            others.remove(own)
            could[told, own].update(others)
    assert min(map(len, could.values())) > 1


@pytest.mark.parametrize("manner", ["number", "word"])
@pytest.mark.parametrize("n", range(5, EXACT))
def test_no_share_tells_what_anybody_did(n: int, manner: Manner) -> None:
    could: defaultdict[Hashable, set[bool]] = defaultdict(set)
    for hits in range(n + 1):
        told = show(share(hits, n), manner)
        for own in (True, False):
            if hits - own in range(n):
                others = {True} if hits - own else set()
                could[told, own] |= others | ({False} if hits - own < n - 1 else set())
    assert min(map(len, could.values())) > 1


@given(st.integers(5, EXACT - 1), st.data())
def test_numbers_of_fewer_than_thirty_are_in_tens_and_tell_no_size(
    n: int, data: st.DataObject
) -> None:
    told = show(share(data.draw(st.integers(0, n)), n), "number")
    assert told.people
    assert told.people.least + 4 <= told.people.most
    if told.how == "number":
        assert all(end is not None and round(end * 10, 6) % 1 == 0 for end in _numbers(told))
        assert told.low is not None
        assert told.high is not None
        assert told.low <= (told.value or 0) <= told.high


def _numbers(told: Shown) -> tuple[float | None, ...]:
    return told.value, told.low, told.high


# change


def test_a_change_is_up_only_if_its_interval_leaves_out_nothing() -> None:
    """Sixty of a hundred after forty of a hundred; intervals by Wilson, the change by Newcombe."""
    before = show(replace(share(40, 100), low=0.309, high=0.498), "number")
    now = show(replace(share(60, 100), low=0.502, high=0.691), "number")
    up = change(now, before)
    assert up
    assert (up.way, up.by) == ("up", 0.2)
    assert (round(up.low, 2), round(up.high, 2)) == (0.08, 0.31)
    down, same = change(before, now), change(now, now)
    assert down
    assert same
    assert (down.way, same.way) == ("down", "stable")


@pytest.mark.parametrize(
    "other",
    [
        show(share(50, 50), "number"),
        show(share(25, 50), "word"),
        show(share(25, 50), "too_few"),
        show(share(4, 9), "number"),
        show(days(2, 50), "number"),
        show(replace(share(25, 50), high=None), "number"),
    ],
)
def test_there_is_no_change_unless_both_sides_are_numbers_of_ten_people(other: Shown) -> None:
    now = show(share(25, 50), "number")
    assert change(now, now)
    assert change(now, other) is None
    assert change(other, now) is None


# the only way


def test_a_figure_that_was_kept_is_the_same() -> None:
    for figure in (share(12, 20), share(50, 50), share(2, 4), share(60, 100), days(2.3, 40)):
        told = show(figure, "number")
        assert thaw(json.loads(json.dumps(freeze(told)))) == told


def test_nobody_else_makes_what_may_be_printed() -> None:
    with pytest.raises(TypeError):
        Shown("number", "share", 0.5)
    with pytest.raises(TypeError):
        replace(show(share(12, 20), "number"), value=0.57)


def test_no_module_but_this_one_makes_or_alters_it() -> None:
    """Storage alone may bring back what it kept; nobody names the token."""
    makers = {
        (path, name)
        for room in ("bot", "adapters", "scheduler", "storage", "prompts")
        for path in (ROOT / room).rglob("*.py")
        for name in _forbidden(path)
    }
    here = ROOT / "bot" / "groups" / "shown.py"
    assert {path for path, _ in makers} == {here}


def _forbidden(path: Path) -> Iterator[str]:
    """Find calls of `Shown`, those of `thaw` outside of storage, and what names the token."""
    text = path.read_text(encoding="utf-8")
    if "groups" not in text and path.parent.name != "groups":
        return
    for node in ast.walk(ast.parse(text)):
        name = getattr(node, "id", getattr(node, "attr", ""))
        if name == "_HERE" or (name == "thaw" and "storage" not in path.parts):
            yield name
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called == "Shown":
                yield called
