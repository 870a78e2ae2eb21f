"""What a commitment and its history tell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.commitments import Outcome, OutcomeKind
from bot.measuring.records import Record, Status
from bot.outcomes import standing

STATUSES: Mapping[OutcomeKind, Status] = {
    "done": "done",
    "partly": "partly",
    "not_done": "not_done",
    "blocked": "blocked",
    "dropped": "dropped",
    "moved": "replanned",
    "shrunk": "replanned",
    "no_answer": "expired",
    "expired": "expired",
}
"""What an outcome makes of a commitment; a smaller version in its place is planned anew."""


@dataclass(frozen=True, slots=True)
class CommitmentTold:
    """A commitment, with pseudonyms for ids.

    `zone` is the person's; `session` made it; `own_theme` was one's choice.
    """

    about: str
    person: str
    created_at: datetime
    first_due_on: date
    zone: ZoneInfo
    theme: str = ""
    session: str = ""
    own_theme: bool = False
    confidence: int | None = None
    checks_first: int | None = None
    checks_final: int | None = None


def of_commitment(told: CommitmentTold, history: Sequence[Outcome]) -> Iterator[Record]:
    """Tell of one commitment; what was taken back never happened."""
    outcomes = list(standing(history))
    yield _record(
        "commitment_created",
        told,
        told.created_at,
        told.session,
        float(told.own_theme),
        told.first_due_on,
    )
    if told.confidence is not None:
        yield _record("confidence", told, told.created_at, value=told.confidence)
    yield from _checks(told, outcomes)
    yield from _dates(told, outcomes)
    for one in outcomes:
        if one.kind in STATUSES:
            said = _record("commitment_status", told, one.at, STATUSES[one.kind])
            yield replace(said, day=one.at.astimezone(told.zone).date())


def _checks(told: CommitmentTold, outcomes: Sequence[Outcome]) -> Iterator[Record]:
    """Tell what the first and the last check found; an answer to the feedback is not an edit."""
    if told.checks_first is not None:
        yield _record("check_result", told, told.created_at, "first", told.checks_first)
    if told.checks_final is not None:
        at = max((one.at for one in outcomes if one.kind == "edited"), default=told.created_at)
        yield _record("check_result", told, at, "final", told.checks_final)


def _dates(told: CommitmentTold, outcomes: Sequence[Outcome]) -> Iterator[Record]:
    due_on = told.first_due_on
    for one in outcomes:
        if one.kind in {"moved", "edited"} and one.due_on and one.due_on != due_on:
            due_on = one.due_on
            yield _record("commitment_due", told, one.at, due_on=due_on)


def _record(
    kind: str,
    told: CommitmentTold,
    at: datetime,
    detail: str = "",
    value: float | None = None,
    due_on: date | None = None,
) -> Record:
    return Record(kind, told.person, at, told.about, told.theme, detail, value, due_on)  # type: ignore[arg-type]  # kinds of the calls above
