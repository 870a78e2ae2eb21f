"""Takes an event of the page to the engine, and answers with what the page then shows."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from adapters.playground import view
from adapters.playground.clock import PlaygroundClock
from adapters.playground.exchange import answer, refused
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.moves import Settle
from adapters.playground.seat import Seat
from bot.errors import Busy
from bot.events import Inbound
from bot.messages import Form, Reply
from bot.ports import Handle

log = logging.getLogger(__name__)

Upcoming = Callable[[str], Awaitable[datetime | None]]


@dataclass(slots=True)
class Desk:
    """The way to the engine and back, and the open forms: one a person in each chat."""

    handle: Handle
    messenger: PlaygroundMessenger
    clock: PlaygroundClock
    settle: Settle
    upcoming: Upcoming
    upcoming_in: Upcoming
    forms: dict[tuple[str, str], Form] = field(default_factory=dict)

    def seat(self, request: web.Request) -> Seat:
        """Find from where a request looks.

        Raises:
            web.HTTPException: 404 if there is no such person, or they are not in the channel.
        """
        player = self.messenger.players.get(request.match_info["person"])
        place = request.match_info.get("channel")
        channel = self.messenger.channels.get(place) if place else None
        if player is None or (place and (channel is None or player.id not in channel.members)):
            raise refused(web.HTTPNotFound(), "gone")
        return Seat(player, channel)

    async def carry(
        self,
        request: web.Request,
        seat: Seat,
        event: Inbound,
        *,
        pressed: int | None = None,
        closes: bool = False,
    ) -> web.Response:
        """Carry an event; the answer comes when all that follows from it has been sent.

        Raises:
            web.HTTPException: 503 if the engine is busy; nothing was changed then.
        """
        log.info("playground event", extra={"event_id": event.id, "kind": type(event).__name__})
        try:
            reply = await self.handle(event) or Reply()
        except Busy:
            raise refused(web.HTTPServiceUnavailable(), "busy") from None
        self._note(seat, reply, pressed, closes=closes)
        await self.settle(seat.player.id)
        return await self.answer(request, seat, **view.reply(reply))

    async def answer(self, request: web.Request, seat: Seat, **more: Any) -> web.Response:
        """Tell what stands in the chat, or what changed in it since the page's revision."""
        told = view.chat(seat, self.messenger, _since(request, seat))
        told["form"] = view.form(self.forms.get((seat.player.id, seat.chat)))
        ask = self.upcoming_in if seat.channel else self.upcoming
        told["clock"] = view.time(self.clock, await ask(seat.chat))
        return answer(told | more)

    def put_away(self, seat: Seat) -> None:
        """Close the form that is open there."""
        self.forms.pop((seat.player.id, seat.chat), None)

    def _note(self, seat: Seat, reply: Reply, pressed: int | None, *, closes: bool) -> None:
        if closes and not reply.errors:
            self.put_away(seat)
        if reply.form is not None:
            self.forms[seat.player.id, seat.chat] = reply.form
        entry = self.messenger.chats.get(seat.chat, pressed or 0)
        if reply.card is not None and entry is not None and entry.message is not None:
            self.messenger.chats.edit(entry, reply.card)


def _since(request: web.Request, seat: Seat) -> int:
    """Return the revision the page knows; it knows nothing of a chat it did not ask about."""
    since, asked = request.query.get("since", ""), request.match_info.get("channel")
    about = seat.channel.id if seat.channel else None
    return int(since[:15]) if since.isdecimal() and asked == about else 0
