"""The wiring: the one place where real parts meet, with the real clock and real chance."""

import asyncio
import random
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.admission import Admission
from adapters.engine import Engine
from adapters.gate import Gate
from adapters.llm.place import admitted
from adapters.playground import app as playground
from adapters.playground.clock import PlaygroundClock
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.people import OWNERS
from adapters.playground.shelf import Shelf
from adapters.settings import Settings, SettingsError, secret_key
from adapters.slack import answers as slack_answers
from adapters.slack import app as slack
from adapters.slack import entry as slack_entry
from adapters.slack import limits as slack_limits
from adapters.slack.blocks import to_blocks
from adapters.slack.outbound import SlackMessenger, open_session, web_client
from adapters.slack.socket import socket_mode
from adapters.teams import app as teams
from adapters.teams import limits as teams_limits
from adapters.teams.auth import make_guard
from adapters.teams.cards import to_card
from adapters.teams.hosts import is_loopback, is_microsoft
from adapters.teams.keys import SigningKeys, fetch_json
from adapters.teams.known import KnownTokens
from adapters.teams.outbound import TeamsMessenger
from adapters.teams.tokens import ConnectorTokens, from_msal
from adapters.web import audience, charts, export, health, notice
from adapters.web.dashboard import routes as dashboard
from adapters.web.dashboard.adapting import changes_of
from adapters.web.dashboard.way_in import DashboardLinks
from adapters.web.team import routes as team_page
from adapters.web.team.links import TeamLinks
from bot import mydata
from bot.campaigns.arrivals import ListBrought
from bot.campaigns.launching import CHUNK
from bot.campaigns.listing.lists import read_list
from bot.campaigns.rehearsal.time_machine import TimeMachine
from bot.clock import Clock
from bot.conversation import Conversation
from bot.language import Lang
from bot.library import Library
from bot.measuring.dialogues import dialogues_of
from bot.pace import UNPACED, Paces
from bot.plans import export as plan_export
from bot.ports import Messenger, Rewriter
from bot.speech import Speech
from bot.teams.history import History, history
from bot.turn import (
    PictureUrl,
    Turn,
    no_dashboard,
    no_list,
    no_picture,
    no_team_page,
)
from prompts.loader import load_library
from prompts.rewording import load_instructions, load_rewording
from scheduler.closing import close_months
from scheduler.dispatch import GRACE, Dispatcher
from scheduler.loop import Loop
from storage import migrate
from storage.cipher import new_key
from storage.lanes import share_interpreter
from storage.sandbox import open_sandbox
from storage.store import Store, open_store

PACES = Paces({"slack": slack_limits.LIMITS, "teams": teams_limits.LIMITS})

PLAYGROUND_SHELF = Path("var/playground-chats.db")

ADMISSION = web.AppKey("admission", Admission)
"""Where the live application keeps the places of its turns."""

SENT_WITHIN = timedelta(seconds=1.5)
"""How long a process with a web server goes on sending when it ends: whoever restarts it waits.
What it did not send is sent by another one."""


def real_now() -> datetime:
    """Return the present; the only place that asks."""
    return datetime.now(UTC)  # noqa: TID251 - the one real clock


def real_id() -> str:
    """Return a name that nobody can guess: 22 characters, 128 bits."""
    return secrets.token_urlsafe(16)


def make_engine(
    store: Store,
    library: Library,
    messengers: Mapping[str, Messenger],
    now: Clock,
    links: export.ExportLinks | None = None,
    *,
    lang: Lang = "en",
    zone: str = "UTC",
    rewriter: Rewriter | None = None,
    picture_url: PictureUrl = no_picture,
    owners: frozenset[str] = frozenset(),
    list_links: audience.ListLinks | None = None,
    chunk: int = CHUNK,
    paces: Paces = UNPACED,
    dashboard_links: DashboardLinks | None = None,
    team_links: TeamLinks | None = None,
) -> Engine:
    """Put the core together around a store and ways out."""
    address = links.address if links else lambda _coachee_id, _now: None
    team_url = team_links.address if team_links else no_team_page
    rewording = load_rewording(rewriter.host) if rewriter else None
    conversation = Conversation(
        store.open_uow,
        library,
        real_id,
        address,
        lang,
        zone,
        rewording,
        picture_url,
        owners,
        list_links.address if list_links else no_list,
        chunk,
        dashboard_links.address if dashboard_links else no_dashboard,
        team_url,
    )
    host = rewriter.host if rewriter else ""
    speech = Speech(library, real_id, host, picture_url, owners, team_url)
    dispatcher = Dispatcher(
        store.run,
        store.open_uow,
        speech,
        messengers,
        now,
        jitter=random.Random(),  # noqa: S311 - back-off, no secret
        paces=paces,
    )
    loop = Loop(
        store.run,
        store.open_uow,
        conversation.handle_due,
        dispatcher,
        now,
        after_erasing=store.scrub,
        tidy=store.tidy,
        close_months=partial(
            close_months, store.run, store.run_read, store.open_uow, dialogues_of(library), now
        ),
    )
    engine = Engine(store, conversation, dispatcher, loop)
    if rewriter:
        engine.ask_through(rewriter, now)
    engine.rehearse_in(open_sandbox, speech, now)
    return engine


