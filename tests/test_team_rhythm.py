"""When rounds are: at their slot on working days, for three of them, one a cadence, never two."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.ledger import Entry
from bot.places import country_of
from bot.teams.content import Round
from bot.workdays import Calendar
from storage.store import Store, open_store
from tests.databases import KEY
from tests.fakes import Clock
from tests.players import at_the_door
from tests.squads import Squad, squad
from tests.world import MONDAY

SECOND = timedelta(seconds=1)
HOLIDAYS = timedelta(weeks=2)
"""So much later than its week a round comes at most: the slot is over, or all days are off."""

ROUNDS = 8
GREENWICH = ZoneInfo("UTC")
ZONES = (
    "Europe/Paris",
    "America/New_York",
    "America/Santiago",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Africa/Cairo",
    "Asia/Kolkata",
    "UTC",
)
THURSDAY = datetime(2026, 11, 26, 9, tzinfo=UTC)
"""10:00 in Paris: when the usual first round opens."""

LONG = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # months are too long to be shortened in good time
)
zones = st.sampled_from(ZONES)
hours = st.sampled_from([time(7), time(9, 30), time(10), time(16, 45)])
starts = st.integers(0, 400).map(lambda days: MONDAY + timedelta(days=days))


@asynccontextmanager
async def meeting(store: Store, at: datetime = MONDAY, **values: str) -> AsyncIterator[Squad]:
    """A team of two that has set its check-in up."""
    async with at_the_door(store, Clock(at)) as (world, chat):
        team = squad(world, chat, 2)
        await team.invite_bot()
        await set_up(team, **values)
        yield team


async def set_up(team: Squad, **values: str) -> None:
    """Send the form of the rhythm, changed as given."""
    await team[0].team_command("setup")
    await team[0].fill({"questions": ["energy"], **values})
    assert not team[0].replies[-1].errors


async def planned(team: Squad) -> list[datetime]:
    """When the next round opens by itself."""
    lane = (await team.team()).lane
    coming = await team.world.look(lambda uow: uow.moments.of(lane))
    return [moment.due_at for moment in coming if moment.kind == "round_open"]


async def opened(team: Squad) -> Round | None:
    """The open round."""
    return next((one for one in await team.rounds() if one.state == "open"), None)


async def ledger(team: Squad) -> list[Entry]:
    """What became of the rounds that were planned."""
    lane = (await team.team()).lane
    entries = await team.world.look(lambda uow: uow.ledger.of(lane, 500))
    return [entry for entry in entries if entry.kind == "round_open"]


@pytest.fixture
def play(
    sqlite_migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Callable[[Store], Coroutine[None, None, None]]], None]:
    """Plays on a database of its own, for each example of a property."""

    def run(life: Callable[[Store], Coroutine[None, None, None]]) -> None:
        path = shutil.copy(sqlite_migrated, tmp_path_factory.mktemp("rhythm") / "declic.sqlite3")
        store = open_store(f"sqlite:///{path}", KEY)
        try:
            asyncio.run(life(store))
        finally:
            store.close()

    return run


Play = Callable[[Callable[[Store], Coroutine[None, None, None]]], None]


def expected(after: datetime, weekday: int, at: time, tz: ZoneInfo, weeks: int) -> datetime:
    """Work a slot out by hand: its day, or the next working day of its week, or a later week."""
    calendar = Calendar(country_of(tz.key))
    day = after.astimezone(tz).date()
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    while True:
        days = [monday + timedelta(days=n) for n in range(7)]
        if calendar.is_weekend(weekday):
            days = [*days[weekday:], *reversed(days[:weekday])]
        else:
            days = days[weekday:]
        for one in days:
            found = datetime.combine(one, at, tz).astimezone(UTC)
            if calendar.is_workday(one) and found > after:
                return found
            if calendar.is_workday(one):
                break
        monday += timedelta(weeks=1)


@LONG
@example("Europe/Paris", MONDAY - timedelta(weeks=6), 3, time(10), 1)
@example("America/Santiago", MONDAY + timedelta(weeks=18), 4, time(16, 45), 1)
@given(zones, starts, st.integers(0, 6), hours, st.sampled_from([1, 2, 4]))
def test_each_round_opens_at_its_wall_time_and_is_open_for_three_working_days(
    play: Play, zone: str, start: datetime, weekday: int, at: time, weeks: int
) -> None:
    """North and south, over both changes of clocks and over holidays, at the same hour."""
    tz = ZoneInfo(zone)
    calendar = Calendar(country_of(zone))

    async def life(store: Store) -> None:
        values = {"weekday": str(weekday), "time": f"{at:%H:%M}", "weeks": str(weeks)}
        async with meeting(store, start, zone=zone, **values) as team:
            due = expected(start, weekday, at, tz, 0)
            for number in range(1, ROUNDS + 1):
                assert await planned(team) == [due]
                await team.world.wait_until(due - SECOND)
                assert await opened(team) is None
                await team.world.wait_until(due)
                one = await team.opened()
                assert (one.number, one.opened_at) == (number, due)
                local = due.astimezone(tz)
                day = calendar.add_workdays(local.date(), 3)
                assert one.closes_at.astimezone(tz).date() == day
                assert one.closes_at.astimezone(tz).time() == local.time() == at
                await team.world.wait_until(one.closes_at - SECOND)
                assert await opened(team) == one
                await team.world.wait_until(one.closes_at)
                assert await opened(team) is None
                due = expected(due, weekday, at, tz, weeks)
                while due <= one.closes_at:  # a week with three days off: the next one
                    due = expected(due, weekday, at, tz, 1)

    play(life)


acts = st.sampled_from(["set up", "set up", "now", "pause", "resume", "hours lost", "days lost"])


@LONG
@given(
    zones,
    starts,
    st.lists(
        st.tuples(
            acts, st.integers(0, 6), hours, st.sampled_from(["1", "2", "4"]), st.integers(0, 200)
        ),
        min_size=3,
        max_size=12,
    ),
)
def test_no_change_of_setup_loses_or_doubles_a_round(
    play: Play,
    zone: str,
    start: datetime,
    changes: list[tuple[str, int, time, str, int]],
) -> None:
    """Whatever is set up, asked, paused or lost: one at a time, one a cadence, always a next."""

    async def life(store: Store) -> None:
        async with meeting(store, start, zone=zone) as team:
            asked: set[datetime] = set()
            for act, weekday, at, weeks, wait in changes:
                before = await team.rounds()
                values = {"weekday": str(weekday), "time": f"{at:%H:%M}", "weeks": weeks}
                await do(team, act, values, asked)
                if act in {"set up", "pause", "resume"}:
                    assert await team.rounds() == before
                await holds(team)
                await team.world.wait(hours=wait)
                await holds(team)
            rounds = await team.rounds()
            assert all(a.closes_at <= b.opened_at for a, b in pairwise(rounds))
            calendar, tz = Calendar(country_of(zone)), ZoneInfo(zone)
            by_itself = [one for one in rounds if one.opened_at not in asked]
            days = [one.opened_at.astimezone(tz).date() for one in by_itself]
            assert all(calendar.is_workday(day) for day in days)

    play(life)


async def do(team: Squad, act: str, values: dict[str, str], asked: set[datetime]) -> None:
    """Let the team, or its host, do one thing."""
    match act:
        case "set up":
            await set_up(team, **values)
        case "now":
            await team[1].team_command("now")
            asked.add(team.world.clock())
        case "pause" | "resume":
            await team[1].team_command(act)
        case _:
            lost = timedelta(hours=3) if act == "hours lost" else timedelta(days=9)
            team.world.clock.move(lost)
            await team.world.settle()


async def holds(team: Squad) -> None:
    """The next round is after the present, after what is open, and a cadence after the last."""
    kept, rounds, coming = await team.team(), await team.rounds(), await planned(team)
    now, tz = team.world.clock(), ZoneInfo(kept.zone)
    assert len([one for one in rounds if one.state == "open"]) <= 1
    assert len(coming) == (kept.state == "active")
    for due in coming:
        assert due > now
        latest = monday_of(now, tz)
        if rounds:
            assert rounds[-1].state != "open" or due > rounds[-1].closes_at
            last = monday_of(rounds[-1].opened_at, tz)
            assert monday_of(due, tz) >= last + timedelta(weeks=kept.weeks)
            latest = max(latest, last + timedelta(weeks=kept.weeks))
        assert monday_of(due, tz) <= latest + HOLIDAYS


def monday_of(at: datetime, tz: ZoneInfo) -> date:
    """Return the Monday of a moment's week."""
    day = at.astimezone(tz).date()
    return day - timedelta(days=day.weekday())


