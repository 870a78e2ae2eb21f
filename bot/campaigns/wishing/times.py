"""Times of day as people type them: from when until when, in either language."""

import re
from datetime import time

from bot.campaigns.wishing.first_days import MONTHS, any_of
from bot.campaigns.wishing.remainder import Remainder

Window = tuple[time, time]


def take_window(rest: Remainder) -> Window | None:
    """Take away when something goes out; None if nothing says so.

    A time alone is the hour from then on, and the morning is from 9 to 12.
    """
    window = _take_times(rest, _WINDOW) or _take_times(rest, _MOMENT)
    if rest.take(_MORNING):
        return window or (time(9), time(12))
    if rest.take(_AFTERNOON):
        return _afternoon(*window) if window else (time(14), time(17))
    return window


def _take_times(rest: Remainder, pattern: re.Pattern[str]) -> Window | None:
    for found in pattern.finditer(rest.plain):
        closed = found["sure"] and _CLOSED.match(rest.plain, found.end())
        window = _window(found) if closed or _MARKED.search(found[0]) else None
        if window:
            rest.cut(*found.span())
            return window
    return None


def _afternoon(since: time, until: time) -> Window:
    """Read 'between 2 and 4 in the afternoon'."""
    if until.hour >= _NOON // 60:
        return since, until
    return since.replace(hour=since.hour + 12), until.replace(hour=until.hour + 12)


def _window(found: re.Match[str]) -> Window | None:
    """Return the times of a match; None if there are no such, or they are in no order."""
    named = found.groupdict()
    half = named["since_half"] or named.get("until_half")
    since = _minutes(found, "since", half)
    until = _minutes(found, "until", half) if named.get("until") else since + 60
    if since >= until and not named["since_half"]:  # from 11 to 1 pm, and between 9 and 5
        since = _minutes(found, "since", None)
        until += _NOON if until <= since and not half else 0
    if not since < until < 2 * _NOON:
        return None
    return time(*divmod(since, 60)), time(*divmod(until, 60))


def _minutes(found: re.Match[str], name: str, half: str | None) -> int:
    hours, past = int(found[name]), int(found[f"{name}_past"] or 0)
    half = found[f"{name}_half"] or half
    if half and hours <= _NOON // 60:
        hours = hours % 12 + (12 if half == "p" else 0)
    return hours * 60 + past


_NOON = 12 * 60

_LINKS = (
    "for|pour|pendant|during|over|every|each|toutes|tous|chaque|in|en|on|and|et|with|avec|from"
    "|starting|a partir|until|sharp|weekly|monthly|local"
)
_CLOSED = re.compile(rf" *(?:$|[;,.!?)])| (?:{_LINKS})\b")
"""What may follow a time that only its place tells: 'at 10 for', not 'at 10 sites'."""


def _clock(name: str) -> str:
    """Return the pattern of a time of day: `10`, `9:30`, `9 h 30`, `10am`."""
    return (
        rf"\b(?P<{name}>\d{{1,2}})(?:(?: ?h(?:eures?)? ?|:)(?P<{name}_past>[0-5]\d)(?!\d)"
        rf"| ?(?:h(?:eures?)?|o'clock)\b)?(?: ?(?P<{name}_half>[ap])\.?m\b)?"
    )


_WINDOW = re.compile(
    rf"(?:(?P<sure>\b(?:between|entre|from) )|\bde )?{_clock('since')}"
    rf" ?(?:and|et|to|a|-|until|jusqu'a) ?{_clock('until')}(?!\d| ?{any_of(MONTHS)}\b)"
)
"""From one time to another; unless marked, or `sure` and closed, it may be anything."""

_MOMENT = re.compile(rf"\b(?:(?P<sure>at|vers)|a|around) {_clock('since')}(?!\d)")
"""A time alone; likewise."""

_MARKED = re.compile(r"\d ?h|\d:\d|\d ?[ap]\.?m|o'clock")

_MORNING = re.compile(r"\b(?:(?:in|on) )?(?:the |les? )?(?:mornings?|matins?)\b")
_AFTERNOON = re.compile(r"\b(?:(?:in|on) )?(?:the |les |l')?(?:afternoons?|apres-midis?)\b")
