"""The playground's server over real HTTP, its messenger, its clock and its memory."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.clock import (
    FARTHEST,
    MOST_STEPS,
    AlreadyMoving,
    PlaygroundClock,
    next_monday,
    tomorrow,
)
from adapters.playground.guard import MOST_BYTES, REFUSED, welcome
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.shelf import Shelf
from adapters.playground.wire import form_to_wire, from_wire, to_wire
from bot.errors import Busy, MessageGone, Unreachable
from bot.events import Clicked, Commanded, Inbound, Opened, Said, Submitted
from bot.messages import Form, Message, Reply
from bot.ports import Messenger, Profile
from tests import playground_script as script
from tests.playground_script import START, Script, build

ALEX = {"name": "Alex", "locale": "en-IE", "zone": "Europe/Dublin"}
JSON = {"Content-Type": "application/json"}


@dataclass
class Hand:
    """A hand that turns the real clock."""

    at: datetime = START

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def app(tmp_path: Path, hand: Hand) -> tuple[web.Application, Script]:
    return build(tmp_path / "playground.db", hand.now)


@pytest.fixture
async def client(app: tuple[web.Application, Script]) -> AsyncIterator["Player"]:
    async with TestClient(TestServer(app[0])) as http:
        yield Player(http, app[1])


@dataclass
class Player:
    """Somebody at the page, without a page."""

    http: TestClient[web.Request, web.Application]
    script: Script
    ids: Any = None

    async def post(
        self,
        path: str,
        body: dict[str, Any],
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> dict[str, Any]:
        self.ids = self.ids or count(1)
        asked = {"request_id": f"request-{next(self.ids):04}", **body}
        response = await self.http.post(
            f"/playground/api/people{path}", json=asked, headers=headers
        )
        assert response.status == status, await response.text()
        told: dict[str, Any] = await response.json()
        return told

    async def get(self, path: str = "", status: int = 200) -> dict[str, Any]:
        response = await self.http.get(f"/playground/api/people{path}")
        assert response.status == status
        told: dict[str, Any] = await response.json()
        return told

    async def alex(self) -> str:
        told = await self.post("", ALEX)
        return f"/{told['person']['id']}"


def messages(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for entry in told["entries"] if entry["message"]]


async def test_the_page_and_its_files_are_served_and_name_nothing_foreign(client: Player) -> None:
    """The page loads only from the playground itself, and its policy allows nothing else."""
    response = await client.http.get("/playground")
    page = await response.text()
    assert response.status == 200
    assert response.content_type == "text/html"
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http://" not in page
    assert "https://" not in page
    assert "<script>" not in page
    for file in ("page.css", "page.js", "elements.js", "icon.svg"):
        assert (await client.http.get(f"/playground/{file}")).status == 200
    for file in ("__init__.py", "files.py", "../app.py", "%2e%2e/app.py"):
        assert (await client.http.get(f"/playground/{file}")).status == 404


async def test_adding_a_person_opens_the_chat_under_an_id_without_the_name(client: Player) -> None:
    """The engine learns language and zone of a new person, and never the name."""
    told = await client.post("", ALEX)
    (event,) = client.script.events
    assert isinstance(event, Opened)
    assert event.place == "chat"
    assert (event.actor.workspace, event.actor.locale) == ("playground:local", "en-IE")
    assert event.actor.zone == "Europe/Dublin"
    assert event.address == {"platform": "playground", "person": event.actor.person}
    assert "alex" not in repr(event).lower()
    assert [entry["message"]["elements"][0]["text"] for entry in messages(told)] == [
        "Hello, I am Déclic"
    ]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({**ALEX, "name": "   "}, ["name"]),
        ({**ALEX, "name": "x" * 61}, ["name"]),
        ({**ALEX, "zone": "Europe/Atlantis"}, ["zone"]),
        ({**ALEX, "zone": "../../etc/passwd", "locale": "de-DE"}, ["locale", "zone"]),
        ({**ALEX, "more": "x"}, ["more"]),
        ({**ALEX, "request_id": "short"}, ["request_id"]),
    ],
)
async def test_a_person_that_cannot_be_played_is_refused_by_field(
    client: Player, body: dict[str, str], wrong: list[str]
) -> None:
    """The page learns which fields to mark, and nobody is added."""
    told = await client.post("", body, status=422)
    assert told == {"error": "invalid", "fields": wrong}
    assert (await client.get())["people"] == []


async def test_words_and_commands_become_events_at_the_played_time(
    client: Player, hand: Hand
) -> None:
    """What begins with a slash is a command; everything else is said."""
    alex = await client.alex()
    hand.at += timedelta(minutes=5)
    await client.post(f"{alex}/say", {"text": "  I do everything myself "})
    await client.post(f"{alex}/say", {"text": "/coach start delegation"})
    await client.post(f"{alex}/say", {"text": "/coach"})
    _, said, started, bare = client.script.events
    assert isinstance(said, Said)
    assert (said.text, said.at) == ("I do everything myself", START + timedelta(minutes=5))
    assert isinstance(started, Commanded)
    assert (started.name, started.text) == ("/coach", "start delegation")
    assert isinstance(bare, Commanded)
    assert (bare.name, bare.text) == ("/coach", "")
    told = await client.get(alex)
    assert [entry["text"] for entry in told["entries"] if not entry["message"]] == [
        "I do everything myself",
        "/coach start delegation",
        "/coach",
    ]


async def test_a_press_changes_its_message_in_place(client: Player) -> None:
    """A press carries the reference of its message, and the answer holds what changed."""
    alex = await client.alex()
    before = await client.get(alex)
    (first,) = before["ids"]
    told = await client.post(
        f"{alex}/click?since={before['revision']}",
        {"token": "t-start", "option": "start", "values": {}, "message": first},
    )
    event = client.script.events[-1]
    assert isinstance(event, Clicked)
    assert event.ref == {"id": str(first)}
    changed, new = told["entries"]
    assert (changed["id"], changed["edited"] is not None) == (first, True)
    assert changed["message"]["elements"][1]["type"] == "receipt"
    assert new["id"] not in before["ids"]


async def test_the_card_of_a_reply_replaces_the_pressed_message(client: Player) -> None:
    """What the reply says of the message is shown without waiting for the outbox."""
    alex = await client.alex()
    (first,) = (await client.get(alex))["ids"]
    told = await client.post(f"{alex}/click", {"token": "t-scale", "option": "4", "message": first})
    (entry,) = messages(told)
    assert entry["message"]["elements"][0]["spans"][0]["text"] == "You chose 4 of 5."


async def test_lists_of_a_press_arrive_as_lists(client: Player) -> None:
    """Several chosen ids stay several."""
    alex = await client.alex()
    values = {"chosen": ["mon", "wed"], "date": "2026-11-27"}
    told = await client.post(f"{alex}/click", {"token": "m", "option": "save", "values": values})
    event = client.script.events[-1]
    assert isinstance(event, Clicked)
    assert event.values == values
    assert event.ref is None
    assert told["notice"] == "Noted."


async def test_a_form_stays_open_until_it_is_accepted_or_closed(client: Player) -> None:
    """A form survives a reload of the page; errors keep it open; success closes it."""
    alex = await client.alex()
    press = {"token": "t-plan", "option": "write"}
    assert (await client.post(f"{alex}/click", press))["form"]["title"] == "One commitment"
    assert (await client.get(alex))["form"]["token"] == "t-form"

    told = await client.post(f"{alex}/submit", {"token": "t-form", "values": {"what": "More"}})
    assert told["errors"] == {"what": "Say a little more."}
    assert told["form"]["token"] == "t-form"

    values = {"what": "Hand the report to Sam", "days": ["mon"]}
    told = await client.post(f"{alex}/submit", {"token": "t-form", "values": values})
    assert told["form"] is None
    event = client.script.events[-1]
    assert isinstance(event, Submitted)
    assert (event.token, event.values) == ("t-form", values)

    await client.post(f"{alex}/click", press)
    assert (await client.post(f"{alex}/close", {}))["form"] is None


async def test_what_is_only_shown_is_not_kept(client: Player) -> None:
    """A message for the person alone comes once and leaves nothing in the chat or the file."""
    alex = await client.alex()
    told = await client.post(f"{alex}/click", {"token": "menu", "option": "help"})
    assert told["show"]["elements"][0]["text"] == "Help"
    assert len((await client.get(alex))["entries"]) == 1


async def test_own_words_can_be_deleted_and_the_bots_cannot(client: Player) -> None:
    """Deleting takes the person's own words away, from the file too."""
    alex = await client.alex()
    told = await client.post(f"{alex}/say", {"text": "a secret"})
    first, own, _ = told["ids"]
    for message in (first, own, 999):
        told = await client.post(f"{alex}/forget", {"message": message})
    assert own not in told["ids"]
    assert first in told["ids"]


