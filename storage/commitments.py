"""Commitments and what became of them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, insert, select, update
from typing_extensions import override

from bot.commitments import Commitment, Outcome
from bot.errors import Conflict
from bot.ports import Commitments
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import commitments, outcomes

_ALL = select(*columns(commitments, Commitment))
_GET = _ALL.where(commitments.c.id == bindparam("id"))
_OF = _ALL.where(commitments.c.coachee_id == bindparam("coachee_id")).order_by(
    commitments.c.created_at, commitments.c.seq
)
_ADD = insert(commitments)
_PUT = (
    update(commitments)
    .where(commitments.c.id == bindparam("of_id"), commitments.c.version == bindparam("of_version"))
    .returning(commitments.c.id)
)
_NOTE = insert(outcomes)
_HISTORY = (
    select(*columns(outcomes, Outcome))
    .where(outcomes.c.commitment_id == bindparam("commitment_id"))
    .order_by(outcomes.c.at, outcomes.c.seq)
)


class StoredCommitments(Commitments):
    """Commitments with their history."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, commitment: Commitment) -> None:
        self._scope.execute(_ADD, values(commitment))

    @override
    def get(self, commitment_id: str) -> Commitment | None:
        row = self._scope.execute(_GET, {"id": commitment_id}).first()
        return Commitment(*row) if row else None

    @override
    def put(self, commitment: Commitment) -> Commitment:
        after = replace(commitment, version=commitment.version + 1)
        row = values(after) | {"of_id": commitment.id, "of_version": commitment.version}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"commitment {commitment.id}")
        return after

    @override
    def of(self, coachee_id: str) -> Sequence[Commitment]:
        rows = self._scope.execute(_OF, {"coachee_id": coachee_id})
        return [Commitment(*row) for row in rows]

    @override
    def note(self, outcome: Outcome) -> None:
        self._scope.execute(_NOTE, values(outcome))

    @override
    def history(self, commitment_id: str) -> Sequence[Outcome]:
        rows = self._scope.execute(_HISTORY, {"commitment_id": commitment_id})
        return [Outcome(*row) for row in rows]
