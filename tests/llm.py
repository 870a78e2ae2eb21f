"""Somebody with a weak commitment before them, and a model that answers as the test says."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from llmock.pytest_plugin import LLMock

from adapters.llm.client import OpenAIRewriter
from adapters.llm.place import Place
from bot.commitments import Commitment, Draft, from_words
from bot.errors import ModelFailed
from bot.language import Lang, Wording
from bot.messages import Message
from bot.ports import Rewriter
from bot.suggestions.checking import LONGEST
from bot.suggestions.rewording import Request
from prompts.rewording import load_instructions, load_lexicon
from storage.store import Store
from tests.fakes import Clock, FakeMessenger
from tests.players import Player, at_the_door, controls
from tests.world import World

HOST = "127.0.0.1"
WEAK: Mapping[Lang, str] = {
    "en": "I will try to give Karim more feedback",
    "fr": "Je vais essayer de donner plus de retours à Karim",
}
GOOD: Mapping[Lang, str] = {
    "en": "After the next team meeting, I will ask [P1] one question about the report.",
    "fr": "Après la prochaine réunion d’équipe, je vais poser une question à [P1] sur le rapport.",
}
"""A wording that mends what is weak, as the model says it."""

LEXICON = load_lexicon()
LABEL = Wording("Suggestion written by AI", "Proposition écrite par une IA")


def said(wording: str) -> str:
    """Write an answer as the model should."""
    return json.dumps({"wording": wording}, ensure_ascii=False)


@dataclass
class ScriptedRewriter(Rewriter):
    """A model that says what it is told to, or fails; `requests` is all it was asked."""

    answer: str | Exception = ""
    host: str = HOST
    requests: list[Request] = field(default_factory=list)

    async def suggest(self, request: Request) -> str:
        self.requests.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def rewriter_at(llmock: LLMock, model: str = "small") -> OpenAIRewriter:
    """Open the real client on the mock's address."""
    return OpenAIRewriter(Place(llmock.base_url("openai"), model, "k-123"), load_instructions())


def failing_with(reason: str) -> ScriptedRewriter:
    return ScriptedRewriter(ModelFailed(reason))


@dataclass
class Desk:
    """One person who takes part, and what they can do with a commitment."""

    player: Player

    @property
    def world(self) -> World:
        return self.player.world

    async def come(self, lang: Lang, host: str = HOST) -> None:
        """Begin, with the onboarding behind them; with a host, they said yes to it."""
        await self.player.say("coach")
        me = await self.player.me()
        assert me is not None
        known = replace(
            me, state="active", lang=lang, lang_chosen=True, zone="Europe/Paris", suggestions=host
        )
        await self.world.change(lambda uow: uow.people.put(known))
        self.world.clock.move(timedelta(minutes=1))

    async def commit(self, action: str, **fields: str) -> None:
        """Write a commitment."""
        await self.player.command("commit")
        if any(option == "write" for m in self.player.messages for option in offered(m)):
            await self.player.press("write")
        await self.player.fill({"action": action, "due": "", **fields})

    async def ask(self) -> None:
        """Press the button, and wait for what comes of it."""
        await self.player.press("suggest")
        await self.world.settle_model()

    async def commitment(self) -> Commitment:
        """The newest commitment."""
        me = await self.player.me()
        assert me is not None
        return await self.world.look(lambda uow: uow.commitments.of(me.id)[-1])

    async def change(self, **changes: Any) -> None:
        """Change the newest commitment."""
        changed = replace(await self.commitment(), **changes)
        await self.world.change(lambda uow: uow.commitments.put(changed))

    def options(self) -> set[str]:
        """All that can be pressed in the newest message, but for its foot."""
        return offered(self.player.messages[-1])

    def read(self) -> str:
        """The newest message."""
        return str(self.player.messages[-1].elements)

    async def draft(self) -> Draft:
        """The newest commitment's words."""
        words_id = (await self.commitment()).words_id
        return from_words(await self.world.look(lambda uow: uow.words.text(words_id) or "{}"))


def offered(message: Message) -> set[str]:
    """Collect what can be pressed in a message."""
    return {o for token, options in controls(message) if token != "menu" for o in options}


@asynccontextmanager
async def desk(
    store: Store, rewriter: Rewriter | None, lang: Lang = "en", *, host: str = HOST
) -> AsyncIterator[Desk]:
    """Sit somebody down at the engine's own door."""
    async with at_the_door(store, Clock(), rewriter=rewriter) as (world, chat):
        made = Desk(Player(world, chat, lang=lang))
        await made.come(lang, host)
        yield made


def body_of(request: Any) -> dict[str, Any]:
    """Return what the endpoint received."""
    body = request.body
    assert isinstance(body, dict)
    return body


__all__ = ["LONGEST", "Desk", "FakeMessenger", "ScriptedRewriter", "desk"]
