"""A neutral message as Block Kit: for the chat and for the home."""

from collections.abc import Sequence
from typing import Any

from adapters.slack.charts import chart
from adapters.slack.content import Block, content, paragraphs
from adapters.slack.controls import control
from adapters.slack.fitting import MESSAGE_BLOCKS, MESSAGE_TEXT, VIEW_BLOCKS, VIEW_TEXT, fitted
from adapters.slack.text import cut, escaped
from bot.charting import with_charts
from bot.language import Lang
from bot.messages import (
    Bars,
    Bullets,
    Chart,
    Divider,
    Element,
    Facts,
    Heading,
    Message,
    Progress,
    Span,
    Text,
)

_SUMMARY = 3000


def to_blocks(message: Message) -> dict[str, Any]:
    """Render a message.

    `text` is the notification: the summary, what its charts show, and nothing else.
    """
    blocks = _replaceable(rendered(message.elements, message.lang))
    return {
        "text": escaped(cut(with_charts(message), _SUMMARY)),
        "blocks": fitted(blocks, MESSAGE_BLOCKS, MESSAGE_TEXT),
    }


def to_home(message: Message) -> dict[str, Any]:
    """Render a message as the view of the home tab."""
    blocks = rendered(message.elements, message.lang)
    return {"type": "home", "blocks": fitted(blocks, VIEW_BLOCKS, VIEW_TEXT)}


def rendered(elements: Sequence[Element], lang: Lang) -> list[Block]:
    """Render elements in order, before any limit of the whole."""
    return [
        block
        for place, element in enumerate(elements)
        for block in _rendered_one(element, place, lang)
    ]


def _rendered_one(element: Element, place: int, lang: Lang) -> list[Block]:
    if isinstance(element, Heading | Text | Bullets | Facts | Progress | Divider):
        return content(element, lang)
    if isinstance(element, Chart | Bars):
        return chart(element, lang)
    return control(element, place, lang)


def _replaceable(blocks: list[Block]) -> list[Block]:
    """See to it that there is a rich_text block.

    Slack answers `block_mismatch` when a message with one is replaced by a message without.
    """
    first = next((block for block in blocks if block["type"] == "header"), None)
    if first is None or any(block["type"] == "rich_text" for block in blocks):
        return blocks
    bold = paragraphs((Span(first["text"]["text"], "bold"),))
    return [new for old in blocks for new in (bold if old is first else [old])]
