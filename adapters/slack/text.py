"""Texts as Slack takes and gives them: cut to its limits, escaped, and read back."""

import re
from collections.abc import Iterator
from typing import Any

_MARKUP = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))


def units(text: str) -> int:
    """Measure in UTF-16 units, the strictest way in which Slack may count."""
    return len(text) + sum(char > "\uffff" for char in text)


def cut(text: str, most: int) -> str:
    """Shorten to a limit, at a word where there is one, and end with an ellipsis."""
    if units(text) <= most:
        return text
    head = text[: most - 1]
    while units(head) > most - 1:
        head = head[:-1]
    space = head.rfind(" ")
    return (head[:space] if space > most // 2 else head).rstrip() + "…"


def parts(text: str, most: int) -> Iterator[str]:
    """Cut into pieces within a limit, at a line or word where there is one; nothing is lost."""
    while units(text) > most:
        head = text[:most]
        while units(head) > most:
            head = head[:-1]
        seam = max(head.rfind("\n"), head.rfind(" "))
        end = seam + 1 if seam > most // 2 else len(head)
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def escaped(text: str) -> str:
    """Escape the three characters that begin markup; for top-level text and mrkdwn."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str, most: int = 3000) -> dict[str, Any]:
    """Make a plain_text object, in which nothing is markup; Slack refuses an empty one."""
    return {"type": "plain_text", "text": cut(text.strip() or "–", most)}


def typed(text: str) -> str:
    """Read what a person typed out of Slack's own markup: links by label, mentions by name."""
    shown = _MARKUP.sub(_shown, text)
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], shown).strip()


def without_mention(text: str, bot: str = "") -> str:
    """Take the bot's own mention out, or whatever mention stands first if the bot is unknown."""
    if bot:
        return re.sub(rf"<@{re.escape(bot)}(\|[^>]*)?>", "", text, count=1).strip()
    return re.sub(r"^\s*<@[^>]+>", "", text).strip()


def _shown(markup: re.Match[str]) -> str:
    target, label = markup[1], markup[2]
    if target[0] in "@#!":
        sign = "#" if target[0] == "#" else "@"
        return sign + (label or target[1:]).lstrip("@#")
    return label or target.removeprefix("mailto:")
