"""When a team's rounds are: opened at its slot, open for three working days, in its own zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import followups
from bot.cadence import (
    Occurrence,
    at_local,
    late,
    missed,
    next_slot,
    next_working_moment,
    week_of,
)
from bot.people import WORK_FROM, WORK_UNTIL, Slot
from bot.places import tz_of
from bot.teams.content import OPEN_FOR, Round, Team
from bot.turn import Turn
from bot.workdays import Calendar

_TRIES = 60  # slots in a row whose week may have had its round already


def plan_next(channel: Turn, team: Team) -> datetime | None:
    """Plan the next round in place of the one planned before, and say why that does not come.

    It comes in the week that is so many weeks after that of the last round, or as soon as
    possible after that: whatever is set up meanwhile neither adds a round nor loses one. None
    where nothing comes by itself: the team is not active, or too many people are in it.
    """
    before = [m for m in channel.uow.moments.of(team.lane) if m.kind == "round_open"]
    channel.uow.moments.cancel(team.lane, ["round_open"])
    if reason := unwanted(team):
        for moment in before:
            followups.note(channel, moment, "round_open", "skipped", reason)
        return None
    found = _planned(channel, team)
    for moment in before:
        if found is None or moment.key != _key(team, found):
            followups.note(channel, moment, "round_open", "moved", "rescheduled")
    return found.at if found else None


def unwanted(team: Team) -> str | None:
    """Say why nothing comes by itself; None where it does."""
    if team.state != "active":
        return "paused"
    return None if team.whole else "too_many"


def next_planned(turn: Turn, team: Team) -> datetime | None:
    """Return when the next round opens by itself."""
    coming = turn.uow.moments.of(team.lane)
    return next((m.due_at for m in coming if m.kind == "round_open"), None)


def closes_at(team: Team, opened_at: datetime) -> datetime:
    """Return the end of a round: the same wall time, three working days later."""
    local = opened_at.astimezone(_zone(team))
    day = Calendar(team.country).add_workdays(local.date(), OPEN_FOR)
    return at_local(day, local.time().replace(second=0, microsecond=0), _zone(team))


def reminded_at(team: Team, one: Round) -> datetime:
    """Return when those who asked for it are reminded: one working day before the close."""
    local = one.closes_at.astimezone(_zone(team))
    day = Calendar(team.country).add_workdays(local.date(), -1)
    return at_local(day, local.time(), _zone(team))


def put_off(team: Team, due_at: datetime, now: datetime) -> datetime | None:
    """Return the next working moment for a round that comes on a day off, late, or at night."""
    calendar, tz = Calendar(team.country), _zone(team)
    works = calendar.is_workday(now.astimezone(tz).date())
    night = missed(due_at, now, tz, WORK_FROM, WORK_UNTIL, calendar)
    timely = works and not late(due_at, now) and not night
    return None if timely else next_working_moment(now, tz, team.at, calendar)


def asked_at(team: Team, after_days: int, now: datetime) -> datetime:
    """Return the team's hour so many working days from now."""
    today = now.astimezone(_zone(team)).date()
    day = Calendar(team.country).add_workdays(today, after_days)
    return at_local(day, team.at, _zone(team))


def _planned(channel: Turn, team: Team) -> Occurrence | None:
    after = _after(channel, team)
    for _ in range(_TRIES):
        found = next_slot(_slot(team), after, _zone(team), Calendar(team.country))
        if followups.plan(channel, "round_open", _key(team, found), found.at, team.id):
            return found
        after = found.at
    return None


def _after(channel: Turn, team: Team) -> datetime:
    """Return the time up to which no round may open: one is open, or the last is too young."""
    asked = [one for one in channel.uow.teams.rounds(team.id) if one.state != "called_off"]
    if not asked:
        return channel.now
    last = asked[-1]
    week, _ = week_of(last.opened_at, _zone(team))
    monday = week.astimezone(_zone(team)).date() + timedelta(weeks=team.weeks)
    end = last.closes_at if last.state == "open" else channel.now
    return max(channel.now, end, at_local(monday, time(), _zone(team)))


def _key(team: Team, found: Occurrence) -> str:
    return f"round:{team.id}:{found.key_week}"


def _slot(team: Team) -> Slot:
    return Slot(team.weekday, team.at)


def _zone(team: Team) -> ZoneInfo:
    return tz_of(team.zone)
