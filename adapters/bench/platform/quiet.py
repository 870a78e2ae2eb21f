"""A platform that takes everything at once and does nothing with it."""

import itertools

from bot.errors import Unreachable
from bot.events import Address, MessageRef
from bot.messages import Message
from bot.ports import DirectoryAsk, Listing, Profile, Roster


class QuietMessenger:
    """Implements `bot.ports.Messenger`; `posts` and `updates` count messages."""

    def __init__(self) -> None:
        self.posts = self.updates = 0
        self._numbers = itertools.count(1)

    async def post(
        self, address: Address, message: Message, under: MessageRef | None = None
    ) -> MessageRef:
        """Take a message."""
        del message, under
        self.posts += 1
        return {"channel": address.get("channel", ""), "ts": str(next(self._numbers))}

    async def update(self, address: Address, ref: MessageRef, message: Message) -> None:
        """Take a change."""
        del address, ref, message
        self.updates += 1

    async def delete(self, address: Address, ref: MessageRef) -> None:
        """Take a message away."""

    async def publish_home(self, address: Address, message: Message) -> None:
        """Take a home."""

    async def profile(self, address: Address) -> Profile:
        """Know nothing of anybody."""
        del address
        return Profile(None, None)

    async def roster(self, address: Address) -> Roster:
        """Have no channels."""
        del address
        raise Unreachable("no channels")

    async def directory(self, address: Address, ask: DirectoryAsk) -> Listing:
        """Have no directory."""
        del address, ask
        raise Unreachable("no directory")
