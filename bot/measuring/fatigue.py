"""Signs that it is too much: people who slow down, fall silent or stop."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from itertools import groupby

from bot.measuring.estimates import share_of_people
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import begun, followed, in_window, people
from bot.measuring.windows import Window

ALARM = 0.15
"""The fatigue from which the programme lead is to act (coaching 5.2, #22)."""

IN_A_ROW = 3


def fatigue(records: Collection[Record], four_weeks: Window, active: AbstractSet[str]) -> Figure:
    """Return the share of people who asked for less (coaching 5.2, #22).

    Persons who slowed down (of themselves, by silence or with 'too often'), paused or stopped in
    4 weeks / persons active at their start. Each counts once.
    """
    tired = in_window(records, four_weeks, "slowed", "paused", "stopped")
    return share_of_people(people(tired), active)


def silence(records: Collection[Record], window: Window, active: AbstractSet[str]) -> Figure:
    """Return the share of people who fell silent (coaching 5.2, #23): no line of a report.

    Persons with 3 unanswered prompts in a row, of those sent in W / active persons. An answer
    breaks the row however late it comes.
    """
    sent = sorted(begun(records, window, "prompt_sent"), key=lambda one: (one.person, one.at))
    answered = {one.about for one in followed(records, window, "prompt_answered")}
    silent = {
        person
        for person, theirs in groupby(sent, key=lambda one: one.person)
        if _longest([one.about in answered for one in theirs]) >= IN_A_ROW
    }
    return share_of_people(silent, active)


def opt_out(records: Collection[Record], window: Window, active: AbstractSet[str]) -> Figure:
    """Return persons who stopped in W / active at the start of W (coaching 5.2, #24)."""
    return share_of_people(people(in_window(records, window, "stopped")), active)


def _longest(answered: Collection[bool]) -> int:
    """Return the length of the longest row of unanswered prompts."""
    return max((len(list(row)) for got, row in groupby(answered) if not got), default=0)
