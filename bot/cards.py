"""A card: one message said to a person, and what its buttons mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.events import MessageRef

TOKEN_LIVES = timedelta(days=90)
"""After this a click is answered with the present state instead."""


@dataclass(frozen=True, slots=True)
class Card:
    """A message by its token: template and arguments, never the text itself.

    `args` holds ids, numbers and dates as strings. `ref` is set once it is posted, and again
    by every click on it.
    """

    token: str
    coachee_id: str
    template: str
    created_at: datetime
    expires_at: datetime
    args: Mapping[str, str] = field(default_factory=dict)
    session_id: str | None = None
    ref: MessageRef | None = None
