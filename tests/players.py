"""Somebody at the engine's own door: types, presses and fills in, whatever the platform."""

import itertools
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from adapters.web.dashboard.way_in import DashboardLinks
from adapters.web.export import ExportLinks
from adapters.web.team.links import TeamLinks
from adapters.wiring import make_engine
from bot.events import Actor, Clicked, Commanded, Inbound, Opened, Said, Submitted
from bot.language import Lang
from bot.messages import (
    Choices,
    Element,
    Footer,
    Form,
    Message,
    Multi,
    Receipt,
    Reply,
    Scale,
    When,
)
from bot.people import Coachee
from bot.ports import Rewriter
from bot.programmes import Programme, Step
from bot.sessions import Session
from storage.store import Store
from tests.databases import KEY
from tests.fakes import Clock, FakeMessenger
from tests.world import World, give_up, library

WORKSPACE = "fake:T0TEAM"
LOCALES: Mapping[Lang, str] = {"en": "en-GB", "fr": "fr-FR"}
MOST_STEPS = 80

Values = Mapping[str, str | list[str]]


class Player:
    """One person. `replies` is all that was answered at once, `form` what is open."""

    _ids = itertools.count(1)

    def __init__(
        self, world: World, chat: FakeMessenger, person: str = "U0SAM", lang: Lang = "en"
    ) -> None:
        self.world = world
        self.chat = chat
        self.person = person
        self.actor = Actor(WORKSPACE, person, LOCALES[lang], "Europe/Paris")
        self.address = {"platform": "fake", "tenant": "T0TEAM", "person": person}
        self.replies: list[Reply] = []
        self.form: Form | None = None
        self.chosen: Counter[tuple[str, str, str]] = Counter()

    # what they do

    async def say(self, text: str) -> Reply:
        """Type something in the direct message."""
        return await self.send(self.heard(text))

    async def command(self, text: str) -> Reply:
        """Type something after `/coach`."""
        return await self.send(self.commanded(text))

    async def open_home(self) -> Reply:
        """Look at the bot's page."""
        return await self.send(Opened(**self._shared(), place="home"))

    async def press(self, option: str, values: Values | None = None) -> Reply:
        """Press the newest control with this option id."""
        return await self.send(self.pressed(option, values))

    async def fill(self, values: Values) -> Reply:
        """Send the open form."""
        return await self.send(self.filled(values))

    async def send(self, event: Inbound) -> Reply:
        """Carry an event, and wait until everything is sent."""
        reply = await self.world.engine.handle(event) or Reply()
        self.replies.append(reply)
        self.form = reply.form
        await self.world.settle()
        return reply

    # events to send later, twice, or changed

    def heard(self, text: str) -> Said:
        """Make words in the direct message."""
        return Said(**self._shared(), text=text)

    def commanded(self, text: str) -> Commanded:
        """Make something typed after `/coach`."""
        return Commanded(**self._shared(), name="/coach", text=text)

    def submitted(self, token: str, values: Values) -> Submitted:
        """Make any submission."""
        return Submitted(**self._shared(), token=token, values=values)

    def clicked(self, token: str, option: str, values: Values | None = None) -> Clicked:
        """Make any press."""
        return Clicked(**self._shared(), token=token, option=option, values=values or {})

    def pressed(self, option: str, values: Values | None = None) -> Clicked:
        """Make the press of the newest control with this option id."""
        return self.clicked(self.token_of(option), option, values)

    def filled(self, values: Values) -> Submitted:
        """Make the submission of the open form; fields left alone send what they show."""
        assert self.form, "no form is open"
        shown: dict[str, str | list[str]] = {f.id: f.value for f in self.form.fields if f.value}
        return self.submitted(self.form.token, {**shown, **values})

    def _shared(self) -> dict[str, Any]:
        return {
            "id": f"event-{next(self._ids)}",
            "at": self.world.clock(),
            "actor": self.actor,
            "address": self.address,
        }

    # what they see

    @property
    def messages(self) -> list[Message]:
        """The chat as it is now, oldest first."""
        return self.chat.current(self.person)

    def token_of(self, option: str) -> str:
        """Find the newest control with an option."""
        for message in reversed(self.messages):
            for token, offered in controls(message):
                if option in offered:
                    return token
        raise AssertionError(f"nothing offers {option!r}")

    async def me(self) -> Coachee | None:
        """What is kept of the person."""
        return await self.world.look(lambda uow: uow.people.find(self.actor.workspace, self.person))

    async def session(self) -> Session | None:
        """The open session touched last."""
        me = await self.me()
        if me is None:
            return None
        opened = await self.world.look(lambda uow: uow.sessions.open_of(me.id))
        return next(iter(opened), None)

    async def words_kept(self) -> list[str]:
        """All words of the person in the store."""
        me = await self.me()
        kept = await self.world.look(lambda uow: uow.words.of(me.id)) if me else ()
        return [text for _id, _keeps, text, _at in kept]

    async def windows(self) -> list[Form]:
        """Every window on the person's own words that the data page offers."""
        await self.command("data")
        offered = [option for _, some in controls(self.messages[-1]) for option in sorted(some)]
        sights = [option for option in offered if option.startswith("form:see")]
        replies = [await self.press(option) for option in sights]
        return [reply.form for reply in replies if reply.form]

    async def erase(self) -> Reply:
        """Erase everything, as a person does."""
        await self.command("data")
        await self.press("cmd:erase")
        return await self.press("erase:all")

    # a whole dialogue

    async def onboard(self, word: Callable[[], str]) -> None:
        """Go through the first conversation."""
        await self.command("")
        await self.walk(word)

    async def walk(self, word: Callable[[], str]) -> None:
        """Answer all questions until nothing is open, with a new word wherever words are taken."""
        for _ in range(MOST_STEPS):
            session = await self.session()
            if session is None:
                return
            programme = library().programme(session.programme_id, session.programme_version)
            await self.answer(programme, programme.step(session.step_id), word)
        raise AssertionError("the dialogue never ends")

    async def answer(self, programme: Programme, step: Step, word: Callable[[], str]) -> None:
        """Answer one question; of several choices the one taken least so far."""
        match step.kind:
            case "multi":
                await self.press("save", {"chosen": ["delegation", "meetings"]})
            case "scale":
                await self.press(self._next(programme, step, ["3", str(min(8, step.high))]))
            case "date":
                await self.press("date", {"date": str(self.world.clock().date())})
            case "slot":
                await self.press("tue_0900")
            case "place":
                await self.press("right")
            case "theme":
                await self.press(self._next(programme, step, list(library().themes)))
            case "feedback":
                await self._verdict(programme, step, word)
            case "text" | "person" | "previous" | "commitment" | "text_buttons" | "person_buttons":
                await self.press("write")
                await self.fill(self.words(word))
            case _:
                ids = ["no"] if step.gate else [choice.id for choice in step.choices]
                await self.press(self._next(programme, step, ids))

    def words(self, word: Callable[[], str]) -> dict[str, str]:
        """Fill every field of the open form that takes words."""
        assert self.form, "no form is open"
        fields = self.form.fields
        written = {f.id: f"The {word()} file" for f in fields if f.kind in {"short", "long"}}
        if "action" in written and isinstance(word, Words):
            word.committed += word.planted[-len(written) :]
        return written | {f.id: f.options[0].id for f in fields if f.id == "line"}

    async def _verdict(self, programme: Programme, step: Step, word: Callable[[], str]) -> None:
        choice = self._next(programme, step, ["edit", "keep"])
        while choice == "edit" and (asked := self._asked()):
            await self.press(asked)
        await self.press(choice)
        if choice == "edit":
            await self.fill(self.words(word))

    def _asked(self) -> str | None:
        """Find the no of a question about the commitment that can be pressed now."""
        newest = [option for _, some in controls(self.messages[-1]) for option in some]
        return next((option for option in newest if option.startswith("no:")), None)

    def _next(self, programme: Programme, step: Step, ids: list[str]) -> str:
        taken = min(ids, key=lambda option: self.chosen[programme.id, step.id, option])
        self.chosen[programme.id, step.id, taken] += 1
        return taken


