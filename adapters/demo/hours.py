"""Working hours of made-up people: they answer when they work, and at no other time."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.places import country_of
from bot.workdays import Calendar

BEGINS, ENDS = time(9), time(17, 30)
A_DAY = timedelta(hours=8, minutes=30)


def after_work(at: datetime, worked: timedelta, zone: str) -> datetime:
    """Return when somebody in a zone has worked so long since `at`, in UTC.

    Days off there do not count, nor do hours outside of the working day.
    """
    tz, calendar = ZoneInfo(zone), Calendar(country_of(zone))
    local, left = at.astimezone(tz), worked
    while True:
        begins = datetime.combine(local.date(), BEGINS, tz)
        start = max(local, begins)
        room = datetime.combine(local.date(), ENDS, tz) - start
        if calendar.is_workday(local.date()) and room > left:
            return (start + left).astimezone(at.tzinfo)
        if calendar.is_workday(local.date()):
            left -= max(room, timedelta())
        local = datetime.combine(local.date() + timedelta(days=1), time(), tz)
