"""What the blockers of a team tell; they are the team's, and nobody's in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.measuring.records import Record
from bot.workdays import Calendar

BACK_WITHIN = timedelta(days=30)
"""Within which a blocker of the same type is the one that was resolved, opened again."""


@dataclass(frozen=True, slots=True)
class BlockerTold:
    """A type of blocker of one team, with a pseudonym for its id."""

    about: str
    kind: str
    opened_on: date
    resolved_on: date | None


def of_blockers(team: str, blockers: Sequence[BlockerTold], calendar: Calendar) -> Iterator[Record]:
    """Tell of the blockers of one team, the earliest first; days begin as in UTC.

    One that comes back soon after it was resolved is the same: it is opened again.
    """
    last: dict[str, tuple[str, date | None]] = {}
    for one in blockers:
        about, resolved_on = last.get(one.kind, ("", None))
        again = resolved_on is not None and one.opened_on <= resolved_on + BACK_WITHIN
        about = about if again else one.about
        last[one.kind] = about, one.resolved_on
        yield Record("blocker_opened", team, _start(one.opened_on), about, detail=one.kind)
        if one.resolved_on:
            took = calendar.workdays_between(one.opened_on, one.resolved_on)
            at = _start(one.resolved_on)
            yield Record("blocker_resolved", team, at, about, detail=one.kind, value=took)


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
