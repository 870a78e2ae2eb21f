"""The door out: what is to be sent, in order per person, and how each row ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from bot.events import Address, MessageRef

Verb = Literal["post", "update", "delete", "home", "profile", "roster", "directory"]

OWN_LEASE = timedelta(seconds=30)
"""How long the committing process has a new row for itself."""


WORKSPACE_KEYS = ("tenant", "tenant_id", "team")
"""What the platforms' addresses call a workspace."""


def workspace_of(address: Address) -> str:
    """Return the workspace of an address, the unit to which platforms apply their limits."""
    tenant = next((address[key] for key in WORKSPACE_KEYS if key in address), "")
    return f"{address.get('platform', '')}:{tenant}"


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One thing to send. `key` is unique: the same row cannot be queued twice.

    `coachee_id` is whose queue it is in: a person's, or that of a team's channel. `id` and
    `lease` are given by the store. A `delete` carries its own `ref`, since the card may be
    erased by then; a `post` with a `ref` goes into the thread under that message; of a `directory`
    it says what is asked for (`bot.ports.DirectoryAsk`).
    """

    key: str
    coachee_id: str
    verb: Verb
    address: Address
    created_at: datetime
    not_before: datetime
    card_token: str | None = None
    ref: MessageRef | None = None
    occurrence: str | None = None
    attempts: int = 0
    id: int = 0
    lease: str = ""
    leased_until: datetime | None = None

    @property
    def lane(self) -> str:
        """Where the row waits, among others of the same workspace and verb."""
        return f"{workspace_of(self.address)}:{self.verb}"


@dataclass(frozen=True, slots=True)
class Claimed:
    """Rows of which this process has the turn: `not_before` says when each may be sent.

    `again_at` is when there will be turns for those that are due and got none.
    """

    rows: Sequence[Dispatch]
    again_at: datetime | None = None
