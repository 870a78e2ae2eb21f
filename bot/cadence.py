"""When a message may come: weekly moments, milestones, working hours, pace and budget.

Everything is decided in the person's own wall time and handed back in UTC, so that both clock
changes, an outage and a move to another country need no special case anywhere else.

What comes late, because the host was down or the platform was, comes by these rules:

- Up to six hours late it comes at once, in working hours; later, on the next working morning.
- After two working days it is not said by itself any more. A follow-up, a recall and what an
  action plan brings then wait for the next message and join it; a weekly message and its reminder
  are over, and this week brings the next one, or else the next week, whatever the pace.
- What a person put off themselves comes however late it is, and so does a champion's word within
  a week of its round; an invitation comes as long as its wave lasts.
- A round of a team opens on the next working day at the team's hour, and closes at once: that is
  silent.
- An hour that somebody chose, in the evening too, is kept for an hour. After that it is night.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import count
from typing import Literal
from zoneinfo import ZoneInfo

from bot.people import Coachee, Pace, Slot
from bot.workdays import Calendar

Stage = Literal["d_minus_2", "due", "overdue"]
Planned = Literal["plan_milestone", "plan_request"]
OfATeam = Literal["team_reminder", "team_word", "posture"]
Kind = (
    Stage
    | Planned
    | OfATeam
    | Literal["weekly", "reminder", "session", "recall", "invitation", "snooze"]
)
Action = Literal["send", "skip", "move"]
Reason = Literal[
    "slot",
    "reminder",
    "due_soon",
    "due_day",
    "overdue",
    "recall",
    "invitation",
    "plan_milestone",
    "plan_request",
    "snoozed",
    "stopped",
    "paused",
    "on_call",
    "unreachable",
    "holiday",
    "outside_hours",
    "late",
    "budget",
    "merged",
    "nothing_open",
    "same_day",
    "not_started",
    "enough",
    "silence",
    "folded",
    "waits",
    "team_reminder",
    "team_word",
    "posture",
    "campaign_paused",
    "campaign_stopped",
]

A_WEEK = 2
"""Proactive messages a person gets in a week, Monday to Sunday in their zone, at most."""

LATE = timedelta(hours=6)
"""After this a message waits for the next working morning."""

KEPT = timedelta(hours=1)
"""So late an hour that somebody chose outside of working hours is still kept."""

QUEUED = 2
"""Working days a message may wait; then it is dropped."""

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_WEEKS: dict[Pace, int] = {"weekly": 1, "fortnightly": 2, "monthly": 4}
_SLOWER: dict[Pace, Pace | None] = {"weekly": "fortnightly", "fortnightly": "monthly"}
_PATIENCE: dict[Pace, int] = {"weekly": 2, "fortnightly": 2, "monthly": 1}
_STAGES: tuple[Kind, ...] = ("due", "d_minus_2", "overdue")
_WHY: dict[Kind, Reason] = {
    "weekly": "slot",
    "reminder": "reminder",
    "d_minus_2": "due_soon",
    "due": "due_day",
    "overdue": "overdue",
    "session": "slot",
    "recall": "recall",
    "invitation": "invitation",
    "snooze": "snoozed",
    "plan_milestone": "plan_milestone",
    "plan_request": "plan_request",
    "team_reminder": "team_reminder",
    "team_word": "team_word",
    "posture": "posture",
}
_OF_A_TEAM: frozenset[Kind] = frozenset({"team_reminder", "team_word", "posture"})
"""What somebody asked for or took on in a team, whether or not they are coached themselves."""

_RANK: dict[Kind, int] = {
    "due": 1,
    "plan_milestone": 1,
    "weekly": 2,
    "reminder": 2,
    "d_minus_2": 3,
    "overdue": 4,
    "plan_request": 4,
    "team_reminder": 2,
    "team_word": 4,
    "session": 5,
    "recall": 6,
    "posture": 6,
    "invitation": 7,
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One weekly moment: its ISO week such as `2026-W48`, its time, and its local day."""

    key_week: str
    at: datetime
    local: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a planned message; `at` is set where it moves."""

    action: Action
    at: datetime | None
    reason: Reason


def at_local(day: date, at: time, tz: ZoneInfo) -> datetime:
    """Return a local wall time in UTC.

    A time that comes twice is the first of the two; one that does not exist moves forward by
    the gap.
    """
    first = at.replace(fold=0) if at.fold else at  # replacing costs as much as all the rest
    return datetime.combine(day, first, tz).astimezone(UTC)


def next_slot(
    slot: Slot, after: datetime, tz: ZoneInfo, calendar: Calendar, *, weeks: int = 1
) -> Occurrence:
    """Return the next weekly moment strictly after a time; with `weeks`, the nth one.

    On a day off it moves to the next working day of the same week, at the same time; where
    there is none the week has no moment. A slot on the country's weekend moves back instead.
    """
    # A day earlier: a gap may move a moment over midnight.
    first = after.astimezone(tz).date() - _DAY
    monday, found = _from_day(first, slot, after, tz, calendar)
    if weeks > 1:
        later = monday + (weeks - 1) * _WEEK
        _, found = _from_day(later, slot, after, tz, calendar)
    return found


def milestones(
    due_on: date, created_on: date, calendar: Calendar
) -> tuple[tuple[Stage, date], ...]:
    """Return the days on which a commitment is asked about.

    A due date on a day off is asked about on the last working day before it, or, when that is
    not after the day of creation, on the next working day. `d_minus_2` is left out when the
    commitment is due within three working days.
    """
    asked = _asked(due_on, created_on, calendar)
    soon = calendar.workdays_between(created_on, due_on) <= 3  # noqa: PLR2004 - coaching 3.4
    early: tuple[tuple[Stage, date], ...] = (("d_minus_2", calendar.add_workdays(asked, -2)),)
    return (
        *(() if soon else early),
        ("due", asked),
        ("overdue", calendar.add_workdays(asked, 2)),
    )


def expiry_on(due_on: date, calendar: Calendar) -> date:
    """Return the day on which an unanswered commitment closes: five working days late."""
    return calendar.add_workdays(due_on, 5)


def reminder_on(sent_on: date, pace: Pace, calendar: Calendar) -> date | None:
    """Return the day of the one reminder: a working day later, at the weekly pace only."""
    return calendar.next_workday(sent_on) if pace == "weekly" else None


def merges(day: date, slot_day: date, calendar: Calendar) -> bool:
    """Say whether a follow-up is within one working day of the weekly moment and joins it."""
    return abs(calendar.workdays_between(day, slot_day)) <= 1


def within_hours(
    now: datetime, tz: ZoneInfo, work_from: time, work_until: time, calendar: Calendar
) -> bool:
    """Say whether it is working time for the person; hours that end before they begin are none."""
    local = now.astimezone(tz)
    return calendar.is_workday(local.date()) and work_from <= local.time() < work_until


def next_working_moment(now: datetime, tz: ZoneInfo, at: time, calendar: Calendar) -> datetime:
    """Return the next time it is `at` on a working day, strictly after now."""
    today = now.astimezone(tz).date()
    moments = (at_local(today + timedelta(days=n), at, tz) for n in count())
    return next(m for m in moments if m > now and calendar.is_workday(m.astimezone(tz).date()))


def late(due_at: datetime, now: datetime) -> bool:
    """Say whether a message comes more than six hours after its time."""
    return now - due_at > LATE


def missed(
    due_at: datetime,
    now: datetime,
    tz: ZoneInfo,
    work_from: time,
    work_until: time,
    calendar: Calendar,
) -> bool:
    """Say whether the hour that somebody chose is over, and it is no working time now."""
    return now - due_at > KEPT and not within_hours(now, tz, work_from, work_until, calendar)


def stale(meant_at: datetime, now: datetime, tz: ZoneInfo, calendar: Calendar) -> bool:
    """Say whether a message was queued for more than two working days: it is about nothing now."""
    meant, today = meant_at.astimezone(tz).date(), now.astimezone(tz).date()
    return calendar.workdays_between(meant, today) > QUEUED


def week_of(now: datetime, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """Return Monday 00:00 and the next Monday 00:00 of the person's week."""
    monday = _monday(now.astimezone(tz).date())
    return at_local(monday, time(), tz), at_local(monday + 7 * _DAY, time(), tz)


