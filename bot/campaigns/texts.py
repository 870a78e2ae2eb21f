"""The texts of a campaign's messages, to be read and not to be pressed."""

from collections.abc import Iterator, Sequence

from bot.campaigns.content import Campaign
from bot.campaigns.preview import Line
from bot.campaigns.previewing import current
from bot.cards import Card
from bot.errors import StaleClick
from bot.frame import paragraph
from bot.language import Lang
from bot.messages import (
    Bullets,
    Choices,
    Divider,
    Element,
    Footer,
    Form,
    Heading,
    Message,
    Multi,
    Receipt,
    Scale,
    Text,
    When,
)
from bot.turn import Turn

MOST = 8
"""Messages in one window, so that it stays below what the platforms take."""


def window(turn: Turn, campaign: Campaign, card: Card) -> Form:
    """Show the texts of a preview in the reader's language.

    Raises:
        StaleClick: there is no preview of the campaign as it is now.
    """
    preview = current(turn, campaign, card.args.get("assumption", ""))
    if preview is None:
        raise StaleClick(card.token)
    shown: list[Element] = []
    for line in distinct(preview.lines, turn.lang)[:MOST]:
        kind = turn.text(f"kinds.{line.kind}")
        shown += [Heading(kind[:1].upper() + kind[1:]), *readable(line.message), Divider()]
    close = turn.text("buttons.close")
    title = turn.text("campaign.texts_title")
    return Form(f"{card.token}.texts", turn.lang, title, "", close, (), tuple(shown[:-1]))


def distinct(lines: Sequence[Line], lang: Lang) -> list[Line]:
    """Return each message once, in order, in one language if there is any in it."""
    said = [line for line in lines if line.message and line.fate == "sent"]
    mine = [line for line in said if line.lang == lang] or said
    first = mine[0].group if mine else None
    return [line for line in mine if line.group == first]


def readable(message: Message | None) -> Iterator[Element]:
    """Return a message without anything to press; what could be is written in brackets."""
    for element in message.elements if message else ():
        match element:
            case Text() | Bullets() | Heading():
                yield element
            case Receipt(spans):
                yield Text(spans)
            case Choices(_, options) | Multi(_, options):
                yield paragraph(" ".join(f"[{option.label}]" for option in options))
            case Scale(_, low, high):
                yield paragraph(f"[{low}] … [{high}]")
            case When(_, quick):
                yield paragraph(" ".join(f"[{option.label}]" for option in quick))
            case Footer(visibility):
                yield paragraph(visibility)
