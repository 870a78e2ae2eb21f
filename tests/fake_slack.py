"""A small Slack for tests: its Web API on loopback, and people who press, type and fill in.

`async with fake_slack(now=clock) as slack:` serves the Web API at `slack.url`. `slack.calls` is
what it received, `slack.messages` what people see now. `slack.fail_next`, `break_next`,
`slow_next` and `drop_next` script its bad days. `slack.person("U1", client)` gives somebody who
sends signed requests to the bot through a client of its web server. `slack.channel("C1", "U1")`
makes a channel; `slack.invite`, `remove`, `archive` and their like tell the bot of it.
`slack.mail("U1", "ana@example.org")` and `slack.group("S1", "U1")` fill its directory.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

import orjson
from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestServer

from tests.fake_slack_people import SECRET, FakePerson, Sender
from tests.fake_slack_rooms import FakeRooms

TEAM = "T0TEAM"
READS = (
    "conversations.info",
    "conversations.members",
    "usergroups.users.list",
    "users.info",
    "users.list",
    "users.lookupByEmail",
)
"""Methods that take no JSON."""
BOT = "U0BOT"


def _noon() -> datetime:
    return datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Call:
    """One call that the fake received; `at` is the event loop's time."""

    method: str
    body: Mapping[str, Any]
    at: float


