"""Comings and goings: of the bot, in the one-to-one chat and in channels, and of people there."""

from collections.abc import Callable
from datetime import datetime, timedelta

from adapters.teams.activities import (
    Activity,
    Shared,
    channel_at,
    channel_of,
    conversation_of,
    is_personal,
    person_of,
    shared,
    text_at,
    told_at,
)
from bot.events import (
    ChannelJoined,
    ChannelLeft,
    Inbound,
    Installed,
    MembersChanged,
    Removed,
)

INSTALLING = timedelta(minutes=10)
"""An installation is told twice, within seconds: both fall into one such span and count once."""

IN_ROOMS = timedelta(minutes=1)
"""The same in channels, but shorter: whoever removes the bot by mistake adds it again at once."""


def installation(activity: Activity, now: datetime) -> Inbound | None:
    """Read that the bot was added or removed; upgrades mean nothing."""
    action = text_at(activity, "action")
    if is_personal(activity):
        if action == "add":
            return _installed(activity, now)
        return Removed(**shared(activity, now)) if action == "remove" else None
    if action == "add":
        return _joined(activity, now)
    return _left(activity, now) if action == "remove" else None


def conversation(activity: Activity, now: datetime) -> Inbound | None:
    """Read who came and went, or what became of the channel or its team; names mean nothing."""
    if is_personal(activity):
        return _installed(activity, now) if _has_bot(activity, "membersAdded") else None
    read = _CHANGES.get(text_at(activity, "channelData", "eventType"), _members)
    return read(activity, now)


def _members(activity: Activity, now: datetime) -> Inbound | None:
    if _has_bot(activity, "membersAdded"):
        return _joined(activity, now)
    if _has_bot(activity, "membersRemoved"):
        return _left(activity, now)
    came, went = _people(activity, "membersAdded"), _people(activity, "membersRemoved")
    if not (came or went) or channel_of(activity) is None:
        return None
    return MembersChanged(**_told(activity, now), came=came, went=went)


def _installed(activity: Activity, now: datetime) -> Installed:
    return Installed(**_once(shared(activity, now), "installed", INSTALLING, activity))


def _joined(activity: Activity, now: datetime) -> ChannelJoined | None:
    if channel_of(activity) is None:
        return None
    return ChannelJoined(**_once(_told(activity, now), "joined", IN_ROOMS, activity))


def _left(activity: Activity, now: datetime) -> ChannelLeft | None:
    if channel_of(activity) is None:
        return None
    return ChannelLeft(**_once(_told(activity, now), "left", IN_ROOMS, activity))


def _opened(activity: Activity, now: datetime) -> ChannelJoined | None:
    told = _of_the_channel_named(activity, now)
    return ChannelJoined(**told) if told["channel"] else None


def _closed(activity: Activity, now: datetime) -> ChannelLeft | None:
    told = _of_the_channel_named(activity, now)
    return ChannelLeft(**told) if told["channel"] else None


def _of_the_channel_named(activity: Activity, now: datetime) -> Shared:
    """A change of a channel is told in the team's first channel; a change of a team names none."""
    told = _told(activity, now)
    of_channel = text_at(activity, "channelData", "eventType").startswith("channel")
    named = text_at(activity, "channelData", "channel", "id") if of_channel else ""
    if named:
        told["channel"] = channel_at(activity, named)
    return told


def _told(activity: Activity, now: datetime) -> Shared:
    """Read what is shared; where the service names the bot as the one who acts, nobody acts."""
    bot = text_at(activity, "recipient", "id")
    by_bot = bool(bot) and text_at(activity, "from", "id") == bot
    return shared({**activity, "from": {}} if by_bot else activity, now)


def _once(told: Shared, what: str, span: timedelta, activity: Activity) -> Shared:
    """Give both notices of the same thing the same id."""
    number = int(told_at(activity, told["at"]).timestamp() // span.total_seconds())
    told["id"] = f"teams:{conversation_of(activity)}:{what}:{number}"
    return told


def _has_bot(activity: Activity, members: str) -> bool:
    bot = text_at(activity, "recipient", "id")
    return bool(bot) and bot in [text_at(member, "id") for member in _listed(activity, members)]


def _people(activity: Activity, members: str) -> tuple[str, ...]:
    return tuple(filter(None, map(person_of, _listed(activity, members))))


def _listed(activity: Activity, members: str) -> list[object]:
    found = activity.get(members)
    return found if isinstance(found, list) else []


_CHANGES: dict[str, Callable[[Activity, datetime], Inbound | None]] = {
    "channelDeleted": _closed,
    "channelRestored": _opened,
    "teamArchived": _closed,
    "teamDeleted": _closed,
    "teamHardDeleted": _closed,
    "teamUnarchived": _opened,
    "teamRestored": _opened,
}
