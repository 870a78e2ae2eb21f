"""Where things are sent: a person's chat, a channel, a thread of it, one message."""

from urllib.parse import quote

from adapters.teams.actions import Json
from adapters.teams.activities import THREAD
from bot.events import Address, MessageRef

SERVICE_URL = "https://smba.trafficmanager.net/teams/"
"""Where a person is reached who never wrote; Teams finds the region by itself."""

CHAT = "@thread.v2"
"""How the id of a group chat ends; such a chat has no threads."""


def service_of(address: Address) -> str:
    """Return the service that an address is reached by."""
    return address.get("service_url") or SERVICE_URL


def is_channel(address: Address) -> bool:
    """Tell a channel or group chat from a person: only it names nobody."""
    nobody = not (address.get("user_id") or address.get("aad_object_id"))
    return nobody and bool(address.get("conversation_id"))


def thread_of(address: Address, under: MessageRef | None) -> str:
    """Return the conversation to post to, in the thread under a message if there is one.

    A thread has one level: what stands under an answer stands under the first message.
    """
    channel = address.get("conversation_id", "")
    if under is None or channel.endswith(CHAT):
        return channel
    answered = under.get("conversation_id", "")
    return answered if THREAD in answered else f"{channel}{THREAD}{under.get('activity_id', '')}"


def addressed(activity: Json, address: Address) -> Json:
    """Name sender and, for a person, recipient."""
    bot, user = address.get("bot_id"), address.get("user_id")
    sender = {"from": {"id": bot}} if bot else {}
    return activity | sender | ({"recipient": {"id": user}} if user else {})


def conversation_path(conversation: str, what: str) -> str:
    """Return the path of what belongs to a conversation."""
    return f"/v3/conversations/{quote(conversation, safe='')}/{what}"


def message_path(ref: MessageRef) -> str:
    """Return the path of one message."""
    activity = quote(ref.get("activity_id", ""), safe="")
    return conversation_path(ref.get("conversation_id", ""), f"activities/{activity}")
