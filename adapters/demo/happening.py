"""What all events of the demo share."""

from datetime import datetime
from typing import TypedDict

from bot.events import Actor, Address, Channel


class Shared(TypedDict):
    """The fields of `bot.events.Happened`, as keyword arguments."""

    id: str
    at: datetime
    actor: Actor
    address: Address
    channel: Channel | None


def shared(
    event_id: str, at: datetime, actor: Actor, address: Address, channel: Channel | None = None
) -> Shared:
    """Put them together."""
    return {"id": event_id, "at": at, "actor": actor, "address": address, "channel": channel}
