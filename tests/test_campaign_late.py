"""A campaign that runs late, or over clocks and calendars that differ: each is invited once."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from storage.store import Store
from tests.hr import FORM, Company, company
from tests.players import Player
from tests.world import library

MONDAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""The first day, 09:00 in Paris."""


@pytest.mark.parametrize("days", [3, 7])
async def test_a_host_that_was_down_over_the_first_day_still_invites_everybody(
    store: Store, days: int
) -> None:
    """Late is better than never, as long as the wave lasts; at the hour that was meant."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        firm.world.clock.at = MONDAY - timedelta(hours=20) + timedelta(days=days)
        await firm.world.wait(days=5)
        assert Counter(firm.invited()) == Counter(f"P{n:03d}" for n in range(12))
        sent = [(await firm.ledger(_player(firm, n)))[-1] for n in range(12)]
        local = [entry.decided_at.astimezone(ZoneInfo("Europe/Paris")) for entry in sent]
        assert all(at.weekday() < 5 and 9 <= at.hour < 11 for at in local)


async def test_an_owner_hears_once_a_day_of_what_is_overdue(store: Store) -> None:
    """A process took the invitations and hangs for days: not every hour, nor once they are out."""
    async with company(store, role="owner") as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.world.wait_until(MONDAY)
        firm.world.clock.move(timedelta(seconds=13))
        now, hangs = firm.world.clock(), timedelta(days=2, hours=12)
        await firm.world.change(lambda uow: uow.moments.claim(now, 100, hangs))
        told = library().say("campaign.overdue", "en", name=str(FORM["name"]))
        for day in (1, 2, 3):
            await _hourly(firm, MONDAY + timedelta(days=day - 1, hours=9))
            assert firm.chat.summaries(firm.hr.person).count(told) == day
        assert not firm.invited()
        await _hourly(firm, MONDAY + timedelta(days=4))
        assert Counter(firm.invited()) == Counter(_names(range(12)))
        assert firm.chat.summaries(firm.hr.person).count(told) == 3


async def test_no_owner_is_woken_for_what_is_overdue(store: Store) -> None:
    """A look in the night shows it; the owner hears of it in the morning."""
    async with company(store, role="owner") as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.world.wait_until(MONDAY)
        firm.world.clock.move(timedelta(seconds=13))
        now, hangs = firm.world.clock(), timedelta(days=2, hours=12)
        await firm.world.change(lambda uow: uow.moments.claim(now, 100, hangs))
        firm.world.clock.at = MONDAY + timedelta(hours=12)
        told = library().say("campaign.overdue", "en", name=str(FORM["name"]))
        await _hourly(firm, MONDAY + timedelta(hours=23))
        assert told not in firm.chat.summaries(firm.hr.person)
        await _hourly(firm, MONDAY + timedelta(hours=26))
        assert firm.chat.summaries(firm.hr.person).count(told) == 1


async def test_who_speaks_another_language_by_then_is_invited_in_it(store: Store) -> None:
    """What is said is written when it goes out."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        one = _player(firm, 0)
        await firm.be(one, lang="fr", lang_chosen=True)
        await firm.world.wait_until(MONDAY + timedelta(hours=3))
        assert firm.chat.summaries(one.person) == [
            "Une invitation à un programme de coaching court"
        ]


@pytest.mark.parametrize("first_day", ["2026-10-19", "2028-03-20"])
async def test_waves_on_both_sides_of_a_clock_change_begin_at_the_same_hour(
    store: Store, first_day: str
) -> None:
    """In Paris clocks change between the two, in New York before or after."""
    begin = datetime.fromisoformat(f"{first_day}T09:00+00:00")
    async with company(store, at=begin - timedelta(days=7)) as firm:
        firm.hire(12, zone="America/New_York")
        await firm.hr.draft(first_day=first_day, window_until="09:30")
        await firm.hr.press("campaign:waves")
        await firm.hr.fill({"waves": "2", "apart": "1"})
        await firm.hr.launch()
        await firm.world.wait_until(begin + timedelta(days=9))
        assert Counter(firm.invited()) == Counter(f"P{n:03d}" for n in range(24))
        days = Counter[int]()
        for n in range(24):
            (entry,) = await firm.ledger(_player(firm, n))
            zone = ZoneInfo("Europe/Paris" if n < 12 else "America/New_York")
            local = entry.decided_at.astimezone(zone)
            assert time(9) <= local.time() < time(9, 30)
            days[(local.date() - begin.date()).days] += 1
        assert days == {0: 12, 7: 12}


async def test_a_first_day_off_in_one_country_is_the_next_day_there(store: Store) -> None:
    """The eleventh of November is off in France, and not in Britain."""
    async with company(store, at=datetime(2026, 11, 2, 9, tzinfo=UTC)) as firm:
        firm.hire(12, zone="Europe/London")
        await firm.hr.draft(first_day="2026-11-11")
        await firm.hr.launch()
        await firm.world.wait_until(datetime(2026, 11, 11, 20, tzinfo=UTC))
        assert sorted(firm.invited()) == _names(range(12, 24))
        await firm.world.wait(days=1)
        assert sorted(firm.invited()) == _names(range(24))


async def test_a_draft_whose_first_day_went_by_is_not_launched(store: Store) -> None:
    """It says so, and nothing is sent until HR chose another day."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.press("campaign:ready")
        await firm.world.wait_until(MONDAY + timedelta(days=1))
        await firm.hr.press("campaign:launch")
        assert (await firm.hr.newest()).state == "draft"
        assert firm.hr.replies[-1].notice == library().say("campaign.day_past", "en")
        await firm.world.wait(days=3)
        assert not firm.invited()


async def _hourly(firm: Company, until: datetime) -> None:
    """Let time pass in steps of an hour, whatever is due on the way."""
    while firm.world.clock() < until:
        firm.world.clock.move(timedelta(hours=1))
        await firm.world.settle()


def _player(firm: Company, n: int) -> Player:
    return Player(firm.world, firm.chat, f"P{n:03d}")


def _names(numbers: Sequence[int]) -> list[str]:
    return [f"P{n:03d}" for n in numbers]
