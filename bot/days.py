"""Days read from what people type, said in their language, and offered as buttons."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import dateparser
from babel.dates import format_date

from bot.day_idioms import find_days
from bot.day_sums import next_day_number, this_friday
from bot.language import LANGS, Lang
from bot.plain import plain
from bot.workdays import Calendar

QuickKind = Literal["tomorrow", "end_of_week", "next_week"]

_LONGEST = 80
_FEW_WORDS = 6
_BEFORE = re.compile(
    r"^(?:(?:by|on|before|until|till|til|for|due|from|le|la|l'|d'ici(?: a| au)?|avant|pour"
    r"|au|jusqu'(?:a|au|en)|jusque|a(?! (?:day|week|month|fortnight))|en|vers|around|let's say"
    r"|disons)(?: |(?<=')))+"
)
_SHORT = {
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "fr": ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
}
_WHOLE = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LOCALES = {"en": "en_GB", "fr": "fr"}


def parse_day(text: str, lang: Lang, today: date) -> date | None:
    """Read a day as people type it; None if it can't be told, whatever the text is.

    Either language is understood. A date that may be read in two orders, such as 3/4 in
    English, is not guessed. A day already past is returned as it is.
    """
    words = plain(text, _LONGEST).strip(" .,;:!?()«»\"'")
    words = _BEFORE.sub("", words)
    if not words:
        return None
    if words.isdecimal():
        return _numbered(words, today)
    words = _spelt(words, lang)
    # 'two weeks' alone is a delay; inside a sentence it would be a duration.
    found = find_days(words, lang, today) or find_days(f"in {words}", lang, today)
    if found:
        one = len(found) == 1 and len(words.split()) <= _FEW_WORDS
        whole = found[0].end - found[0].start >= len(words)
        return found[0].day if one or whole else None
    return _guessed(words, lang, today)


def say_day(day: date, lang: Lang, today: date) -> str:
    """Say a day in words: `Friday 27 November`, with the year where it is not this one."""
    pattern = "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y"
    if lang == "fr" and day.day == 1:
        pattern = pattern.replace(" d ", " d'er' ")
    return format_date(day, pattern, locale=_LOCALES[lang])


def say_moment(at: datetime, tz: ZoneInfo, lang: Lang, now: datetime) -> str:
    """Say a moment in the person's zone: `Monday 30 November at 09:30`, `today at 14:00`."""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    near = {today: ("today", "aujourd’hui"), today + timedelta(days=1): ("tomorrow", "demain")}
    said = near.get(local.date())
    day = said[lang == "fr"] if said else say_day(local.date(), lang, today)
    return f"{day} {'à' if lang == 'fr' else 'at'} {say_time(local.time(), lang)}"


def say_when(at: datetime, tz: ZoneInfo, lang: Lang) -> str:
    """Say a moment shortly, for a line that stays: `Mon 09:12`, « lun. 9 h 12 »."""
    local = at.astimezone(tz)
    return f"{format_date(local.date(), 'EEE', locale=lang)} {say_time(local.time(), lang)}"


def say_time(at: time, lang: Lang) -> str:
    """Say a wall time: `09:30`, « 9 h 30 »."""
    if lang == "en":
        return f"{at:%H:%M}"
    # No-break spaces: an hour must not be torn from its number.
    return f"{at.hour}\u00a0h" + (f"\u00a0{at.minute:02d}" if at.minute else "")


def suggested_day(today: date, calendar: Calendar, due_days: int) -> date:
    """Return the working day a step of so many days is due on."""
    return calendar.on_or_after(today + timedelta(days=max(due_days, 1)))


def quick_days(
    today: date, calendar: Calendar, due_days: int
) -> tuple[tuple[date, QuickKind], ...]:
    """Return the days offered as buttons: distinct working days after today, in order.

    Nothing is offered beyond the first that is not earlier than the suggested day: a step for
    the next 48 hours has no button for next week, unless nothing nearer is left.
    """
    friday = this_friday(today)
    every: tuple[tuple[date, QuickKind], ...] = (
        (today + timedelta(days=1), "tomorrow"),
        (_last_workday(friday, calendar), "end_of_week"),
        (_last_workday(friday + timedelta(weeks=1), calendar), "next_week"),
    )
    offered: list[tuple[date, QuickKind]] = []
    suggested = suggested_day(today, calendar, due_days)
    for day, kind in every:
        last = offered[-1][0] if offered else today
        if last < day and calendar.is_workday(day) and (last == today or last < suggested):
            offered.append((day, kind))
    return tuple(offered)


def _last_workday(friday: date, calendar: Calendar) -> date:
    return friday if calendar.is_workday(friday) else calendar.add_workdays(friday, -1)


def _numbered(words: str, today: date) -> date | None:
    try:
        return next_day_number(today, int(words[:9]))
    except ValueError:
        return None


def _spelt(words: str, lang: Lang) -> str:
    # Three letters mean a day only where nothing else is written: « mon » is also 'my'.
    short = words.rstrip(".")
    for table in (_SHORT[lang], *_SHORT.values()):
        if short in table:
            return _WHOLE[table.index(short)]
    return words


def _guessed(words: str, lang: Lang, today: date) -> date | None:
    if len(words.split()) > _FEW_WORDS:
        return None
    try:
        found = dateparser.parse(
            words,
            languages=[lang, *(other for other in LANGS if other != lang)],
            settings={
                "PREFER_DATES_FROM": "future",
                "RELATIVE_BASE": datetime.combine(today, time(12)),
                "REQUIRE_PARTS": ["day"],
            },
        )
    except Exception:  # noqa: BLE001 - odd texts make the library raise nearly anything
        return None
    return found.date() if found else None
