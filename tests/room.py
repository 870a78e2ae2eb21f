"""What a script can do and read in a team's channel, whatever the platform.

Labels and sentences are named by their wording key, so that the same script runs in both
languages. A channel speaks `room.lang`; what one person is told is in their own `seat.lang`.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.language import Lang
from bot.ports import UnitOfWork
from bot.teams.content import Round
from tests.stage import Shown, Stage
from tests.talks import fold, pattern
from tests.world import World, library

Values = Mapping[str, str | list[str]]


class Again:
    """An HTTP client that remembers its last POST, to send it once more as it was."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._last: tuple[tuple[Any, ...], dict[str, Any]] = ((), {})

    def post(self, *args: Any, **more: Any) -> Any:
        """Send a request."""
        self._last = (args, more)
        return self._client.post(*args, **more)

    def get(self, *args: Any, **more: Any) -> Any:
        """Read something."""
        return self._client.get(*args, **more)

    async def repeat(self) -> None:
        """Send the last request again."""
        args, more = self._last
        async with self._client.post(*args, **more) as answer:
            assert answer.status in {200, 201, 202}, await answer.text()


class Seat(ABC):
    """One person of a team.

    Attributes:
        there: the channel as this person has it.
        own: their chat with the bot alone.
    """

    def __init__(self, lang: Lang, there: Stage, own: Stage) -> None:
        self.lang = lang
        self.there = there
        self.own = own

    @property
    @abstractmethod
    def id(self) -> str:
        """Who they are, as a form that asks for a person takes it."""

    @property
    @abstractmethod
    def named(self) -> str:
        """How their name reads in the channel."""

    @abstractmethod
    async def say(self, text: str) -> None:
        """Say something to the bot by its name, in the channel."""

    @abstractmethod
    def told(self) -> str:
        """Return what was said last to this person alone, because of what they did there."""

    @abstractmethod
    def mail(self) -> list[Shown]:
        """Return what came to them in private by itself, oldest first."""

    async def command(self, text: str = "") -> None:
        """Type `/coach-team` in the channel; without such commands, say it to the bot."""
        await self.there.say(f"/coach-team {text}".strip())

    async def press(self, label: str) -> None:
        """Press the newest button of the channel with this label."""
        await self.there.press(label)

    async def fill(self, values: Values) -> None:
        """Fill in the open form and send it; other fields keep what they show."""
        await self.there.fill(values)  # type: ignore[arg-type]  # the stages of rooms take lists

    def form(self) -> list[str]:
        """Return the ids of the fields of the open form."""
        return self.there.form()

    def window(self) -> str:
        """Return what can be read in the open form, its errors included."""
        return self.there.window()

    def text(self, key: str, **values: str) -> str:
        """Say a wording key in this person's language."""
        return library().say(key, self.lang, **values)

    def reads(self, key: str) -> bool:
        """Tell whether the open form says what stands under a wording key."""
        return says(self.window(), key, self.lang)

    def heard(self, key: str) -> bool:
        """Tell whether they alone were told last what stands under a wording key."""
        return says(self.told(), key, self.lang)


class Room(ABC):
    """A channel with a team and the bot, who was just added to it by the first of them."""

    whispers = True
    """Whether the answer to a command is for the one who typed it alone."""

    def __init__(self, world: World, lang: Lang, seats: list[Seat]) -> None:
        self.world = world
        self.lang = lang
        self.seats = seats

    @property
    @abstractmethod
    def id(self) -> str:
        """The channel, as the bot knows it."""

    @abstractmethod
    def messages(self) -> list[Shown]:
        """Return what the bot has in the channel now, oldest first, threads left out."""

    @abstractmethod
    def thread(self, root: Shown) -> list[Shown]:
        """Return what stands under a message."""

    @abstractmethod
    def sent(self) -> int:
        """Return how many messages were posted, changed or taken away so far, anywhere."""

    @abstractmethod
    async def check(self) -> None:
        """Check all that was ever sent against the platform's own rules."""

    @abstractmethod
    async def delete(self, shown: Shown) -> None:
        """Let somebody delete a message of the bot."""

    @abstractmethod
    async def archive(self, *, archived: bool) -> None:
        """Close the channel, or open it again."""

    @abstractmethod
    async def turn_out(self) -> None:
        """Take the bot out of the channel."""

    @abstractmethod
    async def turn_in(self) -> None:
        """Bring the bot back."""

    @abstractmethod
    async def receive_guest(self) -> Seat:
        """Let somebody of another organisation in."""

    @abstractmethod
    async def repeat(self, seat: Seat) -> None:
        """Deliver what somebody did last a second time."""

    def __getitem__(self, number: int) -> Seat:
        return self.seats[number]

    async def wait_until(self, at: datetime) -> None:
        """Let time pass; everything that falls due on the way comes at its time."""
        await self.world.wait_until(at)
        await self.look()

    async def wait(self, **ahead: float) -> None:
        """Let so much time pass: `days=1`, `hours=2`."""
        await self.world.wait(**ahead)
        await self.look()

    async def look(self) -> None:
        """Let what is due now be carried out, and look at everybody's screen again."""
        await self.world.settle()
        for seat in self.seats:
            await seat.there.look()
            await seat.own.look()

    async def rounds(self) -> Sequence[Round]:
        """Return what is kept of the rounds, oldest first."""
        return await self.world.look(self._rounds)

    async def answered(self) -> int:
        """Return how many people's answers are kept, of whatever round."""
        kept = await self.rounds()
        given = await self.world.look(lambda uow: [len(uow.teams.answers(r.id)) for r in kept])
        return sum(given)

    def text(self, key: str, **values: str) -> str:
        """Say a wording key in the channel's language."""
        return library().say(key, self.lang, **values)

    def mail(self) -> list[list[str]]:
        """Return what everybody has in private, person by person."""
        return [[one.text for one in seat.mail()] for seat in self.seats]

    def shows(self, shown: Shown, *keys: str) -> bool:
        """Tell whether a message of the channel says all that stands under wording keys."""
        return all(says(shown.text, key, self.lang) for key in keys)

    def _rounds(self, uow: UnitOfWork) -> Sequence[Round]:
        workspace, _ = self[0].own.identity
        team = uow.teams.find(workspace, self.id)
        assert team is not None
        return uow.teams.rounds(team.id)


def says(text: str, key: str, lang: Lang) -> bool:
    """Tell whether a text says what stands under a wording key, whatever fills its holes."""
    return bool(pattern(key, lang).search(fold(text)))


def news(before: Sequence[Sequence[str]], after: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return what each person has that they did not have before."""
    return [list(now[len(then) :]) for then, now in zip(before, after, strict=True)]
