"""The handlers of channels: making one, who is in it, and whether the bot can post there."""

from dataclasses import dataclass, replace

from aiohttp import web

from adapters.playground import asking, inbound
from adapters.playground.channels import MOST_CHANNELS, PlayedChannel
from adapters.playground.desk import Desk
from adapters.playground.exchange import read, refused
from adapters.playground.seat import Seat


@dataclass(frozen=True, slots=True)
class Gathering:
    """What the page can change about channels; the bot hears of it where a platform tells."""

    desk: Desk

    async def make(self, request: web.Request) -> web.Response:
        """Make a channel with everybody who is played, and the bot, and look at it."""
        seat, asked = self.desk.seat(request), await read(request, asking.NewChannel)
        messenger = self.desk.messenger
        if len(messenger.channels.all()) >= MOST_CHANNELS:
            raise refused(web.HTTPConflict(), "channels")
        made = messenger.channels.add(
            asked.name,
            [player.id for player in messenger.all()],
            public=asked.public,
            key=asked.request_id,
        )
        there = Seat(seat.player, made)
        return await self.desk.carry(
            request, there, inbound.joined(asked, there, self.desk.clock.now())
        )

    async def seat(self, request: web.Request) -> web.Response:
        """Take somebody in or out, or mark them as a guest."""
        seat, asked = self.desk.seat(request), await read(request, asking.Seating)
        if self.desk.messenger.players.get(asked.who) is None:
            raise refused(web.HTTPNotFound(), "gone")
        after = _channel(seat).seating(asked.who, asked.role)
        if not after.members:
            raise refused(web.HTTPConflict(), "last")
        return await self._change(request, seat, asked, after)

    async def invite(self, request: web.Request) -> web.Response:
        """Take the bot out, or in again."""
        seat, asked = self.desk.seat(request), await read(request, asking.Invite)
        return await self._change(request, seat, asked, replace(_channel(seat), bot=asked.here))

    async def archive(self, request: web.Request) -> web.Response:
        """Close the channel for everybody, or open it again."""
        seat, asked = self.desk.seat(request), await read(request, asking.Archive)
        after = replace(_channel(seat), archived=asked.archived)
        return await self._change(request, seat, asked, after)

    async def _change(
        self, request: web.Request, seat: Seat, asked: asking.Asked, after: PlayedChannel
    ) -> web.Response:
        before, channels = _channel(seat), self.desk.messenger.channels
        channels.put(after)
        event = inbound.changed(asked, seat, self.desk.clock.now(), after)
        there = Seat(seat.player, after if seat.player.id in after.members else None)
        if event is None:
            return await self.desk.answer(request, there)
        try:
            return await self.desk.carry(request, there, event)
        except web.HTTPServiceUnavailable:
            channels.put(before)  # so that the same request, sent again, tells the bot
            raise


def _channel(seat: Seat) -> PlayedChannel:
    assert seat.channel is not None  # noqa: S101 - these routes have a channel in their path
    return seat.channel