async def test_opening_the_home_shows_it(client: Player) -> None:
    """The home is told to the engine as a visit and shown beside the chat."""
    alex = await client.alex()
    assert (await client.get(alex))["home"] is None
    told = await client.post(f"{alex}/home", {})
    assert told["home"]["elements"][0]["text"] == "Your plan"
    event = client.script.events[-1]
    assert isinstance(event, Opened)
    assert event.place == "home"


async def test_a_repeated_request_is_one_event(client: Player) -> None:
    """The same request id gives the same event id, one bubble and one person."""
    for _ in range(2):
        told = await client.post("", {**ALEX, "request_id": "request-person"})
    assert len(told["people"]) == 1
    alex = f"/{told['person']['id']}"
    for _ in range(2):
        told = await client.post(f"{alex}/say", {"text": "hello", "request_id": "request-hello"})
    assert [entry["text"] for entry in told["entries"] if not entry["message"]] == ["hello"]
    assert [event.id for event in client.script.events[2:]] == ["playground:request-hello"] * 2


async def test_the_page_asks_only_for_what_changed(client: Player) -> None:
    """Since its revision a page hears of nothing twice; from a foreign one it hears all."""
    alex = await client.alex()
    revision = (await client.get(alex))["revision"]
    assert (await client.get(f"{alex}?since={revision}"))["entries"] == []
    assert len((await client.get(f"{alex}?since={revision + 50}"))["entries"]) == 1
    assert len((await client.get(f"{alex}?since=nonsense"))["entries"]) == 1
    assert len((await client.get(f"{alex}?since={'9' * 5000}"))["entries"]) == 1


