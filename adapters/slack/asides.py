"""What people are told beside the answers to their requests, which do not wait for it."""

import asyncio

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.private import Place, tell

AT_ONCE = 20
"""How many are told something at a time: each is a call, of up to a second."""


class Asides:
    """Tells people something in the background, a few at a time."""

    def __init__(self, client: AsyncWebClient, at_once: int = AT_ONCE) -> None:
        self._client = client
        self._at_once = at_once
        self._running: set[asyncio.Task[None]] = set()

    def tell(self, place: Place, sentence: str) -> bool:
        """Begin to tell it; false, and nothing begun, where too many are being told already."""
        if len(self._running) >= self._at_once:
            return False
        task = asyncio.create_task(tell(self._client, place, sentence))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return True

    async def insist(self, place: Place, sentence: str) -> None:
        """Tell it: in the background if there is room, otherwise now."""
        if not self.tell(place, sentence):
            await tell(self._client, place, sentence)

    async def finish(self) -> None:
        """Wait until everything is told."""
        await asyncio.gather(*self._running)
