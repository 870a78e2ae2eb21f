"""Channels of the playground over real HTTP: who meets there, what the bot hears, who sees what."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.shelf import Shelf
from adapters.playground.wire import form_to_wire, from_wire, to_wire
from bot.errors import Busy, MessageGone, SendFailed, Unreachable
from bot.events import (
    Channel,
    ChannelJoined,
    ChannelLeft,
    Clicked,
    Commanded,
    Inbound,
    MembersChanged,
    Said,
    Submitted,
)
from bot.messages import (
    Chart,
    Choices,
    Field,
    Footer,
    Form,
    Heading,
    Message,
    Option,
    Reply,
    Series,
    Span,
    Text,
)
from bot.ports import InRoom, Messenger, Roster
from tests.fakes import Clock
from tests.playground_script import START, Script, build
from tests.stage_channel import ChannelOnPage
from tests.stage_playground import PlaygroundStage
from tests.world import World

if TYPE_CHECKING:
    from adapters.engine import Engine

JSON = dict[str, Any]

ROUND = Message(
    "en",
    "A check-in is open",
    (
        Heading("One minute for the team"),
        Choices("t-round", (Option("answer", "Answer", "primary", form=True), Option("no", "No"))),
        Footer("Your team as a group, from 5 answers", "Help", ()),
    ),
)
ANSWER = Form(
    "t-answer", "en", "Your answer", "Send", "Cancel", (Field("energy", "Energy", "short"),)
)


def word(text: str) -> Message:
    return Message("en", text, (Heading(text),))


@dataclass
class Bot:
    """A bot that holds a round, and records what it hears."""

    messenger: PlaygroundMessenger
    events: list[Inbound] = field(default_factory=list)
    busy: bool = False
    failed: list[SendFailed] = field(default_factory=list)

    async def __call__(self, event: Inbound) -> Reply | None:
        if self.busy:
            raise Busy(event.id)
        self.events.append(event)
        match event:
            case Commanded(text="now", channel=Channel(address=address)):
                await self.messenger.post(address, ROUND)
            case Commanded() | Said():
                return Reply(notice="Only for you.", show=word("Only for you."))
            case Clicked(option="answer"):
                return Reply(form=ANSWER)
            case Clicked(option="no", ref=ref) if ref and event.channel:
                await self.messenger.post(event.channel.address, word("Below"), ref)
                return Reply(card=word("Changed"))
            case Submitted(values={"energy": "bad"}):
                return Reply(errors={"energy": "From 1 to 5."})
            case ChannelLeft(channel=Channel(address=address)):
                await self._try(address)
        return None

    async def _try(self, address: Any) -> None:
        try:
            await self.messenger.post(address, word("Too late"))
        except SendFailed as error:
            self.failed.append(error)


@dataclass
class Page:
    """The page without a browser: whoever is played, wherever they look."""

    http: TestClient[web.Request, web.Application]
    script: Script
    bot: Bot
    ids: Any = field(default_factory=lambda: count(1))

    async def post(self, path: str, body: JSON, status: int = 200) -> JSON:
        asked = {"request_id": f"request-{next(self.ids):04}", **body}
        async with self.http.post(f"/playground/api/people{path}", json=asked) as response:
            assert response.status == status, await response.text()
            return dict(await response.json())

    async def get(self, path: str, status: int = 200) -> JSON:
        async with self.http.get(f"/playground/api/people{path}") as response:
            assert response.status == status
            return dict(await response.json())

    async def add(self, name: str, locale: str = "en-IE", zone: str = "Europe/Dublin") -> str:
        told = await self.post("", {"name": name, "locale": locale, "zone": zone})
        return str(told["person"]["id"])

    @property
    def last(self) -> Inbound:
        return self.bot.events[-1]


@dataclass
class Room:
    """A channel with Alex, Camille and Sam in it."""

    page: Page
    alex: str
    camille: str
    sam: str
    id: str

    @property
    def channel(self) -> Channel:
        return Channel(self.id, {"platform": "playground", "channel": self.id})

    def at(self, person: str) -> str:
        return f"/{person}/channels/{self.id}"

    async def post(self, person: str, verb: str, body: JSON, status: int = 200) -> JSON:
        return await self.page.post(f"{self.at(person)}/{verb}", body, status)

    async def see(self, person: str) -> JSON:
        return await self.page.get(self.at(person))


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with at_table(tmp_path / "playground.db") as opened:
        yield opened


@asynccontextmanager
async def at_table(path: Path) -> AsyncIterator[Page]:
    """Set the table with a bot that holds rounds."""
    bots: list[Bot] = []

    async def handle(event: Inbound) -> Reply | None:
        return await bots[0](event)

    app, script = build(path, lambda: START, handle)
    bots.append(Bot(script.messenger))
    async with TestClient(TestServer(app)) as http:
        yield Page(http, script, bots[0])


@pytest.fixture
async def room(page: Page) -> Room:
    alex = await page.add("Alex")
    camille = await page.add("Camille", "fr-FR", "Europe/Paris")
    sam = await page.add("Sam")
    told = await page.post(f"/{alex}/channels", {"name": "Assembly line"})
    return Room(page, alex, camille, sam, told["channel"])


def headings(told: JSON) -> list[str]:
    return [e["message"]["elements"][0]["text"] for e in told["entries"] if e["message"]]


async def test_a_new_channel_holds_everybody_and_the_bot_learns_its_id_alone(room: Room) -> None:
    """The bot hears that it was added, by whom, and never the channel's name."""
    event = room.page.last
    assert isinstance(event, ChannelJoined)
    assert event.channel == room.channel
    assert event.actor.person == room.alex
    assert event.address == {"platform": "playground", "person": room.alex}
    assert "Assembly" not in repr(event)
    (channel,) = (await room.see(room.camille))["channels"]
    assert channel["members"] == [room.alex, room.camille, room.sam]
    assert (channel["name"], channel["bot"], channel["archived"]) == ("Assembly line", True, False)


