"""A place found in a plain text, found again in the text as it was typed."""

import re
from collections.abc import Iterator

from bot.plain import plain


def found_in(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where a pattern of plain words stands in a typed text with single spaces."""
    said, at = _plain_with_places(text)
    for match in pattern.finditer(said):
        if match.start() < match.end():
            yield at[match.start()], at[match.end() - 1] + 1


def without(pattern: re.Pattern[str], text: str) -> str:
    """Take what a pattern finds out of a typed text, and the spaces and commas left over."""
    for start, end in reversed(list(found_in(pattern, text))):
        text = f"{text[:start].rstrip()} {text[end:].lstrip()}"
    text = re.sub(r"\s+([,.;])", r"\1", text)
    return re.sub(r",(?:\s*,)+", ",", text).strip(" ,;")


def placed(said: str, text: str) -> tuple[int, int] | None:
    """Return where plain words stand in a typed text; None if they don't."""
    pattern = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)")
    return next(found_in(pattern, text), None) if said else None


def _plain_with_places(text: str) -> tuple[str, list[int]]:
    said, at = "", []
    for place, letter in enumerate(text):
        piece = " " if letter.isspace() else plain(letter)
        said += piece
        at += [place] * len(piece)
    return said, at
