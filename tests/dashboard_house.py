"""A company with its page of figures, and a browser that visits it."""

import re
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import delete

from adapters.gate import Gate
from adapters.web.dashboard.adapting import changes_of
from adapters.web.dashboard.drawings import Drawings
from adapters.web.dashboard.routes import Access, Source, Texts, add_routes
from adapters.web.dashboard.way_in import COOKIE, DashboardLinks
from adapters.web.pictures import NotDrawn
from adapters.wiring import real_id
from bot.campaigns.arrivals import LinkUsed, Visit
from bot.campaigns.grants import Deed, Grant, Role
from bot.campaigns.looking import Standing
from bot.conversation import Carried, Conversation
from bot.errors import Busy
from bot.language import Lang
from bot.measuring.published import Closed, Month
from bot.people import Coachee
from bot.ports import UnitOfWork
from storage.store import Store
from storage.tables import closings, figures
from tests.databases import KEY
from tests.fakes import Clock
from tests.world import MONDAY, library

ADDRESS = "https://declic.example"
LINKS = DashboardLinks(KEY, ADDRESS)


@dataclass
class House:
    """A company with its page, and a browser.

    Attributes:
        busy: looks cannot be noted.
        draws: pictures are drawn once it is set, which is waited for as long as `patience` says.
    """

    store: Store
    clock: Clock
    http: TestClient[Any, Any]
    drawings: Drawings
    busy: bool = False
    patience: float = 0
    draws: threading.Event = field(default_factory=threading.Event)

    def person(self, name: str, *roles: Role) -> str:
        """Let somebody be there with these roles; returns their id."""
        who = Coachee(f"id-{name}", "slack:T1", name, {}, self.clock(), state="active")

        def add(uow: UnitOfWork) -> None:
            uow.people.add(who)
            for role in roles:
                uow.roles.grant(Grant(who.id, role, "", self.clock()))

        self.change(add)
        return who.id

    def change(self, act: Callable[[UnitOfWork], object]) -> None:
        """Change something in the store."""

        def write() -> None:
            with self.store.open_uow() as uow:
                act(uow)
                uow.commit()

        self.store.run_sync(write)

    def revoke(self, coachee_id: str, role: Role) -> None:
        self.change(lambda uow: uow.roles.revoke(coachee_id, role))

    def log(self) -> list[Deed]:
        found: list[Deed] = []
        self.change(lambda uow: found.extend(reversed(uow.roles.log(100))))
        return found

    def link(self, coachee_id: str, role: Role = "hr", lang: Lang = "en") -> str:
        address = LINKS.address(coachee_id, role, lang, self.clock())
        assert address is not None
        return address.removeprefix(ADDRESS)

    async def get(self, path: str = "/dashboard", **headers: str) -> tuple[ClientResponse, str]:
        async with self.http.get(path, headers=headers, allow_redirects=False) as answer:
            body = await answer.read()
            return answer, readable(body.decode(errors="replace"))

    async def post(self, path: str, **headers: str) -> tuple[ClientResponse, str]:
        async with self.http.post(path, headers=headers, allow_redirects=False) as answer:
            return answer, readable(await answer.text())

    def take(self, answer: ClientResponse) -> str:
        """Keep the cookie as a browser would, although the test speaks no TLS; return it."""
        value = answer.cookies[COOKIE].value
        self.http.session.cookie_jar.update_cookies({COOKIE: value})
        return str(value)

    async def come_in(self, coachee_id: str, role: Role = "hr", lang: Lang = "en") -> str:
        answer, _ = await self.post(self.link(coachee_id, role, lang))
        assert answer.status == 303
        return self.take(answer)


@asynccontextmanager
async def housed(store: Store, months: Iterable[Closed]) -> AsyncIterator[House]:
    """Open the page of a company with these closed months."""
    clock = Clock(MONDAY)
    publish(store, *months)
    owners = frozenset({"slack:T1:boss"})
    talk = Conversation(store.open_uow, library(), real_id, owners=owners)

    async def carry(event: LinkUsed) -> Carried:
        return await store.run(talk.handle, event)

    gate = Gate(store, owners, clock, carry)
    app = web.Application()
    home: list[House] = []

    async def note(visit: Visit, month: Month, group: str) -> Standing:
        if home[0].busy:
            raise Busy("test")
        return await gate.note(visit, month, group)

    def draw(plots: Sequence[object]) -> list[str]:
        if not home[0].draws.wait(home[0].patience):
            raise NotDrawn("none in this test")
        return ["<svg xmlns='http://www.w3.org/2000/svg'/>"] * len(plots)

    themes = {name: theme.title for name, theme in library().themes.items()}
    add_routes(
        app,
        LINKS,
        Access(gate.enter, gate.stands, note),
        Source(gate.months, gate.read, changes_of(library(), gate.applied)),
        Texts(library().wording, themes),
        clock,
        drawings := Drawings(draw),
    )
    async with TestClient(TestServer(app)) as http:
        home.append(House(store, clock, http, drawings))
        yield home[0]


def publish(store: Store, *closed: Closed) -> None:
    """Publish closed months."""

    def job() -> None:
        with store.open_uow() as uow:
            for one in closed:
                uow.figures.publish(one, {})
            uow.commit()

    store.run_sync(job)


def forget(store: Store) -> None:
    """Be without closed months, as on the first day."""

    def job() -> None:
        with store._writes.transaction() as scope:
            for table in (figures, closings):
                scope.execute(delete(table))
            scope.commit()

    store.run_sync(job)


def readable(page: str) -> str:
    """Return a page without its style sheets, which are full of signs."""
    return unescape(re.sub("<style>.*?</style>", "", page, flags=re.DOTALL))
