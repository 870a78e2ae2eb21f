"""Proposals of the last closed month: from what was published of it to what could be changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.adapting.proposing import Defaults, Period, Proposal, Share, propose
from bot.measuring.closing import ANSWERED, LEFT
from bot.measuring.published import Closed, Month
from bot.reports.ports import ClosedMonths, last_closed, of_company
from bot.slots import slot_named


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the figures of a closed month suggest."""

    month: Month
    proposals: tuple[Proposal, ...]


def proposed(figures: ClosedMonths, defaults: Defaults) -> Proposed | None:
    """Return what the last closed month suggests; None while no month is closed."""
    month = last_closed(figures)
    if month is None:
        return None
    *before, closed = map(period, of_company(figures, month.before, month))
    return Proposed(month, propose(defaults, closed, before[0] if before else None))


def period(closed: Closed) -> Period:
    """Return the figures of a month that proposals are made of: those told as numbers."""
    slots = {slot_named(name): share for name, share in _shares(closed, ANSWERED).items()}
    answered = {slot: share for slot, share in slots.items() if slot}
    return Period(_shares(closed, LEFT), answered)


def _shares(closed: Closed, prefix: str) -> Mapping[str, Share]:
    keys = [key for group, key in closed.figures if group == closed.groups[0]]
    names = [key.removeprefix(prefix) for key in keys if key.startswith(prefix)]
    found = {name: _share(closed, f"{prefix}{name}") for name in names}
    return {name: share for name, share in found.items() if share}


def _share(closed: Closed, key: str) -> Share | None:
    """Return a share as it was released; its interval is of 95 %, which leaves more open."""
    published = closed.of(closed.groups[0], key)
    shown = published.shown if published else None
    if shown is None or shown.how != "number" or shown.people is None:
        return None
    if shown.value is None or shown.low is None or shown.high is None:
        return None
    least, most = shown.people.least, shown.people.most
    return Share(shown.value, shown.low, shown.high, least, most if most > least else 0)
