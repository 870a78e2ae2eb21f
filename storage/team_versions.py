"""What PostgreSQL itself notes of rows, made the same for a whole team when a round closes.

Whoever answered was locked for a moment, and whoever ticked *remind me* was written: both leave
the number of the transaction on the row, and with it the hour, for anybody who can ask.
"""

from sqlalchemy import bindparam, delete, insert, select

from storage.scope import Scope
from storage.tables import people, team_members

_OF_TEAM = team_members.c.team_id == bindparam("of_team")
_IN_TEAM = select(team_members.c.coachee_id).where(_OF_TEAM)

# Whoever is in somebody else's hands is left out: that leaves a younger number of its own.
_LOCKED = select(people.c.id).with_for_update(skip_locked=True)
_TOUCH_ALL = _LOCKED.where(people.c.id.in_(_IN_TEAM))
_TOUCH = _LOCKED.where(people.c.id == bindparam("coachee_id"))

_MEMBERS = select(team_members).where(_OF_TEAM).order_by(team_members.c.coachee_id)
_EMPTY = delete(team_members).where(_OF_TEAM)
_FILL = insert(team_members)


def level(scope: Scope, team_id: str) -> None:
    """Give all people of a team the same version, and write its members anew in one order."""
    of_team = {"of_team": team_id}
    scope.execute(_TOUCH_ALL, of_team)
    members = [dict(row) for row in scope.execute(_MEMBERS, of_team).mappings()]
    scope.execute(_EMPTY, of_team)
    if members:
        scope.execute(_FILL, members)


def level_one(scope: Scope, coachee_id: str) -> None:
    """Give somebody who leaves a team the version of their leaving."""
    scope.execute(_TOUCH, {"coachee_id": coachee_id})
