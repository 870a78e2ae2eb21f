"""How commitments are made and what happens on their way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.measuring.courses import ENDED, Course, courses
from bot.measuring.durations import Duration
from bot.measuring.estimates import length, mean, share
from bot.measuring.figures import Figure
from bot.measuring.kept import first_due
from bot.measuring.records import Record
from bot.measuring.selecting import firsts, lasts, of_kind
from bot.measuring.windows import Window

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Replanning:
    """Commitments put on another day, and commitments dropped; both can be healthy."""

    replanned: Figure
    dropped: Figure


def quality_gain(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return how many more criteria commitments meet after feedback (coaching 5.2, #9).

    Mean of (met in the end - met at first), from 0 to 4 each, over commitments with both whose
    last check is in W. For groups only.
    """
    checks = [one for one in of_kind(records, "check_result") if one.at < window.end]
    before = {one.about: one.value for one in firsts(c for c in checks if c.detail == "first")}
    rows = [
        (one.person, one.value - first)
        for one in lasts(check for check in checks if check.detail == "final")
        if one.at in window
        and one.value is not None
        and (first := before.get(one.about)) is not None
    ]
    return mean(rows, "change_checks", seed)


def days_to_done(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the median time from making a commitment to doing it (coaching 5.2, #13).

    Kaplan-Meier median of (done - created) in days, to a tenth, over commitments created in W.
    Open ones are censored at the end of the time they are followed, dropped and expired ones
    when they became that.
    """
    rows = [
        Duration(one.person, _days(one, window.followed_until), one.status == "done")
        for one in _created(records, window)
    ]
    return length(rows, "days", seed)


def replanning(records: Collection[Record], window: Window, seed: int) -> Replanning:
    """Return commitments put on another day or dropped (coaching 5.2, #14).

    Replanned: with at least one change of date / commitments first due in W.
    Dropped: last status dropped / commitments created in W.
    """
    due = first_due(courses(records, window), window)
    created = _created(records, window)
    return Replanning(
        replanned=share(((one.person, float(one.moved)) for one in due), seed),
        dropped=share(((one.person, float(one.status == "dropped")) for one in created), seed),
    )


def self_direction(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return commitments on a theme of one's own / commitments created in W (coaching 5.2, #28)."""
    created = _created(records, window)
    return share(((one.person, float(one.own_theme)) for one in created), seed)


def _created(records: Collection[Record], window: Window) -> list[Course]:
    return [one for one in courses(records, window) if one.created_at in window]


def _days(one: Course, followed_until: datetime) -> float:
    until = one.since if one.status in ENDED else followed_until
    return round((until - one.created_at) / DAY, 1)
