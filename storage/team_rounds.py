"""Rounds of a team check-in, up to their close, after which nothing joins a person to one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    Column,
    Delete,
    Row,
    Select,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from typing_extensions import override

from bot.errors import Conflict
from bot.teams.content import Figure, Loop, Round, Sealed
from storage.cipher import Cipher
from storage.mapping import columns, values
from storage.scope import Scope
from storage.tables import (
    REMINDS,
    cards,
    ledger,
    moments,
    outbox,
    team_answers,
    team_reports,
    team_rounds,
)
from storage.team_part import TeamPart
from storage.team_versions import level
from storage.tokens import from_token, to_token

_ALL = select(*columns(team_rounds, Round))
_GET = _ALL.where(team_rounds.c.id == bindparam("id"))
_OF = _ALL.where(team_rounds.c.team_id == bindparam("id")).order_by(team_rounds.c.number)
_OPEN_OF = _OF.where(team_rounds.c.state == "open")
_HOLD = _GET.with_for_update(read=True)
_CLOSE = _GET.with_for_update()
_BEGIN = insert(team_rounds)
_PUT = (
    update(team_rounds)
    .where(team_rounds.c.id == bindparam("of_id"), team_rounds.c.version == bindparam("of_version"))
    .returning(team_rounds.c.id)
)

FIGURES = 1024
"""Bytes in which every summary's figures have room, so that no token tells how many there are."""

_ANSWERS = delete(team_answers).where(team_answers.c.round_id == bindparam("round_id"))
_REPORTS = delete(team_reports).where(team_reports.c.team_id == bindparam("team_id"))
_CARDS = delete(cards).where(cards.c.session_id == bindparam("round_id"))


def _reminders(*keys: Column[str]) -> Delete:
    prefix = bindparam("prefix", type_=Text)
    begun = (func.substr(key, 1, func.length(prefix)) == prefix for key in keys)
    return delete(keys[0].table).where(REMINDS[keys[0].table], or_(*begun))


# Moments come first: whoever carries one out at this very moment is waited for there, and what
# that leaves in the outbox and the ledger is found after it.
_UNLINK = (
    _ANSWERS,
    _REPORTS,
    _reminders(moments.c.key),
    _reminders(outbox.c.key, outbox.c.occurrence),
    _CARDS,
    _reminders(ledger.c.key),
)


class TeamRounds(TeamPart):
    """Whoever answers holds the round's row without writing it, so that many can at once."""

    @override
    def begin(self, opened: Round) -> None:
        self._scope.execute(_BEGIN, self._to_row(opened))

    @override
    def round(self, round_id: str) -> Round | None:
        return next(iter(self._rounds(_GET, round_id)), None)

    @override
    def hold(self, round_id: str, *, to_close: bool = False) -> Round | None:
        held = (_CLOSE if to_close else _HOLD) if self._locks else _GET
        return next(iter(self._rounds(held, round_id)), None)

    @override
    def open_round(self, team_id: str) -> Round | None:
        return next(iter(self._rounds(_OPEN_OF, team_id)), None)

    @override
    def rounds(self, team_id: str) -> Sequence[Round]:
        return self._rounds(_OF, team_id)

    @override
    def put_round(self, changed: Round) -> Round:
        after = replace(changed, version=changed.version + 1)
        row = self._to_row(after) | {"of_id": changed.id, "of_version": changed.version}
        if self._scope.execute(_PUT, row).first() is None:
            raise Conflict(f"round {changed.id}")
        return after

    @override
    def seal(self, closed: Round) -> Round:
        after = self.put_round(closed)
        unlink(self._scope, closed.id, closed.team_id)
        return after

    def _rounds(self, query: Select[Any], which: str) -> list[Round]:
        return [self._from_row(row) for row in self._scope.execute(query, {"id": which})]

    def _to_row(self, one: Round) -> dict[str, Any]:
        return values(one) | {
            "sealed": to_token(self._cipher, one.sealed, FIGURES) if one.sealed else None,
            "lines": to_token(self._cipher, one.lines) if one.lines else None,
            "loop": to_token(self._cipher, one.loop) if one.loop else None,
        }

    def _from_row(self, row: Row[Any]) -> Round:
        found = dict(row._mapping)  # noqa: SLF001 SQLAlchemy's public name for it
        found["questions"] = tuple(found["questions"])
        found["sealed"] = read_sealed(self._cipher, row.id, row.sealed) if row.sealed else None
        found["lines"] = tuple(self._words(row.id, row.lines) or ())
        said = self._words(row.id, row.loop)
        found["loop"] = Loop(**said) if said else None
        return Round(**found)

    def _words(self, round_id: str, token: bytes | None) -> Any:
        return from_token(self._cipher, f"of round {round_id}", token) if token else None


def unlink(scope: Scope, round_id: str, team_id: str) -> None:
    """Delete whatever joins a person to a round."""
    which = {"round_id": round_id, "team_id": team_id, "prefix": f"team_reminder:{round_id}:"}
    for statement in _UNLINK:
        scope.execute(statement, which)
    level(scope, team_id)


def read_sealed(cipher: Cipher, round_id: str, token: bytes) -> Sealed:
    """Decrypt the summary of a round."""
    kept = from_token(cipher, f"of round {round_id}", token)
    figures = {item: Figure(**figure) for item, figure in kept["figures"].items()}
    return Sealed(**{**kept, "figures": figures, "blockers": tuple(kept["blockers"])})
