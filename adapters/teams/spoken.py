"""The words of a message, and whom or what they mention."""

from collections.abc import Mapping
from typing import Any, Literal

from adapters.teams.accounts import BOT
from adapters.teams.activities import Activity, entities, person_of, text_at
from bot.events import Mention

CONVERSATION = "19:"
"""How the ids of channels, teams and group chats begin; a team's is that of its first channel."""


def words_of(activity: Activity) -> str:
    """Take the bot's own mention out; of other mentions only the name stays."""
    words = text_at(activity, "text")
    bot = text_at(activity, "recipient", "id")
    for mention in entities(activity, "mention"):
        written = text_at(mention, "text")
        own = text_at(mention, "mentioned", "id") == bot
        name = "" if own else text_at(mention, "mentioned", "name")
        words = words.replace(written, name) if written else words
    return words.replace("\N{NO-BREAK SPACE}", " ").strip()


def mentions_of(activity: Activity) -> tuple[Mention, ...]:
    """Return what is mentioned, in order, without bots."""
    own = text_at(activity, "recipient", "id")
    named = (mention.get("mentioned") for mention in entities(activity, "mention"))
    return tuple(_mention(one) for one in named if isinstance(one, Mapping) and _is_meant(one, own))


def _mention(named: Mapping[str, Any]) -> Mention:
    return Mention(_kind(named), person_of(named), text_at(named, "name"))


def _is_meant(named: Mapping[str, Any], own: str) -> bool:
    """Leave bots out, this one whatever its id looks like."""
    bot = text_at(named, "id").startswith(BOT) or text_at(named, "id") == own
    return bool(person_of(named)) and not bot


def _kind(named: Mapping[str, Any]) -> Literal["channel", "usergroup", "person"]:
    """A tag is a group of a team's own; its members are told to no bot."""
    if text_at(named, "id").startswith(CONVERSATION):
        return "channel"
    return "usergroup" if text_at(named, "type") == "tag" else "person"