def make_time_machine(store: Store, settings: Settings) -> TimeMachine:
    """Put a time machine together that plays what the live bot would send."""
    library = load_library()
    conversation = Conversation(
        store.open_uow, library, real_id, lang=settings.locale, zone=settings.timezone
    )
    return TimeMachine(open_sandbox, conversation, Speech(library, real_id))


def open_database(settings: Settings, *, upgrade: bool, database: str = "") -> tuple[Store, str]:
    """Open the database, brought up to date if that is wanted; also return the key.

    With `database`, another one than the settings say.
    """
    key, url = secret_key(settings, new_key()), database or settings.database
    make_folder(url)
    if upgrade:
        migrate.upgrade(url)
    return open_store(url, key), key


@asynccontextmanager
async def live(
    settings: Settings, *, web_too: bool, worker_too: bool
) -> AsyncIterator[web.Application]:
    """Run the live bot: Slack and Teams as far as their settings are present."""
    share_interpreter()
    async with AsyncExitStack() as stack:
        store, key = open_database(settings, upgrade=web_too and worker_too)
        stack.callback(store.close)
        if not await store.ready():
            raise SettingsError(("The database is not that of this release: run declic migrate.",))
        session = await stack.enter_async_context(open_session())
        links = export.ExportLinks(key, settings.public_url)
        chart_links = charts.ChartLinks(key, settings.public_url)
        list_links = audience.ListLinks(key, settings.public_url)
        dashboard_links = DashboardLinks(key, settings.public_url)
        team_links = TeamLinks(key, settings.public_url)
        client = web_client(settings.slack_bot_token, session, settings.slack_api_url)
        rewriter = _rewriter(settings, stack)
        messengers = _messengers(settings, session, client)
        engine = make_engine(
            store,
            load_library(),
            messengers,
            real_now,
            links,
            lang=settings.locale,
            zone=settings.timezone,
            rewriter=rewriter,
            picture_url=chart_links.address,
            owners=settings.owner_accounts,
            list_links=list_links,
            paces=PACES,
            dashboard_links=dashboard_links,
            team_links=team_links,
        )
        application = web.Application()
        application[ADMISSION] = admission = Admission(settings.in_flight)
        _add_web(application, engine, links, chart_links)
        _add_lists(application, engine, list_links)
        _add_dashboard(application, engine, dashboard_links)
        _add_team_page(application, engine, team_links)
        if web_too:
            await _add_slack(stack, application, settings, engine, client, admission)
            _add_teams(application, settings, engine, messengers, session, admission)
        if worker_too:
            engine.loop.start()
        stack.push_async_callback(_stop, engine, SENT_WITHIN if web_too else GRACE)
        yield application


@asynccontextmanager
async def played(settings: Settings, *, now: Clock = real_now) -> AsyncIterator[web.Application]:
    """Run the playground: its own database, its own clock, no live adapter."""
    async with AsyncExitStack() as stack:
        store, key = open_database(settings, upgrade=True)
        stack.callback(store.close)
        shelf = Shelf(PLAYGROUND_SHELF)
        stack.callback(shelf.close)
        clock = PlaygroundClock(shelf, now)
        rewriter = _rewriter(settings, stack)
        messenger = PlaygroundMessenger(shelf, clock.now, real_id)
        address = f"http://{settings.host}:{settings.port}"
        links = export.ExportLinks(key, address)
        chart_links = charts.ChartLinks(key, address)
        list_links = audience.ListLinks(key, address)
        dashboard_links = DashboardLinks(key, address)
        team_links = TeamLinks(key, address)
        engine = make_engine(
            store,
            load_library(),
            {"playground": messenger},
            clock.now,
            links,
            lang=settings.locale,
            zone=settings.timezone,
            rewriter=rewriter,
            picture_url=chart_links.address,
            owners=OWNERS | settings.owner_accounts,
            list_links=list_links,
            dashboard_links=dashboard_links,
            team_links=team_links,
        )
        application = web.Application()
        _add_web(application, engine, links, chart_links, clock.now)
        _add_lists(application, engine, list_links, clock.now)
        _add_dashboard(application, engine, dashboard_links, clock.now)
        _add_team_page(application, engine, team_links, clock.now)
        _add_playground(application, engine, messenger, clock)
        engine.loop.start()
        stack.push_async_callback(_stop, engine, SENT_WITHIN)
        yield application


