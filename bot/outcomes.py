"""What became of commitments, counted: each kind for itself, none added up to a score."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.commitments import Commitment, Outcome, OutcomeKind

COUNTED: tuple[OutcomeKind, ...] = (
    "done",
    "partly",
    "moved",
    "shrunk",
    "dropped",
    "blocked",
    "no_answer",
)
"""Outcomes that are shown, in this order; a date changed in time is no failure, nor is a drop."""


def tally(
    histories: Iterable[Iterable[Outcome]], start: datetime, end: datetime
) -> Mapping[OutcomeKind, int]:
    """Count commitments by what became of them from `start` until before `end`.

    A commitment counts once for each kind of outcome it had, so that one that was moved twice
    and then done counts as moved and as done. One that could not be done and was done later
    counts as done; what was taken back by a change within the dialogue is not in the history.
    """
    counted: Counter[OutcomeKind] = Counter()
    for history in histories:
        counted.update({o.kind for o in history if start <= o.at < end})
    return {kind: counted[kind] for kind in ("made", *COUNTED)}


def kept_of_last(commitments: Iterable[Commitment], last: int) -> tuple[int, int]:
    """Return how many of the last closed commitments were kept, and of how many.

    What was dropped on purpose or replaced by a next step does not count on either side.
    """
    closed = [c for c in commitments if c.closed_on and c.status in {"done", "expired"}]
    closed.sort(key=lambda c: (c.closed_on, c.created_at))
    latest = closed[-last:]
    return sum(c.status == "done" for c in latest), len(latest)
