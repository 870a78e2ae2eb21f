"""Texts as Slack takes and gives them: cut to its limits, escaped, and read back."""

import re
from collections.abc import Iterator
from typing import Any, Literal

from adapters.slack.ids import CHANNEL, GROUP, PERSON
from bot.events import Mention

_MARKUP = re.compile(r"<([^<>|]+)(?:\|([^<>]*))?>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_NAMED: tuple[tuple[str, Literal["channel", "usergroup", "person"], re.Pattern[str]], ...] = (
    ("#", "channel", CHANNEL),
    ("!subteam^", "usergroup", GROUP),
    ("@", "person", PERSON),
)


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
    return _unescaped(_MARKUP.sub(_shown, text)).strip()


def mentions(text: str) -> tuple[Mention, ...]:
    """List whom and what a person named, in order, by the names that `typed` leaves in the text.

    Only Slack makes markup: the same signs typed by hand arrive escaped, and name nobody.
    """
    return tuple(found for markup in _MARKUP.finditer(text) for found in _mentioned(markup))


def without_mention(text: str, bot: str = "") -> str:
    """Take the bot's own mention out, or whatever mention stands first if the bot is unknown."""
    if bot:
        return re.sub(rf"<@{re.escape(bot)}(\|[^>]*)?>", "", text, count=1).strip()
    return re.sub(r"^\s*<@[^>]+>", "", text).strip()


def _shown(markup: re.Match[str]) -> str:
    target, label = markup[1], markup[2]
    if target[0] in "@#!":
        return ("#" if target[0] == "#" else "@") + _name(markup)
    return label or target.removeprefix("mailto:")


def _mentioned(markup: re.Match[str]) -> Iterator[Mention]:
    for sign, kind, shape in _NAMED:
        one = markup[1].removeprefix(sign)
        if one != markup[1] and shape.fullmatch(one):
            yield Mention(kind, one, _unescaped(_name(markup)))


def _name(markup: re.Match[str]) -> str:
    """Return the label, or the id where there is none, as of a private channel."""
    label = (markup[2] or "").lstrip("@#")
    return label or markup[1].lstrip("@#!").removeprefix("subteam^")


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)
