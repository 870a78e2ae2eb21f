"""What one person sees of their own way, and nobody else ever does.

None of it is a `Figure`: what releases figures of groups cannot take these.
"""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.measuring.records import Record

WEEKS = 8
WEEK = timedelta(weeks=1)
STEPS = ("done", "partly")
"""What makes a commitment a step taken."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """In how many of the last `weeks` active weeks, eight at most, a step was taken."""

    with_step: int
    weeks: int


def steady_rhythm(
    mine: Collection[Record],
    now: datetime,
    off: AbstractSet[date] = frozenset(),
    zone: tzinfo = UTC,
) -> Rhythm:
    """Return in how many of one's last 8 active weeks one took a step (coaching 5.2, #25).

    `mine` are one person's records; a step is a session completed, or a commitment done at least
    partly. Weeks begin on Monday in the person's zone; `off` are the Mondays of weeks of leave
    or pause, which do not count on either side. It never starts anew. The present week counts as
    soon as it has a step: until then nothing is missing.
    """
    known = [one for one in mine if one.at <= now]
    if not known:
        return Rhythm(0, 0)
    stepped = {_monday(one.at, zone) for one in known if _is_step(one)}
    first, present = _monday(min(one.at for one in known), zone), _monday(now, zone)
    every = (first + n * WEEK for n in range((present - first) // WEEK + 1))
    active = [day for day in every if day not in off and (day != present or day in stepped)]
    latest = active[-WEEKS:]
    return Rhythm(sum(day in stepped for day in latest), len(latest))


def _is_step(one: Record) -> bool:
    kept = one.kind == "commitment_status" and one.detail in STEPS
    return kept or one.kind == "session_completed"


def _monday(at: datetime, zone: tzinfo) -> date:
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())
