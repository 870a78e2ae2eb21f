"""My data: what a person sees, takes along and erases, for themselves alone."""

import itertools
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters.slack.modals import to_modal
from adapters.teams.dialogs import to_dialog
from bot.errors import SendFailed
from bot.language import LANGS, Lang
from bot.messages import Form, Link, Text
from storage.store import Store
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.players import WORKSPACE, Player, at_the_door, texts
from tests.stages import STAGES
from tests.traces import found, rows, unsealed
from tests.world import MONDAY


class Words:
    """Words that stand nowhere else; `planted` is all that were given out."""

    def __init__(self) -> None:
        self.planted: list[str] = []

    def __call__(self) -> str:
        self.planted.append(f"qx{len(self.planted):03d}velvet")
        return self.planted[-1]


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
async def ada(store: Store, word: Words) -> AsyncIterator[Player]:
    """Somebody who went through the first conversation."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat, "U0ADA")
        await player.onboard(word)
        yield player


async def windows(player: Player) -> list[Form]:
    """Open every window that the data page offers."""
    await player.command("data")
    offered = [o for m in player.messages[-1:] for o in _options(m)]
    opened = []
    for option in [o for o in offered if o.startswith("form:see")]:
        form = (await player.press(option)).form
        assert form is not None
        opened.append(form)
    return opened


def _options(message: object) -> list[str]:
    return [
        option.id
        for element in getattr(message, "elements", ())
        for option in getattr(element, "options", ())
    ]
