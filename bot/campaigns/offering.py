"""Weekly slots that the company offers first: set by HR; everybody still picks any other."""

from bot.answers import Values, weekly_slot
from bot.campaigns import roles
from bot.campaigns.speaking import MAY_ACT, hr_message, may_act, may_see, told
from bot.campaigns.terms_form import form
from bot.cards import Card
from bot.errors import InvalidAnswer, StaleClick
from bot.events import Commanded, Said
from bot.frame import paragraph
from bot.messages import Bullets, Choices, Field, Form, Heading, Message, Option, Reply
from bot.people import Slot
from bot.slots import FIRST, name_of, offered, say_slot, slot_named
from bot.turn import Turn

TEMPLATE = "campaign_slots"
MOST = 3
WORKING_DAYS = 5
NONE = "none"


def show(turn: Turn, event: Commanded | Said) -> None:
    """Show what is offered first; where a command can open a form, it is open at once.

    Raises:
        NotAllowed: only HR may.
    """
    roles.demand(turn, *MAY_ACT)
    card = turn.post(TEMPLATE)
    if isinstance(event, Commanded):
        turn.reply = Reply(form=slots_form(turn, card))


def slots_page(turn: Turn, card: Card) -> Message:
    """Say which slots are offered first, and what that does."""
    if not may_see(turn):
        return told(turn, "campaign.not_allowed")
    title = turn.text("campaign.slots_title")
    lines = tuple(say_slot(turn.library, slot, turn.lang) for slot in _offered(turn))
    change = Option("campaign:slots", turn.text("campaign.way_star"), "primary", form=True)
    return hr_message(
        turn,
        title,
        Heading(title),
        paragraph(turn.text("campaign.slots_intro")),
        Bullets(tuple(line[:1].upper() + line[1:] for line in lines)),
        Choices(card.token, (change,)) if may_act(turn) else None,
    )


def slots_form(turn: Turn, card: Card) -> Form:
    """Ask for up to three days and times; with none at all, the usual two are offered again."""
    now = _offered(turn)
    fields = (field for n in range(MOST) for field in _fields(turn, n, now[n : n + 1]))
    return form(turn, f"{card.token}.slots", "campaign.slots_title", *fields)


def clicked(turn: Turn, card: Card, name: str) -> None:
    """Open the form.

    Raises:
        NotAllowed: only HR may.
        StaleClick: the message has no such button.
    """
    roles.demand(turn, *MAY_ACT)
    if name != "slots":
        raise StaleClick(card.token)
    turn.reply = Reply(form=slots_form(turn, card))


def submitted(turn: Turn, card: Card, values: Values) -> None:
    """Offer what was chosen, in place of what was offered before, and write it into the log.

    Raises:
        NotAllowed: only HR may.
        InvalidAnswer: a time is missing, or in the night.
    """
    roles.demand(turn, *MAY_ACT)
    read = (_read(values, n) for n in range(MOST))
    slots = tuple(dict.fromkeys(slot for slot in read if slot))
    turn.uow.offered_slots.put(() if slots == FIRST else slots)
    roles.note(turn, "offered", detail=",".join(map(name_of, slots or FIRST)))
    turn.refresh(card.token)


def said(turn: Turn, names: str) -> str:
    """Say slots by their names, as a line of the log keeps them; what is none is left out."""
    found = (slot_named(name) for name in names.split(","))
    return ", ".join(say_slot(turn.library, slot, turn.lang) for slot in found if slot)


def _offered(turn: Turn) -> tuple[Slot, ...]:
    return offered(turn.uow.offered_slots)


def _fields(turn: Turn, n: int, now: tuple[Slot, ...]) -> tuple[Field, Field]:
    days = [Option(str(day), turn.text(f"weekdays.{day}")) for day in range(WORKING_DAYS)]
    every = (Option(NONE, turn.text("campaign.slots_none")), *days)
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
