"""What comes from Slack, as events: commands, words and what the platform tells."""

import logging
from datetime import datetime
from typing import Any

from adapters.slack.interactions import clicked, submitted
from adapters.slack.membership import MEMBERSHIP, membership
from adapters.slack.text import mentions, typed, without_mention
from adapters.slack.who import Origin, Payload, bot_of, direct, mapping, origin, team_of
from bot.events import Commanded, Inbound, Opened, ProfileLearned, Removed, Said

log = logging.getLogger(__name__)

_REVOKED = ("app_uninstalled", "tokens_revoked")


def kind_of(payload: Payload) -> str:
    """Name the kind of a payload; a slash command has no `type` of its own."""
    return "command" if "command" in payload else str(payload.get("type", ""))


def to_event(payload: Payload, at: datetime) -> Inbound | None:
    """Translate a verified payload; None if it says nothing to the bot."""
    match kind_of(payload):
        case "command":
            return _commanded(payload, at)
        case "block_actions":
            return clicked(payload, at)
        case "view_submission":
            return submitted(payload, at)
        case "event_callback":
            return _told(payload, mapping(payload, "event"), at)
    return None


def _commanded(payload: Payload, at: datetime) -> Commanded | None:
    channel = payload.get("channel_id")
    here = payload.get("channel_name") == "directmessage" or direct(channel)
    # The channel stays out of the address: a D channel may be one of two colleagues.
    place = "" if here else channel
    by = origin(payload, payload.get("trigger_id"), payload.get("user_id"), place)
    if by is None:
        return None
    text = str(payload.get("text", ""))
    return Commanded(
        **by.shared(at),
        name=str(payload["command"]),
        text=typed(text),
        elsewhere=not here,
        mentions=mentions(text),
    )


def _told(payload: Payload, event: Payload, at: datetime) -> Inbound | None:
    kind = event.get("type")
    if kind in _REVOKED:
        log.warning("slack_revoked", extra={"team": team_of(payload), "kind": kind})
        return None
    if kind == "user_change":
        return _learned(payload, mapping(event, "user"), at)
    if kind in MEMBERSHIP:
        return membership(payload, event, at)
    by = origin(payload, payload.get("event_id"), event.get("user"), event.get("channel"))
    if by is None or event.get("bot_id"):
        return None
    return _done(by, payload, event, at)


def _done(by: Origin, payload: Payload, event: Payload, at: datetime) -> Inbound | None:
    match event:
        case {"type": "app_home_opened", "tab": "home"}:
            return Opened(**by.shared(at), place="home")
        case {"type": "app_home_opened"}:
            return Opened(**by.shared(at), place="chat")
        case {"type": "app_mention"}:
            return _said(by, without_mention(_text(event), bot_of(payload)), at)
        case {"type": "message", "channel_type": "im"} if _fresh(event):
            return _said(by, _text(event), at)
    return None


def _fresh(event: Payload) -> bool:
    """Tell new words from edits, deletions and notices of joining."""
    return not any(event.get(mark) for mark in ("subtype", "edited", "hidden"))


def _said(by: Origin, text: str, at: datetime) -> Said:
    return Said(**by.shared(at), text=typed(text), elsewhere=not by.dm, mentions=mentions(text))


def _text(event: Payload) -> str:
    return str(event.get("text") or "")


def _learned(payload: Payload, user: Payload, at: datetime) -> Inbound | None:
    by = origin(payload, payload.get("event_id"), user.get("id"))
    if by is None or user.get("is_bot"):
        return None
    shared: dict[str, Any] = by.shared(at)
    if user.get("deleted"):
        return Removed(**shared)
    shared["actor"] = by.actor(user.get("locale"), user.get("tz"))
    return ProfileLearned(**shared)