async def test_a_message_can_be_seen_in_every_format(client: Player) -> None:
    """The formats are the renderers' own output, and the neutral one."""
    alex = await client.alex()
    (first,) = (await client.get(alex))["ids"]
    assert (await client.get())["formats"] == ["Block Kit", "Adaptive Card"]
    kit = await client.get(f"{alex}/messages/{first}/Block%20Kit")
    assert kit["blocks"][0] == {"type": "section"}
    card = await client.get(f"{alex}/messages/{first}/Adaptive%20Card")
    assert card["type"] == "AdaptiveCard"
    neutral = await client.get(f"{alex}/messages/{first}/neutral")
    assert from_wire(neutral) == script.welcome("en")
    for missing in (f"{first}/Telegram", "99/neutral"):
        told = await client.get(f"{alex}/messages/{missing}", status=404)
        assert told == {"error": "gone"}


async def test_somebody_unknown_is_gone(client: Player) -> None:
    """A person whose file was deleted gives the page a reason to start anew."""
    assert await client.get("/player-0", status=404) == {"error": "gone"}
    assert await client.post("/player-0/say", {"text": "hi"}, status=404) == {"error": "gone"}


async def test_nobody_reads_the_chat_of_another(client: Player) -> None:
    """A message id of one person leads nowhere in another's chat."""
    alex = await client.alex()
    (first,) = (await client.get(alex))["ids"]
    told = await client.post("", {**ALEX, "name": "Camille"})
    await client.get(f"/{told['person']['id']}/messages/{first}/neutral", status=404)


