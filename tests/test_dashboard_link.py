"""Whoever has a link to the page of figures can use it first: its owner is told, and can close it.

A second person opens a link that was forwarded, in a browser of their own.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters import wiring
from adapters.web.dashboard.way_in import COOKIE, SESSION_LIVES
from bot.language import Lang
from bot.messages import Link, Message
from storage.store import Store
from tests.dashboard_house import ADDRESS, LINKS, publish, readable
from tests.databases import Database
from tests.figures import year
from tests.hr import Company, Hr, company
from tests.players import controls
from tests.squads import text_of

OPENED = {
    "en": "Your link to the figures was opened today at 10:00. If that was not you, close the page "
    "here: nothing more can then be seen on it.",
    "fr": "Votre lien vers les chiffres a été ouvert aujourd’hui à 10\xa0h. Si ce n’était pas "
    "vous, fermez la page ici\xa0: plus rien n’y sera visible.",
}
SHUT = {
    "en": "The page that your link opened today at 10:00 is closed, in whichever browser it was. "
    "If somebody else opened it, tell whoever owns Déclic here: the log has each look.",
    "fr": "La page que votre lien a ouverte aujourd’hui à 10\xa0h est fermée, quel que soit "
    "le navigateur. Si quelqu’un d’autre l’a ouverte, prévenez la personne responsable de "
    "Déclic\xa0: le journal garde chaque consultation.",
}
USED = {
    "en": "A message in your chat with Déclic says when it was opened, and has a button that "
    "closes the page.",
    "fr": "Un message dans votre conversation avec Déclic dit quand il a été ouvert, avec un "
    "bouton qui ferme la page.",
}
COME_IN = {"en": "Please come in by a link", "fr": "Passez par un lien"}
COMMANDS = {"en": "dashboard", "fr": "tableau"}
PATHS = ("/dashboard", "/dashboard/figures.csv", "/dashboard/kept.png")
CLOSE = "campaign:close"


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """What is tested here is the same on every database."""
    return sqlite_database


class Browser:
    """Somebody's browser."""

    def __init__(self, http: TestClient[Any, Any]) -> None:
        self._http = http

    async def open(self, link: str) -> tuple[int, str]:
        """Press the button of a link, and keep the cookie although no TLS is spoken here."""
        async with self._http.post(link, allow_redirects=False) as answer:
            if COOKIE in answer.cookies:
                self._http.session.cookie_jar.update_cookies({COOKIE: answer.cookies[COOKIE].value})
            return answer.status, readable(await answer.text())

    async def see(self, path: str = "/dashboard") -> tuple[int, str]:
        async with self._http.get(path) as answer:
            return answer.status, readable((await answer.read()).decode(errors="replace"))


@dataclass
class Firm:
    """A company with its chat and its page; two people with a browser each."""

    company: Company
    own: Browser
    other: Browser
    read: int = 0

    @property
    def hr(self) -> Hr:
        return self.company.hr

    async def link(self, lang: Lang = "en") -> str:
        """Let HR ask for a link in a language."""
        await self.hr.command(f"language {lang}")
        reply = await self.hr.campaign(COMMANDS[lang])
        assert reply.show
        [link] = [one for one in reply.show.elements if isinstance(one, Link)]
        self.read = len(self.hr.messages)
        return link.url.removeprefix(ADDRESS)

    async def notes(self) -> list[Message]:
        """What came to HR's chat that they have not read, without waiting for the next tick."""
        await self.company.world.engine.settle()
        new, self.read = self.hr.messages[self.read :], len(self.hr.messages)
        return new


@pytest.fixture
async def firm(store: Store) -> AsyncIterator[Firm]:
    publish(store, *year().values())
    async with company(store) as made, served(made) as (own, other):
        yield Firm(made, own, other)


@asynccontextmanager
async def served(made: Company) -> AsyncIterator[tuple[Browser, Browser]]:
    """Serve the page of figures to two browsers."""
    app = web.Application()
    wiring._add_dashboard(app, made.world.engine, LINKS, made.world.clock)
    own: TestClient[Any, Any]
    other: TestClient[Any, Any]
    async with TestServer(app) as server, TestClient(server) as own, TestClient(server) as other:
        yield Browser(own), Browser(other)


