"""The delivery ledger."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select
from typing_extensions import override

from bot.ledger import Entry
from bot.ports import Ledger
from storage.mapping import columns, values
from storage.scope import Scope
from storage.statements import insert_or_replace
from storage.tables import ledger

_COLUMNS = columns(ledger, Entry)
_NOTE = insert_or_replace(ledger, (ledger.c.key,), _COLUMNS)
_OF = (
    select(*_COLUMNS)
    .where(ledger.c.coachee_id == bindparam("coachee_id"))
    .order_by(ledger.c.decided_at.desc(), ledger.c.seq.desc())
    .limit(bindparam("most"))
)
_SENT = select(func.count()).where(
    ledger.c.coachee_id == bindparam("coachee_id"),
    ledger.c.proactive,
    or_(*(ledger.c.outcome == one for one in ("queued", "sent", "sealed"))),
    ledger.c.decided_at >= bindparam("start"),
    ledger.c.decided_at < bindparam("end"),
)


class StoredLedger(Ledger):
    """One row per occurrence; its latest decision counts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def note(self, entry: Entry) -> None:
        self._scope.later(_NOTE, values(entry))

    @override
    def of(self, coachee_id: str, limit: int) -> Sequence[Entry]:
        rows = self._scope.rows(_OF, {"coachee_id": coachee_id, "most": limit})
        return [Entry(*row) for row in rows]

    @override
    def sent_between(self, coachee_id: str, start: datetime, end: datetime) -> int:
        which = {"coachee_id": coachee_id, "start": start, "end": end}
        return int(self._scope.rows(_SENT, which)[0][0])
