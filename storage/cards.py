"""Messages said, by token."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from typing_extensions import override

from bot.cards import Card
from bot.ports import Cards
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import cards

_ALL = select(*columns(cards, Card)).order_by(cards.c.created_at, cards.c.seq)
_GET = _ALL.where(cards.c.token == bindparam("token"))
_OF_SESSION = _ALL.where(cards.c.session_id == bindparam("session_id"))
_POSTED_TO = _ALL.where(cards.c.coachee_id == bindparam("coachee_id"), cards.c.ref.is_not(None))
_ADD = insert(cards).inline()
_PUT = update(cards).where(cards.c.token == bindparam("of_token"))


class StoredCards(Cards):
    """Cards; the last one saved wins, since only their reference changes."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, card: Card) -> None:
        self._scope.later(_ADD, values(card))

    @override
    def get(self, token: str) -> Card | None:
        return next(iter(self._all(_GET, token=token)), None)

    @override
    def put(self, card: Card) -> None:
        self._scope.later(_PUT, values(card) | {"of_token": card.token})

    @override
    def of_session(self, session_id: str) -> Sequence[Card]:
        return self._all(_OF_SESSION, session_id=session_id)

    @override
    def posted_to(self, coachee_id: str) -> Sequence[Card]:
        return self._all(_POSTED_TO, coachee_id=coachee_id)

    def _all(self, query: Select[Any], **which: str) -> list[Card]:
        return [Card(*row) for row in self._scope.rows(query, which)]
