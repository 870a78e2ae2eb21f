"""Sessions with their answers, one row each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update
from typing_extensions import override

from bot.errors import Conflict
from bot.ports import Sessions
from bot.sessions import Answer, Session
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import answers, sessions

_COLUMNS = columns(sessions, Session, "answers")
_ANSWER = columns(answers, Answer)


class StoredSessions(Sessions):
    """Remembers the answers it has read, so that saving writes only those that changed."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[str, tuple[Answer, ...]] = {}

    @override
    def get(self, session_id: str) -> Session | None:
        found = self._all(select(*_COLUMNS).where(sessions.c.id == session_id))
        return found[0] if found else None

    @override
    def open_of(self, coachee_id: str) -> Sequence[Session]:
        mine = (sessions.c.coachee_id == coachee_id, sessions.c.status == "open")
        latest = (sessions.c.touched_at.desc(), sessions.c.seq.desc())
        return self._all(select(*_COLUMNS).where(*mine).order_by(*latest))

    @override
    def of(self, coachee_id: str) -> Sequence[Session]:
        oldest = (sessions.c.started_at, sessions.c.seq)
        return self._all(
            select(*_COLUMNS).where(sessions.c.coachee_id == coachee_id).order_by(*oldest)
        )

    @override
    def add(self, session: Session) -> None:
        self._scope.execute(insert(sessions).values(_to_row(session)))
        self._known[session.id] = ()
        self._write_answers(session)

    @override
    def put(self, session: Session) -> Session:
        after = replace(session, version=session.version + 1)
        written = self._scope.execute(
            update(sessions)
            .where(sessions.c.id == session.id, sessions.c.version == session.version)
            .values(_to_row(after))
            .returning(sessions.c.id)
        ).first()
        if written is None:
            raise Conflict(f"session {session.id}")
        self._write_answers(after)
        return after

    def _all(self, query: Select[Any]) -> list[Session]:
        rows = self._scope.execute(query).all()
        given = self._answers([row.id for row in rows])
        self._known |= given
        return [_from_row(row, given[row.id]) for row in rows]

    def _answers(self, session_ids: list[str]) -> dict[str, tuple[Answer, ...]]:
        if not session_ids:
            return {}
        given: dict[str, list[Answer]] = {session_id: [] for session_id in session_ids}
        query = (
            select(answers.c.session_id, *_ANSWER)
            .where(answers.c.session_id.in_(session_ids))
            .order_by(answers.c.session_id, answers.c.position)
        )
        for session_id, step_id, at, options, *rest in self._scope.execute(query):
            given[session_id].append(Answer(step_id, at, tuple(options), *rest))
        return {session_id: tuple(those) for session_id, those in given.items()}

    def _write_answers(self, session: Session) -> None:
        before = self._known.get(session.id)
        if before is None:
            self._forget_from(session.id, 0)
            before = ()
        elif len(before) > len(session.answers):
            self._forget_from(session.id, len(session.answers))
        changed = [
            values(answer)
            | {"session_id": session.id, "position": place, "coachee_id": session.coachee_id}
            for place, answer in enumerate(session.answers)
            if answer not in before[place : place + 1]
        ]
        if changed:
            self._upsert(changed)
        self._known[session.id] = session.answers

    def _forget_from(self, session_id: str, position: int) -> None:
        self._scope.execute(
            delete(answers).where(
                answers.c.session_id == session_id, answers.c.position >= position
            )
        )

    def _upsert(self, rows: list[dict[str, Any]]) -> None:
        writing = self._scope.insert(answers).values(rows)
        self._scope.execute(
            writing.on_conflict_do_update(
                index_elements=[answers.c.session_id, answers.c.position],
                set_={column.name: writing.excluded[column.name] for column in _ANSWER},
            )
        )


def _to_row(session: Session) -> dict[str, Any]:
    return values(session, "answers")


def _from_row(row: Row[Any], given: tuple[Answer, ...]) -> Session:
    found = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
    found["passed"] = tuple(found["passed"])
    return Session(**found, answers=given)
