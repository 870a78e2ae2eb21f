"""Records read from sessions and their answers."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select

from bot.measuring.records import Record
from bot.measuring.sources.sessions import SessionTold, of_session
from storage.pseudonyms import Pseudonyms
from storage.stretch import TOUCHED, Stretch
from storage.tables import sessions

_SESSIONS = select(
    sessions.c.id,
    sessions.c.coachee_id,
    sessions.c.programme_id,
    sessions.c.status,
    sessions.c.step_id,
    sessions.c.started_at,
    sessions.c.touched_at,
    sessions.c.answered,
).where(TOUCHED)


def of_sessions(stretch: Stretch) -> Iterator[Record]:
    """Read what happened in sessions that were touched since a time."""
    for row in stretch.scope.execute(_SESSIONS, stretch.which):
        yield from of_session(_session(row, stretch.names, stretch.answers.get(row.id)))


def _session(
    row: Row[Any], names: Pseudonyms, given: list[tuple[str, datetime]] | None
) -> SessionTold:
    return SessionTold(
        names.session(row.id),
        names.person(row.coachee_id),
        row.programme_id,
        row.status,
        row.step_id,
        row.started_at,
        row.touched_at,
        answered=[at for _, at in given] if given else read_times(row.answered),
        steps=[step for step, _ in given or ()],
    )


def read_times(times: Sequence[str] | None) -> list[datetime]:
    """Read what is left of answers that are gone: when they came."""
    return [datetime.fromisoformat(at) for at in times or ()]
