"""Several people played on the page, together in one channel with the bot."""

from collections.abc import Sequence

from tests.stage import Shown
from tests.stage_playground import Json, PlaygroundStage, _shown


class InChannel(PlaygroundStage):
    """One person's view of a channel: what everybody reads, and what is told to them alone."""

    def __init__(self, own: PlaygroundStage, channel: str) -> None:
        super().__init__(own.world, own.client, own.shelf)
        self.person = own.person
        self.own = own
        self.channel = channel
        self._ids = own._ids

    @property
    def here(self) -> str:
        """The channel, looked at as this person."""
        return f"people/{self.person}/channels/{self.channel}"

    async def press(self, label: str) -> None:
        """Press the newest control with this label, whoever made it appear."""
        await self.look()
        await super().press(label)

    async def change(self, what: str, body: Json) -> None:
        """Change the channel as the page can: its `people`, the `bot`, the `archive`."""
        await self._ask(f"{self.here}/{what}", body)

    async def delete(self, key: str) -> None:
        """Delete a message of the bot for everybody."""
        await self._ask(f"{self.here}/forget", {"message": int(key)})

    def thread(self, key: str) -> list[Shown]:
        """Return what stands in the thread under a message."""
        return [_shown(e) for e in self.entries.values() if e["under"] == int(key)]

    def _take(self, view: Json) -> None:
        if view["channel"] == self.channel:
            super()._take(view)


class ChannelOnPage:
    """Several people in one channel with the bot. They are counted from 0; 0 made the channel.

    `people[n].own` is what one of them has with the bot alone.
    """

    def __init__(self, people: list[InChannel]) -> None:
        self.people = people

    @classmethod
    async def open(
        cls, first: PlaygroundStage, others: Sequence[tuple[str, str]] = ()
    ) -> "ChannelOnPage":
        """Add people by locale and zone, then make the channel as the first one."""
        owns = [first]
        for number, (locale, zone) in enumerate(others, 1):
            owns.append(await _beside(first, locale, zone, f"Mate {number}"))
        path = f"/playground/api/{first.here}/channels"
        body = {"request_id": f"request-{next(first._ids)}", "name": "The team"}
        async with first.client.post(path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            channel = (await answer.json())["channel"]
        made = cls([InChannel(own, channel) for own in owns])
        await first.answered()
        await made.look()
        return made

    @property
    def id(self) -> str:
        """The channel's id, as the bot knows it."""
        return self.people[0].channel

    def as_person(self, number: int) -> InChannel:
        """Act as one of them."""
        return self.people[number]

    async def look(self) -> None:
        """Look at the page again, as everybody who is in the channel."""
        for person in self.people:
            await person.look()
            await person.own.look()

    def messages(self) -> list[Shown]:
        """Return what everybody reads, oldest first, threads included."""
        return [_shown(e) for e in self.people[0].entries.values() if e.get("message")]

    async def join(self, locale: str, zone: str) -> InChannel:
        """Add a person to the page and take them into the channel."""
        own = await _beside(self.people[0].own, locale, zone)
        await self._seat(own.person, "member")
        self.people.append(InChannel(own, self.id))
        await self.look()
        return self.people[-1]

    async def leave(self, number: int) -> PlaygroundStage:
        """Take somebody out; they keep what they have with the bot alone."""
        gone = self.people.pop(number)
        await self._seat(gone.person, "nobody")
        await gone.own.look()
        return gone.own

    async def make_guest(self, number: int) -> None:
        """Mark somebody as a guest."""
        await self._seat(self.people[number].person, "guest")

    async def invite(self, *, here: bool) -> None:
        """Take the bot in, or out."""
        await self.people[0].change("bot", {"here": here})

    async def archive(self, *, archived: bool) -> None:
        """Close the channel, or open it again."""
        await self.people[0].change("archive", {"archived": archived})

    async def _seat(self, person: str, role: str) -> None:
        await self.people[0].change("people", {"who": person, "role": role})


async def _beside(
    first: PlaygroundStage, locale: str, zone: str, name: str = "Sam"
) -> PlaygroundStage:
    """Add another person to the page of the first."""
    other = PlaygroundStage(first.world, first.client, first.shelf)
    other._ids = first._ids
    await other.add(locale, zone, name)
    return other
