"""When a team's rounds are: opened at its slot, open for three working days, in its own zone."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import followups
from bot.cadence import at_local, late, next_slot, next_working_moment
from bot.people import Slot
from bot.teams.content import OPEN_FOR, Round, Team
from bot.turn import Turn
from bot.workdays import Calendar

_TRIES = 60  # slots in a row whose week may have had its round already


def plan_next(
    channel: Turn, team: Team, *, weeks: int = 1, after: datetime | None = None
) -> datetime | None:
    """Plan the next round, `weeks` slots ahead, in place of the one planned before.

    None where nothing comes by itself: the team is not active, or too many people are in it.
    """
    channel.uow.moments.cancel(team.lane, ["round_open"])
    if team.state != "active" or not team.whole:
        return None
    after = after or channel.now
    for _ in range(_TRIES):
        found = next_slot(_slot(team), after, _zone(team), Calendar(team.country), weeks=weeks)
        key = f"round:{team.id}:{found.key_week}"
        if followups.plan(channel, "round_open", key, found.at, team.id):
            return found.at
        after, weeks = found.at, 1
    return None


def plan_again(channel: Turn, team: Team) -> datetime | None:
    """Plan the next round after a change or a pause, as many weeks after the last as ever."""
    past = channel.uow.teams.rounds(team.id)
    after = channel.now
    if past:
        opened = past[-1].opened_at.astimezone(_zone(team)).date()
        monday = opened - timedelta(days=opened.weekday()) + timedelta(weeks=team.weeks)
        after = max(after, at_local(monday, time(0), _zone(team)))
    return plan_next(channel, team, after=after)


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
    """Return the next working moment for a round that comes on a day off or hours late."""
    calendar = Calendar(team.country)
    timely = calendar.is_workday(now.astimezone(_zone(team)).date()) and not late(due_at, now)
    return None if timely else next_working_moment(now, _zone(team), team.at, calendar)


def asked_at(team: Team, after_days: int, now: datetime) -> datetime:
    """Return the team's hour so many working days from now."""
    today = now.astimezone(_zone(team)).date()
    day = Calendar(team.country).add_workdays(today, after_days)
    return at_local(day, team.at, _zone(team))


def on_day(team: Team, day_at: datetime, at: time) -> datetime:
    """Return a wall time on the day of a moment, where the team is."""
    return at_local(day_at.astimezone(_zone(team)).date(), at, _zone(team))


def _slot(team: Team) -> Slot:
    return Slot(team.weekday, team.at)


def _zone(team: Team) -> ZoneInfo:
    return ZoneInfo(team.zone)
