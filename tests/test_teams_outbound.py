"""The way out: the Connector's answers, the table of errors, and the bot's own token."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from adapters.teams.connector import BadRequest, failure
from adapters.teams.hosts import GOVERNMENT, PUBLIC, is_loopback
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.tokens import EARLY, ConnectorTokens, from_msal
from bot.errors import MessageGone, SendFailed, Unreachable
from bot.messages import Field, Form, Message, Span, Text
from bot.ports import Messenger
from tests.fake_teams import BOT_ID, TENANT, FakeTeams, fake_connector
from tests.fakes import Clock
from tests.teams_reading import inputs, texts

HELLO = Message("en", "Hello", (Text((Span("Hello, Ada."),)),))
AGAIN = Message("en", "Again", (Text((Span("Hello again."),)),))


@dataclass
class Office:
    """The service, the messenger and one address."""

    teams: FakeTeams
    messenger: TeamsMessenger
    http: aiohttp.ClientSession
    clock: Clock
    tokens: ConnectorTokens

    def address(self, **more: str) -> dict[str, str]:
        return {
            "platform": "teams",
            "service_url": self.teams.service_url,
            "conversation_id": "a:ada",
            "tenant_id": TENANT,
            "bot_id": BOT_ID,
            "user_id": "29:ada",
            "aad_object_id": "aad-ada",
        } | more

    def stranger(self, **more: str) -> dict[str, str]:
        """Return the address of somebody who never wrote in the one-to-one chat."""
        return {k: v for k, v in self.address(**more).items() if k != "conversation_id"}

    def paths(self) -> list[str]:
        return [f"{call.method} {call.path}" for call in self.teams.calls]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with fake_connector() as teams, aiohttp.ClientSession() as http:
        clock = Clock()
        tokens = ConnectorTokens(teams.entra, clock)
        messenger = TeamsMessenger(http, tokens, now=clock, trusts=is_loopback, seconds=0.5)
        yield Office(teams, messenger, http, clock, tokens)


async def test_post_update_and_delete_one_message(office: Office) -> None:
    """The three verbs, at the service's own addresses; it is the port's implementation."""
    messenger: Messenger = office.messenger
    ref = await messenger.post(office.address(), HELLO)
    assert ref["conversation_id"] == "a:ada"
    assert texts(office.teams.last().card) == ["Hello, Ada."]
    await messenger.update(office.address(), ref, AGAIN)
    assert texts(office.teams.last().card) == ["Hello again."]
    await messenger.delete(office.address(), ref)
    assert not office.teams.messages
    here = f"/emea/v3/conversations/a:ada/activities/{ref['activity_id']}"
    assert office.paths() == [
        "POST /emea/v3/conversations/a:ada/activities",
        f"PUT {here}",
        f"DELETE {here}",
    ]


async def test_fault_6_a_message_is_no_reply_to_something_made_up(office: Office) -> None:
    """The SDK posts to a random activity id; here the address ends with `activities`."""
    await office.messenger.post(office.address(), HELLO)
    assert office.paths()[0].endswith("/activities")


async def test_fault_7_everything_that_is_sent_arrives(office: Office) -> None:
    """The SDK drops fields it does not know; the raw request keeps them."""
    await office.messenger.post(office.address(), HELLO)
    (activity,) = office.teams.posts()
    assert activity["channelData"] == {"notification": {"alert": True}}
    assert activity["summary"] == "Hello"
    assert activity["from"] == {"id": BOT_ID}
    assert activity["recipient"] == {"id": "29:ada"}
    assert activity["attachments"][0]["content"]["lang"] == "en"


async def test_fault_4_one_token_request_serves_many_sends(office: Office) -> None:
    """The SDK asks for a token with every call."""
    await asyncio.gather(*(office.messenger.post(office.address(), HELLO) for _ in range(30)))
    assert office.teams.entra.asked == [False]
    assert {call.token for call in office.teams.calls} == {"token-1"}


async def test_a_token_is_replaced_shortly_before_it_ends(office: Office) -> None:
    """And not earlier."""
    await office.messenger.post(office.address(), HELLO)
    office.clock.move(timedelta(hours=1) - EARLY - timedelta(seconds=1))
    await office.messenger.post(office.address(), HELLO)
    office.clock.move(timedelta(seconds=1))
    await office.messenger.post(office.address(), HELLO)
    assert [call.token for call in office.teams.calls] == ["token-1", "token-1", "token-2"]


async def test_a_refused_token_is_replaced_once(office: Office) -> None:
    """A token that was withdrawn costs one more request, for all who meet it."""
    await office.messenger.post(office.address(), HELLO)
    office.teams.accepts = "token-2"
    await asyncio.gather(*(office.messenger.post(office.address(), HELLO) for _ in range(5)))
    assert office.teams.entra.asked == [False, True]
    assert len(office.teams.messages) == 6


async def test_a_bot_that_is_not_registered_does_not_try_for_ever(office: Office) -> None:
    """Two tokens refused are a matter of configuration."""
    office.teams.accepts = "another"
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address(), HELLO)
    assert caught.value.permanent
    assert len(office.teams.calls) == 2


async def test_without_a_token_nothing_is_sent(office: Office) -> None:
    """The identity provider says no: nothing is lost, it is tried later."""
    office.teams.entra.answer = {"error": "invalid_client", "error_description": "secret"}
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address(), HELLO)
    assert not caught.value.permanent
    assert caught.value.retry_after
    assert caught.value.reason == "token: invalid_client"
    assert not office.teams.calls


async def test_a_provider_out_of_reach_is_tried_later(office: Office) -> None:
    """A connection error is no reason to lose a message."""

    def unreachable(*, anew: bool) -> dict[str, Any]:
        raise ConnectionError(str(anew))

    messenger = TeamsMessenger(
        office.http,
        ConnectorTokens(unreachable, office.clock),
        now=office.clock,
        trusts=is_loopback,
    )
    with pytest.raises(SendFailed) as caught:
        await messenger.post(office.address(), HELLO)
    assert not caught.value.permanent


TABLE = [
    (400, "BadArgument", BadRequest, True),
    (401, "BotNotRegistered", SendFailed, True),
    (403, "BotDisabledByAdmin", Unreachable, True),
    (403, "BotNotInConversationRoster", Unreachable, True),
    (403, "ConversationBlockedByUser", Unreachable, True),
    (403, "ForbiddenOperationException", Unreachable, True),
    (403, "InvalidBotApiHost", Unreachable, True),
    (403, "NotEnoughPermissions", Unreachable, True),
    (403, "MessageWritesBlocked", Unreachable, True),
    (403, "", Unreachable, True),
    (404, "ActivityNotFoundInConversation", MessageGone, True),
    (404, "ConversationNotFound", Unreachable, True),
    (408, "", SendFailed, False),
    (412, "PreconditionFailed", SendFailed, False),
    (413, "MessageSizeTooBig", SendFailed, True),
    (429, "Throttled", SendFailed, False),
    (500, "ServiceError", SendFailed, True),
    (502, "", SendFailed, False),
    (503, "", SendFailed, False),
    (504, "", SendFailed, False),
]


@pytest.mark.parametrize(("status", "code", "kind", "permanent"), TABLE)
async def test_fault_11_each_answer_of_the_service_has_its_meaning(
    office: Office, status: int, code: str, kind: type[SendFailed], *, permanent: bool
) -> None:
    """The table of Teams' status codes, over real HTTP."""
    office.teams.fail(status, code, times=3)
    with pytest.raises(SendFailed) as caught:
        await office.messenger.update(
            office.address(), {"conversation_id": "a:ada", "activity_id": "m1"}, HELLO
        )
    expected = MessageGone if status == 404 else kind
    assert type(caught.value) is expected
    assert caught.value.permanent is permanent
    assert type(failure(status, code)).__mro__.count(kind)


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7), ("0.5", 0.5), ("soon", None), ("", None)]
)
async def test_throttling_says_how_long_to_wait(
    office: Office, header: str, seconds: float | None
) -> None:
    """The service's own waiting time, where it gives one."""
    office.teams.fail(429, "Throttled", header)
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address(), HELLO)
    expected = timedelta(seconds=seconds) if seconds is not None else None
    assert caught.value.retry_after == expected


