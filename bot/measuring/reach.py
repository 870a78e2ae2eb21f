"""How many of the people concerned take part."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from bot.measuring.estimates import Row, share, share_of_people
from bot.measuring.figures import Figure
from bot.measuring.population import WEEK, Week
from bot.measuring.records import Kind, Record
from bot.measuring.selecting import in_window, of_kind, people
from bot.measuring.windows import Window

ONBOARDED = "onboarding.done"
PROMPTS: tuple[Kind, ...] = ("prompt_sent", "prompt_answered")


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


def participation(records: Collection[Record], weeks: Sequence[Week], seed: int) -> Figure:
    """Return the share of those asked in a week who answered in it (coaching 5.2, #3).

    Over all weeks w, one row a person and week: persons with at least one answer in w / persons
    sent at least one prompt in w.
    """
    return share(weekly(records, weeks), seed)


def weekly(records: Collection[Record], weeks: Sequence[Week]) -> Iterator[Row]:
    """Say of each week, and of each person who was asked in it, whether they answered in it.

    Who paused or was on leave in it counts on neither side.
    """
    given = {kind: _by_week(records, weeks, kind) for kind in PROMPTS}
    for number, week in enumerate(weeks):
        answered = given["prompt_answered"][number]
        for person in sorted(given["prompt_sent"][number] - week.away):
            yield person, float(person in answered)


def _by_week(
    records: Collection[Record], weeks: Sequence[Week], kind: Kind
) -> defaultdict[int, set[str]]:
    """Return who has a record of a kind, by the number of the week, of weeks in a row."""
    start = weeks[0].window.start
    found: defaultdict[int, set[str]] = defaultdict(set)
    for one in of_kind(records, kind):
        found[(one.at - start) // WEEK].add(one.person)
    return found
