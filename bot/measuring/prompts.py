"""What becomes of prompts: how many are answered, how soon, and how many there are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.measuring.beside import told_apart
from bot.measuring.durations import Duration
from bot.measuring.estimates import Row, length, ratio, share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import begun, firsts, followed
from bot.measuring.windows import Window
from bot.people import WORK_FROM, WORK_UNTIL

WORKING_DAY = 60 * (WORK_UNTIL.hour - WORK_FROM.hour)
"""Minutes of a working day of those who chose no hours; for others three days end a bit apart."""

IN_TIME = 3 * WORKING_DAY
"""Working minutes within which an answer counts."""

SLOTS = 8
"""How many weekly slots are told apart at most."""


@dataclass(frozen=True, slots=True)
class MessageLoad:
    """How many messages a person gets in a week, and the share of them outside working hours."""

    a_week: Figure
    outside_hours: Figure


def response_rate(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the share of prompts answered in time (coaching 5.2, #4).

    Prompts answered within 3 working days / prompts delivered in W; a late answer is a no.
    """
    asked = _asked(records, window)
    return share(((prompt.person, float(took.ended)) for prompt, took in asked), seed)


def time_to_answer(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the median time to an answer in working minutes (coaching 5.2, #6).

    Kaplan-Meier median of (answer - delivery) over prompts delivered in W, censored at 3 working
    days: not the mean of the answered ones.
    """
    asked = _asked(records, window)
    return length((took for _, took in asked), "working_minutes", seed)


def answered_by_slot(records: Collection[Record], window: Window) -> Mapping[str, Sequence[Row]]:
    """Return, by weekly slot, a row for each prompt that came in it: 1 if answered in time, else 0.

    It is #4 by the slot that people chose, of the slots used most, and told beside that of all
    prompts.
    """
    rows: dict[str, list[Row]] = {}
    for prompt, took in _asked(records, window):
        rows.setdefault(prompt.slot, []).append((prompt.person, float(took.ended)))
    used = sorted(rows.keys() - {""}, key=lambda slot: (-len(rows[slot]), slot))
    parts = {slot: rows.pop(slot) for slot in used[:SLOTS]}
    return told_apart(parts, list(chain.from_iterable(rows.values())))


def message_load(
    records: Collection[Record], window: Window, weeks: Mapping[str, float], seed: int
) -> MessageLoad:
    """Return messages sent in W / person-weeks, and where they fell (coaching 5.2, #27).

    `weeks` says how many weeks of W each person was there for; others do not count. The share
    outside working hours must be 0.
    """
    present = {person: given for person, given in weeks.items() if given > 0}
    sent = (*begun(records, window, "prompt_sent"), *begun(records, window, "message_sent"))
    theirs = [message for message in sent if message.person in present]
    number = Counter(message.person for message in theirs)
    sums = {person: (float(number[person]), given) for person, given in present.items()}
    a_week = ratio(sums, "messages_a_week", seed)
    return MessageLoad(
        replace(a_week, hits=float(len(theirs))),
        share(((message.person, float(message.value == 1)) for message in theirs), seed),
    )


def _asked(records: Collection[Record], window: Window) -> Iterator[tuple[Record, Duration]]:
    """Say of each prompt delivered in the window how long its answer took, if it came in time."""
    answers = firsts(followed(records, window, "prompt_answered"))
    took = {record.about: record.value for record in answers}
    for prompt in begun(records, window, "prompt_sent"):
        minutes = took.get(prompt.about)
        in_time = minutes is not None and minutes <= IN_TIME
        took_whole = round(minutes or 0) if in_time else IN_TIME
        yield prompt, Duration(prompt.person, took_whole, in_time)
