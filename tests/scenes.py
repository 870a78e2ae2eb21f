"""Stages for bad days: requests that nobody sends by hand, and faults of the platforms.

A scene is a stage on a database of its own. Its `hands` do on each platform what a person, a
client or the platform itself may do wrong.
"""

import asyncio
import copy
import itertools
import json
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import orjson
import psycopg
from markdown_it import MarkdownIt

from bot.people import Coachee
from bot.sessions import Session
from storage.store import Store
from tests.databases import Database
from tests.fake_slack import Posted
from tests.fake_slack_people import Signed, as_event
from tests.fake_teams import Fault
from tests.fake_teams import Posted as PostedCard
from tests.stage import Stage
from tests.stage_playground import PlaygroundStage
from tests.stage_slack import SlackStage
from tests.stage_teams import TeamsStage
from tests.teams_reading import button, nodes, sent_by, texts
from tests.traces import rows

Json = dict[str, Any]
S = TypeVar("S", bound=Stage)

Delivery = Callable[[], Awaitable[int]]
"""Sends one message, the same one each time; returns the status that is answered."""

Press = Callable[[str], Awaitable[None]]
"""Presses a label of one certain message, as it stood there."""

_IDS = itertools.count(1)


class Hands(ABC, Generic[S]):
    """What can go wrong on a stage. `busy` is what a person reads when the database is slow."""

    busy = ""

    def __init__(self, stage: S) -> None:
        self.stage = stage

    @abstractmethod
    async def make_up(self, token: str, option: str, by: str = "") -> str:
        """Press a button as anybody can make one up; return the sentence that is answered."""

    @abstractmethod
    async def press(self, label: str) -> str:
        """Press a button without waiting; return the sentence that is answered, or nothing."""

    @abstractmethod
    def delivery(self, text: str) -> Delivery:
        """Make a message that can be delivered more than once."""

    @abstractmethod
    async def colleague(self) -> str:
        """Name somebody else whom the bot does not know, or on the page has just met."""

    @abstractmethod
    async def meet(self, other: str) -> None:
        """Let that somebody come to the bot."""

    @abstractmethod
    def check_plain(self, word: str) -> None:
        """Fail if a text with the word is anything but text, or in any notification."""

    def trouble(self, kind: str) -> None:
        """Let the next post meet a `limit` of 30 s, a `broken` server or get `lost`."""
        raise NotImplementedError

    def copies(self, text: str) -> list[Press]:
        """Find the messages with a text, each as something to press."""
        raise NotImplementedError

    def delete(self, text: str) -> None:
        """Take the one message with a text away, as an administrator may."""
        raise NotImplementedError


class SlackHands(Hands[SlackStage]):
    """Bad days in Slack."""

    busy = "I am busy right now. Nothing was changed; please press again in a moment."

    async def make_up(self, token: str, option: str, by: str = "") -> str:
        """Change the value of a button that is there."""
        mine = self.stage.person
        person = self.stage.slack.person(by, mine.client) if by else mine
        payload = mine.pressed("Help")
        payload["actions"][0]["value"] = orjson.dumps({"t": token, "o": option}).decode()
        payload["user"]["id"] = person.user
        payload["response_url"] = payload["response_url"].replace(mine.user, person.user)
        assert (await person.send_interaction(payload)).status == 200
        return person.whispers[-1].text if person.whispers else ""

    async def press(self, label: str) -> str:
        """Return what was whispered meanwhile."""
        before = len(self.stage.person.whispers)
        assert (await self.stage.person.press(label)).status == 200
        return "".join(one.text for one in self.stage.person.whispers[before:][:1])

    def delivery(self, text: str) -> Delivery:
        """Repeat with the headers that Slack adds."""
        person, now = self.stage.person, self.stage.slack.now()
        request = as_event(person.envelope(person.words(text)), person.slack.signing_secret, now)
        retries = itertools.count()

        async def deliver() -> int:
            retry = {"X-Slack-Retry-Num": f"{next(retries)}", "X-Slack-Retry-Reason": "http_error"}
            return (await person.send(Signed(request.body, {**request.headers, **retry}))).status

        return deliver

    async def colleague(self) -> str:
        """Name somebody of the same workspace."""
        return "U0EVE"

    async def meet(self, other: str) -> None:
        """Let them type the command."""
        person = self.stage.slack.person(other, self.stage.person.client)
        self.stage.slack.users[other]["locale"] = "en-GB"
        await person.command()
        await self.stage.world.settle()

    def check_plain(self, word: str) -> None:
        """Look for markup in mrkdwn, and for elements that are more than text."""
        for message in [*self.stage.person.messages, *self.stage.person.whispers]:
            assert word not in message.text
            assert not [t for t in _of_kind(message.blocks, "mrkdwn") if "<" in t["text"]]
            rich = _of_kind(message.blocks, "rich_text_section")
            kinds = {element["type"] for section in rich for element in section["elements"]}
            assert kinds <= {"text"}

    def trouble(self, kind: str) -> None:
        """Script the fake's next post."""
        match kind:
            case "limit":
                self.stage.slack.fail_next("chat.postMessage", "ratelimited", retry_after=30)
            case "broken":
                self.stage.slack.break_next("chat.postMessage", 503)
            case "lost":
                self.stage.slack.drop_next("chat.postMessage")

    def copies(self, text: str) -> list[Press]:
        """Remember each message as it is now."""
        return [self._copied(replace(posted)) for posted in self._with(text)]

    def delete(self, text: str) -> None:
        """Forget the message."""
        (posted,) = self._with(text)
        del self.stage.slack.messages[posted.channel, posted.ts]

    def _with(self, text: str) -> list[Posted]:
        return [one for one in self.stage.person.messages if text in repr(one.blocks)]

    def _copied(self, seen: Posted) -> Press:
        async def press(label: str) -> None:
            slack = self.stage.slack
            every, slack.messages = slack.messages, {(seen.channel, seen.ts): seen}
            payload = self.stage.person.pressed(label)
            slack.messages = every
            assert (await self.stage.person.send_interaction(payload)).status == 200

        return press


