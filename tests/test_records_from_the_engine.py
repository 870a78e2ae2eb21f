"""What really happens becomes records: conversations through the whole engine, counted by hand."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import get_args

import pytest

from bot.campaigns.content import Campaign, Invitee, Terms
from bot.language import LANGS, Lang
from bot.measuring.records import Kind, Record
from bot.programmes import Programme, Step
from bot.workdays import Calendar
from storage.store import Store
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.squads import squad
from tests.talks import meant
from tests.traces import found
from tests.walks import COMMITMENT
from tests.world import MONDAY

EVERY: tuple[Kind, ...] = get_args(Kind)
START, END = MONDAY - timedelta(days=1), MONDAY + timedelta(days=400)
PAUSE = timedelta(seconds=40)
"""Between two answers."""


class Ticking(Player):
    """Somebody who takes forty seconds over every answer."""

    async def answer(self, programme: Programme, step: Step, word: Callable[[], str]) -> None:
        """Answer, a little later."""
        self.world.clock.at += PAUSE
        await super().answer(programme, step, word)

    async def then(self, option: str, after: timedelta = PAUSE) -> None:
        """Press something, a little later."""
        self.world.clock.at += after
        await self.press(option)

    async def told(self, *kinds: Kind) -> list[Record]:
        """Read what is recorded, in order of time."""
        every = await self.world.look(lambda uow: list(uow.records.between(kinds, START, END)))
        return sorted(every, key=lambda one: (one.at, one.kind, one.detail))


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    found: Lang = request.param
    return found


@pytest.fixture
async def ada(sqlite_store: Store, lang: Lang) -> AsyncIterator[Ticking]:
    """Somebody in Paris who has gone through the onboarding: Tuesdays at nine, by the week."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        player = Ticking(world, chat, "U0ADA", lang)
        await player.onboard(Words())
        yield player


async def theme_session(ada: Ticking, lang: Lang) -> datetime:
    """Take the session that Tuesday offers, 37 minutes after it came; return when it came."""
    came = datetime.combine(date(2026, 11, 24), MONDAY.timetz()).replace(hour=8)
    await ada.world.wait_until(came)
    await ada.then("start", timedelta(minutes=37))
    for option in ("enjoy", "skip", "some", "propose", "silence"):
        await ada.then(option)
    ada.world.clock.at += timedelta(minutes=9)
    await commit(ada, lang, "2026-12-03")
    await ada.then("8")
    return came


async def commit(ada: Ticking, lang: Lang, due: str) -> None:
    """Write the commitment that the open question asks for."""
    await ada.press("write")
    values = {name: meant(text, lang) for name, text in COMMITMENT.items()}
    await ada.fill({**values, "due": due})


async def come_back(ada: Ticking) -> None:
    """Take part again after a stop."""
    await ada.command("next")
    await ada.press("cmd:again")


async def test_an_onboarding_tells_its_steps_and_is_no_session(ada: Ticking) -> None:
    """Each is reached with the answer before it, and `done` with the last one."""
    assert await ada.told("session_started", "session_completed", "session_left") == []
    steps = [(one.detail, one.at) for one in await ada.told("node_reached")]
    asked = ("hello", "privacy", "language", "themes", "goal", "obstacle", "slot", "place", "done")
    assert steps == [(f"onboarding.{step}", MONDAY + n * PAUSE) for n, step in enumerate(asked)]
    assert await ada.told("prompt_sent", "slowed", "paused", "stopped") == []


async def test_a_theme_session_with_everything_in_it(ada: Ticking, lang: Lang) -> None:
    """A prompt that is answered, a session with a commitment, and what it was good for."""
    came = await theme_session(ada, lang)
    (prompt,), (answered,) = await ada.told("prompt_sent"), await ada.told("prompt_answered")
    assert (prompt.detail, prompt.value, prompt.at) == ("session", 0, came)
    assert (answered.about, answered.value) == (prompt.about, 37)
    (session,) = await ada.told("session_completed")
    begun = came + timedelta(minutes=37)
    assert session.theme == "delegation"
    # Five answers, one after nine minutes that count as two, and the confidence.
    assert session.value == 4 * 40 + 120 + 40
    assert session.at == begun + 5 * PAUSE + timedelta(minutes=9) + PAUSE
    (made,) = await ada.told("commitment_created")
    assert made.detail == session.about
    assert (made.due_on, made.value, made.theme) == (date(2026, 12, 3), 1, "delegation")
    checks = [(one.detail, one.value) for one in await ada.told("check_result")]
    assert checks == [("final", 4), ("first", 4)]
    assert [one.value for one in await ada.told("confidence")] == [8]
    await ada.then("5")
    (useful,) = await ada.told("useful")
    assert (useful.value, useful.about, useful.theme) == (5, session.about, "delegation")


