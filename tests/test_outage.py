"""After an outage everything comes once, by day, or leaves a reason: each kind by its own rule."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.errors import SendFailed
from bot.moments import Moment, MomentKind
from bot.people import Coachee, Slot
from bot.places import tz_of
from bot.ports import UnitOfWork
from scheduler.ticks import LEASE
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger
from tests.players import Player, Words, at_the_door
from tests.squads import squad
from tests.test_budget import Life, commit
from tests.test_planning import Two, add_milestone, joined, make
from tests.world import MONDAY, World, world

PARIS = tz_of("Europe/Paris")
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
SLOT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
"""Wednesday, 09:30 in Paris: when most of what is missed here was meant to come."""

OUTAGES = {
    "an hour": HOUR,
    "a night": 16 * HOUR,
    "a day": DAY,
    "a week": WEEK + HOUR,
    "two weeks": 2 * WEEK + HOUR,
}
AT_ONCE, THURSDAY, FRIDAY = "11-25 10:30", "11-26 09:00", "11-27 09:00"
IN_TIME = {"an hour": AT_ONCE, "a night": THURSDAY, "a day": FRIDAY}
"""Six hours late at most, at once; else on the next working morning."""

WAITS = {"a week": "waits"}

Planning = Callable[[Life], Awaitable[str]]


@asynccontextmanager
async def somebody(store: Store, **values: object) -> AsyncIterator[Life]:
    """Somebody in Paris with the slot on Wednesday at half past nine."""
    async with at_the_door(store, Clock(MONDAY)) as (here, chat):
        player = Player(here, chat)
        await player.onboard(Words())
        life = Life(player, here)
        await life.begin_as(weekday=2, time="09:30", **values)
        yield life


async def leave_only(life: Life, prefix: str) -> str:
    """Take away all that is planned but one, and return its key."""
    me = await life.me()
    planned = await life.world.look(lambda uow: uow.moments.of(me.id))
    (kept,) = [moment for moment in planned if moment.key.startswith(prefix)]

    def only(uow: UnitOfWork) -> None:
        uow.moments.cancel(me.id, [moment.kind for moment in planned])
        uow.moments.plan(kept)

    await life.world.change(only)
    return kept.key


async def plan(life: Life, kind: MomentKind, at: datetime, stage: str | None = None) -> str:
    """Plan a moment and take away all others."""
    me = await life.me()
    moment = Moment(f"m-{kind}", f"{kind}:{me.id}:1", me.id, kind, at, at, None, stage)
    await life.world.change(lambda uow: uow.moments.plan(moment))
    return await leave_only(life, moment.key)


async def weekly(life: Life) -> str:
    return await leave_only(life, "checkin:")


async def reminder(life: Life) -> str:
    """Let the weekly message come a day before, so that its reminder is on the Wednesday."""
    await life.begin_as(weekday=1)
    await life.pass_until(SLOT - HOUR)
    life.came.clear()
    return await leave_only(life, "reminder:")


async def due(life: Life) -> str:
    await commit(life.player, SLOT)
    return await stage(life, "due")


async def early(life: Life) -> str:
    await commit(life.player, SLOT + 2 * DAY)
    return await stage(life, "d_minus_2")


async def overdue(life: Life) -> str:
    await commit(life.player, SLOT - 2 * DAY)
    return await stage(life, "overdue")


async def stage(life: Life, name: str) -> str:
    """Leave one follow-up of a commitment."""
    me = await life.me()
    planned = await life.world.look(lambda uow: uow.moments.of(me.id))
    (one,) = [moment for moment in planned if moment.stage == name]
    return await leave_only(life, one.key)


async def snooze(life: Life) -> str:
    return await plan(life, "snooze", SLOT)


async def posture(life: Life) -> str:
    return await plan(life, "posture", SLOT, "1")


async def plan_milestone(life: Life) -> str:
    await make(life.player)
    await add_milestone(life.player, "2026-11-25", "the first page is written")
    return await leave_only(life, "plan_milestone:")


TABLE: list[tuple[Planning, dict[str, str]]] = [
    (weekly, IN_TIME | {"a week": "12-02 10:30", "two weeks": "12-09 10:30"}),
    (reminder, IN_TIME | {"a week": "late"}),
    (early, {"an hour": AT_ONCE, "a night": "waits", "a day": "waits", "a week": "waits"}),
    (due, IN_TIME | WAITS),
    (overdue, IN_TIME | WAITS),
    (plan_milestone, IN_TIME | WAITS),
    (posture, IN_TIME | {"a week": "12-03 09:00", "two weeks": "12-10 09:00"}),
    (
        snooze,
        {
            "an hour": AT_ONCE,
            "a night": THURSDAY,
            "a day": "11-26 09:30",
            "a week": "12-02 10:30",
            "two weeks": "12-09 10:30",
        },
    ),
]
"""When each kind comes after each outage, in Paris; or else the reason why it does not."""


@pytest.mark.parametrize(
    ("planning", "outage", "expected"),
    [
        pytest.param(planning, outage, expected, id=f"{planning.__name__} after {outage}")
        for planning, row in TABLE
        for outage, expected in row.items()
    ],
)
async def test_what_was_missed_comes_once_by_day_or_leaves_its_reason(
    sqlite_store: Store, planning: Planning, outage: str, expected: str
) -> None:
    async with somebody(sqlite_store) as life:
        key = await planning(life)
        life.world.clock.at = SLOT + OUTAGES[outage]
        await life.pass_until(life.world.clock() + 2 * DAY)
        alike = [e for e in await life.ledger() if e.key.split(":")[0] == key.split(":")[0]]
        sent = [entry.decided_at for entry in alike if entry.outcome == "sent"]
        assert set(sent) <= set(life.came)
        if expected[0].isdigit():
            assert [f"{at.astimezone(PARIS):%m-%d %H:%M}" for at in sent] == [expected]
        else:
            assert life.came == []
            assert [entry.reason for entry in alike if entry.key == key] == [expected]
        assert "queued" not in {entry.outcome for entry in alike}


async def test_a_follow_up_that_was_missed_joins_the_next_message(sqlite_store: Store) -> None:
    """Whoever is asked once a month hears of it, though its day was in an outage."""
    async with somebody(sqlite_store, pace="monthly") as life:
        await commit(life.player, SLOT - DAY)
        life.world.clock.at = SLOT + WEEK
        await life.pass_until(life.world.clock() + 4 * WEEK)
        asked = [e for e in await life.ledger() if e.key.startswith("milestone:")]
        assert asked
        assert {(e.outcome, e.reason) for e in asked} <= {
            ("merged", "folded"),
            ("merged", "merged"),
            ("skipped", "nothing_open"),
        }


async def test_nobody_waits_two_months_for_an_outage(sqlite_store: Store) -> None:
    """The monthly message that was missed comes in the week in which the host is back."""
    async with somebody(sqlite_store, pace="monthly") as life:
        key = await weekly(life)
        me = await life.me()
        (moment,) = await life.world.look(lambda uow: uow.moments.of(me.id))
        life.world.clock.at = moment.due_at + WEEK + HOUR
        await life.pass_until(life.world.clock() + WEEK)
        assert life.came == [moment.due_at + WEEK + HOUR]
        (missed,) = [one for one in await life.ledger() if one.key == key]
        assert (missed.outcome, missed.reason) == ("skipped", "late")


@pytest.mark.parametrize("down", [2 * HOUR, WEEK - DAY + 2 * HOUR])
async def test_an_evening_that_somebody_chose_is_kept_but_no_night_is_disturbed(
    sqlite_store: Store, down: timedelta
) -> None:
    """At nine in the evening they are told; had the host come back at eleven, in the morning."""
    async with somebody(sqlite_store) as life:
        evening = SLOT.replace(hour=20, minute=0)
        await plan(life, "snooze", evening)
        life.world.clock.at = evening + HOUR
        await life.pass_until(life.world.clock() + DAY)
        assert life.came == [evening + HOUR]
        at, me = evening + DAY, await life.me()
        tomorrow = Moment("m", "snooze:2", me.id, "snooze", at, at)
        await life.world.change(lambda uow: uow.moments.plan(tomorrow))
        life.world.clock.at = evening + DAY + down
        await life.pass_until(life.world.clock() + DAY)
        assert life.came[1:] == [evening.replace(hour=8) + DAY + (down - 2 * HOUR) + DAY]


@pytest.mark.parametrize("outage", [HOUR, DAY, WEEK])
async def test_everything_at_once_comes_one_a_day_and_two_a_week(
    sqlite_store: Store, outage: timedelta
) -> None:
    """The weekly message, follow-ups of three commitments, a milestone of a plan and a card."""
    async with somebody(sqlite_store) as life:
        for n in range(3):
            await commit(life.player, SLOT + n * DAY)
        await make(life.player)
        await add_milestone(life.player, "2026-11-25", "the first page is written")
        life.world.clock.at = SLOT + outage
        await life.pass_until(life.world.clock() + 2 * WEEK)
        local = [at.astimezone(PARIS) for at in life.came]
        assert local
        assert max(Counter(at.date() for at in local).values()) == 1
        assert max(Counter(at.isocalendar()[:2] for at in local).values()) <= 2
        assert all(time(9) <= at.time() < time(18) and at.weekday() < 5 for at in local)


async def test_a_champion_hears_of_it_however_long_the_host_was_down(sqlite_store: Store) -> None:
    """What somebody was named for does not end with a queue; it comes on the next morning."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (here, chat):
        team = squad(here, chat, 3)
        await team.invite_bot()
        await team[0].team_command("setup")
        await team[0].fill({"champion": team[2].person, "questions": ["energy"]})
        champion, about = await team.coachee(team[2]), (await team.team()).id
        word = Moment("m", "team_word:again", champion.id, "team_word", SLOT, SLOT, about, "named")
        await here.change(lambda uow: uow.moments.plan(word))
        here.clock.at = SLOT + WEEK
        await here.settle()
        (entry,) = await here.look(lambda uow: uow.ledger.of(champion.id, 1))
        assert (entry.key, entry.outcome, entry.reason) == (word.key, "moved", "late")
        await here.wait(days=1)
        (entry,) = await here.look(lambda uow: uow.ledger.of(champion.id, 1))
        assert (entry.key, entry.outcome) == (word.key, "sent")
        assert entry.decided_at == SLOT.replace(hour=8, minute=0) + WEEK + DAY