async def test_fault_5_nothing_is_repeated_here(office: Office) -> None:
    """The outbox repeats; a messenger that did too would post twice."""
    for status in (412, 429, 500, 502, 503, 504):
        office.teams.fail(status)
        with pytest.raises(SendFailed):
            await office.messenger.post(office.address(), HELLO)
    assert len(office.teams.calls) == 6


async def test_a_connection_that_breaks_is_tried_later(office: Office) -> None:
    """Accepted or not: nobody knows, so it is no permanent failure."""
    office.teams.drop()
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address(), HELLO)
    assert not caught.value.permanent
    assert len(office.teams.messages) == 1


async def test_a_service_that_is_too_slow_is_tried_later(office: Office) -> None:
    """A request ends after its time-out."""
    office.teams.stall(1)
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.address(), HELLO)
    assert not caught.value.permanent
    assert caught.value.reason == "TimeoutError"


async def test_a_first_message_creates_the_chat_once(office: Office) -> None:
    """Later ones, and those of the same person from elsewhere, use the chat that exists."""
    for address in (office.stranger(), office.stranger(), office.stranger(user_id="")):
        ref = await office.messenger.post(address, HELLO)
        assert ref["conversation_id"].startswith("a:29:ada:")
    created = [call for call in office.teams.calls if call.path.endswith("/v3/conversations")]
    assert [call.body for call in created] == [
        {
            "isGroup": False,
            "bot": {"id": BOT_ID},
            "members": [{"id": "29:ada"}],
            "tenantId": TENANT,
            "channelData": {"tenant": {"id": TENANT}},
        }
    ]


