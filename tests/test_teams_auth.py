"""Who gets in: every refused token, and the faults of the SDK with their corrections."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.teams.app import add_routes
from adapters.teams.auth import Unguarded, make_guard
from adapters.teams.hosts import is_loopback, is_microsoft
from adapters.teams.keys import FRESH, PATIENCE, SigningKeys, fetch_json
from adapters.teams.known import KnownTokens
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.tokens import ConnectorTokens
from bot.events import Inbound
from bot.messages import Reply
from tests.fake_teams import APP_ID, TENANT, Chat, FakeTeams, fake_connector
from tests.fakes import Clock


@dataclass
class Door:
    """The bot's route behind the token check, and what came through."""

    teams: FakeTeams
    url: str
    http: aiohttp.ClientSession
    clock: Clock
    events: list[Inbound]

    @property
    def chat(self) -> Chat:
        return self.teams.chat(self.http, self.url, authenticated=True)

    async def knock(self, **wrong: Any) -> int:
        """Say something with a token that may be wrong."""
        chat = self.chat
        token = wrong.pop("token", None) or self.teams.token(**wrong)
        return (await chat.send(chat.activity("message", text="x"), token)).status


@asynccontextmanager
async def opened(**settings: Any) -> AsyncIterator[Door]:
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        clock, events = Clock(), list[Inbound]()

        async def handle(event: Inbound) -> Reply | None:
            events.append(event)
            return None

        keys = SigningKeys(fetch_json(http, 0.5), clock, teams.openid_url)
        usual: dict[str, Any] = {
            "app_id": APP_ID,
            "keys": keys,
            "trusts": is_loopback,
            "known": KnownTokens(clock),
        }
        app = web.Application()
        add_routes(
            app,
            guard=make_guard(**(usual | settings)),
            handle=handle,
            messenger=TeamsMessenger(
                http, ConnectorTokens(teams.entra, clock), now=clock, trusts=is_loopback
            ),
            now=clock,
        )
        async with TestServer(app, host="127.0.0.1") as server:
            yield Door(teams, str(server.make_url("")).rstrip("/"), http, clock, events)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with opened() as found:
        yield found


async def test_a_good_token_lets_in(door: Door) -> None:
    """What the Connector signs for this bot is believed; its keys are fetched once."""
    assert await door.knock() == 200
    assert await door.knock() == 200
    assert len(door.events) == 2
    assert door.teams.key_fetches == 1


