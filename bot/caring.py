"""Help at any moment: contacts first. Nothing of it is stored, and nobody is told."""

from bot.care import Category, contacts_for
from bot.errors import StaleClick
from bot.frame import MENU, message, paragraph
from bot.messages import Bullets, Choices, Heading, Message, Option
from bot.programmes import Step
from bot.turn import Turn

PROGRAMME = "safe_response"
CARE = "care:"
"""How the options of a care message begin; their token is the menu's, for nothing is stored."""

LISTED = (
    "next",
    "start",
    "checkin",
    "stuck",
    "plan",
    "progress",
    "commit",
    "settings",
    "snooze",
    "pause",
    "why",
    "data",
    "stop",
)
"""Commands shown by help, in this order."""


def care_page(turn: Turn, step_id: str) -> Message:
    """Say what the step of the care dialogue says."""
    step = turn.library.programme(PROGRAMME).step(step_id)
    said = paragraph(_filled(turn, step))
    title = turn.library.programme(PROGRAMME).title.text(turn.lang)
    buttons = Choices(MENU, _buttons(turn, step)) if step.choices else None
    return message(turn, title, said, buttons)


def help_page(turn: Turn) -> Message:
    """Show the contacts, then what can be typed."""
    contacts = contacts_for(turn.library.contacts, turn.coachee.country)
    commands = tuple(f"{turn.text(f'words.{c}')} · {turn.text(f'help.{c}')}" for c in LISTED)
    return message(
        turn,
        turn.text("help.summary"),
        Heading(turn.text("help.contacts")),
        Bullets(tuple(line.text(turn.lang) for line in contacts.lines)),
        paragraph(turn.text("help.choose")),
        Heading(turn.text("help.commands")),
        Bullets(commands),
    )


def next_step(turn: Turn, option: str) -> Step:
    """Return the care step that a button leads to.

    Raises:
        StaleClick: there is no such button.
    """
    step_id, _, choice_id = option.removeprefix(CARE).partition(":")
    programme = turn.library.programme(PROGRAMME)
    choice = programme.step(step_id).choice(choice_id)
    if choice is None or choice.to is None:
        raise StaleClick(PROGRAMME)
    return programme.step(choice.to)


def step_of(category: Category) -> str:
    """Return the step of the care dialogue for a category."""
    return category


def _filled(turn: Turn, step: Step) -> str:
    contacts = contacts_for(turn.library.contacts, turn.coachee.country)
    lines = "\n".join(f"• {line.text(turn.lang)}" for line in contacts.lines)
    values = {
        "emergency": contacts.emergency,
        "country_contacts": lines,
        "company_contacts": "",
    }
    filled = step.say.text(turn.lang, values)
    return "\n".join(line for line in filled.splitlines() if line.strip())


def _buttons(turn: Turn, step: Step) -> tuple[Option, ...]:
    return tuple(Option(f"{CARE}{step.id}:{c.id}", c.label.text(turn.lang)) for c in step.choices)