async def test_a_proposal_that_was_missed_joins_the_next_message(sqlite_store: Store) -> None:
    """It still waits for an answer, so it is not dropped with its morning."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (here, chat):
        two = Two(here, Player(here, chat, "U0ADA"), Player(here, chat, "U0BOB"))
        for player in (two.ada, two.bob):
            await player.onboard(Words())
        await make(two.ada)
        await joined(two)
        await make(two.ada, goal="fewer meetings")
        here.clock.move(WEEK)
        await here.wait(days=8)
        plan_id = (await two.plan()).plan.id
        await two.bob.press(f"also:plan_request={plan_id}")
        assert two.bob.messages[-1].summary == "Your plan partner proposes a change"


@pytest.mark.parametrize(
    ("outage", "came"), [(HOUR, ["11-25 11:00"]), (16 * HOUR, ["11-26 09:00"]), (DAY, [])]
)
async def test_a_reminder_of_a_round_comes_by_day_while_the_round_is_open(
    sqlite_store: Store, outage: timedelta, came: list[str]
) -> None:
    """It is due on Wednesday at ten; the round closes on Thursday at ten."""
    async with at_the_door(sqlite_store, Clock(MONDAY)) as (here, chat):
        team = squad(here, chat, 3)
        await team.begin()
        await team[1].press_there("team:decline")
        await team[1].fill({"remind": ["remind"]})
        told: list[datetime] = []
        chat.on_call = lambda verb, to: (
            told.append(here.clock()) if (verb, to) == ("post", team[1].person) else None
        )
        here.clock.at = MONDAY + 2 * DAY + outage
        await here.wait(days=2)
        assert [f"{at.astimezone(PARIS):%m-%d %H:%M}" for at in told] == came


class TestLeftInTheQueue:
    """The platform was down when it was to be sent: the row is still there."""

    @pytest.mark.parametrize(
        ("outage", "missed", "came"),
        [
            (HOUR, ("sent", "slot"), ["11-25 10:30"]),
            (DAY, ("skipped", "same_day"), ["11-26 09:30"]),  # its reminder asks the same
            (WEEK + HOUR, ("skipped", "late"), ["12-02 10:30"]),
        ],
    )
    async def test_a_weekly_message_comes_late_or_gives_way_to_the_next_one(
        self, sqlite_store: Store, outage: timedelta, missed: tuple[str, str], came: list[str]
    ) -> None:
        async with somebody(sqlite_store) as life:
            key = await weekly(life)
            await self.fail_at(life, SLOT)
            life.world.clock.at = SLOT + outage
            await life.pass_until(life.world.clock() + 2 * HOUR)
            assert [f"{at.astimezone(PARIS):%m-%d %H:%M}" for at in life.came] == came
            (entry,) = [one for one in await life.ledger() if one.key == key]
            assert (entry.outcome, entry.reason) == missed

    async def test_what_somebody_put_off_comes_in_the_morning(self, sqlite_store: Store) -> None:
        """The question is not lost, and nobody is woken."""
        async with somebody(sqlite_store) as life:
            key = await plan(life, "snooze", SLOT)
            await self.fail_at(life, SLOT)
            life.world.clock.at = SLOT + 16 * HOUR
            await life.pass_until(life.world.clock() + DAY)
            assert life.came == [SLOT.replace(hour=8, minute=0) + DAY]
            (entry,) = [one for one in await life.ledger() if one.key == key]
            assert entry.outcome == "sent"

    async def fail_at(self, life: Life, at: datetime) -> None:
        """Let the platform refuse everything at a time."""
        life.player.chat.fail(*[SendFailed("down", permanent=False)] * 9)
        life.world.clock.at = at
        await life.world.settle()
        life.player.chat.calm()


class TestTwoProcesses:
    """They come back at the same time."""

    @pytest.mark.parametrize("outage", [HOUR, DAY])
    async def test_nothing_comes_twice(self, database: Database, outage: timedelta) -> None:
        """Each of twenty people gets their weekly message from one of the two."""
        clock, chat = Clock(MONDAY), FakeMessenger()
        stores = [database.open() for _ in range(2)]
        async with AsyncExitStack() as stack:
            worlds = [
                await stack.enter_async_context(world(one, {"fake": chat}, clock)) for one in stores
            ]
            crowd = [_someone(number) for number in range(20)]
            await worlds[0].change(lambda uow: _add(uow, crowd))
            await _both(worlds, clock, SLOT + outage)
            if outage == DAY:
                assert not chat.posts
                await _both(worlds, clock, datetime(2026, 11, 27, 8, tzinfo=UTC))
            got = Counter(call.person for call in chat.posts)
            assert got == Counter(one.person for one in crowd)
            ends = await worlds[0].look(lambda uow: [_ends(uow, one) for one in crowd])
            assert ends == [[("sent", "slot")]] * len(crowd)
        for store in stores:
            store.close()


async def _both(worlds: list[World], clock: Clock, at: datetime) -> None:
    """Let both work at a time, and again when what one was too busy for is free."""
    clock.at = at
    for _ in range(4):
        await asyncio.gather(*(one.settle() for one in worlds))
        clock.move(LEASE + timedelta(seconds=1))


def _someone(number: int) -> Coachee:
    return Coachee(
        id=f"c{number}",
        workspace="fake:T0TEAM",
        person=f"U{number:03d}",
        address={"platform": "fake", "tenant": "T0TEAM", "person": f"U{number:03d}"},
        created_at=MONDAY,
        state="active",
        zone="Europe/Paris",
        zone_known=True,
        slot=Slot(2, time(9, 30)),
    )


def _add(uow: UnitOfWork, crowd: list[Coachee]) -> None:
    for one in crowd:
        uow.people.add(one)
        key = f"checkin:{one.id}:2026-W48"
        uow.moments.plan(Moment(f"m-{one.id}", key, one.id, "weekly", SLOT, SLOT))


def _ends(uow: UnitOfWork, one: Coachee) -> list[tuple[str, str]]:
    return [(entry.outcome, entry.reason) for entry in uow.ledger.of(one.id, 9)]