def _rewriter(settings: Settings, stack: AsyncExitStack) -> Rewriter | None:
    """Open the way to the language model, if the operator set one."""
    if settings.rewording is None:
        return None
    place = admitted(settings.rewording, in_tests=settings.in_tests)
    from adapters.llm.client import OpenAIRewriter  # noqa: PLC0415 - slow, and off by default

    rewriter = OpenAIRewriter(place, load_instructions())
    stack.push_async_callback(rewriter.close)
    return rewriter


def _add_web(
    application: web.Application,
    engine: Engine,
    links: export.ExportLinks,
    chart_links: charts.ChartLinks,
    now: Clock = real_now,
) -> None:
    health.add_routes(application, engine.store.ready)
    rewording = engine.conversation.rewording
    notice.add_routes(application, rewording.host if rewording else "")

    def collect(coachee_id: str) -> dict[str, Any] | None:
        with engine.store.open_uow() as uow:
            coachee = uow.people.get(coachee_id)
            return mydata.export(uow, coachee) if coachee else None

    async def collected(coachee_id: str) -> dict[str, Any] | None:
        return await engine.store.run_read(collect, coachee_id)

    def write_plan(coachee_id: str, kind: str) -> tuple[bytes, str] | None:
        with engine.store.open_uow() as uow:
            coachee = uow.people.get(coachee_id)
            if coachee is None:
                return None
            turn = Turn(uow, engine.conversation.library, real_id, now(), "export", coachee)
            return plan_export.exported(turn, kind)

    async def written(coachee_id: str, kind: str) -> tuple[bytes, str] | None:
        return await engine.store.run_read(write_plan, coachee_id, kind)

    export.add_routes(application, links, collected, written, now)
    charts.add_routes(application, chart_links, now)


def _add_lists(
    application: web.Application,
    engine: Engine,
    links: audience.ListLinks,
    now: Clock = real_now,
) -> None:
    async def bring(
        coachee_id: str, campaign_id: str, content: bytes, key: str
    ) -> audience.BroughtList:
        read = await asyncio.to_thread(read_list, content)  # a long one takes a second
        for part in ListBrought.parts(key, now(), coachee_id, campaign_id, read):
            brought = (await engine.carry(part)).brought
            assert brought is not None  # noqa: S101 - a list always comes to something
            if brought.state != "taken":
                return audience.BroughtList(brought.state)
        return audience.BroughtList("taken", read)

    wording = engine.conversation.library.wording
    audience.add_routes(application, links, bring, wording, now)


def _add_dashboard(
    application: web.Application,
    engine: Engine,
    links: DashboardLinks,
    now: Clock = real_now,
) -> None:
    core = engine.conversation
    gate = Gate(engine.store, core.owners, now, engine.carry)
    themes = {name: theme.title for name, theme in core.library.themes.items()}
    dashboard.add_routes(
        application,
        links,
        dashboard.Access(gate.enter, gate.stands, gate.note),
        dashboard.Source(gate.months, gate.read, changes_of(core.library, gate.applied)),
        dashboard.Texts(core.library.wording, themes),
        now,
    )


def _add_team_page(
    application: web.Application,
    engine: Engine,
    links: TeamLinks,
    now: Clock = real_now,
) -> None:
    core = engine.conversation

    def look(coachee_id: str, team_id: str) -> History | None:
        with engine.store.open_uow() as uow:
            coachee = uow.people.look(coachee_id)
            if coachee is None:
                return None
            return history(Turn(uow, core.library, real_id, now(), "page", coachee), team_id)

    async def read(coachee_id: str, team_id: str) -> History | None:
        return await engine.store.run_read(look, coachee_id, team_id)

    team_page.add_routes(application, links, read, core.library.wording, now)


