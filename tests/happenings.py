"""Records for tests of figures, on days counted from 1 October 2026; the window is that October.

The clocks of Europe change on the 25th.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.measuring.records import Kind, Record
from bot.measuring.windows import Window

START = datetime(2026, 10, 1, tzinfo=UTC)
OCTOBER = Window(START, datetime(2026, 11, 1, tzinfo=UTC))
SEED = 7


def at(day: float) -> datetime:
    """Return nine o'clock of a day of October, or as much later as the day has a fraction."""
    return START + timedelta(days=day - 1, hours=9)


def due(day: int) -> date:
    """Return a day of October; 0 is the last of September, 32 the first of November."""
    return (START + timedelta(days=day - 1)).date()


def record(
    kind: Kind,
    person: str = "ann",
    day: float = 5,
    about: str = "",
    *,
    detail: str = "",
    theme: str = "",
    value: float | None = None,
    due_on: date | None = None,
    slot: str = "",
) -> Record:
    """Say that something happened to Ann on 5 October, if nothing else is said."""
    return Record(kind, person, at(day), about, theme, detail, value, due_on, slot=slot)


def sent(
    about: str, person: str = "ann", day: float = 5, *, outside: bool = False, slot: str = ""
) -> Record:
    value = float(outside)
    return record("prompt_sent", person, day, about, detail="checkin", value=value, slot=slot)


def answered(about: str, minutes: float, person: str = "ann", day: float = 5) -> Record:
    return record("prompt_answered", person, day, about, value=minutes)


def made(
    about: str, due_day: int, person: str = "ann", day: float = 2, *, own: bool = False
) -> Record:
    value = float(own)
    return record("commitment_created", person, day, about, value=value, due_on=due(due_day))


def moved(about: str, due_day: int, person: str = "ann", day: float = 5) -> Record:
    return record("commitment_due", person, day, about, due_on=due(due_day))


def became(about: str, status: str, person: str = "ann", day: float = 9) -> Record:
    said = record("commitment_status", person, day, about, detail=status)
    return replace(said, day=said.at.date())
