"""The fake platform that measures are taken against: what it takes, refuses, breaks, and tells."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.request import Request, urlopen

import aiohttp
import orjson
import pytest

from adapters.bench.people.said import SAID
from adapters.bench.people.speaking import KeySpeaker
from adapters.bench.people.when import NOW
from adapters.bench.platform.certificate import trusting
from adapters.bench.platform.fake import fake
from adapters.bench.platform.ledger import Call, fullest, key_of, line, read, repeats
from adapters.bench.platform.server import Manners, Platform, serving
from adapters.slack.blocks import to_blocks
from adapters.slack.outbound import SlackMessenger, open_session, web_client
from adapters.teams.cards import to_activity
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.phrases import PHRASES
from bot.errors import SendFailed
from bot.events import Address
from bot.ports import Messenger

SLACK = {"platform": "slack", "channel": "D1"}
TOKEN = "0123456789abcdefghijkl"


@dataclass
class Second:
    """The platform's clock, which the test moves."""

    at: float = 100.0

    def __call__(self) -> float:
        return self.at


@dataclass
class Reached:
    """A platform, and both ways to reach it."""

    platform: Platform
    slack: Messenger
    teams: Messenger
    url: str

    def teams_address(self, tenant: str = "t1") -> Address:
        """Return a chat in a tenant."""
        there = {"platform": "teams", "service_url": f"{self.url}/{tenant}", "tenant_id": tenant}
        return there | {"user_id": "29:a", "bot_id": "28:bot", "conversation_id": "a:1"}


@asynccontextmanager
async def reached(manners: Manners, clock: Second) -> AsyncIterator[Reached]:
    platform = Platform(manners, clock)
    async with serving(platform) as url, open_session() as session:
        slack = SlackMessenger(web_client("xoxb-1", session, f"{url}/api/"), now=lambda: NOW)
        yield Reached(platform, slack, TeamsMessenger(session, None, now=lambda: NOW), url)


def said(at: float, tenant: str = "t", channel: str = "D1", key: str = "k") -> Call:
    return Call(at, tenant, "post", channel, key)


async def test_both_messengers_are_understood_and_named_by_the_token_of_their_buttons() -> None:
    async with reached(Manners(), Second()) as to:
        posted = await to.slack.post(SLACK, SAID)
        await to.slack.update(SLACK, posted, SAID)
        ref = await to.teams.post(to.teams_address(), SAID)
        await to.teams.delete(to.teams_address(), ref)
        calls = to.platform.ledger.calls
    assert [(call.tenant, call.method, call.channel) for call in calls] == [
        ("xoxb-1", "chat.postMessage", "D1"),
        ("xoxb-1", "chat.update", "D1"),
        ("t1", "post", "a:1"),
        ("t1", "delete", "a:1"),
    ]
    assert [call.key for call in calls if call.said] == [TOKEN, TOKEN]


async def test_a_message_that_comes_twice_counts_as_repeated_and_an_update_does_not() -> None:
    async with reached(Manners(), Second()) as to:
        posted = await to.slack.post(SLACK, SAID)
        await to.slack.update(SLACK, posted, SAID)
        assert to.platform.ledger.sum()["duplicates"] == 0
        await to.slack.post(SLACK, SAID)
        assert to.platform.ledger.sum()["duplicates"] == 1
        assert to.platform.ledger.sum()["messages"] == 2


async def test_over_the_limit_both_messengers_hear_how_long_to_wait() -> None:
    """A tenant's limit is its own, and a second later there is room again."""
    clock = Second()
    async with reached(Manners(limit=2), clock) as to:
        for messenger, address in ((to.slack, SLACK), (to.teams, to.teams_address())):
            await messenger.post(address, SAID)
            await messenger.post(address, SAID)
            with pytest.raises(SendFailed) as refused:
                await messenger.post(address, SAID)
            assert refused.value.retry_after == timedelta(seconds=1)
        await to.teams.post(to.teams_address("t2"), SAID)
        clock.at += 1
        await to.slack.post(SLACK, SAID)
        assert to.platform.ledger.refused == 2
        assert len(to.platform.ledger.calls) == 6


async def test_a_broken_answer_is_a_failure_of_which_the_ledger_knows_better() -> None:
    """Every second message is taken, and nobody hears of it."""
    async with reached(Manners(drop=2), Second()) as to:
        await to.slack.post(SLACK, SAID)
        with pytest.raises(SendFailed):
            await to.slack.post(SLACK, SAID)
        sums = to.platform.ledger.sum()
    assert (sums["messages"], sums["dropped"]) == (2, 1)


async def test_a_connection_counts_with_its_first_call_alone() -> None:
    async with reached(Manners(), Second()) as to:
        for _ in range(3):
            await to.slack.post(SLACK, SAID)
        async with aiohttp.ClientSession() as http, http.get(f"{to.url}/ledger") as answer:
            assert (await answer.json())["connections"] == 1


def test_the_platform_runs_by_itself_over_tls_and_keeps_a_copy_of_its_ledger(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "ledger"
    with fake("--tls", "--ledger", str(copy)) as platform:
        _post(platform.slack, platform.ca)
        assert platform.sum()["messages"] == 1
        assert [call.key for call in platform.calls()] == ["hello"]
        platform.reset()
        assert platform.sum()["messages"] == 0
    assert [call.key for call in read(copy.read_bytes().splitlines())] == ["hello"]


def test_the_fullest_second_may_begin_anywhere_and_ends_before_the_next() -> None:
    calls = [said(at) for at in (0, 0.5, 0.99, 1.0, 1.4, 1.5)]
    assert fullest(calls, "tenant") == {"t": 4}
    assert fullest([said(0), said(1)], "channel") == {"D1": 1}


def test_a_key_in_another_channel_or_without_a_name_is_no_repeat() -> None:
    assert repeats([said(0), said(1), said(2, channel="D2"), said(3, key="")]) == 1
    assert repeats([said(0, key=""), said(1, key="")]) == 0


def test_a_call_is_read_as_it_was_written() -> None:
    call = said(1.5, key="é")
    assert read([line(call)]) == [call]


def test_a_row_without_buttons_is_named_by_its_text_on_both_platforms() -> None:
    class Row:
        key = "row-7"

    message = KeySpeaker().compose(None, Row, NOW)  # type: ignore[arg-type] # it reads the key alone
    for body in (to_blocks(message), to_activity(message, PHRASES)):
        assert key_of(orjson.dumps(body)) == "row-7"


def _post(url: str, ca: str) -> None:
    said = b'{"channel":"D1","text":"hello"}'
    request = Request(f"{url}chat.postMessage", said)  # noqa: S310 - the fake's own address
    urlopen(request, context=trusting(ca)).close()  # noqa: S310 - likewise