async def test_somebody_known_by_the_directory_alone_can_be_reached(office: Office) -> None:
    """The directory's id creates the chat too."""
    await office.messenger.post(office.stranger(user_id=""), HELLO)
    assert office.teams.calls[0].body["members"] == [{"id": "aad-ada"}]


async def test_nobody_is_no_address(office: Office) -> None:
    """Without any id there is nothing to try."""
    with pytest.raises(SendFailed) as caught:
        await office.messenger.post(office.stranger(user_id="", aad_object_id=""), HELLO)
    assert caught.value.permanent


async def test_a_chat_the_service_does_not_know_is_created_anew_once(office: Office) -> None:
    """It happens to one reference in a hundred; afterwards the new one is used."""
    office.teams.unknown.add("a:ada")
    ref = await office.messenger.post(office.address(), HELLO)
    assert ref["conversation_id"].startswith("a:29:ada:")
    assert len(office.teams.calls) == 3
    await office.messenger.post(office.address(), HELLO)
    assert len(office.teams.calls) == 4


async def test_a_chat_that_stays_unknown_means_out_of_reach(office: Office) -> None:
    """Created anew and still unknown: the person can't be reached."""
    office.teams.unknown |= {"a:ada", "a:29:ada:1"}
    with pytest.raises(Unreachable):
        await office.messenger.post(office.address(), HELLO)
    assert len(office.teams.calls) == 3


async def test_a_message_that_is_gone_can_be_posted_anew(office: Office) -> None:
    """An update says so, and a delete has nothing left to do."""
    ref = await office.messenger.post(office.address(), HELLO)
    await office.messenger.delete(office.address(), ref)
    await office.messenger.delete(office.address(), ref)
    with pytest.raises(MessageGone):
        await office.messenger.update(office.address(), ref, HELLO)


async def test_a_form_is_posted_as_a_card(office: Office) -> None:
    """For clients that can't open a window."""
    form = Form("t", "fr", "Vos mots", "Envoyer", "Fermer", (Field("a", "Quoi ?", "short"),))
    await office.messenger.post_form(office.address(), form, {"a": "Précisez."})
    assert texts(office.teams.last().card) == ["Vos mots", "Précisez."]
    assert inputs(office.teams.last().card)[0]["label"] == "Quoi ?"


