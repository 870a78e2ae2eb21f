"""The day on which something begins, as people name it.

`bot.day_idioms` reads days by which something is done: 'next week' is its Friday there. Here it is
its Monday, and 'next month' the first.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from babel.dates import get_day_names, get_month_names

from bot.day_idioms import Found, find_days
from bot.day_sums import end_of_month, friday_of_week, next_date, next_weekday
from bot.language import LANGS, Lang
from bot.plain import plain


def find_first_day(text: str, lang: Lang, today: date) -> Found | None:
    """Find the first day that a plain text names, with the words that lead to it.

    A day that only ends something is passed over, as is one of which nobody can tell when it is.
    A day already past is returned as it is.
    """
    every = [*_beginnings(text, lang, today), *find_days(text, lang, today)]
    for found in sorted(every, key=lambda found: (found.start, -found.end)):
        if found.day and not _ENDS.search(text[: found.start]):
            lead = _LEADS.search(text[: found.start])
            return Found(lead.start() if lead else found.start, found.end, found.day)
    return None


def find_last_day(text: str, lang: Lang, today: date) -> Found | None:
    """Find the day until which something lasts, with the words that lead to it."""
    for found in find_days(text, lang, today):
        lead = _ENDS.search(text[: found.start]) or _TO.search(text[: found.start])
        if found.day and lead:
            return Found(lead.start(), found.end, found.day)
    return None


def _beginnings(text: str, lang: Lang, today: date) -> Iterator[Found]:
    for pattern, meaning in _RULES:
        for match in pattern.finditer(text):
            try:
                yield Found(match.start(), match.end(), meaning(match, lang, today))
            except (ValueError, OverflowError):  # no such day, or beyond the calendar
                continue


def _named(names: Callable[[str], dict[int, str]], start: int) -> dict[str, int]:
    return {plain(name): n for lang in LANGS for n, name in names(lang).items() if n >= start}


MONTHS = _named(lambda lang: dict(get_month_names("wide", locale=lang)), 1)
WEEKDAYS = _named(lambda lang: dict(get_day_names("wide", locale=lang)), 0)
"""Names in both languages, plain; months from 1, weekdays from 0, which is Monday."""


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for one of these names."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


def _month(match: re.Match[str], _lang: Lang, today: date) -> date:
    month, year = MONTHS[match["m"]], int(match["y"]) if match["y"] else None
    if month == today.month and year in {None, today.year}:
        return today
    return date(year or today.year + (month < today.month), month, 1)


def _quarter(match: re.Match[str], _lang: Lang, today: date) -> date:
    month, year = int(match["q"]) * 3 - 2, int(match["y"]) if match["y"] else None
    first = date(year or today.year, month, 1)
    return first if year or first >= today else first.replace(year=today.year + 1)


def _next_month(_match: re.Match[str], _lang: Lang, today: date) -> date:
    return end_of_month(today) + timedelta(days=1)


def _first_weekday(match: re.Match[str], lang: Lang, today: date) -> date:
    first = _month(match, lang, today) if match["m"] else _next_month(match, lang, today)
    return next_weekday(first.replace(day=1) - timedelta(days=1), WEEKDAYS[match["wd"]])


def _last_weekday(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_weekday(today - timedelta(days=8), WEEKDAYS[match["wd"] or match["past"]])


def _monday(weeks: int) -> Callable[[re.Match[str], Lang, date], date]:
    return lambda _m, _lang, today: today + timedelta(weeks=weeks, days=-today.weekday())


def _after(days: int) -> Callable[[re.Match[str], Lang, date], date]:
    return lambda _m, _lang, today: today + timedelta(days=days)


_M = rf"(?P<m>{any_of(MONTHS)})\b(?: (?P<y>\d{{4}})\b)?"
_WD = rf"(?P<wd>{any_of(WEEKDAYS)})\b"
_START = r"(?:(?:the )?(?:start|beginning) of |early |(?:le |au |du )?debut (?:de |du |d')?)?"

_TABLE: tuple[tuple[str, Callable[[re.Match[str], Lang, date], date]], ...] = (
    (
        (
            r"\b(?:right |straight )?away\b|\b(?:right )?now\b(?: on\b)?|\bimmediately\b|\basap\b"
            r"|\btout de suite\b|\b(?:des )?maintenant\b|\bimmediatement\b|\bdes que possible\b"
        ),
        _after(0),
    ),
    (r"\bthis week\b|\bcette semaine\b", _after(0)),
    (r"\byesterday\b|\bhier\b", _after(-1)),
    (rf"{_START}\b(?:the )?next week\b", _monday(1)),
    (rf"{_START}\b(?:la )?semaine (?:prochaine|qui vient)\b", _monday(1)),
    (r"\b(?:the )?week after next\b|\bla semaine d'apres\b", _monday(2)),
    (rf"{_START}\b(?:next month|(?:le )?mois prochain)\b", _next_month),
    (
        (
            r"\b(?:from|in|starting(?: in)?|beginning(?: in)?|early|(?:start|beginning) of"
            r"|a partir d[eu']|a compter d[eu']|des|en|debut|courant|au mois d[e'])"
            rf" ?\b{_M}(?! ?\d)"
        ),
        _month,
    ),
    (
        (
            rf"\b(?:first|1st|premier|1er) {_WD}"
            rf" (?:(?:of|in|de|d'|du|du mois de) ?{_M}|(?:of )?next month|du mois prochain)"
        ),
        _first_weekday,
    ),
    (rf"\blast {_WD}|\b{_WD.replace('wd', 'past')} dernier\b", _last_weekday),
    (
        r"(?<!')\b(?:semaine|sem|s|week|wk|w|cw|kw) ?(?P<week>[1-5]?\d)\b(?! ?(?:%|h\b|:))",
        lambda m, _lang, today: friday_of_week(today, int(m["week"])) - timedelta(days=4),
    ),
    (rf"{_START}\b[qt](?P<q>[1-4])\b(?:[ -](?P<y>\d{{4}})\b)?", _quarter),
    (
        (
            rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er)?"
            rf"(?= ?(?:to|until|-|au) ?\d\d?(?:st|nd|rd|th|er)? {_M})"
        ),
        lambda m, _lang, today: next_date(
            today, MONTHS[m["m"]], int(m["d"]), int(m["y"]) if m["y"] else None
        ),
    ),
    (
        r"(?<!\d)(?P<y>\d{4})/(?P<m>\d\d?)/(?P<d>\d\d?)(?!\d)",
        lambda m, _lang, _today: date(int(m["y"]), int(m["m"]), int(m["d"])),
    ),
)
_RULES = tuple((re.compile(pattern), meaning) for pattern, meaning in _TABLE)

_LEADS = re.compile(
    r"\b(?:(?:from|start(?:s|ing)?|begin(?:s|ning)?|as|on|of|the|week|launch(?:ing)?"
    r"|le|la|du|de|semaine|debut(?:e|er|ant)?|commen(?:ce|cer|cant)|demarr(?:e|er|ant|age)"
    r"|des|lance(?:r|ment)?|a (?:partir|compter)(?: (?:de|du|des))?) )+$"
)
_ENDS = re.compile(
    r"\b(?:until|till|through|up to|ending(?: on)?|ends?(?: on)?|by|before|jusqu'(?:a|au|en)|avant"
    r"|d'ici(?: a| au)?) (?:the |le |la )?$"
)
_TO = re.compile(r"(?:\b(?:to|au|a) (?:the |le |la )?|- ?)$")
