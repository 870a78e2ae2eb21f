"""Who may do what with campaigns, and the log of what was done."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, insert, select
from typing_extensions import override

from bot.campaigns.grants import Deed, Grant, Role
from bot.campaigns.ports import Roles
from storage.mapping import columns, values
from storage.scope import Scope
from storage.statements import insert_new
from storage.tables import audit, roles

_OF = select(roles.c.role).where(roles.c.coachee_id == bindparam("id"))
_GRANT = insert_new(roles, roles.c.coachee_id, roles.c.role)
_REVOKE = delete(roles).where(
    roles.c.coachee_id == bindparam("of_id"), roles.c.role == bindparam("of_role")
)
_ALL = select(*columns(roles, Grant)).order_by(roles.c.at, roles.c.seq)
_NOTE = insert(audit)
_LOG = (
    select(*columns(audit, Deed))
    .order_by(audit.c.at.desc(), audit.c.seq.desc())
    .limit(bindparam("most"))
)


class StoredRoles(Roles):
    """Rows of ids and words of ours; the log outlives whom it names, as `erased`."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def of(self, coachee_id: str) -> frozenset[Role]:
        return frozenset(self._scope.execute(_OF, {"id": coachee_id}).scalars())

    @override
    def grant(self, grant: Grant) -> None:
        self._scope.execute(_GRANT, values(grant))

    @override
    def revoke(self, coachee_id: str, role: Role) -> None:
        self._scope.execute(_REVOKE, {"of_id": coachee_id, "of_role": role})

    @override
    def all(self) -> Sequence[Grant]:
        return [Grant(*row) for row in self._scope.execute(_ALL)]

    @override
    def note(self, deed: Deed) -> None:
        self._scope.execute(_NOTE, values(deed))

    @override
    def log(self, limit: int) -> Sequence[Deed]:
        return [Deed(*row) for row in self._scope.execute(_LOG, {"most": limit})]