# Who may ask


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "playground.example"},
        {"Host": "localhost.example:3978"},
        {"Host": "127.0.0.1.example"},
        {"Host": "192.168.0.7:3978"},
        {"Forwarded": "for=192.0.2.1"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"X-Forwarded-Host": "localhost"},
        {"X-Real-IP": "127.0.0.1"},
    ],
)
@pytest.mark.parametrize("path", ["", "/page.js", "/api/people", "/nothing"])
async def test_a_foreign_host_or_a_proxy_is_refused_everywhere(
    client: Player, headers: dict[str, str], path: str
) -> None:
    """Rebound names and forwarded requests get one sentence and no content."""
    response = await client.http.get(f"/playground{path}", headers=headers)
    assert response.status == 403
    assert await response.text() == REFUSED
    assert response.content_type == "text/plain"


@pytest.mark.parametrize(
    "headers",
    [
        {**JSON, "Origin": "http://localhost.example"},
        {**JSON, "Origin": "null"},
        {**JSON, "Origin": "https://127.0.0.1"},
        {**JSON, "Sec-Fetch-Site": "cross-site"},
        {**JSON, "Sec-Fetch-Site": "same-site"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/jsonp"},
    ],
)
async def test_a_post_from_elsewhere_or_in_another_form_is_refused(
    client: Player, headers: dict[str, str]
) -> None:
    """Another site cannot act in the playground, with or without a preflight."""
    body = json.dumps({**ALEX, "request_id": "request-0001"})
    response = await client.http.post("/playground/api/people", data=body, headers=headers)
    assert response.status == 403
    assert client.script.events == []


async def test_a_post_from_the_page_itself_is_welcome(client: Player) -> None:
    """The page's own origin, spelled as the browser spells it, passes."""
    origin = str(client.http.make_url("/")).rstrip("/")
    await client.post("", ALEX, headers={"Origin": origin, "Sec-Fetch-Site": "same-origin"})


@pytest.mark.parametrize("chunked", [False, True])
async def test_a_body_that_is_too_long_is_refused(client: Player, chunked: bool) -> None:
    """Whether the length is told or not, no more than the limit is taken in."""

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(MOST_BYTES // 1024 + 1):
            yield b" " * 1024

    body: Any = pieces() if chunked else b" " * (MOST_BYTES + 1)
    response = await client.http.post("/playground/api/people", data=body, headers=JSON)
    assert response.status == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"name": 1}'])
async def test_a_body_that_is_no_request_is_refused(client: Player, body: bytes) -> None:
    """What cannot be read is the page's fault and said so."""
    response = await client.http.post("/playground/api/people", data=body, headers=JSON)
    assert response.status == 422


@pytest.mark.parametrize(
    ("peer", "is_welcome"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.168.0.7", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("", False),
        ("localhost", False),
    ],
)
def test_only_this_computer_is_welcome(peer: str, is_welcome: bool) -> None:
    """The connection itself must come from the loopback interface."""
    assert welcome(peer, "GET", {"Host": "localhost:3978"}) is is_welcome


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:3978", "127.0.0.1:1", "[::1]", "[::1]:3978"]
)
def test_every_loopback_name_is_welcome(host: str) -> None:
    """The three loopback names with any port."""
    assert welcome("127.0.0.1", "GET", {"Host": host})


def test_a_request_without_a_host_is_refused() -> None:
    """HTTP/1.0 without Host tells nothing about where it was meant to go."""
    assert not welcome("127.0.0.1", "GET", {})


