"""What people do by themselves: leave, a pause, a stop, a session, what blocks them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from adapters.demo.hours import after_work
from adapters.demo.mind import Mind

LEAVE = timedelta(weeks=2)
PAUSE = timedelta(days=17)

Wish = tuple[datetime, str]
"""When somebody types something, and what."""


def wishes(mind: Mind, start: datetime, weeks: int) -> Iterator[Wish]:
    """Draw what somebody types by themselves over some weeks, in order.

    Whoever is away reads nothing meanwhile: the mind remembers until when.
    """
    leaves_in = mind.chance.randint(2, max(weeks - 2, 2)) if mind.name == "on_leave" else None
    for week in range(1, weeks):
        monday = start + timedelta(weeks=week)
        if week == leaves_in:
            mind.away = (monday, monday + LEAVE)
            yield _hour(mind, monday - timedelta(days=3)), f"away {_day(monday + LEAVE)}"
        yield from _drawn(mind, monday)


def _drawn(mind: Mind, monday: datetime) -> Iterator[Wish]:
    temper = mind.temper
    at = _hour(mind, monday)
    if mind.happens(temper.stops):
        yield at, "stop"
    elif mind.happens(temper.pauses):
        yield at, f"pause {_day(at + PAUSE)}"
    elif mind.happens(temper.stuck):
        yield at, "stuck"
    elif mind.happens(temper.starts):
        yield at, "start"


def _hour(mind: Mind, day: datetime) -> datetime:
    return after_work(day, timedelta(hours=mind.chance.uniform(0.5, 38)), mind.person.zone)


def _day(at: datetime) -> date:
    return at.date()
