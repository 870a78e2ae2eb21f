"""Who comes into a channel and who leaves it, the bot among them, as events."""

from datetime import datetime

from adapters.slack.who import Origin, Payload, bot_of, channel_of, home_of
from bot.events import ChannelJoined, ChannelLeft, InChannel, MembersChanged

_CAME, _WENT = "member_joined_channel", "member_left_channel"
_OPENED = frozenset({"channel_unarchive", "group_unarchive"})
_CLOSED = frozenset(
    {
        "channel_archive",
        "channel_deleted",
        "channel_left",  # what the bot gets where somebody removes it
        "group_archive",
        "group_deleted",
        "group_left",
    }
)

MEMBERSHIP = _OPENED | _CLOSED | {_CAME, _WENT}
"""The types of event that `membership` reads."""


def membership(payload: Payload, event: Payload, at: datetime) -> InChannel | None:
    """Translate an event about who is in a channel; None where it says too little.

    Whoever did it counts as of the installation's workspace, as the channel does: the payload's
    own team may be that of a guest who came or went.
    """
    key, channel = payload.get("event_id"), channel_of(payload, event.get("channel"))
    if not key or channel is None:
        return None
    by = Origin(str(key), home_of(payload), _by(payload, event), channel=channel)
    kind = event["type"]
    if kind in _OPENED or (kind == _CAME and _itself(payload, event)):
        return ChannelJoined(**by.shared(at))
    if kind in _CLOSED or (kind == _WENT and _itself(payload, event)):
        return ChannelLeft(**by.shared(at))
    if not by.person:
        return None
    if kind == _CAME:
        return MembersChanged(**by.shared(at), came=(by.person,))
    return MembersChanged(**by.shared(at), went=(by.person,))


def _by(payload: Payload, event: Payload) -> str:
    """Name who did it; nobody is named where the bot was added or removed by Slack itself."""
    if _itself(payload, event):
        return str(event.get("inviter") or "")
    return str(event.get("actor_id") or event.get("user") or "")


def _itself(payload: Payload, event: Payload) -> bool:
    return bool(event.get("user")) and event["user"] == bot_of(payload)
