"""Who did it, in which channel, and where they are reached, from any payload of Slack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.events import Actor, Channel

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """One person of one workspace, and the payload's own identity."""

    key: str
    team: str
    person: str
    dm: str = ""  # the bot's direct message with the person, where the payload names it
    channel: Channel | None = None

    def shared(self, at: datetime) -> dict[str, Any]:
        """Return what all events have in common."""
        address = {"platform": "slack", "team": self.team, "user": self.person}
        if self.dm:
            address["channel"] = self.dm
        return {
            "id": f"slack:{self.key}",
            "at": at,
            "actor": self.actor(),
            "address": address,
            "channel": self.channel,
        }

    def actor(self, locale: str | None = None, zone: str | None = None) -> Actor:
        """Name the person."""
        return Actor(f"slack:{self.team}", self.person, locale, zone)


def origin(payload: Payload, key: object, person: object, channel: object = "") -> Origin | None:
    """Find out where a payload comes from; None where it names nobody.

    Somebody from another organisation, in a channel shared with it, is not of the team that
    meets there: for them it is no channel, or it would be taken for one of their own workspace.
    """
    team = team_of(payload)
    if not key or not team or not isinstance(person, str) or not person:
        return None
    place = channel_of(payload, channel) if team == home_of(payload) else None
    return Origin(str(key), team, person, direct(channel), place)


def channel_of(payload: Payload, channel: object) -> Channel | None:
    """Name a channel; None for a direct message, also one among several people."""
    if not isinstance(channel, str) or not channel.startswith(("C", "G")) or _group(payload):
        return None
    return Channel(channel, {"platform": "slack", "team": home_of(payload), "channel": channel})


def team_of(payload: Payload) -> str:
    """Name the workspace, or the whole organisation where the app is installed for all of it.

    In an organisation a person has one id in all its workspaces, so its id keeps them one person.
    """
    install, *_ = payload.get("authorizations") or [payload]
    enterprise = _id(payload, "enterprise")
    if _everywhere(install) and enterprise:
        return enterprise
    return _id(payload, "team") or _id(mapping(payload, "user"), "team") or enterprise


def home_of(payload: Payload) -> str:
    """Name the workspace or organisation of the installation: all its channels belong to it.

    The payload's own team may be that of the actor. An event names the installation, a press
    only by the bot's message; a command is offered in the installation's workspaces alone.
    """
    if installs := payload.get("authorizations"):
        kind = "enterprise" if _everywhere(installs[0]) else "team"
        return _id(installs[0], kind) or team_of(payload)
    posted_by = mapping(payload, "message").get("team")
    return str(posted_by) if posted_by and not _everywhere(payload) else team_of(payload)


def bot_of(payload: Payload) -> str:
    """Name the bot's own user, where an event does."""
    first, *_ = payload.get("authorizations") or [{}]
    return str(first.get("user_id") or "") if first.get("is_bot") else ""


def direct(channel: object) -> str:
    """Return the channel if it is a direct message, else nothing."""
    return channel if isinstance(channel, str) and channel.startswith("D") else ""


def mapping(payload: Payload, name: str) -> Payload:
    """Return an inner object; an empty one where there is none."""
    inner = payload.get(name)
    return inner if isinstance(inner, dict) else {}


def _everywhere(install: Payload) -> bool:
    return install.get("is_enterprise_install") in (True, "true")


def _group(payload: Payload) -> bool:
    """Tell a direct message among several people, whose id may begin like a channel's."""
    name = payload.get("channel_name") or mapping(payload, "channel").get("name")
    kind = mapping(payload, "event").get("channel_type")
    return str(name).startswith("mpdm-") or kind == "mpim"


def _id(payload: Payload, name: str) -> str:
    return str(payload.get(f"{name}_id") or mapping(payload, name).get("id") or "")
