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
        since_day: the person's own day at that time; None while it is open.
        own_theme: whether it is on a theme that the person chose.
        moved: whether it was ever put on another day than the first.
    """

    person: str
    created_at: datetime
    first_due_on: date | None
    due_on: date | None
    status: str
    since: datetime
    since_day: date | None
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
    last = _last(states)
    return Course(
        person=made.person,
        created_at=made.at,
        first_due_on=made.due_on,
        due_on=dates[-1] if dates else made.due_on,
        status=last.detail if last else "open",
        since=last.at if last else made.at,
        since_day=last.day if last else None,
        own_theme=made.value == 1,
        moved=any(day != made.due_on for day in dates),
    )


def _last(states: Sequence[Record]) -> Record | None:
    """Return where the last status was first said, if it was said more than once in a row."""
    same = list(takewhile(lambda one: one.detail == states[-1].detail, reversed(states)))
    return same[-1] if same else None
