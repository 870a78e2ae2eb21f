"""The organisation of `declic demo`, whose people go on at the engine's door after its weeks."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import Any

import orjson
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from adapters import grouping, wiring
from adapters.demo.chat import Chat
from adapters.demo.company import HR, LOCALES, OWNERS, PLATFORM, WORKSPACE, Company, Person
from adapters.demo.world import Asked
from adapters.demo.world import World as DemoWorld
from adapters.engine import Engine
from adapters.gate import Gate
from adapters.web.audience import ListLinks
from adapters.web.charts import ChartLinks
from adapters.web.dashboard import routes
from adapters.web.dashboard.drawings import Drawings
from adapters.web.dashboard.way_in import DashboardLinks
from adapters.web.export import ExportLinks
from adapters.web.team.links import TeamLinks
from bot.events import Actor
from bot.measuring.dialogues import dialogues_of
from bot.measuring.grouping import read_groups
from bot.messages import Message
from bot.ports import Listed, Profile
from scheduler.closing import close_months
from storage.store import Store
from tests.databases import KEY
from tests.fakes import Clock, FakeMessenger
from tests.hr import Hr
from tests.squads import Teammate
from tests.world import World, give_up, library

ASKED = Asked(people=30, weeks=4, seed=1, ending=date(2026, 12, 6))
"""Two English-speaking teams of eight, each with a channel, and a French-speaking one of six."""

MONDAY_AFTER = datetime(2026, 12, 7, 9, tzinfo=UTC)
CLOSED = datetime(2027, 1, 12, 9, tzinfo=UTC)
"""When November and December are closed."""

ADDRESS = "http://127.0.0.1:3978"
HOSTILE = "=1+1 <script>alert(1)</script> {name} *all* <!channel>"
"""What HR's file calls the department of one site."""


class Local(Teammate):
    """Somebody of the demo."""

    def __init__(self, world: World, chat: FakeMessenger, who: Person) -> None:
        super().__init__(world, chat, who.id, who.lang)
        self.who = who
        self.actor, self.address = who.actor, dict(who.address)
        self.channel = who.team.channel


class TownHr(Hr):
    """The demo's person of HR."""

    def __init__(self, world: World, chat: FakeMessenger) -> None:
        super().__init__(world, chat, HR)
        self.actor = Actor(WORKSPACE, HR, LOCALES["en"], "Europe/Paris")
        self.address = {"platform": PLATFORM, "person": HR}


@dataclass(frozen=True, slots=True)
class Town:
    """Everybody after the weeks of the demo, with all that is served to them.

    Attributes:
        before: what stood in each chat and channel at the end of the demo.
        links: the way in to HR's page.
        team_links: the ways to the pages of teams.
        drawings: its pictures, written rather than drawn.
    """

    company: Company
    world: World
    chat: FakeMessenger
    http: "TestClient[Any, Any]"
    links: DashboardLinks
    team_links: TeamLinks
    drawings: Drawings
    before: Mapping[str, Sequence[Message]]
    hr: TownHr

    def people(self, number: int) -> list[Local]:
        """Return who is in a team, its manager first."""
        team = self.company.teams[number - 1]
        return [Local(self.world, self.chat, one) for one in self.company.members(team)]

    async def close(self) -> None:
        """Let the months be over, and close them as the worker does."""
        store, clock = self.world.engine.store, self.world.clock
        clock.at = CLOSED
        await self.world.settle()
        dialogues = dialogues_of(library())
        await close_months(store.run, store.run_read, store.open_uow, dialogues, clock)


@asynccontextmanager
async def town(store: Store, demo: DemoWorld) -> AsyncIterator[Town]:
    """Go on where a demo has ended: same people and chats, and all pages beside them."""
    clock, chat = Clock(MONDAY_AFTER), await moved(demo.chat)
    before = {place: chat.current(place) for place in list(chat._chats)}
    charts, lists = ChartLinks(KEY, ADDRESS), ListLinks(KEY, ADDRESS)
    exports, figures = ExportLinks(KEY, ADDRESS), DashboardLinks(KEY, ADDRESS)
    teams = TeamLinks(KEY, ADDRESS)
    engine = wiring.make_engine(
        store,
        library(),
        {PLATFORM: chat},
        clock,
        exports,
        picture_url=charts.address,
        owners=OWNERS,
        list_links=lists,
        dashboard_links=figures,
        team_links=teams,
    )
    site, world = web.Application(), World(engine, clock)
    wiring._add_web(site, engine, exports, charts, clock)
    wiring._add_lists(site, engine, lists, clock)
    wiring._add_team_page(site, engine, teams, clock)
    drawings = Drawings(_written)
    _add_figures(site, engine, figures, clock, drawings)
    await store.run(grouping.place, store.open_uow, read_groups(_groups(demo.company)))
    async with TestClient(TestServer(site)) as http:
        hr = TownHr(world, chat)
        yield Town(demo.company, world, chat, http, figures, teams, drawings, before, hr)
    await give_up(engine)
    await engine.settle()
    await engine.loop.stop()


async def moved(there: Chat) -> FakeMessenger:
    """Carry chats and channels as they are over to a platform that keeps a ledger."""
    chat, everybody = FakeMessenger(), there.company.people
    channels = [team.channel for team in there.company.teams]
    for place in [HR, *(one.id for one in everybody), *(one.id for one in channels)]:
        shown = reversed(list(there.newest(place)))
        chat._chats[place] = {one.ref: one.message for one in shown}
    for channel in channels:
        chat.rosters[channel.id] = await there.roster(channel.address)
    chat.profiles = {one.id: Profile(one.locale, one.zone, one.mail) for one in everybody}
    chat.directories["everybody"] = [
        Listed(one.id, one.address, "member", one.locale, one.zone, one.mail) for one in everybody
    ]
    return chat


def _groups(company: Company) -> bytes:
    names = {"Lyon": HOSTILE}
    lines = (
        f'{one.mail};"{names.get(one.team.site.name, one.team.site.name)}";{one.team.name}'
        for one in company.people
    )
    return "\n".join(lines).encode()


def _add_figures(
    site: web.Application, engine: Engine, links: DashboardLinks, clock: Clock, drawings: Drawings
) -> None:
    gate, loaded = Gate(engine.store, OWNERS, clock, engine.carry), library()
    routes.add_routes(
        site,
        links,
        routes.Access(gate.enter, gate.stands, gate.note),
        routes.Source(gate.months, gate.read),
        routes.Texts(loaded.wording, {name: one.title for name, one in loaded.themes.items()}),
        clock,
        drawings,
    )


def _written(plots: Sequence[Mapping[str, Any]]) -> list[str]:
    """Write all that a picture would say into it: as text it can be searched, and takes no time."""
    texts = (escape(orjson.dumps(plot).decode()) for plot in plots)
    return [f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text}</text></svg>' for text in texts]
