"""What a demo comes to, counted in its database."""

from sqlalchemy import ColumnElement, Connection, Table, func, select

from storage.engines import open_engine, parse
from storage.tables import commitments, ledger, people, sessions, team_rounds

Sums = list[tuple[str, int]]


def sums(url: str) -> Sums:
    """Count, in the order in which it is told."""
    engine = open_engine(parse(url), "read")
    try:
        with engine.connect() as db:
            return _counted(db)
    finally:
        engine.dispose()


def _counted(db: Connection) -> Sums:
    sent = ledger.c.outcome == "sent"
    onboarded = (sessions.c.programme_id == "onboarding") & (sessions.c.status == "done")
    return [
        ("People invited", _rows(db, ledger, sent & (ledger.c.kind == "invitation"))),
        ("Onboarded", _rows(db, sessions, onboarded)),
        ("Conversations", _rows(db, sessions)),
        ("… completed", _rows(db, sessions, sessions.c.status == "done")),
        ("Commitments", _rows(db, commitments)),
        ("… kept", _rows(db, commitments, commitments.c.status == "done")),
        ("Messages that came by themselves", _rows(db, ledger, sent & ledger.c.proactive)),
        ("People who stopped", _rows(db, people, people.c.state == "stopped")),
        ("Team rounds closed", _rows(db, team_rounds, team_rounds.c.state != "open")),
    ]


def _rows(db: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return db.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
