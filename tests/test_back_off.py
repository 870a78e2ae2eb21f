"""The pace: silence and 'too often' slow it down, and only the person's own tap speeds it up.

Row by row the table of coaching 5.8, each through the whole engine.
"""

import asyncio
import shutil
from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.cadence import A_WEEK, after_silence, faster, slower, weeks_of
from bot.language import LANGS, Lang
from bot.ledger import Entry
from bot.people import Pace
from storage.store import Store, open_store
from tests.databases import KEY
from tests.players import Words
from tests.test_budget import Life, commit, life
from tests.world import MONDAY, library

PACES: tuple[Pace, ...] = ("weekly", "fortnightly", "monthly")


def week(n: int) -> datetime:
    """The Monday so many weeks after the first conversation; the slot is on Tuesdays."""
    return MONDAY + timedelta(weeks=n)


async def weekly_messages(lived: Life) -> list[Entry]:
    """What came at the slot, oldest first."""
    sent = [e for e in await lived.ledger() if e.key.startswith("checkin:") and e.outcome == "sent"]
    return sorted(sent, key=lambda e: e.decided_at)


async def weeks_apart(lived: Life) -> list[int]:
    """How many weeks lie between one of them and the next."""
    at = [e.decided_at for e in await weekly_messages(lived)]
    return [round((b - a) / timedelta(weeks=1)) for a, b in pairwise(at)]


async def pace_of(lived: Life) -> str:
    """At what pace the person is, or that they are on call, or paused."""
    me = await lived.me()
    if me.state != "active":
        return me.state
    paused = me.paused_until and me.paused_until > lived.world.clock()
    return "paused" if paused else me.pace


async def answer_to(lived: Life, programme_id: str, step_id: str, option: str) -> None:
    """Answer everything until a step of a dialogue is asked, and that with an option."""
    for _ in range(60):
        session = await lived.player.session()
        assert session, f"{programme_id}.{step_id} never came"
        if (session.programme_id, session.step_id) == (programme_id, step_id):
            await lived.player.press(option)
            return
        programme = library().programme(session.programme_id, session.programme_version)
        await lived.player.answer(programme, programme.step(session.step_id), Words())
    raise AssertionError(f"{programme_id}.{step_id} never came")


async def reach_review(lived: Life) -> None:
    """Live on, answering with a word each week, until the review comes."""
    await commit(lived.player, week(0) + timedelta(days=4))
    for n in range(12):
        await lived.player.command("why")
        await lived.pass_until(week(n + 1))
        session = await lived.player.session()
        if session and session.programme_id == "monthly_review":
            return
    raise AssertionError("no review came")


async def rate_session(lived: Life, useful: str) -> None:
    """Go through a session, and say how useful it was."""
    await lived.player.command("start delegation")
    await answer_to(lived, "session_feedback", "useful", useful)
    await lived.player.press("skip")


class TestWeekly:
    """Weekly becomes every two weeks."""

    async def test_two_messages_without_an_answer_slow_it_to_every_two_weeks(
        self, sqlite_store: Store
    ) -> None:
        """The next one comes two weeks after the second, not one."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(2))
            assert await pace_of(lived) == "weekly"
            await lived.pass_until(week(4))
            assert await pace_of(lived) == "fortnightly"
            assert await weeks_apart(lived) == [1, 2]

    async def test_one_message_without_an_answer_changes_nothing(self, sqlite_store: Store) -> None:
        """Two in a row: with a word in between they are not."""
        async with life(sqlite_store) as lived:
            for n in range(1, 7):
                await lived.pass_until(week(n))
                if n % 2 == 0:
                    await lived.player.command("why")
            assert await pace_of(lived) == "weekly"
            assert set(await weeks_apart(lived)) == {1}

    async def test_too_often_slows_it_at_once(self, sqlite_store: Store) -> None:
        """One tap in the review is enough."""
        async with life(sqlite_store) as lived:
            await reach_review(lived)
            await answer_to(lived, "monthly_review", "rhythm", "too_often")
            assert await pace_of(lived) == "fortnightly"

    async def test_an_answer_to_a_reminder_keeps_the_pace(self, sqlite_store: Store) -> None:
        """Whatever the person does is an answer."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(1) + timedelta(days=3))
            await lived.player.press("not_now")
            await lived.pass_until(week(3))
            assert await pace_of(lived) == "weekly"


