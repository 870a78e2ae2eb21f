"""Our planning of weekly moments, in every zone."""

import sys
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from adapters.bench.measuring.clock_changes import Next, measured
from adapters.bench.measuring.gauge import tell
from bot.cadence import next_slot
from bot.people import Slot
from bot.workdays import Calendar

_DAY = timedelta(days=1)

COUNTRIES = ("", "IR", "SO", "BN", "EG")
"""Clocks change on Saturdays and Sundays: somewhere these are working days."""


def planner(day: date, at: time, zone: ZoneInfo) -> Next:
    """Plan as the weekly check-in is planned, where people work on that day and the next."""
    slot, calendar = Slot(day.weekday(), at), _working(day)

    def following(after: datetime) -> datetime:
        return next_slot(slot, after, zone, calendar).at

    return following


def _working(day: date) -> Calendar:
    calendars = [Calendar(country) for country in COUNTRIES]
    two = (one for one in calendars if one.is_workday(day) and one.next_workday(day) == day + _DAY)
    return next(two, None) or next(one for one in calendars if one.is_workday(day))


if __name__ == "__main__":
    tell(measured(planner, int(sys.argv[1])))
