"""What becomes of sessions: completed, how long they take, what they end with."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.measuring.durations import Duration
from bot.measuring.estimates import length, share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import begun, followed
from bot.measuring.windows import Window

MINUTE = 60
NINE_IN_TEN = 0.9


@dataclass(frozen=True, slots=True)
class SessionLength:
    """In minutes: what half of the sessions stay within, and nine in ten of them."""

    median: Figure
    nine_in_ten: Figure


def completion(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the share of sessions that were completed (coaching 5.2, #5).

    Sessions completed / sessions started in W; a session starts with its first answer.
    """
    started = begun(records, window, "session_started")
    done = {record.about for record in followed(records, window, "session_completed")}
    return share(((record.person, float(record.about in done)) for record in started), seed)


def session_length(records: Collection[Record], window: Window, seed: int) -> SessionLength:
    """Return how long sessions completed in W take (coaching 5.2, #7; section 7, promise 1).

    Median of the sum of gaps between answers; each gap is already capped in the records. The
    promise is 5 minutes for the median and 8 for nine in ten.
    """
    rows = [
        Duration(record.person, record.value / MINUTE)
        for record in begun(records, window, "session_completed")
        if record.value is not None
    ]
    return SessionLength(
        length(rows, "minutes", seed), length(rows, "minutes", seed, part=NINE_IN_TEN)
    )


def commitment_rate(records: Collection[Record], window: Window, seed: int) -> Figure:
    """Return the share of theme sessions that end with a commitment (coaching 5.2, #8).

    Theme sessions completed in W with at least one commitment / theme sessions completed in W.
    """
    ended = [record for record in begun(records, window, "session_completed") if record.theme]
    with_one = {record.detail for record in followed(records, window, "commitment_created")}
    return share(((record.person, float(record.about in with_one)) for record in ended), seed)
