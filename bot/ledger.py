"""The delivery ledger: every planned message, and why it came, waits or did not come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Outcome = Literal["queued", "sent", "skipped", "merged", "moved", "failed", "sealed"]
"""sealed: whether a reminder of a team check-in came is no longer kept; it counts as if it had."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence. `reason` is a wording key below `reasons.`; `kind` one below `kinds.`."""

    key: str
    coachee_id: str
    kind: str
    meant_at: datetime
    decided_at: datetime
    outcome: Outcome
    reason: str
    proactive: bool = True
