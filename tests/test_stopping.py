"""A web process that is told to end answers what it accepted, and accepts nothing more."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from adapters.bench.measuring.processes import Declic
from adapters.cli import ANSWERED_WITHIN
from adapters.wiring import SENT_WITHIN, real_now
from tests.databases import Database
from tests.fake_slack import FakeSlack, fake_slack
from tests.processes import CALMLY, doomed, eventually, live, within
from tests.scenes import locked


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(now=real_now) as fake:
        yield fake


@pytest.fixture(params=["run", "web"])
async def bot(
    request: pytest.FixtureRequest, tmp_path: Path, sqlite_database: Database, slack: FakeSlack
) -> AsyncIterator[Declic]:
    async with doomed(request.param, tmp_path, live(sqlite_database, slack)) as started:
        yield started


def test_a_process_ends_within_five_seconds() -> None:
    """Whoever restarts it kills it after a while; what is left is for its last steps."""
    assert ANSWERED_WITHIN + SENT_WITHIN.total_seconds() < 5


async def test_what_was_accepted_is_answered_and_the_rest_refused(
    bot: Declic, sqlite_database: Database, slack: FakeSlack
) -> None:
    """While one turn waits for the database, another is refused; then the process ends."""
    async with aiohttp.ClientSession(bot.url) as http:
        person = slack.person("U0SAM", http)
        with locked(sqlite_database):
            accepted = asyncio.create_task(person.command("stuck"))
            await asyncio.sleep(0.3)  # it has a place by then; nothing tells so from outside
            bot.process.send_signal(signal.SIGTERM)
            await eventually(lambda: '"in_flight": 1' in bot.said())
            refused = await person.say("and this?")
            asked = await person.command("plan")
            assert not accepted.done()
        assert (await accepted).status == 200
    assert refused.status == 503
    assert "press again" in asked.body["text"]
    assert await bot.stop(CALMLY) == 0, bot.said()
    assert within(sqlite_database, lambda uow: uow.people.find("slack:T0TEAM", "U0SAM"))
    assert "Traceback" not in bot.said()


async def test_a_request_that_never_ends_keeps_no_process_alive(
    bot: Declic, slack: FakeSlack
) -> None:
    """Nor does a call to Slack that takes long; what it was to send another process sends."""
    async with aiohttp.ClientSession(bot.url) as http:
        person = slack.person("U0SAM", http)
        slack.slow_next("chat.postMessage", 30)
        assert (await person.command("stuck")).status == 200
        await eventually(lambda: slack.of("chat.postMessage"))
        reader, writer = await asyncio.open_connection("127.0.0.1", bot.port)
        writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n")
        await writer.drain()
        try:
            assert await bot.stop(CALMLY) == 0, bot.said()
            assert await reader.read() == b""
        finally:
            writer.close()
    assert "Traceback" not in bot.said()
