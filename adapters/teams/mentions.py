"""People named in a card: a mention where the name is known, the span's words where it isn't."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from adapters.teams.actions import Json
from adapters.teams.text import cut
from bot.messages import Element, Receipt, Text

NAME = 60
"""Characters of a name."""

_MARKS = re.compile(r"[<>&*_`~#|\\{}\[\]:/@\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What could end a mention or begin markup; names do without."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as Teams knows them: the id it mentions them by, and the name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody to be mentioned; `written` is what stands for them in the card's texts."""

    named: Named
    written: str


Mentions = Mapping[str, Mention]
"""By person."""

NOBODY: Mentions = {}


def people_in(elements: Iterable[Element]) -> tuple[str, ...]:
    """Return whom a message names, each once, in order."""
    spans = [span for e in elements if isinstance(e, Text | Receipt) for span in e.spans]
    return tuple(dict.fromkeys(span.person for span in spans if span.person))


def mentions_of(people: Mapping[str, Named]) -> Mentions:
    """Write each name so that it can be told from the others; a name of marks alone is left out."""
    found: dict[str, Mention] = {}
    taken: set[str] = set()
    for person, named in people.items():
        name = cut(" ".join(_MARKS.sub(" ", named.name).split()), NAME)
        if name:
            written = _free(name, taken)
            taken.add(written)
            found[person] = Mention(Named(named.id, name), f"<at>{written}</at>")
    return found


def named(elements: Iterable[Element], names: Mapping[str, str]) -> tuple[Element, ...]:
    """Write names in place of the words that stand for people, where no mention can."""
    return tuple(_with_names(one, names) for one in elements)


def mentioned(elements: Iterable[Element], mentions: Mentions) -> Json:
    """Return what a card must carry for the mentions in its texts."""
    found = [mentions[person] for person in people_in(elements) if person in mentions]
    return {"msteams": {"entities": [_entity(mention) for mention in found]}} if found else {}


def _with_names(element: Element, names: Mapping[str, str]) -> Element:
    if not isinstance(element, Text | Receipt):
        return element
    spans = (replace(span, text=names.get(span.person, span.text)) for span in element.spans)
    return replace(element, spans=tuple(spans))


def _free(name: str, taken: set[str]) -> str:
    """Number people of the same name: a mention is found by its text."""
    written, number = name, 1
    while written in taken:
        number += 1
        written = f"{name} ({number})"
    return written


def _entity(mention: Mention) -> Json:
    named = {"id": mention.named.id, "name": mention.named.name}
    return {"type": "mention", "text": mention.written, "mentioned": named}
