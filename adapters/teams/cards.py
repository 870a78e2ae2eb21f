"""Neutral messages as Adaptive Cards and activities, within Teams' limits."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import orjson

from adapters.teams.actions import Json
from adapters.teams.elements import Look, look_of, render
from adapters.teams.mentions import NOBODY, Mentions, mentioned
from adapters.teams.phrases import PHRASES, Phrases
from adapters.teams.text import cut
from bot.charting import with_charts
from bot.messages import (
    Bullets,
    Choices,
    Divider,
    Element,
    Facts,
    Heading,
    Message,
    Multi,
    Option,
    Receipt,
    Span,
    Text,
)

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"

BUDGET = 28 * 1024
"""Bytes of a whole activity; the card leaves one KB of it to the rest."""

SUMMARY = 400
FALLBACK = 2000
_PASSIVE = (Heading, Text, Bullets, Facts)
_CUTS = (4000, 1500, 600, 200, 60)


def to_activity(message: Message, phrases: Phrases = PHRASES, mentions: Mentions = NOBODY) -> Json:
    """Write the activity with the card alone: text beside a card would make two messages."""
    return as_activity(to_card(message, phrases, mentions), message.summary)


def as_activity(card: Json, summary: str) -> Json:
    """Wrap a card; `summary` is the notification's text."""
    return {
        "type": "message",
        "summary": cut(summary, SUMMARY),
        "attachments": [{"contentType": CONTENT_TYPE, "content": card}],
        "channelData": {"notification": {"alert": True}},
    }


def to_card(message: Message, phrases: Phrases = PHRASES, mentions: Mentions = NOBODY) -> Json:
    """Write the card; what exceeds the budget is shortened, texts first, with a clear end."""
    look = look_of(message, phrases, mentions)
    return fitting(
        message,
        phrases,
        lambda fewer: (
            wrap(body_of(fewer, look), message.lang, with_charts(message))
            | mentioned(fewer, mentions)
        ),
    )


def fitting(
    message: Message, phrases: Phrases, write: Callable[[tuple[Element, ...]], Json]
) -> Json:
    """Write a card of the message's elements, of ever less text until the budget holds."""
    card: Json = {}
    for elements in _shorter(message.elements, phrases.shortened.text(message.lang)):
        card = write(elements)
        if len(orjson.dumps(card)) <= BUDGET - 1024:
            break
    return card


def body_of(elements: Iterable[Element], look: Look) -> list[Json]:
    """Write all elements; a divider becomes the line above what follows it."""
    body: list[Json] = []
    divided = False
    for element in elements:
        if isinstance(element, Divider):
            divided = bool(body)
            continue
        written = render(element, look)
        if written and divided:
            written[0] = {**written[0], "separator": True, "spacing": "Medium"}
        divided = divided and not written
        body += written
    return body


def wrap(body: list[Json], lang: str, fallback: str) -> Json:
    """Put a body into a card that old clients can at least read the fallback of."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "lang": lang,
        "fallbackText": cut(fallback, FALLBACK),
        "body": body,
    }


def _shorter(elements: tuple[Element, ...], end: str) -> Iterator[tuple[Element, ...]]:
    """Yield all, then ever shorter ones; buttons and questions always stay."""
    yield elements
    for longest in _CUTS:
        yield tuple(_cut(element, longest, end) for element in elements)
    kept = [_cut(element, _CUTS[-1], end) for element in elements]
    notice = Text((Span(end),))
    while any(isinstance(element, _PASSIVE) for element in kept):
        last = max(i for i, element in enumerate(kept) if isinstance(element, _PASSIVE))
        del kept[last]
        yield (*kept[:last], notice, *kept[last:])


def _cut(element: Element, longest: int, end: str) -> Element:
    match element:
        case Text(spans) | Receipt(spans):
            cut_spans = tuple(replace(s, text=cut(s.text, longest, end)) for s in spans)
            return replace(element, spans=cut_spans)
        case Bullets(items):
            return Bullets(tuple(cut(item, longest, end) for item in items))
        case Facts(pairs):
            return Facts(tuple((cut(a, longest, end), cut(b, longest, end)) for a, b in pairs))
        case Choices(_, options) | Multi(_, options):
            return replace(element, options=tuple(_bare(o, longest) for o in options))
        case _:
            return element


def _bare(option: Option, longest: int) -> Option:
    """Take the second line away before the label suffers."""
    hint = option.hint if longest > _CUTS[-2] else ""
    return replace(option, hint=hint, label=cut(option.label, longest))
