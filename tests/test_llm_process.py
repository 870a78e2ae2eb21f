"""Real processes with a model: killed, stopped and refused while an ask is under way."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from llmock.pytest_plugin import LLMock

from adapters.wiring import real_now
from bot.commitments import from_words
from bot.ports import UnitOfWork
from tests.databases import Database
from tests.fake_slack import TEAM, FakeSlack, fake_slack
from tests.fake_slack_people import FakePerson
from tests.llm import GOOD, HOST, LABEL, WEAK, said
from tests.processes import CALMLY, declic, doomed, eventually, gone, let_leases_end, live, within

ASK, KEEP = "Suggest a wording", "Keep mine"


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(now=real_now) as fake:
        yield fake


@pytest.fixture
def settings(database: Database, slack: FakeSlack, llmock: LLMock) -> dict[str, str]:
    """A live bot with a model, on a build server."""
    address = llmock.base_url("openai")
    return live(database, slack, DECLIC_LLM_MODEL="small", OPENAI_BASE_URL=address, CI="true")


def wish(uow: UnitOfWork) -> None:
    person = uow.people.find(f"slack:{TEAM}", "U0SAM")
    assert person is not None
    uow.people.put(replace(person, state="active", suggestions=HOST))


def sentences(uow: UnitOfWork) -> list[str]:
    person = uow.people.find(f"slack:{TEAM}", "U0SAM")
    every = uow.commitments.of(person.id) if person else []
    return [from_words(uow.words.text(c.words_id) or "{}").sentence for c in every]


async def weak(database: Database, slack: FakeSlack, http: aiohttp.ClientSession) -> FakePerson:
    """Sit somebody down with a weak commitment before them."""
    person = slack.person("U0SAM", http)
    slack.users["U0SAM"]["locale"] = "en-GB"
    await person.say("coach")
    await eventually(lambda: person.messages)
    within(database, wish)
    await person.say("commit")
    await eventually(lambda: shown(person, "Write my commitment"))
    await person.say(WEAK["en"])
    await eventually(lambda: shown(person, ASK))
    return person


def shown(person: FakePerson, text: str) -> bool:
    return any(text in repr(message.blocks) for message in person.messages)


async def test_a_wording_comes_in_a_real_process(
    database: Database, slack: FakeSlack, llmock: LLMock, settings: dict[str, str], tmp_path: Path
) -> None:
    """The log says sizes, times and reasons, and not one word."""
    llmock.reply(said(GOOD["en"]))
    async with doomed("run", tmp_path, settings) as bot, aiohttp.ClientSession(bot.url) as http:
        person = await weak(database, slack, http)
        await person.press(ASK)
        await eventually(lambda: shown(person, LABEL.en))
        await person.press("Use this")
        await eventually(lambda: not shown(person, LABEL.en))
        assert await bot.stop(CALMLY) == 0
        log = bot.said()
    assert '"outcome": "made"' in log
    for word in ("Karim", "feedback", "question", "k-123"):
        assert word not in log
    assert within(database, sentences)[0].startswith(
        "After the next team meeting, I will ask Karim"
    )


@pytest.mark.parametrize(
    ("database", "end"), [("sqlite", "stop"), ("postgres", "kill")], indirect=["database"]
)
async def test_a_process_that_ends_meanwhile_leaves_a_usable_message(
    database: Database,
    slack: FakeSlack,
    llmock: LLMock,
    settings: dict[str, str],
    tmp_path: Path,
    end: str,
) -> None:
    """Nobody misses the suggestion; the next process takes the answer."""
    llmock.delay(CALMLY + 4)
    async with doomed("run", tmp_path, settings) as bot, aiohttp.ClientSession(bot.url) as http:
        person = await weak(database, slack, http)
        await person.press(ASK)
        if end == "kill":
            bot.kill()
            await gone(bot)
        else:
            assert await bot.stop(CALMLY) == 0
            assert "Traceback" not in bot.said()
            assert '"outcome"' not in bot.said()  # the model was not waited for
    let_leases_end(database)
    async with doomed("run", tmp_path, settings) as bot, aiohttp.ClientSession(bot.url) as http:
        person = slack.person("U0SAM", http)
        assert shown(person, ASK)
        assert (await person.press(KEEP)).status == 200
        await eventually(lambda: shown(person, "✓"))
        assert await bot.stop(CALMLY) == 0
    assert WEAK["en"] in within(database, sentences)[0]


async def test_a_model_elsewhere_is_refused_on_a_build_server(
    sqlite_database: Database, slack: FakeSlack, tmp_path: Path
) -> None:
    """It says so and does not start; the doctor says it too."""
    settings = live(sqlite_database, slack, DECLIC_LLM_MODEL="m", OPENAI_API_KEY="k", CI="true")
    ended = await declic("run", folder=tmp_path, settings=settings)
    assert ended.code == 1
    assert "CI is set" in ended.err
    seen = await declic("doctor", folder=tmp_path, settings=settings)
    assert "RED    rewording: CI is set" in seen.out


async def test_the_doctor_says_that_it_is_off(
    sqlite_database: Database, slack: FakeSlack, tmp_path: Path
) -> None:
    """In one line, and that is in order."""
    seen = await declic("doctor", folder=tmp_path, settings=live(sqlite_database, slack))
    assert "green  rewording: off" in seen.out
