"""The real client against an endpoint that misbehaves: a reason in time, never a crash."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from llmock.pytest_plugin import LLMock
from llmock.scenarios import Fail, Reply

from adapters.doctor import _rewording
from adapters.llm.client import OpenAIRewriter, limits
from adapters.llm.place import OPENAI, Place, RealModelInTests, admitted, is_near
from adapters.settings import Settings
from bot.errors import ModelFailed
from bot.suggestions.rewording import Request
from prompts.rewording import load_instructions
from tests.llm import GOOD, body_of, rewriter_at, said
from tests.traces import all_logs, found

REQUEST = Request("delegation", "en", "I will try to help [P1]", "when")


@pytest.fixture
async def rewriter(llmock: LLMock) -> AsyncIterator[OpenAIRewriter]:
    opened = rewriter_at(llmock)
    yield opened
    await opened.close()


async def reason(rewriter: OpenAIRewriter, request: Request = REQUEST) -> str:
    with pytest.raises(ModelFailed) as failed:
        await rewriter.suggest(request)
    return failed.value.reason


async def test_an_answer_is_returned_as_it_is(llmock: LLMock, rewriter: OpenAIRewriter) -> None:
    """The client believes nothing and changes nothing."""
    llmock.reply(said(GOOD["en"]))
    assert await rewriter.suggest(REQUEST) == said(GOOD["en"])
    llmock.assert_resilient(strict=True)


async def test_the_request_is_the_template_and_one_sentence(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """No tools, no user, no history: byte for byte what stands in the pack."""
    await rewriter.suggest(REQUEST)
    body = body_of(llmock.last_request)
    assert set(body) == {"model", "messages", "max_tokens", "response_format"}
    task, sentence = body["messages"]
    assert task == {"role": "system", "content": load_instructions()["en"].task}
    assert sentence == {
        "role": "user",
        "content": "<theme>delegation</theme>\n<failing>when</failing>\n"
        "<sentence>I will try to help [P1]</sentence>",
    }
    assert body["response_format"]["json_schema"]["strict"] is True


async def test_one_rate_limit_is_waited_for(llmock: LLMock, rewriter: OpenAIRewriter) -> None:
    """One try more, as long after as the endpoint says."""
    llmock.rate_limit(times=1, retry_after=0.2)
    llmock.reply(said("x"))
    assert await rewriter.suggest(REQUEST) == said("x")
    assert [one.status for one in llmock.requests] == [429, 200]
    llmock.assert_resilient()


async def test_a_lasting_rate_limit_ends_after_one_more_try(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """Nobody hammers."""
    llmock.rate_limit(times=None, retry_after=0.1)
    assert await reason(rewriter) == "rate_limited"
    assert len(llmock.requests) == 2


async def test_an_outage_ends_after_one_more_try(llmock: LLMock, rewriter: OpenAIRewriter) -> None:
    """It is no fault of the sentence."""
    llmock.outage()
    assert await reason(rewriter) == "outage"
    assert len(llmock.requests) == 2


@pytest.mark.parametrize(
    ("status", "told"), [(401, "key_refused"), (403, "key_refused"), (404, "model_unknown")]
)
async def test_a_refused_key_is_not_tried_again(
    llmock: LLMock, rewriter: OpenAIRewriter, status: int, told: str
) -> None:
    """Nor a model that is not there."""
    llmock.fail(status, times=None)
    assert await reason(rewriter) == told
    assert len(llmock.requests) == 1


async def test_an_endpoint_without_shapes_is_asked_plainly(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """And from then on at once."""
    llmock.add(Fail(400, times=1))
    llmock.reply(said("x"), times=2)
    assert await rewriter.suggest(REQUEST) == said("x")
    assert await rewriter.suggest(REQUEST) == said("x")
    shaped = ["response_format" in body_of(one) for one in llmock.requests]
    assert shaped == [True, False, False]


async def test_a_request_that_is_refused_either_way_says_nothing_of_shapes(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """The next one is asked for its shape again: the fault was in that one sentence."""
    llmock.add(Fail(400, times=2))
    llmock.reply(said("x"))
    assert await reason(rewriter) == "not_understood"
    assert await rewriter.suggest(REQUEST) == said("x")
    shaped = ["response_format" in body_of(one) for one in llmock.requests]
    assert shaped == [True, False, True]


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_redirection_is_not_followed(llmock: LLMock, status: int) -> None:
    """The person said yes to one host and no other."""

    async def elsewhere(_request: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": llmock.base_url("openai")})

    site = web.Application()
    site.router.add_post("/v1/chat/completions", elsewhere)
    async with TestServer(site) as server:
        rewriter = OpenAIRewriter(Place(f"{server.make_url('/v1')}", "m"), load_instructions())
        assert await reason(rewriter) in {"outage", "corrupt", "failed"}
        await rewriter.close()
    assert llmock.requests == []


def test_openai_is_told_to_keep_nothing_for_later() -> None:
    """A local endpoint might not know that word."""
    assert limits(Place(OPENAI, "m"))["store"] is False
    assert limits(Place("https://eu.api.openai.com/v1/", "m"))["store"] is False
    assert "store" not in limits(Place("http://127.0.0.1:8080/v1", "m"))


@pytest.mark.parametrize(
    ("ended", "text", "told"),
    [
        ("length", '{"wording": "I wi', "truncated"),
        ("content_filter", "I cannot", "refused"),
        ("stop", " ", "empty"),
    ],
)
async def test_half_an_answer_is_none(
    llmock: LLMock, rewriter: OpenAIRewriter, ended: str, text: str, told: str
) -> None:
    """Cut off, filtered or empty."""
    llmock.add(Reply(text=text, finish_reason=ended))
    assert await reason(rewriter) == told


async def test_faults_of_a_stream_do_not_concern_it(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """It never asks for one, so none can be cut or spoilt in the middle."""
    llmock.truncate().corrupt()
    llmock.reply(said("x"))
    assert await rewriter.suggest(REQUEST) == said("x")
    assert not llmock.last_request.stream


BODIES: list[Any] = [
    b"", b"{", b"[]", b"null", b'"text"', b"<html>busy</html>", b"{}", b'{"choices": null}',
    b'{"choices": []}', b'{"choices": "x"}', b'{"choices": [null]}', b'{"choices": [{}]}',
    b'{"choices": [{"message": null}]}', b'{"choices": [{"message": {"content": 7}}]}',
    b'{"choices": [{"message": {"content": [1]}, "finish_reason": "stop"}]}', b"\xff\xfe\x00",
    b'{"choices": [{"message": {"content": null, "refusal": "I will not"}}]}',
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("kind", ["application/json", "text/html"])
async def test_a_corrupt_body_is_no_answer(body: bytes, kind: str) -> None:
    """Whatever an endpoint or a proxy before it sends with status 200."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=body, headers={"Content-Type": kind})

    site = web.Application()
    site.router.add_post("/v1/chat/completions", answer)
    async with TestServer(site) as server:
        rewriter = OpenAIRewriter(Place(f"{server.make_url('/v1')}", "m"), load_instructions())
        assert await reason(rewriter) in {"corrupt", "empty", "refused", "failed"}
        await rewriter.close()