async def test_a_change_of_the_champion_leaves_the_next_round_where_it_is(
    sqlite_store: Store,
) -> None:
    """The form sends the rhythm as it was; the day after a round the next is in two weeks."""
    async with meeting(sqlite_store) as team:
        await team.world.wait_until(THURSDAY + timedelta(days=1))
        await set_up(team, champion=team[1].person)
        assert await planned(team) == [THURSDAY + timedelta(weeks=2)]


async def test_a_round_asked_for_takes_the_place_of_the_next(sqlite_store: Store) -> None:
    """Asked on Monday, the round of Thursday does not come; the next is two weeks later."""
    async with meeting(sqlite_store) as team:
        await team[0].press_there("team:now")
        assert await planned(team) == [THURSDAY + timedelta(weeks=2)]
        assert [(e.meant_at, e.outcome, e.reason) for e in await ledger(team)] == [
            (THURSDAY, "moved", "rescheduled")
        ]


async def test_a_quicker_cadence_brings_the_next_round_forward(sqlite_store: Store) -> None:
    """From every second week to every week, the next one is a week after the last."""
    async with meeting(sqlite_store) as team:
        await team.world.wait_until(THURSDAY + timedelta(days=1))
        await set_up(team, weeks="1")
        assert await planned(team) == [THURSDAY + timedelta(weeks=1)]
        await set_up(team, weeks="4")
        assert await planned(team) == [THURSDAY + timedelta(weeks=4)]


