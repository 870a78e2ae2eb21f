"""Messages that wait for another one: folded into the ledger until one takes them along.

While it waits, an entry is `merged` because it `waits`; when another message takes it along it is
`merged` because it was `folded`; when there is nothing to say any more it is `skipped`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.followups import note
from bot.ledger import Entry
from bot.moments import Moment
from bot.turn import Turn

FRESH = timedelta(weeks=5)
"""After this nobody waits for it any more: the slowest pace has come by."""

_MANY = 500
"""Ledger entries looked through: more than five weeks can bring."""


def wait(turn: Turn, moment: Moment, kind: str) -> None:
    """Let a message wait for the next one that comes anyway."""
    note(turn, moment, kind, "merged", "waits", proactive=False)


def waiting(turn: Turn) -> Sequence[Entry]:
    """List what waits, oldest first; what has waited too long is given up."""
    every = [
        entry
        for entry in reversed(turn.uow.ledger.of(turn.coachee.id, _MANY))
        if (entry.outcome, entry.reason) == ("merged", "waits")
    ]
    for entry in every:
        if turn.now - entry.decided_at > FRESH:
            close(turn, entry, "late")
    return [entry for entry in every if turn.now - entry.decided_at <= FRESH]


def close(turn: Turn, entry: Entry, reason: str) -> None:
    """Write down that it is taken along (`folded`), or why it is not said any more."""
    outcome = "merged" if reason == "folded" else "skipped"
    turn.uow.ledger.note(
        replace(entry, outcome=outcome, reason=reason, decided_at=turn.now)  # type: ignore[arg-type]  # one of the two
    )


def give_up(turn: Turn, reason: str) -> None:
    """Close everything that waits: nothing comes any more that could take it along."""
    for entry in waiting(turn):
        close(turn, entry, reason)
