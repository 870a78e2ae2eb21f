"""Previews beside everything else: worked out in one thread, one at a time, and handed back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event
from time import perf_counter

from bot.campaigns.arrivals import Rehearse, Rehearsed
from bot.campaigns.preview import Preview
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.time_machine import TimeMachine
from bot.clock import Clock
from bot.errors import BotError

WAITING = 20
"""Asks that may wait; beyond, they come to nothing at once."""

log = logging.getLogger(__name__)

Read = Callable[[Rehearse], Awaitable[Script | None]]
Hand = Callable[[Rehearsed], Awaitable[object]]


class Ended(BotError):
    """The process ends, and what is under way with it."""


@dataclass(slots=True)
class Rehearsals:
    """Works out what was asked, in order.

    `read` reads the script in a short unit of work of its own; `hand` carries the event.
    """

    machine: TimeMachine
    read: Read
    hand: Hand
    now: Clock
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _wanted: set[tuple[str, str, str]] = field(default_factory=set)
    _place: asyncio.Lock = field(default_factory=asyncio.Lock)
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="rehearsal")
    )
    _ending: Event = field(default_factory=Event)

    def begin(self, asked: Rehearse) -> None:
        """Begin in the background; what the same message waits for already is not begun again."""
        wanted = (asked.campaign_id, asked.assumption, asked.card_token)
        if wanted in self._wanted:
            return
        self._wanted.add(wanted)
        task = asyncio.create_task(self._carried(asked))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: self._wanted.discard(wanted))

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        """Give up what is under way: its message can ask again."""
        self._ending.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.to_thread(self._thread.shutdown, cancel_futures=True)

    async def _carried(self, asked: Rehearse) -> None:
        begun = perf_counter()
        preview = await self._preview(asked)
        taken = round(perf_counter() - begun, 3)
        log.info("rehearsal", extra={"made": preview is not None, "seconds": taken})
        event = Rehearsed(f"rehearsed:{asked.id}", self.now(), asked, preview)
        try:
            await self.hand(event)
        except Exception as error:  # noqa: BLE001 - the message can ask again
            log.warning("rehearsal.lost", extra={"error": type(error).__name__})

    async def _preview(self, asked: Rehearse) -> Preview | None:
        """Work one out; whatever goes wrong comes to none."""
        if len(self._tasks) > WAITING:
            return None
        try:
            async with self._place:
                script = await self.read(asked)
                return await self._worked_out(script) if script else None
        except Exception as error:  # noqa: BLE001 - HR sees that there is none, and asks again
            log.warning("rehearsal.crashed", extra={"error": type(error).__name__})
            return None

    async def _worked_out(self, script: Script) -> Preview:
        loop = asyncio.get_running_loop()
        work = self.machine.preview
        return await loop.run_in_executor(self._thread, work, script, self.now(), self._go_on)

    def _go_on(self, _done: int, _of: int) -> None:
        if self._ending.is_set():
            raise Ended("rehearsal")