async def test_a_channel_is_made_once_however_often_the_request_comes(room: Room) -> None:
    """The same request gives the same channel and the same event id."""
    body = {"name": "Twice", "request_id": "request-twice"}
    made = {(await room.page.post(f"/{room.alex}/channels", body))["channel"] for _ in range(2)}
    assert len(made) == 1
    joined = [e for e in room.page.bot.events if isinstance(e, ChannelJoined)]
    assert [e.id for e in joined[1:]] == ["playground:request-twice"] * 2


async def test_there_is_an_end_to_channels(page: Page) -> None:
    """Twenty channels are enough for one page; a nameless one is refused."""
    alex = await page.add("Alex")
    assert await page.post(f"/{alex}/channels", {"name": " "}, 422) == {
        "error": "invalid",
        "fields": ["name"],
    }
    for number in range(20):
        await page.post(f"/{alex}/channels", {"name": f"Team {number}"})
    assert await page.post(f"/{alex}/channels", {"name": "More"}, 409) == {"error": "channels"}


async def test_a_command_in_a_channel_is_heard_and_seen_by_nobody_else(room: Room) -> None:
    """As on the platforms, a slash command leaves no trace in the channel."""
    told = await room.post(room.camille, "say", {"text": "/coach-team results all"})
    event = room.page.last
    assert isinstance(event, Commanded)
    assert (event.name, event.text, event.elsewhere) == ("/coach-team", "results all", True)
    assert (event.actor.person, event.channel) == (room.camille, room.channel)
    assert event.address == {"platform": "playground", "person": room.camille}
    assert told["notice"] == "Only for you."
    assert told["show"]["elements"][0]["text"] == "Only for you."
    for person in (room.alex, room.camille):
        assert (await room.see(person))["entries"] == []


async def test_a_command_in_the_chat_has_no_channel(room: Room) -> None:
    """What is typed to the bot alone stays what it was."""
    await room.page.post(f"/{room.alex}/say", {"text": "/coach-team help"})
    event = room.page.last
    assert isinstance(event, Commanded)
    assert (event.name, event.elsewhere, event.channel) == ("/coach-team", False, None)


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("@Déclic how are we doing?", "how are we doing?"),
        ("@Déclic", ""),
        ("@bot  two\nlines", "two\nlines"),
    ],
)
async def test_words_to_the_bot_arrive_without_the_mention(
    room: Room, typed: str, heard: str
) -> None:
    """Everybody reads them, under the name of who wrote them."""
    await room.post(room.sam, "say", {"text": typed})
    event = room.page.last
    assert isinstance(event, Said)
    assert (event.text, event.elsewhere, event.channel) == (heard, True, room.channel)
    (entry,) = (await room.see(room.alex))["entries"]
    assert (entry["text"], entry["author"]) == (typed, room.sam)


