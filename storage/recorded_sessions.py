"""Records read from sessions and their answers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, select

from bot.measuring.records import Record
from bot.measuring.sources.sessions import SessionTold, of_session
from storage.pseudonyms import Pseudonyms
from storage.scope import Scope
from storage.tables import answers, sessions
from storage.types import UtcDateTime

START = bindparam("start", type_=UtcDateTime)
END = bindparam("end", type_=UtcDateTime)

TOUCHED = and_(sessions.c.touched_at >= START, sessions.c.started_at < END)
"""Sessions of which something may have happened from `start` until before `end`."""

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
_ANSWERS = (
    select(answers.c.session_id, answers.c.step_id, answers.c.at)
    .join(sessions, sessions.c.id == answers.c.session_id)
    .where(TOUCHED)
    .order_by(answers.c.session_id, answers.c.position)
)


def of_sessions(
    scope: Scope, names: Pseudonyms, start: datetime, end: datetime
) -> Iterator[Record]:
    """Read what happened in sessions that were touched since a time."""
    which = {"start": start, "end": end}
    given = answers_of(scope, which)
    for row in scope.execute(_SESSIONS, which):
        yield from of_session(_session(row, names, given.get(row.id)))


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


def answers_of(
    scope: Scope, which: Mapping[str, datetime]
) -> Mapping[str, list[tuple[str, datetime]]]:
    """Read steps and times of answers by session, the earliest first; what was said stays there."""
    found: dict[str, list[tuple[str, datetime]]] = {}
    for session_id, step_id, at in scope.execute(_ANSWERS, which):
        found.setdefault(session_id, []).append((step_id, at))
    return found


def read_times(times: Sequence[str] | None) -> list[datetime]:
    """Read what is left of answers that are gone: when they came."""
    return [datetime.fromisoformat(at) for at in times or ()]
