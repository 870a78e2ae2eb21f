"""How many of the people concerned take part."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from bot.measuring.estimates import share_of_people
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import in_window, of_kind, people
from bot.measuring.windows import Window

ONBOARDED = "onboarding.done"


def reach(records: Collection[Record], window: Window, invited: AbstractSet[str]) -> Figure:
    """Return the share of those invited who completed a session (coaching 5.2, #1).

    Persons with at least one completed session in W / `invited`: persons invited and still
    employed in W, not the volunteers among them.
    """
    return share_of_people(people(in_window(records, window, "session_completed")), invited)


def activation(records: Collection[Record], window: Window, invited: AbstractSet[str]) -> Figure:
    """Return the share of those invited who finished the onboarding (coaching 5.2, #2).

    Persons who reached `onboarding.done` before the end of W, in it or earlier / invited.
    """
    reached = (
        record
        for record in of_kind(records, "node_reached")
        if record.detail == ONBOARDED and record.at < window.end
    )
    return share_of_people(people(reached), invited)


def participation(
    records: Collection[Record], week: Window, away: AbstractSet[str] = frozenset()
) -> Figure:
    """Return the share of those asked in a week who answered in it (coaching 5.2, #3).

    Persons with at least one answer in w / persons sent at least one prompt in w. `away` are
    those who paused or are on leave; they count on neither side.
    """
    given = in_window(records, week, "prompt_sent", "prompt_answered")
    asked = people(record for record in given if record.kind == "prompt_sent") - away
    return share_of_people(people(r for r in given if r.kind == "prompt_answered"), asked)
