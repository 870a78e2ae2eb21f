"""A Bot Connector on loopback: chats, channels, its OpenID provider, faults, and a ledger."""

import asyncio
import itertools
import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import unquote

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.fake_teams_rooms import THREAD, Room, person_in, room_of
from tests.teams_reading import Json

APP_ID = "11111111-2222-3333-4444-555555555555"
BOT_ID = f"28:{APP_ID}"


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
    """What the service does instead of answering, or before; `method` says to which requests."""

    status: int = 0
    code: str = ""
    retry_after: str = ""
    drops: bool = False
    delay: float = 0
    method: str = ""


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


class Service:
    """What the Connector knows, and what it answers. `routes` and `disturbed` serve it."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[Call] = []
        self.messages: dict[str, Posted] = {}
        self.faults: deque[Fault] = deque()
        self.unknown: set[str] = set()
        self.rooms: dict[str, Room] = {}
        self.without_app: set[str] = set()  # people whose one-to-one chat can't be created
        self.nobody: set[str] = set()  # ids that no account has
        self.more: dict[str, dict[str, str]] = {}  # of people in their own chat, by name
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

    def fail(
        self, status: int, code: str = "", retry_after: str = "", times: int = 1, method: str = ""
    ) -> None:
        """Refuse the next requests, or the next of one method."""
        self.faults.extend([Fault(status, code, retry_after, method=method)] * times)

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
        fault = self._next_fault(request.method)
        await asyncio.sleep(fault.delay)
        if fault.status:
            return _refused(fault.status, fault.code, fault.retry_after)
        if self.accepts is not None and token != self.accepts:
            return _refused(401, "BotNotRegistered")
        answer = self._refusal(request) or await handler(request)
        if fault.drops and request.transport:
            request.transport.close()
        return answer

    def _next_fault(self, method: str) -> Fault:
        fault = next((one for one in self.faults if one.method in ("", method)), None)
        if fault is None:
            return Fault()
        self.faults.remove(fault)
        return fault

    async def _create(self, request: web.Request) -> web.Response:
        member = (await request.json())["members"][0]["id"]
        if member in self.nobody:
            return _refused(400, "BadSyntax")
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
        room = self._room(request.match_info["conversation"])
        page = room.page(size, token) if room else None
        return web.json_response(page) if page else _refused(404, "ConversationNotFound")

    async def _member(self, request: web.Request) -> web.Response:
        room = self._room(request.match_info["conversation"])
        if room is None:
            return _refused(404, "ConversationNotFound")
        found = room.member(request.match_info["member"])
        return web.json_response(found) if found else _refused(404, "MemberNotFoundInConversation")

    def _refusal(self, request: web.Request) -> web.Response | None:
        room = self.rooms.get(room_of(request.match_info.get("conversation", "")))
        refused = room.refused() if room else None
        return _refused(*refused) if refused else None

    def _room(self, conversation: str) -> Room | None:
        """Find a room, or the chat of one person; of a thread there is no roster."""
        if conversation in self.unknown or not conversation.startswith("a:"):
            return self.rooms.get(conversation)
        person = person_in(conversation)
        return Room(conversation, "personal").add(person, **self.more.get(person, {}))

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


@cache
def _key(name: str) -> rsa.RSAPrivateKey:  # noqa: ARG001 - each name has its own key
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _refused(status: int, code: str, retry_after: str = "") -> web.Response:
    headers = {"Retry-After": retry_after} if retry_after else {}
    return web.json_response({"error": {"code": code}}, status=status, headers=headers)