def day_of(now: datetime, tz: ZoneInfo) -> tuple[datetime, datetime]:
    """Return 00:00 of the person's day and of the next."""
    today = now.astimezone(tz).date()
    return at_local(today, time(), tz), at_local(today + _DAY, time(), tz)


def weeks_of(pace: Pace) -> int:
    """Return how many weeks lie between two weekly moments."""
    return _WEEKS[pace]


def slower(pace: Pace) -> Pace | None:
    """Return the next slower pace; None when only the person's own call is slower."""
    return _SLOWER.get(pace)


def faster(pace: Pace) -> Pace:
    """Return the pace one step faster, for whoever asks; nobody is written to more than weekly."""
    return next((quick for quick, slow in _SLOWER.items() if slow == pace), pace)


def after_silence(pace: Pace, unanswered: int) -> tuple[Pace | Literal["on_call"], int]:
    """Return pace and count after so many unanswered weekly messages in a row.

    Two slow down a weekly or fortnightly pace, one ends a monthly one; nothing ever speeds up.
    """
    if unanswered < _PATIENCE[pace]:
        return pace, unanswered
    return slower(pace) or "on_call", 0


def decide(
    kind: Kind,
    now: datetime,
    *,
    meant_at: datetime,
    due_at: datetime,
    coachee: Coachee,
    calendar: Calendar,
    sent_this_week: int = 0,
    to_come: Sequence[Kind] = (),
    merges_with_slot: bool = False,
    still_open: bool = True,
) -> Decision:
    """Decide on one proactive message that has come due, and say why.

    Args:
        kind: what it is.
        now: the present.
        meant_at: when it should first have been.
        due_at: when it is due after having been moved, else the same.
        coachee: the person.
        calendar: the working days of the person's country.
        sent_this_week: proactive messages sent or on their way in `week_of(now)`.
        to_come: the kinds still planned for the rest of that week.
        merges_with_slot: whether a follow-up joins the weekly moment.
        still_open: whether there still is something to ask about.
    """
    reason = (
        _unwanted(kind, now, coachee)
        or _needless(kind, merges_with_slot=merges_with_slot, still_open=still_open)
        or ("late" if stale(meant_at, now, coachee.tz, calendar) else None)
    )
    if reason:
        return Decision("skip", None, reason)
    reason = _untimely(now, due_at, coachee, calendar)
    if reason:
        at = next_working_moment(now, coachee.tz, coachee.work_from, calendar)
        moves = _may_move(kind, meant_at.astimezone(coachee.tz), at.astimezone(coachee.tz))
        return Decision("move", at, reason) if moves else Decision("skip", None, reason)
    if not _affordable(kind, sent_this_week, to_come):
        return Decision("skip", None, "budget")
    return Decision("send", None, _WHY[kind])


