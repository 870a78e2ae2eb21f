"""HR at work on whatever platform: a company in a channel, and what each of them reads.

Labels and sentences are named by their wording key, so that the same script runs in both
languages. Seat 0 owns the bot, seat 1 is of HR; a guest is in the channel, too.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.campaigns.content import Campaign
from bot.language import Lang
from tests.room import Room, Seat, Values, says
from tests.stage import Shown
from tests.talks import fold
from tests.world import World

PAGES = 60
"""Pages of directories after which counting must have ended."""

A_PAGE = timedelta(seconds=25)


class Chair:
    """Somebody at their own chat with the bot; `fresh` is what came of their last deed."""

    def __init__(self, desk: "Desk", seat: Seat) -> None:
        self.desk = desk
        self.seat = seat
        self.lang: Lang = seat.lang
        self._before: set[tuple[object, ...]] = set()

    @property
    def messages(self) -> list[Shown]:
        """Their chat as it is now, oldest first, with what was only told in passing."""
        return self.seat.own.messages()

    @property
    def fresh(self) -> list[Shown]:
        """What is new or changed since they last did something."""
        return [one for one in self.messages if _version(one) not in self._before]

    @property
    def window(self) -> str:
        """What can be read in the open form."""
        return self.seat.own.window()

    @property
    def form(self) -> list[str]:
        """Ids of the fields of the open form."""
        return self.seat.own.form()

    def text(self, key: str, **values: str) -> str:
        """Say a wording key in their language."""
        return self.seat.text(key, **values)

    def mark(self) -> None:
        """Take everything that is there for read."""
        self._before = {_version(one) for one in self.messages}

    async def types(self, text: str) -> None:
        """Type a command of campaigns."""
        self.mark()
        await self.desk.command(self.seat, text)
        await self.desk.room.look()

    async def presses(self, key: str) -> None:
        """Press the newest button that is called so."""
        await self.desk.put_away(self.seat)
        self.mark()
        await self.seat.own.press(self.text(key))
        await self.desk.room.look()

    async def fills(self, values: Values) -> None:
        """Send the open form; other fields keep what they show."""
        self.mark()
        await self.seat.own.fill(values)  # type: ignore[arg-type]  # the stages of rooms take lists
        await self.desk.room.look()

    async def again(self) -> None:
        """Let what they did last be delivered once more, and look what came of it."""
        self.mark()
        await self.desk.room.repeat(self.seat)
        await self.desk.room.look()

    async def waits(self, **ahead: float) -> None:
        """Let time pass, and see what came meanwhile."""
        self.mark()
        await self.desk.room.wait(**ahead)

    async def waits_for_preview(self) -> None:
        """Wait until the weeks were played through, and see what came of it."""
        self.mark()
        await self.desk.world.settle_preview()
        await self.desk.room.look()

    def reads(self, *keys: str) -> Shown:
        """Return the newest fresh message that says all that stands under wording keys."""
        for one in reversed(self.fresh):
            if all(says(one.text, key, self.lang) for key in keys):
                return one
        raise AssertionError(f"{keys} in none of {[one.text for one in self.fresh]}")

    def sees(self, text: str) -> Shown:
        """Return the newest fresh message in which a text stands."""
        for one in reversed(self.fresh):
            if fold(text) in fold(one.text):
                return one
        raise AssertionError(f"{text!r} in none of {[one.text for one in self.fresh]}")

    def now(self, shown: Shown) -> Shown:
        """Return a message as it stands now."""
        return next(one for one in self.messages if one.key == shown.key)

    def window_says(self, *keys: str) -> bool:
        """Tell whether the open form says all that stands under wording keys."""
        return all(says(self.window, key, self.lang) for key in keys)


class Desk(ABC):
    """A company whose HR works with the bot."""

    tells_langs = True
    """Whether the platform tells the language of somebody who never wrote."""

    refills = True
    """Whether the bot writes what was typed into a form that stays open, not the platform."""

    def __init__(self, room: Room, guest: Seat) -> None:
        self.room = room
        self.guest = guest
        self.chairs = [Chair(self, seat) for seat in room.seats]

    @property
    def world(self) -> World:
        """The engine and its clock."""
        return self.room.world

    @property
    def owner(self) -> Chair:
        """Whoever gives roles."""
        return self.chairs[0]

    @property
    def hr(self) -> Chair:
        """Whoever gets the role of HR."""
        return self.chairs[1]

    @abstractmethod
    async def command(self, seat: Seat, text: str) -> None:
        """Type a command of campaigns in one's own chat."""

    @abstractmethod
    async def wish(self, seat: Seat, wish: str) -> None:
        """Type a wish for the channel's people; `{room}` stands where the channel is named."""

    @abstractmethod
    async def appoint(self, by: Seat, role: str, whom: Seat) -> None:
        """Give a role in words, with the person mentioned."""

    @abstractmethod
    def mail(self, number: int) -> str:
        """Return the mail address that the platform knows of a seat."""

    @abstractmethod
    def question(self, seat: Seat, label: str) -> str:
        """Return what is asked before the newest button that is called so does anything."""

    def called(self, seat: Seat) -> str:
        """Return how somebody's name reads in the chat of somebody else."""
        return seat.named

    async def put_away(self, seat: Seat) -> None:  # noqa: B027 - a card is covered by nothing
        """Close a form that is open."""

    async def check(self) -> None:
        """Check all that was ever sent against the platform's own rules."""
        await self.room.check()

    async def campaigns(self) -> Sequence[Campaign]:
        """All campaigns, the newest first."""
        return await self.world.look(lambda uow: uow.campaigns.all())

    async def newest(self) -> Campaign:
        """The campaign made last."""
        return (await self.campaigns())[0]

    async def count(self) -> Campaign:
        """Let time pass until the audience is counted."""
        for _ in range(PAGES):
            made = await self.newest()
            if not made.counting:
                return made
            await self.room.wait_until(self.world.clock() + A_PAGE)
        raise AssertionError("it never ends to count")

    async def until(self, at: datetime) -> None:
        """Let time pass; nobody has read what comes."""
        for chair in self.chairs:
            chair.mark()
        await self.room.wait_until(at)

    def invited(self) -> list[int]:
        """Return the seats that have an invitation, each as often as it has one."""
        return [
            number
            for number, chair in enumerate(self.chairs)
            for one in chair.messages
            if any(says(one.told, "invitation.summary", lang) for lang in ("en", "fr"))
        ]


def _version(one: Shown) -> tuple[object, ...]:
    return one.key, one.text, one.labels
