"""APScheduler's planning of weekly moments, in every zone: one trigger each, made beforehand."""

import sys
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from adapters.bench.measuring.clock_changes import Next, measured
from adapters.bench.measuring.gauge import tell


def planner(day: date, at: time, zone: ZoneInfo) -> Next:
    """Make a trigger; like a scheduler, it is told when it fired last."""
    make: Any = CronTrigger  # it has no types
    when = {"day_of_week": day.weekday(), "hour": at.hour, "minute": at.minute, "second": at.second}
    trigger = make(**when, timezone=zone)

    def following(after: datetime) -> datetime | None:
        found: datetime | None = trigger.get_next_fire_time(after.astimezone(zone), after)
        return found

    return following


if __name__ == "__main__":
    tell(measured(planner, int(sys.argv[1])))
