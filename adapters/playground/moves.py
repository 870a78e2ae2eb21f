"""The three moves of the clock that the page offers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from adapters.playground.chats import Chats
from adapters.playground.clock import NextDue, PlaygroundClock, Tick, next_monday, tomorrow
from adapters.playground.people import Player

To = Literal["message", "day", "monday"]
Settle = Callable[[str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Mover:
    """Moves the clock for the person who is looked at."""

    clock: PlaygroundClock
    chats: Chats
    next_due: NextDue
    tick: Tick
    settle: Settle

    async def move(self, player: Player, to: To) -> bool:
        """Move the clock; false if the next message was asked for and none is planned."""

        async def step() -> None:
            await self.tick()
            await self.settle(player.id)

        if to == "message":
            return await self._to_next_message(player, step)
        now, zone = self.clock.now(), ZoneInfo(player.zone)
        target = tomorrow(now, zone) if to == "day" else next_monday(now, zone)
        await self.clock.advance(target, next_due=self.next_due, tick=step)
        return True

    async def _to_next_message(self, player: Player, step: Tick) -> bool:
        before = self.chats.last_posted(player.id)
        return await self.clock.advance_until(
            lambda: self.chats.last_posted(player.id) > before,
            next_due=self.next_due,
            tick=step,
        )