@pytest.mark.parametrize("closed", ["pause", "crowd"])
async def test_a_round_that_does_not_come_is_told(sqlite_store: Store, closed: str) -> None:
    """Whatever takes a planned round away, the ledger says what."""
    async with meeting(sqlite_store) as team:
        if closed == "pause":
            await team[0].team_command("pause")
        else:
            team.whole = False
            await team.come(team[1])
            await team.world.wait(seconds=11)
        assert await planned(team) == []
        told = [(entry.outcome, entry.reason) for entry in await ledger(team)]
        assert told == [("skipped", "paused" if closed == "pause" else "too_many")]


@pytest.mark.parametrize(
    ("back", "opens", "closes"),
    [
        (timedelta(hours=1), THURSDAY + timedelta(hours=1), datetime(2026, 12, 1, 10, tzinfo=UTC)),
        (timedelta(hours=6), THURSDAY + timedelta(hours=6), datetime(2026, 12, 1, 15, tzinfo=UTC)),
        (
            timedelta(hours=7),
            datetime(2026, 11, 27, 9, tzinfo=UTC),
            datetime(2026, 12, 2, 9, tzinfo=UTC),
        ),
        (
            timedelta(days=1),
            datetime(2026, 11, 30, 9, tzinfo=UTC),
            datetime(2026, 12, 3, 9, tzinfo=UTC),
        ),
        (
            timedelta(days=7),
            datetime(2026, 12, 4, 9, tzinfo=UTC),
            datetime(2026, 12, 9, 9, tzinfo=UTC),
        ),
    ],
)
async def test_after_an_outage_a_round_comes_once_and_in_the_morning(
    sqlite_store: Store, back: timedelta, opens: datetime, closes: datetime
) -> None:
    """Up to six hours late it opens at once, later on the next working day at the team's hour."""
    async with meeting(sqlite_store) as team:
        await team.world.wait_until(THURSDAY - SECOND)
        team.world.clock.at = THURSDAY + back
        await team.world.settle()
        await team.world.wait_until(opens)
        assert [(o.opened_at, o.closes_at) for o in await team.rounds()] == [(opens, closes)]
        (due,) = await planned(team)
        assert monday_of(due, GREENWICH) == monday_of(opens, GREENWICH) + timedelta(weeks=2)


@pytest.mark.parametrize("lost", [timedelta(hours=1), timedelta(days=1), timedelta(weeks=5)])
async def test_a_round_whose_close_was_missed_is_closed_at_once(
    sqlite_store: Store, lost: timedelta
) -> None:
    """It neither waits for a morning nor keeps the next round from coming."""
    async with meeting(sqlite_store) as team:
        await team.world.wait_until(THURSDAY)
        one = await team.opened()
        team.world.clock.at = one.closes_at + lost
        await team.world.settle()
        assert await opened(team) is None
        await team.world.wait(days=14)
        assert len(await team.rounds()) == 2


async def test_a_round_that_was_missed_never_opens_at_night(sqlite_store: Store) -> None:
    """It was meant for five in the afternoon; the host is back at ten in the evening."""
    async with meeting(sqlite_store, time="17:00") as team:
        (due,) = await planned(team)
        team.world.clock.at = due + timedelta(hours=5)
        await team.world.settle()
        assert not await team.rounds()
        await team.world.wait(hours=20)
        (one,) = await team.rounds()
        assert one.opened_at == due + timedelta(days=1)
