"""A campaign in words, as HR types it: what is understood becomes a draft, the rest is told.

« nouvelle délégation pour #managers à partir de lundi pendant 4 semaines ». What is surest to tell
is taken first, so that 'every 2 weeks' is a pace and 'in 2 weeks' a day before '2 weeks' lasts.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.campaigns.content import STARS
from bot.campaigns.wishing.first_days import find_first_day, find_last_day
from bot.campaigns.wishing.naming import take_themes, theme_called
from bot.campaigns.wishing.remainder import GONE, Remainder, folded
from bot.campaigns.wishing.times import Window, take_window
from bot.campaigns.wishing.wish_words import (
    APART,
    DURATIONS,
    FILLERS,
    NUMBERS,
    PACES,
    PILOTS,
    QUOTED,
    UNKNOWN,
    WAVES,
    WEEKS_IN,
)
from bot.events import Mention
from bot.language import Lang, Wording
from bot.people import Pace

MOST_WEEKS = 52
MOST_WAVES = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said of a campaign; what was not is None, or empty.

    Attributes:
        name: what stood in quotes.
        themes: ids that exist, up to `STARS`, in the order in which they were named.
        audience: who was mentioned, in order.
        unknown: channels or groups written like a mention, with their sign, that are none.
        first_day: as it was said, even if it is past.
        past: whether it is.
        weeks: 1 to `MOST_WEEKS`.
        window: from when until when; 'at ten' is the hour from ten on.
        waves: 1 to `MOST_WAVES`.
        apart: weeks from one wave to the next.
        pilot: percent, 1 to 100.
        left: words that were not understood, as typed.
    """

    name: str | None = None
    themes: tuple[str, ...] = ()
    audience: tuple[Mention, ...] = ()
    unknown: tuple[str, ...] = ()
    first_day: date | None = None
    past: bool = False
    weeks: int | None = None
    pace: Pace | None = None
    window: Window | None = None
    waves: int | None = None
    apart: int | None = None
    pilot: int | None = None
    left: str = ""


def read_wish(
    text: str,
    mentions: tuple[Mention, ...],
    lang: Lang,
    today: date,
    themes: Mapping[str, Wording],
) -> Wish:
    """Read a campaign as somebody words it, in either language; nothing raises.

    Args:
        text: without the command; a mention reads as a name. It is read up to 500 characters.
        mentions: with their ids, in order.
        lang: decides which number comes first in 3/4, and nothing else.
        today: where the person is.
        themes: titles by id.
    """
    rest = Remainder.of(text)
    for mention in mentions:
        _take_mention(rest, mention)
    name, unknown = _take_name(rest, themes), _take_unknown(rest)
    apart, waves = _take_number(rest, APART, MOST_WEEKS), _take_number(rest, (WAVES,), MOST_WAVES)
    pilot = _take_number(rest, PILOTS, 100)
    pace, window = _take_pace(rest), take_window(rest)
    weeks = _take_weeks(rest)
    first_day = _take_first_day(rest, lang, today)
    if first_day and weeks is None:
        weeks = _take_weeks_until(rest, first_day, lang, today)
    return Wish(
        name=name,
        themes=take_themes(rest, themes, STARS),
        audience=mentions,
        unknown=unknown,
        first_day=first_day,
        past=first_day is not None and first_day < today,
        weeks=weeks,
        pace=pace,
        window=window,
        waves=waves,
        apart=apart,
        pilot=pilot,
        left=_left(rest),
    )


def _take_mention(rest: Remainder, mention: Mention) -> None:
    """Take a mention away: with its sign if it has one, else behind a word that leads to it."""
    name = re.escape(Remainder.of(mention.name).plain.lstrip("#@"))
    if name:
        for before in (r"[#@]", r"\b(?:for|with|to|and|pour|avec|et|a) ", r"(?<![\w-])"):
            if rest.take(re.compile(rf"{before}{name}(?![\w-])")):
                return


def _take_name(rest: Remainder, themes: Mapping[str, Wording]) -> str | None:
    """Take what stands in quotes, unless that is a theme."""
    found = QUOTED.search(rest.plain)
    name = rest.typed[slice(*found.span("name"))].strip(f"{GONE} ") if found else ""
    if found is None or not name or theme_called(name, themes):
        return None
    rest.cut(*found.span())
    return name


def _take_unknown(rest: Remainder) -> tuple[str, ...]:
    found: list[str] = []
    while match := UNKNOWN.search(rest.plain):
        found.append(rest.cut(*match.span()))
    return tuple(dict.fromkeys(found))


def _take_number(rest: Remainder, patterns: Iterable[re.Pattern[str]], most: int) -> int | None:
    for pattern in patterns:
        found = pattern.search(rest.plain)
        number = _number(found["n"]) if found else 0
        if found and 1 <= number <= most:
            rest.cut(*found.span())
            return number
    return None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBERS[word]


def _take_pace(rest: Remainder) -> Pace | None:
    return next((pace for pace, pattern in PACES.items() if rest.take(pattern)), None)


def _take_weeks(rest: Remainder) -> int | None:
    for unit, pattern in DURATIONS.items():
        found = pattern.search(rest.plain)
        weeks = _weeks(_number(found["n"]), unit) if found else 0
        if found and 1 <= weeks <= MOST_WEEKS:
            rest.cut(*found.span())
            return weeks
    return None


def _weeks(n: int, unit: str) -> int:
    """Return whole weeks: a month is four, and « quinze jours » are two."""
    weeks, of = WEEKS_IN[unit]
    return n * weeks // of


def _take_first_day(rest: Remainder, lang: Lang, today: date) -> date | None:
    found = find_first_day(rest.plain, lang, today)
    if found:
        rest.cut(found.start, found.end)
    return found.day if found else None


def _take_weeks_until(rest: Remainder, first_day: date, lang: Lang, today: date) -> int | None:
    """Read how long something lasts from the day until which it does: the weeks that fit."""
    found = find_last_day(rest.plain, lang, today)
    days = (found.day - first_day).days + 1 if found and found.day else 0
    weeks = max(1, days // 7)
    if found is None or days < 1 or weeks > MOST_WEEKS:
        return None
    rest.cut(found.start, found.end)
    return weeks


def _left(rest: Remainder) -> str:
    typed = (word.strip(_MARKS) for word in rest.typed.replace(GONE, " ").split())
    return " ".join(word for word in typed if not _says_nothing(word))


def _says_nothing(word: str) -> bool:
    parts = _PART.findall(folded(word))
    return all(part in _FILLERS for part in parts)


_MARKS = ".,:!?()«»“”\"'’&+-/"
_PART = re.compile(r"[^\W_]+")
_FILLERS = frozenset(FILLERS.split())
