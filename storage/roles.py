"""Who may do what with campaigns, and the log of what was done."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select
from typing_extensions import override

from bot.campaigns.grants import Act, Deed, Grant, Role
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
_COUNT = (
    select(audit.c.detail, func.count())
    .where(audit.c.act == bindparam("of_act"), audit.c.at >= bindparam("since"))
    .group_by(audit.c.detail)
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
    def count(self, act: Act, since: datetime) -> Mapping[str, int]:
        found = self._scope.execute(_COUNT, {"of_act": act, "since": since})
        return {str(detail): int(number) for detail, number in found}

    @override
    def log(self, limit: int) -> Sequence[Deed]:
        return [Deed(*row) for row in self._scope.execute(_LOG, {"most": limit})]
