"""After a kill: what the platform took against what the database says."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, Table, func, select, update

from adapters.bench.platform.ledger import Call
from storage.tables import moments, outbox


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a kill did.

    Attributes:
        lost: acknowledged events and planned messages of which nobody heard.
        repeats: messages that came once more.
        late_s: seconds until all that was begun or due before the kill was done, from when that
            could be: the dead process's leases had ended, and another one worked again.
    """

    lost: int
    repeats: int
    late_s: float


@dataclass(frozen=True, slots=True)
class Expected:
    """What must have come of a round.

    Attributes:
        killed_at: when somebody was killed.
        free_at: from when somebody else could do what was left.
        acknowledged: ids of events that were answered with yes.
        planned: people to whom a message was due before the kill.
    """

    killed_at: datetime
    free_at: datetime
    acknowledged: Collection[str] = ()
    planned: Collection[str] = ()


def last_row(engine: Engine) -> int:
    """Return the number of the newest row of the outbox."""
    with engine.connect() as db:
        return db.execute(select(func.max(outbox.c.id))).scalar() or 0


def undone(engine: Engine, now: datetime) -> int:
    """Count what is due and not done."""
    with engine.connect() as db:
        return sum(
            db.execute(
                select(func.count()).where(table.c.settled_at.is_(None), at <= now)
            ).scalar_one()
            for table, at in ((outbox, outbox.c.not_before), (moments, moments.c.due_at))
        )


def names_of_leases(engine: Engine) -> set[str]:
    """Return under which names processes have held rows so far."""
    with engine.connect() as db:
        return {
            name for table in (outbox, moments) for (name,) in db.execute(select(table.c.lease))
        }


def hasten(engine: Engine, survivors: Collection[str], until: datetime) -> None:
    """Let the leases of a dead process end by then: nobody waits for a minute at each kill.

    Those of processes that live are left as they are.
    """
    with engine.begin() as db:
        for table in (outbox, moments):
            held = _held(table, survivors, until)
            db.execute(held.values(leased_until=until))


def audit(engine: Engine, after: int, calls: Sequence[Call], expected: Expected) -> Verdict:
    """Judge a round by the rows after the one of this number."""
    with engine.connect() as db:
        rows = db.execute(select(outbox).where(outbox.c.id > after)).all()
    posted = Counter(call.key for call in calls if call.said)
    posts = [row for row in rows if row.verb == "post"]
    heard = [row for row in posts if row.outcome == "sent" and posted[row.card_token]]
    lost = (
        set(expected.acknowledged) - {row.key.rpartition(":")[0] for row in rows},
        set(expected.planned) - {row.coachee_id for row in heard},
        {row.id for row in posts if row.outcome != "nothing"} - {row.id for row in heard},
    )
    return Verdict(
        lost=sum(map(len, lost)),
        repeats=sum(posted[row.card_token] - 1 for row in heard),
        late_s=_late(rows, expected),
    )


def _late(rows: Sequence[Row[Any]], expected: Expected) -> float:
    ended = [
        row.settled_at
        for row in rows
        if row.settled_at
        and (row.created_at <= expected.killed_at or row.coachee_id in expected.planned)
    ]
    late: timedelta = max(ended, default=expected.free_at) - expected.free_at
    return max(late.total_seconds(), 0)


def _held(table: Table, survivors: Collection[str], until: datetime) -> Any:
    return update(table).where(
        table.c.settled_at.is_(None),
        table.c.leased_until > until,
        table.c.lease.not_in(list(survivors)),
    )