async def test_only_reading_and_posting_exist(client: Player) -> None:
    """Other methods end at the guard or at the router."""
    for method in ("PUT", "DELETE", "OPTIONS"):
        response = await client.http.request(method, "/playground/api/people")
        assert response.status in {403, 405}


# The engine's other answers


async def refuses(event: Inbound) -> Reply | None:
    raise Busy(event.id)


async def test_a_busy_engine_is_said_calmly(tmp_path: Path) -> None:
    """The page gets a code for which it has a sentence; the person's words are not lost."""
    app, of = build(tmp_path / "busy.db", lambda: START, refuses)
    alex = of.messenger.players.add("Alex", "en-IE", "Europe/Dublin", "request-made")
    async with TestClient(TestServer(app)) as http:
        player = Player(http, of)
        told = await player.post(f"/{alex.id}/say", {"text": "hi"}, status=503)
        assert told == {"error": "busy"}
        assert (await player.get(f"/{alex.id}"))["entries"][0]["text"] == "hi"


async def test_fifty_people_are_enough(client: Player) -> None:
    """The list of the played stays readable, and the file small."""
    for _ in range(50):
        await client.post("", ALEX)
    assert await client.post("", ALEX, status=409) == {"error": "crowded"}


# Memory


async def test_everything_is_there_after_a_restart(tmp_path: Path, hand: Hand) -> None:
    """People, chats, revision, home and the moved clock outlive the process."""
    path = tmp_path / "playground.db"
    app, of = build(path, hand.now)
    async with TestClient(TestServer(app)) as http:
        player = Player(http, of)
        alex = await player.alex()
        await player.post(f"{alex}/say", {"text": "hello"})
        await player.post(f"{alex}/home", {})
        before = await player.post(f"{alex}/clock", {"to": "message"})
    app, of = build(path, hand.now)
    async with TestClient(TestServer(app)) as http:
        after = await Player(http, of).get(alex)
    for same in ("person", "ids", "revision", "home", "people"):
        assert after[same] == before[same]
    assert after["clock"]["now"] == before["clock"]["now"] != START.isoformat()
    assert len(after["entries"]) == len(after["ids"])


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    """Names and words on a shared computer are for the one who plays."""
    path = tmp_path / "deep" / "playground.db"
    shelf = Shelf(path)
    shelf.put("a", {"b": 1})
    assert path.stat().st_mode & 0o077 == 0
    shelf.close()


@pytest.fixture
def messenger(tmp_path: Path) -> PlaygroundMessenger:
    return PlaygroundMessenger(Shelf(tmp_path / "m.db"), lambda: START, lambda: "0001")


async def test_the_messenger_keeps_the_ports_contract(messenger: PlaygroundMessenger) -> None:
    """Post, update in place, delete twice, update what is gone."""
    port: Messenger = messenger
    address = messenger.players.add("Alex", "fr-FR", "Europe/Paris", "k").address
    ref = await port.post(address, script.welcome("fr"))
    assert await port.profile(address) == Profile("fr-FR", "Europe/Paris", "alex@example.org")
    revision = messenger.revision
    await port.update(address, ref, script.welcome("fr"))
    assert messenger.revision == revision, "the same message again is no change"
    await port.update(address, ref, script.begun("fr"))
    assert messenger.revision > revision
    await port.delete(address, ref)
    await port.delete(address, ref)
    with pytest.raises(MessageGone):
        await port.update(address, ref, script.welcome("fr"))
    with pytest.raises(MessageGone):
        await port.update(address, {"id": "²"}, script.welcome("fr"))
    with pytest.raises(Unreachable):
        await port.post({"platform": "playground", "person": "nobody"}, script.welcome("fr"))


@pytest.mark.parametrize(
    "message", [script.welcome("fr"), script.plan("en"), script.scale("en"), script.themes("en")]
)
def test_a_message_survives_the_wire(message: Message) -> None:
    """Every element comes back as it went."""
    assert from_wire(json.loads(json.dumps(to_wire(message)))) == message


