"""What somebody answered or reported, for as long as a round is open, and in no order."""

from collections.abc import Iterable, Sequence
from secrets import SystemRandom
from typing import Any, TypeVar

from sqlalchemy import Row, and_, bindparam, delete, select, update
from typing_extensions import override

from bot.teams.content import Answer, Blocker
from storage.statements import insert_new, insert_or_replace
from storage.tables import team_answers, team_reports
from storage.team_part import TeamPart
from storage.tokens import from_token, to_token

T = TypeVar("T")

ROOM = 1280
"""Bytes in which two lines of ordinary length and the rest of an answer fit.

PostgreSQL would number whatever is longer than a quarter of a page in the order of its coming.
"""

REPORT_ROOM = 64
"""Bytes in which all types of blockers fit."""

_CHANCE = SystemRandom()

_KEYS = (team_answers.c.round_id, team_answers.c.coachee_id)
_ANSWER = insert_or_replace(team_answers, _KEYS, (team_answers.c.ciphertext,))
_ANSWERS = select(team_answers.c.ciphertext).where(team_answers.c.round_id == bindparam("id"))
_ANSWER_OF = _ANSWERS.where(team_answers.c.coachee_id == bindparam("coachee_id"))
_WITHDRAW = delete(team_answers).where(
    team_answers.c.round_id == bindparam("id"), team_answers.c.coachee_id == bindparam("coachee_id")
)

_REPORTS = select(team_reports.c.ciphertext).where(team_reports.c.team_id == bindparam("id"))
_SAME = and_(
    team_answers.c.coachee_id == team_reports.c.coachee_id,
    team_answers.c.round_id == bindparam("round_id"),
)
_BESIDES = _REPORTS.add_columns(team_answers.c.ciphertext).select_from(
    team_reports.outerjoin(team_answers, _SAME)
)
_FIRST_REPORT = insert_new(team_reports, team_reports.c.team_id, team_reports.c.coachee_id)
_REPORT_OF = _REPORTS.where(team_reports.c.coachee_id == bindparam("coachee_id")).with_for_update()
_REPORT = update(team_reports).where(
    team_reports.c.team_id == bindparam("of_team"),
    team_reports.c.coachee_id == bindparam("of_coachee"),
)


class TeamAnswers(TeamPart):
    """One row a person, which neither its length nor its place tells from any other."""

    @override
    def answer(self, round_id: str, coachee_id: str, given: Answer) -> None:
        token = to_token(self._cipher, given, ROOM)
        row = {"round_id": round_id, "coachee_id": coachee_id, "ciphertext": token}
        self._scope.execute(_ANSWER, row)

    @override
    def answer_of(self, round_id: str, coachee_id: str) -> Answer | None:
        row = self._scope.execute(_ANSWER_OF, {"id": round_id, "coachee_id": coachee_id}).first()
        return self._read(round_id, row) if row else None

    @override
    def withdraw(self, round_id: str, coachee_id: str) -> None:
        self._scope.execute(_WITHDRAW, {"id": round_id, "coachee_id": coachee_id})

    @override
    def answers(self, round_id: str) -> Sequence[Answer]:
        rows = self._scope.execute(_ANSWERS, {"id": round_id})
        return _shuffled(self._read(round_id, row) for row in rows)

    @override
    def report(self, team_id: str, coachee_id: str, kind: Blocker) -> None:
        # Whoever reports for the same person meanwhile waits at their row.
        mine = {"team_id": team_id, "coachee_id": coachee_id}
        self._scope.execute(_FIRST_REPORT, mine | {"ciphertext": self._types(())})
        own = {"id": team_id, "coachee_id": coachee_id}
        noted = self._noted(team_id, self._scope.execute(_REPORT_OF, own).one())
        row = {"of_team": team_id, "of_coachee": coachee_id}
        self._scope.execute(_REPORT, row | {"ciphertext": self._types(noted | {kind})})

    @override
    def reported(self, team_id: str, besides: str = "") -> Sequence[frozenset[Blocker]]:
        rows = self._scope.execute(_BESIDES, {"id": team_id, "round_id": besides})
        return _shuffled(self._noted(team_id, row) - self._answered(besides, row) for row in rows)

    def _read(self, round_id: str, row: Sequence[Any]) -> Answer:
        return Answer(**from_token(self._cipher, f"of round {round_id}", row[0]))

    def _answered(self, round_id: str, row: Sequence[Any]) -> set[Blocker | None]:
        """Return what stands beside a report: the blocker that the same person answered."""
        return set() if row[1] is None else {self._read(round_id, row[1:]).blocker}

    def _types(self, kinds: Iterable[Blocker]) -> bytes:
        return to_token(self._cipher, sorted(kinds), REPORT_ROOM)

    def _noted(self, team_id: str, row: Row[Any]) -> frozenset[Blocker]:
        return frozenset(from_token(self._cipher, f"of team {team_id}", row[0]))


def _shuffled(items: Iterable[T]) -> list[T]:
    mixed = list(items)
    _CHANCE.shuffle(mixed)
    return mixed
