"""A Bot Connector on loopback, its OpenID provider, and people who use Teams.

`teams.calls` is the ledger of what the bot sent, `teams.messages` what stands in the chats
now. Faults are scripted one request at a time. A person acts in their one-to-one chat, and
through `chat.in_room(room)` in a channel or group chat.
"""

import asyncio
import itertools
import json
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import unquote

import aiohttp
import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.fake_teams_rooms import TENANT, THREAD, Room, room_of
from tests.teams_reading import Json, button, sent_by, texts

__all__ = ["APP_ID", "BOT_ID", "TENANT", "Answer", "Chat", "FakeTeams", "Fault", "Posted", "Room"]

APP_ID = "11111111-2222-3333-4444-555555555555"
BOT_ID = f"28:{APP_ID}"
CARD = "application/vnd.microsoft.card.adaptive"


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot."""

    method: str
    path: str
    body: Json
    token: str
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """What the service does instead of answering, or before."""

    status: int = 0
    code: str = ""
    retry_after: str = ""
    drops: bool = False
    delay: float = 0


@dataclass(slots=True)
class Posted:
    """A message as it stands in a chat.

    `own` are the cards that some people see in its place, after they pressed.
    """

    id: str
    conversation: str
    activity: Json
    own: dict[str, Json] = field(default_factory=dict)

    @property
    def card(self) -> Json:
        """The card that is shown."""
        card: Json = self.activity["attachments"][0]["content"]
        return card

    @property
    def thread(self) -> str:
        """The thread it stands in or, in a channel, begins."""
        return self.conversation if THREAD in self.conversation else self._begins()

    def seen_by(self, person: str) -> Json:
        """Return the card that somebody sees."""
        return self.own.get(person, self.card)

    def _begins(self) -> str:
        in_channel = self.conversation.endswith(".tacv2")
        return f"{self.conversation}{THREAD}{self.id}" if in_channel else self.conversation


@dataclass(slots=True)
class Entra:
    """The identity provider's side of the bot's own token: counts what it is asked."""

    asked: list[bool] = field(default_factory=list)
    answer: Json = field(default_factory=dict)

    def __call__(self, *, anew: bool) -> Mapping[str, Any]:
        """Answer with a token numbered by request, or with what the test wants."""
        self.asked.append(anew)
        return self.answer or {"access_token": f"token-{len(self.asked)}", "expires_in": 3600}


class FakeTeams:
    """The service's side."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.messages: dict[str, Posted] = {}
        self.faults: deque[Fault] = deque()
        self.unknown: set[str] = set()
        self.rooms: dict[str, Room] = {}
        self.without_app: set[str] = set()  # people whose one-to-one chat can't be created
        self.accepts: str | None = None  # the only token accepted; None: no matter which
        self.key_fetches = 0
        self.keys_work = True
        self.entra = Entra()
        self.signing = "first"
        self._ids = itertools.count(1)

    @property
    def service_url(self) -> str:
        """What activities carry, with the slash at the end that Teams puts there."""
        return f"{self.url}/emea/"

    @property
    def openid_url(self) -> str:
        """Where the signing keys are announced."""
        return f"{self.url}/openid"

    def fail(self, status: int, code: str = "", retry_after: str = "", times: int = 1) -> None:
        """Refuse the next requests."""
        self.faults.extend([Fault(status, code, retry_after)] * times)

    def drop(self, times: int = 1) -> None:
        """Take the next requests, then break the connection."""
        self.faults.extend([Fault(drops=True)] * times)

    def stall(self, seconds: float) -> None:
        """Answer the next request late."""
        self.faults.append(Fault(delay=seconds))

    def posts(self) -> list[Json]:
        """Return the activities that were posted, oldest first."""
        return [
            call.body
            for call in self.calls
            if call.method == "POST" and call.path.endswith("/activities")
        ]

    def last(self, conversation: str | None = None) -> Posted:
        """Return the newest message."""
        every = self.messages.values()
        found = [m for m in every if conversation in (None, room_of(m.conversation))]
        assert found, "nothing was posted"
        return found[-1]

    def room(self, *people: str, name: str = "room", kind: str = "channel") -> Room:
        """Open a channel, or a group chat, in which the bot is with some people."""
        end = "tacv2" if kind == "channel" else "v2"
        room = Room(f"19:{name}@thread.{end}", kind).add(*people)
        self.rooms[room.id] = room
        return room

    def take_away(self, posted: Posted) -> None:
        """Let somebody delete a message of the bot."""
        del self.messages[posted.id]

    def token(self, **changes: object) -> str:
        """Sign a token as the Connector does, or with something wrong in it."""
        key, algorithm = str(changes.pop("key", "first")), str(changes.pop("algorithm", "RS256"))
        key_id = str(changes.pop("kid", key))
        issued = datetime.now(UTC)  # noqa: TID251 - PyJWT judges the time by the real clock
        claims = {
            "iss": "https://api.botframework.com",
            "aud": APP_ID,
            "serviceurl": self.service_url,
            "nbf": issued - timedelta(minutes=5),
            "exp": issued + timedelta(hours=1),
        }
        claims |= {"exp": issued - timedelta(hours=1)} if changes.pop("expired", False) else {}
        claims = {name: value for name, value in (claims | changes).items() if value is not None}
        secrets: dict[str, Any] = {"HS256": "x" * 32, "none": None}
        secret = secrets.get(algorithm, _key(key))
        return jwt.encode(claims, secret, algorithm=algorithm, headers={"kid": key_id})

    def chat(self, http: aiohttp.ClientSession, bot_url: str, **who: Any) -> "Chat":
        """Seat a person in front of the bot; `who` are fields of `Chat`."""
        return Chat(self, http, bot_url, **who)

    def routes(self) -> list[web.RouteDef]:
        """Return what the service answers to."""
        conversation = "/emea/v3/conversations/{conversation}"
        activities = f"{conversation}/activities"
        return [
            web.get("/openid", self._openid),
            web.get("/keys", self._keys),
            web.post("/emea/v3/conversations", self._create),
            web.post(activities, self._post),
            web.put(f"{activities}/{{activity}}", self._put),
            web.delete(f"{activities}/{{activity}}", self._delete),
            web.get(f"{conversation}/pagedmembers", self._members),
            web.get(f"{conversation}/members/{{member}}", self._member),
        ]

    @web.middleware
    async def disturbed(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Write the ledger, then let the next fault happen."""
        if not request.path.startswith("/emea/"):
            answer: web.StreamResponse = await handler(request)
            return answer
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        body = json.loads(await request.text() or "{}")
        path, query = unquote(request.path), dict(request.query)
        self.calls.append(Call(request.method, path, body, token, query))
        fault = self.faults.popleft() if self.faults else Fault()
        await asyncio.sleep(fault.delay)
        if fault.status:
            return _refused(fault.status, fault.code, fault.retry_after)
        if self.accepts is not None and token != self.accepts:
            return _refused(401, "BotNotRegistered")
        answer = self._refusal(request) or await handler(request)
        if fault.drops and request.transport:
            request.transport.close()
        return answer

    async def _create(self, request: web.Request) -> web.Response:
        member = (await request.json())["members"][0]["id"]
        if member in self.without_app:
            return _refused(403, "ForbiddenOperationException")
        return web.json_response({"id": f"a:{member}:{next(self._ids)}"}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        conversation = request.match_info["conversation"]
        if conversation in self.unknown:
            return _refused(404, "ConversationNotFound")
        posted = Posted(f"m{next(self._ids)}", conversation, await request.json())
        self.messages[posted.id] = posted
        return web.json_response({"id": posted.id}, status=201)

    async def _put(self, request: web.Request) -> web.Response:
        posted = self.messages.get(request.match_info["activity"])
        if posted is None:
            return _refused(404, "ActivityNotFoundInConversation")
        posted.activity, posted.own = await request.json(), {}
        return web.json_response({"id": posted.id})

    async def _delete(self, request: web.Request) -> web.Response:
        if not self.messages.pop(request.match_info["activity"], None):
            return _refused(404, "ActivityNotFoundInConversation")
        return web.Response()

    async def _members(self, request: web.Request) -> web.Response:
        size, token = int(request.query["pageSize"]), request.query.get("continuationToken", "")
        return web.json_response(self._room(request).page(size, token))

    async def _member(self, request: web.Request) -> web.Response:
        found = self._room(request).member(request.match_info["member"])
        return web.json_response(found) if found else _refused(404, "MemberNotFoundInConversation")

    def _refusal(self, request: web.Request) -> web.Response | None:
        room = self.rooms.get(room_of(request.match_info.get("conversation", "")))
        refused = room.refused() if room else None
        return _refused(*refused) if refused else None

    def _room(self, request: web.Request) -> Room:
        return self.rooms[request.match_info["conversation"]]

    async def _openid(self, _request: web.Request) -> web.Response:
        self.key_fetches += 1
        if not self.keys_work:
            return web.Response(status=500)
        return web.json_response({"jwks_uri": f"{self.url}/keys"})

    async def _keys(self, _request: web.Request) -> web.Response:
        public = RSAAlgorithm.to_jwk(_key(self.signing).public_key(), as_dict=True)
        return web.json_response(
            {"keys": [{**public, "kid": self.signing, "endorsements": ["msteams"]}]}
        )


@dataclass(slots=True)
class Answer:
    """What the bot answered to one activity."""

    status: int
    body: Json

    @property
    def notice(self) -> str:
        """The sentence shown to the person."""
        task = self.body.get("task", {})
        value = task.get("value") if task else self.body.get("value")
        return value if isinstance(value, str) else ""

    @property
    def card(self) -> Json:
        """The card that was answered, in a dialog or in the message's place."""
        if self.body.get("type") == CARD:
            return dict(self.body["value"])
        return dict(self.body["task"]["value"]["card"]["content"])


@dataclass(slots=True)
class Chat:
    """A person in Teams, in the one-to-one chat unless there is a room."""

    teams: FakeTeams
    http: aiohttp.ClientSession
    bot_url: str
    person: str = "ada"
    locale: str = "en-US"
    zone: str = "Europe/Paris"
    tenant: str = TENANT
    room: Room | None = None
    authenticated: bool = False
    dialog: Json = field(default_factory=dict)
    _dialog_in: str = ""
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def in_room(self, room: Room) -> "Chat":
        """Return the same person in a channel or group chat."""
        return replace(self, room=room, dialog={})

    @property
    def kind(self) -> str:
        """Where it is: personal, channel or groupChat."""
        return self.room.kind if self.room else "personal"

    @property
    def conversation(self) -> str:
        """The chat's id."""
        return self.room.id if self.room else f"a:{self.person}"

    @property
    def messages(self) -> list[Posted]:
        """What the bot has said here, threads and chats created by the bot included."""
        return [m for m in self.teams.messages.values() if self._is_here(m.conversation)]

    @property
    def posted(self) -> Posted:
        """The newest message of this chat."""
        assert self.messages, "nothing was posted here"
        return self.messages[-1]

    @property
    def card(self) -> Json:
        """The newest card, as this person sees it."""
        return self.posted.seen_by(self.person)

    def read(self) -> str:
        """Return everything that can be read on the newest card."""
        return "\n".join(texts(self.card))

    async def say(self, text: str, **more: object) -> Answer:
        """Write a message; in a room to the bot, by mentioning it."""
        if self.room and "entities" not in more:
            called = {"id": BOT_ID, "name": "Déclic"}
            mention = {"type": "mention", "text": "<at>Déclic</at>", "mentioned": called}
            text, more = f"<at>Déclic</at> {text}", {"entities": [mention], **more}
        return await self.send(self.activity("message", text=text, textFormat="plain", **more))

    async def install(self) -> Answer:
        """Add the bot: Teams tells it twice."""
        added = [{"id": BOT_ID}]
        if self.room:
            self.room.has_bot = True
        else:
            added.append({"id": f"29:{self.person}"})
        await self._changed(membersAdded=added)
        return await self.send(self.activity("installationUpdate", action="add"))

    async def remove(self) -> Answer:
        """Take the bot away; of a room Teams tells that twice too."""
        if self.room:
            self.room.has_bot = False
            await self._changed(membersRemoved=[{"id": BOT_ID}])
        return await self.send(self.activity("installationUpdate", action="remove"))

    async def bring(self, *people: str, **more: str) -> Answer:
        """Add people to the room; `more` as for `Room.add`."""
        assert self.room
        self.room.add(*people, **more)
        return await self._changed(membersAdded=_accounts(people))

    async def lead_out(self, *people: str) -> Answer:
        """Take people out of the room, or leave it."""
        assert self.room
        self.room.take(people)
        return await self._changed(membersRemoved=_accounts(people))

    async def change(self, event: str) -> Answer:
        """Rename, archive, delete or restore the channel or its team, such as `channelDeleted`.

        Teams tells it in the team's first channel.
        """
        assert self.room
        self.room.change(event)
        of_channel = {"channel": {"id": self.room.id}} if event.startswith("channel") else {}
        told = {"tenant": {"id": self.tenant}, "eventType": event, **of_channel}
        return await self._changed(channelData=told)

    async def press(self, label: str, **values: str) -> Answer:
        """Press a button of the newest card that has it; inputs are filled by name or label."""
        posted = self._with(label)
        card = posted.seen_by(self.person)
        pressed = button(card, label)
        data = sent_by(card, pressed, values)
        if pressed["type"] == "Action.Submit":
            return await self._fetch(data, posted)
        action = {"type": "Action.Execute", "verb": pressed["verb"], "data": data}
        value = {"action": action, "trigger": "manual"}
        answer = await self.invoke("adaptiveCard/action", value, posted.id, posted.thread)
        if answer.body.get("type") == CARD:
            self._see(posted, answer.body["value"])
        return answer

    async def press_old(self, label: str, **values: str) -> Answer:
        """Press a button in a client without invokes: its fallback arrives as a message."""
        posted = self._with(label)
        card = posted.seen_by(self.person)
        pressed = button(card, label)
        data = sent_by(card, pressed.get("fallback", pressed), values)
        activity = self.activity("message", value=data, replyToId=posted.id)
        activity["conversation"]["id"] = posted.thread
        return await self.send(activity)

    async def submit(self, **values: str) -> Answer:
        """Send the open dialog; inputs are filled by name or label."""
        assert self.dialog, "no dialog is open"
        pressed = next(b for b in self.dialog["body"][-1]["actions"])
        data = sent_by(self.dialog, pressed, values)
        value = {"data": data, "context": {"theme": "default"}}
        return self._shown(await self.invoke("task/submit", value, thread=self._dialog_in))

    async def invoke(self, name: str, value: Json, replied: str = "", thread: str = "") -> Answer:
        """Send an invoke, from a thread or from the chat as a whole."""
        more = {"replyToId": replied} if replied else {}
        activity = self.activity("invoke", name=name, value=value, **more)
        activity["conversation"]["id"] = thread or self.conversation
        return await self.send(activity)

    async def send(self, activity: Json, token: str | None = None) -> Answer:
        """Post an activity, with a good token where the chat is authenticated."""
        headers = {}
        if self.authenticated or token is not None:
            headers["Authorization"] = f"Bearer {token or self.teams.token()}"
        async with self.http.post(
            f"{self.bot_url}/api/messages", json=activity, headers=headers
        ) as answer:
            written = await answer.read()
            return Answer(answer.status, json.loads(written) if written[:1] == b"{" else {})

    def activity(self, kind: str, **more: object) -> Json:
        """Make an activity of this person, as Teams writes it."""
        number = f"{1700000000000 + next(self._ids)}"
        begins = kind == "message" and self.kind == "channel"
        return {
            "type": kind,
            "id": number,
            "timestamp": "2026-11-23T09:00:00.000Z",
            "localTimezone": self.zone,
            "locale": self.locale,
            "channelId": "msteams",
            "serviceUrl": self.teams.service_url,
            "from": {"id": f"29:{self.person}", "aadObjectId": f"aad-{self.person}"},
            "recipient": {"id": BOT_ID, "name": "Déclic"},
            "conversation": {
                "id": f"{self.conversation}{THREAD}{number}" if begins else self.conversation,
                "conversationType": self.kind,
                "tenantId": self.tenant,
            },
            "entities": [{"type": "clientInfo", "locale": self.locale, "timezone": self.zone}],
            "channelData": {"tenant": {"id": self.tenant}},
            **more,
        }

    async def _changed(self, **more: object) -> Answer:
        return await self.send(self.activity("conversationUpdate", **more))

    async def _fetch(self, data: Json, posted: Posted) -> Answer:
        value = {"data": data, "context": {"theme": "default"}}
        self._dialog_in = posted.thread
        return self._shown(await self.invoke("task/fetch", value, posted.id, posted.thread))

    def _shown(self, answer: Answer) -> Answer:
        goes_on = answer.body.get("task", {}).get("type") == "continue"
        self.dialog = answer.card if goes_on else {}
        return answer

    def _see(self, posted: Posted, card: Json) -> None:
        """In a room the answered card is seen by the one who pressed alone, until an update."""
        if self.room:
            posted.own[self.person] = card
        else:
            posted.activity["attachments"][0]["content"] = card

    def _is_here(self, conversation: str) -> bool:
        if room_of(conversation) == self.conversation:
            return True
        created = (f"a:29:{self.person}:", f"a:aad-{self.person}:")
        return self.room is None and conversation.startswith(created)

    def _with(self, label: str) -> Posted:
        for posted in reversed(self.messages):
            if f'"title": {json.dumps(label)}' in json.dumps(posted.seen_by(self.person)):
                return posted
        return self.posted


@asynccontextmanager
async def fake_connector() -> AsyncIterator[FakeTeams]:
    """Run the service on loopback."""
    teams = FakeTeams()
    app = web.Application(middlewares=[teams.disturbed])
    app.add_routes(teams.routes())
    async with TestServer(app, host="127.0.0.1") as server:
        teams.url = str(server.make_url("")).rstrip("/")
        yield teams


@cache
def _key(name: str) -> rsa.RSAPrivateKey:  # noqa: ARG001 - each name has its own key
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _accounts(people: Iterable[str]) -> list[Json]:
    return [{"id": f"29:{person}", "aadObjectId": f"aad-{person}"} for person in people]


def _refused(status: int, code: str, retry_after: str = "") -> web.Response:
    headers = {"Retry-After": retry_after} if retry_after else {}
    return web.json_response({"error": {"code": code}}, status=status, headers=headers)
