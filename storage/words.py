"""What people wrote, encrypted, each piece owned by one person."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe

from sqlalchemy import bindparam, delete, insert, select
from typing_extensions import override

from bot.ports import Words
from bot.visibility import Keeps
from storage.cipher import Cipher
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
