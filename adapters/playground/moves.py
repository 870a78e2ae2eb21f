"""The three moves of the clock that the page offers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from adapters.playground.chats import Chats
from adapters.playground.clock import NextDue, PlaygroundClock, Tick, next_monday, tomorrow
from adapters.playground.seat import Seat

To = Literal["message", "day", "monday"]
Settle = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Mover:
    """Moves the clock for the person who is played, up to what comes in the chat looked at."""

    clock: PlaygroundClock
    chats: Chats
    next_due: NextDue
    tick: Tick
    settle: Settle

    async def move(self, seat: Seat, to: To) -> bool:
        """Move the clock; false if the next message was asked for and none is planned."""

        async def step() -> None:
            await self.tick()
            await self.settle(seat.player.id)

        if to == "message":
            return await self._to_next_message(seat.chat, step)
        now, zone = self.clock.now(), ZoneInfo(seat.player.zone)
        target = tomorrow(now, zone) if to == "day" else next_monday(now, zone)
        await self.clock.advance(target, next_due=self.next_due, tick=step)
        return True

    async def _to_next_message(self, chat: str, step: Tick) -> bool:
        before = self.chats.last_posted(chat)
        return await self.clock.advance_until(
            lambda: self.chats.last_posted(chat) > before,
            next_due=self.next_due,
            tick=step,
        )
