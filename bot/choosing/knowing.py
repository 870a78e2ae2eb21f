"""What suggestions of themes are made of, as far as it was known at a time."""

from datetime import datetime

from bot.campaigns.content import LAUNCHED, STARS
from bot.choosing.suggesting import NAMED, Known
from bot.teams.content import Blocker, Round
from bot.themes import theme_of
from bot.turn import Turn

ITEMS = ("baseline", "endline")
"""Kinds of the self-evaluation's ratings, each followed by a colon and the item."""


def known_of(turn: Turn, at: datetime) -> Known:
    """Gather what was known of somebody at a time, for nobody but them."""
    return Known(
        catalogue=tuple(sorted(turn.library.themes)),
        starred=starred_for(turn),
        blockers=_named(turn, at),
        sure=_sure(turn, at),
        done=_done(turn, at),
        chosen=turn.coachee.themes,
    )


def starred_for(turn: Turn) -> tuple[str, ...]:
    """Return up to four themes starred for somebody: by a campaign they are in, and by HR."""
    of_campaigns = [
        theme
        for campaign, one in turn.uow.campaigns.of(turn.coachee.id)
        if one.answer == "yes" and campaign.state in LAUNCHED
        if campaign.terms.ends_on(max(one.wave, 1)) > turn.today
        for theme in campaign.terms.themes
    ]
    return tuple(dict.fromkeys((*of_campaigns, *turn.uow.stars.all())))[:STARS]


def _named(turn: Turn, at: datetime) -> tuple[Blocker, ...]:
    """Return what the person's teams named last, as their summaries said it to all of them."""
    named: list[Blocker] = []
    for team in turn.uow.teams.of(turn.coachee.id):
        last = _last_closed(turn, team.id, at)
        named += last.sealed.blockers[:NAMED] if last and last.sealed else ()
    return tuple(dict.fromkeys(named))


def _last_closed(turn: Turn, team_id: str, at: datetime) -> Round | None:
    """Return the last round that was published while the person was in the team."""
    members = turn.uow.teams.members(team_id)
    since = next((m.since for m in members if m.coachee_id == turn.coachee.id), None)
    closed = [
        one
        for one in turn.uow.teams.rounds(team_id)
        if one.state in {"summary", "too_few"} and one.closes_at <= at
        if since is not None and one.number >= since
    ]
    return closed[-1] if closed else None


def _sure(turn: Turn, at: datetime) -> dict[str, int]:
    """Return the last value of each item of the self-evaluation."""
    sure: dict[str, int] = {}
    for kind, _session, value, rated_at in turn.uow.ratings.of(turn.coachee.id):
        name, _, item = kind.partition(":")
        if name in ITEMS and rated_at <= at:
            sure[item] = value
    return sure


def _done(turn: Turn, at: datetime) -> dict[str, datetime]:
    """Return when each theme was done last."""
    done: dict[str, datetime] = {}
    for session in turn.uow.sessions.of(turn.coachee.id):
        theme = theme_of(session.programme_id)
        if theme and session.status == "done" and session.touched_at <= at:
            done[theme] = max(session.touched_at, done.get(theme, session.touched_at))
    return done
