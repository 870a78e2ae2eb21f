"""The delivery ledger."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from typing_extensions import override

from bot.ledger import Entry
from bot.ports import Ledger
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import ledger

_COLUMNS = columns(ledger, Entry)


class StoredLedger(Ledger):
    """One row per occurrence; its latest decision counts."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @override
    def note(self, entry: Entry) -> None:
        row = self._scope.insert(ledger).values(values(entry))
        decided = {column.name: row.excluded[column.name] for column in _COLUMNS}
        self._scope.execute(row.on_conflict_do_update(index_elements=[ledger.c.key], set_=decided))

    @override
    def of(self, coachee_id: str, limit: int) -> Sequence[Entry]:
        query = (
            select(*_COLUMNS)
            .where(ledger.c.coachee_id == coachee_id)
            .order_by(ledger.c.decided_at.desc(), ledger.c.seq.desc())
            .limit(limit)
        )
        return [Entry(*row) for row in self._scope.execute(query)]

    @override
    def sent_between(self, coachee_id: str, start: datetime, end: datetime) -> int:
        count = select(func.count()).where(
            ledger.c.coachee_id == coachee_id,
            ledger.c.proactive,
            ledger.c.outcome.in_(("queued", "sent")),
            ledger.c.decided_at >= start,
            ledger.c.decided_at < end,
        )
        return int(self._scope.execute(count).scalar_one())