@dataclass(slots=True)
class Posted:
    """A message as people see it now; `whispered_to` where only one person does.

    `thread` is the time stamp of the message under which it stands.
    """

    channel: str
    ts: str
    text: str
    blocks: list[dict[str, Any]]
    state: dict[str, dict[str, Any]] = field(default_factory=dict)
    whispered_to: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One bad answer: an error code, a status, a delay, or a connection closed afterwards."""

    kind: Literal["error", "status", "slow", "drop"]
    code: str = ""
    status: int = 0
    seconds: float = 0
    retry_after: int | None = None


class FakeSlack(FakeRooms):
    """State of the fake and the script of its faults."""

    def __init__(self, signing_secret: str, now: Callable[[], datetime]) -> None:
        super().__init__(TEAM, BOT)
        self.url = ""
        self.signing_secret = signing_secret
        self.now = now
        self.headers: dict[str, str] = {}
        self.told: Callable[[], Awaitable[None]] | None = None  # waits for words beside answers
        self.calls: list[Call] = []
        self.messages: dict[tuple[str, str], Posted] = {}
        self.whispers: list[Posted] = []
        self.opened: list[dict[str, Any]] = []
        self.published: dict[str, dict[str, Any]] = {}
        self.modals: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.connections: set[object] = set()
        self._acknowledged: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._triggers: dict[str, str] = {}
        self._spent: set[str] = set()
        self._sockets: list[web.WebSocketResponse] = []
        self._numbers = 0

    # What a test scripts

    def fail_next(
        self, method: str, error: str, *, retry_after: int | None = None, times: int = 1
    ) -> None:
        """Answer `ok: false` to the next calls; `ratelimited` is a 429 with `Retry-After`."""
        self._faults[method].extend([Fault("error", error, retry_after=retry_after)] * times)

    def break_next(self, method: str, status: int = 502, times: int = 1) -> None:
        """Answer with a status and a page in HTML."""
        self._faults[method].extend([Fault("status", status=status)] * times)

    def slow_next(self, method: str, seconds: float, times: int = 1) -> None:
        """Accept the call and answer late."""
        self._faults[method].extend([Fault("slow", seconds=seconds)] * times)

    def drop_next(self, method: str, times: int = 1) -> None:
        """Accept the call and close the connection instead of answering."""
        self._faults[method].extend([Fault("drop")] * times)

    # What a test reads

    def of(self, method: str) -> list[Mapping[str, Any]]:
        """Bodies of all calls of a method, oldest first."""
        return [call.body for call in self.calls if call.method == method]

    def dm(self, user: str) -> str:
        """The id of the bot's direct message with a person."""
        return "D" + user.removeprefix("U")

    def seen_by(self, user: str) -> list[Posted]:
        """Messages in a person's direct message as they are now, oldest first."""
        return [one for one in self.messages.values() if one.channel == self.dm(user)]

    def seen_in(self, channel: str) -> list[Posted]:
        """Messages in a channel as everybody sees them now, threads too, oldest first."""
        return [one for one in self.messages.values() if one.channel == channel]

    def under(self, message: Posted) -> list[Posted]:
        """The thread under a message, oldest first."""
        return [one for one in self.seen_in(message.channel) if one.thread == message.ts]

    def remove_message(self, message: Posted) -> None:
        """Delete a message, as whoever runs the workspace can; Slack does not tell the bot."""
        del self.messages[message.channel, message.ts]

    def person(self, user: str, client: Sender) -> FakePerson:
        """Somebody whose requests reach the bot through a client of its web server."""
        self.user(user)
        self.people.append(FakePerson(self, user, client))
        return self.people[-1]

    def trigger(self, user: str) -> str:
        """A trigger id, good for one view."""
        trigger = f"{self.number()}.trigger.{user}"
        self._triggers[trigger] = user
        return trigger

    def number(self) -> int:
        """The next number, for ids that must differ."""
        self._numbers += 1
        return self._numbers

    async def push(self, payload: Mapping[str, Any], kind: str = "events_api") -> None:
        """Deliver a payload over the open websocket of Socket Mode."""
        envelope = {"type": kind, "envelope_id": f"env{self.number()}", "payload": payload}
        await self._sockets[-1].send_str(orjson.dumps(envelope).decode())

    async def acknowledgement(self) -> dict[str, Any]:
        """Wait for the next acknowledgement over the websocket of Socket Mode."""
        return await asyncio.wait_for(self._acknowledged.get(), 5)

    # The Web API

    async def serve_api(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of the Web API."""
        method = request.match_info["method"]
        body = await _body(request)
        self.connections.add(request.transport)
        self.calls.append(Call(method, body, asyncio.get_running_loop().time()))
        faults = self._faults[method]
        fault = faults.popleft() if faults else None
        if method in READS and request.content_type == "application/json":
            return web.json_response(_no("invalid_arguments"))
        if fault and fault.kind in ("error", "status"):
            return _refusal(fault)
        answer = self._answer(method, body)
        if fault and fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault and fault.kind == "drop" and request.transport:
            request.transport.close()
        return web.json_response(answer, headers=self.headers)

    async def serve_hook(self, request: web.Request) -> web.Response:
        """Take what is sent to a `response_url`; a fault of that name makes it a spent one."""
        if self._faults["response_url"]:
            fault = self._faults["response_url"].popleft()
            return web.Response(status=fault.status, text="used_url")
        body = orjson.loads(await request.read())
        self.respond(request.match_info["user"], body, request.query.get("channel", ""))
        return web.Response(text="ok")

    async def serve_socket(self, request: web.Request) -> web.WebSocketResponse:
        """Serve the websocket of Socket Mode."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str('{"type": "hello"}')
        self._sockets.append(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._acknowledged.put_nowait(orjson.loads(message.data))
        return socket

    def _answer(self, method: str, body: Mapping[str, Any]) -> dict[str, Any]:
        answers: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            "apps.connections.open": self._connection,
            "auth.test": self._identity,
            "chat.delete": self._delete,
            "chat.postEphemeral": self._ephemeral,
            "chat.postMessage": self._post,
            "chat.update": self._update,
            "conversations.info": self.room_info,
            "conversations.members": self.room_members,
            "conversations.open": self._conversation,
            "usergroups.users.list": self.group_users,
            "users.info": self.user_info,
            "users.list": self.user_list,
            "users.lookupByEmail": self.user_with_mail,
            "views.open": self._open,
            "views.publish": self._publish,
            "views.push": self._open,
        }
        if method not in answers:
            return _no("unknown_method")
        return answers[method](body)

    def _connection(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "url": self.url.replace("http://", "ws://", 1) + "socket"}

    def _identity(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "team_id": self.team, "user_id": self.bot, "bot_id": "B0BOT"}

    def _post(self, body: Mapping[str, Any]) -> dict[str, Any]:
        if faults := faults_in(body.get("blocks", []), 50):
            return _no("invalid_blocks", messages=faults)
        to = str(body["channel"])
        channel = self.dm(to) if to.startswith("U") else to
        if wrong := self.wrong_with(channel):
            return _no(wrong)
        message = self._posted(channel, body)
        return {"ok": True, "channel": channel, "ts": message.ts}

    def _posted(self, channel: str, body: Mapping[str, Any]) -> Posted:
        message = Posted(channel, self._ts(), str(body.get("text", "")), _blocks(body))
        thread = str(body.get("thread_ts") or "")
        # What stands under a deleted message keeps its thread; the first answer gets none.
        if any(thread in (one.ts, one.thread) for one in self.seen_in(channel)):
            message.thread = thread
        self.messages[channel, message.ts] = message
        return message

    def _update(self, body: Mapping[str, Any]) -> dict[str, Any]:
        message = self.messages.get((str(body["channel"]), str(body["ts"])))
        if wrong := self.wrong_with(str(body["channel"])):
            return _no("is_inactive" if wrong == "is_archived" else wrong)
        if message is None:
            return _no("message_not_found")
        if faults := faults_in(body.get("blocks", []), 50):
            return _no("invalid_blocks", messages=faults)
        if _rich(message.blocks) and not _rich(_blocks(body)):
            return _no("block_mismatch")
        message.text, message.blocks, message.state = str(body["text"]), _blocks(body), {}
        return {"ok": True, "channel": message.channel, "ts": message.ts}

    def _delete(self, body: Mapping[str, Any]) -> dict[str, Any]:
        key = (str(body["channel"]), str(body["ts"]))
        return {"ok": True} if self.messages.pop(key, None) else _no("message_not_found")

    def _ephemeral(self, body: Mapping[str, Any]) -> dict[str, Any]:
        if wrong := self.wrong_with(str(body["channel"]), str(body["user"])):
            return _no(wrong)
        if faults := faults_in(body.get("blocks", []), 50):
            return _no("invalid_blocks", messages=faults)
        whisper = self._whisper(str(body["user"]), body, str(body["channel"]))
        return {"ok": True, "message_ts": whisper.ts}

    def _conversation(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return {"ok": True, "channel": {"id": self.dm(str(body["users"]))}}

    def _open(self, body: Mapping[str, Any]) -> dict[str, Any]:
        trigger = str(body["trigger_id"])
        if trigger not in self._triggers or trigger in self._spent:
            return _no("trigger_exchanged" if trigger in self._spent else "invalid_trigger_id")
        if faults := faults_in(body["view"]["blocks"], 100):
            return _no("invalid_arguments", messages=faults)
        self._spent.add(trigger)
        view = dict(body["view"]) | {"id": f"V{self.number()}", "team_id": self.team}
        self.opened.append(view)
        self.modals[self._triggers[trigger]].append(view)
        return {"ok": True, "view": view}

    def _publish(self, body: Mapping[str, Any]) -> dict[str, Any]:
        if faults := faults_in(body["view"]["blocks"], 100):
            return _no("invalid_arguments", messages=faults)
        self.published[str(body["user_id"])] = dict(body["view"])
        return {"ok": True, "view": dict(body["view"])}

    def _whisper(self, user: str, body: Mapping[str, Any], channel: str) -> Posted:
        whisper = Posted(channel, self._ts(), str(body.get("text", "")), _blocks(body))
        whisper.whispered_to, whisper.thread = user, str(body.get("thread_ts") or "")
        self.whispers.append(whisper)
        return whisper

    def respond(self, user: str, body: Mapping[str, Any], channel: str) -> None:
        """Show an acknowledgement or response: to everybody if it says so, else to the person."""
        if body.get("response_type") == "in_channel":
            self._posted(channel, body)
        else:
            self._whisper(user, body, channel)

    def _ts(self) -> str:
        return f"{int(self.now().timestamp())}.{self.number():06d}"


@asynccontextmanager
async def fake_slack(
    *, signing_secret: str = SECRET, now: Callable[[], datetime] = _noon
) -> AsyncIterator[FakeSlack]:
    """Serve the fake on a free port of loopback."""
    slack = FakeSlack(signing_secret, now)
    app = web.Application()
    app.router.add_get("/api/socket", slack.serve_socket)
    app.router.add_route("*", "/api/{method}", slack.serve_api)
    app.router.add_post("/hook/{user}", slack.serve_hook)
    async with TestServer(app) as server:
        slack.url = str(server.make_url("/api/"))
        yield slack


def faults_in(blocks: list[dict[str, Any]], most: int) -> list[str]:
    """Name what Slack would refuse and its published schemas do not say."""
    faults = [f"{len(blocks)} blocks"] if len(blocks) > most else []
    for what in ("action_id", "block_id"):
        ids = list(_values(blocks, what, inside_fields=what == "block_id"))
        faults += [f"{what} {one} twice" for one in {one for one in ids if ids.count(one) > 1}]
    faults += ["an empty text" for text in _values(blocks, "text") if text == ""]
    faults += ["an empty list" for options in _values(blocks, "options") if options == []]
    faults += ["an empty row" for row in _values(blocks, "elements") if row == []]
    return faults


def _values(part: object, name: str, *, inside_fields: bool = True) -> Iterator[Any]:
    if isinstance(part, list):
        for one in part:
            yield from _values(one, name, inside_fields=inside_fields)
    elif isinstance(part, dict):
        if name in part and (inside_fields or part.get("type") != "input"):
            yield part[name]
        for key, value in part.items():
            # Fields of a form share one action id: their block ids tell them apart.
            if inside_fields or not (key == "element" and part.get("type") == "input"):
                yield from _values(value, name, inside_fields=inside_fields)


def _rich(blocks: list[dict[str, Any]]) -> bool:
    return any(block["type"] == "rich_text" for block in blocks)


def _blocks(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(body.get("blocks") or [])


def _no(error: str, **more: object) -> dict[str, Any]:
    return {"ok": False, "error": error, **more}


def _refusal(fault: Fault) -> web.Response:
    if fault.kind == "status":
        return web.Response(status=fault.status, text="<html>", content_type="text/html")
    if fault.code != "ratelimited":
        return web.json_response(_no(fault.code))
    headers = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
    return web.json_response(_no("ratelimited"), status=429, headers=headers)


async def _body(request: web.Request) -> dict[str, Any]:
    body: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body |= orjson.loads(await request.read() or b"{}")
    else:
        body |= dict(await request.post())
    return body
