"""Your words stay yours: nobody else reads them, and what is erased is gone."""

import itertools
import logging
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web
from sqlalchemy import Boolean, Integer

from adapters.slack.blocks import to_blocks
from adapters.teams.cards import to_card
from adapters.web.export import ExportLinks
from adapters.wiring import _add_web
from bot.language import LANGS, Lang
from bot.messages import Message
from storage.store import Store
from storage.tables import metadata
from tests.databases import KEY, Database
from tests.fakes import Clock, FakeMessenger
from tests.players import Player, Words, at_the_door
from tests.stages import STAGES, SlackStage
from tests.traces import Heard, all_logs, found, on_disk, rows, unsealed
from tests.world import MONDAY, World

THEMES = ("delegation", "conflict", "difficult_conversation", "prioritising", "workload")
IDS = ("U0ADA", "Ada Lovelace-Quux", "ada.quux@example.org")


@dataclass(slots=True)
class Life:
    """What somebody did for some weeks, and everything that was said on the way."""

    world: World
    ada: Player
    bob: Player
    words: Words
    foreign: Words
    heard: Heard

    async def live(self) -> None:
        """Type words into every place that takes them."""
        ada, words = self.ada, self.words
        await ada.open_home()
        await ada.onboard(words)
        await self.bob.onboard(self.foreign)
        for theme in THEMES:
            await ada.command(f"start {theme}")
            await ada.walk(words)
        for name in ("stuck", "commit", "checkin", "stuck", "commit", "checkin", "checkin"):
            await ada.command(name)
            await ada.walk(words)
        await self.change_an_answer()
        await self.edit_a_commitment()
        await self.begin_again()
        await ada.say(f"I wrote {words()} into the chat")
        await ada.command(f"start something about {words()}")
        await ada.command("stuck")
        await ada.say(f"My {words()} supplier does not answer")
        await self.world.wait(days=9)
        await self.bob.command("commit")
        await self.bob.walk(self.foreign)

    async def change_an_answer(self) -> None:
        """Answer a question, go back by its receipt, and answer anew."""
        ada = self.ada
        await ada.command("stuck")
        await ada.press("write")
        await ada.fill(ada.words(self.words))
        await ada.press("change")
        await ada.press("write")
        await ada.fill(ada.words(self.words))
        await ada.walk(self.words)

    async def edit_a_commitment(self) -> None:
        """Change the words of an open commitment, outside any session."""
        ada = self.ada
        await ada.command("commit")
        await ada.walk(self.words)
        await ada.command("plan")
        edit = next(o for _, some in reversed(list(self.offered())) for o in some if "edit:" in o)
        await ada.press(edit)
        await ada.fill(ada.words(self.words))

    async def begin_again(self) -> None:
        """Choose themes and goal anew: the old goal gives way."""
        await self.ada.command("settings")
        await self.ada.press("cmd:begin_again")
        await self.ada.walk(self.words)

    def offered(self) -> Iterator[tuple[str, set[str]]]:
        """What the newest message offers."""
        from tests.players import controls  # noqa: PLC0415

        return controls(self.ada.messages[-1])


@pytest.fixture
async def life(store: Store) -> AsyncIterator[Life]:
    """Two people, one of whom has been using it for some weeks."""
    with all_logs() as heard:
        async with at_the_door(store, Clock(MONDAY)) as (world, chat):
            ada, bob = Player(world, chat, "U0ADA"), Player(world, chat, "U0BOB")
            foreign = Words("zw")
            lived = Life(world, ada, bob, Words(), foreign, heard)
            await lived.live()
            yield lived
