"""Bolt believes whatever it is given, so the signature check must be the only way to it."""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters import wiring
from adapters.settings import Settings
from adapters.slack.entry import OLDEST
from adapters.wiring import real_now
from tests.databases import Database
from tests.fake_slack import FakeSlack, fake_slack
from tests.fake_slack_people import PATH, SECRET, FakePerson, Signed, as_event, as_form, sign
from tests.processes import live

ROOT = Path(__file__).parent.parent / "adapters"


@dataclass
class Live:
    """The live web application as the wiring makes it, and everything that reached Bolt."""

    http: TestClient[web.Request, web.Application]
    person: FakePerson
    reached: list[AsyncBoltRequest] = field(default_factory=list)

    async def send(self, request: Signed, path: str = PATH, method: str = "POST") -> int:
        """Send a request as it is."""
        headers = dict(request.headers)
        async with self.http.request(method, path, data=request.body, headers=headers) as answer:
            await answer.read()
            return answer.status

    @property
    def addresses(self) -> list[tuple[str, str]]:
        """Every method and path that is served, with something in place of what varies."""
        assert self.http.app
        found = (
            (r.method, r.resource.canonical) for r in self.http.app.router.routes() if r.resource
        )
        return [(method, re.sub(r"\{[^}]*\}", "x", path)) for method, path in found]


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(now=real_now) as fake:
        yield fake


@pytest.fixture
async def bot(
    sqlite_database: Database, slack: FakeSlack, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Live]:
    settings = _settings(live(sqlite_database, slack, TEAMS_ALLOW_ANONYMOUS="1"))
    async with (
        wiring.live(settings, web_too=True, worker_too=False) as application,
        TestClient(TestServer(application)) as http,
    ):
        made = Live(http, slack.person("U1", http))
        _watch(monkeypatch, made.reached)
        yield made


def _watch(monkeypatch: pytest.MonkeyPatch, reached: list[AsyncBoltRequest]) -> None:
    real = AsyncApp.async_dispatch

    async def dispatch(self: AsyncApp, request: AsyncBoltRequest) -> BoltResponse:
        reached.append(request)
        return await real(self, request)

    monkeypatch.setattr(AsyncApp, "async_dispatch", dispatch)


def _settings(values: Mapping[str, str]) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type] # by their names outside


def _requests(person: FakePerson, secret: str, at: datetime) -> list[Signed]:
    """Make one request of each form that Slack has, and the challenge."""
    return [
        as_form(person.slash("help"), secret, at),
        as_event(person.envelope(person.words("help")), secret, at),
        as_event({"type": "url_verification", "challenge": "abc"}, secret, at),
    ]


def _with(request: Signed, **headers: str) -> Signed:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return replace(request, headers={**request.headers, **named})


def _bad(person: FakePerson) -> list[Signed]:
    """Make every request that must not get in."""
    now = real_now()
    bad: list[Signed] = []
    for number, good in enumerate(_requests(person, SECRET, now)):
        other = _requests(person, SECRET, now)[number - 1]
        kind = {"Content-Type": good.headers["Content-Type"]}
        bare = Signed(good.body, kind)
        early = sign(SECRET, good.body, now - timedelta(seconds=1))
        bad += [
            bare,
            _with(good, X_Slack_Signature=""),
            _with(good, X_Slack_Signature="v0="),
            _with(good, X_Slack_Signature=good.headers["X-Slack-Signature"][:-1]),
            _with(good, X_Slack_Signature=good.headers["X-Slack-Signature"].upper()),
            _with(good, X_Slack_Signature=other.headers["X-Slack-Signature"]),
            _with(good, X_Slack_Request_Timestamp=early["X-Slack-Request-Timestamp"]),
            replace(good, body=good.body + b" "),
            replace(good, body=b""),
            Signed(good.body, sign("", good.body, now) | kind),
            Signed(good.body, sign("guessed", good.body, now) | kind),
            Signed(good.body, sign(SECRET, good.body, now - timedelta(seconds=OLDEST + 5)) | kind),
            Signed(good.body, sign(SECRET, good.body, now + timedelta(seconds=OLDEST + 5)) | kind),
            _with(bare, X_Slack_Bolt_Mode="socket_mode", X_Slack_Bolt_Lazy_Only="1"),
        ]
    return bad


async def test_nothing_unsigned_reaches_bolt_by_any_route(bot: Live) -> None:
    """Every address of the live application is tried with every bad request."""
    assert ("POST", PATH) in bot.addresses
    assert len(bot.addresses) > 8
    for method, path in bot.addresses:
        for number, request in enumerate(_bad(bot.person)):
            status = await bot.send(request, path, method if method != "*" else "POST")
            assert not bot.reached, (method, path, number)
            assert status == 401 or path != PATH, (number, status)


async def test_nothing_signed_reaches_bolt_by_another_route(bot: Live) -> None:
    """There is one address for Slack."""
    for method, path in bot.addresses:
        if path != PATH:
            for request in _requests(bot.person, SECRET, real_now()):
                await bot.send(request, path, method if method != "*" else "POST")
    assert bot.reached == []


async def test_what_is_signed_reaches_bolt(bot: Live) -> None:
    """Otherwise the tests above would prove nothing."""
    for request in _requests(bot.person, SECRET, real_now()):
        assert await bot.send(request) == 200
    assert len(bot.reached) == 3


@pytest.mark.parametrize("query", ["?mode=socket_mode", "?mode=http", "?X-Slack-Bolt-Lazy-Only=1"])
async def test_the_way_into_bolt_cannot_be_chosen_from_outside(bot: Live, query: str) -> None:
    """Neither without a signature nor with one do address, headers or body change it."""
    asked: dict[str, Any] = {"mode": "http", "headers": {"x-slack-bolt-lazy-only": ["1"]}}
    envelope = bot.person.envelope(bot.person.words("help")) | asked
    now = real_now()
    good = _with(as_event(envelope, SECRET, now), X_Slack_Bolt_Lazy_Only="1", Mode="socket_mode")
    bad = _with(as_event(envelope, "guessed", now), X_Slack_Bolt_Lazy_Only="1", Mode="socket_mode")
    assert await bot.send(bad, PATH + query) == 401
    assert bot.reached == []
    assert await bot.send(good, PATH + query) == 200
    (reached,) = bot.reached
    assert (reached.mode, reached.headers, reached.lazy_only) == ("socket_mode", {}, False)


async def test_without_a_signing_secret_there_is_no_address(
    sqlite_database: Database, slack: FakeSlack
) -> None:
    """With Socket Mode alone nothing is served to Slack over HTTP."""
    given = live(sqlite_database, slack, SLACK_APP_TOKEN="xapp-1", SLACK_SIGNING_SECRET="")
    async with wiring.live(_settings(given), web_too=True, worker_too=False) as application:
        assert PATH not in [resource.canonical for resource in application.router.resources()]


def test_one_place_hands_to_bolt_and_two_hand_to_it() -> None:
    """The HTTP door, which verifies, and Slack's own websocket, which Slack authenticates."""
    assert _naming("async_dispatch") == ["front.py"]
    assert _naming("front.answer(") == ["entry.py", "socket.py"]
    assert _naming("AsyncApp(") == ["app.py"]
    for other in ("to_bolt_request", "AsyncSlackRequestHandler", "SocketModeHandler", ".web_app("):
        assert _naming(other) == []


def _naming(name: str) -> list[str]:
    """Name files; those of the bench that are other programs are left out."""
    files = (file for file in ROOT.rglob("*.py") if file.parent.name != "peers")
    return sorted(file.name for file in files if name in file.read_text())
