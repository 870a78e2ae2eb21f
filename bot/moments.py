"""A moment: something is due for a person at a time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

MomentKind = Literal[
    "weekly",
    "reminder",
    "milestone",
    "expiry",
    "snooze",
    "recall",
    "plan_milestone",
    "plan_request",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """`key` names the occurrence, such as `checkin:{coachee}:2026-W48`; it never comes twice.

    `subject_id` is the commitment, session, programme or plan it is about; `stage` the step it
    asks, of a plan the milestone itself.
    `meant_at` is when it should first have been; `due_at` moves when it is put off.
    """

    id: str
    key: str
    coachee_id: str
    kind: MomentKind
    due_at: datetime
    meant_at: datetime
    subject_id: str | None = None
    stage: str | None = None
