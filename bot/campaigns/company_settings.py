"""What HR sets for the whole company: a message that says how it stands, and its form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.answers import Values
from bot.campaigns import offering, roles, starring
from bot.campaigns.speaking import MAY_ACT, hr_message, may_act, may_see, told
from bot.campaigns.terms_form import form
from bot.cards import Card
from bot.errors import StaleClick
from bot.events import Commanded, Said
from bot.frame import paragraph
from bot.messages import Bullets, Choices, Field, Form, Heading, Message, Option, Reply
from bot.turn import Turn

CHANGE = "set"


@dataclass(frozen=True, slots=True)
class Setting:
    """One of them.

    Attributes:
        name: how its texts begin.
        standing: says what is set, a line each.
        fields: the questions of its form.
        take: reads the form. Raises `InvalidAnswer`.
    """

    name: str
    standing: Callable[[Turn], Sequence[str]]
    fields: Callable[[Turn], Sequence[Field]]
    take: Callable[[Turn, Values], None]

    @property
    def template(self) -> str:
        """The template of its message."""
        return f"campaign_{self.name}"


STARS = Setting("stars", starring.standing, starring.fields, starring.take)
SLOTS = Setting("slots", offering.standing, offering.fields, offering.take)
SETTINGS: Mapping[str, Setting] = {one.template: one for one in (STARS, SLOTS)}
"""By the template of the message."""


def show(turn: Turn, setting: Setting, event: Commanded | Said) -> None:
    """Show what is set; where a command can open a form, it is open at once.

    Raises:
        NotAllowed: only HR may.
    """
    roles.demand(turn, *MAY_ACT)
    card = turn.post(setting.template)
    if isinstance(event, Commanded):
        turn.reply = Reply(form=form_of(turn, card))


def page(turn: Turn, card: Card) -> Message:
    """Say what is set, and what that does."""
    if not may_see(turn):
        return told(turn, "campaign.not_allowed")
    setting = SETTINGS[card.template]
    title, lines = turn.text(f"campaign.{setting.name}_title"), tuple(setting.standing(turn))
    change = Option(f"campaign:{CHANGE}", turn.text("campaign.way_set"), "primary", form=True)
    return hr_message(
        turn,
        title,
        Heading(title),
        paragraph(turn.text(f"campaign.{setting.name}_intro")),
        Bullets(lines) if lines else paragraph(turn.text(f"campaign.{setting.name}_none")),
        Choices(card.token, (change,)) if may_act(turn) else None,
    )


def form_of(turn: Turn, card: Card) -> Form:
    """Return the form of a message."""
    setting = SETTINGS[card.template]
    token, title = f"{card.token}.{setting.name}", f"campaign.{setting.name}_title"
    return form(turn, token, title, *setting.fields(turn))


def clicked(turn: Turn, card: Card, name: str) -> None:
    """Open the form.

    Raises:
        NotAllowed: only HR may.
        StaleClick: the message has no such button.
    """
    roles.demand(turn, *MAY_ACT)
    if name != CHANGE:
        raise StaleClick(card.token)
    turn.reply = Reply(form=form_of(turn, card))


def submitted(turn: Turn, card: Card, values: Values) -> None:
    """Take the form in place of what was set before.

    Raises:
        NotAllowed: only HR may.
        InvalidAnswer: a field cannot be taken; nothing has changed.
    """
    roles.demand(turn, *MAY_ACT)
    SETTINGS[card.template].take(turn, values)
    turn.refresh(card.token)