@pytest.mark.parametrize("lang", ["en", "fr"])
async def test_a_forwarded_link_that_somebody_else_opens_first(firm: Firm, lang: Lang) -> None:
    """They see figures; its owner is told, finds the link used, closes the page, and asks anew."""
    link = await firm.link(lang)
    status, _ = await firm.other.open(link)
    assert status == 303
    status, page = await firm.other.see()
    assert (status, "62" in page) == (200, True)

    [note] = await firm.notes()
    assert OPENED[lang] in text_of(note)
    status, page = await firm.own.open(link)
    assert (status, USED[lang] in page) == (409, True)

    await firm.hr.press(CLOSE)
    assert SHUT[lang] in text_of(firm.hr.messages[-1])
    assert not [one for one in controls(firm.hr.messages[-1]) if CLOSE in one[1]]
    for path in PATHS:
        status, page = await firm.other.see(path)
        assert (status, COME_IN[lang] in page, "62" in page) == (401, True, False)

    status, _ = await firm.own.open(await firm.link(lang))
    assert status == 303
    assert (await firm.own.see())[0] == 200
    assert (await firm.other.see())[0] == 401


async def test_one_note_comes_for_each_link(firm: Firm) -> None:
    """However often its button is pressed, and none for looking at it, nor for each look."""
    link = await firm.link()
    async with firm.own._http.get(link) as preview:
        assert preview.status == 200
    assert await firm.notes() == []
    for browser in (firm.own, firm.other, firm.own):
        await browser.open(link)
    for path in PATHS:
        await firm.own.see(path)
    assert len(await firm.notes()) == 1
    await firm.other.open(await firm.link())
    assert len(await firm.notes()) == 1


async def test_it_is_no_prompt(firm: Firm) -> None:
    """It answers an act of their own, five minutes before at most: nothing of a week is used up."""
    me = await firm.hr.me()
    assert me is not None
    before = await firm.company.world.look(lambda uow: list(uow.ledger.of(me.id, 100)))
    await firm.own.open(await firm.link())
    assert len(await firm.notes()) == 1
    after = await firm.company.world.look(lambda uow: list(uow.ledger.of(me.id, 100)))
    assert after == before


async def test_it_says_when_and_not_who(firm: Firm) -> None:
    """Nobody knows who presses: neither an address nor a browser is kept, here or in the log."""
    await firm.other.open(await firm.link())
    [note] = await firm.notes()
    assert "127.0.0.1" not in text_of(note)
    opened = [one for one in await firm.hr.log() if one.act == "entered"]
    me = await firm.hr.me()
    assert me is not None
    assert [(one.by, one.subject, one.detail) for one in opened] == [(me.id, "", "hr")]


async def test_only_the_page_of_that_link_is_closed(firm: Firm) -> None:
    """Their own, opened by another link, stays open."""
    await firm.other.open(await firm.link())
    [forwarded] = await firm.notes()
    await firm.own.open(await firm.link())
    await firm.notes()
    [token] = [token for token, offered in controls(forwarded) if CLOSE in offered]
    await firm.hr.send(firm.hr.clicked(token, CLOSE))
    assert (await firm.other.see())[0] == 401
    assert (await firm.own.see())[0] == 200


async def test_it_is_closed_once_and_that_is_in_the_log(firm: Firm) -> None:
    """A press that comes twice changes nothing; owners read that it was closed."""
    await firm.own.open(await firm.link())
    await firm.notes()
    press = firm.hr.token_of(CLOSE)
    for _ in range(2):
        await firm.hr.send(firm.hr.clicked(press, CLOSE))
    acts = [(one.act, one.detail) for one in await firm.hr.log()]
    assert acts == [("entered", "hr"), ("shut", "")]


async def test_nobody_else_can_close_it(firm: Firm) -> None:
    """The button is one person's."""
    await firm.own.open(await firm.link())
    await firm.notes()
    [ada] = firm.company.hire(1)
    await ada.command("help")
    await ada.send(ada.clicked(firm.hr.token_of(CLOSE), CLOSE))
    assert (await firm.own.see())[0] == 200


async def test_whoever_lost_the_role_can_still_close_it(firm: Firm) -> None:
    """It is open to nobody then; with the role given back it stays closed."""
    await firm.other.open(await firm.link())
    await firm.notes()
    me = await firm.hr.me()
    assert me is not None
    [grant] = await firm.company.world.look(lambda uow: list(uow.roles.all()))
    await firm.company.world.change(lambda uow: uow.roles.revoke(me.id, "hr"))
    await firm.hr.press(CLOSE)
    await firm.company.world.change(lambda uow: uow.roles.grant(grant))
    assert (await firm.other.see())[0] == 401


async def test_it_stays_closed_for_as_long_as_it_would_be_open(firm: Firm) -> None:
    """The hourly purge does not open it again."""
    await firm.other.open(await firm.link())
    await firm.notes()
    await firm.hr.press(CLOSE)
    await firm.company.world.wait(seconds=SESSION_LIVES - 60)
    await firm.company.world.engine.loop.run_once()
    assert (await firm.other.see())[0] == 401
