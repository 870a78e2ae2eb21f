"""What the clock brings to a team's channel: a round opens, a round closes, an action is due."""

from collections.abc import Callable, Mapping

from bot import followups
from bot.moments import Moment
from bot.teams import rhythm
from bot.teams.content import Team
from bot.teams.rounds import close_round, open_round
from bot.turn import Turn


def come(channel: Turn, team: Team, moment: Moment) -> None:
    """Do what is due, and write down why where nothing is said."""
    if team.state == "gone":
        channel.uow.moments.settle(moment, channel.now)
        followups.note(channel, moment, moment.kind, "skipped", "unreachable")
        return
    _ROADS[moment.kind](channel, team, moment)


def _open(channel: Turn, team: Team, moment: Moment) -> None:
    later = rhythm.put_off(team, moment.due_at, channel.now)
    if later and team.state == "active":
        channel.uow.moments.move(moment.key, later)
        followups.note(channel, moment, "round_open", "moved", "late")
        return
    channel.uow.moments.settle(moment, channel.now)
    reason = _not_now(channel, team)
    if reason:
        followups.note(channel, moment, "round_open", "skipped", reason)
    else:
        followups.note(channel, moment, "round_open", "queued", "slot")
        open_round(channel, team, moment.key)
    if team.state == "active":
        now = channel.uow.teams.look(team.id) or team
        rhythm.plan_next(channel, now)
        channel.refresh(now.card_token)


def _not_now(channel: Turn, team: Team) -> str | None:
    still_open = channel.uow.teams.open_round(team.id) is not None
    return rhythm.unwanted(team) or ("still_open" if still_open else None)


def _close(channel: Turn, team: Team, moment: Moment) -> None:
    channel.uow.moments.settle(moment, channel.now)
    close_round(channel, team, moment.subject_id or "")


def _due(channel: Turn, team: Team, moment: Moment) -> None:
    """Ask under the summary where an agreed action stands."""
    made = channel.uow.teams.commitment(moment.subject_id or "")
    if made is None or made.status != "open":
        channel.uow.moments.settle(moment, channel.now)
        followups.note(channel, moment, "team_due", "skipped", "nothing_open")
        return
    later = rhythm.put_off(team, moment.due_at, channel.now)
    if later:
        channel.uow.moments.move(moment.key, later)
        followups.note(channel, moment, "team_due", "moved", "late")
        return
    channel.uow.moments.settle(moment, channel.now)
    followups.note(channel, moment, "team_due", "queued", "due_day")
    one = channel.uow.teams.round(made.round_id)
    root = channel.uow.cards.get(one.card_token or "") if one else None
    under = root.ref if root else None
    channel.post_under(under, "team_due", moment.key, commitment=made.id)


_ROADS: Mapping[str, Callable[[Turn, Team, Moment], None]] = {
    "round_open": _open,
    "round_close": _close,
    "team_due": _due,
}
