"""Reckoning with days: the next such day, the end of a period, the feasts of a year."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import count

_FRIDAY = 4


def next_weekday(today: date, weekday: int) -> date:
    """Return the next such weekday, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def this_friday(today: date) -> date:
    """Return the Friday that ends the working week; on a weekend the one to come."""
    return today + timedelta(days=(_FRIDAY - today.weekday()) % 7)


def friday_of_week(today: date, week: int) -> date:
    """Return the Friday of an ISO week, the next one to come.

    Raises:
        ValueError: no year has such a week.
    """
    day = date.fromisocalendar(today.year, week, _FRIDAY + 1)
    return day if day >= today else date.fromisocalendar(today.year + 1, week, _FRIDAY + 1)


def end_of_month(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def in_months(today: date, n: int) -> date:
    """Return the same day number n months later, or the last day of a shorter month."""
    months = today.year * 12 + today.month - 1 + n
    first = date(months // 12, months % 12 + 1, 1)
    return first.replace(day=min(today.day, end_of_month(first).day))


def next_date(today: date, month: int, day: int, year: int | None = None) -> date:
    """Return a day of a month; without a year the next one, which may be today.

    Raises:
        ValueError: there is no such day.
    """
    if year is not None:
        return date(year, month, day)
    # The 29th of February comes after eight years at most.
    for candidate in range(today.year, today.year + 9):
        if day <= monthrange(candidate, month)[1] and date(candidate, month, day) >= today:
            return date(candidate, month, day)
    return date(today.year, month, day)


def next_day_number(today: date, number: int) -> date:
    """Return the next day with this number in its month, never today.

    Raises:
        ValueError: no month has such a day.
    """
    if not 1 <= number <= 31:  # noqa: PLR2004 - days of the longest month
        raise ValueError(number)
    return next(day for day in (today + timedelta(days=n) for n in count(1)) if day.day == number)


def next_month_end(today: date, month: int, year: int | None = None) -> date:
    """Return the end of a month; without a year the next one to come."""
    if year is not None:
        return end_of_month(date(year, month, 1))
    end = end_of_month(date(today.year, month, 1))
    return end if end >= today else end_of_month(date(today.year + 1, month, 1))


def end_of_quarter(today: date, quarter: int, year: int | None = None) -> date:
    """Return the last day of a quarter; without a year the next one to come."""
    return next_month_end(today, quarter * 3, year)


def feast(name: str, today: date, year: int | None = None) -> date:
    """Return a feast by its plain English or French name; without a year the next one.

    Raises:
        ValueError: nobody knows this feast.
    """
    years = (year,) if year is not None else (today.year, today.year + 1)
    for candidate in years:
        day = _feast(name, candidate)
        if day >= today or year is not None:
            return day
    raise ValueError(name)


_FIXED = {
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "saint-sylvestre": (12, 31),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year": (1, 1),
    "jour de l'an": (1, 1),
    "nouvel an": (1, 1),
    "epiphany": (1, 6),
    "epiphanie": (1, 6),
    "valentine's day": (2, 14),
    "valentines day": (2, 14),
    "saint-valentin": (2, 14),
    "may day": (5, 1),
    "fete du travail": (5, 1),
    "bastille day": (7, 14),
    "fete nationale": (7, 14),
    "assomption": (8, 15),
    "assumption day": (8, 15),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "all saints day": (11, 1),
    "toussaint": (11, 1),
    "armistice day": (11, 11),
    "armistice": (11, 11),
    "christmas eve": (12, 24),
    "veille de noel": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "xmas": (12, 25),
    "noel": (12, 25),
    "boxing day": (12, 26),
    "st stephen's day": (12, 26),
    "australia day": (1, 26),
    "burns night": (1, 25),
    "saint patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "paddy's day": (3, 17),
    "anzac day": (4, 25),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "independence day": (7, 4),
    "guy fawkes": (11, 5),
    "bonfire night": (11, 5),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
    "saint-nicolas": (12, 6),
    "chandeleur": (2, 2),
    "reveillon": (12, 31),
    "nouvel-an": (1, 1),
}
_FROM_EASTER = {
    "mardi gras": -47,
    "good friday": -2,
    "vendredi saint": -2,
    "easter monday": 1,
    "lundi de paques": 1,
    "easter": 0,
    "paques": 0,
    "ascension day": 39,
    "ascension": 39,
    "pentecost": 49,
    "pentecote": 49,
    "whit monday": 50,
    "lundi de pentecote": 50,
}
_NTH_WEEKDAY = {
    "mlk day": (1, 15, 0),  # the third Monday: the first one from the 15th on
    "martin luther king day": (1, 15, 0),
    "presidents' day": (2, 15, 0),
    "presidents day": (2, 15, 0),
    "memorial day": (5, 25, 0),
    "labor day": (9, 1, 0),
    "labour day": (9, 1, 0),
    "columbus day": (10, 8, 0),
    "victoria day": (5, 18, 0),
    "thanksgiving": (11, 22, 3),
}
"""Month, earliest day, weekday."""

FEASTS = (*_FIXED, *_FROM_EASTER, *_NTH_WEEKDAY, "black friday")
"""Names of feasts, plain, whose day can be reckoned."""


def _feast(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return _easter(year) + timedelta(days=_FROM_EASTER[name])
    if name == "black friday":
        return _feast("thanksgiving", year) + timedelta(days=1)
    month, earliest, weekday = _NTH_WEEKDAY[name]
    return next_weekday(date(year, month, earliest) - timedelta(days=1), weekday)


def _easter(year: int) -> date:
    # Gregorian, after the anonymous algorithm of 1876.
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
