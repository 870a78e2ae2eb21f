"""Turns are given out so that a platform's limit holds, whatever the clocks say."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.slack import limits as slack
from adapters.teams import limits as teams
from bot.pace import UNLIMITED, Pace, Paces, at_most
from scheduler.courier import LATE

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
AHEAD = SECOND / 2

PACES = Paces({"slack": slack.LIMITS, "teams": teams.LIMITS})


@st.composite
def limits(draw: st.DrawFn) -> tuple[int, timedelta, int]:
    """Any limit, with a burst that it can hold."""
    calls = draw(st.integers(1, 200))
    within = timedelta(seconds=draw(st.sampled_from([1, 2, 60])))
    return calls, within, draw(st.integers(1, calls))


@example((4, SECOND, 2), [(0, 1), (0, 1), (500, 3)])
@given(
    limits(),
    st.lists(st.tuples(st.integers(-200, 3000), st.integers(1, 40)), min_size=1, max_size=40),
)
def test_no_limit_is_ever_passed(
    limit: tuple[int, timedelta, int], claims: list[tuple[int, int]]
) -> None:
    """Not in any window, whoever asks when for how many: clocks may even step back."""
    calls, span, burst = limit
    pace = at_most(calls, span, burst=burst)
    now, free_at, taken = AT, AT, list[datetime]()
    for milliseconds, most in claims:
        now += timedelta(milliseconds=milliseconds)
        turns, free_at = pace.turns(free_at, now, now + AHEAD, most)
        assert len(turns) <= most
        assert all(now <= turn <= now + AHEAD for turn in turns)
        taken += turns
    taken.sort()
    for first in taken:
        assert sum(first <= turn < first + span for turn in taken) <= calls


@given(st.integers(1, 500), st.lists(st.integers(0, 40), min_size=30, max_size=60))
def test_late_calls_do_not_pass_a_limit_either(calls: int, late: list[int]) -> None:
    """Each may begin up to a bit after its turn, and its network may take as long again."""
    pace = at_most(calls, SECOND)
    turns, _ = pace.turns(AT, AT, AT + 10 * SECOND, 3 * calls)
    begun = sorted(
        turn + 2 * LATE * late[number % len(late)] / 40 for number, turn in enumerate(turns)
    )
    for first in begun:
        assert sum(first <= at < first + SECOND for at in begun) <= calls


@given(st.integers(1, 200))
def test_most_of_a_limit_can_be_used(calls: int) -> None:
    """Nine tenths, one call less at most."""
    turns, _ = at_most(calls, SECOND).turns(AT, AT, AT + 10 * SECOND, 100_000)
    assert len(turns) >= 10 * 0.9 * calls - 1


def test_without_a_limit_all_go_at_once() -> None:
    """Everybody's turn is now."""
    assert UNLIMITED.turns(AT, AT, AT, 3) == ([AT] * 3, AT)


def test_nobody_has_a_turn_before_a_pause_ends() -> None:
    """Not even those that a burst would allow; then it goes on at the pace."""
    pace = Pace("any", SECOND, burst=10)
    shut = pace.shut(AT, AT + 30 * SECOND)
    assert pace.turns(shut, AT, AT + 29 * SECOND, 5)[0] == []
    assert pace.turns(shut, AT, AT + 30 * SECOND, 5)[0] == [AT + 30 * SECOND]
    assert pace.shut(shut, AT + SECOND) == shut


@pytest.mark.parametrize(
    ("lane", "bucket"),
    [
        ("slack:T1:post", "slack:T1:chat.postMessage"),
        ("slack:T1:home", "slack:T1:views.publish"),
        ("teams:a-b:post", "teams:a-b:all"),
        ("teams:a-b:update", "teams:a-b:all"),
        ("playground:local:post", "playground:local:all"),
    ],
)
def test_limits_are_counted_by_platform_workspace_and_method(lane: str, bucket: str) -> None:
    """Slack counts methods, Teams whatever is asked of a tenant."""
    assert PACES.bucket(lane) == bucket


def test_conversations_have_a_pace_of_their_own() -> None:
    """One message a second in Slack; in Teams 7 in one second, 8 in two, 60 in thirty."""
    assert PACES.of("slack:T1:post").apart == SECOND
    apart = PACES.of("teams:a:post").apart
    for calls, seconds in ((7, 1), (8, 2), (60, 30)):
        assert seconds * SECOND / apart <= calls
