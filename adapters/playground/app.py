"""The playground over HTTP: a page, and behind it the same door as every other platform's."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from adapters.playground import inbound, view
from adapters.playground.clock import AlreadyMoving, NextDue, PlaygroundClock, Tick
from adapters.playground.exchange import answer, read, refused
from adapters.playground.guard import guard
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.moves import Mover, Settle
from adapters.playground.page.files import add_page
from adapters.playground.people import MOST_PEOPLE, Player
from adapters.playground.wire import to_wire
from bot.errors import Busy
from bot.events import Inbound
from bot.messages import Form, Message, Reply
from bot.ports import Handle

log = logging.getLogger(__name__)

Renderers = Mapping[str, Callable[[Message], dict[str, Any]]]
Upcoming = Callable[[str], Awaitable[datetime | None]]


async def unknown(_person: str) -> None:
    """Know of no planned message."""


def add_routes(
    web_app: web.Application,
    *,
    handle: Handle,
    messenger: PlaygroundMessenger,
    clock: PlaygroundClock,
    next_due: NextDue,
    tick: Tick,
    settle: Settle,
    renderers: Renderers,
    upcoming: Upcoming = unknown,
) -> None:
    """Serve the page at `/playground` and its interface below, to this computer alone.

    Args:
        web_app: the application that listens.
        handle: the engine's door.
        messenger: where the engine's messages arrive.
        clock: the played time.
        next_due: the earliest time at which anything falls due, for anybody.
        tick: does everything that is due at the played time, sending included.
        settle: waits until everything queued for a played person has been sent.
        renderers: the platforms whose format of a message can be looked at, by name.
        upcoming: the time of a played person's next planned message, where it is known.
    """
    mover = Mover(clock, messenger.chats, next_due, tick, settle)
    table = Table(handle, messenger, clock, mover, settle, renderers, upcoming)
    room = web.Application(middlewares=[guard])
    add_page(room)
    one = "/api/people/{person}"
    room.router.add_get("/api/people", table.people)
    room.router.add_post("/api/people", table.add)
    room.router.add_get(one, table.show)
    room.router.add_post(f"{one}/say", table.say)
    room.router.add_post(f"{one}/click", table.click)
    room.router.add_post(f"{one}/submit", table.submit)
    room.router.add_post(f"{one}/close", table.close)
    room.router.add_post(f"{one}/home", table.visit)
    room.router.add_post(f"{one}/forget", table.forget)
    room.router.add_post(f"{one}/clock", table.move)
    room.router.add_get(one + r"/messages/{message:\d{1,15}}/{format}", table.source)
    web_app.add_subapp("/playground", room)


@dataclass(slots=True)
class Table:
    """The handlers, and what lasts only as long as the process: open forms and done moves."""

    handle: Handle
    messenger: PlaygroundMessenger
    clock: PlaygroundClock
    mover: Mover
    settle: Settle
    renderers: Renderers
    upcoming: Upcoming
    forms: dict[str, Form] = field(default_factory=dict)
    moves: set[str] = field(default_factory=set)

    async def people(self, _request: web.Request) -> web.Response:
        """List who is played, and in which formats messages can be looked at."""
        people = [view.person(player) for player in self.messenger.all()]
        return answer({"people": people, "formats": list(self.renderers)})

    async def add(self, request: web.Request) -> web.Response:
        """Add a person and open the chat with the bot."""
        asked = await read(request, inbound.NewPlayer)
        if len(self.messenger.all()) >= MOST_PEOPLE:
            raise refused(web.HTTPConflict(), "crowded")
        player = self.messenger.players.add(asked.name, asked.locale, asked.zone, asked.request_id)
        return await self._carry(
            request, player, inbound.opened(asked, player, self.clock.now(), "chat")
        )

    async def show(self, request: web.Request) -> web.Response:
        """Return a chat, or what changed in it since a revision."""
        return await self._answer(request, self._player(request))

    async def say(self, request: web.Request) -> web.Response:
        """Carry what was typed."""
        player, asked = self._player(request), await read(request, inbound.Say)
        self.messenger.chats.write(player.id, asked.text, asked.event_id)
        return await self._carry(request, player, inbound.said(asked, player, self.clock.now()))

    async def click(self, request: web.Request) -> web.Response:
        """Carry a press, and show at once what the reply makes of the pressed message."""
        player, asked = self._player(request), await read(request, inbound.Click)
        event = inbound.clicked(asked, player, self.clock.now())
        return await self._carry(request, player, event, pressed=asked.message)

    async def submit(self, request: web.Request) -> web.Response:
        """Carry a form; it stays open if it comes back with errors."""
        player, asked = self._player(request), await read(request, inbound.Submit)
        return await self._carry(
            request, player, inbound.submitted(asked, player, self.clock.now()), closes=True
        )

    async def close(self, request: web.Request) -> web.Response:
        """Put the open form away."""
        player = self._player(request)
        await read(request, inbound.Close)
        self.forms.pop(player.id, None)
        return await self._answer(request, player)

    async def visit(self, request: web.Request) -> web.Response:
        """Open the home."""
        player, asked = self._player(request), await read(request, inbound.Visit)
        return await self._carry(
            request, player, inbound.opened(asked, player, self.clock.now(), "home")
        )

    async def forget(self, request: web.Request) -> web.Response:
        """Take own words out of the chat, as one can on the platforms."""
        player, asked = self._player(request), await read(request, inbound.Forget)
        entry = self.messenger.chats.get(player.id, asked.message)
        if entry is not None and entry.message is None:
            self.messenger.chats.delete(entry)
        return await self._answer(request, player)

    async def move(self, request: web.Request) -> web.Response:
        """Move the clock; `show` tells meanwhile how far it has come."""
        player, asked = self._player(request), await read(request, inbound.MoveClock)
        if asked.request_id in self.moves:
            return await self._answer(request, player)
        try:
            found = await self.mover.move(player, asked.to)
        except AlreadyMoving:
            raise refused(web.HTTPConflict(), "moving") from None
        self.moves.add(asked.request_id)
        return await self._answer(request, player, nothing_planned=not found)

    async def source(self, request: web.Request) -> web.Response:
        """Return a message in a platform's format, or as the engine made it (`neutral`)."""
        player, known = self._player(request), {"neutral": to_wire, **self.renderers}
        entry = self.messenger.chats.get(player.id, int(request.match_info["message"]))
        render = known.get(request.match_info["format"])
        if entry is None or entry.message is None or render is None:
            raise refused(web.HTTPNotFound(), "gone")
        return answer(render(entry.message))

    async def _carry(
        self,
        request: web.Request,
        player: Player,
        event: Inbound,
        *,
        pressed: int | None = None,
        closes: bool = False,
    ) -> web.Response:
        log.info("playground event", extra={"event_id": event.id, "kind": type(event).__name__})
        try:
            reply = await self.handle(event) or Reply()
        except Busy:
            raise refused(web.HTTPServiceUnavailable(), "busy") from None
        self._note(player, reply, pressed, closes=closes)
        await self.settle(player.id)
        return await self._answer(request, player, **view.reply(reply))

    def _note(self, player: Player, reply: Reply, pressed: int | None, *, closes: bool) -> None:
        if closes and not reply.errors:
            self.forms.pop(player.id, None)
        if reply.form is not None:
            self.forms[player.id] = reply.form
        entry = self.messenger.chats.get(player.id, pressed or 0)
        if reply.card is not None and entry is not None and entry.message is not None:
            self.messenger.chats.edit(entry, reply.card)

    async def _answer(
        self,
        request: web.Request,
        player: Player,
        **more: Any,
    ) -> web.Response:
        since = request.query.get("since", "")
        told = view.chat(player, self.messenger, int(since[:15]) if since.isdecimal() else 0)
        told["form"] = view.form(self.forms.get(player.id))
        told["clock"] = view.time(self.clock, await self.upcoming(player.id))
        return answer(told | more)

    def _player(self, request: web.Request) -> Player:
        player = self.messenger.players.get(request.match_info["person"])
        if player is None:
            raise refused(web.HTTPNotFound(), "gone")
        return player
