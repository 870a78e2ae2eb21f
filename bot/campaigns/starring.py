"""Starring themes for the company: they come first in what is suggested, and nothing goes."""

from bot.answers import Values
from bot.campaigns import roles
from bot.campaigns.content import STARS
from bot.campaigns.speaking import MAY_ACT, hr_message, may_act, may_see, told
from bot.campaigns.terms_form import form
from bot.cards import Card
from bot.care import fold
from bot.errors import InvalidAnswer, StaleClick
from bot.events import Commanded, Said
from bot.frame import paragraph
from bot.messages import Bullets, Choices, Field, Form, Heading, Message, Option, Reply
from bot.turn import Turn

TEMPLATE = "campaign_stars"


def show(turn: Turn, event: Commanded | Said) -> None:
    """Show what is starred; where a command can open a form, it is open at once.

    Raises:
        NotAllowed: only HR may.
    """
    roles.demand(turn, *MAY_ACT)
    card = turn.post(TEMPLATE)
    if isinstance(event, Commanded):
        turn.reply = Reply(form=stars_form(turn, card))


def stars_page(turn: Turn, card: Card) -> Message:
    """Say which themes are starred, and what that does."""
    if not may_see(turn):
        return told(turn, "campaign.not_allowed")
    titles = [turn.library.themes[theme].title.text(turn.lang) for theme in starred(turn)]
    change = Option("campaign:star", turn.text("campaign.way_star"), "primary", form=True)
    return hr_message(
        turn,
        turn.text("campaign.stars_title"),
        Heading(turn.text("campaign.stars_title")),
        paragraph(turn.text("campaign.stars_intro")),
        Bullets(tuple(titles)) if titles else paragraph(turn.text("campaign.stars_none")),
        Choices(card.token, (change,)) if may_act(turn) else None,
    )


def stars_form(turn: Turn, card: Card) -> Form:
    """Ask for up to four themes; none is an answer, too."""
    themes = [Option(i, t.title.text(turn.lang)) for i, t in turn.library.themes.items()]
    offered = tuple(sorted(themes, key=lambda option: fold(option.label)))
    label, hint = turn.text("campaign.themes"), turn.text("campaign.stars_hint")
    chosen = ",".join(starred(turn))
    asked = Field("themes", label, "multi", False, hint, "", chosen, offered, most=STARS)
    return form(turn, f"{card.token}.star", "campaign.stars_title", asked)


def clicked(turn: Turn, card: Card, name: str) -> None:
    """Open the form.

    Raises:
        NotAllowed: only HR may.
        StaleClick: the message has no such button.
    """
    roles.demand(turn, *MAY_ACT)
    if name != "star":
        raise StaleClick(card.token)
    turn.reply = Reply(form=stars_form(turn, card))


def submitted(turn: Turn, card: Card, values: Values) -> None:
    """Star what was chosen, in place of what was starred before, and write it into the log.

    Raises:
        NotAllowed: only HR may.
        InvalidAnswer: more than four.
    """
    roles.demand(turn, *MAY_ACT)
    chosen = values.get("themes") or []
    ids = chosen if isinstance(chosen, list) else chosen.split(",")
    themes = [theme for theme in dict.fromkeys(ids) if theme in turn.library.themes]
    if len(themes) > STARS:
        raise InvalidAnswer("errors.choose_fewer", field="themes", most=str(STARS))
    turn.uow.stars.put(themes)
    roles.note(turn, "starred", detail=",".join(themes))
    turn.refresh(card.token)


def starred(turn: Turn) -> list[str]:
    """Return what is starred and still exists, the first one first."""
    return [theme for theme in turn.uow.stars.all() if theme in turn.library.themes]
