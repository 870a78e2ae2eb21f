"""The playground's way out: messages go to the chat on the page."""

from collections.abc import Callable, Sequence
from datetime import datetime

from adapters.playground.chats import Chats, Entry
from adapters.playground.people import Player, Players
from adapters.playground.shelf import Shelf
from bot.errors import MessageGone, Unreachable
from bot.events import Address, MessageRef
from bot.messages import Message
from bot.ports import Profile


class PlaygroundMessenger:
    """The port `Messenger` over the chats of the played people."""

    def __init__(
        self, shelf: Shelf, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.players = Players(shelf, new_id)
        self.chats = Chats(shelf, now)

    def all(self) -> Sequence[Player]:
        """Return everybody who is played."""
        return self.players.all()

    @property
    def revision(self) -> int:
        """A number that grows with every change of any chat."""
        return self.chats.revision

    async def post(self, address: Address, message: Message) -> MessageRef:
        """Add the message to the person's chat."""
        return {"id": str(self.chats.post(self._player(address).id, message).id)}

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
        return Profile(player.locale, player.zone)

    def _player(self, address: Address) -> Player:
        player = self.players.get(address.get("person", ""))
        if player is None:
            raise Unreachable("no such played person")
        return player

    def _entry(self, address: Address, ref: MessageRef) -> Entry | None:
        entry_id = ref.get("id", "")
        known = entry_id.isascii() and entry_id.isdecimal()
        return self.chats.get(self._player(address).id, int(entry_id)) if known else None
