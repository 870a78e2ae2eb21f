"""Records read from commitments and their histories."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, or_, select

from bot.commitments import Outcome
from bot.measuring.records import Record
from bot.measuring.sources.commitments import CommitmentTold, of_commitment
from bot.places import tz_of
from storage.mapping import columns
from storage.own_themes import OwnThemes, own_themes
from storage.pseudonyms import Pseudonyms
from storage.stretch import END, START, Stretch
from storage.tables import commitments, outcomes, people

_happened = select(outcomes.c.commitment_id).where(outcomes.c.at >= START, outcomes.c.at < END)
_concerned = or_(
    commitments.c.id.in_(_happened),
    and_(commitments.c.created_at >= START, commitments.c.created_at < END),
)
_COMMITMENTS = (
    select(
        commitments.c.id,
        commitments.c.coachee_id,
        commitments.c.created_at,
        commitments.c.first_due_on,
        commitments.c.theme_id,
        commitments.c.session_id,
        commitments.c.confidence,
        commitments.c.checks_first,
        commitments.c.checks_final,
        people.c.zone,
    )
    .join(people, people.c.id == commitments.c.coachee_id)
    .where(_concerned)
)
_HISTORIES = (
    select(*columns(outcomes, Outcome))
    .join(commitments, commitments.c.id == outcomes.c.commitment_id)
    .where(_concerned)
    .order_by(outcomes.c.commitment_id, outcomes.c.at, outcomes.c.seq)
)


def of_commitments(stretch: Stretch) -> Iterator[Record]:
    """Read all of commitments of which something happened in a stretch of time."""
    own = own_themes(stretch.scope, stretch.which)
    rows = {
        row.id: _commitment(row, stretch.names, own)
        for row in stretch.scope.execute(_COMMITMENTS, stretch.which)
    }
    every = (Outcome(*row) for row in stretch.scope.execute(_HISTORIES, stretch.which))
    for commitment_id, history in groupby(every, key=lambda one: one.commitment_id):
        # One that was made since the statement before is for the next reading.
        if told := rows.pop(commitment_id, None):
            yield from of_commitment(told, list(history))
    for told in rows.values():
        yield from of_commitment(told, ())


def _commitment(row: Row[Any], names: Pseudonyms, own: OwnThemes) -> CommitmentTold:
    return CommitmentTold(
        about=names.commitment(row.id),
        person=names.person(row.coachee_id),
        created_at=row.created_at,
        first_due_on=row.first_due_on,
        zone=tz_of(row.zone),
        theme=row.theme_id or "",
        session=names.session(row.session_id) if row.session_id else "",
        own_theme=own.chose(row.coachee_id, row.theme_id, row.session_id),
        confidence=row.confidence,
        checks_first=row.checks_first,
        checks_final=row.checks_final,
    )
