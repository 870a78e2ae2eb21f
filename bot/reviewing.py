"""The monthly review: when it takes the place of the check-in, and the facts it begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.outcomes import tally
from bot.people import Pace
from bot.turn import Turn

REVIEW = "monthly_review"

EVERY: Mapping[Pace, timedelta] = {
    "weekly": timedelta(weeks=4),
    "fortnightly": timedelta(weeks=4),
    "monthly": timedelta(weeks=8),  # else a monthly message would never be anything else
}
"""From one review to the next, and from the first session to the first review."""

SILENT = 3
"""So many messages in a row without an answer are silence (coaching 5.2, 23)."""


@dataclass(frozen=True, slots=True)
class Month:
    """The facts of the time since the last review; `confidence` is that of the first and last."""

    made: int
    kept: int
    moved: int
    confidence: tuple[int, int] | None


def review_due(turn: Turn, day: date) -> bool:
    """Tell whether the weekly message of a day is the review.

    Only for somebody who answers, and who has something to look back on.
    """
    since = _since(turn, turn.now, answered=False)
    if since is None or turn.coachee.unanswered or turn.coachee.silences >= SILENT:
        return False
    begun = turn.local(since).date()
    made = any(c.created_at >= since for c in turn.uow.commitments.of(turn.coachee.id))
    return made and day - begun >= EVERY[turn.coachee.pace]


def month_of(turn: Turn, until: datetime) -> Month:
    """Return the facts from the last review before a time, up to it."""
    since = _since(turn, until, answered=True) or until
    every = turn.uow.commitments.of(turn.coachee.id)
    counted = tally((turn.uow.commitments.history(c.id) for c in every), since, until)
    sure = [
        c.confidence for c in every if since <= c.created_at < until and c.confidence is not None
    ]
    pair = (sure[0], sure[-1]) if len(sure) > 1 else None
    return Month(counted["made"], counted["done"], counted["moved"], pair)


def _since(turn: Turn, before: datetime, *, answered: bool) -> datetime | None:
    """Return when the last review began, answered or not, else the first session of all."""
    past = [s for s in turn.uow.sessions.of(turn.coachee.id) if s.started_at < before]
    reviews = [s for s in past if s.programme_id == REVIEW and (s.answers or not answered)]
    first = min((s.started_at for s in past), default=None)
    return max((s.started_at for s in reviews), default=first)