async def test_what_becomes_of_a_commitment(ada: Ticking, lang: Lang) -> None:
    """Said to be done, taken back, half done, and put on another day."""
    await theme_session(ada, lang)
    await ada.world.wait_until(datetime.combine(date(2026, 12, 3), MONDAY.timetz()).replace(hour=8))
    asked = [one.detail for one in await ada.told("prompt_sent")]
    assert asked[-1] == "milestone"
    await ada.then("done")
    assert [one.detail for one in await ada.told("commitment_status")] == ["done"]
    await ada.then("change")
    assert await ada.told("commitment_status") == []
    await ada.then("partly")
    ada.world.clock.at += PAUSE
    await ada.press("date", {"date": "2026-12-10"})
    now = ada.world.clock()
    assert [(one.detail, one.at) for one in await ada.told("commitment_status")] == [
        ("partly", now - PAUSE),
        ("replanned", now),
    ]
    (moved,) = await ada.told("commitment_due")
    assert (moved.due_on, moved.at) == (date(2026, 12, 10), now)


async def test_a_pause_is_over_when_somebody_comes_back(ada: Ticking) -> None:
    """After a week of four; one that is taken back at once never was."""

    async def away(days: int) -> bool:
        start = MONDAY + timedelta(days=days)
        until = start + timedelta(days=7)
        return bool(await ada.world.look(lambda uow: uow.records.away(start, until)))

    await ada.command("pause")
    await ada.then("pause")
    await ada.command("settings")
    await ada.press("cmd:again")
    assert await ada.told("paused") == []
    await ada.command("pause")
    await ada.then("pause")
    await ada.world.wait(days=7)
    assert [await away(days) for days in (0, 7, 14)] == [True, True, True]
    await ada.command("settings")
    await ada.press("cmd:again")
    assert [await away(days) for days in (0, 8, 14)] == [True, False, False]


async def test_a_session_that_is_left(ada: Ticking) -> None:
    """After one answer it was begun; without any it is nothing."""
    for answers in (1, 0):
        await ada.command("start delegation")
        for option in ("enjoy",)[:answers]:
            await ada.then(option)
        await ada.command("pause")
        await ada.then("fortnightly")
        await ada.press("cmd:leave")
    (left,) = await ada.told("session_left")
    assert left.theme == "delegation"
    assert len(await ada.told("session_started")) == 1


async def test_a_self_evaluation_tells_how_much_it_asked(ada: Ticking) -> None:
    """One answer of four: two themes and what concerns everybody; the rest is passed over."""
    await ada.press("cmd:evaluate")
    await ada.then("9")
    for _skipped in range(3):
        await ada.then("skip")
    given = [(one.detail, one.value) for one in await ada.told("baseline_item")]
    assert given == [("delegation", 9)]
    (asked,) = await ada.told("items_asked")
    assert (asked.detail, asked.value) == ("baseline", 4)


async def test_a_month_in_review(ada: Ticking, lang: Lang) -> None:
    """How near the goal is, minutes saved, whether to recommend it, and that it is too often."""
    await theme_session(ada, lang)
    for _week in range(4):
        await ada.world.wait(days=7)
        await ada.command("next")  # who says something is not silent
    assert (await ada.told("prompt_sent"))[-1].detail == "review"
    await ada.press("skip")
    for option in ("7", "card", "30", "too_often", "continue", "9"):
        await ada.then(option)
    (near,), (recommended,) = await ada.told("goal_progress"), await ada.told("recommend")
    assert (near.value, recommended.value) == (7, 9)
    assert [one.value for one in await ada.told("minutes_saved")] == [30]
    assert [one.detail for one in await ada.told("slowed")] == ["too_often"]


async def test_slower_pauses_and_a_stop_of_ones_own(ada: Ticking) -> None:
    """Each is noted once; a faster pace is not."""
    await ada.command("pause")
    await ada.then("fortnightly")
    await ada.command("pause")
    await ada.then("pause")
    await ada.command("pause")
    await ada.then("on_call")
    noted = await ada.told("slowed", "paused", "stopped")
    until = MONDAY + timedelta(days=28) + (noted[1].at - MONDAY)
    assert [(one.kind, one.detail) for one in noted] == [
        ("slowed", "chosen"),
        ("paused", until.date().isoformat()),
        ("slowed", "chosen"),
    ]
    await ada.command("stop")
    await ada.command("stop")
    assert [one.at for one in await ada.told("stopped")] == [ada.world.clock()]
    before, after = (ada.world.clock() + n * PAUSE for n in (-1, 1))
    assert len(await ada.world.look(lambda uow: uow.records.active(before))) == 1
    assert await ada.world.look(lambda uow: uow.records.active(after)) == set()


