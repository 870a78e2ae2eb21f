"""Closed rounds of teams, as figures about departments are made of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.measuring.ports import TeamRound
from storage.cipher import Cipher
from storage.pseudonyms import Pseudonyms
from storage.scope import Scope
from storage.tables import team_members, team_rounds
from storage.team_rounds import read_sealed
from storage.types import UtcDateTime

_ROUNDS = (
    select(team_rounds.c.id, team_rounds.c.team_id, team_rounds.c.sealed)
    .where(
        team_rounds.c.state == "summary",
        team_rounds.c.closes_at >= bindparam("start", type_=UtcDateTime),
        team_rounds.c.closes_at < bindparam("end", type_=UtcDateTime),
    )
    .order_by(team_rounds.c.number)
)
_MEMBERS = select(team_members.c.team_id, team_members.c.coachee_id)


def sealed_rounds(
    scope: Scope, cipher: Cipher, start: datetime, end: datetime
) -> Sequence[TeamRound]:
    """Read the last summary of each team in a stretch of time, in two statements."""
    names = Pseudonyms(cipher)
    last = {row.team_id: row for row in scope.execute(_ROUNDS, {"start": start, "end": end})}
    members: dict[str, set[str]] = {team: set() for team in last}
    for row in scope.execute(_MEMBERS):
        if row.team_id in members:
            members[row.team_id].add(names.person(row.coachee_id))
    return [
        TeamRound(
            names.team(team), frozenset(members[team]), read_sealed(cipher, row.id, row.sealed)
        )
        for team, row in last.items()
    ]
