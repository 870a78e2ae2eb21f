"""What became of commitments, counted: each kind for itself, none added up to a score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from bot.commitments import Commitment, Outcome, OutcomeKind

COUNTED: tuple[OutcomeKind, ...] = (
    "done",
    "partly",
    "not_done",
    "moved",
    "shrunk",
    "dropped",
    "blocked",
    "no_answer",
)
"""Outcomes that are counted; a date changed in time is no failure, nor is a drop."""

_NOW: Mapping[OutcomeKind, OutcomeKind] = {"expired": "no_answer"}
"""How earlier releases wrote what has another name now."""


def tally(
    histories: Iterable[Sequence[Outcome]], start: datetime, end: datetime
) -> Mapping[OutcomeKind, int]:
    """Count commitments by what became of them from `start` until before `end`.

    A commitment counts once for each kind of outcome it had, so that one that was moved twice
    and then done counts as moved and as done. What was taken back does not count.
    """
    counted: Counter[OutcomeKind] = Counter()
    for history in histories:
        happened = [o.kind for o in standing(history) if start <= o.at < end]
        counted.update({_NOW.get(kind, kind) for kind in happened})
    return {kind: counted[kind] for kind in ("made", *COUNTED)}


def standing(history: Sequence[Outcome]) -> Iterator[Outcome]:
    """Leave out what was taken back, and the taking back."""
    following = [*history[1:], None]
    for outcome, after in zip(history, following, strict=False):
        if outcome.kind != "undone" and not (after and after.kind == "undone"):
            yield outcome


def kept_of_last(commitments: Iterable[Commitment], last: int) -> tuple[int, int]:
    """Return how many of the last closed commitments were kept, and of how many.

    What was dropped on purpose or replaced by a next step does not count on either side.
    """
    closed = [c for c in commitments if c.closed_on and c.status in {"done", "expired"}]
    closed.sort(key=lambda c: (c.closed_on, c.created_at))
    latest = closed[-last:]
    return sum(c.status == "done" for c in latest), len(latest)
