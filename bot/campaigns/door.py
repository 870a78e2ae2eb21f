"""What of all that happens is about campaigns."""

from bot.campaigns import clicks, commanding, forms
from bot.events import Clicked, Commanded, Inbound, Said, Submitted
from bot.turn import Turn


def meant(turn: Turn, event: Inbound) -> bool:
    """Tell whether an event is about a campaign."""
    if isinstance(event, Clicked | Submitted):
        return clicks.about_campaign(turn, event.token)
    return isinstance(event, Commanded | Said) and commanding.asked(event) is not None


def take(turn: Turn, event: Inbound) -> None:
    """Carry it out.

    Raises:
        BotError: with nothing changed.
    """
    if isinstance(event, Clicked):
        clicks.clicked(turn, event)
    elif isinstance(event, Submitted):
        forms.submitted(turn, event)
    elif isinstance(event, Commanded | Said) and (asked := commanding.asked(event)):
        commanding.run(turn, event, *asked)
