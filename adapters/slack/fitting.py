"""Limits of a whole message or view: how many blocks, how many characters in all."""

from collections.abc import Iterator
from typing import Any

from adapters.slack.content import Block
from adapters.slack.text import cut, units

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 12_000  # Slack refuses about 13,200 although every block is legal
VIEW_TEXT = 60_000  # a view may have 250 kB

_KEPT = 100  # labels and short lines are never cut for the sake of the whole
_PAIR = 2  # cells of a table go by name and value
_TAIL = 2  # the footer: who sees this, and the way to help


def fitted(blocks: list[Block], most: int, text: int) -> list[Block]:
    """Return blocks within both limits; the footer stays.

    First the longest texts give way, then the last lines of the longest lists and tables.
    """
    if len(blocks) > most:
        blocks = _joined(blocks)
    if len(blocks) > most:
        blocks = blocks[: most - _TAIL] + blocks[-_TAIL:]
    _shorten(blocks, text)
    _thin_out(blocks, text)
    return blocks


def weight(blocks: object) -> int:
    """Count the characters of all texts, at any depth."""
    return sum(units(leaf["text"]) for leaf in _leaves(blocks))


def _shorten(blocks: list[Block], most: int) -> None:
    excess = weight(blocks) - most
    leaves = [leaf for leaf in _leaves(blocks) if leaf["type"] != "mrkdwn"]
    while excess > 0 and leaves:
        longest = max(leaves, key=lambda leaf: units(leaf["text"]))
        size = units(longest["text"])
        if size <= _KEPT:
            return
        longest["text"] = cut(longest["text"], max(_KEPT, size - excess))
        excess -= size - units(longest["text"])


def _thin_out(blocks: list[Block], most: int) -> None:
    excess = weight(blocks) - most
    if excess <= 0:
        return
    lists = [lines for lines in _lines(blocks) if len(lines) > _PAIR]
    whole = [len(lines) for lines in lists]
    excess += len(lists)  # room for their ellipses
    while excess > 0 and any(len(lines) > _PAIR for lines in lists):
        longest = max((lines for lines in lists if len(lines) > _PAIR), key=weight)
        excess -= weight(longest[-_PAIR:])
        del longest[-_PAIR:]
    for lines, before in zip(lists, whole, strict=True):
        if len(lines) < before:
            _end_openly(lines)


def _end_openly(lines: list[dict[str, Any]]) -> None:
    for last in list(_leaves(lines))[-1:]:
        last["text"] = last["text"].removesuffix("…") + "…"


def _lines(blocks: list[Block]) -> Iterator[list[dict[str, Any]]]:
    """Find what can lose its end: cells of tables, lines of lists, pieces of paragraphs."""
    for block in blocks:
        if "fields" in block:
            yield block["fields"]
        elif block["type"] == "rich_text":
            yield from (part["elements"] for part in block["elements"])


def _leaves(part: object) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if isinstance(part.get("text"), str):
            yield part
        for value in part.values():
            yield from _leaves(value)
    elif isinstance(part, list):
        for value in part:
            yield from _leaves(value)


def _joined(blocks: list[Block]) -> list[Block]:
    """Join neighbouring texts into one block each."""
    joined: list[Block] = []
    for block in blocks:
        if joined and block["type"] == joined[-1]["type"] == "rich_text":
            joined[-1] = {
                "type": "rich_text",
                "elements": joined[-1]["elements"] + block["elements"],
            }
        else:
            joined.append(block)
    return joined