def _unwanted(kind: Kind, now: datetime, coachee: Coachee) -> Reason | None:
    if coachee.state == "stopped":  # stop means stop, whatever was planned
        return "stopped"
    if coachee.paused_until is not None and now < coachee.paused_until:  # leave, or a pause
        return "paused"
    if kind not in _OF_A_TEAM:
        if coachee.state == "on_call" and kind != "snooze":  # only when the person calls
            return "on_call"
        if coachee.state == "new" and kind not in ("invitation", "snooze"):  # has not said yes
            return "on_call"
    if not coachee.reachable:  # the platform refused for good; an event makes it reachable again
        return "unreachable"
    return None


def _needless(kind: Kind, *, merges_with_slot: bool, still_open: bool) -> Reason | None:
    if not still_open:  # answered, closed or withdrawn meanwhile
        return "nothing_open"
    if merges_with_slot and kind in _STAGES:  # the weekly moment asks the same
        return "merged"
    return None


def _untimely(
    now: datetime, due_at: datetime, coachee: Coachee, calendar: Calendar
) -> Reason | None:
    if not calendar.is_workday(now.astimezone(coachee.tz).date()):  # a public holiday or weekend
        return "holiday"
    if not within_hours(now, coachee.tz, coachee.work_from, coachee.work_until, calendar):
        return "outside_hours"
    if late(due_at, now):  # the host was down: tomorrow morning, not this evening
        return "late"
    return None


def _may_move(kind: Kind, meant: datetime, to: datetime) -> bool:
    if kind == "d_minus_2":  # 'in two days' is wrong on any other day
        return meant.date() == to.date()
    if kind in ("weekly", "session", "reminder"):  # never into a week that has its own
        return _monday(meant.date()) == _monday(to.date())
    return True


def _affordable(kind: Kind, sent: int, to_come: Sequence[Kind]) -> bool:
    if kind == "snooze":  # asked for by the person, so not proactive
        return True
    # A place is left to what matters more and is still to come this week.
    kept = sum(_RANK[other] < _RANK[kind] for other in to_come if other in _RANK)
    return sent + kept < A_WEEK


def _asked(due_on: date, created_on: date, calendar: Calendar) -> date:
    if calendar.is_workday(due_on):
        return due_on
    before = calendar.add_workdays(due_on, -1)
    return before if before > created_on else calendar.next_workday(due_on)


def _from_day(
    first: date, slot: Slot, after: datetime, tz: ZoneInfo, calendar: Calendar
) -> tuple[date, Occurrence]:
    """Return the next week with a moment after a time, from a day on, and that moment."""
    monday = _monday(first)
    while True:
        day = _day_in(monday, slot.weekday, calendar.country)
        if day and day >= first:
            found = _on_day(day, slot.at, tz)
            # A gap may move it over midnight; over the date line, onto a day off.
            if found.at > after and (found.local == day or calendar.is_workday(found.local)):
                return monday, found
        monday += _WEEK


@lru_cache(maxsize=16_384)
def _on_day(day: date, at: time, tz: ZoneInfo) -> Occurrence:
    moment = at_local(day, at, tz)
    return Occurrence(_iso_week(day), moment, moment.astimezone(tz).date())


@lru_cache(maxsize=4096)
def _day_in(monday: date, weekday: int, country: str) -> date | None:
    calendar, day = Calendar(country), monday + weekday * _DAY
    if calendar.is_workday(day):
        return day
    # Backwards only on the weekend: otherwise a Sunday slot would never come.
    back = range(weekday - 1, -1, -1) if calendar.is_weekend(weekday) else ()
    days = (monday + n * _DAY for n in (*range(weekday + 1, 7), *back))
    return next((day for day in days if calendar.is_workday(day)), None)


@lru_cache(maxsize=4096)
def _iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
