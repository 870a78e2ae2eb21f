"""Counts of behaviour, kept apart by the self-evaluation that asked for them (coaching 3.1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.evaluating import SOONEST, Evaluation
from bot.self_evaluation import ASKED, BASELINE, COUNT, ENDLINE, THEN, Rated

OPEN_ENDED = 6
"""The most that can be answered; it means that or more."""

FAMILY: Mapping[str, str] = {BASELINE: f"{BASELINE}_{COUNT}", ENDLINE: f"{ENDLINE}_{COUNT}"}
"""How the rating of a count begins, by the programme that asked."""

_PART_OF = {BASELINE: BASELINE, ENDLINE: ENDLINE, THEN: ENDLINE}
"""The programme that brings a rating which begins so."""


def kind_of(count: str, programme_id: str) -> str:
    """Return the kind of rating of a count such as B1; a pack of one's own keeps none apart."""
    return f"{FAMILY.get(programme_id, COUNT)}:{count}"


def counts(ratings: Sequence[Rated], when: Evaluation) -> dict[str, tuple[int, datetime]]:
    """Return the last value of each count that a self-evaluation asked for, and when it was given.

    `ratings` are all of one person's, oldest first. A row of the release before does not say
    when it was asked: that shows by its session, or by its time.
    """
    found = {}
    for rating in ratings:
        family, _, count = rating[0].partition(":")
        own = family == FAMILY[when] or (family == COUNT and _asked_at(rating, ratings) == when)
        if own and count:
            found[count] = rating[2], rating[3]
    return found


def _asked_at(rating: Rated, ratings: Sequence[Rated]) -> str:
    """Tell the self-evaluation of a count: whose items its session rated, else by the time.

    The end-line comes four weeks after the baseline at the soonest.
    """
    _kind, session, _value, at = rating
    parts = [_part_of(kind) for kind, of, _value, _at in ratings if of == session]
    named = [part for part in parts if part]
    started = [on for kind, _of, _value, on in ratings if _part_of(kind) == BASELINE]
    if named:
        return named[-1]
    return ENDLINE if started and at - started[0] >= SOONEST else BASELINE


def _part_of(kind: str) -> str | None:
    family, _, item = kind.partition(":")
    return _PART_OF.get(item if family == ASKED else family)