def test_a_form_on_the_wire_names_the_types_of_its_elements() -> None:
    """The page renders the elements of a form like those of a message."""
    form = Form("t", "en", "Title", "", "Close", elements=script.plan("en").elements)
    assert [element["type"] for element in form_to_wire(form)["elements"]][:2] == [
        "heading",
        "facts",
    ]


# The clock


async def test_next_message_moves_to_what_is_planned(client: Player) -> None:
    """The clock stands at the due time, the message is there, the next one is announced."""
    alex = await client.alex()
    told = await client.post(f"{alex}/clock", {"to": "message"})
    assert told["clock"]["now"] == (START + timedelta(days=4)).isoformat()
    assert told["clock"]["upcoming"] == (START + timedelta(days=9)).isoformat()
    assert told["entries"][-1]["message"]["elements"][0]["text"] == "Your check-in"
    assert told["nothing_planned"] is False


async def test_next_message_without_a_plan_says_so(client: Player) -> None:
    """With nothing planned the clock stays and the page can say it."""
    alex = await client.alex()
    client.script.due.clear()
    told = await client.post(f"{alex}/clock", {"to": "message"})
    assert told["nothing_planned"] is True
    assert told["clock"]["now"] == START.isoformat()


async def test_next_message_is_the_looked_at_persons(client: Player) -> None:
    """Another person's messages come on the way; the clock stops at one's own."""
    camille = (await client.post("", {**ALEX, "name": "Camille"}))["person"]["id"]
    client.script.due = [one for one in client.script.due if one[0] < START + timedelta(days=5)]
    alex = await client.alex()
    client.script.due = [
        one
        for one in client.script.due
        if one[1]["person"] == camille or one[0] > START + timedelta(days=5)
    ]
    told = await client.post(f"{alex}/clock", {"to": "message"})
    assert told["clock"]["now"] == (START + timedelta(days=9)).isoformat()
    posted = {one["id"]: one["posted"] for one in told["people"]}
    assert posted[camille] > min(told["ids"]), "Camille has something new to read"


async def test_a_repeated_move_is_one_move(client: Player) -> None:
    """A move sent again after a lost answer does not go twice as far."""
    alex = await client.alex()
    for _ in range(2):
        told = await client.post(f"{alex}/clock", {"to": "day", "request_id": "request-move"})
    assert told["clock"]["now"] == (START + timedelta(days=1)).isoformat()


async def test_next_monday_passes_what_falls_due(client: Player) -> None:
    """The messages of the week are all there, in order, each at its own time."""
    alex = await client.alex()
    told = await client.post(f"{alex}/clock", {"to": "monday"})
    assert told["clock"]["now"] == "2026-11-30T09:00:00+00:00"
    assert told["entries"][-1]["at"] == (START + timedelta(days=4)).isoformat()


def a_clock(tmp_path: Path) -> PlaygroundClock:
    return PlaygroundClock(Shelf(tmp_path / "clock.db"), lambda: START)


async def test_one_move_at_a_time_and_the_page_can_watch(tmp_path: Path) -> None:
    """While it moves, the clock says since when and until when; a second move is refused."""
    clock, gate = a_clock(tmp_path), asyncio.Event()

    async def never() -> None:
        return None

    async def slow() -> None:
        await gate.wait()

    move = asyncio.create_task(clock.advance(START + timedelta(days=1), next_due=never, tick=slow))
    await asyncio.sleep(0)
    assert clock.move is not None
    assert clock.move.until == START + timedelta(days=1)
    with pytest.raises(AlreadyMoving):
        await clock.advance(START, next_due=never, tick=slow)
    gate.set()
    await move
    assert clock.move is None


async def test_a_tick_that_fails_leaves_a_clock_that_can_move(tmp_path: Path) -> None:
    """A fault on the way stops the move where it came to."""
    clock = a_clock(tmp_path)

    async def due() -> datetime:
        return START + timedelta(hours=3)

    async def fails() -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await clock.advance(START + timedelta(days=1), next_due=due, tick=fails)
    assert clock.now() == START + timedelta(hours=3)
    assert clock.move is None


