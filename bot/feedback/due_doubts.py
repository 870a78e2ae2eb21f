"""What is odd about the day of a commitment: a question with the days to choose from, never more.

A day off, a day past or far away, a day that does not exist, a weekday and a date that do not
agree. Whatever is chosen, the words stay; only the day in them gives way.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bot.checking.criteria import read
from bot.checking.language import language_of
from bot.checking.moments import Now
from bot.commitments import Draft
from bot.day_idioms import Found, find_days
from bot.days import say_day
from bot.feedback.places_in_text import placed
from bot.language import Lang
from bot.plain import plain
from bot.workdays import Calendar

FURTHEST = timedelta(days=31)
"""How far ahead a date may lie: a step, not a project."""

LATELY = timedelta(days=60)
"""A day without a year that was so short a time ago is meant as that one, and past."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is odd, the days to choose from (what is suggested first), and the words it is about."""

    kind: Literal["disagree", "impossible", "past", "far", "off"]
    days: tuple[date, ...]
    said: str = ""


def doubt(draft: Draft, due_on: date, lang: Lang, today: date, calendar: Calendar) -> Doubt | None:
    """Find what to ask about the day.

    Args:
        draft: what was written; `due_chosen` says whether `due_on` is the person's.
        due_on: the day it is down for.
        lang: the person's language.
        today: the day it was written, in the person's zone.
        calendar: the working days where the person is.
    """
    text = plain(f"{draft.cue}, {draft.action or draft.sentence}")
    lang = language_of(text, lang)
    return (
        _disagreeing(text, lang, today)
        or (_against_field(text, due_on, lang, today) if draft.due_chosen else None)
        or (None if draft.due_chosen else _misplaced(text, due_on, lang, today))
        or (_off(due_on, text, lang, today, calendar) if draft.due_chosen else None)
    )


def with_day(draft: Draft, said: str, day: date, lang: Lang, today: date) -> Draft:
    """Return the draft with one day in place of the words that named another."""
    lang = language_of(f"{draft.cue}, {draft.action or draft.sentence}", lang)
    new = say_day(day, lang, today)
    action = _swapped(" ".join((draft.action or draft.sentence).split()), said, new, lang)
    cue = _swapped(" ".join(draft.cue.split()), said, new, lang)
    return replace(draft, action=action, cue=cue, due_chosen=True)


_WEEKDAYS = (
    "monday|lundi",
    "tuesday|mardi",
    "wednesday|mercredi",
    "thursday|jeudi",
    "friday|vendredi",
    "saturday|samedi",
    "sunday|dimanche",
)
_MONTH = (
    r"(?:janvier|january|jan|fevrier|february|feb|mars|march|avril|april|mai|may|juin|june|juillet"
    r"|july|aout|august|septembre|september|sept|octobre|october|oct|novembre|november|nov"
    r"|decembre|december|dec)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er)?(?: of)? {_MONTH}\b(?:,? \d{{4}}\b)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/]))"
)
_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[.,]? (?:the |le )?({_DATE})")
_ALONE = re.compile(rf"(?<![\d/])(?:{_DATE}|\d{{4}}-\d{{2}}-\d{{2}}(?!\d))")
_YEAR = re.compile(r"\b\d{4}\b|/\d+/")
_CONTEXT = re.compile(r"\b(?:since|depuis|last|like on|as on|comme)(?: the| le)? ?$")


def _disagreeing(text: str, lang: Lang, today: date) -> Doubt | None:
    """'Friday 29 November', where the 29th is a Sunday."""
    for match in _NAMED.finditer(text):
        weekday = next(n for n, names in enumerate(_WEEKDAYS) if match[1] in names.split("|"))
        dated = _day_of(match[2], lang, today)
        if dated and today <= dated and dated.weekday() != weekday:
            days = [d for d in (_nearest(dated, weekday, today), dated) if d <= today + FURTHEST]
            return Doubt("disagree", tuple(days), match[0]) if days else None
    return None


def _nearest(day: date, weekday: int, today: date) -> date:
    """Return the day of this name that is nearest and not past."""
    after = day + timedelta(days=(weekday - day.weekday()) % 7)
    before = after - timedelta(weeks=1)
    return before if before >= today and day - before < after - day else after


