"""Pictures of the page of figures are drawn aside: no page waits for them, nor for one another."""

import asyncio
import os
import sys
import threading
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from dataclasses import replace

import pytest

from adapters.web import drawing
from adapters.web.dashboard.charts import pictures
from adapters.web.dashboard.drawings import Drawings
from adapters.web.dashboard.plots import Palette
from bot.reports.words import Words
from storage.store import Store
from tests.dashboard_house import housed
from tests.databases import Database
from tests.fakes import until
from tests.figures import COMPANY, closed, year
from tests.world import library


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is tested here is the same on every database."""
    return sqlite_database


async def test_pages_come_while_pictures_are_drawn(store: Store) -> None:
    """That of whoever began it, and those of others; each without its pictures as yet."""
    async with housed(store, year().values()) as house:
        house.patience = 10
        await house.come_in(house.person("hr", "hr"))
        for query in ("", "?group=Sales", "?group=Sales", "?month=2026-09"):
            answer, page = await asyncio.wait_for(house.get(f"/dashboard{query}"), 10)
            assert answer.status == 200
            assert "role='img'" not in page.replace('"', "'")
        house.draws.set()
        await house.drawings.settle()
        for query in ("", "?group=Sales", "?month=2026-09"):
            _, page = await house.get(f"/dashboard{query}")
            assert "role='img'" in page.replace('"', "'")


async def test_nothing_is_drawn_where_pages_are_answered() -> None:
    """Neither what is to be drawn is put together there: of many departments that takes long."""
    threads: set[threading.Thread] = set()

    def plot(_: Palette) -> dict[str, object]:
        threads.add(threading.current_thread())
        return {}

    def draw(plots: Sequence[object]) -> list[str]:
        threads.add(threading.current_thread())
        return ["<svg xmlns='http://www.w3.org/2000/svg'/>"] * len(plots)

    drawings, key = Drawings(draw), ("2026-10", COMPANY, "en")
    found = pictures(Words("en", library().wording), [closed()], COMPANY, {})
    drawings.begin(key, [replace(one, plot=plot) for one in found])
    await drawings.settle()
    assert drawings.ready(key)
    assert threads
    assert threading.current_thread() not in threads


async def test_several_pictures_stand_back_behind_everything_else() -> None:
    """Nobody waits for them: on a busy machine they are drawn later, and pages come as ever."""
    program = [sys.executable, "-I", drawing.__file__, "svgs"]
    usual = os.getpriority(os.PRIO_PROCESS, 0)
    running = await asyncio.create_subprocess_exec(*program, stdin=PIPE, stdout=DEVNULL)
    await until(lambda: os.getpriority(os.PRIO_PROCESS, running.pid) > usual)
    running.terminate()
    await running.communicate()
