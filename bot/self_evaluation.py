"""What a self-evaluation asks of whom: items, counts of behaviour, and the names of their ratings.

Items and counts: coaching 3.1. They are our own wording, not validated, and judge nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

BASELINE = "baseline"
ENDLINE = "endline"
"""The programmes, and how the ratings of their items begin."""

THEN = "then"
"""How the ratings begin that say at the end-line where somebody was at the start."""

COUNT = "count"
"""How the deed of a pack that notes a count begins, and its rating in the release before."""

ASKED = "asked"
"""How the ratings begin that say how many items were asked, as not all of them are answered."""

ITEM_OF: Mapping[str, str] = {
    "delegation": "delegation",
    "give_feedback": "give_feedback",
    "receive_feedback": "receive_feedback",
    "one_on_ones": "one_on_ones",
    "prioritising": "prioritising",
    "decision_making": "decision_making",
    "meetings": "meetings",
    "difficult_conversation": "difficult_conversation",
    "conflict": "difficult_conversation",
}
"""The item of a theme; other themes have none."""

ALWAYS = ("role_clarity", "unblock")
"""Asked whatever the themes."""

ITEMS = (*dict.fromkeys(ITEM_OF.values()), *ALWAYS)
MOST = 6

COUNT_OF: Mapping[str, str] = {
    "delegation": "B1",
    "give_feedback": "B2",
    "one_on_ones": "B3",
    "prioritising": "B4",
    "decision_making": "B5",
}
"""The count of behaviour that belongs to an item; who does not work on it is not asked."""

KINDS = tuple(f"{when}:{item}" for when in (BASELINE, ENDLINE, THEN) for item in ITEMS)
"""Every kind of rating of an item, and the deed of a pack that notes it."""

COUNTS: Mapping[str, str] = {f"{COUNT}:{count}": count for count in COUNT_OF.values()}
"""The deeds of a pack that note a count of behaviour."""

Rated = tuple[str, str, int, datetime]
"""A rating as it is kept: kind, session, value, and when."""


def items_of(themes: Iterable[str]) -> tuple[str, ...]:
    """Return the items for these themes, those of the themes first; six at most."""
    own = dict.fromkeys(ITEM_OF[theme] for theme in themes if theme in ITEM_OF)
    chosen = [item for item in own if item not in ALWAYS][: MOST - len(ALWAYS)]
    return (*chosen, *ALWAYS)


def rated(ratings: Sequence[Rated], when: str) -> dict[str, int]:
    """Return the last value of each item whose ratings begin so, by its id."""
    return {item: value for item, (value, _at) in dated(ratings, when).items()}


def dated(ratings: Sequence[Rated], when: str) -> dict[str, tuple[int, datetime]]:
    """Return what `rated` returns, and when each value was given."""
    found = {}
    for kind, _session, value, at in ratings:
        begins, _, item = kind.partition(":")
        if begins == when and item:
            found[item] = value, at
    return found


def asked(themes: Iterable[str], before: Iterable[str] = ()) -> frozenset[str]:
    """Return what is asked: items, and the counts that go with them.

    `before` are the items answered at the baseline: where there are any, the end-line asks those
    again and no others, so that everything compared is the same item.
    """
    items = tuple(before) or items_of(themes)
    return frozenset({*items, *(COUNT_OF[item] for item in items if item in COUNT_OF)})