class TeamsHands(Hands[TeamsStage]):
    """Bad days in Teams."""

    busy = "That took too long, and nothing was changed. Please press again."

    async def make_up(self, token: str, option: str, by: str = "") -> str:
        """Send the data of a button that is not there."""
        chat = replace(self.stage.chat, person=by) if by else self.stage.chat
        value = _executed({"t": token, "o": option})
        answer = await chat.invoke("adaptiveCard/action", value, self.stage.chat.posted.id)
        assert answer.status == 200
        return answer.notice

    async def press(self, label: str) -> str:
        """Return what the invoke was answered."""
        answer = await self.stage.chat.press(label)
        assert answer.status == 200
        return answer.notice

    def delivery(self, text: str) -> Delivery:
        """Repeat the activity."""
        activity = self.stage.chat.activity("message", text=text, textFormat="plain")

        async def deliver() -> int:
            return (await self.stage.chat.send(activity)).status

        return deliver

    async def colleague(self) -> str:
        """Name somebody of the same tenant."""
        return "eve"

    async def meet(self, other: str) -> None:
        """Let them write."""
        await replace(self.stage.chat, person=other).say("coach")
        await self.stage.world.settle()

    def check_plain(self, word: str) -> None:
        """Read every text as a client does, with mentions and HTML where they are understood."""
        read = MarkdownIt("commonmark", {"html": True}).enable(["strikethrough"])
        for posted in self.stage.chat.teams.messages.values():
            assert word not in posted.activity.get("summary", "")
            assert "<at>" not in json.dumps(posted.activity)
            assert not posted.activity.get("entities")
            assert "entities" not in posted.card.get("msteams", {})
            for block in nodes(posted.card):
                if block.get("type") == "TextBlock" and word in block["text"]:
                    tokens = [t for line in read.parse(block["text"]) for t in line.children or []]
                    kinds = {token.type for token in tokens}
                    assert kinds <= {"text", "softbreak", "strong_open", "strong_close"}

    def trouble(self, kind: str) -> None:
        """Script the fake: the first call renews the answered card, the second one posts."""
        match kind:
            case "limit":
                self.stage.chat.teams.fail(429, "Throttled", "30")
            case "broken":
                self.stage.chat.teams.faults.extend([Fault(), Fault(502)])
            case "lost":
                self.stage.chat.teams.faults.extend([Fault(), Fault(drops=True)])

    def copies(self, text: str) -> list[Press]:
        """Remember each card as it is now."""
        return [self._copied(one.id, copy.deepcopy(one.card)) for one in self._with(text)]

    def delete(self, text: str) -> None:
        """Forget the message."""
        (posted,) = self._with(text)
        del self.stage.chat.teams.messages[posted.id]

    def _with(self, text: str) -> list[PostedCard]:
        every = self.stage.chat.teams.messages.values()
        return [one for one in every if text in "\n".join(texts(one.card))]

    def _copied(self, activity_id: str, card: Json) -> Press:
        async def press(label: str) -> None:
            value = _executed(sent_by(card, button(card, label), {}))
            answer = await self.stage.chat.invoke("adaptiveCard/action", value, activity_id)
            assert answer.status == 200

        return press


