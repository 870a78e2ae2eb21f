"""Every change of a clock, everywhere: each weekly moment comes, and comes once.

The changes are read from the database of zones itself, so that new rules are tested by a new
database alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger

from bot.cadence import Occurrence, next_slot
from bot.people import Slot
from bot.places import tz_of, zones
from bot.workdays import Calendar

DAY, WEEK, HOUR, MINUTE = (timedelta(**{n: 1}) for n in ("days", "weeks", "hours", "minutes"))
FROM, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
MONTH = 4 * WEEK
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
WORKING = ("", "VE", "HK", "EG", "IR")
"""Countries of which one works on any two days in a row."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a zone's clock, from an offset to another."""

    zone: str
    at: datetime
    before: timedelta
    after: timedelta

    @property
    def walls(self) -> tuple[datetime, datetime]:
        """The first and the last wall time that is missing or comes twice; the last is outside."""
        naive = self.at.replace(tzinfo=None)
        first, last = sorted((naive + self.before, naive + self.after))
        return first, last


def changes(zone: str, since: datetime, until: datetime) -> Iterator[Change]:
    """Find the changes of a zone: weeks that begin with another offset than they end with."""
    tz = tz_of(zone)
    at = since
    while at < until:
        if _offset(tz, at) != _offset(tz, at + WEEK):
            yield _narrowed(zone, at)
        at += WEEK


def _narrowed(zone: str, early: datetime) -> Change:
    tz, late = tz_of(zone), early + WEEK
    while late - early > timedelta(seconds=1):
        middle = (early + (late - early) / 2).replace(microsecond=0)
        same = _offset(tz, middle) == _offset(tz, early)
        early, late = (middle, late) if same else (early, middle)
    return Change(zone, late, _offset(tz, early), _offset(tz, late))


