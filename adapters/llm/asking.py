"""Asking the model beside everything else: nobody waits for it, and nobody misses it."""

import asyncio
import hashlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import perf_counter

from bot.clock import Clock
from bot.errors import BotError, ModelFailed
from bot.events import ModelReplied
from bot.ports import Rewriter
from bot.suggestions.checking import Checked, check
from bot.suggestions.rewording import Asked, AskModel

log = logging.getLogger(__name__)

PATIENCE = 8.0
"""Seconds from the ask to its answer, waiting for a free place included."""

AT_ONCE = 4
"""Requests under way in one process."""

WAITING = 100
"""Asks that may wait; beyond, they come to nothing at once."""

Read = Callable[[AskModel], Awaitable[Asked | None]]
Hand = Callable[[ModelReplied], Awaitable[object]]


@dataclass(slots=True)
class Asker:
    """Puts asks to a model and hands back what came of them.

    `read` reads and filters the sentence in a short unit of work of its own; `hand` carries the
    event. The text of a request and its answer live here and nowhere else.
    """

    rewriter: Rewriter
    read: Read
    hand: Hand
    now: Clock
    patience: float = PATIENCE
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def begin(self, ask: AskModel) -> None:
        """Ask in the background."""
        task = asyncio.create_task(self._answered(ask))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def close(self) -> None:
        """Give up what is under way: its message stays usable, and can ask again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answered(self, ask: AskModel) -> None:
        begun = perf_counter()
        checked = await self._checked(ask)
        taken = round(perf_counter() - begun, 3)
        log.info("rewording", extra={"outcome": checked.fault or "made", "seconds": taken})
        event = ModelReplied(
            id=f"model:{ask.id}",
            at=self.now(),
            coachee_id=ask.coachee_id,
            card_token=ask.card_token,
            words_id=ask.words_id,
            wording=checked.wording,
        )
        try:
            await self.hand(event)
        except Exception as error:  # noqa: BLE001 - the message is as usable as before
            log.warning("rewording.lost", extra={"error": type(error).__name__})

    async def _checked(self, ask: AskModel) -> Checked:
        """Ask and check; whatever goes wrong comes to a reason, and to no wording."""
        if len(self._tasks) > WAITING:
            return Checked(fault="too_many")
        try:
            async with asyncio.timeout(self.patience), self._places:
                return await self._asked(ask)
        except TimeoutError:
            return Checked(fault="timeout")
        except ModelFailed as error:
            return Checked(fault=error.reason)
        except BotError as error:
            return Checked(fault=type(error).__name__)
        except Exception as error:  # noqa: BLE001 - a fault of the model's side is no fault of ours
            log.warning("rewording.crashed", extra={"error": type(error).__name__})
            return Checked(fault="crashed")

    async def _asked(self, ask: AskModel) -> Checked:
        asked = await self.read(ask)
        if asked is None:
            return Checked(fault="not_sent")
        answer = await self.rewriter.suggest(asked.request)
        checked = check(answer, asked)
        self._note(asked, answer)
        return checked

    def _note(self, asked: Asked, answer: str) -> None:
        """Log sizes and salted hashes: short sentences could be guessed from plain ones."""
        sent = asked.request.sentence
        sizes: dict[str, object] = {
            "sent": len(sent),
            "hidden": len(asked.hidden),
            "got": len(answer),
        }
        hashes = {"sent_hash": self._hash(sent), "got_hash": self._hash(answer)}
        log.info("rewording.answered", extra=sizes | hashes)

    def _hash(self, text: str) -> str:
        raw = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(raw, key=self._salt, digest_size=6).hexdigest()
