"""Sessions with their answers, one row each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select, update
from typing_extensions import override

from bot.ports import Sessions
from bot.sessions import Answer, Session
from storage.mapping import columns, values
from storage.scope import Rows, Scope
from storage.spellings import among
from storage.statements import insert_or_replace
from storage.tables import answers, sessions

_COLUMNS = columns(sessions, Session, "answers")
_NAMES = tuple(column.name for column in _COLUMNS)
_WHOSE, _STATUS, _TOUCHED = map(_NAMES.index, ("coachee_id", "status", "touched_at"))
_ANSWER = columns(answers, Answer)

_GET = select(*_COLUMNS).where(sessions.c.id == bindparam("id"))
_OF = (
    select(*_COLUMNS)
    .where(sessions.c.coachee_id == bindparam("coachee_id"))
    .order_by(sessions.c.started_at, sessions.c.seq)
)
_OPEN_OF = (
    select(*_COLUMNS)
    .where(sessions.c.coachee_id == bindparam("coachee_id"), sessions.c.status == "open")
    .order_by(sessions.c.touched_at.desc(), sessions.c.seq.desc())
)
_OF_SEVERAL = (
    select(*_COLUMNS)
    .where(sessions.c.coachee_id.in_(among("ids")))
    .order_by(sessions.c.started_at, sessions.c.seq)
)
_ADD = insert(sessions).inline()
_PUT = update(sessions).where(
    sessions.c.id == bindparam("of_id"), sessions.c.version == bindparam("of_version")
)
_ANSWERS = (
    select(answers.c.session_id, *_ANSWER)
    .where(answers.c.session_id.in_(among("ids")))
    .order_by(answers.c.session_id, answers.c.position)
)
_PUT_ANSWERS = insert_or_replace(answers, (answers.c.session_id, answers.c.position), _ANSWER)
_CUT_ANSWERS = delete(answers).where(
    answers.c.session_id == bindparam("id"), answers.c.position >= bindparam("first")
)


class StoredSessions(Sessions):
    """Remembers the answers it has read, so that saving writes only those that changed."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._known: dict[str, tuple[Answer, ...]] = {}

    @override
    def get(self, session_id: str) -> Session | None:
        return next(iter(self._all(_GET, id=session_id)), None)

    @override
    def open_of(self, coachee_id: str) -> Sequence[Session]:
        return self._all(_OPEN_OF, coachee_id=coachee_id)

    @override
    def of(self, coachee_id: str) -> Sequence[Session]:
        return self._all(_OF, coachee_id=coachee_id)

    def ahead(self, coachee_ids: Sequence[str]) -> None:
        """Read those of several people at once, with their answers."""
        held: dict[str, Rows] = {coachee_id: [] for coachee_id in coachee_ids}
        rows = self._scope.rows(_OF_SEVERAL, {"ids": list(coachee_ids)})
        for row in rows:
            held[row[_WHOSE]].append(row)
        given: dict[str, Rows] = {row[0]: [] for row in rows}
        for row in self._scope.rows(_ANSWERS, {"ids": list(given)}) if given else []:
            given[row[0]].append(row)
        for coachee_id, of_one in held.items():
            self._scope.know(_OF, {"coachee_id": coachee_id}, of_one)
            still = [row for row in of_one[::-1] if row[_STATUS] == "open"]
            still.sort(key=lambda row: row[_TOUCHED], reverse=True)
            self._scope.know(_OPEN_OF, {"coachee_id": coachee_id}, still)
            for rows in (of_one, still):
                self._know_answers(coachee_id, [row[0] for row in rows], given)

    def _know_answers(self, coachee_id: str, ids: list[str], given: dict[str, Rows]) -> None:
        answered = [row for one in sorted(ids) for row in given[one]]
        self._scope.know(_ANSWERS, {"ids": ids}, answered, whose=coachee_id)

    @override
    def add(self, session: Session) -> None:
        self._scope.later(_ADD, values(session, "answers"))
        self._known[session.id] = ()
        self._write_answers(session)

    @override
    def put(self, session: Session) -> Session:
        after = replace(session, version=session.version + 1)
        row = values(after, "answers") | {"of_id": session.id, "of_version": session.version}
        self._scope.later(_PUT, row, found=True)
        self._write_answers(after)
        return after

    def _all(self, query: Select[Any], **which: str) -> list[Session]:
        rows = [dict(zip(_NAMES, row, strict=True)) for row in self._scope.rows(query, which)]
        given = self._answers([row["id"] for row in rows], which.get("coachee_id"))
        self._known |= given
        return [_from_row(row, given[row["id"]]) for row in rows]

    def _answers(self, session_ids: list[str], whose: str | None) -> dict[str, tuple[Answer, ...]]:
        if not session_ids:
            return {}
        given: dict[str, list[Answer]] = {session_id: [] for session_id in session_ids}
        rows = self._scope.rows(_ANSWERS, {"ids": session_ids}, whose=whose)
        for session_id, step_id, at, options, *rest in rows:
            given[session_id].append(Answer(step_id, at, tuple(options), *rest))
        return {session_id: tuple(those) for session_id, those in given.items()}

    def _write_answers(self, session: Session) -> None:
        before = self._known.get(session.id)
        if before is None or len(before) > len(session.answers):
            first = 0 if before is None else len(session.answers)
            self._scope.later(_CUT_ANSWERS, {"id": session.id, "first": first})
        changed = [
            values(answer)
            | {"session_id": session.id, "position": place, "coachee_id": session.coachee_id}
            for place, answer in enumerate(session.answers)
            if answer not in (before or ())[place : place + 1]
        ]
        for row in changed:
            self._scope.later(_PUT_ANSWERS, row)
        self._known[session.id] = session.answers


def _from_row(row: dict[str, Any], given: tuple[Answer, ...]) -> Session:
    lists = {name: tuple(row[name]) for name in ("passed", "prompts")}
    return Session(**row | lists, answers=given)
