"""What the parts of the store of teams have in common."""

from bot.ports import Teams
from storage.cipher import Cipher
from storage.scope import Scope


class TeamPart(Teams):
    """Part of the port. With `locks`, what is held stays locked until the transaction's end."""

    def __init__(self, scope: Scope, cipher: Cipher, *, locks: bool) -> None:
        self._scope = scope
        self._cipher = cipher
        self._locks = locks
