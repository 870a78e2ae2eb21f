"""The core with its store and its ways out, whatever adapters stand around it."""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass, field

from adapters.llm.asking import Asker
from adapters.rehearsal import Rehearsals
from bot import mydata
from bot.campaigns.arrivals import LinkUsed, ListBrought, Rehearse, Rehearsed
from bot.campaigns.previewing import Script
from bot.campaigns.rehearsal.time_machine import OpenSandbox, TimeMachine
from bot.clock import Clock
from bot.conversation import Carried, Conversation
from bot.events import Inbound, ModelReplied
from bot.messages import Reply
from bot.ports import Rewriter
from bot.speech import Speech
from bot.suggestions.rewording import Asked, AskModel
from scheduler.dispatch import Dispatcher
from scheduler.loop import Loop
from storage.store import Store

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Engine:
    """Carries an event, and sees to what follows from it without keeping the caller waiting."""

    store: Store
    conversation: Conversation
    dispatcher: Dispatcher
    loop: Loop
    asker: Asker | None = None
    rehearsals: Rehearsals | None = None
    _flushes: set[asyncio.Task[object]] = field(default_factory=set)

    async def handle(self, event: Inbound) -> Reply | None:
        """Carry an event, then send what came of it without keeping the caller waiting."""
        carried = await self.carry(event)
        if carried.ask and self.asker:
            self.asker.begin(carried.ask)
        if carried.rehearse and self.rehearsals:
            self.rehearsals.begin(carried.rehearse)
        return carried.reply

    async def carry(
        self, event: Inbound | ModelReplied | Rehearsed | ListBrought | LinkUsed
    ) -> Carried:
        """Carry an event and begin to send what came of it, and to do what is due already."""
        carried = await self.store.run(self.conversation.handle, event)
        if carried.coachee_id and mydata.is_erased(carried.coachee_id):
            self._later(self._forget(carried.coachee_id))
        elif carried.coachee_id:
            self._later(self.dispatcher.flush(carried.coachee_id))
        for other in carried.others:
            self._later(self.dispatcher.flush(other))
        if carried.soon:
            self.loop.tick_soon()
        return carried

    def ask_through(self, rewriter: Rewriter, now: Clock) -> None:
        """Put what is asked of a language model to this one."""

        async def read(ask: AskModel) -> Asked | None:
            return await self.store.run_read(self.conversation.asked, ask, now())

        self.asker = Asker(rewriter, read, self.carry, now)

    def rehearse_in(self, open_sandbox: OpenSandbox, speech: Speech, now: Clock) -> None:
        """Work out previews in stores that are opened for it."""

        async def read(asked: Rehearse) -> Script | None:
            return await self.store.run_read(self.conversation.script, asked)

        machine = TimeMachine(open_sandbox, self.conversation, speech)
        self.rehearsals = Rehearsals(machine, read, self.carry, now)

    async def settle(self) -> None:
        """Wait until everything that was begun is sent."""
        while self._flushes:
            await asyncio.gather(*self._flushes, return_exceptions=True)

    async def _forget(self, coachee_id: str) -> None:
        """Take an erased person's messages away, then overwrite what the rows left behind."""
        await self.dispatcher.flush(coachee_id)
        try:
            await self.loop.scrub()
        except Exception as error:  # noqa: BLE001 - the next purge overwrites it
            log.warning("scrub.failed", extra={"error": type(error).__name__})

    def _later(self, work: Awaitable[object]) -> None:
        task = asyncio.ensure_future(work)
        self._flushes.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[object]) -> None:
        """Let go of a task; what it left unsent is the next sweep's."""
        self._flushes.discard(task)
        error = None if task.cancelled() else task.exception()
        if error:
            log.warning("flush.failed", extra={"error": type(error).__name__})
