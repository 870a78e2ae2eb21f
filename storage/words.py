"""What people wrote, encrypted, each piece owned by one person."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import bindparam, delete, insert, select, update
from typing_extensions import override

from bot.ports import Words
from bot.visibility import Keeps
from storage.cipher import Cipher, Unreadable
from storage.scope import Scope
from storage.tables import words

_ADD = insert(words)
_TEXT = select(words.c.ciphertext).where(words.c.id == bindparam("id"))
_FORGET = delete(words).where(words.c.id.in_(bindparam("ids", expanding=True)))
_OF = (
    select(words.c.id, words.c.keeps, words.c.ciphertext, words.c.created_at)
    .where(words.c.coachee_id == bindparam("coachee_id"))
    .order_by(words.c.created_at, words.c.seq)
)
_AFTER = (
    select(words.c.seq, words.c.id, words.c.ciphertext)
    .where(words.c.seq > bindparam("after"))
    .order_by(words.c.seq)
    .limit(bindparam("most"))
)
_RENEW = update(words).where(words.c.id == bindparam("of_id"))


class StoredWords(Words):
    """Words by id. Reading raises `Unreadable` where no key given fits."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._cipher = cipher

    @override
    def keep(self, coachee_id: str, keeps: Keeps, text: str, at: datetime) -> str:
        words_id = token_urlsafe(16)
        row = {
            "id": words_id,
            "coachee_id": coachee_id,
            "keeps": keeps,
            "ciphertext": self._cipher.seal(text),
            "created_at": at,
        }
        self._scope.execute(_ADD, row)
        return words_id

    @override
    def text(self, words_id: str) -> str | None:
        token = self._scope.execute(_TEXT, {"id": words_id}).scalar()
        return None if token is None else self._cipher.read(words_id, token)

    @override
    def forget(self, words_ids: Sequence[str]) -> None:
        if words_ids:
            self._scope.execute(_FORGET, {"ids": list(words_ids)})

    @override
    def of(self, coachee_id: str) -> Sequence[tuple[str, Keeps, str, datetime]]:
        return [
            (words_id, keeps, self._cipher.read(words_id, token), at)
            for words_id, keeps, token, at in self._scope.execute(_OF, {"coachee_id": coachee_id})
        ]

    def renew(self, after: int, limit: int) -> tuple[int | None, int, Sequence[str]]:
        """Encrypt the next ones after a row number again, with the newest key.

        Returns:
            The last row number, None at the end; how many were renewed; and the ids of
            those that no key given can read.
        """
        rows = self._scope.execute(_AFTER, {"after": after, "most": limit}).all()
        renewed = 0
        unreadable: list[str] = []
        for _, words_id, sealed in rows:
            try:
                token = self._cipher.renew(words_id, sealed)
            except Unreadable:
                unreadable.append(words_id)
                continue
            self._scope.execute(_RENEW, {"of_id": words_id, "ciphertext": token})
            renewed += 1
        return rows[-1].seq if rows else None, renewed, unreadable
