"""The whole way on every platform, in both languages: from the settings to the wording taken."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from llmock.pytest_plugin import LLMock

from adapters.llm.client import OpenAIRewriter
from adapters.web import notice
from bot.commitments import from_words
from bot.language import LANGS, Lang
from storage.store import Store
from tests.fakes import Clock
from tests.llm import GOOD, HOST, LABEL, WEAK, body_of, rewriter_at, said
from tests.stages import STAGES, Stage
from tests.talks import fold
from tests.world import MONDAY, library

OWN = {lang: GOOD[lang].replace("[P1]", "Karim") for lang in LANGS}


@pytest.fixture
async def rewriter(llmock: LLMock) -> AsyncIterator[OpenAIRewriter]:
    opened = rewriter_at(llmock)
    yield opened
    await opened.close()


def say(key: str, lang: Lang) -> str:
    return library().say(key, lang)


async def take_part(stage: Stage, lang: Lang) -> None:
    """Come, as somebody who has the first conversation behind them."""
    await stage.say("coach")
    me = await stage.me()
    assert me is not None
    known = replace(me, state="active", lang=lang, lang_chosen=True, zone="Europe/Paris")
    await stage.world.change(lambda uow: uow.people.put(known))


async def turn_on(stage: Stage, lang: Lang) -> None:
    """Say yes in the settings."""
    await stage.say("settings" if lang == "en" else "réglages")
    assert HOST in stage.shown()[-1]
    await stage.press(say("buttons.change", lang))
    assert "suggestions" in stage.form()
    await stage.fill({"suggestions": "on", "zone": "Paris", "time": "10:00"})
    me = await stage.me()
    assert me is not None
    assert me.suggestions == HOST


async def commit(stage: Stage, lang: Lang) -> None:
    await stage.say("commit" if lang == "en" else "engagement")
    await stage.press(say("buttons.write_commitment", lang))
    await stage.fill({"action": WEAK[lang], "due": ""})


async def sentence(stage: Stage) -> str:
    me = await stage.me()
    assert me is not None
    return await stage.world.look(
        lambda uow: (
            from_words(uow.words.text(uow.commitments.of(me.id)[-1].words_id) or "{}").sentence
        )
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STAGES)
async def test_from_the_settings_to_the_wording_taken(
    sqlite_store: Store, llmock: LLMock, rewriter: OpenAIRewriter, name: str, lang: Lang
) -> None:
    """The message is changed in place, says who wrote the suggestion, and takes one tap."""
    llmock.reply(said(GOOD[lang]))
    async with STAGES[name](sqlite_store, Clock(MONDAY), lang, rewriter=rewriter) as stage:
        await take_part(stage, lang)
        await turn_on(stage, lang)
        await commit(stage, lang)
        many = len([one for one in stage.messages() if not one.passing])
        await stage.press(say("suggest.ask", lang))
        await stage.world.settle_model()
        await stage.look()
        lasting = [one for one in stage.messages() if not one.passing]
        assert len(lasting) == many
        assert fold(LABEL.text(lang)) in fold(lasting[-1].text)
        assert fold(OWN[lang]) in fold(lasting[-1].text)
        assert say("suggest.ask", lang) not in stage.labels()
        assert "Karim" not in lasting[-1].told
        await stage.press(say("check.use", lang))
        assert (await sentence(stage)).startswith(OWN[lang][:-1])
        assert len(llmock.requests) == 1
        assert "Karim" not in str(body_of(llmock.last_request))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", STAGES)
async def test_an_outage_is_one_calm_sentence(
    sqlite_store: Store, llmock: LLMock, rewriter: OpenAIRewriter, name: str, lang: Lang
) -> None:
    """And the deterministic wording is still there to be used."""
    llmock.outage()
    async with STAGES[name](sqlite_store, Clock(MONDAY), lang, rewriter=rewriter) as stage:
        await take_part(stage, lang)
        await turn_on(stage, lang)
        await commit(stage, lang)
        await stage.press(say("suggest.ask", lang))
        await stage.world.settle_model()
        await stage.look()
        lasting = [one for one in stage.messages() if not one.passing]
        assert fold(say("suggest.none", lang)) in fold(lasting[-1].text)
        await stage.press(say("check.use", lang))
        assert fold(say("theme.confidence", lang)) not in fold(lasting[-1].text)


@pytest.mark.parametrize("lang", LANGS)
async def test_the_notice_says_whether_and_where(lang: Lang) -> None:
    """In the language of the browser, before anybody says yes."""
    for host in ("", "llm.acme.example"):
        site: Any = web.Application()
        notice.add_routes(site, host)
        async with TestClient(TestServer(site)) as http:
            answer = await http.get("/privacy", headers={"Accept-Language": lang})
            text = await answer.text()
        told = {"en": "No language model is used", "fr": "Aucun modèle de langage n’est utilisé"}
        assert (told[lang] in text) is not bool(host)
        assert host in text