class TestFortnightly:
    """Every two weeks becomes monthly, with the question whether it is still useful."""

    async def test_two_more_slow_it_to_once_a_month_with_a_question(
        self, sqlite_store: Store
    ) -> None:
        """The question comes a month after the last message, and nothing in between."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(10))
            assert await pace_of(lived) == "monthly"
            assert [e.kind for e in await weekly_messages(lived)][-1] == "useful"
            assert await weeks_apart(lived) == [1, 2, 2, 4]

    async def test_who_chose_every_two_weeks_has_the_same_patience(
        self, sqlite_store: Store
    ) -> None:
        """Two without an answer, then the question."""
        async with life(sqlite_store) as lived:
            await lived.begin_as(pace="fortnightly")
            await lived.pass_until(week(10))
            assert await weeks_apart(lived) == [2, 4]
            assert [e.kind for e in await weekly_messages(lived)][-1] == "useful"

    async def test_a_word_before_the_question_spares_it(self, sqlite_store: Store) -> None:
        """Who is there is not asked whether it is of use; the pace stays slow."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(8))
            assert await pace_of(lived) == "monthly"
            await lived.player.command("why")
            await lived.pass_until(week(11))
            assert "useful" not in {e.kind for e in await weekly_messages(lived)}
            assert await pace_of(lived) == "monthly"

    async def test_a_pace_chosen_by_the_person_is_not_questioned(self, sqlite_store: Store) -> None:
        """Monthly by choice is not monthly by silence."""
        async with life(sqlite_store) as lived:
            await commit(lived.player, week(1) + timedelta(days=2))
            await lived.begin_as(pace="monthly")
            await lived.pass_until(week(6))
            assert [e.kind for e in await weekly_messages(lived)] == ["session"]


class TestMonthly:
    """Monthly becomes silence."""

    async def test_one_more_ends_in_silence(self, sqlite_store: Store) -> None:
        """Nothing comes any more, and nothing is planned."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(15))
            assert await pace_of(lived) == "on_call"
            came = len(lived.came)
            await lived.pass_until(week(40))
            assert len(lived.came) == came
            assert await lived.world.look(lambda uow: uow.moments.next_at()) is None

    async def test_silence_ends_when_the_person_calls(self, sqlite_store: Store) -> None:
        """At the slow pace they were left at, not at the one before."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(15))
            await lived.player.command("why")
            assert await pace_of(lived) == "on_call"
            await lived.player.command("settings")
            await lived.player.press("cmd:again")
            assert await pace_of(lived) == "monthly"


class TestFaster:
    """One step faster only by the person's own tap."""

    async def test_not_enough_is_one_step_faster(self, sqlite_store: Store) -> None:
        """From every two weeks to weekly, by a tap in the review."""
        async with life(sqlite_store) as lived:
            await lived.begin_as(pace="fortnightly")
            await reach_review(lived)
            await answer_to(lived, "monthly_review", "rhythm", "not_enough")
            assert await pace_of(lived) == "weekly"

    async def test_yes_every_week_takes_the_pace_up_again(self, sqlite_store: Store) -> None:
        """The question whether it is still useful offers the pace of before."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(10))
            await lived.player.press("weekly")
            assert await pace_of(lived) == "weekly"

    @pytest.mark.parametrize("act", ["why", "plan", "start delegation", "settings", "help", "data"])
    async def test_answering_does_not_speed_it_up(self, sqlite_store: Store, act: str) -> None:
        """Only a tap that says so does."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(5))
            await lived.player.command(act)
            await lived.pass_until(week(6))
            assert await pace_of(lived) == "fortnightly"


class TestPaused:
    """Leave, 'pause', or two sessions in a row of little use."""

    async def test_leave_pauses_until_its_day(self, sqlite_store: Store) -> None:
        """Nothing comes before; the first slot after it does, at the same pace."""
        async with life(sqlite_store) as lived:
            await lived.player.command(f"away until {week(3).date()}")
            await lived.pass_until(week(3))
            assert lived.came == []
            await lived.pass_until(week(4))
            assert len(await weekly_messages(lived)) == 1
            assert await pace_of(lived) == "weekly"

    async def test_pause_is_four_weeks(self, sqlite_store: Store) -> None:
        """By one word and one tap."""
        async with life(sqlite_store) as lived:
            await lived.player.command("pause")
            await lived.player.press("pause")
            await lived.pass_until(week(4))
            assert lived.came == []
            await lived.pass_until(week(5))
            assert lived.came

    async def test_two_sessions_of_little_use_pause(self, sqlite_store: Store) -> None:
        """Two in a row; what was asked for then does not come by itself for four weeks."""
        async with life(sqlite_store) as lived:
            await rate_session(lived, "1")
            assert await pace_of(lived) == "weekly"
            await lived.pass_until(week(1) + timedelta(days=1))
            await rate_session(lived, "2")
            assert await pace_of(lived) == "paused"
            came = len(lived.came)
            await lived.pass_until(week(5))
            assert len(lived.came) == came

    async def test_one_useful_session_between_them_does_not_pause(
        self, sqlite_store: Store
    ) -> None:
        """In a row means in a row."""
        async with life(sqlite_store) as lived:
            for n, useful in enumerate(("1", "4", "1")):
                await lived.pass_until(week(n) + timedelta(days=n))
                await rate_session(lived, useful)
            assert await pace_of(lived) == "weekly"