WRONG: list[dict[str, Any]] = [
    {"aud": "22222222-2222-3333-4444-555555555555"},
    {"aud": None},
    {"iss": "https://sts.example/"},
    {"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "appid": APP_ID},
    {"iss": None},
    {"serviceurl": "https://smba.trafficmanager.net/emea/"},
    {"serviceurl": None},
    {"key": "foreign"},
    {"key": "foreign", "kid": "first"},
    {"algorithm": "HS256"},
    {"algorithm": "none"},
    {"expired": True},
    {"exp": None},
    {"token": "garbage"},
    {"token": "a.b.c"},
    {"token": "ey ey ey"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=str)
async def test_a_wrong_token_never_reaches_the_handler(door: Door, wrong: dict[str, Any]) -> None:
    """Audience, issuer, service address, key, algorithm, time, form: each one is 401."""
    assert await door.knock(**wrong) == 401
    assert not door.events


async def test_without_a_token_nobody_gets_in(door: Door) -> None:
    """Not for messages, and not for invokes either."""
    chat = door.teams.chat(door.http, door.url)
    assert (await chat.say("x")).status == 401
    assert (await chat.invoke("adaptiveCard/action", {})).status == 401
    assert not door.events


async def test_a_token_for_another_scheme_is_refused(door: Door) -> None:
    """Only a bearer token counts."""
    headers = {"Authorization": f"Basic {door.teams.token()}"}
    activity = door.chat.activity("message", text="x")
    async with door.http.post(f"{door.url}/api/messages", json=activity, headers=headers) as answer:
        assert answer.status == 401


async def test_a_key_of_another_channel_is_refused(door: Door) -> None:
    """Web chat, where anybody can name themselves anything, signs with its own endorsement."""
    chat = door.chat
    activity = chat.activity("message", text="x", channelId="webchat")
    assert (await chat.send(activity)).status == 401
    assert not door.events


async def test_an_address_that_is_not_teams_is_refused() -> None:
    """Answers would carry the bot's token there."""
    async with opened(trusts=is_microsoft) as door:
        assert await door.knock() == 403
        assert not door.events


@pytest.mark.parametrize(("tenant", "status"), [(TENANT, 200), ("another", 403), ("", 403)])
async def test_only_tenants_on_the_list_get_in(tenant: str, status: int) -> None:
    """A bot resource for one tenant can still be used by others, so the list decides."""
    async with opened(tenants=frozenset({TENANT})) as door:
        chat = door.chat
        chat.tenant = tenant
        assert (await chat.say("x")).status == status
        assert len(door.events) == (status == 200)


async def test_fault_0_invokes_with_a_body_are_answered_200(door: Door) -> None:
    """The SDK's own route answers 500 to each of them."""
    chat = door.chat
    for name, value in (
        ("adaptiveCard/action", {"action": {"data": {"t": "a", "o": "b"}}}),
        ("task/fetch", {"data": {"t": "a", "o": "b"}}),
    ):
        answer = await chat.invoke(name, value)
        assert answer.status == 200
        assert answer.body
    assert len(door.events) == 2


async def test_fault_1_an_unknown_key_fetches_the_keys_anew(door: Door) -> None:
    """After a change of keys the next token gets in, instead of a day of errors."""
    assert await door.knock() == 200
    door.teams.signing = "second"
    door.clock.move(PATIENCE)
    assert await door.knock(key="second") == 200
    assert door.teams.key_fetches == 2
    assert await door.knock() == 401


async def test_fault_1_strangers_cannot_make_the_bot_fetch_keys_at_will(door: Door) -> None:
    """A made-up key id costs one fetch in five minutes at most."""
    assert await door.knock() == 200
    for number in range(5):
        assert await door.knock(key=f"made-up-{number % 2}") == 401
    assert door.teams.key_fetches == 1
    door.clock.move(PATIENCE)
    assert await door.knock(key="made-up-0") == 401
    assert door.teams.key_fetches == 2


async def test_fault_2_keys_that_cannot_be_had_stop_nobody_known(door: Door) -> None:
    """A day later the provider is down: known keys still count, strangers may try again."""
    door.teams.keys_work = False
    assert await door.knock() == 503
    door.teams.keys_work = True
    door.clock.move(PATIENCE)
    assert await door.knock() == 200
    door.teams.keys_work = False
    door.clock.move(FRESH)
    assert await door.knock() == 200
    assert len(door.events) == 2


async def test_fault_2_fetching_keys_has_a_time_out_and_blocks_nobody() -> None:
    """A provider that never answers holds up one request, not the process."""
    with silent_port() as port:
        async with aiohttp.ClientSession() as http:
            keys = SigningKeys(fetch_json(http, 0.2), Clock(), f"http://127.0.0.1:{port}/openid")
            async with opened(keys=keys) as door:
                waiting = asyncio.create_task(door.knock())
                await asyncio.sleep(0.05)
                async with door.http.post(f"{door.url}/api/messages") as answer:
                    assert answer.status == 415
                assert await waiting == 503


async def test_many_requests_at_once_fetch_the_keys_once(door: Door) -> None:
    """The first of a burst fetches, the others wait for it."""
    assert await asyncio.gather(*(door.knock() for _ in range(20))) == [200] * 20
    assert door.teams.key_fetches == 1


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"null", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"type": 5}', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"type": "message"}', "text/plain", 415),
        (b'{"type": "message"}', None, 415),
    ],
)
async def test_fault_3_bad_bodies_are_the_senders_fault(
    door: Door, body: bytes, content_type: str | None, status: int
) -> None:
    """400 or 415, never 500."""
    headers = {"Authorization": f"Bearer {door.teams.token()}"}
    if content_type:
        headers["Content-Type"] = content_type
    skipped = [] if content_type else ["Content-Type"]
    async with door.http.post(
        f"{door.url}/api/messages", data=body, headers=headers, skip_auto_headers=skipped
    ) as answer:
        assert answer.status == status
    assert not door.events


