"""What became of commitments, each put together from its records."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from bot.measuring.records import Record
from bot.measuring.selecting import firsts, followed
from bot.measuring.windows import Window

ENDED = ("done", "dropped", "expired")
"""After these a commitment is not followed up any more."""


@dataclass(frozen=True, slots=True)
class Course:
    """One commitment, from its making to what is last known of it.

    Attributes:
        first_due_on: the day it was due when it was made, whatever was planned since.
        due_on: the day it is due now.
        status: the last one, "open" before the first.
        since: from when on this has been its status.
        own_theme: whether it is on a theme that the person chose.
        moved: whether it was ever put on another day than the first.
    """

    person: str
    created_at: datetime
    first_due_on: date | None
    due_on: date | None
    status: str
    since: datetime
    own_theme: bool
    moved: bool


def courses(records: Collection[Record], window: Window) -> list[Course]:
    """Return every commitment ever made, as known when the window was last looked at."""
    given = followed(records, window, "commitment_created", "commitment_due", "commitment_status")
    later: dict[str, list[Record]] = {}
    for record in given:
        later.setdefault(record.about, []).append(record)
    made = firsts(record for record in given if record.kind == "commitment_created")
    return [_course(record, later[record.about]) for record in made]


def _course(made: Record, theirs: Sequence[Record]) -> Course:
    dates = [one.due_on for one in theirs if one.kind == "commitment_due" and one.due_on]
    states = [one for one in theirs if one.kind == "commitment_status"]
    status, since = _last(states) if states else ("open", made.at)
    return Course(
        person=made.person,
        created_at=made.at,
        first_due_on=made.due_on,
        due_on=dates[-1] if dates else made.due_on,
        status=status,
        since=since,
        own_theme=made.value == 1,
        moved=any(day != made.due_on for day in dates),
    )


def _last(states: Sequence[Record]) -> tuple[str, datetime]:
    """Return the last status and when it was first said, if it was said more than once in a row."""
    status = states[-1].detail
    same = list(takewhile(lambda one: one.detail == status, reversed(states)))
    return status, same[-1].at
