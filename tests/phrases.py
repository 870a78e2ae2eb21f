"""Phrases that stand nowhere else, and the runs of their words in whatever was read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from html import unescape
from random import Random
from typing import Any

from bot.language import Lang
from tests.players import Words

RUN = 4
"""Words in a row by which a phrase is recognised."""

Run = tuple[str, ...]

_LONG = 6
_NOUNS: Mapping[Lang, str] = {
    "en": (
        "kettle harbour lantern orchard saddle compass barrel meadow anvil canyon thimble pulley "
        "gravel beacon teapot hammock trellis cobble rafter pebble turret bobbin ladle quarry "
        "sextant furrow gazebo plank mitten cinder walnut ferry chimney rudder buckle pantry"
    ),
    "fr": (
        "bouilloire lanterne verger selle boussole tonneau prairie enclume ravin poulie gravier "
        "hamac treillis galet tourelle bobine louche sillon planche mitaine cendre noyer bac "
        "gouvernail boucle moulin ruche grelot bougie chaudron balcon tuile clairon radeau"
    ),
}


class Phrases(Words):
    """Gives out phrases of six words; nobody else gets one that shares four of them in a row."""

    def __init__(self, author: str, lang: Lang = "en") -> None:
        super().__init__(author)
        self._nouns = _NOUNS[lang].split()
        self._chance = Random(author)  # noqa: S311 - made up, no secret

    def __call__(self) -> str:
        self.planted.append(" ".join(self._chance.sample(self._nouns, _LONG)))
        return self.planted[-1]


def runs(text: str) -> set[Run]:
    """List every run of four words of a text, whatever stands between them."""
    words = _WORD.findall(text.casefold())
    return set(zip(*(words[n:] for n in range(RUN)), strict=False))


def runs_of(texts: Iterable[str]) -> set[Run]:
    """List the runs of many texts."""
    return set().union(*map(runs, texts))


def page_text(html: str) -> str:
    """Read a page with all that its tags say, as of a picture, and once more without any tag."""
    return f"{unescape(html)}\n{unescape(_TAG.sub(' ', html))}"


def texts_in(value: object) -> Iterator[str]:
    """Walk through a message, a form, an export or the like to every text in it."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for part in value.items():
            yield from texts_in(part)
    elif isinstance(value, Sequence | frozenset | set):
        for part in value:
            yield from texts_in(part)


def in_one(value: Any) -> str:
    """Return all texts in a value, one a line."""
    return "\n".join(texts_in(value))


_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
