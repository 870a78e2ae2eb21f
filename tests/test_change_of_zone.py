"""Somebody goes elsewhere: what is planned comes there, once, at its hour and never at night."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.moments import Moment
from bot.outbox import Dispatch
from bot.places import tz_of
from bot.ports import Profile
from storage.store import Store
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.test_budget import Life, commit
from tests.test_planning import add_milestone, make
from tests.world import MONDAY

PARIS = tz_of("Europe/Paris")
WEEK = timedelta(weeks=1)
JOURNEYS = [
    # On the evening before the slot, just before it, at it, and on the day after.
    (1, 20, "Pacific/Auckland", "NZ"),
    (2, 7, "Asia/Tokyo", "JP"),
    (2, 7, "America/New_York", "US"),
    (2, 9, "Pacific/Honolulu", "US"),
    (3, 9, "Africa/Cairo", "EG"),
]
"""Weekday and hour, in Greenwich, at which somebody says where they are now."""


@asynccontextmanager
async def somebody(store: Store, **values: object) -> AsyncIterator[Life]:
    """Somebody in Paris with the slot on Wednesday at half past nine."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat)
        await player.onboard(Words())
        life = Life(player, world)
        await life.begin_as(weekday=2, time="09:30", **values)
        yield life


async def moments(life: Life) -> dict[str, Moment]:
    """What is planned, by its key."""
    me = await life.me()
    planned = await life.world.look(lambda uow: uow.moments.of(me.id))
    return {moment.key: moment for moment in planned}


async def weekly(life: Life) -> Moment:
    """The weekly moment that is planned."""
    (found,) = [m for m in (await moments(life)).values() if m.kind == "weekly"]
    return found


async def go(life: Life, zone: str, country: str) -> None:
    """Change the zone in the settings."""
    await life.begin_as(zone=zone, country=country)
    assert (await life.me()).zone == zone


async def demand_calm(life: Life) -> None:
    """Demand that what came by itself came at work where the person was, and once a week."""
    ledger = await life.ledger()
    assert Counter(entry.key for entry in ledger).most_common(1)[0][1] == 1
    checkins = [e.key for e in ledger if e.key.startswith("checkin:") and e.outcome == "sent"]
    assert len(checkins) == len(set(checkins))
    sent = sum(entry.outcome == "sent" and entry.proactive for entry in ledger)
    assert sent == len(life.came)


@pytest.mark.parametrize(("weekday", "hour", "zone", "country"), JOURNEYS)
async def test_wherever_somebody_goes_the_weekly_message_comes_once_a_week_and_by_day(
    sqlite_store: Store, weekday: int, hour: int, zone: str, country: str
) -> None:
    async with somebody(sqlite_store) as life:
        await life.pass_until(datetime(2026, 11, 23 + weekday, hour, tzinfo=UTC))
        before = [at.astimezone(PARIS) for at in life.came]
        await go(life, zone, country)
        await life.pass_until(MONDAY + 2 * WEEK)
        after = [at.astimezone(tz_of(zone)) for at in life.came[len(before) :]]
        for at in (*before, *after):
            assert at.weekday() < 5, at
            assert time(9) <= at.time() < time(18), at
        ledger = await life.ledger()
        came = {e.key[-8:] for e in ledger if e.key.startswith("checkin:") and e.outcome == "sent"}
        assert came == {"2026-W48", "2026-W49"}
        assert max(Counter(at.date() for at in after).values()) == 1
        await demand_calm(life)


async def test_every_planned_moment_keeps_its_day_and_hour_where_the_person_is_now(
    sqlite_store: Store,
) -> None:
    """The weekly message, the follow-ups, the silent end, and what was put off to tomorrow."""
    async with somebody(sqlite_store) as life:
        await commit(life.player, MONDAY + timedelta(days=9))
        await life.pass_until(MONDAY + timedelta(days=2, hours=1))
        await life.player.command("snooze tomorrow")
        before = await moments(life)
        assert {m.kind for m in before.values()} >= {"weekly", "snooze", "milestone", "expiry"}
        await go(life, "America/New_York", "")
        after = await moments(life)
        tz = tz_of("America/New_York")
        for key, moment in before.items():
            was = moment.due_at.astimezone(PARIS).replace(tzinfo=None)
            assert after[key].due_at.astimezone(tz).replace(tzinfo=None) == was, key


async def test_a_follow_up_of_today_is_not_lost_where_its_hour_is_over(
    sqlite_store: Store,
) -> None:
    """It is half past four in Tokyo: whoever left Paris this morning is asked tomorrow."""
    async with somebody(sqlite_store) as life:
        await life.begin_as(weekday=4)
        await commit(life.player, MONDAY + timedelta(days=1))
        await make(life.player)
        await add_milestone(life.player, "2026-11-24", "the first page is written")
        await life.pass_until(MONDAY + timedelta(hours=22, minutes=30))
        await go(life, "Asia/Tokyo", "JP")
        await life.pass_until(MONDAY + timedelta(days=3))
        # One a day: the follow-up and the milestone, on two mornings.
        assert life.came == [datetime(2026, 11, day, 0, tzinfo=UTC) for day in (25, 26)]


async def test_a_slow_pace_is_not_made_slower_by_a_journey(sqlite_store: Store) -> None:
    """The message of this month comes in the same week, not a month later."""
    async with somebody(sqlite_store, pace="monthly") as life:
        planned = await weekly(life)
        await life.pass_until(planned.due_at - timedelta(days=3))
        await go(life, "Asia/Tokyo", "JP")
        assert (await weekly(life)).key == planned.key


async def test_a_zone_that_the_platform_tells_moves_what_is_planned(sqlite_store: Store) -> None:
    """It is asked for with the first message, and may come when something is planned already."""
    async with somebody(sqlite_store) as life:
        planned, me = await weekly(life), await life.me()
        await life.world.change(lambda uow: uow.people.put(replace(me, zone_known=False)))
        life.player.chat.profiles["U0SAM"] = Profile("en-GB", "America/New_York", None)
        at = life.world.clock()
        ask = Dispatch("ask", me.id, "profile", me.address, at, at)
        await life.world.change(lambda uow: uow.outbox.add(ask))
        await life.world.settle()
        assert (await life.me()).zone == "America/New_York"
        moved = await weekly(life)
        assert (moved.key, moved.due_at) == (planned.key, planned.due_at + timedelta(hours=6))
