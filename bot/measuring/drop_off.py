"""Where people leave a dialogue."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.measuring.estimates import Row, share
from bot.measuring.figures import Figure
from bot.measuring.records import Record
from bot.measuring.selecting import followed
from bot.measuring.windows import Window

ENOUGH_ARRIVALS = 30


@dataclass(frozen=True, slots=True)
class DropOff:
    """The share of sessions that reached a step and nothing after it.

    Attributes:
        step: which.
        left: the share.
        rows: the sessions that reached it: 1 if they went no further, else 0.
    """

    step: str
    left: Figure
    rows: tuple[Row, ...]


def drop_off(
    records: Collection[Record], window: Window, steps: Collection[str], seed: int
) -> tuple[DropOff, ...]:
    """Return the drop-off of each step of one dialogue, in their order (coaching 5.2, #21).

    For step i: 1 - reached(i + 1 or end) / reached(i), over sessions that reached it in W. Who
    skips the next step on a branch has reached a later one, and counts as going on. `steps` are
    all the dialogue's; None below 30 arrivals.
    """
    number = {step: index for index, step in enumerate(steps)}
    given = followed(records, window, "node_reached", "session_completed")
    last = dict.fromkeys((one.about for one in given), -1)
    for one in given:
        at = len(steps) if one.kind == "session_completed" else number.get(one.detail, -1)
        last[one.about] = max(last[one.about], at)
    arrivals: dict[str, dict[str, str]] = {step: {} for step in steps}
    for one in given:
        if one.kind == "node_reached" and one.detail in number and one.at in window:
            arrivals[one.detail][one.about] = one.person
    rows = [_rows(arrivals[step], last, at) for at, step in enumerate(steps)]
    return tuple(
        DropOff(step, _left(some, seed), some) for step, some in zip(steps, rows, strict=True)
    )


def worst(dialogue: Collection[DropOff]) -> DropOff | None:
    """Return the step at which most leave, the first of several; None without enough arrivals."""
    known = [one for one in dialogue if one.left.value is not None]
    return max(known, key=lambda one: one.left.value or 0.0, default=None)


def _rows(arrivals: Mapping[str, str], last: Mapping[str, int], at: int) -> tuple[Row, ...]:
    here = ((person, float(last[session] == at)) for session, person in arrivals.items())
    return tuple(sorted(here))


def _left(rows: Collection[Row], seed: int) -> Figure:
    if len(rows) < ENOUGH_ARRIVALS:
        return Figure(None, len(rows), len({person for person, _ in rows}), "share")
    return share(rows, seed)
