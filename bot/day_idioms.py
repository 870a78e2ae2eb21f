"""Days as people write them in English and French, found anywhere in a text.

All rules read text made `plain`, in both languages at once; the person's language only decides
which number comes first in 3/4. Each rule is a pattern and what it means, seen from today.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.day_sums import (
    FEASTS,
    end_of_month,
    end_of_quarter,
    feast,
    friday_of_week,
    in_months,
    next_date,
    next_day_number,
    next_month_end,
    next_weekday,
    this_friday,
)
from bot.language import Lang


@dataclass(frozen=True, slots=True)
class Found:
    """A day named between two places of a plain text; None where it can't be told which one."""

    start: int
    end: int
    day: date | None


def find_days(text: str, lang: Lang, today: date) -> tuple[Found, ...]:
    """Find the days named in a plain text, in its order; the longest reading wins."""
    every = sorted(_all(text, lang, today), key=lambda found: (found.start, -found.end))
    kept: list[Found] = []
    for found in every:
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return tuple(kept)


def _all(text: str, lang: Lang, today: date) -> Iterator[Found]:
    for pattern, meaning in _RULES:
        for match in pattern.finditer(text):
            try:
                yield Found(match.start(), match.end(), meaning(match, lang, today))
            except (ValueError, OverflowError):  # no such day: 31/02, or beyond the calendar
                continue


def _numbered(*names: str, start: int = 1) -> dict[str, int]:
    return {name: n for n, group in enumerate(names, start) for name in group.split()}


