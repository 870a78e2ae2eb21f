"""Weekly slots: their names, how they are said and typed, and which ones are offered first."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Protocol

import dateparser

from bot.days import say_time
from bot.language import LANGS, Lang
from bot.library import Library
from bot.people import Slot

FIRST = (Slot(1, time(9)), Slot(3, time(14)))
"""Offered first where the company has set nothing: Tuesday at 9:00 and Thursday at 14:00."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = re.compile(r"\b(\d{1,2})\s*h\s*(\d{2})?\b", re.IGNORECASE)
_TWO_DAYS = (datetime(2000, 1, 2), datetime(2001, 1, 3))  # noqa: DTZ001 - a wall time
_LONGEST = 40
_NAME = re.compile(rf"({'|'.join(_DAYS)})_([01]\d|2[0-3])([0-5]\d)")


class OfferedSlots(Protocol):
    """What the company set. Part of `bot.ports.UnitOfWork`."""

    def all(self) -> Sequence[Slot]:
        """The slots in their order; empty where nothing was set."""

    def put(self, slots: Sequence[Slot]) -> None:
        """Offer these first, in this order, in place of those before."""


def offered(kept: OfferedSlots) -> tuple[Slot, ...]:
    """Return the slots that are offered first, in their order."""
    return tuple(kept.all()) or FIRST


def name_of(slot: Slot) -> str:
    """Name a slot: `tue_0900`."""
    return f"{_DAYS[slot.weekday]}_{slot.at:%H%M}"


def slot_named(name: str) -> Slot | None:
    """Return the slot of a name; None if it is none."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    day, hour, minute = found.groups()
    return Slot(_DAYS.index(day), time(int(hour), int(minute)))


def typed_slot(text: str, lang: Lang) -> Slot | None:
    """Read a day of the week with a time, as people type it: `Tue 9:30`, « mardi 9 h 30 ».

    Either language is understood; None where a day or a time is missing.
    """
    words = _HOURS.sub(_as_clock, text[:_LONGEST])
    one, other = (_guessed(words, lang, today) for today in _TWO_DAYS)
    return one if one == other else None  # else the day is not one of the week, as 'tomorrow'


def say_slot(library: Library, slot: Slot, lang: Lang) -> str:
    """Say a slot: `Tuesday 09:00`, « mardi 9 h »."""
    return f"{library.say(f'weekdays.{slot.weekday}', lang)} {say_time(slot.at, lang)}"


def labelled(library: Library, slot: Slot, lang: Lang) -> str:
    """Say a slot where nothing comes before it: « Mardi 9 h »."""
    said = say_slot(library, slot, lang)
    return said[:1].upper() + said[1:]


def _as_clock(found: re.Match[str]) -> str:
    return f"{found[1]}:{found[2] or '00'} "


def _guessed(words: str, lang: Lang, today: datetime) -> Slot | None:
    languages = [lang, *(other for other in LANGS if other != lang)]
    settings = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": today}
    try:
        found = dateparser.parse(words, languages=languages, settings=settings)
    except Exception:  # noqa: BLE001 - odd texts make the library raise nearly anything
        return None
    return Slot(found.weekday(), found.time()) if found and found.time() > time() else None