async def test_words_among_people_are_not_heard(room: Room) -> None:
    """The bot reads no channel: what is not addressed to it never reaches it."""
    before = len(room.page.bot.events)
    told = await room.post(room.sam, "say", {"text": "lunch at noon? sam@example.org"})
    assert len(room.page.bot.events) == before
    assert [entry["text"] for entry in told["entries"]] == ["lunch at noon? sam@example.org"]


async def test_all_see_the_same_message_and_answer_for_themselves(room: Room) -> None:
    """One message; a form is open for who pressed, and for nobody else and nowhere else."""
    await room.post(room.alex, "say", {"text": "/coach-team now"})
    (entry,) = (await room.see(room.sam))["entries"]
    assert headings(await room.see(room.camille)) == ["One minute for the team"]
    press = {"token": "t-round", "option": "answer", "message": entry["id"]}
    told = await room.post(room.sam, "click", press)
    clicked = room.page.last
    assert isinstance(clicked, Clicked)
    assert (clicked.actor.person, clicked.channel) == (room.sam, room.channel)
    assert clicked.ref == {"id": str(entry["id"])}
    assert told["form"]["title"] == "Your answer"
    assert (await room.see(room.alex))["form"] is None
    assert (await room.page.get(f"/{room.sam}"))["form"] is None

    bad = {"token": "t-answer", "values": {"energy": "bad"}}
    assert (await room.post(room.sam, "submit", bad))["form"] is not None
    good = {"token": "t-answer", "values": {"energy": "4"}}
    assert (await room.post(room.sam, "submit", good))["form"] is None
    sent = room.page.last
    assert isinstance(sent, Submitted)
    assert (sent.actor.person, sent.channel) == (room.sam, room.channel)


async def test_a_form_can_be_put_away_in_the_channel(room: Room) -> None:
    """Closing it closes it there."""
    await room.post(room.sam, "click", {"token": "t-round", "option": "answer"})
    assert (await room.post(room.sam, "close", {}))["form"] is None


async def test_a_thread_stands_under_its_message(room: Room) -> None:
    """A message under another names it; the pressed one changes in place for all."""
    await room.post(room.alex, "say", {"text": "/coach-team now"})
    (entry,) = (await room.see(room.sam))["entries"]
    press = {"token": "t-round", "option": "no", "message": entry["id"]}
    await room.post(room.sam, "click", press)
    changed, below = (await room.see(room.alex))["entries"]
    assert (changed["id"], changed["under"]) == (entry["id"], 0)
    assert changed["message"]["elements"][0]["text"] == "Changed"
    assert below["under"] == entry["id"]


async def test_a_message_of_a_channel_can_be_seen_in_every_format(room: Room) -> None:
    """The formats are those of the chat."""
    await room.post(room.alex, "say", {"text": "/coach-team now"})
    (entry,) = (await room.see(room.alex))["entries"]
    path = f"messages/{entry['id']}/neutral"
    assert from_wire(await room.page.get(f"{room.at(room.alex)}/{path}")) == ROUND
    await room.page.get(f"/{room.alex}/{path}", 404)


# Who is in it


async def test_people_come_and_go_and_the_bot_hears_who(room: Room) -> None:
    """Somebody added later comes in, somebody is taken out, each in one event."""
    noor = await room.page.add("Noor")
    assert await room.page.get(room.at(noor), 404) == {"error": "gone"}
    await room.post(room.alex, "people", {"who": noor, "role": "member"})
    event = room.page.last
    assert isinstance(event, MembersChanged)
    assert (event.came, event.went, event.actor.person) == ((noor,), (), room.alex)
    assert (await room.see(noor))["channel"] == room.id

    told = await room.post(room.alex, "people", {"who": room.sam, "role": "nobody"})
    event = room.page.last
    assert isinstance(event, MembersChanged)
    assert (event.came, event.went, event.channel) == ((), (room.sam,), room.channel)
    assert told["channels"][0]["members"] == [room.alex, room.camille, noor]
    await room.page.get(room.at(room.sam), 404)
    assert (await room.page.get(f"/{room.sam}"))["channels"] == []


async def test_who_leaves_looks_at_their_own_chat_again(room: Room) -> None:
    """The answer to leaving is the person's own chat."""
    told = await room.post(room.sam, "people", {"who": room.sam, "role": "nobody"})
    assert (told["channel"], told["channels"]) == (None, [])
    assert told["person"]["id"] == room.sam


