"""Which themes are suggested, and why: rules alone, the same for the same facts (coaching 5.8).

Suggesting puts nothing out of reach: every theme stands in the list beside the suggestions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from typing import Literal

from bot.teams.content import Blocker

Reason = Literal["team", "own", "company", "new", "again"]
"""team: its last round named it; own: the person was least sure here; company: starred; new: not
done yet; again: done, but longest ago."""

SHOWN = 3
NAMED = 2
"""Types of blockers of a round that count: the most frequent ones."""

LATELY = timedelta(weeks=4)
"""So long a theme done gives way to others: its path takes as many weeks."""

SUREST = 10

THEMES_OF: Mapping[Blocker, tuple[str, ...]] = {
    "decision": ("decision_making",),
    "information": ("meetings", "hybrid"),
    "means": ("prioritising", "workload"),
    "coordination": ("role_clarity", "meetings"),
}
"""What helps with what slows a team (coaching 5.8)."""


@dataclass(frozen=True, slots=True)
class Known:
    """What suggestions are made of.

    Attributes:
        catalogue: every theme there is, in a fixed order.
        starred: by the company, the first one first.
        blockers: named by the person's teams in their last published round, most frequent first.
        sure: by theme how sure the person was last, 0 to 10; their own, and shown to nobody else.
        done: by theme when it was done last.
        chosen: themes the person chose for the coming weeks.
    """

    catalogue: tuple[str, ...]
    starred: tuple[str, ...] = ()
    blockers: tuple[Blocker, ...] = ()
    sure: Mapping[str, int] = field(default_factory=dict)
    done: Mapping[str, datetime] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme with the reason why; `blocker` is what the team named."""

    theme_id: str
    reason: Reason
    blocker: Blocker | None = None


def suggest(known: Known, at: datetime) -> tuple[Suggestion, ...]:
    """Return three themes, or all where there are fewer, each once.

    The sources take turns: the team's blockers, the person's lowest item, the company's stars,
    what is not done yet. Whatever was done lately comes only when nothing else is left.
    """
    first: dict[str, Suggestion] = {}
    for one in _in_turn(known):
        if one.theme_id in known.catalogue:
            first.setdefault(one.theme_id, one)
    lately = {theme for theme, last in known.done.items() if at - last < LATELY}
    return tuple(sorted(first.values(), key=lambda one: one.theme_id in lately)[:SHOWN])


def least_sure(sure: Mapping[str, int], catalogue: Sequence[str]) -> str | None:
    """Return the theme of the lowest item, the first of several; None if all are at the top.

    What is no theme, such as `unblock`, is passed over.
    """
    items = [theme for theme in catalogue if sure.get(theme, SUREST) < SUREST]
    return min(items, key=lambda theme: sure[theme], default=None)


def _in_turn(known: Known) -> list[Suggestion]:
    """Return all that could be suggested, the sources taking turns; what was done comes last."""
    own = least_sure(known.sure, known.catalogue)
    sources = (
        _of_team(known.blockers),
        [Suggestion(own, "own")] if own else [],
        [Suggestion(theme, "company") for theme in known.starred],
        [Suggestion(theme, "new") for theme in _not_done(known)],
    )
    turns = chain.from_iterable(zip_longest(*sources))
    again = sorted(known.done, key=lambda theme: (known.done[theme], theme))
    return [*filter(None, turns), *(Suggestion(theme, "again") for theme in again)]


def _of_team(blockers: Iterable[Blocker]) -> Iterator[Suggestion]:
    """Return what helps first with each type, then what else does."""
    helping = [[Suggestion(t, "team", kind) for t in THEMES_OF[kind]] for kind in blockers]
    return filter(None, chain.from_iterable(zip_longest(*helping)))


def _not_done(known: Known) -> list[str]:
    """List what is not done yet; what the person chose comes first."""
    waiting = dict.fromkeys((*known.chosen, *known.catalogue))
    return [theme for theme in waiting if theme not in known.done]
