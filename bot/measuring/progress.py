"""How far people say they have come: surer of themselves, nearer to their goal."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean, stdev

from bot.measuring.estimates import mean, share_of_people
from bot.measuring.figures import Figure
from bot.measuring.records import Kind, Record
from bot.measuring.selecting import lasts, of_kind
from bot.measuring.windows import Window

ENOUGH = Fraction(2, 3)
"""Of the items asked on each side, those that must be answered (coaching 3.1)."""

Answered = Mapping[str, float]
"""Values by item."""


@dataclass(frozen=True, slots=True)
class ConfidenceChange:
    """How much surer people are, in points of 10.

    Attributes:
        change: end-line minus baseline.
        d_z: that change by the standard deviation of the differences.
        answered_both: of those invited, who answered enough on both sides.
        looking_back: end-line minus the start as seen from the end; what really changed is
            thought to lie between the two changes.
    """

    change: Figure
    d_z: Figure
    answered_both: Figure
    looking_back: Figure


def confidence_change(
    records: Collection[Record], window: Window, invited: AbstractSet[str], seed: int
) -> ConfidenceChange:
    """Compare what people answered at the end with what they answered at first (5.2, #15; 3.1).

    Mean over people of (end-line mean - baseline mean) over the same items, for those invited
    who answered at least two thirds of the items asked of them on both sides. The end-line lies
    in W, the baseline anywhere before its end; the last answer to an item counts.
    """
    changes = changes_of(records, window, invited)
    back = looking_back_of(records, window, invited)
    return ConfidenceChange(
        change=mean(changes.items(), "change_10", seed),
        d_z=Figure(_d_z(list(changes.values())), len(changes), len(changes), "deviations"),
        answered_both=share_of_people(changes.keys(), invited),
        looking_back=mean(back.items(), "change_10", seed),
    )


def changes_of(
    records: Collection[Record], window: Window, invited: AbstractSet[str]
) -> dict[str, float]:
    """Return how much surer each person is that `confidence_change` is about."""
    ends = _side(records, window, "endline_item", "endline")
    return _changes(ends, _side(records, window, "baseline_item", "baseline"), invited)


def looking_back_of(
    records: Collection[Record], window: Window, invited: AbstractSet[str]
) -> dict[str, float]:
    """Return the same against the start as each person sees it from the end."""
    ends = _side(records, window, "endline_item", "endline")
    return _changes(ends, _side(records, window, "retrospective_item", "endline"), invited)


def goal_progress(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return how far people moved towards their goal (coaching 5.2, #16).

    Mean of (last - first value), over people with at least two of whom the last lies in W.
    """
    given: dict[str, list[Record]] = {}
    for one in of_kind(records, "goal_progress"):
        if one.value is not None and one.at < window.end:
            given.setdefault(one.person, []).append(one)
    rows = [
        (person, (ones[-1].value or 0) - (ones[0].value or 0))
        for person, ones in given.items()
        if len(ones) > 1 and ones[-1].at in window
    ]
    return mean(rows, "change_10", seed)


def _side(
    records: Collection[Record], window: Window, kind: Kind, when: str
) -> dict[str, Mapping[str, float]]:
    """Return the last answers of each person who answered enough of what they were asked."""
    said = (one for one in of_kind(records, "items_asked") if one.at < window.end)
    counts = lasts((one for one in said if one.detail == when), lambda one: one.person)
    asked = {one.person: one.value or 0 for one in counts}
    found: dict[str, dict[str, float]] = {}
    given = (one for one in of_kind(records, kind) if one.at < window.end)
    for one in lasts(given, lambda one: (one.person, one.detail)):
        if one.value is not None and (when == "baseline" or one.at in window):
            found.setdefault(one.person, {})[one.detail] = one.value
    return {
        person: answers
        for person, answers in found.items()
        if len(answers) >= ENOUGH * asked.get(person, 0)
    }


def _changes(
    ends: Mapping[str, Answered], starts: Mapping[str, Answered], invited: AbstractSet[str]
) -> dict[str, float]:
    """Return the change of each person, over the items answered on both sides."""
    changes = {
        person: _change(ends[person], starts[person])
        for person in sorted(ends.keys() & starts.keys() & invited)
    }
    return {person: change for person, change in changes.items() if change is not None}


def _change(end: Answered, start: Answered) -> float | None:
    pairs = [end[item] - start[item] for item in sorted(end.keys() & start.keys())]
    return fmean(pairs) if pairs else None


def _d_z(changes: list[float]) -> float | None:
    """Return mean by standard deviation; None for one person, or where all changed alike."""
    spread = stdev(changes) if len(changes) > 1 else 0.0
    return fmean(changes) / spread if spread else None
