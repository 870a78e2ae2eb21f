"""Messages said, by token."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from typing_extensions import override

from bot.cards import Card
from bot.ports import Cards
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import cards

_COLUMNS = columns(cards, Card)


class StoredCards(Cards):
    """Cards; the last one saved wins, since only their reference changes."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, card: Card) -> None:
        self._scope.execute(insert(cards).values(_to_row(card)))

    @override
    def get(self, token: str) -> Card | None:
        return next(iter(self._all(cards.c.token == token)), None)

    @override
    def put(self, card: Card) -> None:
        self._scope.execute(update(cards).where(cards.c.token == card.token).values(_to_row(card)))

    @override
    def of_session(self, session_id: str) -> Sequence[Card]:
        return self._all(cards.c.session_id == session_id)

    @override
    def posted_to(self, coachee_id: str) -> Sequence[Card]:
        return self._all(cards.c.coachee_id == coachee_id, cards.c.ref.is_not(None))

    def _all(self, *conditions: ColumnElement[bool]) -> list[Card]:
        query = select(*_COLUMNS).where(*conditions).order_by(cards.c.created_at, cards.c.seq)
        return [Card(*row) for row in self._scope.execute(query)]


def _to_row(card: Card) -> dict[str, Any]:
    ref = None if card.ref is None else dict(card.ref)
    return values(card) | {"args": dict(card.args), "ref": ref}
