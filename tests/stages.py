"""Three stages on which the same scripts are played: Slack, Teams and the playground.

A stage has one person on it. Everything goes over HTTP through the real adapters; what comes
out is read from the fake platform's own record.
"""

import itertools
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from slack_sdk.web.async_client import AsyncWebClient

from adapters.playground import app as playground
from adapters.playground.clock import PlaygroundClock
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.shelf import Shelf
from adapters.slack import entry as slack_entry
from adapters.slack.answers import Phrases
from adapters.slack.app import slack_app
from adapters.slack.blocks import to_blocks
from adapters.slack.outbound import SlackMessenger
from adapters.teams import app as teams_app
from adapters.teams.auth import make_guard
from adapters.teams.cards import to_card
from adapters.teams.outbound import TeamsMessenger
from bot.language import Lang
from storage.store import Store
from tests.fake_slack import FakeSlack, fake_slack
from tests.fake_slack_people import FakePerson
from tests.fake_teams import Chat, fake_connector
from tests.fakes import Clock
from tests.teams_reading import buttons, inputs, texts
from tests.world import World, library, world

LOCALES: Mapping[Lang, str] = {"en": "en-GB", "fr": "fr-FR"}
ZONE = "Europe/Paris"


class Stage(Protocol):
    """What a script can do and read, whatever the platform."""

    world: World

    async def say(self, text: str) -> None:
        """Type something in the direct message."""

    async def press(self, label: str) -> None:
        """Press the newest button, list entry or number with this label."""

    async def tick(self, *labels: str) -> None:
        """Choose several of a list and save."""

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the open form and send it."""

    async def look(self) -> None:
        """Look at the chat again, after time has passed."""

    def shown(self) -> list[str]:
        """What can be read in each message of the chat now, oldest first."""

    def labels(self) -> list[str]:
        """All buttons and entries that can be pressed in the newest message."""

    def form(self) -> list[str]:
        """Ids of the fields of the open form; empty if none is open."""


class SlackStage:
    """Signed requests in, the fake Web API's record out."""

    def __init__(self, world: World, slack: FakeSlack, person: FakePerson) -> None:
        self.world = world
        self.slack = slack
        self.person = person

    async def say(self, text: str) -> None:
        """Type a slash command as a command, anything else as a message."""
        if text.startswith("/coach"):
            answer = await self.person.command(text.removeprefix("/coach").strip())
        else:
            answer = await self.person.say(text)
        assert answer.status == 200
        await self.world.settle()

    async def press(self, label: str) -> None:
        answer = await self.person.press(label)
        assert answer.status == 200
        await self.world.settle()

    async def tick(self, *labels: str) -> None:
        self.person.tick(*labels)
        await self.press("Save" if "Save" in "".join(self.labels()) else "Enregistrer")

    async def fill(self, values: Mapping[str, str]) -> None:
        answer = await self.person.fill(dict(values))
        assert answer.status == 200
        await self.world.settle()

    async def look(self) -> None:
        """Nothing to do: the record is always fresh."""

    def shown(self) -> list[str]:
        every = sorted([*self.person.messages, *self.person.whispers], key=lambda one: one.ts)
        return ["\n".join(_texts(one.blocks)) or one.text for one in every]

    def labels(self) -> list[str]:
        newest = max([*self.person.messages, *self.person.whispers], key=lambda one: one.ts)
        return list(_labels(newest.blocks))

    def form(self) -> list[str]:
        modal = self.person.modal
        return [b["block_id"] for b in modal["blocks"] if b["type"] == "input"] if modal else []