async def test_what_never_gets_done_does_not_hold_the_clock(tmp_path: Path) -> None:
    """A moment that stays due is tried a bounded number of times."""
    clock, ticks = a_clock(tmp_path), count()

    async def due() -> datetime:
        return START

    async def tick() -> None:
        next(ticks)

    await clock.advance(START + timedelta(days=1), next_due=due, tick=tick)
    assert clock.now() == START + timedelta(days=1)
    assert next(ticks) == MOST_STEPS + 1
    assert not await clock.advance_until(lambda: False, next_due=due, tick=tick)


HOURS = st.integers(min_value=0, max_value=24 * 40)


@given(dues=st.lists(HOURS, max_size=12), targets=st.lists(HOURS, min_size=1, max_size=4))
async def test_every_due_moment_comes_once_at_its_time_and_time_never_goes_back(
    tmp_path_factory: pytest.TempPathFactory, dues: list[int], targets: list[int]
) -> None:
    """Whatever is due and wherever the clock is sent, ticks run at due times, in order."""
    path = tmp_path_factory.mktemp("clock") / "clock.db"
    clock = PlaygroundClock(Shelf(path), lambda: START)
    left = sorted(START + timedelta(hours=hours) for hours in dues)
    done: list[tuple[datetime, datetime]] = []
    seen = [clock.now()]

    async def next_due() -> datetime | None:
        return left[0] if left else None

    async def tick() -> None:
        seen.append(clock.now())
        while left and left[0] <= clock.now():
            done.append((left.pop(0), clock.now()))

    farthest = START
    for hours in targets:
        target = START + timedelta(hours=hours)
        farthest = max(farthest, target)
        await clock.advance(target, next_due=next_due, tick=tick)
        seen.append(clock.now())
        assert clock.now() == farthest
    assert seen == sorted(seen)
    assert all(due == at for due, at in done)
    assert all(due > farthest for due in left)
    assert PlaygroundClock(Shelf(path), lambda: START).now() == farthest


ZONES = st.sampled_from(
    ["Europe/Dublin", "Europe/Paris", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"]
)
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone


@given(now=TIMES, zone=ZONES)
def test_next_monday_is_a_later_monday_nine_within_a_week(now: datetime, zone: str) -> None:
    """In the person's own zone, across both clock changes."""
    monday = next_monday(now, ZoneInfo(zone))
    local = monday.astimezone(ZoneInfo(zone))
    assert (local.weekday(), local.hour, local.minute) == (0, 9, 0)
    assert timedelta(0) < monday - now <= timedelta(days=7, hours=1)


@given(now=TIMES, zone=ZONES)
def test_tomorrow_is_later_by_about_a_day(now: datetime, zone: str) -> None:
    """A day of the person, which may have 23 or 25 hours."""
    later = tomorrow(now, ZoneInfo(zone)) - now
    assert timedelta(hours=23) <= later <= timedelta(hours=25)


async def test_the_search_for_a_message_ends(tmp_path: Path) -> None:
    """A message beyond three months is none, and the clock does not run there."""
    clock = a_clock(tmp_path)

    async def due() -> datetime:
        return START + FARTHEST + timedelta(days=1)

    async def tick() -> None:
        raise AssertionError

    assert not await clock.advance_until(lambda: False, next_due=due, tick=tick)
    assert clock.now() == START


async def test_the_server_answers_a_client_of_the_real_network_stack(
    tmp_path: Path, hand: Hand
) -> None:
    """Over a socket, with the headers a plain client sends, the page is there."""
    app, _ = build(tmp_path / "p.db", hand.now)
    async with TestServer(app) as server, aiohttp.ClientSession() as http:
        response = await http.get(f"http://127.0.0.1:{server.port}/playground")
        assert response.status == 200
