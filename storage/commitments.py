"""Commitments and what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, insert, select, update
from typing_extensions import override

from bot.commitments import Commitment, Outcome
from bot.ports import Commitments
from storage.mapping import columns, values
from storage.scope import Rows, Scope
from storage.spellings import among
from storage.tables import commitments, outcomes

_WHOSE = 1
"""Where a commitment's row says whose it is."""

_ALL = select(*columns(commitments, Commitment))
_GET = _ALL.where(commitments.c.id == bindparam("id"))
_OF = _ALL.where(commitments.c.coachee_id == bindparam("coachee_id")).order_by(
    commitments.c.created_at, commitments.c.seq
)
_OF_SEVERAL = _ALL.where(commitments.c.coachee_id.in_(among("ids"))).order_by(
    commitments.c.created_at, commitments.c.seq
)
_ADD = insert(commitments).inline()
_PUT = update(commitments).where(
    commitments.c.id == bindparam("of_id"), commitments.c.version == bindparam("of_version")
)
_NOTE = insert(outcomes).inline()
_HISTORY = (
    select(*columns(outcomes, Outcome))
    .where(outcomes.c.commitment_id == bindparam("commitment_id"))
    .order_by(outcomes.c.at, outcomes.c.seq)
)
_HISTORIES = (
    select(*columns(outcomes, Outcome))
    .where(outcomes.c.coachee_id == bindparam("coachee_id"))
    .order_by(outcomes.c.at, outcomes.c.seq)
)


class StoredCommitments(Commitments):
    """Commitments with their history."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, commitment: Commitment) -> None:
        self._scope.later(_ADD, values(commitment))

    @override
    def get(self, commitment_id: str) -> Commitment | None:
        rows = self._scope.rows(_GET, {"id": commitment_id})
        return Commitment(*rows[0]) if rows else None

    def ahead(self, coachee_ids: Sequence[str]) -> None:
        """Read those of several people at once."""
        made: dict[str, Rows] = {coachee_id: [] for coachee_id in coachee_ids}
        for row in self._scope.rows(_OF_SEVERAL, {"ids": list(coachee_ids)}):
            made[row[_WHOSE]].append(row)
        for coachee_id, of_one in made.items():
            self._scope.know(_OF, {"coachee_id": coachee_id}, of_one)

    @override
    def put(self, commitment: Commitment) -> Commitment:
        after = replace(commitment, version=commitment.version + 1)
        row = values(after) | {"of_id": commitment.id, "of_version": commitment.version}
        self._scope.later(_PUT, row, found=True)
        return after

    @override
    def of(self, coachee_id: str) -> Sequence[Commitment]:
        rows = self._scope.rows(_OF, {"coachee_id": coachee_id})
        return [Commitment(*row) for row in rows]

    @override
    def note(self, outcome: Outcome) -> None:
        self._scope.later(_NOTE, values(outcome))

    @override
    def history(self, commitment_id: str) -> Sequence[Outcome]:
        rows = self._scope.rows(_HISTORY, {"commitment_id": commitment_id})
        return [Outcome(*row) for row in rows]

    @override
    def histories(self, coachee_id: str) -> Mapping[str, Sequence[Outcome]]:
        found: dict[str, list[Outcome]] = {}
        for row in self._scope.rows(_HISTORIES, {"coachee_id": coachee_id}):
            outcome = Outcome(*row)
            found.setdefault(outcome.commitment_id, []).append(outcome)
        return found
