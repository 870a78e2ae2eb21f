"""Keys of events already handled."""

from datetime import datetime
from hashlib import sha256

from typing_extensions import override

from bot.ports import Seen
from storage.scope import Scope
from storage.statements import insert_new
from storage.tables import seen

_ADD = insert_new(seen, seen.c.key)


class StoredSeen(Seen):
    """Keys are stored as hashes: the platforms' own may name a person or a conversation."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, key: str, at: datetime) -> bool:
        row = {"key": sha256(key.encode()).digest(), "at": at}
        return bool(self._scope.rows(_ADD, row))
