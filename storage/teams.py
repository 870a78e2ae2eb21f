"""Teams and who is in them, their blockers, and what they agreed on."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.errors import Conflict
from bot.teams.content import Member, Team, TeamBlocker, TeamCommitment
from storage.mapping import columns, values
from storage.statements import insert_or_replace
from storage.tables import (
    team_answers,
    team_blockers,
    team_commitments,
    team_members,
    team_reports,
    team_rounds,
    teams,
)
from storage.team_answers import TeamAnswers
from storage.team_rounds import TeamRounds
from storage.team_versions import level_one

_ALL = select(*columns(teams, Team))
_FIND = _ALL.where(teams.c.workspace == bindparam("workspace"), teams.c.place == bindparam("place"))
_GET = _ALL.where(teams.c.id == bindparam("id"))
_LOCKED = {_FIND: _FIND.with_for_update(), _GET: _GET.with_for_update()}
_OF = (
    _ALL.join(team_members, team_members.c.team_id == teams.c.id)
    .where(team_members.c.coachee_id == bindparam("id"), teams.c.state != "gone")
    .order_by(teams.c.created_at, teams.c.seq)
)
_ADD = insert(teams)
_PUT = (
    update(teams)
    .where(teams.c.id == bindparam("of_id"), teams.c.version == bindparam("of_version"))
    .returning(teams.c.id)
)

_MEMBERS = (
    select(*columns(team_members, Member))
    .where(team_members.c.team_id == bindparam("id"))
    .order_by(team_members.c.coachee_id)
)
_MEMBER = _MEMBERS.where(team_members.c.coachee_id == bindparam("coachee_id"))
_ENROL = insert_or_replace(
    team_members,
    (team_members.c.team_id, team_members.c.coachee_id),
    (team_members.c.since, team_members.c.remind),
)
_ROUNDS = select(team_rounds.c.id).where(team_rounds.c.team_id == bindparam("id"))
_OPEN = _ROUNDS.where(team_rounds.c.state == "open").with_for_update()
_LEAVE = [
    delete(table).where(which, table.c.coachee_id == bindparam("coachee_id"))
    for table, which in (
        (team_members, team_members.c.team_id == bindparam("id")),
        (team_answers, team_answers.c.round_id.in_(_ROUNDS)),
        (team_reports, team_reports.c.team_id == bindparam("id")),
    )
]

_BLOCKERS = (
    select(*columns(team_blockers, TeamBlocker))
    .where(team_blockers.c.team_id == bindparam("id"))
    .order_by(team_blockers.c.opened_on, team_blockers.c.seq)
)
_PUT_BLOCKER = insert_or_replace(
    team_blockers,
    (team_blockers.c.id,),
    tuple(team_blockers.c[field.name] for field in fields(TeamBlocker) if field.name != "id"),
)

_AGREED = select(*columns(team_commitments, TeamCommitment))
_COMMITMENT = _AGREED.where(team_commitments.c.id == bindparam("id"))
_COMMITMENTS = _AGREED.where(team_commitments.c.team_id == bindparam("id")).order_by(
    team_commitments.c.created_at, team_commitments.c.seq
)
_COMMIT_TO = insert(team_commitments)
_PUT_COMMITMENT = (
    update(team_commitments)
    .where(
        team_commitments.c.id == bindparam("of_id"),
        team_commitments.c.version == bindparam("of_version"),
    )
    .returning(team_commitments.c.id)
)


class StoredTeams(TeamRounds, TeamAnswers):
    """All of a team. Only `put` writes its row, so that many can answer in the same second."""

    @override
    def add(self, team: Team) -> None:
        self._scope.execute(_ADD, values(team))

    @override
    def find(self, workspace: str, place: str) -> Team | None:
        return self._locked(_FIND, workspace=workspace, place=place)

    @override
    def get(self, team_id: str) -> Team | None:
        return self._locked(_GET, id=team_id)

    @override
    def look(self, team_id: str) -> Team | None:
        row = self._scope.execute(_GET, {"id": team_id}).first()
        return _team(row) if row else None

    @override
    def put(self, team: Team) -> Team:
        after = replace(team, version=team.version + 1)
        row = values(after) | {"of_id": team.id, "of_version": team.version, "gone_at": None}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"team {team.id}")
        return after

    @override
    def of(self, coachee_id: str) -> Sequence[Team]:
        return [_team(row) for row in self._scope.execute(_OF, {"id": coachee_id})]

    @override
    def members(self, team_id: str) -> Sequence[Member]:
        return [Member(*row) for row in self._scope.execute(_MEMBERS, {"id": team_id})]

    @override
    def member(self, team_id: str, coachee_id: str) -> Member | None:
        row = self._scope.execute(_MEMBER, {"id": team_id, "coachee_id": coachee_id}).first()
        return Member(*row) if row else None

    @override
    def enrol(self, member: Member) -> None:
        self._scope.execute(_ENROL, values(member))

    @override
    def leave(self, team_id: str, coachee_id: str) -> None:
        if self._locks:  # what somebody answers at this very moment goes, too
            self._scope.execute(_OPEN, {"id": team_id})
        for statement in _LEAVE:
            self._scope.execute(statement, {"id": team_id, "coachee_id": coachee_id})
        level_one(self._scope, coachee_id)

    @override
    def blockers(self, team_id: str) -> Sequence[TeamBlocker]:
        return [TeamBlocker(*row) for row in self._scope.execute(_BLOCKERS, {"id": team_id})]

    @override
    def put_blocker(self, blocker: TeamBlocker) -> None:
        self._scope.execute(_PUT_BLOCKER, values(blocker))

    @override
    def commit_to(self, commitment: TeamCommitment) -> None:
        self._scope.execute(_COMMIT_TO, self._to_row_of(commitment))

    @override
    def commitment(self, commitment_id: str) -> TeamCommitment | None:
        return next(iter(self._agreed(_COMMITMENT, commitment_id)), None)

    @override
    def put_commitment(self, commitment: TeamCommitment) -> TeamCommitment:
        after = replace(commitment, version=commitment.version + 1)
        row = self._to_row_of(after)
        row |= {"of_id": commitment.id, "of_version": commitment.version}
        if self._scope.execute(_PUT_COMMITMENT, row).first() is None:
            raise Conflict(f"team commitment {commitment.id}")
        return after

    @override
    def commitments(self, team_id: str) -> Sequence[TeamCommitment]:
        return self._agreed(_COMMITMENTS, team_id)

    def _locked(self, query: Select[Any], **which: str) -> Team | None:
        row = self._scope.execute(_LOCKED[query] if self._locks else query, which).first()
        return _team(row) if row else None

    def _to_row_of(self, commitment: TeamCommitment) -> dict[str, Any]:
        return values(commitment) | {"action": self._cipher.seal(commitment.action)}

    def _agreed(self, query: Select[Any], which: str) -> list[TeamCommitment]:
        return [self._commitment(row) for row in self._scope.execute(query, {"id": which})]

    def _commitment(self, row: Row[*tuple[Any, ...]]) -> TeamCommitment:
        action = self._cipher.read(f"of team commitment {row.id}", row.action)
        return replace(TeamCommitment(*row), action=action)


def _team(row: Row[Any]) -> Team:
    found = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    found["questions"] = tuple(found["questions"])
    return Team(**found)
