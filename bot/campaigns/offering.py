"""Weekly slots that the company offers first: set by HR; everybody still picks any other."""

from collections.abc import Sequence

from bot.answers import Values, weekly_slot
from bot.campaigns import roles
from bot.errors import InvalidAnswer
from bot.messages import Field, Option
from bot.people import Slot
from bot.slots import FIRST, labelled, name_of, offered, say_slot, slot_named
from bot.turn import Turn

MOST = 3
WORKING_DAYS = 5
NONE = "none"


def standing(turn: Turn) -> Sequence[str]:
    """Say which slots are offered first."""
    return [labelled(turn.library, slot, turn.lang) for slot in _offered(turn)]


def fields(turn: Turn) -> Sequence[Field]:
    """Ask for up to three days and times; with none at all, the usual two are offered again."""
    now = _offered(turn)
    return [field for n in range(MOST) for field in _fields(turn, n, now[n : n + 1])]


def take(turn: Turn, values: Values) -> None:
    """Offer what was chosen, in place of what was offered before, and write it into the log.

    Raises:
        InvalidAnswer: a time is missing, or in the night.
    """
    read = (_read(values, n) for n in range(MOST))
    slots = tuple(dict.fromkeys(slot for slot in read if slot))
    turn.uow.offered_slots.put(() if slots == FIRST else slots)
    roles.note(turn, "offered", detail=",".join(map(name_of, slots or FIRST)))


def said(turn: Turn, names: str) -> str:
    """Say slots by their names, as a line of the log keeps them; what is none is left out."""
    found = (slot_named(name) for name in names.split(","))
    return ", ".join(say_slot(turn.library, slot, turn.lang) for slot in found if slot)


def _offered(turn: Turn) -> tuple[Slot, ...]:
    return offered(turn.uow.offered_slots)


def _fields(turn: Turn, n: int, now: tuple[Slot, ...]) -> tuple[Field, Field]:
    days = [Option(str(day), turn.text(f"weekdays.{day}")) for day in range(WORKING_DAYS)]
    every = (Option(NONE, turn.text("campaign.slots_no_day")), *days)
    day, at = (str(now[0].weekday), f"{now[0].at:%H:%M}") if now else (NONE, "")
    label = turn.text("campaign.slots_day", n=str(n + 1))
    when = turn.text("campaign.slots_time", n=str(n + 1))
    return (
        Field(f"weekday_{n}", label, "choice", False, "", "", day, every),
        Field(f"time_{n}", when, "time", required=False, value=at),
    )


def _read(values: Values, n: int) -> Slot | None:
    day = values.get(f"weekday_{n}") or NONE
    if day == NONE:
        return None
    try:
        return weekly_slot({"weekday": day, "time": values.get(f"time_{n}") or ""})
    except InvalidAnswer as error:
        field = f"{error.values['field']}_{n}"
        raise InvalidAnswer(error.told, **(error.values | {"field": field})) from None
