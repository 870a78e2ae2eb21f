"""Keys of events already handled."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, select
from typing_extensions import override

from bot.ports import Seen
from storage.scope import Scope
from storage.statements import insert_new
from storage.tables import seen

_ADD = insert_new(seen, seen.c.key)
_HAS = select(seen.c.key).where(seen.c.key == bindparam("key"))


class StoredSeen(Seen):
    """Keys are stored as hashes: the platforms' own may name a person or a conversation."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, key: str, at: datetime) -> bool:
        return bool(self._scope.rows(_ADD, {"key": _hashed(key), "at": at}))

    @override
    def has(self, key: str) -> bool:
        return bool(self._scope.rows(_HAS, {"key": _hashed(key)}))


def _hashed(key: str) -> bytes:
    return sha256(key.encode()).digest()
