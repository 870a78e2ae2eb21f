"""The whole product on bad days: what the person sees, and that nothing is lost or doubled.

Everything goes over HTTP through a stage; what came of it is read from the platform's own
record and from the database.
"""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Any

import orjson
import psycopg
import pytest
from markdown_it import MarkdownIt

from bot.events import Clicked
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from bot.sessions import Session
from storage.store import Store
from tests.databases import Database
from tests.fake_slack_people import FORM, Answer, Signed, as_event, as_form, as_interaction, sign
from tests.fake_teams import TENANT, Chat
from tests.fakes import Clock, FakeMessenger
from tests.players import Player
from tests.stages import STAGES, PlaygroundStage, SlackStage, TeamsStage
from tests.teams_reading import nodes
from tests.traces import rows
from tests.world import MONDAY, world

EVERYWHERE = ("slack-postgres", "teams-sqlite", "playground-sqlite")
PLATFORMS = ("slack-postgres", "teams-sqlite")

BLOCKED, KIND, ME = "what is blocked?", "What kind of blocker", "When did you manage something"
STALE = "This question was already answered"
UNKNOWN = "I no longer know this button. Here is what is next for you."
FOREIGN = "This button belongs to somebody else."
BUSY = {
    "slack": "I am busy right now. Nothing was changed; please press again in a moment.",
    "teams": "That took too long, and nothing was changed. Please press again.",
    "playground": "busy",
}

Json = dict[str, Any]

_IDS = itertools.count(1)


