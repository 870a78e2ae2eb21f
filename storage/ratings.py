"""Figures people gave, without words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from typing_extensions import override

from bot.ports import Ratings
from storage.scope import Scope
from storage.tables import ratings


class StoredRatings(Ratings):
    """One figure per session and kind; the last one counts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, coachee_id: str, kind: str, session_id: str, value: int, at: datetime) -> None:
        row = self._scope.insert(ratings).values(
            coachee_id=coachee_id, kind=kind, session_id=session_id, value=value, at=at
        )
        self._scope.execute(
            row.on_conflict_do_update(
                index_elements=[ratings.c.coachee_id, ratings.c.session_id, ratings.c.kind],
                set_={"value": row.excluded["value"], "at": row.excluded["at"]},
            )
        )

    @override
    def of(self, coachee_id: str) -> Sequence[tuple[str, str, int, datetime]]:
        query = (
            select(ratings.c.kind, ratings.c.session_id, ratings.c.value, ratings.c.at)
            .where(ratings.c.coachee_id == coachee_id)
            .order_by(ratings.c.at, ratings.c.seq)
        )
        return [(kind, of, value, at) for kind, of, value, at in self._scope.execute(query)]
