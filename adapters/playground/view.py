"""What the page is told: a chat, or what changed in it since the page last asked."""

from datetime import datetime
from typing import Any

from adapters.playground.channels import PlayedChannel
from adapters.playground.chats import Chats, Entry
from adapters.playground.clock import PlaygroundClock
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.people import Player
from adapters.playground.seat import Seat
from adapters.playground.wire import form_to_wire, to_wire
from bot.messages import Form, Reply

Json = dict[str, Any]


def chat(seat: Seat, messenger: PlaygroundMessenger, since: int) -> Json:
    """Tell which entries there are, and in full those that are newer than `since`.

    A page that knows a later revision than there is comes from another file: it gets all.
    """
    chats = messenger.chats
    entries = list(chats.of(seat.chat))
    known = since if since <= chats.revision else 0
    home = chats.home(seat.player.id)
    return {
        "person": person(seat.player),
        "channel": seat.channel.id if seat.channel else None,
        "channels": [_channel(one, chats) for one in messenger.channels.of(seat.player.id)],
        "named": [
            {"id": one.id, "name": one.name}
            for one in messenger.known_to(seat.player)
            if one.kind == "channel"
        ],
        "people": [person(one) | {"posted": chats.last_posted(one.id)} for one in messenger.all()],
        "revision": chats.revision,
        "ids": [entry.id for entry in entries],
        "entries": [_entry(entry) for entry in entries if entry.revision > known],
        "home": to_wire(home) if home else None,
    }


def person(player: Player) -> Json:
    """Tell who is played."""
    return {
        "id": player.id,
        "name": player.name,
        "locale": player.locale,
        "lang": player.lang,
        "zone": player.zone,
        "mail": player.mail,
        "hr": player.hr,
    }


def time(clock: PlaygroundClock, upcoming: datetime | None) -> Json:
    """Tell the played time, the move in progress and the next planned message."""
    move = clock.move
    return {
        "now": clock.now(),
        "moving": {"since": move.since, "until": move.until} if move else None,
        "upcoming": upcoming,
    }


def reply(said: Reply) -> Json:
    """Tell what can only be said in the answer to this one request."""
    return {
        "errors": dict(said.errors),
        "notice": said.notice,
        "show": to_wire(said.show) if said.show else None,
    }


def form(opened: Form | None) -> Json | None:
    """Tell which form is open."""
    return form_to_wire(opened) if opened else None


def _channel(channel: PlayedChannel, chats: Chats) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "members": channel.members,
        "guests": channel.guests,
        "public": channel.public,
        "bot": channel.bot,
        "archived": channel.archived,
        "posted": chats.last_posted(channel.id),
    }


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "at": entry.posted_at,
        "edited": entry.edited_at,
        "message": to_wire(entry.message) if entry.message else None,
        "text": entry.text,
        "author": entry.author,
        "under": entry.under,
    }
