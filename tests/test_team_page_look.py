"""A team's page in a real browser: on a phone in the dark, on a desk, and on paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Literal

import pytest
from aiohttp import web
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from adapters.web.team.links import TeamLinks
from adapters.web.team.routes import add_routes
from bot.language import LANGS, Lang
from bot.ports import UnitOfWork
from bot.teams.content import Figure, Item, Member, Round, Sealed
from bot.teams.history import History, history
from bot.turn import Turn
from storage.store import Store
from tests import team_rows as rows
from tests.browsers import chromium, needs_chromium
from tests.databases import KEY, Database
from tests.fakes import Clock
from tests.playground_script import served
from tests.test_dashboard_look import SIZES
from tests.world import library

pytestmark = needs_chromium

CLOCK = Clock(rows.LATER + timedelta(days=90))
Scheme = Literal["light", "dark"]
VISITS: tuple[tuple[Lang, str, Scheme], ...] = (
    ("en", "desktop", "light"),
    ("fr", "phone", "dark"),
)
A4 = 718
"""Pixels that a sheet has between its margins."""

LINES = ("We offer: an hour on Fridays for drafts", "We expect: calls before noon", "<b>bold</b>")
LOW, MEDIUM, HIGH = Figure("low"), Figure("medium"), Figure("high")


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    return sqlite_database


def half_a_year() -> Iterator[Round]:
    """Twelve rounds with a summary, one that had too few answers, and one that is open."""
    for number in range(1, 13):
        opened = rows.NOW + timedelta(days=7 * number)
        one = replace(rows.a_round(f"r{number}", number), opened_at=opened)
        energy = (LOW, MEDIUM, HIGH)[number % 3]
        goal = HIGH if number > 6 else MEDIUM
        figures: dict[Item, Figure] = {"energy": energy, "role": HIGH, "goal": goal}
        sealed = Sealed(6, figures, "close", "up", ("means", "decision"))
        done = replace(one, state="summary", sealed=sealed, lines=LINES)
        yield rows.looped(done) if number % 2 else done
    yield rows.a_round("few", 13, state="too_few", opened_at=rows.NOW + timedelta(days=85))
    yield rows.a_round("now", 14, opened_at=rows.NOW + timedelta(days=90))


def fill(uow: UnitOfWork) -> None:
    """Let there be a team with two people, who speak a language each."""
    uow.teams.add(rows.team(state="active"))
    for lang in LANGS:
        uow.people.add(replace(rows.person(lang), lang=lang))
        uow.teams.enrol(Member("t1", lang, 1))
    for one in half_a_year():
        uow.teams.begin(one)
    uow.teams.put_blocker(rows.blocker())
    uow.teams.commit_to(rows.agreed())


@pytest.fixture
def site(store: Store) -> Iterator[str]:
    rows.within(store, fill)

    def look(coachee_id: str, team_id: str) -> History | None:
        with store.open_uow() as uow:
            who = uow.people.look(coachee_id)
            assert who
            return history(Turn(uow, library(), lambda: "id", CLOCK(), "page", who), team_id)

    async def read(coachee_id: str, team_id: str) -> History | None:
        return await store.run_read(look, coachee_id, team_id)

    app = web.Application()
    add_routes(app, TeamLinks(KEY, ""), read, library().wording, CLOCK, patience=20)
    with served(app) as url:
        yield url.removesuffix("/playground")


def visit(browser: Browser, site: str, lang: Lang, size: str, scheme: Scheme) -> tuple[Page, str]:
    """Open the page where no script runs, then the same where axe's can; return both."""
    width, height = SIZES[size]
    asked: list[str] = []
    alone = browser.new_context(java_script_enabled=False)
    alone.on("request", lambda request: asked.append(request.url))
    page = alone.new_page()
    page.goto(TeamLinks(KEY, site).address(lang, "t1", lang, CLOCK()) or "")
    html = page.content()
    assert len(asked) == 1
    alone.close()
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    context.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    again = context.new_page()
    again.goto("http://shown.example/")
    return again, html


def test_everybody_can_read_it(site: str) -> None:
    """Nothing that axe finds, nothing cut off, nothing fetched; and it prints without its note."""
    with chromium() as browser:
        for lang, size, scheme in VISITS:
            page, html = visit(browser, site, lang, size, scheme)
            assert "<b>" not in html
            assert [one["id"] for one in Axe().run(page).response["violations"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
            expect(page.get_by_role("img")).to_have_count(1)
            page.set_viewport_size({"width": A4, "height": 1000})
            page.emulate_media(media="print")
            assert page.evaluate("document.documentElement.scrollWidth") <= A4
            expect(page.locator(".away")).to_be_hidden()
