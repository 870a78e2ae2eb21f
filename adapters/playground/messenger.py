"""The playground's way out: messages go to the chats and channels on the page."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Literal

from adapters.playground import directory
from adapters.playground.channels import Channels, PlayedChannel
from adapters.playground.chats import Chats, Entry
from adapters.playground.people import Player, Players
from adapters.playground.shelf import Shelf
from bot.errors import MessageGone, Unreachable
from bot.events import Address, Mention, MessageRef
from bot.messages import Message
from bot.ports import DirectoryAsk, InRoom, Listing, Profile, Roster


class PlaygroundMessenger:
    """The port `Messenger` over the chats of the played people and their channels."""

    def __init__(
        self, shelf: Shelf, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.players = Players(shelf, new_id)
        self.chats = Chats(shelf, now)
        self.channels = Channels(shelf, new_id, self.chats.turn)

    def all(self) -> Sequence[Player]:
        """Return everybody who is played."""
        return self.players.all()

    @property
    def revision(self) -> int:
        """A number that grows with every change of any chat."""
        return self.chats.revision

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Add the message to the chat; a thread goes on even when its first message is gone."""
        root = _number(under) if under else 0
        return {"id": str(self.chats.post(self._chat(address), message, root).id)}

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Replace it where it stands."""
        entry = self._entry(address, ref)
        if entry is None or entry.message is None:
            raise MessageGone(f"no message {ref.get('id')}")
        self.chats.edit(entry, message)

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take it out of the chat."""
        entry = self._entry(address, ref)
        if entry is not None:
            self.chats.delete(entry)

    async def publish_home(self, address: Address, message: Message) -> None:
        """Show it under the chat's Home tab."""
        self.chats.show_home(self._player(address).id, message)

    async def profile(self, address: Address) -> Profile:
        """Return what was chosen when the person was added."""
        player = self._player(address)
        return Profile(player.locale, player.zone, player.mail)

    async def roster(self, address: Address) -> Roster:
        """Return who is in the channel on the page, with what was chosen for each of them."""
        channel = self._channel(address)
        players = [player for player in self.all() if player.id in channel.members]
        people = [_in_room(player, channel) for player in players]
        return Roster(tuple(people), public=channel.public)

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Return a page of the people on the page, or of those in one of its channels."""
        self._player(address)
        if ask.kind != "channel":
            return directory.of_workspace(self.all(), ask)
        channel = self._channel({"channel": "".join(ask.ids)})
        return directory.of_channel(channel, self.all(), ask.cursor)

    def known_to(self, player: Player) -> Sequence[Mention]:
        """Return whom and which channels somebody can name."""
        people = [Mention("person", one.id, one.name) for one in self.all()]
        channels = [one for one in self.channels.all() if one.can_be_named_by(player.id)]
        return [*people, *(Mention("channel", one.id, one.name) for one in channels)]

    def _chat(self, address: Address) -> str:
        if "channel" in address:
            return self._channel(address).id
        return self._player(address).id

    def _player(self, address: Address) -> Player:
        player = self.players.get(address.get("person", ""))
        if player is None:
            raise Unreachable("no such played person")
        return player

    def _channel(self, address: Address) -> PlayedChannel:
        channel = self.channels.get(address.get("channel", ""))
        if channel is None:
            raise Unreachable("no such channel")
        if not channel.heard:
            raise Unreachable("archived" if channel.archived else "not in the channel")
        return channel

    def _entry(self, address: Address, ref: MessageRef) -> Entry | None:
        return self.chats.get(self._chat(address), _number(ref))


def _in_room(player: Player, channel: PlayedChannel) -> InRoom:
    kind: Literal["member", "guest"] = "guest" if player.id in channel.guests else "member"
    return InRoom(player.id, player.address, kind, player.locale, player.zone)


def _number(ref: MessageRef) -> int:
    entry_id = ref.get("id", "")
    return int(entry_id) if entry_id.isascii() and entry_id.isdecimal() else 0