class PageHands(Hands[PlaygroundStage]):
    """Bad days on the playground's page."""

    busy = "busy"

    async def make_up(self, token: str, option: str, by: str = "") -> str:
        """Send what the page would not."""
        body = {"token": token, "option": option}
        return await self._told(f"{by or self.stage.person}/click", body)

    async def press(self, label: str) -> str:
        """Return the notice, or the word of a refusal."""
        for _, entry_id, elements in self.stage._newest_first():
            for element in elements:
                for option in element.get("options", []):
                    if option["label"] == label:
                        body = {"token": element["token"], "option": option["id"]}
                        path = f"{self.stage.person}/click"
                        return await self._told(path, body | {"message": entry_id})
        raise AssertionError(f"nothing here is called {label!r}")

    def delivery(self, text: str) -> Delivery:
        """Repeat the request."""
        body = {"text": text, "request_id": f"raw-request-{next(_IDS)}"}

        async def deliver() -> int:
            path = f"/playground/api/people/{self.stage.person}/say"
            async with self.stage.client.post(path, json=body) as answer:
                return answer.status

        return deliver

    async def colleague(self) -> str:
        """Add somebody else; that opens their chat at once."""
        body = {"name": "Eve", "locale": "en-GB", "zone": "Europe/Paris"}
        body["request_id"] = f"raw-request-{next(_IDS)}"
        async with self.stage.client.post("/playground/api/people", json=body) as answer:
            return str((await answer.json())["person"]["id"])

    async def meet(self, other: str) -> None:
        """Do nothing: they have met."""

    def check_plain(self, word: str) -> None:
        """Look for links; the page itself writes nothing but text."""
        for entry in self.stage.entries.values():
            if message := entry.get("message"):
                assert word not in message["summary"]
                assert not [part for part in _parts(message["elements"]) if part.get("link")]

    async def _told(self, path: str, body: Json) -> str:
        asked = {"request_id": f"raw-request-{next(_IDS)}", **body}
        async with self.stage.client.post(f"/playground/api/people/{path}", json=asked) as answer:
            told = await answer.json()
            return str(told.get("notice") or told.get("error") or "")


_HANDS: dict[str, Callable[[Any], Hands[Any]]] = {
    "slack": SlackHands,
    "teams": TeamsHands,
    "playground": PageHands,
}


@dataclass
class Scene:
    """A stage on its database; what is kept and what can be read."""

    platform: str
    stage: Any
    store: Store
    database: Database

    def __post_init__(self) -> None:
        self.hands = _HANDS[self.platform](self.stage)

    # what is kept

    def rows(self) -> dict[str, list[str]]:
        """Everything in the database."""
        return rows(self.store)

    async def me(self) -> Coachee:
        """The person as the store knows them."""
        found: Coachee | None = await self.stage.me()
        assert found
        return found

    async def session(self) -> Session:
        """The person's first session that is about a blocker."""
        me = await self.me()
        found: list[Session] = await self.stage.world.look(lambda uow: uow.sessions.of(me.id))
        return next(one for one in found if one.programme_id == "unblock")

    async def steps(self) -> list[str]:
        """What was answered, once for each answer."""
        return [answer.step_id for answer in (await self.session()).answers]

    async def words(self) -> list[str]:
        """What the person wrote and the store keeps."""
        me = await self.me()
        found = await self.stage.world.look(lambda uow: uow.words.of(me.id))
        return [text for _, _, text, _ in found]

    async def ledger(self) -> set[str]:
        """What became of planned messages, and why."""
        me = await self.me()
        entries = await self.stage.world.look(lambda uow: uow.ledger.of(me.id, 20))
        return {f"{entry.outcome}:{entry.reason}" for entry in entries}

    async def unsent(self) -> int:
        """How many rows of the outbox wait."""
        me = await self.me()
        return int(await self.stage.world.look(lambda uow: uow.outbox.pending(me.id)))

    # what can be read and done

    def count(self, text: str) -> int:
        """In how many messages of the chat a text stands now."""
        return sum(text in message for message in self.stage.shown())

    async def settle(self) -> None:
        """Wait until everything is sent, and look."""
        await self.stage.world.settle()
        await self.stage.look()

    async def make_up(self, token: str, option: str, by: str = "") -> str:
        """Press a made-up button and wait."""
        told = await self.hands.make_up(token, option, by)
        await self.settle()
        return told

    async def press_twice(self, label: str) -> list[str]:
        """Press a button twice at once; return the sentences that are answered."""
        told = await asyncio.gather(self.hands.press(label), self.hands.press(label))
        await self.settle()
        return [sentence for sentence in told if sentence]

    async def deliver_again(self, text: str, times: int = 3) -> None:
        """Let one message arrive several times, the first two at once."""
        deliver = self.hands.delivery(text)
        statuses = [*await asyncio.gather(deliver(), deliver())]
        statuses += [await deliver() for _ in range(times - 2)]
        assert set(statuses) == {200}
        await self.settle()


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


def _executed(data: Json) -> Json:
    action = {"type": "Action.Execute", "verb": "press", "data": data}
    return {"action": action, "trigger": "manual"}


def _parts(part: object) -> Iterator[Json]:
    if isinstance(part, dict):
        yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _parts(inner)


def _of_kind(blocks: object, kind: str) -> list[Json]:
    return [part for part in _parts(blocks) if part.get("type") == kind]
