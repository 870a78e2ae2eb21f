"""Where people are, as a file of HR's said it last."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select
from typing_extensions import override

from bot.measuring.ports import Placements
from storage.cipher import Cipher
from storage.mails import by_mail_key
from storage.scope import Scope
from storage.spellings import among
from storage.tables import people, placements
from storage.tokens import from_token, to_token

_BY_MAIL = select(people.c.id, people.c.mail_key).where(people.c.mail_key.in_(among("keys")))
_BY_ACCOUNT = select(people.c.id, people.c.person).where(people.c.person.in_(among("names")))
_ALL = select(placements)
_CLEAR = delete(placements)
_PLACE = insert(placements)


class StoredPlacements(Placements):
    """One row a person; the names of their groups are encrypted."""

    def __init__(self, scope: Scope, cipher: Cipher) -> None:
        self._scope = scope
        self._cipher = cipher

    @override
    def people(self, names: Sequence[str]) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        written = by_mail_key(self._cipher, [name for name in names if "@" in name])
        for row in self._scope.execute(_BY_MAIL, {"keys": list(written)}):
            for name in written[row.mail_key]:
                found.setdefault(name, []).append(row.id)
        accounts = [name for name in names if "@" not in name]
        for row in self._scope.execute(_BY_ACCOUNT, {"names": accounts}):
            found.setdefault(row.person, []).append(row.id)
        return found

    @override
    def replace(self, places: Mapping[str, tuple[str, ...]]) -> None:
        self._scope.execute(_CLEAR)
        # One token a group: the lists of campaigns tell who is with whom anyway.
        tokens = {path: to_token(self._cipher, path) for path in set(places.values())}
        rows = [{"coachee_id": who, "ciphertext": tokens[path]} for who, path in places.items()]
        if rows:
            self._scope.execute(_PLACE, rows)

    @override
    def all(self) -> Mapping[str, tuple[str, ...]]:
        read: dict[bytes, tuple[str, ...]] = {}
        found = {}
        for coachee_id, token in self._scope.execute(_ALL):
            if token not in read:
                read[token] = tuple(from_token(self._cipher, "of a placement", token))
            found[coachee_id] = read[token]
        return found
