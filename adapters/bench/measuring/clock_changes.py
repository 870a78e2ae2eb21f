"""Plans weekly moments in every zone: how fast, and how many clock changes come out wrong."""

import random
import time as clock
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from adapters.bench.scenario import Measured

FROM = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 1, 5)
DAYS = 2 * 365
SAMPLE = 100
"""Moments a zone from which the next one is planned."""

_DAY, _AROUND = timedelta(days=1), timedelta(days=3)

Next = Callable[[datetime], datetime | None]
"""Returns the weekly moment after a time."""

Planner = Callable[[date, time, ZoneInfo], Next]
"""Makes one for the weekday of a day, a wall time and a zone; that day is no day off."""


@dataclass(frozen=True, slots=True)
class Change:
    """One time a zone's clocks change, and a wall time that this makes twice or never."""

    zone: ZoneInfo
    day: date
    at: time
    expected: datetime


def zones() -> list[ZoneInfo]:
    """Return all zones of places, in order."""
    names = (name for name in available_timezones() if "/" in name and name[:3] != "Etc")
    return [ZoneInfo(name) for name in sorted(names)]


def measured(planner: Planner, most: int) -> Measured:
    """Plan Monday, 09:00, from chosen moments in zone after zone; then count what is wrong.

    At most that many zones are taken.
    """
    places = zones()[:most]
    chance = random.Random(1)  # noqa: S311 - the same moments for everybody
    afters = [FROM + chance.random() * DAYS * _DAY for _ in range(SAMPLE)]
    planners = [planner(MONDAY, time(9), zone) for zone in places]
    began, cpu = clock.perf_counter(), clock.process_time()
    for following in planners:
        for after in afters:
            following(after)
    wall, busy = clock.perf_counter() - began, clock.process_time() - cpu
    found = list(changes(places))
    wrong = sum(_wrong(planner, change) for change in found)
    facts = {"changes": float(len(found)), "wrong": float(wrong)}
    return Measured(len(places) * SAMPLE, wall, busy, facts=facts)


def changes(places: list[ZoneInfo]) -> Iterator[Change]:
    """Find every change of clocks, with the wall time in the middle of its gap or fold.

    What is expected comes from the offset before: a time that comes twice is the first of the
    two, one that never comes is later by the gap.
    """
    for zone in places:
        for number in range(DAYS):
            day = FROM + number * _DAY
            if _offset(zone, day) != _offset(zone, day + _DAY):
                yield _change(zone, _turn(zone, day))


def _change(zone: ZoneInfo, turned: datetime) -> Change:
    before, after = _offset(zone, turned - timedelta(minutes=1)), _offset(zone, turned)
    wall = (turned + before + (abs(after - before) / 2) * (1 if after > before else -1)).replace(
        tzinfo=None
    )
    return Change(zone, wall.date(), wall.time(), (wall - before).replace(tzinfo=UTC))


def _turn(zone: ZoneInfo, day: datetime) -> datetime:
    """Find the minute of a day from which another offset holds."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset(zone, day + timedelta(minutes=middle)) == _offset(zone, day)
        low, high = (middle, high) if same else (low, middle)
    return day + timedelta(minutes=high)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _wrong(planner: Planner, change: Change) -> bool:
    """Tell whether the week around a change has any other moment than the one expected."""
    following = planner(change.day, change.at, change.zone)
    return list(_planned(following, change.expected)) != [change.expected]


def _planned(following: Next, around: datetime) -> Iterator[datetime]:
    found = following(around - _AROUND)
    while found and found < around + _AROUND:
        yield found.astimezone(UTC)
        found = following(found)
