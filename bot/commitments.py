"""Commitments: what a person leaves a session with, and what becomes of it."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal

Status = Literal["open", "done", "partly", "not_done", "blocked", "dropped", "replaced", "expired"]
OPEN: tuple[Status, ...] = ("open", "partly", "not_done", "blocked")
"""Still being followed up."""

OutcomeKind = Literal[
    "made",
    "done",
    "partly",
    "not_done",
    "blocked",
    "moved",
    "shrunk",
    "dropped",
    "edited",
    "no_answer",
    "undone",  # the outcome before it was taken back
    "expired",  # written by earlier releases for what is `no_answer` now
]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the person wrote, field by field; stored encrypted as one piece of words.

    `due_chosen` is false where the date is our default and not the person's. `suggested` is a
    wording of a language model that the person has not decided on. `yes` and `no` are the
    person's answers to what their words left open: criteria, `day` for a day they settled, and
    `privacy` for a hint they have seen.
    """

    action: str
    cue: str = ""
    who: str = ""
    indicator: str = ""
    sentence: str = ""
    due_chosen: bool = True
    suggested: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


_LATER = ("suggested", "yes", "no")
"""Fields that the release before does not know: written only where they say something."""


def to_words(draft: Draft) -> str:
    """Write a draft as one piece of words."""
    written = {name: value for name, value in asdict(draft).items() if value or name not in _LATER}
    return json.dumps(written, ensure_ascii=False)


def from_words(text: str) -> Draft:
    """Read a draft back."""
    read = json.loads(text)
    answers = {name: tuple(read.get(name, ())) for name in ("yes", "no")}
    return Draft(**read | answers)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment. Its words are behind `words_id`; `first_due_on` never changes.

    `objective_id` is the objective of the plan that it serves; it may be gone from the plan.
    """

    id: str
    coachee_id: str
    words_id: str
    created_at: datetime
    due_on: date
    first_due_on: date
    status: Status = "open"
    theme_id: str | None = None
    session_id: str | None = None
    confidence: int | None = None
    moves: int = 0
    checks_first: int | None = None
    checks_final: int | None = None
    closed_on: date | None = None
    version: int = 0
    objective_id: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that became of a commitment; `reason` is an option id, never text."""

    id: str
    commitment_id: str
    coachee_id: str
    at: datetime
    kind: OutcomeKind
    reason: str = ""
    due_on: date | None = None