class TestReminders:
    """One reminder, in the weekly state only."""

    async def test_only_weekly_messages_are_reminded_of(self, sqlite_store: Store) -> None:
        """Once the pace is slower there is none."""
        async with life(sqlite_store) as lived:
            await lived.pass_until(week(26))
            reminded = sorted(e.decided_at for e in await lived.ledger() if e.kind == "reminder")
            weekly = [e.decided_at for e in await weekly_messages(lived)][:2]
            assert [at - timedelta(days=1) for at in reminded] == weekly

    @pytest.mark.parametrize("pace", ["fortnightly", "monthly"])
    async def test_a_slower_pace_has_none(self, sqlite_store: Store, pace: Pace) -> None:
        """Chosen or not."""
        async with life(sqlite_store) as lived:
            await lived.begin_as(pace=pace)
            await lived.pass_until(week(26))
            assert not [e for e in await lived.ledger() if e.kind == "reminder"]


@pytest.mark.parametrize("lang", LANGS)
async def test_who_sets_up_commits_once_and_never_answers_is_left_in_peace(
    sqlite_store: Store, lang: Lang
) -> None:
    """At most 12 messages in 26 weeks, never over two a week, and none after week 12."""
    async with life(sqlite_store, lang) as lived:
        await commit(lived.player, week(1) + timedelta(days=3))
        await lived.pass_until(week(26))
        assert 5 <= len(lived.came) <= 12
        assert max(Counter(at.isocalendar()[:2] for at in lived.came).values()) <= A_WEEK
        assert max(lived.came) < week(12)
        assert await weeks_apart(lived) == [1, 2, 2, 4]
        assert await pace_of(lived) == "on_call"


paces = st.sampled_from(PACES)


@given(paces, st.lists(st.booleans(), max_size=40))
def test_no_row_of_answers_and_silences_speeds_the_pace_up(pace: Pace, answers: list[bool]) -> None:
    """The rule alone, over any sequence: an answer ends the row, silence goes on with it."""
    unanswered = 0
    for answered in answers:
        after, unanswered = after_silence(pace, 0 if answered else unanswered + 1)
        if after == "on_call":
            return
        assert weeks_of(after) >= weeks_of(pace)
        pace = after


@given(paces)
def test_faster_and_slower_go_one_step(pace: Pace) -> None:
    """And back to where it was, except at the ends."""
    down = slower(pace)
    assert down is None or faster(down) == pace
    assert PACES.index(pace) - PACES.index(faster(pace)) in {0, 1}


acts = st.sampled_from(
    ["nothing", "nothing", "nothing", "why", "leave", "commit", "pause", "again", *PACES]
)


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a life is too long to be shortened in good time
)
@given(pace=paces, weeks=st.lists(acts, min_size=4, max_size=16))
def test_no_life_becomes_faster_without_a_tap(
    sqlite_migrated: Path, tmp_path_factory: pytest.TempPathFactory, pace: Pace, weeks: list[str]
) -> None:
    """Whatever is answered or not: only choosing a pace makes messages come more often."""
    path = shutil.copy(sqlite_migrated, tmp_path_factory.mktemp("life") / "declic.sqlite3")
    store = open_store(f"sqlite:///{path}", KEY)
    try:
        asyncio.run(_never_faster(store, pace, weeks))
    finally:
        store.close()


async def _never_faster(store: Store, pace: Pace, weeks: list[str]) -> None:
    async with life(store) as lived:
        await lived.begin_as(pace=pace)
        before = (await lived.me()).pace
        since = 0
        for n, act in enumerate(weeks, 1):
            await lived.pass_until(week(n))
            after = (await lived.me()).pace
            assert weeks_of(after) >= weeks_of(before), (n, weeks)
            before = await _act(lived, act, after)
            if act != "nothing":
                since = n
        in_silence = [
            e.decided_at for e in await weekly_messages(lived) if e.decided_at > week(since)
        ]
        gaps = [b - a for a, b in pairwise(in_silence)]
        assert all(b >= a - timedelta(days=1) for a, b in pairwise(gaps)), (gaps, weeks)


async def _act(lived: Life, act: str, pace: Pace) -> Pace:
    """Do something, and return the pace that it makes."""
    if act in PACES:
        await lived.begin_as(pace=act)
        return act
    if act == "commit":
        await commit(lived.player, lived.world.clock() + timedelta(days=9))
    elif act == "pause":
        await lived.player.command(
            f"pause until {(lived.world.clock() + timedelta(days=9)).date()}"
        )
    elif act != "nothing":
        await lived.player.command(act)
    return pace
