"""The moments a text names: days, clock times, recurrences and cues, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import time as clock_time
from enum import Enum, auto

from bot.checking.lexicon import Lexicon
from bot.day_idioms import find_days
from bot.language import Lang


class Sort(Enum):
    """What sort of moment it is."""

    DAY = auto()
    CLOCK = auto()
    RECURRENCE = auto()
    CUE = auto()


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment between two places of a spelt text; `day` where it is one."""

    sort: Sort
    start: int
    end: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """The day and, if it is known, the time at which a text was written."""

    today: date
    time: clock_time | None = None


def find_moments(text: str, lexicon: Lexicon, lang: Lang, now: Now) -> tuple[Moment, ...]:
    """Find the moments of a text in its order; where two overlap the earlier and longer counts."""
    kept: list[Moment] = []
    for moment in sorted(_every(text, lexicon, lang, now), key=_order):
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return tuple(kept)


def _order(moment: Moment) -> tuple[int, int]:
    # A recurrence begins before the day in it; 'at Monday's meeting' keeps its day.
    return moment.start, -moment.end


def _every(text: str, lexicon: Lexicon, lang: Lang, now: Now) -> Iterator[Moment]:
    for match in lexicon.times.recurrence.finditer(text):
        yield Moment(Sort.RECURRENCE, match.start(), match.end())
    days = tuple(_days(text, lexicon, lang, now))
    yield from days
    yield from _clocks(text, now)
    yield from _cues(text, lexicon, days)


def _days(text: str, lexicon: Lexicon, lang: Lang, now: Now) -> Iterator[Moment]:
    standing = [match.span() for match in lexicon.times.standing.finditer(text)]
    for found in find_days(text, lang, now.today):
        named = any(start <= found.start < end for start, end in standing)
        past = found.day is not None and (
            found.day < now.today
            or (
                (found.day - now.today).days > _NEARLY_A_YEAR
                and bool(lexicon.times.looking_back.search(text, 0, found.start))
            )
        )
        if text[found.start : found.end].startswith(_WITHIN) and lexicon.times.any_time.search(
            text
        ):
            yield Moment(Sort.CUE, found.start, found.end)
            continue
        if not (named or past or lexicon.times.no_moment_before.search(text, 0, found.start)):
            end = found.start + len(text[found.start : found.end].rstrip("."))
            yield Moment(Sort.DAY, found.start, end, found.day)


_NEARLY_A_YEAR = 300
_WITHIN = ("within", "sous", "dans")


def _cues(text: str, lexicon: Lexicon, days: tuple[Moment, ...]) -> Iterator[Moment]:
    """Find cues, cut off where a day begins: 'at the meeting on Friday' names both."""
    for match in lexicon.times.cue.finditer(text):
        inside = [day.start for day in days if match.start() <= day.start < match.end()]
        cut = lexicon.times.cue.match(text, match.start(), inside[0]) if inside else match
        if cut:
            yield Moment(Sort.CUE, cut.start(), cut.end())


_CLOCK = re.compile(
    r"(?:\b(?P<prep>at|by|before|around|until|from|after|a|vers|avant|des|jusqu'a|pour|d'ici"
    r"|apres|pr) )?"
    r"(?:\b(?P<h>[01]?\d|2[0-4])(?: ?(?P<half>am|pm)\b|:(?P<m>[0-5]\d) ?(?P<half2>am|pm)?\b"
    r"| ?h(?:eures?)? ?(?P<m2>[0-5]\d)?\b(?! (?:de|d'|par|chacun))| ?o'clock\b)"
    r"|\b(?P<noon>noon|midi|midday|midnight|minuit)\b"
    r"|\b(?:half|quarter) past \w+\b|\bquarter to \w+\b)"
)
_MORNING = 7
_BARE_HOUR = re.compile(
    r"\b(?:at|by|before|until|vers|avant) (?P<h>[1-9]|1[0-9]|2[0-3])(?= ?(?:[,.;!)]|$|on|tomorrow"
    r"|today|sharp|with|every|demain|i\b))"
)
_DURATION = re.compile(r"\b(?:\d+ a|de|d'|pendant|for|of|in|dans|sous|within|chaque|moins de) $")


def _clocks(text: str, now: Now) -> Iterator[Moment]:
    for match in _CLOCK.finditer(text):
        hours = match["h"] is not None and not match["m"] and match["half"] is None
        bare = hours and not match["half2"] and not match["prep"]
        if bare and not match["m2"] and int(match["h"]) < _MORNING:
            continue
        if bare and _DURATION.search(text, 0, match.start()):
            continue
        yield Moment(Sort.CLOCK, match.start(), match.end(), _today_at(match, now))
    for match in _BARE_HOUR.finditer(text):
        yield Moment(Sort.CLOCK, match.start(), match.end())


def _today_at(match: re.Match[str], now: Now) -> date | None:
    """A clock time still to come is today's."""
    hour = 12 if match["noon"] in {"noon", "midi", "midday"} else int(match["h"] or 24)
    half = match["half"] or match["half2"]
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    minute = int(match["m"] or match["m2"] or 0)
    later = hour > 23 or now.time is None or clock_time(hour, minute) > now.time  # noqa: PLR2004
    return now.today if later and match["prep"] not in {"after", "apres", "from", "des"} else None
