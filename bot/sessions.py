"""A session: one coachee in one programme."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

RESUMABLE = timedelta(days=7)
"""A dialogue that was left can be taken up again for seven days, at the same question."""

UNDO = timedelta(minutes=10)
"""How long what was answered last can still be taken back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a step: ids, numbers and dates here, words by their id."""

    step_id: str
    at: datetime
    options: tuple[str, ...] = ()
    number: int | None = None
    day: date | None = None
    words_id: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person stands in a programme.

    `passed` are statements said since the last question; they open the next message.
    `card_token` is the message that asks the present step. `occurrence` is the planned message
    that is about to ask, `prompts` are all that ever asked. `objective_id` is what a commitment
    made here is for.
    """

    id: str
    coachee_id: str
    programme_id: str
    programme_version: int
    step_id: str
    status: Literal["open", "done", "left", "expired"]
    started_at: datetime
    touched_at: datetime
    answers: tuple[Answer, ...] = ()
    passed: tuple[str, ...] = ()
    commitment_id: str | None = None
    card_token: str | None = None
    occurrence: str | None = None
    version: int = 0
    objective_id: str | None = None
    prompts: tuple[str, ...] = ()

    def answer(self, step_id: str) -> Answer | None:
        """Find the answer to a step."""
        return next((a for a in self.answers if a.step_id == step_id), None)
