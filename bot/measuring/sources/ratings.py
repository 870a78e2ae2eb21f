"""What ratings tell: each kind of figure that people give is a kind of record."""

from collections.abc import Mapping
from datetime import datetime

from bot.measuring.records import Kind, Record

PLAIN: Mapping[str, Kind] = {
    "recommend": "recommend",
    "goal_progress": "goal_progress",
    "minutes_saved": "minutes_saved",
}

USEFUL = "useful"
"""The one rating that is about a session."""

OF_ITEMS: Mapping[str, Kind] = {
    "asked": "items_asked",
    "baseline": "baseline_item",
    "endline": "endline_item",
    "then": "retrospective_item",
    "count": "behaviour_count",
}
"""Ratings that name an item behind a colon, such as `baseline:delegate`."""

OF_COUNTS: Mapping[str, str] = {"baseline_count": "baseline", "endline_count": "endline"}
"""Counts of behaviour, by the self-evaluation that asked for them."""


def of_rating(
    kind: str, person: str, value: int, at: datetime, session: str = "", theme: str = ""
) -> Record | None:
    """Tell of one rating; None where nothing is made of its kind."""
    family, _, item = kind.partition(":")
    if kind == USEFUL:
        return Record("useful", person, at, session, theme, value=value)
    if kind in PLAIN:
        return Record(PLAIN[kind], person, at, value=value)
    if item and family in OF_ITEMS:
        return Record(OF_ITEMS[family], person, at, detail=item, value=value)
    if item and family in OF_COUNTS:
        detail = f"{OF_COUNTS[family]}:{item}"
        return Record("behaviour_count", person, at, detail=detail, value=value)
    return None