def _offset(tz: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(tz).utcoffset() or timedelta()


@cache
def coming() -> tuple[Change, ...]:
    """Every change of three years."""
    return tuple(change for zone in sorted(zones()) for change in changes(zone, FROM, UNTIL))


@cache
def former() -> tuple[Change, ...]:
    """The last change of each zone whose clock does not change any more."""
    quiet = sorted(zones() - {change.zone for change in coming()})
    return tuple(found for zone in quiet if (found := _last(zone)))


def _last(zone: str) -> Change | None:
    tz, at = tz_of(zone), FROM
    while at > LONG_AGO and _offset(tz, at) == _offset(tz, at - MONTH):
        at -= MONTH
    return next(changes(zone, at - MONTH, at), None)


def around(change: Change) -> set[datetime]:
    """Return wall times before, at, in and after what is missing or comes twice; and midnights."""
    first, last = change.walls
    middle = first + (last - first) / 2
    near = {first - HOUR, first - MINUTE, first, middle, last - MINUTE, last, last + HOUR}
    midnights = {datetime.combine(day, time()) for day in (first.date(), last.date())}
    return {wall.replace(second=0, microsecond=0) for wall in near | midnights}


def meant(change: Change, wall: datetime) -> datetime:
    """Return when a wall time is, by the two offsets alone."""
    both = [(wall - offset).replace(tzinfo=UTC) for offset in (change.before, change.after)]
    tz = tz_of(change.zone)
    real = [at for at in both if at.astimezone(tz).replace(tzinfo=None) == wall]
    return min(real, default=both[0])


def walked(
    slot: Slot, tz: ZoneInfo, calendar: Calendar, since: datetime, weeks: int = 3
) -> list[Occurrence]:
    """Go from each moment to the next."""
    found = [next_slot(slot, since, tz, calendar)]
    for _ in range(weeks - 1):
        found.append(next_slot(slot, found[-1].at, tz, calendar))
    return found


def working(*days: date) -> Calendar:
    """Return a country in which people work on these days."""
    calendars = (Calendar(country) for country in WORKING)
    return next(c for c in calendars if all(c.is_workday(day) for day in days))


def demand_once(change: Change, wall: datetime) -> None:
    """Demand that the slot at a wall time comes once, at its time, whatever the clock does."""
    tz, at = tz_of(change.zone), meant(change, wall)
    slot = Slot(wall.weekday(), wall.time())
    calendar = working(wall.date(), at.astimezone(tz).date())
    found = walked(slot, tz, calendar, at - 9 * DAY)
    told = change, wall
    assert [one.at for one in found].count(at) == 1, told
    assert [one.local for one in found if one.at == at] == [at.astimezone(tz).date()], told
    assert all(one.at < other.at for one, other in pairwise(found)), told
    assert len({one.key_week for one in found}) == len(found), told
    year, week, _ = wall.isocalendar()
    assert f"{year}-W{week:02d}" in {one.key_week for one in found if one.at == at}, told
    # From the very moment on, and from just before it.
    assert next_slot(slot, at - timedelta(seconds=1), tz, calendar).at == at, told
    assert next_slot(slot, at, tz, calendar).at > at + 5 * DAY, told


def test_each_moment_of_three_years_comes_once_at_every_change_of_a_clock() -> None:
    assert len(coming()) > 1000
    for change in coming():
        for wall in around(change):
            demand_once(change, wall)


def test_each_moment_came_once_when_a_clock_changed_for_the_last_time() -> None:
    """With those still to come that is more than 400 zones; some had a gap of a whole day."""
    assert len({change.zone for change in coming() + former()}) > 400
    for change in former():
        for wall in around(change):
            demand_once(change, wall)


def test_nobody_who_works_from_monday_to_friday_notices_a_change() -> None:
    """The wall time stays, and no week is left out."""
    slot, office = Slot(0, time(9)), Calendar()
    for tz in {tz_of(change.zone) for change in coming()}:
        found = walked(slot, tz, office, FROM, weeks=53)
        local = [one.at.astimezone(tz).replace(tzinfo=None) for one in found]
        assert {later - earlier for earlier, later in pairwise(local)} == {WEEK}, tz


NAMED = [
    # What is missing moves forward by as much as is missing.
    ("Africa/Cairo", "2026-04-24 00:30", "2026-04-24 01:30"),
    ("Asia/Beirut", "2026-03-29 00:00", "2026-03-29 01:00"),
    ("America/Havana", "2026-03-08 00:30", "2026-03-08 01:30"),
    ("America/Santiago", "2026-09-06 00:15", "2026-09-06 01:15"),
    ("Europe/Paris", "2026-03-29 02:30", "2026-03-29 03:30"),
    ("America/New_York", "2026-03-08 02:59", "2026-03-08 03:59"),
    ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45"),
    ("Antarctica/Troll", "2026-03-29 01:30", "2026-03-29 03:30"),
    ("America/Nuuk", "2026-03-28 23:30", "2026-03-29 00:30"),
    # Over the date line a day is missing: as much is a whole day.
    ("Pacific/Apia", "2011-12-30 09:00", "2011-12-31 09:00"),
    ("Pacific/Kiritimati", "1994-12-31 09:00", "1995-01-01 09:00"),
    # What comes twice is the first of the two.
    ("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 23:30+03:00"),
    ("Asia/Beirut", "2026-10-24 23:30", "2026-10-24 23:30+03:00"),
    ("America/Havana", "2026-11-01 00:30", "2026-11-01 00:30-04:00"),
    ("America/Santiago", "2026-04-04 23:30", "2026-04-04 23:30-03:00"),
    ("Europe/Paris", "2026-10-25 02:30", "2026-10-25 02:30+02:00"),
    ("America/New_York", "2026-11-01 01:00", "2026-11-01 01:00-04:00"),
    ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-05 01:45+11:00"),
]


@pytest.mark.parametrize(("zone", "wall", "comes"), NAMED)
def test_a_moment_by_name(zone: str, wall: str, comes: str) -> None:
    tz, slot_at = tz_of(zone), datetime.fromisoformat(wall)
    calendar = working(slot_at.date(), datetime.fromisoformat(comes).date())
    slot = Slot(slot_at.weekday(), slot_at.time())
    found = walked(slot, tz, calendar, slot_at.replace(tzinfo=UTC) - 9 * DAY)
    shown = [one.at.astimezone(tz).isoformat(" ", "minutes") for one in found]
    assert [text.startswith(comes) for text in shown].count(True) == 1


@pytest.mark.parametrize(
    ("zone", "wall", "times"),
    [("Africa/Cairo", "2026-04-24 00:30", 0), ("Europe/Paris", "2026-10-25 02:30", 2)],
)
def test_what_a_cron_trigger_drops_or_doubles_comes_once(zone: str, wall: str, times: int) -> None:
    """Where this fails, the trigger has become exact."""
    tz, slot_at = tz_of(zone), datetime.fromisoformat(wall)
    slot, since = Slot(slot_at.weekday(), slot_at.time()), slot_at.replace(tzinfo=UTC) - 2 * DAY
    weekday = WEEKDAYS[slot.weekday]
    cron: Any = CronTrigger(  # type: ignore[no-untyped-call] # has no types
        day_of_week=weekday, hour=slot.at.hour, minute=slot.at.minute, timezone=zone
    )
    fired = [cron.get_next_fire_time(None, since.astimezone(tz))]
    fired += [cron.get_next_fire_time(fired[0], fired[0])]
    ours = walked(slot, tz, working(slot_at.date()), since, weeks=2)
    assert [at.date() for at in fired].count(slot_at.date()) == times
    assert [one.local for one in ours].count(slot_at.date()) == 1