async def test_a_guest_is_told_as_news_and_stands_in_the_roster(room: Room) -> None:
    """Marking a guest makes the bot look again; saying the same twice is no news."""
    await room.post(room.alex, "people", {"who": room.sam, "role": "guest"})
    event = room.page.last
    assert isinstance(event, MembersChanged)
    assert event.came == (room.sam,)
    before = len(room.page.bot.events)
    await room.post(room.alex, "people", {"who": room.sam, "role": "guest"})
    assert len(room.page.bot.events) == before
    roster = await room.page.script.messenger.roster(room.channel.address)
    assert {one.person: one.kind for one in roster.people} == {
        room.alex: "member",
        room.camille: "member",
        room.sam: "guest",
    }
    await room.post(room.alex, "people", {"who": room.sam, "role": "member"})
    roster = await room.page.script.messenger.roster(room.channel.address)
    assert {one.kind for one in roster.people} == {"member"}


async def test_the_last_one_cannot_leave_and_nobody_unknown_comes(room: Room) -> None:
    """A channel that nobody is in could not be reached on the page any more."""
    assert await room.post(room.alex, "people", {"who": "player-0", "role": "member"}, 404) == {
        "error": "gone"
    }
    for person in (room.camille, room.sam):
        await room.post(room.alex, "people", {"who": person, "role": "nobody"})
    told = await room.post(room.alex, "people", {"who": room.alex, "role": "nobody"}, 409)
    assert told == {"error": "last"}
    told = await room.post(room.alex, "people", {"who": room.alex, "role": "owner"}, 422)
    assert told["fields"] == ["role"]


# Faults to try


async def test_the_bot_can_be_taken_out_and_comes_back(room: Room) -> None:
    """Without the bot nothing can be posted and nothing is heard but commands."""
    await room.post(room.alex, "bot", {"here": False})
    assert isinstance(room.page.last, ChannelLeft)
    assert room.page.last.channel == room.channel
    assert [str(error) for error in room.page.bot.failed] == ["not in the channel"]
    before = len(room.page.bot.events)
    await room.post(room.alex, "say", {"text": "@Déclic are you there?"})
    await room.post(room.alex, "people", {"who": room.sam, "role": "nobody"})
    await room.post(room.alex, "bot", {"here": False})
    assert len(room.page.bot.events) == before
    await room.post(room.alex, "say", {"text": "/coach-team help"})
    assert isinstance(room.page.last, Commanded)
    await room.post(room.camille, "bot", {"here": True})
    assert isinstance(room.page.last, ChannelJoined)
    assert room.page.last.actor.person == room.camille


async def test_an_archived_channel_is_closed_to_all(room: Room) -> None:
    """The bot leaves it and nobody can write, until it is opened again."""
    await room.post(room.alex, "archive", {"archived": True})
    assert isinstance(room.page.last, ChannelLeft)
    assert [str(error) for error in room.page.bot.failed] == ["archived"]
    assert await room.post(room.sam, "say", {"text": "hello?"}, 409) == {"error": "archived"}
    await room.post(room.alex, "archive", {"archived": False})
    assert isinstance(room.page.last, ChannelJoined)


async def test_a_change_that_the_engine_could_not_take_is_undone(room: Room) -> None:
    """The same request, sent again, tells the bot what it did not hear the first time."""
    room.page.bot.busy = True
    out = {"who": room.sam, "role": "nobody", "request_id": "request-out"}
    assert await room.post(room.alex, "people", out, 503) == {"error": "busy"}
    assert room.sam in (await room.see(room.sam))["channels"][0]["members"]
    room.page.bot.busy = False
    await room.post(room.alex, "people", out)
    event = room.page.last
    assert isinstance(event, MembersChanged)
    assert (event.id, event.went) == ("playground:request-out", (room.sam,))


async def test_somebody_can_delete_a_message_of_the_bot_in_a_channel(room: Room) -> None:
    """It is gone for all, and the bot learns it when it wants to change it."""
    await room.post(room.alex, "say", {"text": "/coach-team now"})
    (entry,) = (await room.see(room.sam))["entries"]
    before = len(room.page.bot.events)
    await room.post(room.sam, "forget", {"message": entry["id"]})
    assert (await room.see(room.alex))["entries"] == []
    assert len(room.page.bot.events) == before
    messenger, ref = room.page.script.messenger, {"id": str(entry["id"])}
    with pytest.raises(MessageGone):
        await messenger.update(room.channel.address, ref, ROUND)
    await messenger.delete(room.channel.address, ref)
    below = await messenger.post(room.channel.address, word("Still said"), ref)
    assert (await room.see(room.alex))["ids"] == [int(below["id"])]