async def test_teams_has_no_home(office: Office) -> None:
    """Showing it costs no request."""
    await office.messenger.publish_home(office.address(), HELLO)
    assert not office.teams.calls


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "http://smba.trafficmanager.net/", "http://127.0.0.1:9/"]
)
async def test_the_token_goes_to_teams_only(office: Office, url: str) -> None:
    """A poisoned address in the database must not be sent the bearer token."""
    messenger = TeamsMessenger(office.http, office.tokens, now=office.clock)
    with pytest.raises(SendFailed) as caught:
        await messenger.post(office.address(service_url=url), HELLO)
    assert caught.value.permanent


async def test_without_tokens_only_this_machine_is_served(office: Office) -> None:
    """Development: no token is asked for, none is sent."""
    messenger = TeamsMessenger(office.http, None, now=office.clock)
    await messenger.post(office.address(), HELLO)
    assert office.teams.calls[0].token == ""
    assert not office.teams.entra.asked
    with pytest.raises(SendFailed):
        await messenger.post(office.address(service_url="https://smba.trafficmanager.net/"), HELLO)


class Loopback(AbstractResolver):
    """Every host is this machine; remembers which were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        found: ResolveResult = {
            "hostname": host,
            "host": "127.0.0.1",
            "port": port,
            "family": family,
            "proto": 0,
            "flags": 0,
        }
        return [found]

    async def close(self) -> None:
        """Nothing is open."""


async def test_a_government_tenant_is_followed_to_its_own_host(office: Office) -> None:
    """`InvalidBotApiHost` moves the address to the other host, once and for all."""
    resolver = Loopback()
    connector = aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False, force_close=True)
    async with aiohttp.ClientSession(connector=connector) as http:
        messenger = TeamsMessenger(http, office.tokens, now=office.clock, trusts=lambda _url: True)
        public = f"http://{PUBLIC}:{office.teams.url.rsplit(':', 1)[1]}/emea/"
        office.teams.fail(403, "InvalidBotApiHost")
        await messenger.post(office.address(service_url=public), HELLO)
        await messenger.post(office.address(service_url=public), HELLO)
    assert resolver.asked == [PUBLIC, GOVERNMENT, GOVERNMENT]
    assert len(office.teams.messages) == 2


class Entra:
    """Microsoft Entra over HTTP, as MSAL's client sees it."""

    def __init__(self) -> None:
        self.posts: list[dict[str, str]] = []

    def get(self, url: str, **_more: object) -> Any:
        issuer = url.partition("/v2.0/")[0]
        return self._answer(
            {
                "authorization_endpoint": f"{issuer}/oauth2/v2.0/authorize",
                "token_endpoint": f"{issuer}/oauth2/v2.0/token",
                "issuer": f"{issuer}/v2.0",
            }
        )

    def post(self, url: str, **more: Any) -> Any:
        self.posts.append({"url": url, **more.get("data", {})})
        number = len(self.posts)
        return self._answer(
            {"access_token": f"entra-{number}", "expires_in": 3600, "token_type": "Bearer"}
        )

    def close(self) -> None:
        """Nothing is open."""

    @staticmethod
    def _answer(body: dict[str, Any]) -> Any:
        @dataclass
        class Response:
            status_code: int
            text: str
            headers: dict[str, str]

            def raise_for_status(self) -> None:
                """Always well."""

        return Response(200, json.dumps(body), {})


async def test_msal_is_asked_as_the_connector_wants_it() -> None:
    """The Connector's scope, the bot's tenant; MSAL's own cache serves until it is refused."""
    entra = Entra()
    acquire = from_msal("app-id", "secret", "11111111-1111-1111-1111-111111111111", entra)
    tokens = ConnectorTokens(acquire, Clock())
    assert await tokens.token() == "entra-1"
    assert await tokens.token() == "entra-1"
    tokens.refused("entra-1")
    assert await tokens.token() == "entra-2"
    first = entra.posts[0]
    assert first["scope"] == "https://api.botframework.com/.default"
    assert first["url"].startswith("https://login.microsoftonline.com/11111111-")
    assert first["grant_type"] == "client_credentials"
