"""Encrypting again what is encrypted, with the newest key."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, select, tuple_, update

from bot.errors import Unreadable
from storage.cipher import Cipher
from storage.noted import rename_some
from storage.scope import Scope

Key = tuple[Any, ...]
"""The primary key of a row."""


class Renewal:
    """Goes through a column in the order of the primary key."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._cipher = cipher

    def renew(
        self, column: Column[Any], after: Key | None, limit: int
    ) -> tuple[Key | None, int, Sequence[str]]:
        """Encrypt the next ones after a row again, with the newest key.

        Returns:
            The last row's key, None at the end; how many were renewed; and the ids of those
            that no key given can read, of an answer that of its round.
        """
        rows = self._next(column, after, limit)
        renewed = 0
        unreadable: list[str] = []
        for key, name, token in rows:
            try:
                renewed += self._replace(column, key, token, self._cipher.renew(name, token))
            except Unreadable:
                unreadable.append(name)
        return rows[-1][0] if rows else None, renewed, unreadable

    def rename(self, after: str, limit: int) -> str | None:
        """Give the next people after an id the newest key's pseudonyms; return the last one's id.

        None at the end. Who is erased keeps an older key's, and nobody can tell whose it was.
        """
        return rename_some(self._scope, self._cipher, after, limit)

    def _next(
        self, column: Column[Any], after: Key | None, limit: int
    ) -> list[tuple[Key, str, bytes]]:
        table, keys = column.table, _keys(column)
        name = table.c.id if "id" in table.c else keys[0]
        query = select(name, column, *keys).where(column.is_not(None)).order_by(*keys).limit(limit)
        if after is not None:
            query = query.where(tuple_(*keys) > after)
        return [(tuple(key), name, token) for name, token, *key in self._scope.execute(query)]

    def _replace(self, column: Column[Any], key: Key, before: bytes, after: bytes) -> bool:
        """Replace a token, unless something else was written meanwhile, with the newest key."""
        same = [part == value for part, value in zip(_keys(column), key, strict=True)]
        put = update(column.table).where(*same, column == before).values({column.name: after})
        return self._scope.execute(put.returning(*_keys(column))).first() is not None


def _keys(column: Column[Any]) -> list[Column[Any]]:
    return list(column.table.primary_key)