async def test_nobody_deletes_the_words_of_another(room: Room) -> None:
    """Own words go; those of a colleague stay."""
    await room.post(room.sam, "say", {"text": "mine"})
    (entry,) = (await room.see(room.sam))["entries"]
    assert (await room.post(room.alex, "forget", {"message": entry["id"]}))["ids"] == [entry["id"]]
    assert (await room.post(room.sam, "forget", {"message": entry["id"]}))["ids"] == []


# The way out


@pytest.fixture
def messenger(tmp_path: Path) -> PlaygroundMessenger:
    ids = count(1)
    return PlaygroundMessenger(Shelf(tmp_path / "m.db"), lambda: START, lambda: str(next(ids)))


async def test_the_messenger_keeps_the_ports_contract_in_a_channel(
    messenger: PlaygroundMessenger,
) -> None:
    """Post, answer in a thread, update, delete, and ask who is there."""
    port: Messenger = messenger
    alex = messenger.players.add("Alex", "en-IE", "Europe/Dublin", "k1")
    lea = messenger.players.add("Léa", "fr-FR", "Europe/Paris", "k2")
    made = messenger.channels.add("Team", (alex.id, lea.id), public=True, key="k3")
    address = made.place.address
    root = await port.post(address, ROUND)
    below = await port.post(address, word("Below"), root)
    await port.update(address, below, word("Changed"))
    await port.delete(address, root)
    with pytest.raises(MessageGone):
        await port.update(address, root, ROUND)
    with pytest.raises(MessageGone):
        await port.update(alex.address, below, ROUND)
    assert await port.roster(address) == Roster(
        (
            InRoom(alex.id, alex.address, "member", "en-IE", "Europe/Dublin"),
            InRoom(lea.id, lea.address, "member", "fr-FR", "Europe/Paris"),
        ),
        public=True,
    )
    for nowhere in ({"platform": "playground", "channel": "channel-0"}, alex.address):
        with pytest.raises(Unreachable):
            await port.roster(nowhere)
    with pytest.raises(Unreachable):
        await port.profile(address)


async def test_channels_are_there_after_a_restart(tmp_path: Path) -> None:
    """Members, guests, words, authors and threads outlive the process."""
    path = tmp_path / "playground.db"
    async with at_table(path) as page:
        alex, sam = await page.add("Alex"), await page.add("Sam")
        told = await page.post(f"/{alex}/channels", {"name": "Team", "public": True})
        there = f"/{alex}/channels/{told['channel']}"
        await page.post(f"{there}/say", {"text": "/coach-team now"})
        await page.post(f"{there}/say", {"text": "morning"})
        (first, _) = (await page.get(there))["ids"]
        press = {"token": "t-round", "option": "no", "message": first}
        await page.post(f"{there}/click", press)
        await page.post(f"{there}/people", {"who": sam, "role": "guest"})
        await page.post(f"{there}/archive", {"archived": True})
        before = await page.get(there)
    async with at_table(path) as page:
        assert await page.get(there) == before


async def test_chats_of_before_there_were_channels_are_read(tmp_path: Path) -> None:
    """A file of an earlier release opens, and own words in it can still be deleted."""
    shelf = Shelf(tmp_path / "old.db")
    row = {"id": 7, "person": "player-1", "posted_at": START.isoformat(), "message": None}
    shelf.put(
        "entry:000000000007", row | {"text": "hi", "key": "k", "edited_at": None, "revision": 7}
    )
    shelf.close()
    old = PlaygroundMessenger(Shelf(tmp_path / "old.db"), lambda: START, lambda: "1")
    (entry,) = old.chats.of("player-1")
    assert (entry.text, entry.author, entry.under) == ("hi", "", 0)
    assert old.channels.all() == ()


def test_people_and_charts_survive_the_wire() -> None:
    """A named person and a chart come back as they went, from a message and in a form."""
    chart = Chart("Energy", ("1", "2"), ("low", "high"), (Series("Energy", (0, None)),), "Low.", "")
    elements = (Text((Span("a colleague", person="player-2"),)), chart)
    message = Message("en", "Results", elements)
    assert from_wire(json.loads(json.dumps(to_wire(message)))) == message
    form = form_to_wire(
        Form("t", "en", "Title", "", "Close", (Field("who", "Who", "person"),), elements)
    )
    assert [one["type"] for one in form["elements"]] == ["text", "chart"]
    assert form["elements"][0]["spans"][0]["person"] == "player-2"
    assert form["fields"][0]["kind"] == "person"


