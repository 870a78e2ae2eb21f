"""Records read from what people rated, and from what slows teams."""

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select

from bot.measuring.records import Record
from bot.measuring.sources.blockers import BlockerTold, of_blockers
from bot.measuring.sources.ratings import of_rating
from bot.themes import theme_of
from bot.workdays import Calendar
from storage.stretch import END, START, Stretch
from storage.tables import ratings, sessions, team_blockers, teams

_RATINGS = (
    select(
        ratings.c.kind,
        ratings.c.coachee_id,
        ratings.c.value,
        ratings.c.at,
        ratings.c.session_id,
        sessions.c.programme_id,
    )
    .outerjoin(sessions, sessions.c.id == ratings.c.session_id)
    .where(ratings.c.at >= START, ratings.c.at < END)
)
_BLOCKERS = (
    select(
        team_blockers.c.team_id,
        teams.c.country,
        team_blockers.c.id,
        team_blockers.c.kind,
        team_blockers.c.opened_on,
        team_blockers.c.state,
        team_blockers.c.closed_on,
    )
    .join(teams, teams.c.id == team_blockers.c.team_id)
    .order_by(team_blockers.c.team_id, team_blockers.c.opened_on, team_blockers.c.seq)
)


def rated(stretch: Stretch) -> Iterator[Record]:
    """Read what was rated in a stretch of time."""
    for kind, coachee_id, value, at, session_id, programme_id in stretch.scope.execute(
        _RATINGS, stretch.which
    ):
        person, session = stretch.names.person(coachee_id), stretch.names.session(session_id)
        theme = theme_of(programme_id or "") or ""
        if one := of_rating(kind, person, value, at, session, theme):
            yield one


def slowed_teams(stretch: Stretch) -> Iterator[Record]:
    """Read the blockers of every team, whenever they were named."""
    rows = stretch.scope.execute(_BLOCKERS)
    for (team_id, country), theirs in groupby(rows, key=lambda row: (row.team_id, row.country)):
        told = [
            BlockerTold(
                stretch.names.blocker(row.id),
                row.kind,
                row.opened_on,
                row.closed_on if row.state == "resolved" else None,
            )
            for row in theirs
        ]
        yield from of_blockers(stretch.names.team(team_id), told, Calendar(country))
