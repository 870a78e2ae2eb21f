"""What holds of every indicator, whatever happened."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.measuring import (
    blockers,
    commitments,
    drop_off,
    fatigue,
    kept,
    opinions,
    progress,
    prompts,
    reach,
    sessions,
)
from bot.measuring.figures import Figure
from bot.measuring.population import WEEK, Week
from bot.measuring.records import Kind, Record, Status
from bot.measuring.windows import Window
from tests.happenings import OCTOBER, SEED, START, at, due, record

PEOPLE = frozenset("abcdef")
STEPS = ("onboarding.start", "onboarding.done")

WEEKS = [
    Week(Window(start, start + WEEK), PEOPLE, frozenset("f"))
    for start in (OCTOBER.start + n * WEEK for n in range(5))
    if start + WEEK <= OCTOBER.end
]

Measure = Callable[[Sequence[Record]], object]

MEASURES: dict[str, Measure] = {
    "1 reach": lambda r: reach.reach(r, OCTOBER, PEOPLE),
    "2 activation": lambda r: reach.activation(r, OCTOBER, PEOPLE),
    "3 participation": lambda r: reach.participation(r, WEEKS, SEED),
    "4 response rate": lambda r: prompts.response_rate(r, OCTOBER, SEED),
    "5 completion": lambda r: sessions.completion(r, OCTOBER, SEED),
    "6 time to answer": lambda r: prompts.time_to_answer(r, OCTOBER, SEED),
    "7 session length": lambda r: sessions.session_length(r, OCTOBER, SEED),
    "8 commitment rate": lambda r: sessions.commitment_rate(r, OCTOBER, SEED),
    "9 quality gain": lambda r: commitments.quality_gain(r, OCTOBER, SEED),
    "10 and 11 kept": lambda r: kept.kept(r, OCTOBER, SEED),
    "12 on time": lambda r: kept.on_time(r, OCTOBER, SEED),
    "13 days to done": lambda r: commitments.days_to_done(r, OCTOBER, SEED),
    "14 replanning": lambda r: commitments.replanning(r, OCTOBER, SEED),
    "15 confidence change": lambda r: progress.confidence_change(r, OCTOBER, PEOPLE, SEED),
    "16 goal progress": lambda r: progress.goal_progress(r, OCTOBER, SEED),
    "17 usefulness": lambda r: opinions.usefulness(r, OCTOBER, SEED),
    "18 recommendation": lambda r: opinions.recommendation(r, OCTOBER, SEED),
    "19 blockers": lambda r: blockers.blocker_resolution(r, OCTOBER, SEED),
    "21 drop-off": lambda r: drop_off.drop_off(r, OCTOBER, STEPS, SEED),
    "22 fatigue": lambda r: fatigue.fatigue(r, OCTOBER, PEOPLE),
    "23 silence": lambda r: fatigue.silence(r, OCTOBER, PEOPLE),
    "24 opt-out": lambda r: fatigue.opt_out(r, OCTOBER, PEOPLE),
    "26 minutes saved": lambda r: opinions.minutes_saved(r, OCTOBER, SEED),
    "27 message load": lambda r: prompts.message_load(r, OCTOBER, dict.fromkeys(PEOPLE, 4.0), SEED),
    "28 self-direction": lambda r: commitments.self_direction(r, OCTOBER, SEED),
}
"""All but the alignment of a team, which is not made of records, and what is a person's own."""

LOOK_BACK: tuple[Kind, ...] = (
    "node_reached",
    "items_asked",
    "baseline_item",
    "retrospective_item",
    "goal_progress",
)
"""What is compared with the past counts from the past."""

DETAILS = (
    *get_args(Status),
    *STEPS,
    "first",
    "final",
    "baseline",
    "endline",
    "silence",
    "1",
    "2",
    "a1",
    "a2",
)


def happened(
    days: st.SearchStrategy[int], dues: st.SearchStrategy[int]
) -> st.SearchStrategy[Record]:
    """Make any record, about one of a person's few things, on one of these days."""
    return st.builds(
        _record,
        st.sampled_from(get_args(Kind)),
        st.sampled_from(sorted(PEOPLE)),
        st.tuples(days, st.integers(0, 3)),
        st.integers(1, 4),
        st.sampled_from(DETAILS),
        st.sampled_from(["", "meetings"]),
        st.none() | st.integers(0, 10),
        dues,
    )


