"""Our planning of weekly moments, in every zone."""

import sys
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from typing_extensions import override

from adapters.bench.clock_changes import Next, measured
from adapters.bench.gauge import tell
from bot.cadence import next_slot
from bot.people import Slot
from bot.workdays import Calendar


class EveryDay(Calendar):
    """Works on all days: clocks change on Sundays."""

    __slots__ = ()

    @override
    def is_workday(self, day: date) -> bool:
        return True

    @override
    def is_weekend(self, weekday: int) -> bool:
        return False


def planner(weekday: int, at: time, zone: ZoneInfo) -> Next:
    """Plan as the weekly check-in is planned."""
    slot, calendar = Slot(weekday, at), EveryDay()

    def following(after: datetime) -> datetime:
        return next_slot(slot, after, zone, calendar).at

    return following


if __name__ == "__main__":
    tell(measured(planner, int(sys.argv[1])))