@asynccontextmanager
async def at_the_door(
    store: Store,
    clock: Clock,
    address: str = "https://declic.example",
    rewriter: Rewriter | None = None,
    owners: frozenset[str] = frozenset(),
) -> AsyncIterator[tuple[World, FakeMessenger]]:
    """The whole engine, with a platform in memory and a public address or none."""
    chat = FakeMessenger()
    engine = make_engine(
        store,
        library(),
        {"fake": chat},
        clock,
        ExportLinks(KEY, address),
        rewriter=rewriter,
        owners=owners,
        dashboard_links=DashboardLinks(KEY, address),
        team_links=TeamLinks(KEY, address),
    )
    yield World(engine, clock), chat
    await give_up(engine)
    await engine.settle()
    await engine.loop.stop()


def controls(message: Message) -> Iterator[tuple[str, set[str]]]:
    """Walk through what can be pressed: token and option ids."""
    for element in message.elements:
        yield from _controls(element)


def _controls(element: Element) -> Iterator[tuple[str, set[str]]]:
    match element:
        case Choices(token, options):
            yield token, {option.id for option in options}
        case Multi(token):
            yield token, {"save"}
        case Scale(token, low, high):
            yield token, {str(number) for number in range(low, high + 1)}
        case When(token, quick):
            yield token, {"date", *(option.id for option in quick)}
        case Receipt(_, token, change) if change:
            yield token, {"change"}
        case Footer(menu=menu):
            yield "menu", {"help", *(option.id for option in menu)}


class Words:
    """Gives out words that stand nowhere else.

    `planted` is all of them, `committed` those that went into commitments.
    """

    def __init__(self, mark: str = "qx") -> None:
        self.planted: list[str] = []
        self.committed: list[str] = []
        self._mark = mark

    def __call__(self) -> str:
        self.planted.append(f"{self._mark}{len(self.planted):03d}velvet")
        return self.planted[-1]