@dataclass
class Scene:
    """A stage on its database, and what nobody does by hand."""

    platform: str
    stage: Any
    store: Store
    database: Database

    # what is kept

    def rows(self, *, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
        """Everything in the database."""
        return rows(self.store, without=without)

    async def me(self) -> Coachee:
        """The person as the store knows them."""
        found = await self.stage.me()
        assert found
        return found

    async def session(self, programme: str = "unblock") -> Session:
        """The person's session of a programme."""
        me = await self.me()
        found = await self.stage.world.look(lambda uow: uow.sessions.of(me.id))
        return next(s for s in reversed(found) if s.programme_id == programme)

    async def steps(self) -> list[str]:
        """What was answered, once for each answer."""
        return [answer.step_id for answer in (await self.session()).answers]

    async def words(self) -> list[str]:
        """What the person wrote and the store keeps."""
        me = await self.me()
        found = await self.stage.world.look(lambda uow: uow.words.of(me.id))
        return [text for _, _, text, _ in found]

    async def unsent(self) -> int:
        """How many rows of the outbox wait."""
        me = await self.me()
        return int(await self.stage.world.look(lambda uow: uow.outbox.pending(me.id)))

    # what can be read

    def count(self, text: str) -> int:
        """In how many messages of the chat a text stands now."""
        return sum(text in message for message in self.stage.shown())

    # raw requests

    async def send(self, token: str, option: str, *, by: str = "") -> str:
        """Press a button as anybody can make one up; return the sentence that is answered."""
        told = await _RAW[self.platform](self.stage, token, option, by)
        await self.settle()
        return told

    async def press_twice(self, label: str) -> list[str]:
        """Press a button twice at once; return the sentences that are answered."""
        told = await _TWICE[self.platform](self.stage, label)
        await self.settle()
        return told

    async def deliver_again(self, text: str, times: int = 3) -> None:
        """Let one message arrive several times, the first two at once."""
        deliver = self.delivery(text)
        statuses = await asyncio.gather(deliver(), deliver())
        statuses += [await deliver() for _ in range(times - 2)]
        assert set(statuses) == {200}
        await self.settle()

    def delivery(self, text: str) -> "Delivery":
        """Make a message that can be delivered more than once."""
        return _DELIVERY[self.platform](self.stage, text)

    async def settle(self) -> None:
        """Wait until everything is sent, and look."""
        await self.stage.world.settle()
        await self.stage.look()


@pytest.fixture
async def scene(request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    """Somebody on a stage, such as `slack-postgres`, on whom nothing was said yet."""
    platform, kind = request.param.split("-")
    database: Database = request.getfixturevalue(f"{kind}_database")
    store = database.open()
    async with STAGES[platform](store, Clock(MONDAY), "en") as stage:
        yield Scene(platform, stage, store, database)
    store.close()


everywhere = pytest.mark.parametrize("scene", EVERYWHERE, indirect=True)
on_platforms = pytest.mark.parametrize("scene", PLATFORMS, indirect=True)
in_slack = pytest.mark.parametrize("scene", PLATFORMS[:1], indirect=True)
in_teams = pytest.mark.parametrize("scene", PLATFORMS[1:], indirect=True)


async def slack_raw(stage: SlackStage, token: str, option: str, by: str) -> str:
    payload = stage.person.pressed("Help")
    payload["actions"][0]["value"] = orjson.dumps({"t": token, "o": option}).decode()
    person = stage.slack.person(by, stage.person.client) if by else stage.person
    payload["user"]["id"] = person.user
    payload["response_url"] = payload["response_url"].replace(stage.person.user, person.user)
    assert (await person.send_interaction(payload)).status == 200
    return person.whispers[-1].text if person.whispers else ""


async def teams_raw(stage: TeamsStage, token: str, option: str, by: str) -> str:
    chat = replace(stage.chat, person=by) if by else stage.chat
    action = {"type": "Action.Execute", "verb": "press", "data": {"t": token, "o": option}}
    value = {"action": action, "trigger": "manual"}
    answer = await chat.invoke("adaptiveCard/action", value, stage.chat.posted.id)
    assert answer.status == 200
    return answer.notice


async def playground_raw(stage: PlaygroundStage, token: str, option: str, by: str) -> str:
    body = {"request_id": f"raw-request-{next(_IDS)}", "token": token}
    path = f"/playground/api/people/{by or stage.person}/click"
    async with stage.client.post(path, json=body | {"option": option}) as answer:
        told = await answer.json() if answer.status == 200 else {}
        return str(told.get("notice") or "")


_RAW: Mapping[str, Callable[..., Awaitable[str]]] = {
    "slack": slack_raw,
    "teams": teams_raw,
    "playground": playground_raw,
}


async def slack_twice(stage: SlackStage, label: str) -> list[str]:
    pressed = [stage.person.pressed(label) for _ in range(2)]
    answers = await asyncio.gather(*map(stage.person.send_interaction, pressed))
    assert [answer.status for answer in answers] == [200, 200]
    return [whisper.text for whisper in stage.person.whispers]


async def teams_twice(stage: TeamsStage, label: str) -> list[str]:
    answers = await asyncio.gather(stage.chat.press(label), stage.chat.press(label))
    assert [answer.status for answer in answers] == [200, 200]
    return [answer.notice for answer in answers if answer.notice]


async def playground_twice(stage: PlaygroundStage, label: str) -> list[str]:
    await asyncio.gather(stage.press(label), stage.press(label))
    return [shown.text for _, shown, _ in stage.passing]


_TWICE: Mapping[str, Callable[..., Awaitable[list[str]]]] = {
    "slack": slack_twice,
    "teams": teams_twice,
    "playground": playground_twice,
}


Delivery = Callable[[], Awaitable[int]]
"""Sends one message, the same one each time; returns the status that is answered."""


def slack_delivery(stage: SlackStage, text: str) -> Delivery:
    person, now = stage.person, stage.slack.now()
    request = as_event(person.envelope(person.words(text)), stage.slack.signing_secret, now)
    retries = itertools.count()

    async def deliver() -> int:
        retry = {"X-Slack-Retry-Num": str(next(retries)), "X-Slack-Retry-Reason": "http_timeout"}
        sent = Signed(request.body, {**request.headers, **retry})
        return (await person.send(sent)).status

    return deliver


def teams_delivery(stage: TeamsStage, text: str) -> Delivery:
    activity = stage.chat.activity("message", text=text, textFormat="plain")

    async def deliver() -> int:
        return (await stage.chat.send(activity)).status

    return deliver


def playground_delivery(stage: PlaygroundStage, text: str) -> Delivery:
    path = f"/playground/api/people/{stage.person}/say"
    body = {"text": text, "request_id": f"raw-request-{next(_IDS)}"}

    async def deliver() -> int:
        async with stage.client.post(path, json=body) as answer:
            return answer.status

    return deliver


_DELIVERY: Mapping[str, Callable[..., Delivery]] = {
    "slack": slack_delivery,
    "teams": teams_delivery,
    "playground": playground_delivery,
}


class TestWhatIsRefused:
    """Nothing that a platform does not vouch for, and nothing that makes no sense, does harm."""

    @in_slack
    async def test_unsigned_stale_and_malformed_requests_of_slack(self, scene: Scene) -> None:
        """401 or 400, not a word to anybody, and not one row more or less."""
        person, now = scene.stage.person, scene.stage.slack.now()
        await scene.stage.say("stuck")
        before, calls = scene.rows(), len(scene.stage.slack.calls)
        event = as_event(person.envelope(person.words("Me")), person.slack.signing_secret, now)
        forged = as_event(person.envelope(person.words("Me")), "another secret", now)
        stale = as_event(
            person.envelope(person.words("Me")),
            person.slack.signing_secret,
            now - timedelta(minutes=6),
        )
        changed = Signed(event.body.replace(b"Me", b"Us"), event.headers)
        unsigned = Signed(event.body, {"Content-Type": "application/json"})
        for request in (forged, stale, changed, unsigned):
            assert await _status(person.send(request)) == 401
        for body, kind in ((b'{"type":', "application/json"), (b"[]", "application/json")):
            headers = sign(person.slack.signing_secret, body, now) | {"Content-Type": kind}
            assert await _status(person.send(Signed(body, headers))) == 400
        for form in (b"payload=%7B%22type%22", b"payload=%ZZ", b"payload=7"):
            headers = sign(person.slack.signing_secret, form, now) | {"Content-Type": FORM}
            assert await _status(person.send(Signed(form, headers))) == 400
        assert scene.rows() == before
        assert len(scene.stage.slack.calls) == calls

    @in_slack
    async def test_actions_of_slack_that_nobody_knows(self, scene: Scene) -> None:
        """They are acknowledged, since Slack would show a warning sign, and do nothing."""
        person, now = scene.stage.person, scene.stage.slack.now()
        await scene.stage.say("stuck")
        before = scene.rows()
        strange = person.pressed("Write")
        for value in ("", "x", "[]", '{"t": 1, "o": 2}', '{"o": "write"}'):
            strange["actions"][0]["value"] = value
            assert await _status(person.send_interaction(strange)) == 200
        for payload in ({"type": "shortcut"}, {"type": "block_actions"}, {"type": "new"}):
            request = as_interaction(payload, person.slack.signing_secret, now)
            assert await _status(person.send(request)) == 200
        nameless = as_form({"command": "/coach", "text": "stop"}, person.slack.signing_secret, now)
        assert await _status(person.send(nameless)) == 200
        assert scene.rows() == before

    @in_teams
    async def test_unvouched_and_malformed_activities_of_teams(self, scene: Scene) -> None:
        """401, 403, 415 or 400, and not one row more or less."""
        chat: Chat = scene.stage.chat
        await scene.stage.say("stuck")
        before = scene.rows()
        said = chat.activity("message", text="Me")
        forged = await chat.send(said, token=chat.teams.token(key="another"))
        assert forged.status == 401
        elsewhere = await chat.send(said | {"serviceUrl": "https://collector.example/"})
        assert elsewhere.status == 403
        for body, kind, status in (
            (b'{"type":', "application/json", 400),
            (b"[1]", "application/json", 400),
            (b'{"type": 7}', "application/json", 400),
            (json.dumps(said).encode(), "text/plain", 415),
        ):
            async with chat.http.post(
                f"{chat.bot_url}/api/messages", data=body, headers={"Content-Type": kind}
            ) as answer:
                assert answer.status == status
        assert (await chat.invoke("composeExtension/query", {})).status == 200
        assert (await chat.invoke("adaptiveCard/action", {"action": {"data": {}}})).notice
        assert scene.rows() == before

    @everywhere
    async def test_an_option_that_the_question_does_not_have(self, scene: Scene) -> None:
        """The person is told where the question stands, and it stays as it was."""
        await scene.stage.say("stuck")
        token = (await scene.session()).card_token or ""
        for option in ("launch", "x" * 60, "form:settings", "erase:all", "cmd:stop", "a\u0000b"):
            assert (await scene.send(token, option)).startswith(STALE)
        assert await scene.steps() == []
        assert (await scene.me()).state == "new"
        await scene.stage.say("The budget")
        assert scene.count(KIND) == 1

    @everywhere
    async def test_a_made_up_token(self, scene: Scene) -> None:
        """It opens nothing: the person sees what is next, and goes on."""
        await scene.stage.say("stuck")
        for token in ("A" * 22, "' OR 1=1 --", "a\u0000b", "é", "home-x", "x" * 120):
            assert await scene.send(token, "write") == UNKNOWN
        assert await scene.steps() == []
        await scene.stage.say("The budget")
        assert await scene.steps() == ["what"]

    @everywhere
    async def test_a_button_older_than_what_is_kept(self, scene: Scene) -> None:
        """After 90 days it is answered with what is next."""
        await scene.stage.say("stuck")
        token = (await scene.session()).card_token or ""
        scene.stage.world.clock.move(timedelta(days=91))
        assert await scene.send(token, "write") == UNKNOWN
        assert await scene.steps() == []

    @everywhere
    async def test_somebody_elses_button(self, scene: Scene) -> None:
        """Neither a stranger nor a colleague can answer for the person."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        token, person = (await scene.session()).card_token or "", scene.stage
        before, shown = await scene.session(), scene.stage.shown()
        other = await _colleague(scene)
        told = await scene.send(token, "me", by=other)
        assert "I keep nothing about you" in told or FOREIGN in told
        await _make_known(scene, other)
        assert FOREIGN in await scene.send(token, "me", by=other)
        assert await scene.session() == before
        await person.look()
        assert scene.stage.shown()[-len(shown) :] == shown


class TestWhatIsWritten:
    """Answers that are too long, without words, or full of markup."""

    @everywhere
    async def test_forty_thousand_characters(self, scene: Scene) -> None:
        """The limit is said with the number written; nothing is cut or kept; one goes on."""
        await scene.stage.say("stuck")
        await scene.stage.say("x" * 40_000)
        assert "40000 characters; 1000 is the limit" in scene.stage.shown()[-1]
        await scene.stage.press("Write")
        await scene.stage.fill({"text": "y" * 40_000})
        assert scene.stage.form() == ["text"], "the form stays open"
        assert await scene.steps() == []
        assert await scene.words() == []
        await scene.stage.fill({"text": "The budget for the second machine"})
        assert await scene.words() == ["The budget for the second machine"]
        assert scene.count(KIND) == 1

    @everywhere
    async def test_nothing_but_emoji(self, scene: Scene) -> None:
        """A few words are asked for, calmly; the question stands."""
        await scene.stage.say("stuck")
        await scene.stage.say("👍🏽🎉 …!")
        assert "A few words are enough" in scene.stage.shown()[-1]
        await scene.stage.press("Write")
        await scene.stage.fill({"text": "🤷"})
        assert scene.stage.form() == ["text"]
        assert await scene.steps() == []
        await scene.stage.fill({"text": "🎉 ok"})
        assert await scene.words() == ["🎉 ok"]

    @everywhere
    async def test_markup_in_a_commitment_stays_text(self, scene: Scene) -> None:
        """It is read back letter by letter, alarms nobody, links nowhere, is in no summary."""
        hostile = (
            "<!channel> <@U0EVE> <at>Eve</at> I *call* _Ada_ `x` ~y~ **now** "
            "[free](https://evil.example) <https://evil.example|here> &lt;b&gt; # {{DATE(x)}}"
        )
        await _reach_plan(scene)
        await scene.stage.press("Write my commitment")
        await scene.stage.fill({"action": hostile})
        kept = [json.loads(text) for text in await scene.words() if text.startswith("{")]
        assert kept[0]["action"] == hostile
        echoed = [text for text in scene.stage.shown() if "Eve" in text]
        assert echoed, "the commitment is said back"
        _PLAIN[scene.platform](scene.stage)


class TestWhatHappensTwice:
    """Impatient people, repeating platforms, and processes beside each other."""

    @everywhere
    async def test_two_presses_of_one_button_at_once(self, scene: Scene) -> None:
        """One counts; the other one is told where the question stands."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        told = await scene.press_twice("Me")
        assert [sentence for sentence in told if sentence.startswith(STALE)] == told[-1:]
        assert await scene.steps() == ["what", "kind"]
        assert scene.count(ME) == 1
        assert await scene.unsent() == 0

    @everywhere
    async def test_the_same_delivery_again_and_again(self, scene: Scene) -> None:
        """It counts once, and every answer to it is the good one."""
        await scene.stage.say("stuck")
        await scene.deliver_again("The budget")
        assert await scene.steps() == ["what"]
        assert await scene.words() == ["The budget"]
        assert scene.count(KIND) == 1

    @everywhere
    async def test_the_first_delivery_of_somebody_new_twice_at_once(self, scene: Scene) -> None:
        """Nobody becomes two people."""
        await scene.deliver_again("stuck", times=2)
        assert scene.count(BLOCKED) == 1
        assert len(scene.rows()["people"]) == 1

    @in_slack
    async def test_a_form_that_is_sent_twice(self, scene: Scene) -> None:
        """The second one of two impatient presses on Save changes nothing."""
        person = scene.stage.person
        await scene.stage.say("stuck")
        await scene.stage.press("Write")
        sent = [person.submission({"text": "The budget"}) for _ in range(2)]
        answers = await asyncio.gather(*map(person.send_interaction, sent))
        await scene.stage.world.settle()
        assert [answer.status for answer in answers] == [200, 200]
        assert await scene.words() == ["The budget"]
        assert scene.count(KIND) >= 1
        await scene.stage.press("Me")
        assert await scene.steps() == ["what", "kind"]


async def test_two_processes_on_one_database_agree(postgres_database: Database) -> None:
    """Clicks on one button through two engines, forty at once: each question is answered once."""
    clock, chat = Clock(MONDAY), FakeMessenger()
    stores = [postgres_database.open() for _ in range(2)]
    async with AsyncExitStack() as stack:
        worlds = [
            await stack.enter_async_context(world(store, {"fake": chat}, clock)) for store in stores
        ]
        people = [Player(worlds[0], chat, f"U{number}") for number in range(10)]
        for player in people:
            await player.say("stuck")
            await player.say("The budget")
        clicks = [player.pressed("me") for player in people for _ in range(4)]
        replies = await asyncio.gather(
            *(worlds[n % 2].engine.handle(click) for n, click in enumerate(clicks))
        )
        await asyncio.gather(*(one.settle() for one in worlds))
        told = [reply.notice for reply in replies if reply]
        assert sum(sentence.startswith(STALE) for sentence in told) == 30
        for player in people:
            session = await player.session()
            assert session
            assert [answer.step_id for answer in session.answers] == ["what", "kind"]
            assert sum(ME in repr(message) for message in player.messages) == 1
    for store in stores:
        store.close()


class TestASlowDatabase:
    """Another connection holds a lock for longer than the platforms wait."""

    @pytest.mark.parametrize("scene", [*EVERYWHERE, "slack-sqlite"], indirect=True)
    async def test_one_is_told_in_time_and_nothing_is_lost(self, scene: Scene) -> None:
        """One calm sentence within three seconds; what was typed comes again and counts once."""
        await scene.stage.say("stuck")
        await scene.stage.say("The budget")
        before = scene.rows()
        typed = scene.delivery("Information")
        with locked(scene.database):
            started = asyncio.get_running_loop().time()
            async with asyncio.TaskGroup() as group:
                pressed = group.create_task(_PRESSED[scene.platform](scene.stage, "Me"))
                refused = group.create_task(_status(typed()))
            assert asyncio.get_running_loop().time() - started < 3
        assert BUSY[scene.platform] in pressed.result()
        assert refused.result() == 503, "the platform delivers it again, the page offers to"
        assert scene.rows() == before
        assert await typed() == 200
        await scene.settle()
        assert await scene.steps() == ["what", "kind"]
        await scene.stage.press("Never asked")
        assert await scene.steps() == ["what", "kind", "owner"]
        assert scene.count("What is in your hands") == 1


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Hold a lock that every turn needs, from another connection."""
    if database.path:
        other = sqlite3.connect(database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")
            other.close()
    else:
        with psycopg.connect(database.admin) as db:
            db.execute("LOCK TABLE people IN EXCLUSIVE MODE")
            yield
            db.rollback()


async def slack_pressed(stage: SlackStage, label: str) -> str:
    assert (await stage.person.press(label)).status == 200
    return stage.person.whispers[-1].text


async def teams_pressed(stage: TeamsStage, label: str) -> str:
    return (await stage.chat.press(label)).notice


async def playground_pressed(stage: PlaygroundStage, label: str) -> str:
    with pytest.raises(AssertionError) as refused:
        await stage.press(label)
    return str(refused.value)


_PRESSED: Mapping[str, Callable[..., Awaitable[str]]] = {
    "slack": slack_pressed,
    "teams": teams_pressed,
    "playground": playground_pressed,
}


async def _reach_plan(scene: Scene) -> None:
    for said in ("stuck", "The budget", "Me", "Last spring, with Ada", "Do a smaller part"):
        await scene.stage.say(said)


def _slack_is_plain(stage: SlackStage) -> None:
    for message in [*stage.person.messages, *stage.person.whispers]:
        assert "Eve" not in message.text
        for text in _of_kind(message.blocks, "mrkdwn"):
            assert "<" not in text["text"]
        assert {p["type"] for p in _rich_parts(message.blocks)} <= {"text", "emoji"}


def _teams_is_plain(stage: TeamsStage) -> None:
    read = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough"])
    for posted in stage.chat.teams.messages.values():
        assert "Eve" not in posted.activity.get("summary", "")
        assert "<at>" not in json.dumps(posted.activity)
        assert not [e for e in posted.activity.get("entities", []) if e["type"] == "mention"]
        assert "entities" not in posted.card.get("msteams", {})
        for block in nodes(posted.card):
            if block.get("type") == "TextBlock" and "Eve" in block["text"]:
                tokens = [t for line in read.parse(block["text"]) for t in line.children or []]
                kinds = {token.type for token in tokens}
                assert kinds <= {"text", "softbreak", "strong_open", "strong_close"}
                assert "free" in "".join(t.content for t in tokens)


def _page_is_plain(stage: PlaygroundStage) -> None:
    for entry in stage.entries.values():
        if entry.get("message"):
            assert "Eve" not in entry["message"]["summary"]
            spans = [p for p in _parts(entry["message"]["elements"]) if "style" in p]
            assert not [span for span in spans if span.get("link")]


_PLAIN: Mapping[str, Callable[[Any], None]] = {
    "slack": _slack_is_plain,
    "teams": _teams_is_plain,
    "playground": _page_is_plain,
}


def _parts(part: object) -> Iterator[Json]:
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _parts(inner)


def _of_kind(blocks: object, kind: str) -> list[Json]:
    return [part for part in _parts(blocks) if part.get("type") == kind]


def _rich_parts(blocks: list[Json]) -> list[Json]:
    sections = [s for block in _of_kind(blocks, "rich_text") for s in _of_kind(block, "rich_text_section")]
    return [element for section in sections for element in section["elements"]]


async def _status(answered: Awaitable[Answer | int]) -> int:
    answer = await answered
    return answer if isinstance(answer, int) else answer.status


async def _colleague(scene: Scene) -> str:
    if scene.platform != "playground":
        return {"slack": "U0EVE", "teams": "eve"}[scene.platform]
    body = {"name": "Eve", "locale": "en-GB", "zone": "Europe/Paris", "request_id": "eve-1234"}
    async with scene.stage.client.post("/playground/api/people", json=body) as answer:
        return str((await answer.json())["person"]["id"])


async def _make_known(scene: Scene, other: str) -> None:
    if scene.platform == "slack":
        person = scene.stage.slack.person(other, scene.stage.person.client)
        scene.stage.slack.users[other]["locale"] = "en-GB"
        await person.command()
    elif scene.platform == "teams":
        await replace(scene.stage.chat, person=other).say("coach")
    await scene.stage.world.settle()
