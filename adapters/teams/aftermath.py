"""What a reply asks for beside the answer: said at once, in the background, queued nowhere.

It is said to the person alone. What happened in a channel is answered in the one-to-one chat,
which is created on the way; whoever can't be reached there is not told. A channel's own
messages are left to the outbox.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator

from adapters.teams.dialogs import refilled
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.phrases import Phrases
from bot.errors import SendFailed
from bot.events import Clicked, Inbound, MessageRef, Submitted
from bot.language import Lang, lang_of
from bot.messages import Form, Message, Reply, Span, Text

Step = Callable[[], Awaitable[object]]

PAUSES = (1.0, 4.0)
"""Seconds between tries."""

LONGEST = 30.0
"""Seconds to wait at most when the service names its own time."""

_log = logging.getLogger(__name__)


class Aftermath:
    """Runs the steps of one reply in order; a step that fails leaves the others alone."""

    def __init__(
        self, messenger: TeamsMessenger, phrases: Phrases, pauses: tuple[float, ...] = PAUSES
    ) -> None:
        self._messenger = messenger
        self._phrases = phrases
        self._pauses = pauses
        self._running: set[asyncio.Task[None]] = set()

    def after_message(self, event: Inbound, reply: Reply, ref: MessageRef | None) -> None:
        """Follow what came as a message: there everything has to be posted."""
        self._start([*self._shown(event, reply), *self._unasked(event, reply, ref)])

    def after_press(self, event: Inbound, reply: Reply, ref: MessageRef | None) -> None:
        """Follow a button answered inside its request."""
        steps = self._shown(event, reply)
        if isinstance(event, Submitted):
            steps += [] if reply.errors else self._gone(event, ref)
        elif reply.form and reply.form.submit:
            steps += self._form(event, reply.form, reply)
        self._start(steps)

    def after_fetch(self, event: Inbound, reply: Reply, ref: MessageRef | None) -> None:
        """Follow a button that was to open a form; without one, its card is out of date."""
        steps = self._shown(event, reply)
        self._start(steps if reply.form else steps + self._refreshed(event, reply, ref))

    def after_dialog(self, event: Inbound, reply: Reply) -> None:
        """Follow a dialog that was sent."""
        self._start(self._shown(event, reply))

    async def finish(self) -> None:
        """Wait until everything is said."""
        await asyncio.gather(*self._running, return_exceptions=True)

    def _unasked(self, event: Inbound, reply: Reply, ref: MessageRef | None) -> Iterator[Step]:
        if isinstance(event, Submitted):
            yield from self._gone(event, ref)
        if isinstance(event, Clicked):
            yield from self._refreshed(event, reply, ref)
        if reply.form and reply.form.submit:
            yield from self._form(event, reply.form, reply)
        elif told := self._told(reply):
            yield from self._posted(event, _sentence(told, _lang(event, reply)))

    def _told(self, reply: Reply) -> str:
        if reply.notice or not reply.form:
            return reply.notice or " ".join(reply.errors.values())
        return self._phrases.window.text(reply.form.lang)

    def _shown(self, event: Inbound, reply: Reply) -> list[Step]:
        return self._posted(event, reply.show) if reply.show else []

    def _posted(self, event: Inbound, message: Message) -> list[Step]:
        return [lambda: self._messenger.post(event.address, message)]

    def _form(self, event: Inbound, form: Form, reply: Reply) -> list[Step]:
        if reply.errors and isinstance(event, Submitted):
            form = refilled(form, event.values)
        return [lambda: self._messenger.post_form(event.address, form, reply.errors)]

    def _refreshed(self, event: Inbound, reply: Reply, ref: MessageRef | None) -> list[Step]:
        card = reply.card
        if not (card and ref) or event.channel:
            return []
        return [lambda: self._messenger.update(event.address, ref, card)]

    def _gone(self, event: Inbound, ref: MessageRef | None) -> list[Step]:
        """A form in the chat that was sent must not stay there as if it could be sent again."""
        if not ref or event.channel:
            return []
        return [lambda: self._messenger.delete(event.address, ref)]

    def _start(self, steps: list[Step]) -> None:
        if not steps:
            return
        task = asyncio.create_task(self._run(steps))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self, steps: list[Step]) -> None:
        for step in steps:
            await self._insist(step)

    async def _insist(self, step: Step) -> None:
        for pause in (*self._pauses, None):
            try:
                await step()
            except SendFailed as error:
                if pause is None or error.permanent:
                    _log.warning("teams_not_said", extra={"reason": error.reason})
                    return
                asked = error.retry_after.total_seconds() if error.retry_after else 0
                await asyncio.sleep(min(max(pause, asked), LONGEST))
            else:
                return


def _lang(event: Inbound, reply: Reply) -> Lang:
    return reply.form.lang if reply.form else lang_of(event.actor.locale)


def _sentence(text: str, lang: Lang) -> Message:
    return Message(lang, text, (Text((Span(text),)),))
