"""Working days of a country: weekends and public holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

_DAY = timedelta(days=1)
_WEEKEND = frozenset({5, 6})


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one country (ISO 3166-1 alpha-2).

    Without a country, or for one that is not known, only Saturday and Sunday are off.
    """

    country: str = ""

    def is_workday(self, day: date) -> bool:
        """Say whether people work on this day."""
        return day not in _days_off(self.country.upper(), day.year)

    def is_weekend(self, weekday: int) -> bool:
        """Say whether a weekday (0 is Monday) is off all year round."""
        return weekday in _weekend(self.country.upper())

    def next_workday(self, day: date) -> date:
        """Return the first working day after this day."""
        return self.add_workdays(day, 1)

    def on_or_after(self, day: date) -> date:
        """Return this day if people work on it, else the next working day."""
        return day if self.is_workday(day) else self.next_workday(day)

    def add_workdays(self, day: date, n: int) -> date:
        """Return the nth working day after this day, or before it where n is negative."""
        step = _DAY if n >= 0 else -_DAY
        for _ in range(abs(n)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Count the working days after `start` up to and with `end`; negative if `end` is first."""
        if end < start:
            return -self.workdays_between(end, start)
        return sum(self.is_workday(day) for day in _days(start + _DAY, end))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


@lru_cache(maxsize=512)
def _weekend(country: str) -> frozenset[int]:
    known = _calendar(country)
    return frozenset(known.weekend) if known is not None else _WEEKEND


# Computed once per country and year and never changed afterwards: the library's own object
# fills itself while it is read, which two threads must not do at once.
@lru_cache(maxsize=2048)
def _days_off(country: str, year: int) -> frozenset[date]:
    known = _calendar(country, year)
    every = _days(date(year, 1, 1), date(year, 12, 31))
    if known is None:
        return frozenset(day for day in every if day.weekday() in _WEEKEND)
    return frozenset(day for day in every if not known.is_working_day(day))


def _calendar(country: str, year: int | None = None) -> holidays.HolidayBase | None:
    if len(country) != 2 or not country.isalpha():  # noqa: PLR2004 - ISO 3166-1 alpha-2
        return None
    try:
        return holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return None