def _add_playground(
    application: web.Application,
    engine: Engine,
    messenger: PlaygroundMessenger,
    clock: PlaygroundClock,
) -> None:
    def earliest() -> datetime | None:
        with engine.store.open_uow() as uow:
            return uow.moments.next_at()

    def planned(person: str) -> datetime | None:
        with engine.store.open_uow() as uow:
            coachee = uow.people.find("playground:local", person)
            moments = uow.moments.of(coachee.id) if coachee else []
            return next((m.due_at for m in moments if m.kind != "expiry"), None)

    def planned_in(channel: str) -> datetime | None:
        with engine.store.open_uow() as uow:
            team = uow.teams.find("playground:local", channel)
            moments = uow.moments.of(team.lane) if team else []
            return next((m.due_at for m in moments), None)

    async def tick() -> None:
        await engine.loop.run_once()
        await engine.settle()

    async def settle(_person: str) -> None:
        await engine.settle()

    playground.add_routes(
        application,
        handle=engine.handle,
        messenger=messenger,
        clock=clock,
        next_due=lambda: engine.store.run_read(earliest),
        tick=tick,
        settle=settle,
        renderers={"Block Kit": to_blocks, "Adaptive Card": to_card},
        upcoming=lambda person: engine.store.run_read(planned, person),
        upcoming_in=lambda channel: engine.store.run_read(planned_in, channel),
    )


def _messengers(
    settings: Settings, session: aiohttp.ClientSession, client: AsyncWebClient
) -> dict[str, Messenger]:
    found: dict[str, Messenger] = {}
    if settings.slack:
        found["slack"] = SlackMessenger(client, now=real_now)
    if settings.teams:
        found["teams"] = TeamsMessenger(session, _teams_tokens(settings), now=real_now)
    return found


def _teams_tokens(settings: Settings) -> ConnectorTokens | None:
    if not settings.teams_app_id:
        return None
    acquire = from_msal(
        settings.teams_app_id, settings.teams_app_password, settings.teams_tenant_id
    )
    return ConnectorTokens(acquire, real_now)


async def _add_slack(
    stack: AsyncExitStack,
    application: web.Application,
    settings: Settings,
    engine: Engine,
    client: AsyncWebClient,
    admission: Admission,
) -> None:
    if not settings.slack:
        return
    say = engine.conversation.library.wording
    front = slack.slack_app(
        client=client,
        handle=engine.handle,
        now=real_now,
        messenger=SlackMessenger(client, now=real_now),
        phrases=slack_answers.Phrases(
            busy=say["errors.busy"], failed=say["errors.generic"], expired=say["errors.expired"]
        ),
        admission=admission,
    )
    if settings.slack_signing_secret:
        slack_entry.add_routes(
            application, front, signing_secret=settings.slack_signing_secret, now=real_now
        )
    await stack.enter_async_context(socket_mode(front, settings.slack_app_token))


def _add_teams(
    application: web.Application,
    settings: Settings,
    engine: Engine,
    messengers: Mapping[str, Messenger],
    session: aiohttp.ClientSession,
    admission: Admission,
) -> None:
    if not settings.teams:
        return
    messenger = messengers["teams"]
    assert isinstance(messenger, TeamsMessenger)  # noqa: S101 - made a few lines above
    keys = SigningKeys(fetch_json(session), real_now) if settings.teams_app_id else None
    guard = make_guard(
        app_id=settings.teams_app_id,
        tenants=frozenset(filter(None, [settings.teams_tenant_id])),
        keys=keys,
        allow_anonymous=settings.teams_allow_anonymous,
        on_loopback=settings.loopback,
        trusts=is_microsoft if settings.teams_app_id else is_loopback,
        known=KnownTokens(real_now),
    )
    teams.add_routes(
        application,
        guard=guard,
        handle=engine.handle,
        messenger=messenger,
        now=real_now,
        admission=admission,
    )


async def _stop(engine: Engine, grace: timedelta) -> None:
    if engine.asker:
        await engine.asker.close()
    if engine.rehearsals:
        await engine.rehearsals.close()
    await engine.loop.stop(grace)
    await engine.settle()


def make_folder(database: str) -> None:
    """Make the folder of SQLite's file.

    Raises:
        SettingsError: it cannot be made there.
    """
    if not database.startswith("sqlite:///"):
        return
    folder = Path(database.removeprefix("sqlite:///")).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = f"DECLIC_DATABASE_URL: the folder {folder} cannot be made: {error.strerror}."
        raise SettingsError((told,)) from error


__all__ = ["ADMISSION", "Engine", "live", "make_engine", "make_time_machine", "played"]