_NUMBERS = {
    **_numbered(
        "a an one un une",
        "two deux",
        "three trois",
        "four quatre",
        "five cinq",
        "six",
        "seven sept huit",  # « huit jours » is a week
        "eight",
        "nine neuf",
        "ten dix",
        "eleven onze",
        "twelve douze",
        "thirteen treize",
        "fourteen quatorze quinze",  # « quinze jours » is a fortnight
    ),
    "twenty": 20,
    "vingt": 20,
    "twenty-four": 24,
    "vingt-quatre": 24,
    "forty-eight": 48,
    "quarante-huit": 48,
    "seventy-two": 72,
    "soixante-douze": 72,
    "thirty": 30,
    "trente": 30,
}
_WEEKDAYS = _numbered(
    "monday lundi",
    "tuesday tues mardi",
    "wednesday weds mercredi",
    "thursday thurs thur thu jeudi",
    "friday fri vendredi",
    "saturday samedi",
    "sunday dimanche",
    start=0,
)
_ENGLISH_MONTHS = _numbered(
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_MONTHS = _ENGLISH_MONTHS | _numbered(
    "janvier janv",
    "fevrier fevr fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
)
_WHOLE_MONTHS = tuple(name for name in _MONTHS if name in {"mai", "may"} or name[3:])


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


_N = rf"(?P<n>\d{{1,3}}|{_any(_NUMBERS)})"
_WD = rf"(?P<wd>{_any(_WEEKDAYS)})\b\.?"
_DAY_NAME = rf"(?:{_any(_WEEKDAYS)}\b[.,]? (?:the |le )?)?"
_D = r"(?P<d>\d{1,2})"
_Y = r"(?:,? (?P<y>\d{4})\b)?"
_MONTH = rf"(?P<m>{_any(_MONTHS)})\b\.?"
_UNIT = (
    r"(?P<unit>hours?|heures?|h|(?:(?:working|business|calendar) )?days?"
    r"|jours?(?: (?:ouvres|ouvrables|calendaires))?|j|fortnights?|weeks?|semaines?|months?|mois)\b"
)


def _ahead(match: re.Match[str], _lang: Lang, today: date) -> date:
    number, unit = match["n"], match["unit"]
    n = int(number) if number.isdecimal() else _NUMBERS[number]
    if n == _FORTNIGHT_IN_DAYS and unit.startswith("j"):
        n -= 1  # « 15 jours » is a fortnight, however it is written
    if unit.startswith(("hour", "heure")) or unit == "h":
        return today + timedelta(days=n // 24)
    if unit.startswith(("week", "semaine", "fortnight")):
        return today + timedelta(weeks=2 * n if unit.startswith("fortnight") else n)
    if unit.startswith("mo"):
        return in_months(today, n)
    return _workdays_ahead(today, n) if _counts_workdays(unit) else today + timedelta(days=n)


_FORTNIGHT_IN_DAYS = 15


def _counts_workdays(unit: str) -> bool:
    return unit.startswith(("working", "business")) or unit.endswith(("ouvres", "ouvrables"))


def _workdays_ahead(today: date, n: int) -> date:
    for _ in range(n):
        today += timedelta(days=3 if today.weekday() == 4 else 1)  # noqa: PLR2004 - Friday
    return today


def _numeric(match: re.Match[str], lang: Lang, today: date) -> date | None:
    first, second = int(match["a"]), int(match["b"])
    year = int(match["y"]) if match["y"] else None
    year = year + 2000 if year is not None and year < 100 else year  # noqa: PLR2004 - two digits
    if lang == "fr" or first > 12 or first == second:  # noqa: PLR2004 - no such month
        return next_date(today, second, first, year)
    return next_date(today, first, second, year) if second > 12 else None  # noqa: PLR2004


def _dated(match: re.Match[str], _lang: Lang, today: date) -> date:
    year = int(match["y"]) if match["y"] else None
    return next_date(today, _MONTHS[match["m"]], int(match["d"]), year)


def _month_end(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_month_end(today, _MONTHS[match["m"]], int(match["y"]) if match["y"] else None)


def _middle(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_date(today, _MONTHS[match["m"]], 15, int(match["y"]) if match["y"] else None)


def _weekday(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_weekday(today, _WEEKDAYS[match["wd"]])


def _weekday_then(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_weekday(today, _WEEKDAYS[match["wd"]]) + timedelta(weeks=1)


def _weekday_next(match: re.Match[str], _lang: Lang, today: date) -> date:
    return _next_monday(today) + timedelta(days=_WEEKDAYS[match["wd"]])


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _weekday_number(match: re.Match[str], _lang: Lang, today: date) -> date:
    day = next_day_number(today, int(match["d"]))
    if day.weekday() != _WEEKDAYS[match["wd"]]:  # 'Friday 2 questions' is no second of a month
        raise ValueError(match["d"])
    return day


def _day_number(match: re.Match[str], _lang: Lang, today: date) -> date:
    return next_day_number(today, int(match["d"]))


def _quarter(match: re.Match[str], _lang: Lang, today: date) -> date:
    return end_of_quarter(today, int(match["q"]), int(match["y"]) if match["y"] else None)


def _after(days: int) -> Callable[[re.Match[str], Lang, date], date]:
    return lambda _match, _lang, today: today + timedelta(days=days)


_Meaning = Callable[[re.Match[str], Lang, date], date | None]

_TABLE: tuple[tuple[str, _Meaning], ...] = (
    # numbers
    (
        r"(?<!\d)(?P<y>\d{4})-(?P<b>\d{2})-(?P<a>\d{2})(?!\d)",
        lambda m, _lang, _today: date(int(m["y"]), int(m["b"]), int(m["a"])),
    ),
    (
        rf"{_DAY_NAME}(?<![\d/])(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})(?:/(?P<y>\d{{4}}|\d\d))?(?![\d/])",
        _numeric,
    ),
    (
        (
            rf"{_DAY_NAME}(?<![\d.-])(?P<a>\d{{1,2}})(?P<sep>[.-])(?P<b>\d{{1,2}})(?P=sep)"
            r"(?P<y>\d{4}|\d\d)(?!\d)"
        ),
        _numeric,
    ),
    # day and month
    (rf"{_DAY_NAME}(?<!\d){_D}(?:st|nd|rd|th|er)?(?: of)? {_MONTH}{_Y}", _dated),
    (
        (
            rf"{_DAY_NAME}\b(?P<m>{_any(_ENGLISH_MONTHS)})\b\.? (?:the )?{_D}(?:st|nd|rd|th)?\b"
            rf"(?!:\d|\.\d| ?(?:h|am|pm)\b){_Y}"
        ),
        _dated,
    ),
    # a day number, alone or after its weekday
    (rf"\b{_WD},? (?:the |le )?{_D}(?:st|nd|rd|th|er)?\b(?!:|/| ?h\b)", _weekday_number),
    (rf"\bthe {_D}(?:st|nd|rd|th)\b(?! (?:of|time|person|item|draft|version))", _day_number),
    (
        (
            rf"\b(?:le|au|du) {_D}(?:er)?(?!:\d|,\d)"
            r"(?= (?:au|aux|a|et|on|je|j'|pour|avec|soir|matin|sur|chez|dans"
            r"|en|devant|par|max|midi)\b|\s*[,.;:!?)]|$)"
        ),
        _day_number,
    ),
    # the end or the middle of something
    (rf"\b(?:end of|late|end|fin(?: du mois)?(?: de| d')?) ?\b{_MONTH}{_Y}", _month_end),
    (rf"\b(?:mid|mi|middle of)[- ]{_MONTH}{_Y}", _middle),
    (
        r"\b(?:mid[- ]month|mi-mois|(?:the )?middle of the month|milieu du mois)\b",
        lambda _m, _lang, today: next_day_number(today, 15),
    ),
    (
        (
            r"\b(?:(?:the )?(?:end of )?(?:the |this )month(?: end)?|month[- ]end|end of month|eom"
            r"|(?:la )?fin (?:du|de ce|de|dans le) mois|ce mois(?:-ci)?|dans le mois)\b"
        ),
        lambda _m, _lang, today: end_of_month(today),
    ),
    (
        r"\b(?:(?:the )?(?:end of )?next month|(?:(?:la )?fin du |le )mois prochain)\b",
        lambda _m, _lang, today: end_of_month(in_months(today, 1)),
    ),
    (
        (
            r"\b(?:(?:the )?(?:end of )?(?:the |this )quarter|quarter[- ]end|end of quarter|eoq"
            r"|(?:la )?fin (?:du|de|de ce) trimestre|ce trimestre)\b"
        ),
        lambda _m, _lang, today: end_of_quarter(today, (today.month + 2) // 3, today.year),
    ),
    (
        r"\b(?:(?:the )?end of |(?:la )?fin (?:du )?)?[qt](?P<q>[1-4])\b(?:[ -](?P<y>\d{4})\b)?",
        _quarter,
    ),
    (
        (
            r"\b(?:(?:the )?end of (?:the |this )?year|year[- ]end|eoy|this year(?!'s)"
            r"|(?:la )?fin (?:d'|de l'|de cette )annee|cette annee)\b"
        ),
        lambda _m, _lang, today: date(today.year, 12, 31),
    ),
    (
        (
            r"\b(?:(?:the )?end of (?:the |this )?(?:working )?week|eow|this week"
            r"|(?:within|during|in) the week|(?:la )?fin de (?:la |cette )?semaine|cette semaine"
            r"|(?:dans|pendant|durant) la semaine)\b(?! (?:prochaine|suivante|after))"
        ),
        lambda _m, _lang, today: this_friday(today),
    ),
    (
        (
            r"\b(?:(?:the )?end of )?next week\b"
            r"|\b(?:(?:la )?fin de )?(?:la )?semaine (?:prochaine|qui vient)\b"
        ),
        lambda _m, _lang, today: this_friday(_next_monday(today)),
    ),
    (
        r"\b(?:the )?week after next\b|\bla semaine d'apres\b",
        lambda _m, _lang, today: this_friday(_next_monday(today) + timedelta(weeks=1)),
    ),
    (
        (
            r"(?<!')\b(?:s|sem|semaine|week|wk|w|cw|kw) ?(?P<week>[1-5]?\d)\b(?! ?(?:%|h\b|jours"
            r"|days|fois))"
        ),
        lambda m, _lang, today: friday_of_week(today, int(m["week"])),
    ),
    # weekdays
    (rf"\bnext {_WD}", _weekday_next),
    (rf"\b{_WD} (?:of )?next week\b", _weekday_next),
    (rf"\b{_WD} (?:prochaine?|(?:de )?(?:la )?semaine prochaine)\b", _weekday_next),
    (rf"\b{_WD} (?:en huit|week)\b", _weekday_then),
    (rf"\ba week (?:from|on) {_WD}", _weekday_then),
    (rf"\b{_WD}", _weekday),
    # near days
    (
        (
            r"\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:eod|cob|end of (?:the )?day)"
            rf"(?! (?:on )?(?:tomorrow|{_any(_WEEKDAYS)})\b)"
            r"|aujourd'hui|ce (?:jour|soir|matin|midi)|(?:cet |dans l')apres-midi"
            r"|(?:en )?fin de journee|dans la (?:journee|soiree|matinee))\b"
        ),
        _after(0),
    ),
    (r"\b(?:the )?day after tomorrow\b|\bapres-?\s?demain\b", _after(2)),
    (r"\b(?:tomorrow|tmrw|tomorow|demain|d'ici demain)\b", _after(1)),
    # so many days ahead
    (
        (
            rf"\b(?:in|within|dans|sous|d'ici(?: a)?)"
            rf"(?: the next| the coming| next| les(?: prochaine?s)?)? ?\b{_N} ?{_UNIT}"
            rf"(?! (?:ago|chunks|steps|blocks|slots))"
        ),
        _ahead,
    ),
    (rf"\b{_N} {_UNIT} from (?:now|today)\b", _ahead),
    (r"\b(?:sous|dans|d'ici) (?:une )?quinzaine\b", _after(14)),
    (r"\b(?:sous|dans|d'ici) (?:une )?huitaine\b", _after(7)),
    # feasts
    (
        (
            rf"\b(?P<feast>{_any(FEASTS)})\b(?! (?:party|card|lunch|dinner|gift|cadeau)|\s?du \d)"
            r"(?: (?P<y>\d{4})\b)?"
        ),
        lambda m, _lang, today: feast(m["feast"], today, int(m["y"]) if m["y"] else None),
    ),
    # a period whose last day nobody named
    (
        (
            r"\b(?:this|next|ce|le) week-?end\b|\bweek-?end prochain\b"
            rf"|\b(?:early|start of|beginning of|in|during|by|from|until"
            rf"|debut|en|courant|partir de|compter de|d'ici)"
            rf" (?P<m>{_any(_WHOLE_MONTHS)})\b(?! \d)"
        ),
        lambda _m, _lang, _today: None,
    ),
)
_RULES = tuple((re.compile(pattern), meaning) for pattern, meaning in _TABLE)