async def test_a_stop_that_is_taken_back_at_once_is_none(ada: Ticking) -> None:
    """A slip of the finger is no opt-out; coming back a day later is."""
    await ada.command("stop")
    await come_back(ada)
    assert await ada.told("stopped") == []
    await ada.command("stop")
    await ada.world.wait(days=1)
    await come_back(ada)
    assert len(await ada.told("stopped")) == 1


async def test_silence_slows_down_step_by_step(ada: Ticking) -> None:
    """From weekly to fortnightly, to monthly, and to silence; nobody asked for it."""
    await ada.world.wait(days=200)
    assert [one.detail for one in await ada.told("slowed")] == ["silence"] * 3
    assert await ada.told("prompt_answered") == []
    prompts = await ada.told("prompt_sent")
    assert len(prompts) == 5  # a week apart, then two, two and four
    reminders = await ada.told("message_sent")
    assert {one.detail for one in reminders} == {"reminder"}
    assert {one.value for one in (*prompts, *reminders)} == {0}
    me = await ada.me()
    assert me
    assert me.state == "on_call"
    assert await ada.world.look(lambda uow: uow.records.active(ada.world.clock())) == set()


async def test_nobody_who_has_not_begun_can_stop(sqlite_store: Store, lang: Lang) -> None:
    """They were never active, so it is no opt-out."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        ben = Ticking(world, chat, "U0BEN", lang)
        await ben.command("")
        await ben.command("stop")
        assert await ben.told("stopped") == []


async def test_who_is_on_the_list_of_a_campaign_is_invited(ada: Ticking) -> None:
    """Who is on its list is in the circle of the invited, with site and team."""
    me = await ada.me()
    assert me
    terms = Terms("Autumn", ("delegation",), MONDAY.date())
    autumn = Campaign("autumn", "hr", MONDAY, terms, "running", launched_at=MONDAY)
    await ada.world.change(lambda uow: uow.campaigns.add(autumn))
    listed = [Invitee(me.id, site="Lille", team="Sales")]
    await ada.world.change(lambda uow: uow.campaigns.list_people("autumn", listed))
    person = (await ada.told("node_reached"))[0].person
    assert await ada.world.look(lambda uow: uow.records.invited(START, END)) == {person}
    assert await ada.world.look(lambda uow: uow.records.teams()) == {person: ("Lille", "Sales")}


async def test_no_word_that_somebody_wrote_is_in_a_record(sqlite_store: Store, lang: Lang) -> None:
    """Words are planted wherever words are taken; nor is there an id, or who it was."""
    word = Words()
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        ada = Ticking(world, chat, "U0ADA", lang)
        await ada.onboard(word)
        for name in ("commit", "checkin", "start delegation", "stuck"):
            await ada.command(name)
            await ada.walk(word)
        await world.wait(days=9)
        await ada.walk(word)
        await ada.command("stop")
        me = await ada.me()
        assert me
        ids = [me.id, "U0ADA", "T0TEAM"]
        ids += [one.id for one in await world.look(lambda uow: uow.sessions.of(me.id))]
        ids += [one.id for one in await world.look(lambda uow: uow.commitments.of(me.id))]
        ids += [one.key for one in await world.look(lambda uow: uow.ledger.of(me.id, 99))]
        told = await ada.told(*EVERY)
        assert len(word.planted) > 10
        assert len({one.kind for one in told}) >= 12
        assert found(repr(told), [*word.planted, *ids]) == []
        noted = await world.look(lambda uow: uow.records.of(me.id))
        assert [one.kind for one in noted][-1] == "stopped"


async def test_what_slows_a_team_is_told_of_the_team(sqlite_store: Store, lang: Lang) -> None:
    """Named by all five, and resolved four working days later; nothing is told of the five."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (world, chat):
        five = squad(world, chat, 5, lang)
        await five.begin()
        for one in five.members:
            await one.answer_with(blocker="decision")
        await five.close()
        team = await five.team()
        (blocker,) = await world.look(lambda uow: uow.teams.blockers(team.id))
        told = await world.look(lambda uow: list(uow.records.between(EVERY, START, END)))
        (opened,) = [one for one in told if one.kind == "blocker_opened"]
        assert opened.detail == "decision"
        assert opened.at.date() == blocker.opened_on
        # Beside that, somebody is told to be the champion: a message that came by itself.
        assert {one.kind for one in told if one.person != opened.person} <= {"message_sent"}
        day = Calendar(team.country).add_workdays(blocker.opened_on, 4)
        closed = replace(blocker, state="resolved", closed_on=day)
        await world.change(lambda uow: uow.teams.put_blocker(closed))
        told = await world.look(lambda uow: list(uow.records.between(EVERY, START, END)))
        (resolved,) = [one for one in told if one.kind == "blocker_resolved"]
        assert (resolved.about, resolved.value) == (opened.about, 4)
