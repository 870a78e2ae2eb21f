"""A team in a channel of the playground: requests of the page in, the page's view out."""

from typing import Any

from bot.language import Lang
from tests.room import Again, Room, Seat
from tests.room_teams import assert_card
from tests.stage import Shown
from tests.stage_channel import ChannelOnPage, InChannel
from tests.stage_playground import PlaygroundStage
from tests.test_slack_blocks import assert_taken
from tests.world import World


class PageSeat(Seat):
    """Somebody of the channel."""

    there: InChannel
    own: PlaygroundStage

    def __init__(self, there: InChannel, lang: Lang) -> None:
        super().__init__(lang, there, there.own)

    @property
    def id(self) -> str:
        """The player's id."""
        return self.there.person

    @property
    def named(self) -> str:
        """The mention."""
        return f"@{self.id}"

    async def say(self, text: str) -> None:
        """Begin with the bot's name."""
        await self.there.say(f"@bot {text}")

    def told(self) -> str:
        """Return the newest of what only this answer of the page said."""
        return self.there.passing[-1][1].text if self.there.passing else ""

    def mail(self) -> list[Shown]:
        """Return the chat with the bot alone."""
        return self.own.messages()


class PageRoom(Room):
    """The channel."""

    def __init__(self, world: World, page: ChannelOnPage, lang: Lang, langs: list[Lang]) -> None:
        seats = [PageSeat(one, own) for one, own in zip(page.people, langs, strict=True)]
        super().__init__(world, lang, list(seats))
        self.page = page

    @property
    def id(self) -> str:
        """The channel's id."""
        return self.page.id

    def messages(self) -> list[Shown]:
        """Return what stands in the channel itself."""
        return [one for one in self.page.messages() if not self._entry(one)["under"]]

    def thread(self, root: Shown) -> list[Shown]:
        """Return the answers to a message."""
        return self.page.people[0].thread(root.key)

    def sent(self) -> int:
        """Return the number that grows with every change of any chat."""
        return int(self.page.people[0].view["revision"])

    async def check(self) -> None:
        """Every message could also stand in Slack and in Teams."""
        for one in self.page.messages():
            await self._check(self.page.people[0], one)

    async def check_chat(self, seat: Seat) -> None:
        """The same of what somebody has with the bot alone."""
        assert isinstance(seat, PageSeat)
        for one in seat.mail():
            if one.key.isdecimal():  # what is told in passing is kept nowhere
                await self._check(seat.own, one)

    async def delete(self, shown: Shown) -> None:
        """Take the message away; the bot is not told."""
        await self.page.people[0].delete(shown.key)
        await self.look()

    async def archive(self, *, archived: bool) -> None:
        """Close the channel, or open it again."""
        await self.page.archive(archived=archived)
        await self._settled()

    async def turn_out(self) -> None:
        """Take the bot out of the channel."""
        await self.page.invite(here=False)
        await self._settled()

    async def turn_in(self) -> None:
        """Take the bot in again."""
        await self.page.invite(here=True)
        await self._settled()

    async def receive_guest(self) -> Seat:
        """Let somebody in, as a guest."""
        there = await self.page.join("en-GB", "Europe/Paris")
        await self.page.make_guest(len(self.page.people) - 1)
        await self.wait(seconds=11)
        return PageSeat(there, "en")

    async def repeat(self, seat: Seat) -> None:
        """Send the page's last request again."""
        client: object = seat.own.client if isinstance(seat, PageSeat) else None
        assert isinstance(client, Again)
        await client.repeat()
        await seat.there.answered()
        await self.look()

    async def _settled(self) -> None:
        await self.world.settle()
        await self.look()

    async def _check(self, place: PlaygroundStage, shown: Shown) -> None:
        assert_taken((await self._rendered(place, shown, "Block Kit"))["blocks"])
        assert_card(await self._rendered(place, shown, "Adaptive Card"))
        assert shown.told, "a message without a notification"

    async def _rendered(self, place: PlaygroundStage, shown: Shown, how: str) -> dict[str, Any]:
        path = f"/playground/api/{place.here}/messages/{shown.key}/{how}"
        async with place.client.get(path) as answer:
            assert answer.status == 200, await answer.text()
            told: dict[str, Any] = await answer.json()
            return told

    def _entry(self, shown: Shown) -> dict[str, Any]:
        return self.page.people[0].entries[int(shown.key)]
