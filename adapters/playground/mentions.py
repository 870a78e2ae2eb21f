"""Channels and people named in what is typed: `#` or `@` and a name the page knows."""

import re
from collections.abc import Iterator, Sequence

from bot.events import Mention

_BEGINS = re.compile(r"(?<!\w)[#@]")
_SIGNS = {"channel": "#", "person": "@"}


def mentions_in(text: str, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return what a text names, in order; of several names that fit, the longest.

    Names are matched whatever their case, spaces in them included; the text stays as it is.
    """
    longest_first = sorted(known, key=lambda one: -len(one.name))
    return tuple(_found(text, longest_first))


def starts_with(text: str, known: Sequence[Mention]) -> bool:
    """Tell whether a text begins with somebody's name, and so is theirs to read."""
    return any(_stands(one, text, 0) for one in known if one.kind == "person")


def _found(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    end = 0
    for begins in _BEGINS.finditer(text):
        if begins.start() < end:
            continue
        named = next((one for one in known if _stands(one, text, begins.start())), None)
        if named is not None:
            end = begins.end() + len(named.name)
            yield named


def _stands(one: Mention, text: str, at: int) -> bool:
    name = re.escape(f"{_SIGNS[one.kind]}{one.name}")
    return re.compile(rf"{name}(?!\w)", re.IGNORECASE).match(text, at) is not None
