"""Who did it and where they are reached, from any payload of Slack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.events import Actor

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Origin:
    """One person of one workspace, and the payload's own identity."""

    key: str
    team: str
    person: str
    dm: str = ""  # the bot's direct message with the person, where the payload names it

    def shared(self, at: datetime) -> dict[str, Any]:
        """Return what all events have in common."""
        address = {"platform": "slack", "team": self.team, "user": self.person}
        if self.dm:
            address["channel"] = self.dm
        return {"id": f"slack:{self.key}", "at": at, "actor": self.actor(), "address": address}

    def actor(self, locale: str | None = None, zone: str | None = None) -> Actor:
        """Name the person."""
        return Actor(f"slack:{self.team}", self.person, locale, zone)


def origin(payload: Payload, key: object, person: object, channel: object = "") -> Origin | None:
    """Find out where a payload comes from; None where it names nobody."""
    team = team_of(payload)
    if not key or not team or not isinstance(person, str) or not person:
        return None
    return Origin(str(key), team, person, direct(channel))


def team_of(payload: Payload) -> str:
    """Name the workspace, or the whole organisation where the app is installed for all of it.

    In an organisation a person has one id in all its workspaces, so its id keeps them one person.
    """
    install, *_ = payload.get("authorizations") or [payload]
    enterprise = _id(payload, "enterprise")
    if install.get("is_enterprise_install") in (True, "true") and enterprise:
        return enterprise
    return _id(payload, "team") or _id(mapping(payload, "user"), "team") or enterprise


def direct(channel: object) -> str:
    """Return the channel if it is a direct message, else nothing."""
    return channel if isinstance(channel, str) and channel.startswith("D") else ""


def mapping(payload: Payload, name: str) -> Payload:
    """Return an inner object; an empty one where there is none."""
    inner = payload.get(name)
    return inner if isinstance(inner, Mapping) else {}


def _id(payload: Payload, name: str) -> str:
    return str(payload.get(f"{name}_id") or mapping(payload, name).get("id") or "")