async def test_a_lost_connection_is_a_reason() -> None:
    """Nobody listens there."""
    rewriter = OpenAIRewriter(Place("http://127.0.0.1:9/v1", "m"), load_instructions())
    assert await reason(rewriter) == "unreachable"
    await rewriter.close()


async def test_a_slow_answer_can_be_given_up_at_any_time(
    llmock: LLMock, rewriter: OpenAIRewriter
) -> None:
    """Whoever asks has a limit of their own."""
    llmock.delay(2)
    begun = time.perf_counter()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await rewriter.suggest(REQUEST)
    assert time.perf_counter() - begun < 1


async def test_nothing_of_a_request_is_logged(llmock: LLMock, rewriter: OpenAIRewriter) -> None:
    """By no logger that the product does not silence."""
    with all_logs() as heard:
        llmock.reply(said("Answered velvet"))
        await rewriter.suggest(Request("none", "en", "Asked velvet", "when"))
        llmock.rate_limit(times=None, retry_after=0.01)
        await reason(rewriter, Request("none", "en", "Asked velvet", "when"))
    assert found(heard.lines, ["velvet", "k-123"]) == []


async def test_only_settings_count_and_not_the_environment(
    llmock: LLMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other programs' names for organisation and address change nothing."""
    monkeypatch.setenv("OPENAI_ORG_ID", "org-acme")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-acme")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    rewriter = rewriter_at(llmock)
    await rewriter.suggest(REQUEST)
    assert rewriter._client.organization is rewriter._client.project is None
    assert "k-123" not in repr(rewriter._place)
    await rewriter.close()


def test_a_model_beyond_this_computer_is_not_asked_in_tests() -> None:
    """Nothing leaves a build server, and nothing is paid for there."""
    for url in (OPENAI, "http://10.0.0.7:8080/v1", "https://llm.acme.com/v1"):
        with pytest.raises(RealModelInTests):
            admitted(Place(url, "m"), in_tests=True)
        assert admitted(Place(url, "m"), in_tests=False).url == url
    for url in ("http://127.0.0.1:8080/v1", "http://localhost/v1", "http://[::1]:1/v1"):
        assert admitted(Place(url, "m"), in_tests=True).url == url
    assert [is_near(host) for host in ("ollama", "10.0.0.7", "8.8.8.8", "acme.com")] == [
        True, True, False, False,
    ]  # fmt: skip


def settings(**env: str) -> Settings:
    names = {"DECLIC_LLM_MODEL": "", "OPENAI_API_KEY": "", "OPENAI_BASE_URL": "", "CI": ""}
    return Settings(**(names | env))  # type: ignore[arg-type]  # aliases are read as from a file


class TestDoctor:
    """One line says whether it is off, or on and answering."""

    async def test_off(self) -> None:
        """As it is without any setting, or with a key for other programs."""
        for env in ({}, {"OPENAI_API_KEY": "k"}, {"OPENAI_BASE_URL": "http://x/v1"}):
            finding = await _rewording(settings(**env))
            assert finding.good
            assert finding.told.startswith("off")

    async def test_on(self, llmock: LLMock) -> None:
        """The tiny request that proves it holds nobody's text."""
        env = {"DECLIC_LLM_MODEL": "small", "OPENAI_BASE_URL": llmock.base_url("openai")}
        finding = await _rewording(settings(CI="true", **env))
        assert finding.good
        assert "small at 127.0.0.1 answers" in finding.told
        assert body_of(llmock.last_request)["messages"] == [{"role": "user", "content": "ping"}]

    async def test_out_of_order(self, llmock: LLMock) -> None:
        """It says the next step."""
        env = {"DECLIC_LLM_MODEL": "small", "OPENAI_BASE_URL": llmock.base_url("openai")}
        llmock.fail(401)
        finding = await _rewording(settings(**env))
        assert not finding.good
        assert "OPENAI_API_KEY" in finding.told

    async def test_not_in_tests(self) -> None:
        """A build server asks nobody."""
        env = {"DECLIC_LLM_MODEL": "m", "OPENAI_API_KEY": "k", "CI": "1"}
        finding = await _rewording(settings(**env))
        assert not finding.good
        assert "CI is set" in finding.told


def test_the_settings_say_what_is_missing() -> None:
    """A model needs an address or a key; the address is safe, or near."""
    assert "DECLIC_LLM_MODEL" in settings(DECLIC_LLM_MODEL="m").faults[0]
    for url in ("http://llm.acme.com/v1", "ftp://x", "acme"):
        env = {"DECLIC_LLM_MODEL": "m", "OPENAI_BASE_URL": url}
        assert "OPENAI_BASE_URL" in "".join(settings(**env).faults)
    for url in ("http://ollama:11434/v1", "http://127.0.0.1/v1", "https://llm.acme.com/v1"):
        made = settings(DECLIC_LLM_MODEL="m", OPENAI_BASE_URL=url)
        assert made.faults == ()
        assert made.rewording
    assert settings(OPENAI_API_KEY="k").rewording is None