def _record(
    kind: Kind,
    person: str,
    when: tuple[int, int],
    about: int,
    detail: str,
    theme: str,
    value: int | None,
    due_day: int,
) -> Record:
    day = when[0] + when[1] / 5
    made = record(kind, person, day, f"{person}{about}", detail=detail, theme=theme, value=value)
    return replace(made, due_on=due(due_day))


AROUND = happened(st.integers(-35, 45), st.integers(-10, 45))
LATER = happened(st.integers(42, 80), st.integers(-10, 80))
BEFORE = happened(st.integers(-120, -45), st.integers(-120, -1))


def lives(size: int = 60) -> st.SearchStrategy[list[Record]]:
    return st.lists(AROUND, max_size=size)


def figures(measured: object) -> Iterator[Figure]:
    """Find the figures in whatever an indicator returns."""
    if isinstance(measured, Figure):
        yield measured
    elif isinstance(measured, tuple):
        for one in measured:
            yield from figures(one)
    elif is_dataclass(measured):
        for field in fields(measured):
            yield from figures(getattr(measured, field.name))


every_measure = pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES.keys())
few = settings(max_examples=25)


@every_measure
@few
@given(records=lives())
def test_a_figure_lies_in_its_interval_and_a_share_between_none_and_all(
    measure: Measure, records: list[Record]
) -> None:
    for figure in figures(measure(records)):
        assert figure.people <= figure.rows
        if figure.unit == "share" and figure.value is not None:
            assert 0 <= figure.value <= 1
            assert 0 <= (figure.hits or 0) <= figure.rows
        if figure.interval and figure.value is not None:
            wide = figure.interval
            assert wide.low <= figure.value <= wide.high
            if figure.unit == "share":
                assert 0 <= wide.low <= wide.high <= 1


@every_measure
@few
@given(records=lives(), chance=st.randoms(use_true_random=False))
def test_neither_order_nor_repeats_matter(
    measure: Measure, records: list[Record], chance: random.Random
) -> None:
    twice = records + chance.sample(records, len(records) // 2)
    assert measure(chance.sample(twice, len(twice))) == measure(records)


@every_measure
@few
@given(records=lives(), later=st.lists(LATER, max_size=20))
def test_what_happens_after_a_window_was_last_looked_at_changes_nothing(
    measure: Measure, records: list[Record], later: list[Record]
) -> None:
    """Whatever it is about: also of what lies in the window."""
    assert measure(records + later) == measure(records)


@every_measure
@few
@given(records=lives(), before=st.lists(BEFORE, max_size=20))
def test_what_was_over_before_a_window_changes_nothing(
    measure: Measure, records: list[Record], before: list[Record]
) -> None:
    """Other prompts, sessions, commitments and blockers of the same people."""
    others = [
        replace(one, about=f"old-{one.about}", detail=f"old-{one.detail}")
        for one in before
        if one.kind not in LOOK_BACK
    ]
    assert measure(records + others) == measure(records)


@every_measure
def test_nothing_makes_no_figure_and_no_error(measure: Measure) -> None:
    for figure in figures(measure([])):
        assert figure.value in {None, 0}
        assert figure.rows in {0, len(PEOPLE)}


@every_measure
@few
@given(records=lives(), shift=st.integers(-4, 8))
def test_a_change_of_clocks_is_no_different_from_any_other_night(
    measure: Measure, records: list[Record], shift: int
) -> None:
    """What happened in the nights around the 25th may as well have happened hours apart."""
    night = START + timedelta(days=24)
    one = [replace(r, at=night + timedelta(seconds=n)) for n, r in enumerate(records)]
    two = [replace(r, at=r.at + timedelta(hours=shift)) for r in one]
    rows = [figure.rows for figure in figures(measure(one))]
    assert [figure.rows for figure in figures(measure(two))] == rows


def test_the_clocks_make_no_hour_of_a_window_twice_as_long() -> None:
    """A prompt at 00:30 and one at 01:30 UTC, both 02:30 in Paris, are two."""
    night = Window(datetime(2026, 10, 25, 0, tzinfo=START.tzinfo), at(26))
    sent = [
        Record("prompt_sent", "a", night.start + timedelta(minutes=minutes), f"a{minutes}")
        for minutes in (30, 90)
    ]
    assert prompts.response_rate(sent, night, SEED).rows == 2
