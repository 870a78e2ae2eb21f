"""What the bars of a picture are, in words that hold in every colour."""

from collections.abc import Sequence

from adapters.web.dashboard.plots import Bar, Mark
from bot.reports.words import Words

_BARS: tuple[Bar, ...] = ("interval", "range")


def caption(words: Words, marks: Sequence[Mark], why: str = "") -> str:
    """Say what each kind of bar in it is; empty where none is there and none is missed.

    `why` says why there is no bar, for those that have none.
    """
    drawn = [mark for mark in marks if mark.drawn]
    said = [f"bar_{kind}" for kind in _BARS if any(mark.bar == kind for mark in drawn)]
    said += ["bar_open"] if any(_is_open(mark) for mark in drawn) else []
    told = [words.text(f"dashboard.{one}") for one in said]
    bare = any(_is_bare(mark) for mark in drawn)
    return " ".join([*told, why or words.text("dashboard.bar_none")] if bare else told)


def _is_open(mark: Mark) -> bool:
    return mark.bar is not None and mark.number is not None and mark.number.high is None


def _is_bare(mark: Mark) -> bool:
    """Tell whether a point has no interval; people who are counted have one of no width."""
    return mark.number is not None and mark.number.low is None
