"""Figures people gave, without words."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from typing_extensions import override

from bot.ports import Ratings
from storage.scope import Scope
from storage.statements import insert_or_replace
from storage.tables import ratings

_ADD = insert_or_replace(
    ratings,
    (ratings.c.coachee_id, ratings.c.session_id, ratings.c.kind),
    (ratings.c.value, ratings.c.at),
)
_TAKE_BACK = delete(ratings).where(
    ratings.c.coachee_id == bindparam("coachee_id"),
    ratings.c.session_id == bindparam("session_id"),
    ratings.c.kind == bindparam("kind"),
)
_OF = (
    select(ratings.c.kind, ratings.c.session_id, ratings.c.value, ratings.c.at)
    .where(ratings.c.coachee_id == bindparam("coachee_id"))
    .order_by(ratings.c.at, ratings.c.seq)
)


class StoredRatings(Ratings):
    """One figure per session and kind; the last one counts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, coachee_id: str, kind: str, session_id: str, value: int, at: datetime) -> None:
        of = {"coachee_id": coachee_id, "kind": kind, "session_id": session_id}
        self._scope.execute(_ADD, of | {"value": value, "at": at})

    @override
    def take_back(self, coachee_id: str, kind: str, session_id: str) -> None:
        of = {"coachee_id": coachee_id, "kind": kind, "session_id": session_id}
        self._scope.execute(_TAKE_BACK, of)

    @override
    def of(self, coachee_id: str) -> Sequence[tuple[str, str, int, datetime]]:
        rows = self._scope.execute(_OF, {"coachee_id": coachee_id})
        return [(kind, session_id, value, at) for kind, session_id, value, at in rows]
