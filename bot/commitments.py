"""Commitments: what a person leaves a session with, and what becomes of it."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Literal

Status = Literal["open", "done", "partly", "not_done", "blocked", "dropped", "replaced", "expired"]
OPEN: tuple[Status, ...] = ("open", "partly", "not_done", "blocked")
"""Still being followed up."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the person wrote, field by field; stored encrypted as one piece of words.

    `due_chosen` is false where the date is our default and not the person's.
    """

    action: str
    cue: str = ""
    who: str = ""
    indicator: str = ""
    sentence: str = ""
    due_chosen: bool = True


def to_words(draft: Draft) -> str:
    """Write a draft as one piece of words."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def from_words(text: str) -> Draft:
    """Read a draft back."""
    return Draft(**json.loads(text))


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
    kind: Literal[
        "made",
        "done",
        "partly",
        "not_done",
        "blocked",
        "moved",
        "shrunk",
        "dropped",
        "edited",
        "expired",
        "no_answer",
    ]
    reason: str = ""
    due_on: date | None = None
