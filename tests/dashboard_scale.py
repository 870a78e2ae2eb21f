"""How long HR's page takes: `python -m tests.dashboard_scale 100000 300` prints the figures.

It makes a store of so many people with twelve closed months of so many departments, and asks the
live application over HTTP on this machine: pages seen for the first time, seen before, and asked
for while pictures are drawn for others.
"""

import asyncio
import logging
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

from aiohttp.test_utils import TestClient, TestServer

from adapters.settings import Settings
from adapters.web.dashboard.way_in import COOKIE, PATH, DashboardLinks
from adapters.wiring import live, real_now
from bot.campaigns.grants import Grant
from bot.groups.release import Wave
from bot.measuring.company import TOP
from bot.measuring.published import Month
from storage import migrate
from storage.store import Store, open_store
from tests.campaign_scale import BATCH, person
from tests.databases import KEY
from tests.figures import OCTOBER, closed
from tests.team_rows import within

MONTHS = 12
COLD, WARM, PAUSE = 8, 60, 0.05
"""Views seen for the first time, requests for views seen before, and seconds between requests."""

PUBLIC = "https://declic.example"
GOAL = 0.3
"""Seconds within which a page is there."""

Http = TestClient[Any, Any]


def fill(url: str, people: int, departments: int) -> str:
    """Make the store, and return the id of somebody of HR."""
    migrate.upgrade(url)
    store = open_store(url, KEY)
    for start in range(0, people, BATCH):
        numbers = range(start, min(start + BATCH, people))
        some = [replace(person(number), zone="Europe/Paris") for number in numbers]
        within(store, lambda uow, new=some: uow.people.gather(new))  # type: ignore[misc]
    hr = person(0).id
    within(store, lambda uow: uow.roles.grant(Grant(hr, "hr", "", real_now())))
    sizes = {TOP: people, **dict.fromkeys(names(departments), people // departments)}
    _publish(store, sizes)
    store.close()
    return hr


def names(departments: int) -> list[str]:
    """Return what departments are called, in order."""
    return [f"Department {number:03}" for number in range(departments)]


def _publish(store: Store, sizes: Mapping[str, int]) -> None:
    inside = list(sizes)[1:]
    people = {person(n).id: inside[n % len(inside)] for n in range(sizes[TOP])}
    month = Month(OCTOBER.year - 1, OCTOBER.number)
    for _ in range(MONTHS):
        month = month.following
        found = closed(month, list(sizes), sizes=sizes)
        waves = {"reach": [Wave(f"{month} reach", people)]}
        within(store, lambda uow, f=found, w=waves: uow.figures.publish(f, w))  # type: ignore[misc]


@asynccontextmanager
async def opened(url: str, hr: str) -> AsyncIterator[Http]:
    """Run the live application afresh, and come in as HR."""
    given: dict[str, Any] = {
        "DECLIC_DATABASE_URL": url,
        "DECLIC_SECRET_KEY": KEY,
        "DECLIC_PUBLIC_URL": PUBLIC,
        "SLACK_BOT_TOKEN": "xoxb-none",
        "SLACK_SIGNING_SECRET": "none",
        "SLACK_API_URL": "http://127.0.0.1:9/",
    }
    async with (
        live(Settings(**given), web_too=True, worker_too=False) as application,
        TestClient(TestServer(application)) as http,
    ):
        link = DashboardLinks(KEY, PUBLIC).address(hr, "hr", "en", real_now())
        assert link is not None
        answer = await http.post(link.removeprefix(PUBLIC), allow_redirects=False)
        http.session.cookie_jar.update_cookies({COOKIE: answer.cookies[COOKIE].value})
        yield http


async def page(http: Http, group: str, name: str = "") -> str:
    """Ask for the page of a group, or for a file of it."""
    address = f"{PATH}{name}?month={OCTOBER}&group={quote(group)}"
    async with http.get(address) as answer:
        assert answer.status == 200, answer.status
        return (await answer.read()).decode(errors="replace")


async def drawn(http: Http, group: str) -> None:
    """Wait until the page has its pictures."""
    while 'role="img"' not in await page(http, group):  # noqa: ASYNC110 - as a reader would
        await asyncio.sleep(PAUSE * 4)


def _print(what: str, took: list[float]) -> None:
    slowest = max(took)
    far = "" if slowest < GOAL else f"  OVER {GOAL * 1000:.0f} ms"
    told = f"median {median(took) * 1000:5.0f} ms, slowest {slowest * 1000:5.0f} ms"
    print(f"{what:36} {told}, {len(took):3} requests{far}", flush=True)  # noqa: T201 - a script


async def measure(url: str, hr: str, departments: int) -> None:
    """Print what each kind of request takes."""
    some = [TOP, *names(departments)[: COLD - 1]]
    async with opened(url, hr) as http:
        took = [await _first(http, group) for group in some]
        _print("seen first, the company", took[:1])
        _print("seen first, departments", took[1:])
        again = [some[number % COLD] for number in range(WARM)]
        _print("seen before", [await _timed(page(http, group)) for group in again])
        tables = [await _timed(page(http, group, "/figures.csv")) for group in some]
        _print("the table as CSV", tables)
        await _while_drawing(http, names(departments)[COLD:], again)


async def _first(http: Http, group: str) -> float:
    took = await _timed(page(http, group))
    await drawn(http, group)
    return took


async def _while_drawing(http: Http, new: list[str], again: list[str]) -> None:
    """Let others see pages for the first time, one after the other, and ask for known ones."""
    others = asyncio.gather(*(drawn(http, group) for group in new[:COLD]))
    took = []
    for group in again * 10:
        took.append(await _timed(page(http, group)))
        if others.done():
            break
    await others
    _print("seen before, while others' are drawn", took)


async def _timed(ask: Awaitable[object]) -> float:
    begun = time.perf_counter()
    await ask
    took = time.perf_counter() - begun
    await asyncio.sleep(PAUSE)
    return took


def main(people: int, departments: int) -> None:
    """Make the store and ask; that nobody takes the note to HR is no matter here."""
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "declic.sqlite3"
        url = f"sqlite:///{path}"
        hr = fill(url, people, departments)
        told = f"{people} people, {departments} departments, {MONTHS} months"
        size = path.stat().st_size / 1e6
        print(f"{told}: {size:.0f} MB, SQLite")  # noqa: T201 - a script
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before")  # noqa: T201
        asyncio.run(measure(url, hr, departments))
        print(f"load {os.getloadavg()[0]:.1f} after")  # noqa: T201 - a script


if __name__ == "__main__":
    main(*(int(text) for text in (*sys.argv[1:], *("100000", "300")[len(sys.argv) - 1 :])))