# The clock


async def test_next_message_stops_at_what_comes_in_the_channel(room: Room) -> None:
    """Looked at from a channel, the clock stops there and announces what is planned there."""
    messenger, script = room.page.script.messenger, room.page.script
    private = messenger.players.get(room.alex)
    assert private is not None
    script.due = [
        (START + timedelta(days=1), private.address, "en"),
        (START + timedelta(days=3), room.channel.address, "en"),
        (START + timedelta(days=8), room.channel.address, "en"),
    ]
    told = await room.post(room.alex, "clock", {"to": "message"})
    assert told["clock"]["now"] == (START + timedelta(days=3)).isoformat()
    assert told["clock"]["upcoming"] == (START + timedelta(days=8)).isoformat()
    assert headings(told) == ["Your check-in"]
    posted = {one["id"]: one["posted"] for one in told["people"]}
    assert posted[room.alex] > 0, "the private one came on the way"
    told = await room.page.get(f"/{room.alex}")
    assert told["clock"]["upcoming"] is None


async def test_everybody_sees_the_same_revision(room: Room) -> None:
    """A change of the channel is news to a page that looks at it as somebody else."""
    seen = (await room.see(room.sam))["revision"]
    await room.post(room.alex, "archive", {"archived": True})
    assert (await room.see(room.sam))["revision"] > seen


# The stage of other tests


class Still:
    """An engine that has nothing left to send."""

    async def settle(self) -> None:
        """Nothing is ever pending."""


@pytest.fixture
async def stage(page: Page) -> ChannelOnPage:
    """Three people in a channel, of whom one is French."""
    world = World(cast("Engine", Still()), Clock())
    first = PlaygroundStage(world, page.http, page.script.messenger.chats._shelf)
    await first.add("en-GB", "Europe/London")
    return await ChannelOnPage.open(first, [("fr-FR", "Europe/Paris"), ("en-GB", "Europe/London")])


async def test_a_stage_seats_several_people_in_one_channel(
    page: Page, stage: ChannelOnPage
) -> None:
    """Each acts for themselves; all read the same; what is told to one is nobody else's."""
    await stage.as_person(0).say("/coach-team now")
    await stage.as_person(1).press("Answer")
    assert stage.as_person(1).form() == ["energy"]
    assert stage.as_person(2).form() == []
    await stage.as_person(1).fill({"energy": "4"})
    sent = page.last
    assert isinstance(sent, Submitted)
    assert (sent.actor.person, sent.values) == (stage.as_person(1).person, {"energy": "4"})
    assert sent.channel
    assert sent.channel.id == stage.id
    await stage.as_person(2).say("@bot hello")
    await stage.look()
    assert [one.text for one in stage.messages()] == [
        "One minute for the team\nYour team as a group, from 5 answers"
    ]
    assert "Only for you." in stage.as_person(2).shown()
    assert "Only for you." not in stage.as_person(1).shown()
    assert stage.as_person(1).own.messages() == []


async def test_a_stage_shows_threads_and_lets_messages_be_deleted(stage: ChannelOnPage) -> None:
    """A thread is found by the message above it; somebody deletes that."""
    await stage.as_person(0).say("/coach-team now")
    await stage.as_person(2).press("No")
    await stage.look()
    above, below = stage.messages()
    assert stage.as_person(1).thread(above.key) == [below]
    await stage.as_person(1).delete(above.key)
    await stage.look()
    assert stage.messages() == [below]


async def test_people_come_to_a_stage_and_leave_it(page: Page, stage: ChannelOnPage) -> None:
    """Joining, leaving, guests, the bot and the archive are what the page makes of them."""
    new = await stage.join("fr-FR", "Europe/Paris")
    assert stage.as_person(3) is new
    assert isinstance(page.last, MembersChanged)
    assert page.last.came == (new.person,)
    gone = await stage.leave(1)
    assert isinstance(page.last, MembersChanged)
    assert page.last.went == (gone.person,)
    assert gone.view["channels"] == []
    await stage.make_guest(1)
    messenger = page.script.messenger
    channel = messenger.channels.get(stage.id)
    assert channel
    assert channel.guests == (stage.as_person(1).person,)
    await stage.invite(here=False)
    assert isinstance(page.last, ChannelLeft)
    await stage.invite(here=True)
    assert isinstance(page.last, ChannelJoined)
    await stage.archive(archived=True)
    assert isinstance(page.last, ChannelLeft)
