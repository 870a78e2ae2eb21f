"""Keys of events already handled."""

from datetime import datetime
from hashlib import sha256

from typing_extensions import override

from bot.ports import Seen
from storage.scope import Scope
from storage.tables import seen


class StoredSeen(Seen):
    """Keys are stored as hashes: the platforms' own may name a person or a conversation."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def add(self, key: str, at: datetime) -> bool:
        insert = self._scope.insert(seen).values(key=sha256(key.encode()).digest(), at=at)
        added = insert.on_conflict_do_nothing(index_elements=[seen.c.key]).returning(seen.c.at)
        return self._scope.execute(added).first() is not None
