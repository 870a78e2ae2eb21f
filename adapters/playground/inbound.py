"""What the page sent, and the event it becomes."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from adapters.playground.asking import Asked, Click, Say, Submit
from adapters.playground.channels import PlayedChannel
from adapters.playground.mentions import mentions_in, starts_with
from adapters.playground.seat import Seat
from bot.events import (
    ChannelJoined,
    ChannelLeft,
    Clicked,
    Commanded,
    Inbound,
    MembersChanged,
    Mention,
    Opened,
    Said,
    Submitted,
)

_COMMAND = re.compile(r"(/[a-z-]+)(?:\s+(.*))?", re.DOTALL)
_MENTION = re.compile(r"@\S*\s*(.*)", re.DOTALL)


def said(asked: Say, seat: Seat, at: datetime, known: Sequence[Mention] = ()) -> Inbound | None:
    """Turn what was typed into an event; `known` are the people and channels it may name.

    None where the bot does not hear it: in a channel, words not addressed to it, or any words
    where it is not. What begins with @ is addressed to it, unless that names somebody; a command
    reaches it everywhere.
    """
    named = mentions_in(asked.text, known)
    shared = _shared(asked, seat, at) | {"elsewhere": seat.channel is not None, "mentions": named}
    command, mention = _COMMAND.fullmatch(asked.text), _MENTION.fullmatch(asked.text)
    if command is not None:
        return Commanded(**shared, name=command[1], text=(command[2] or "").strip())
    if seat.channel is None:
        return Said(**shared, text=asked.text)
    if mention is None or not seat.channel.heard or starts_with(asked.text, known):
        return None
    return Said(**shared, text=mention[1])


def clicked(asked: Click, seat: Seat, at: datetime) -> Inbound:
    """Turn a press into an event."""
    return Clicked(
        **_shared(asked, seat, at),
        token=asked.token,
        option=asked.option,
        values=asked.values,
        ref=None if asked.message is None else {"id": str(asked.message)},
    )


def submitted(asked: Submit, seat: Seat, at: datetime) -> Inbound:
    """Turn a form into an event."""
    return Submitted(**_shared(asked, seat, at), token=asked.token, values=asked.values)


def opened(asked: Asked, seat: Seat, at: datetime, place: Literal["home", "chat"]) -> Inbound:
    """Turn a first visit of a chat, or a visit of the home, into an event."""
    return Opened(**_shared(asked, seat, at), place=place)


def joined(asked: Asked, seat: Seat, at: datetime) -> Inbound:
    """Turn the making of a channel into an event."""
    return ChannelJoined(**_shared(asked, seat, at))


def changed(asked: Asked, seat: Seat, at: datetime, after: PlayedChannel) -> Inbound | None:
    """Turn a change of the seat's channel into an event; None if the bot does not hear of it."""
    before, shared = seat.channel or after, _shared(asked, seat, at)
    if before.heard != after.heard:
        return ChannelJoined(**shared) if after.heard else ChannelLeft(**shared)
    people = sorted({*before.members, *after.members})
    moved = [one for one in people if before.role(one) != after.role(one)]
    if not after.heard or not moved:
        return None
    came = tuple(one for one in moved if one in after.members)
    return MembersChanged(**shared, came=came, went=tuple(o for o in moved if o not in came))


def _shared(asked: Asked, seat: Seat, at: datetime) -> dict[str, Any]:
    return {
        "id": asked.event_id,
        "at": at,
        "actor": seat.player.actor,
        "address": seat.player.address,
        "channel": seat.place,
    }
