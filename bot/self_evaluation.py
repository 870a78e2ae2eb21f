"""What a self-evaluation asks of whom: items, counts of behaviour, and the names of their ratings.

Items and counts: coaching 3.1. They are our own wording, not validated, and judge nobody.
"""

from collections.abc import Iterable, Mapping, Sequence

BASELINE = "baseline"
ENDLINE = "endline"
"""The programmes, and how the ratings of their items begin."""

THEN = "then"
"""How the ratings begin that say at the end-line where somebody was at the start."""

COUNT = "count"

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

KINDS = (
    *(f"{when}:{item}" for when in (BASELINE, ENDLINE, THEN) for item in ITEMS),
    *(f"{COUNT}:{count}" for count in COUNT_OF.values()),
)
"""Every kind of rating that answers a self-evaluation, and the deed of a pack that notes it."""

Rated = tuple[str, str, int, object]
"""A rating as it is kept: kind, session, value, and when."""


def items_of(themes: Iterable[str]) -> tuple[str, ...]:
    """Return the items for these themes, those of the themes first; six at most."""
    own = dict.fromkeys(ITEM_OF[theme] for theme in themes if theme in ITEM_OF)
    chosen = [item for item in own if item not in ALWAYS][: MOST - len(ALWAYS)]
    return (*chosen, *ALWAYS)


def rated(ratings: Sequence[Rated], when: str) -> dict[str, int]:
    """Return the last value of each item (or count) whose ratings begin so, by its id."""
    found = {}
    for kind, _session, value, _at in ratings:
        begins, _, item = kind.partition(":")
        if begins == when and item:
            found[item] = value
    return found


def asked(themes: Iterable[str], before: Iterable[str] = ()) -> frozenset[str]:
    """Return what is asked: items, and the counts that go with them.

    `before` are the items answered at the baseline: where there are any, the end-line asks those
    again and no others, so that everything compared is the same item.
    """
    items = tuple(before) or items_of(themes)
    return frozenset({*items, *(COUNT_OF[item] for item in items if item in COUNT_OF)})
