"""From where the page looks: who is played, and in which chat."""

from dataclasses import dataclass

from adapters.playground.channels import PlayedChannel
from adapters.playground.people import Player
from bot.events import Channel


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a channel, or without one in the chat with the bot."""

    player: Player
    channel: PlayedChannel | None = None

    @property
    def chat(self) -> str:
        """The id of the chat that is looked at."""
        return self.channel.id if self.channel else self.player.id

    @property
    def place(self) -> Channel | None:
        """The channel as the engine sees it."""
        return self.channel.place if self.channel else None
