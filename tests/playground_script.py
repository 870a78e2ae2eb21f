"""A small scripted engine behind the playground, and a server for it in a thread of its own."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import web

from adapters.playground.app import add_routes
from adapters.playground.clock import PlaygroundClock
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.people import HR
from adapters.playground.shelf import Shelf
from bot.events import (
    Address,
    ChannelJoined,
    Clicked,
    Commanded,
    Inbound,
    MessageRef,
    Opened,
    Said,
    Submitted,
)
from bot.language import Lang, lang_of
from bot.messages import (
    Bullets,
    Choices,
    Divider,
    Element,
    Facts,
    Field,
    Footer,
    Form,
    Heading,
    Link,
    Message,
    Multi,
    Option,
    Progress,
    Receipt,
    Reply,
    Scale,
    Span,
    Text,
    When,
)
from bot.ports import Handle

START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
"""A Monday."""


def footer(lang: Lang) -> Footer:
    if lang == "fr":
        menu = (
            Option("snooze", "Plus tard"),
            Option("pause", "Faire une pause"),
            Option("settings", "Réglages"),
        )
        return Footer("Vous seul · conservé 90 jours", "Aide", menu, "Autres actions")
    menu = (
        Option("snooze", "Remind me later"),
        Option("pause", "Take a break"),
        Option("settings", "Settings"),
    )
    return Footer("Only you · kept 90 days", "Help", menu, "More actions")


def say(lang: Lang, *elements: Element) -> Message:
    return Message(lang, "Déclic has a word for you", (*elements, footer(lang)))


def text(*parts: str | Span) -> Text:
    return Text(tuple(Span(part) if isinstance(part, str) else part for part in parts))


def welcome(lang: Lang) -> Message:
    if lang == "fr":
        return say(
            lang,
            Heading("Bonjour, je suis Déclic"),
            text(
                "Je coache en séances de ",
                Span("3 à 7 minutes", "bold"),
                ", sur un problème réel de votre semaine. Vous repartez avec un seul engagement.",
            ),
            Choices(
                "t-start",
                (Option("start", "Commencer", "primary"), Option("later", "Pas maintenant")),
            ),
        )
    return say(
        lang,
        Heading("Hello, I am Déclic"),
        text(
            "I coach in sessions of ",
            Span("3 to 7 minutes", "bold"),
            ", on a real problem of your week. You leave with ",
            Span("one", "italic"),
            " commitment. How it works stands in the ",
            Span("guide", link="https://example.org/guide"),
            ".",
        ),
        Choices("t-start", (Option("start", "Let’s begin", "primary"), Option("later", "Not now"))),
    )


def begun(lang: Lang) -> Message:
    return say(
        lang,
        Heading("Hello, I am Déclic"),
        Receipt((Span("You said: "), Span("Let’s begin", "bold")), "t-start", "Change"),
    )


def scale(lang: Lang) -> Message:
    return say(
        lang,
        text("How sure are you that your team knows what is expected this week?"),
        Scale("t-scale", 1, 5, "Not at all", "Completely"),
    )


def themes(lang: Lang) -> Message:
    options = (
        Option("delegation", "Delegating", hint="Hand over the task and the decision"),
        Option("feedback", "Feedback", hint="One true thing, said in time"),
        Option("meetings", "Meetings", hint="Shorter, with a decision at the end"),
        Option("priorities", "Priorities", hint="Fewer, and in an order"),
        Option("conflict", "Conflict", hint="Early, and face to face"),
        Option("listening", "Listening", hint="Two questions before advice"),
    )
    return say(
        lang,
        text("What would help you most at the moment?"),
        Choices("t-theme", options, "One theme to begin with"),
    )


def plan(lang: Lang) -> Message:
    return say(
        lang,
        Heading("Your plan"),
        Facts(
            (
                ("Commitment", "Hand the Tuesday report to Sam"),
                ("First check", "Friday 27 November"),
                ("Sure of it", "7 of 10"),
            )
        ),
        Progress(3, 5, "steps done"),
        Divider(),
        Bullets(("Sam has read last week’s report", "We agreed on who decides what")),
        Link("Read the tool card", "https://example.org/tool"),
        When(
            "t-when",
            (Option("2026-11-25", "Wednesday"), Option("2026-11-27", "Friday")),
            "Another day",
            "Set the day",
            earliest="2026-11-23",
        ),
        Multi(
            "t-multi",
            (Option("mon", "Monday"), Option("tue", "Tuesday"), Option("wed", "Wednesday")),
            2,
            "Days that suit you",
            "Save the days",
        ),
        Choices(
            "t-plan",
            (
                Option("write", "Write a commitment", "primary", form=True),
                Option("drop", "Drop it", "danger", confirm="Drop this commitment for good?"),
            ),
        ),
    )


def commitment(lang: Lang) -> Form:
    return Form(
        "t-form",
        lang,
        "One commitment",
        "Save",
        "Cancel",
        (
            Field(
                "what",
                "What will you do?",
                "long",
                hint="Something you can do yourself.",
                placeholder="On Tuesday I hand the report to …",
            ),
            Field("until", "Until when?", "date", value="2026-11-27"),
            Field(
                "sure",
                "How sure are you?",
                "choice",
                value="7",
                options=(Option("5", "Half sure"), Option("7", "Rather sure"), Option("9", "Sure")),
            ),
            Field("note", "A note for yourself", "short", required=False),
        ),
    )


def proposal(person: str) -> Message:
    return Message(
        "en",
        "A check-in for this team",
        (
            Heading("A check-in for this team?"),
            text("Added by ", Span("a colleague", person=person), "."),
            Choices(
                "t-team",
                (
                    Option("answer", "Answer", "primary", form=True),
                    Option("loop", "Close the loop"),
                ),
            ),
            Footer("Your team as a group, from 5 answers", "Help", ()),
        ),
    )


def minute(lang: Lang) -> Form:
    energy = tuple(Option(str(number), str(number)) for number in range(1, 6))
    return Form(
        "t-minute",
        lang,
        "One minute",
        "Send",
        "Cancel",
        (
            Field("energy", "My energy", "choice", options=energy),
            Field("champion", "Who leads the talk?", "person", required=False),
        ),
    )


def audience(lang: Lang) -> Form:
    return Form(
        "t-audience",
        lang,
        "Who is invited?",
        "Count them",
        "Cancel",
        (
            Field("channel", "A channel", "channel", required=False),
            Field("people", "Some people", "people", hint="Whoever you like.", most=2, value=HR),
        ),
    )


@dataclass(slots=True)
class Script:
    """Answers events with samples of everything a message can hold."""

    messenger: PlaygroundMessenger
    events: list[Inbound] = field(default_factory=list)
    due: list[tuple[datetime, Address, Lang]] = field(default_factory=list)
    refs: dict[str, MessageRef] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    slow: float = 0  # seconds that a tick takes

    async def handle(self, event: Inbound) -> Reply | None:
        lang = lang_of(event.actor.locale)
        first = event.id not in self.seen
        self.seen.add(event.id)
        self.events.append(event)
        match event:
            case Opened(place="home"):
                await self.messenger.publish_home(event.address, plan(lang))
            case Opened() if first:
                self.refs[event.actor.person] = await self.messenger.post(
                    event.address, welcome(lang)
                )
                self.due += [
                    (event.at + timedelta(days=days), event.address, lang) for days in (4, 9)
                ]
            case ChannelJoined(channel=channel) if channel:
                person = event.actor.person
                await self.messenger.post(channel.address, proposal(person))
            case Commanded(name="/coach-campaign", text="new"):
                return Reply(form=audience(lang))
            case Commanded(elsewhere=True) | Said(elsewhere=True):
                return Reply(show=say(lang, text("What I can do here.")))
            case Commanded(text="themes" | "plan" as what):
                sample = plan(lang) if what == "plan" else themes(lang)
                await self.messenger.post(event.address, sample)
            case Commanded() | Said():
                await self.messenger.post(event.address, say(lang, text("I have noted that.")))
            case Clicked():
                return await self._clicked(event, lang)
            case Submitted():
                return await self._submitted(event, lang)
            case _:
                return None
        return None

    async def _clicked(self, event: Clicked, lang: Lang) -> Reply | None:
        match event.token, event.option:
            case "t-start", "start":
                await self.messenger.update(event.address, event.ref or {}, begun(lang))
                await self.messenger.post(event.address, scale(lang))
            case "t-scale", _:
                card = say(lang, Receipt((Span(f"You chose {event.option} of 5."),)))
                return Reply(card=card)
            case "t-plan", "write":
                return Reply(form=commitment(lang))
            case "t-team", "answer":
                return Reply(form=minute(lang))
            case "t-team", "loop" if event.channel:
                below = say("en", text("What the team will do."))
                await self.messenger.post(event.channel.address, below, event.ref)
            case "menu", "help":
                return Reply(show=say(lang, Heading("Help"), text("Type /coach to begin.")))
            case _:
                return Reply(notice="Noted.")
        return None

    async def _submitted(self, event: Submitted, lang: Lang) -> Reply | None:
        if event.token in {"t-minute", "t-audience"}:
            return Reply(notice="Thank you.")
        if len(str(event.values["what"])) < 10:
            return Reply(errors={"what": "Say a little more."})
        await self.messenger.post(event.address, say(lang, text("Your commitment is saved.")))
        return None

    async def next_due(self) -> datetime | None:
        return min((at for at, *_ in self.due), default=None)

    async def upcoming(self, person: str) -> datetime | None:
        return min((at for at, to, _ in self.due if to.get("person") == person), default=None)

    async def upcoming_in(self, channel: str) -> datetime | None:
        return min((at for at, to, _ in self.due if to.get("channel") == channel), default=None)

    async def tick(self, now: datetime) -> None:
        await asyncio.sleep(self.slow)
        for at, address, lang in [one for one in self.due if one[0] <= now]:
            self.due.remove((at, address, lang))
            await self.messenger.post(
                address, say(lang, Heading("Your check-in"), text("Did you keep it?"))
            )


async def settled(_person: str) -> None:
    """The script sends at once: nothing is ever pending."""


def block_kit(message: Message) -> dict[str, Any]:
    return {"text": message.summary, "blocks": [{"type": "section"} for _ in message.elements]}


def adaptive_card(message: Message) -> dict[str, Any]:
    return {"type": "AdaptiveCard", "version": "1.5", "fallbackText": message.summary}


def build(
    path: Path, real_now: Callable[[], datetime], handle: Handle | None = None
) -> tuple[web.Application, Script]:
    """Set the table: everything real but the engine."""
    shelf, ids = Shelf(path), count(1)
    clock = PlaygroundClock(shelf, real_now)
    messenger = PlaygroundMessenger(shelf, clock.now, lambda: f"{next(ids):04}")
    script = Script(messenger)

    async def tick() -> None:
        await script.tick(clock.now())

    async def close(_app: web.Application) -> None:
        shelf.close()

    app = web.Application()
    app.on_cleanup.append(close)
    add_routes(
        app,
        handle=handle or script.handle,
        messenger=messenger,
        clock=clock,
        next_due=script.next_due,
        tick=tick,
        settle=settled,
        renderers={"Block Kit": block_kit, "Adaptive Card": adaptive_card},
        upcoming=script.upcoming,
        upcoming_in=script.upcoming_in,
    )
    return app, script


@contextmanager
def served(app: web.Application) -> Iterator[str]:
    """Serve from a thread, since a browser test waits in its own; yields the page's address."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def start() -> int:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        return int(runner.addresses[0][1])

    try:
        port = asyncio.run_coroutine_threadsafe(start(), loop).result(10)
        yield f"http://127.0.0.1:{port}/playground"
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
