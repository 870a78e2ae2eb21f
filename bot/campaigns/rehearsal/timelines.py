"""Timelines: what of a place can make a difference, so that alike places are played once."""

from collections.abc import Hashable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.campaigns.content import Campaign
from bot.campaigns.rehearsal.casting import Part, ends
from bot.places import country_of
from bot.workdays import Calendar

AFTER = timedelta(days=14)
"""How far messages look beyond the end: at the next weekly moment, and at dates that are near."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def timeline(campaign: Campaign, part: Part, begins: datetime) -> Hashable:
    """Return what a part's messages depend on, in local wall time.

    Of two parts with the same timeline everything comes at the same wall time with the same
    text: their days off are the same, and their clocks change at the same wall time by as much.
    """
    opens = part.opens.astimezone(part.tz).replace(tzinfo=None)
    first = opens.date() - opens.weekday() * _DAY  # a slot may have moved within its week
    last = ends(campaign, part).astimezone(part.tz).date() + AFTER
    late = begins.astimezone(part.tz).replace(tzinfo=None) if begins > part.opens else None
    return (
        part.group.lang,
        part.group.wave,
        part.answers,
        (part.since, part.until),
        opens,
        late,
        _days_off(part.group.country or country_of(part.group.zone), first, last),
        tuple(_changes(part.tz, first, last)),
    )


def _days_off(country: str, first: date, last: date) -> Hashable:
    calendar = Calendar(country)
    days = (first + n * _DAY for n in range((last - first).days + 1))
    weekend = tuple(calendar.is_weekend(n) for n in range(7))
    return weekend, tuple(day for day in days if not calendar.is_workday(day))


def _changes(tz: ZoneInfo, first: date, last: date) -> Iterator[tuple[datetime, timedelta]]:
    """Return the wall times at which the clock changes, and by how much."""
    at = datetime.combine(first, time(), UTC)
    while at.date() <= last:
        if _offset(tz, at) != _offset(tz, at + _DAY):
            change = _change(tz, at, at + _DAY)
            before = _offset(tz, change - _SECOND)
            yield (change + before).replace(tzinfo=None), _offset(tz, change) - before
        at += _DAY


def _change(tz: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """Return the first second of the new offset."""
    old = _offset(tz, before)
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        before, after = (middle, after) if _offset(tz, middle) == old else (before, middle)
    return after


def _offset(tz: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(tz).utcoffset() or timedelta()
