"""Three stages on which the same scripts are played: Slack, Teams and the playground.

A stage has one person on it. Everything goes over HTTP through the real adapters; what comes
out is read from the fake platform's own record. A stage opened with what `keep()` returned, on
a store with the same rows, begins where the other one ended.
"""

import itertools
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from slack_sdk.web.async_client import AsyncWebClient

from adapters.playground import app as playground
from adapters.playground.clock import PlaygroundClock
from adapters.playground.messenger import PlaygroundMessenger
from adapters.playground.shelf import Shelf
from adapters.slack import entry as slack_entry
from adapters.slack.answers import Phrases
from adapters.slack.app import slack_app
from adapters.slack.blocks import to_blocks
from adapters.slack.front import Front
from adapters.slack.outbound import SlackMessenger
from adapters.teams import app as teams_app
from adapters.teams.auth import make_guard
from adapters.teams.cards import to_card
from adapters.teams.outbound import TeamsMessenger
from bot.language import Lang
from bot.ports import Rewriter
from storage.store import Store
from tests.fake_slack import fake_slack
from tests.fake_slack_people import SECRET
from tests.fake_teams import fake_connector
from tests.fakes import Clock
from tests.stage import SAVE, Shown, Stage
from tests.stage_playground import PlaygroundStage
from tests.stage_slack import SlackStage
from tests.stage_teams import TeamsStage
from tests.world import World, library, world

LOCALES: Mapping[Lang, str] = {"en": "en-GB", "fr": "fr-FR"}
ZONE = "Europe/Paris"


@asynccontextmanager
async def slack_stage(
    store: Store,
    clock: Clock,
    lang: Lang,
    *,
    kept: Any = None,
    rewriter: Rewriter | None = None,
    owners: frozenset[str] = frozenset(),
) -> AsyncIterator[SlackStage]:
    """Somebody in Slack."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack(now=clock))
        session = await stack.enter_async_context(aiohttp.ClientSession())
        client = AsyncWebClient("xoxb-test", slack.url, session=session)
        client.retry_handlers = []
        messenger = SlackMessenger(client, now=clock)
        made = await stack.enter_async_context(
            world(store, {"slack": messenger}, clock, rewriter, owners)
        )
        site = web.Application()
        slack.told = add_slack(site, made, client, messenger).asides.finish
        http = await stack.enter_async_context(TestClient(TestServer(site)))
        person = slack.person("U0SAM", http)
        slack.users["U0SAM"] |= {"tz": ZONE, "locale": LOCALES[lang]}
        stage = SlackStage(made, slack, person)
        if kept:
            stage.begin_with(kept)
        yield stage


@asynccontextmanager
async def teams_stage(
    store: Store,
    clock: Clock,
    lang: Lang,
    *,
    kept: Any = None,
    rewriter: Rewriter | None = None,
    owners: frozenset[str] = frozenset(),
) -> AsyncIterator[TeamsStage]:
    """Somebody in Teams."""
    async with AsyncExitStack() as stack:
        teams = await stack.enter_async_context(fake_connector())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        messenger = TeamsMessenger(session, None, now=clock)
        made = await stack.enter_async_context(
            world(store, {"teams": messenger}, clock, rewriter, owners)
        )
        site = web.Application()
        add_teams(site, made, messenger)
        server = await stack.enter_async_context(TestServer(site))
        chat = teams.chat(session, str(server.make_url("")).rstrip("/"), person="sam")
        chat.locale, chat.zone = LOCALES[lang], ZONE
        stage = TeamsStage(made, chat)
        if kept:
            await stage.begin_with(kept)
        yield stage


@asynccontextmanager
async def playground_stage(
    store: Store,
    clock: Clock,
    lang: Lang,
    *,
    kept: Any = None,
    rewriter: Rewriter | None = None,
    owners: frozenset[str] = frozenset(),
) -> AsyncIterator[PlaygroundStage]:
    """Somebody played on the page."""
    async with AsyncExitStack() as stack:
        shelf = stack.enter_context(_shelf(kept["shelf"] if kept else ()))
        ids = itertools.count(1)
        messenger = PlaygroundMessenger(shelf, clock, lambda: str(next(ids)))
        made = await stack.enter_async_context(
            world(store, {"playground": messenger}, clock, rewriter, owners)
        )
        site = web.Application()
        _add_playground(site, made, messenger, PlaygroundClock(shelf, clock))
        http = await stack.enter_async_context(TestClient(TestServer(site)))
        stage = PlaygroundStage(made, http, shelf)
        await (stage.begin_with(kept) if kept else stage.add(LOCALES[lang], ZONE))
        yield stage


def add_slack(
    site: web.Application, made: World, client: AsyncWebClient, messenger: SlackMessenger
) -> Front:
    """Serve Slack as the wiring does."""
    say = library().wording
    front = slack_app(
        client=client,
        handle=made.engine.handle,
        now=made.clock,
        messenger=messenger,
        phrases=Phrases(say["errors.busy"], say["errors.generic"], say["errors.expired"]),
    )
    slack_entry.add_routes(site, front, signing_secret=SECRET, now=made.clock)
    return front


def add_teams(site: web.Application, made: World, messenger: TeamsMessenger) -> None:
    """Serve Teams as the wiring does, without tokens."""
    guard = make_guard(app_id="", allow_anonymous=True, on_loopback=True)
    teams_app.add_routes(
        site, guard=guard, handle=made.engine.handle, messenger=messenger, now=made.clock
    )


@contextmanager
def _shelf(rows: Sequence[tuple[str, bytes]]) -> Iterator[Shelf]:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "playground.json")
        shelf._db.executemany("INSERT INTO shelf VALUES (?, ?)", rows)
        yield shelf
        shelf.close()


def _add_playground(
    site: web.Application, made: World, messenger: PlaygroundMessenger, clock: PlaygroundClock
) -> None:
    async def none() -> None:
        return None

    async def settle(_person: str) -> None:
        await made.engine.settle()

    playground.add_routes(
        site,
        handle=made.engine.handle,
        messenger=messenger,
        clock=clock,
        next_due=none,
        tick=none,
        settle=settle,
        renderers={"Block Kit": to_blocks, "Adaptive Card": to_card},
    )


STAGES: Mapping[str, Callable[..., Any]] = {
    "slack": slack_stage,
    "teams": teams_stage,
    "playground": playground_stage,
}
"""Every stage by its platform's name."""

__all__ = [
    "SAVE",
    "STAGES",
    "PlaygroundStage",
    "Shown",
    "SlackStage",
    "Stage",
    "TeamsStage",
    "add_slack",
    "add_teams",
    "playground_stage",
    "slack_stage",
    "teams_stage",
]
