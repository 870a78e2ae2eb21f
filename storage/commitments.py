"""Commitments and what became of them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert, select, update
from typing_extensions import override

from bot.commitments import Commitment, Outcome
from bot.errors import Conflict
from bot.ports import Commitments
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import commitments, outcomes

_COLUMNS = columns(commitments, Commitment)
_OUTCOME = columns(outcomes, Outcome)


class StoredCommitments(Commitments):
    """Commitments with their history."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, commitment: Commitment) -> None:
        self._scope.execute(insert(commitments).values(values(commitment)))

    @override
    def get(self, commitment_id: str) -> Commitment | None:
        query = select(*_COLUMNS).where(commitments.c.id == commitment_id)
        row = self._scope.execute(query).first()
        return Commitment(*row) if row else None

    @override
    def put(self, commitment: Commitment) -> Commitment:
        after = replace(commitment, version=commitment.version + 1)
        same = (commitments.c.id == commitment.id, commitments.c.version == commitment.version)
        written = self._scope.execute(
            update(commitments).where(*same).values(values(after)).returning(commitments.c.id)
        ).first()
        if written is None:
            raise Conflict(f"commitment {commitment.id}")
        return after

    @override
    def of(self, coachee_id: str) -> Sequence[Commitment]:
        query = (
            select(*_COLUMNS)
            .where(commitments.c.coachee_id == coachee_id)
            .order_by(commitments.c.created_at, commitments.c.seq)
        )
        return [Commitment(*row) for row in self._scope.execute(query)]

    @override
    def note(self, outcome: Outcome) -> None:
        self._scope.execute(insert(outcomes).values(values(outcome)))

    @override
    def history(self, commitment_id: str) -> Sequence[Outcome]:
        query = (
            select(*_OUTCOME)
            .where(outcomes.c.commitment_id == commitment_id)
            .order_by(outcomes.c.at, outcomes.c.seq)
        )
        return [Outcome(*row) for row in self._scope.execute(query)]
