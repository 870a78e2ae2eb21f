"""The playground over HTTP: a page, and behind it the same door as every other platform's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiohttp import web

from adapters.playground import asking, inbound, view
from adapters.playground.chats import Entry
from adapters.playground.clock import AlreadyMoving, NextDue, PlaygroundClock, Tick
from adapters.playground.desk import Desk, Upcoming
from adapters.playground.exchange import answer, read, refused
from adapters.playground.gathering import Gathering
from adapters.playground.guard import guard
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.moves import Mover, Settle
from adapters.playground.page.files import add_page
from adapters.playground.people import MOST_PEOPLE
from adapters.playground.seat import Seat
from adapters.playground.wire import to_wire
from bot.events import Commanded
from bot.messages import Message
from bot.ports import Handle

Renderers = Mapping[str, Callable[[Message], dict[str, Any]]]

ONE = "/api/people/{person}"
THERE = f"{ONE}/channels/{{channel}}"


async def unknown(_chat: str) -> datetime | None:
    """Know of no planned message."""
    return None


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
    upcoming_in: Upcoming = unknown,
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
        upcoming_in: the same for a channel.
    """
    mover = Mover(clock, messenger.chats, next_due, tick, settle)
    desk = Desk(handle, messenger, clock, settle, upcoming, upcoming_in)
    table, gathering = Table(desk, mover, renderers), Gathering(desk)
    room = web.Application(middlewares=[guard])
    add_page(room)
    room.router.add_get("/api/people", table.people)
    room.router.add_post("/api/people", table.add)
    room.router.add_post(f"{ONE}/home", table.visit)
    for chat in (ONE, THERE):
        _add_chat(room, chat, table)
    room.router.add_post(f"{ONE}/channels", gathering.make)
    room.router.add_post(f"{THERE}/people", gathering.seat)
    room.router.add_post(f"{THERE}/bot", gathering.invite)
    room.router.add_post(f"{THERE}/archive", gathering.archive)
    web_app.add_subapp("/playground", room)


def _add_chat(room: web.Application, chat: str, table: "Table") -> None:
    room.router.add_get(chat, table.show)
    room.router.add_post(f"{chat}/say", table.say)
    room.router.add_post(f"{chat}/click", table.click)
    room.router.add_post(f"{chat}/submit", table.submit)
    room.router.add_post(f"{chat}/close", table.close)
    room.router.add_post(f"{chat}/forget", table.forget)
    room.router.add_post(f"{chat}/clock", table.move)
    room.router.add_get(chat + r"/messages/{message:\d{1,15}}/{format}", table.source)


@dataclass(frozen=True, slots=True)
class Table:
    """The handlers of a chat, a person's or a channel; moves last as long as the process."""

    desk: Desk
    mover: Mover
    renderers: Renderers
    moves: set[str] = field(default_factory=set)

    @property
    def messenger(self) -> PlaygroundMessenger:
        """Where the chats are."""
        return self.desk.messenger

    async def people(self, _request: web.Request) -> web.Response:
        """List who is played, and in which formats messages can be looked at."""
        people = [view.person(player) for player in self.messenger.all()]
        return answer({"people": people, "formats": list(self.renderers)})

    async def add(self, request: web.Request) -> web.Response:
        """Add a person and open the chat with the bot."""
        asked = await read(request, asking.NewPlayer)
        if len(self.messenger.all()) >= MOST_PEOPLE:
            raise refused(web.HTTPConflict(), "crowded")
        player = self.messenger.players.add(
            asked.name, asked.locale, asked.zone, asked.request_id, hr=asked.hr
        )
        seat = Seat(player)
        event = inbound.opened(asked, seat, self._now(), "chat")
        return await self.desk.carry(request, seat, event)

    async def show(self, request: web.Request) -> web.Response:
        """Return a chat, or what changed in it since a revision."""
        return await self.desk.answer(request, self.desk.seat(request))

    async def say(self, request: web.Request) -> web.Response:
        """Carry what was typed; in a channel a command is seen by nobody else."""
        seat, asked = self.desk.seat(request), await read(request, asking.Say)
        if seat.channel is not None and seat.channel.archived:
            raise refused(web.HTTPConflict(), "archived")
        known = self.messenger.known_to(seat.player)
        event = inbound.said(asked, seat, self._now(), known)
        if seat.channel is None or not isinstance(event, Commanded):
            self.messenger.chats.write(seat.chat, seat.player.id, asked.text, asked.event_id)
        if event is None:
            return await self.desk.answer(request, seat)
        return await self.desk.carry(request, seat, event)

    async def click(self, request: web.Request) -> web.Response:
        """Carry a press, and show at once what the reply makes of the pressed message."""
        seat, asked = self.desk.seat(request), await read(request, asking.Click)
        event = inbound.clicked(asked, seat, self._now())
        return await self.desk.carry(request, seat, event, pressed=asked.message)

    async def submit(self, request: web.Request) -> web.Response:
        """Carry a form; it stays open if it comes back with errors."""
        seat, asked = self.desk.seat(request), await read(request, asking.Submit)
        event = inbound.submitted(asked, seat, self._now())
        return await self.desk.carry(request, seat, event, closes=True)

    async def close(self, request: web.Request) -> web.Response:
        """Put the open form away."""
        seat = self.desk.seat(request)
        await read(request, asking.Close)
        self.desk.put_away(seat)
        return await self.desk.answer(request, seat)

    async def visit(self, request: web.Request) -> web.Response:
        """Open the home."""
        seat, asked = self.desk.seat(request), await read(request, asking.Visit)
        event = inbound.opened(asked, seat, self._now(), "home")
        return await self.desk.carry(request, seat, event)

    async def forget(self, request: web.Request) -> web.Response:
        """Take own words out of the chat, as one can on the platforms.

        In a channel the bot's messages too: whoever runs the workspace can do that there.
        """
        seat, asked = self.desk.seat(request), await read(request, asking.Forget)
        entry = self.messenger.chats.get(seat.chat, asked.message)
        if entry is not None and _may_be_deleted(entry, seat):
            self.messenger.chats.delete(entry)
        return await self.desk.answer(request, seat)

    async def move(self, request: web.Request) -> web.Response:
        """Move the clock; `show` tells meanwhile how far it has come."""
        seat, asked = self.desk.seat(request), await read(request, asking.MoveClock)
        if asked.request_id in self.moves:
            return await self.desk.answer(request, seat)
        try:
            found = await self.mover.move(seat, asked.to)
        except AlreadyMoving:
            raise refused(web.HTTPConflict(), "moving") from None
        self.moves.add(asked.request_id)
        return await self.desk.answer(request, seat, nothing_planned=not found)

    async def source(self, request: web.Request) -> web.Response:
        """Return a message in a platform's format, or as the engine made it (`neutral`)."""
        seat, known = self.desk.seat(request), {"neutral": to_wire, **self.renderers}
        entry = self.messenger.chats.get(seat.chat, int(request.match_info["message"]))
        render = known.get(request.match_info["format"])
        if entry is None or entry.message is None or render is None:
            raise refused(web.HTTPNotFound(), "gone")
        return answer(render(entry.message))

    def _now(self) -> datetime:
        return self.desk.clock.now()


def _may_be_deleted(entry: Entry, seat: Seat) -> bool:
    if entry.message is not None:
        return seat.channel is not None
    return entry.author in {"", seat.player.id}