def _day_of(written: str, lang: Lang, today: date) -> date | None:
    found = find_days(written, lang, today)
    return found[0].day if found else None


def _against_field(text: str, due_on: date, lang: Lang, today: date) -> Doubt | None:
    """The words name a day after the one that was picked."""
    named = read(text, lang, Now(today)).due
    if named is None or not due_on < named <= today + FURTHEST:
        return None
    said = _naming(named, text, lang, today)
    return Doubt("disagree", (due_on, named), said) if said else None


def _misplaced(text: str, due_on: date, lang: Lang, today: date) -> Doubt | None:
    """The only day that is named cannot be meant, or lies beyond a step."""
    for match in _ALONE.finditer(text):
        if not find_days(match[0], lang, today) and _none_such(match[0]):
            return Doubt("impossible", (due_on,), match[0])
    for found in find_days(text, lang, today):
        said = text[found.start : found.end]
        if found.day is None or _CONTEXT.search(text[: found.start]):
            continue
        if _is_past(found, said, today):
            return Doubt("past", (due_on,), said)
        if found.day > today + FURTHEST and found.day == read(text, lang, Now(today)).due:
            return Doubt("far", (due_on,), said)
    return None


def _none_such(written: str) -> bool:
    """Tell '31 November' from '3/4', which is only unclear."""
    return (
        not re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", written)
        or any(
            int(n) > 12  # noqa: PLR2004 - months of a year
            for n in re.findall(r"\d+", written)[:2]
        )
    )


def _is_past(found: Found, said: str, today: date) -> bool:
    if found.day is None:
        return False
    if found.day < today:
        return True
    dated = _ALONE.search(said) and not _YEAR.search(said)
    return bool(dated) and today - LATELY <= found.day - timedelta(days=365) < today


def _off(due_on: date, text: str, lang: Lang, today: date, calendar: Calendar) -> Doubt | None:
    """The day picked or named is a weekend or a public holiday."""
    if calendar.is_workday(due_on):
        return None
    before = calendar.add_workdays(due_on, -1)
    better = before if before > today else calendar.next_workday(due_on)
    return Doubt("off", (better, due_on), _naming(due_on, text, lang, today))


def _naming(day: date, text: str, lang: Lang, today: date) -> str:
    """Return the words that name a day."""
    found = find_days(text, lang, today)
    return next((text[f.start : f.end] for f in found if f.day == day), "")


_KEPT = {
    "en": re.compile(r"\b(?:by|on|before|until|till|for|from|starting|after)(?: the)? $"),
    "fr": re.compile(
        r"\b(?:d'ici(?: au| le)?|avant(?: le)?|le|au|du|pour(?: le)?|jusqu'au|des le"
        r"|jusqu'a|apres(?: le)?) $"
    ),
}
_DROPPED = {
    "en": re.compile(r"\b(?:at|in|over|within|during|this)(?: the)? $"),
    "fr": re.compile(r"\b(?:a|en|ce|pendant|durant) $"),
}


def _swapped(text: str, said: str, new: str, lang: Lang) -> str:
    span = placed(said.strip(" .,"), text)
    if span is None or _is_a_name(text, span):
        return text
    before, after = text[: span[0]], text[span[1] :]
    led = plain(before[-20:]) + " "
    kept = _KEPT[lang].search(led)
    if not kept:
        dropped = _DROPPED[lang].search(led)
        before = before.rstrip()[: -len(dropped[0].strip())] if dropped else before
        new = f"on {new}" if lang == "en" else new
    elif lang == "en":
        before = re.sub(r"\bthe $", "", before)
    elif kept[0] in {"avant ", "pour ", "apres "}:
        new = f"le {new}"
    if not before.strip():
        new = new[:1].upper() + new[1:]
    return f"{before}{new}{after}"


def _is_a_name(text: str, span: tuple[int, int]) -> bool:
    """Tell the day of a meeting ('Sunday's round', « la visite de dimanche ») from a due day."""
    return bool(
        re.match(r"['’]s\b", text[span[1] :]) or re.search(r"\b(?:de|of) $", text[: span[0]])
    )
