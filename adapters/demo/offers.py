"""What a message offers to press, as somebody reads it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.answers import Values
from bot.messages import Choices, Element, Heading, Message, Multi, Scale, When


@dataclass(frozen=True, slots=True)
class Press:
    """One press, as a platform would tell it."""

    token: str
    option: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One control: its token, the ids of its options, and the element itself."""

    token: str
    ids: tuple[str, ...]
    element: Element


NAVIGATION = frozenset({"also", "cmd", "form", "plan", "snooze", "lang", "edit", "erase", "drop"})
"""Verbs that lead away from the question at hand."""

EVALUATE, LATER = "cmd:evaluate", "cmd:evaluate:later"
"""What is offered beside the last words of a conversation, and taken up by many."""


def offers(message: Message) -> list[Offer]:
    """Return the controls that answer a question, in the order of the message."""
    return [offer for element in message.elements for offer in _offers(element)]


def find(messages: Iterable[Message], option: str) -> Press | None:
    """Find the first control with an option."""
    for message in messages:
        for offer in offers(message):
            if option in offer.ids:
                return Press(offer.token, option)
    return None


def titles(message: Message) -> Sequence[str]:
    """Return the headings of a message."""
    return [element.text for element in message.elements if isinstance(element, Heading)]


def _offers(element: Element) -> Iterator[Offer]:
    match element:
        case Choices(token, options):
            ids = tuple(option.id for option in options if _answers(option.id))
            if ids and ids != ("back",):
                yield Offer(token, ids, element)
        case Multi(token):
            yield Offer(token, ("save",), element)
        case Scale(token, low, high):
            yield Offer(token, tuple(map(str, range(low, high + 1))), element)
        case When(token, quick):
            yield Offer(token, tuple(option.id for option in quick), element)


def _answers(option: str) -> bool:
    verb, _, rest = option.partition(":")
    return option in {EVALUATE, LATER} or not (rest and verb in NAVIGATION)
