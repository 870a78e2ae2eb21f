"""What the delivery ledger tells: prompts, and how soon they were answered."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cadence import at_local, within_hours
from bot.measuring.records import Kind, Record
from bot.people import Slot
from bot.slots import name_of
from bot.workdays import Calendar

ASK_NOTHING = frozenset(
    {
        "invitation",
        "plan_milestone",
        "plan_request",
        "posture",
        "reminder",
        "team_due",
        "team_word",
    }
)
"""Messages that are no prompts: nobody owes them an answer, or what they repeat is one already."""

_IN_SLOT = timedelta(hours=2)
"""How long after its time a message still comes in a slot, when many are sent at once."""

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody works, by their own clock."""

    zone: ZoneInfo
    work_from: time
    work_until: time
    calendar: Calendar

    def hold(self, at: datetime) -> bool:
        """Tell whether it is working time."""
        return within_hours(at, self.zone, self.work_from, self.work_until, self.calendar)

    def minutes(self, start: datetime, end: datetime) -> float:
        """Count the working minutes from one time to a later one (coaching 5.2)."""
        day, last = (at.astimezone(self.zone).date() for at in (start, end))
        total = timedelta()
        while day <= last:
            if self.calendar.is_workday(day):
                opens, closes = (
                    at_local(day, at, self.zone) for at in (self.work_from, self.work_until)
                )
                total += max(min(closes, end) - max(opens, start), timedelta())
            day += _DAY
        return total / _MINUTE


@dataclass(frozen=True, slots=True)
class PromptTold:
    """A message that came by itself, with pseudonyms for ids."""

    about: str
    person: str
    kind: str
    sent_at: datetime
    hours: Hours
    slot: Slot | None = None

    @property
    def in_slot(self) -> str:
        """Name the person's weekly slot if it came in that, else nothing."""
        if self.slot is None or self.kind in ASK_NOTHING:
            return ""
        day = self.sent_at.astimezone(self.hours.zone).date()
        late = self.sent_at - at_local(day, self.slot.at, self.hours.zone)
        came = day.weekday() == self.slot.weekday and timedelta() <= late < _IN_SLOT
        return name_of(self.slot) if came else ""


def sent(told: PromptTold) -> Record:
    """Tell that it was sent, and whether outside the person's working hours."""
    outside = float(not told.hours.hold(told.sent_at))
    kind: Kind = "message_sent" if told.kind in ASK_NOTHING else "prompt_sent"
    return Record(
        kind,
        told.person,
        told.sent_at,
        told.about,
        detail=told.kind,
        value=outside,
        slot=told.in_slot,
    )


def answered(told: PromptTold, times: Sequence[datetime]) -> Record | None:
    """Tell when a prompt was answered: by the first answer since; `times` come in order."""
    place = bisect_left(times, told.sent_at)
    if place == len(times) or told.kind in ASK_NOTHING:
        return None
    at = times[place]
    minutes = told.hours.minutes(told.sent_at, at)
    return Record("prompt_answered", told.person, at, told.about, detail=told.kind, value=minutes)