class TeamsStage:
    """Activities in, the fake Connector's record out."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    async def say(self, text: str) -> None:
        answer = await self.chat.say(text.removeprefix("/coach").strip() or "coach")
        assert answer.status == 200
        await self.world.settle()

    async def press(self, label: str) -> None:
        posted = self._with(label)
        for pressed in buttons(posted):
            if pressed["title"] == label:
                answer = await self.chat.press(label)
                break
        else:
            answer = await self._choose(posted, label)
        assert answer.status == 200
        await self.world.settle()

    async def tick(self, *labels: str) -> None:
        field = next(i for i in inputs(self.chat.card) if i.get("isMultiSelect"))
        values = [c["value"] for c in field["choices"] if _entry(c) in labels]
        save = next(b["title"] for b in buttons(self.chat.card) if b["title"] in SAVE)
        answer = await self.chat.press(save, **{_name(field): ",".join(values)})
        assert answer.status == 200
        await self.world.settle()

    async def fill(self, values: Mapping[str, str]) -> None:
        answer = await self.chat.submit(**values)
        assert answer.status == 200
        await self.world.settle()

    async def look(self) -> None:
        """Nothing to do: the record is always fresh."""

    def shown(self) -> list[str]:
        return ["\n".join(texts(card)) for card in self._cards()]

    def labels(self) -> list[str]:
        card = self._cards()[-1]
        entries = [_entry(c) for i in inputs(card) for c in i.get("choices", [])]
        return [b["title"] for b in buttons(card)] + entries

    def form(self) -> list[str]:
        return [_name(field) for field in inputs(self.chat.dialog)] if self.chat.dialog else []

    def _cards(self) -> list[dict[str, Any]]:
        mine = self.chat.teams.messages.values()
        mine = [m for m in mine if m.conversation == self.chat.conversation]
        return [m.card for m in mine]

    def _with(self, label: str) -> dict[str, Any]:
        for card in reversed(self._cards()):
            entries = [_entry(c) for i in inputs(card) for c in i.get("choices", [])]
            if label in [b["title"] for b in buttons(card)] + entries:
                return card
        raise AssertionError(f"nothing here is called {label!r}: {self.labels()}")

    async def _choose(self, card: dict[str, Any], label: str) -> Any:
        field = next(i for i in inputs(card) if label in [_entry(c) for c in i.get("choices", [])])
        value = next(c["value"] for c in field["choices"] if _entry(c) == label)
        save = next(b for b in buttons(card) if b["title"] in SAVE)
        return await self.chat.press(save["title"], **{_name(field): value})


SAVE = {"Save", "Enregistrer"}


class PlaygroundStage:
    """Requests of the page in, the page's view out."""

    def __init__(self, world: World, client: "TestClient[Any, Any]") -> None:
        self.world = world
        self.client = client
        self.person = ""
        self.view: dict[str, Any] = {}
        self.entries: dict[int, dict[str, Any]] = {}
        self.passing: list[dict[str, Any]] = []
        self._ids = itertools.count(10_000_000)

    async def add(self, lang: Lang) -> None:
        """Add the person to play; that opens the chat."""
        body = {"name": "Sam", "locale": LOCALES[lang], "zone": ZONE}
        await self._ask("people", body)
        self.person = self.view["person"]["id"]

    async def say(self, text: str) -> None:
        await self._ask(f"people/{self.person}/say", {"text": text})

    async def press(self, label: str) -> None:
        for entry_id, element, option in self._pressable():
            if option["label"] == label:
                body = {"token": element.get("token") or "menu", "option": option["id"]}
                if entry_id:
                    body["message"] = entry_id
                await self._ask(f"people/{self.person}/click", body)
                return
        raise AssertionError(f"nothing here is called {label!r}: {self.labels()}")

    async def tick(self, *labels: str) -> None:
        for entry in reversed(list(self.entries.values())):
            for element in _elements(entry):
                if element["type"] == "multi":
                    ids = [o["id"] for o in element["options"] if o["label"] in labels]
                    body = {"token": element["token"], "option": "save", "message": entry["id"]}
                    body |= {"values": {"chosen": ids}}
                    await self._ask(f"people/{self.person}/click", body)
                    return

    async def fill(self, values: Mapping[str, str]) -> None:
        form = self.view["form"]
        before = {f["id"]: f["value"] for f in form["fields"] if f["value"]}
        body = {"token": form["token"], "values": {**before, **values}}
        await self._ask(f"people/{self.person}/submit", body)

    def shown(self) -> list[str]:
        every = [e for e in self.entries.values() if e.get("message")]
        written = [_read(e["message"]["elements"]) for e in every]
        return written + [_read(m["elements"]) for m in self.passing]

    def labels(self) -> list[str]:
        newest, *_ = self._newest_first()
        return [o["label"] for _, _, o in self._pressable() if newest] or []

    def form(self) -> list[str]:
        form = self.view.get("form")
        return [field["id"] for field in form["fields"]] if form else []

    async def look(self) -> None:
        """Look at the page again."""
        async with self.client.get(f"/playground/api/people/{self.person}") as answer:
            self._take(await answer.json())

    def _newest_first(self) -> list[tuple[int, list[dict[str, Any]]]]:
        kept = [(e["id"], _elements(e)) for e in self.entries.values() if e.get("message")]
        return [(0, m["elements"]) for m in reversed(self.passing)] + list(reversed(kept))

    def _pressable(self) -> Iterator[tuple[int, dict[str, Any], dict[str, Any]]]:
        for entry_id, elements in self._newest_first():
            for element in elements:
                for option in _options(element):
                    yield entry_id, element, option

    async def _ask(self, path: str, body: dict[str, Any]) -> None:
        body = {"request_id": f"request-{next(self._ids)}", **body}
        async with self.client.post(f"/playground/api/{path}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            self._take(await answer.json())
        await self.world.settle()
        await self.refresh_if_known()

    async def refresh_if_known(self) -> None:
        """Read what the scheduler added meanwhile."""
        self.person = self.person or self.view["person"]["id"]
        show, notice = self.view.get("show"), self.view.get("notice")
        await self.look()
        if show:
            self.passing.append(show)
        if notice:
            self.passing.append({"elements": [{"type": "text", "spans": [{"text": notice}]}]})

    def _take(self, view: dict[str, Any]) -> None:
        self.view = view
        for entry in view["entries"]:
            self.entries[entry["id"]] = entry
        self.entries = {i: self.entries[i] for i in view["ids"]}


def _elements(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return list(entry["message"]["elements"]) if entry.get("message") else []


def _options(element: dict[str, Any]) -> list[dict[str, Any]]:
    match element["type"]:
        case "choices":
            return list(element["options"])
        case "when":
            return list(element["quick"])
        case "scale":
            numbers = range(element["low"], element["high"] + 1)
            return [{"id": str(n), "label": str(n)} for n in numbers]
        case "receipt" if element["change"]:
            return [{"id": "change", "label": element["change"]}]
        case "footer":
            return [{"id": "help", "label": element["help"]}, *element["menu"]]
    return []


def _read(elements: list[dict[str, Any]]) -> str:
    lines: list[str] = []
    for element in elements:
        lines += [str(element["text"])] if isinstance(element.get("text"), str) else []
        lines += ["".join(s["text"] for s in element.get("spans", []))]
        lines += element.get("items", [])
        lines += [f"{k}: {v}" for k, v in element.get("pairs", [])]
        lines += [element["visibility"]] if "visibility" in element else []
    return "\n".join(line for line in lines if line)


def _texts(part: object) -> Iterator[str]:
    """Read the texts of blocks, without those of buttons."""
    if isinstance(part, list):
        if part and all(isinstance(p, dict) and p.get("type") == "text" for p in part):
            yield "".join(p["text"] for p in part)
            return
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict) and part.get("type") not in {"button", "static_select", "overflow"}:
        if isinstance(part.get("text"), str):
            yield part["text"]
        for name, value in part.items():
            if name in {"text", "elements", "fields", "blocks", "label"}:
                yield from _texts(value)


def _labels(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _labels(one)
    elif isinstance(part, dict):
        if part.get("type") == "button" or "value" in part:
            yield part["text"]["text"]
        for name in ("elements", "options", "element", "accessory"):
            yield from _labels(part.get(name))


def _entry(choice: dict[str, Any]) -> str:
    """An entry of a list without its second line."""
    return str(choice["title"]).split(" – ")[0]


def _name(field: dict[str, Any]) -> str:
    return str(field["id"]).rsplit(".", maxsplit=1)[-1]


@asynccontextmanager
async def slack_stage(store: Store, clock: Clock, lang: Lang) -> AsyncIterator[SlackStage]:
    """Somebody in Slack."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack(now=clock))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        client = AsyncWebClient("xoxb-test", slack.url, session=session)
        client.retry_handlers = []
        messenger = SlackMessenger(client)
        made = await stack.enter_async_context(world(store, {"slack": messenger}, clock))
        say = library().wording
        phrases = Phrases(say["errors.busy"], say["errors.generic"], say["errors.expired"])
        app = slack_app(
            signing_secret=slack.signing_secret,
            client=client,
            handle=made.engine.handle,
            now=clock,
            messenger=messenger,
            phrases=phrases,
        )
        site = web.Application()
        slack_entry.add_routes(site, app, signing_secret=slack.signing_secret, now=clock)
        http = await stack.enter_async_context(TestClient(TestServer(site)))
        person = slack.person("U0SAM", http)
        slack.users["U0SAM"] |= {"tz": ZONE, "locale": LOCALES[lang]}
        yield SlackStage(made, slack, person)


@asynccontextmanager
async def teams_stage(store: Store, clock: Clock, lang: Lang) -> AsyncIterator[TeamsStage]:
    """Somebody in Teams."""
    async with AsyncExitStack() as stack:
        teams = await stack.enter_async_context(fake_connector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        messenger = TeamsMessenger(session, None)
        made = await stack.enter_async_context(world(store, {"teams": messenger}, clock))
        site = web.Application()
        guard = make_guard(app_id="", allow_anonymous=True, on_loopback=True)
        teams_app.add_routes(
            site, guard=guard, handle=made.engine.handle, messenger=messenger, now=clock
        )
        server = await stack.enter_async_context(TestServer(site))
        chat = teams.chat(session, str(server.make_url("")).rstrip("/"), person="sam")
        chat.locale, chat.zone = LOCALES[lang], ZONE
        yield TeamsStage(made, chat)


@asynccontextmanager
async def playground_stage(
    store: Store, clock: Clock, lang: Lang
) -> AsyncIterator[PlaygroundStage]:
    """Somebody played on the page."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        shelf = Shelf(Path(folder) / "chats.db")
        stack.callback(shelf.close)
        ids = itertools.count(1)
        messenger = PlaygroundMessenger(shelf, clock, lambda: f"player-{next(ids)}")
        made = await stack.enter_async_context(world(store, {"playground": messenger}, clock))
        site = web.Application()

        async def none() -> None:
            return None

        async def settle(_person: str) -> None:
            await made.engine.settle()

        playground.add_routes(
            site,
            handle=made.engine.handle,
            messenger=messenger,
            clock=PlaygroundClock(shelf, clock),
            next_due=none,
            tick=none,
            settle=settle,
            renderers={"Block Kit": to_blocks, "Adaptive Card": to_card},
        )
        http = await stack.enter_async_context(TestClient(TestServer(site)))
        stage = PlaygroundStage(made, http)
        await stage.add(lang)
        yield stage


STAGES: Mapping[str, Callable[..., Any]] = {
    "slack": slack_stage,
    "teams": teams_stage,
    "playground": playground_stage,
}
"""Every stage by its platform's name."""