async def test_fault_9_feedback_is_answered(door: Door) -> None:
    """Thumbs on a message, and invokes yet to come, are taken without an error."""
    chat = door.chat
    feedback = {"actionName": "feedback", "actionValue": {"reaction": "like"}}
    for name in ("message/submitAction", "message/fetchTask", "something/new"):
        answer = await chat.invoke(name, feedback)
        assert (answer.status, answer.body) == (200, {})
    assert not door.events


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"allow_anonymous": True},
        {"on_loopback": True},
        {"app_id": APP_ID},
        {"app_id": APP_ID, "allow_anonymous": True, "on_loopback": True},
        {"app_id": APP_ID, "known": KnownTokens(Clock())},
    ],
    ids=lambda settings: "-".join(settings) or "nothing",
)
def test_the_bot_does_not_start_where_anybody_could_get_in(settings: dict[str, Any]) -> None:
    """No app id needs both the flag and a loopback listener; an app id needs keys."""
    with pytest.raises(Unguarded):
        make_guard(**({"app_id": ""} | settings))


async def test_an_app_id_is_checked_even_where_anonymous_is_allowed() -> None:
    """The development flag opens nothing once the bot has an identity."""
    async with opened(allow_anonymous=True, on_loopback=True) as door:
        chat = door.teams.chat(door.http, door.url)
        assert (await chat.say("x")).status == 401


async def test_anonymous_answers_only_this_machine() -> None:
    """Development serves a service on loopback, and no tokens."""
    settings = {"app_id": "", "keys": None, "allow_anonymous": True, "on_loopback": True}
    async with opened(**settings) as door:
        chat = door.teams.chat(door.http, door.url)
        assert (await chat.say("x")).status == 200
        elsewhere = chat.activity("message", serviceUrl="https://smba.trafficmanager.net/emea/")
        assert (await chat.send(elsewhere)).status == 403
        assert (await chat.send(chat.activity("message"), "some-token")).status == 401
        assert len(door.events) == 1


TRUSTED = [
    ("https://smba.trafficmanager.net/emea/", True),
    ("https://smba.trafficmanager.net:443/emea/", True),
    ("https://SMBA.trafficmanager.net/emea/tenant/", True),
    ("https://smba.infra.gcc.teams.microsoft.com/teams/", True),
    ("https://smba.infra.gov.teams.microsoft.us/teams", True),
    ("http://smba.trafficmanager.net/emea/", False),
    ("https://smba.trafficmanager.net:8443/", False),
    ("https://smba.trafficmanager.net.evil.example/", False),
    ("https://smba.trafficmanager.net@evil.example/", False),
    ("https://user@smba.trafficmanager.net/", False),
    ("https://smba.trafficmanager.net/?x=", False),
    ("https://evil.example/smba.trafficmanager.net", False),
    ("https://[::1", False),
    ("https://smba.trafficmanager.net:port/", False),
    ("", False),
]


@pytest.mark.parametrize(("url", "trusted"), TRUSTED)
def test_only_teams_own_hosts_get_the_bots_token(url: str, *, trusted: bool) -> None:
    """A look-alike host must not be sent the bearer token."""
    assert is_microsoft(url) is trusted
    assert not is_loopback(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:5/x", "http://localhost:9", "http://[::1]:80/"])
def test_loopback_is_this_machine_only(url: str) -> None:
    """For development; never over https, never another host."""
    assert is_loopback(url)
    assert not is_microsoft(url)
    assert not is_loopback("http://127.0.0.1.evil.example/")
    assert not is_loopback("https://127.0.0.1/")


@contextmanager
def silent_port() -> Iterator[int]:
    """Listen and never answer."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]
