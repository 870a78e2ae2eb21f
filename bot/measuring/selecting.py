"""Which records an indicator is made of, each once and in order of time.

Indicators are given all records there are, not those of a window: what lies in a window may have
begun before, and who asks for a quarter needs the records before it too.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date

from bot.measuring.records import Kind, Record
from bot.measuring.windows import Window

Subject = Callable[[Record], object]


def of_kind(records: Collection[Record], *kinds: Kind) -> list[Record]:
    """Return the records of these kinds, without repeats, the earliest first."""
    # Not a set: what comes in order of time is sorted in one go, without keeping others waiting.
    return sorted(dict.fromkeys(one for one in records if one.kind in kinds), key=_order)


def in_window(records: Collection[Record], window: Window, *kinds: Kind) -> list[Record]:
    """Return those of these kinds that happened in the window."""
    return [record for record in of_kind(records, *kinds) if record.at in window]


def begun(records: Collection[Record], window: Window, kind: Kind) -> list[Record]:
    """Return one record of each thing to which this happened in the window, and not before."""
    return [record for record in firsts(of_kind(records, kind)) if record.at in window]


def followed(records: Collection[Record], window: Window, *kinds: Kind) -> list[Record]:
    """Return those of these kinds that were known when the window was last looked at."""
    return [record for record in of_kind(records, *kinds) if record.at < window.followed_until]


def about(record: Record) -> object:
    """Return what a record is about."""
    return record.about


def firsts(records: Iterable[Record], subject: Subject = about) -> list[Record]:
    """Keep the first record of each subject; they come in order of time."""
    found: dict[object, Record] = {}
    for record in records:
        found.setdefault(subject(record), record)
    return list(found.values())


def lasts(records: Iterable[Record], subject: Subject = about) -> list[Record]:
    """Keep the last record of each subject: what somebody corrected counts as corrected."""
    return list({subject(record): record for record in records}.values())


def people(records: Iterable[Record]) -> set[str]:
    """Return the pseudonyms of those whose records these are."""
    return {record.person for record in records}


def _order(record: Record) -> tuple[object, ...]:
    """Order by time; what happened at one moment too, or a figure would hang on chance."""
    value = -1.0 if record.value is None else record.value
    words = (record.kind, record.person, record.about, record.theme, record.detail)
    return record.at, *words, value, record.due_on or date.min
