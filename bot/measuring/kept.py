"""Whether commitments are kept, and kept in time."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.measuring.courses import Course, courses
from bot.measuring.estimates import Row, share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.windows import Window

CREDIT = {"done": 1.0, "partly": 0.5, "not_done": 0.0, "blocked": 0.0, "expired": 0.0}
"""What counts as asked for, and how much of it as kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Commitments kept; `dropped` are those given up on purpose, beside and not hidden."""

    strict: Figure
    half_credit: Figure
    dropped: Figure


def kept(records: Collection[Record], window: Window, seed: int) -> Kept:
    """Return the share of commitments kept (coaching 5.2, #10 and #11).

    Of commitments whose due date, the present one, is in W, by their last status:
    strict: done / (done + partly + not_done + blocked + expired);
    half credit: (done + 0.5 partly) / the same;
    dropped: dropped / (the same + dropped). Without a status, or planned anew, one does not count.
    """
    due = [one for one in courses(records, window) if one.due_on and window.has_day(one.due_on)]
    counted = [one for one in due if one.status in CREDIT]
    given_up = [one for one in due if one.status == "dropped"]
    return Kept(
        strict=share(((one.person, float(one.status == "done")) for one in counted), seed),
        half_credit=share(((one.person, CREDIT[one.status]) for one in counted), seed),
        dropped=share((_dropped(one) for one in (*counted, *given_up)), seed),
    )


def on_time(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the share of commitments done by the day first agreed (coaching 5.2, #12).

    Done on or before the first due date / commitments first due in W. Planning anew cannot
    improve it. Days are the person's own.
    """
    due = first_due(courses(records, window), window)
    return share(((one.person, float(_in_time(one))) for one in due), seed)


def first_due(given: Collection[Course], window: Window) -> list[Course]:
    """Return the commitments whose first due date is in the window."""
    return [one for one in given if one.first_due_on and window.has_day(one.first_due_on)]


def _dropped(one: Course) -> Row:
    return one.person, float(one.status == "dropped")


def _in_time(one: Course) -> bool:
    due, day = one.first_due_on, one.since_day
    return one.status == "done" and due is not None and day is not None and day <= due
