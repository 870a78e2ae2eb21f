"""The figures of a demo on HR's page, served to this machine alone, as a live bot serves them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path

from aiohttp import web

from adapters.demo.company import HR, OWNERS, WORKSPACE
from adapters.demo.place import NotADemo
from adapters.gate import Gate
from adapters.web.dashboard import routes
from adapters.web.dashboard.adapting import changes_of
from adapters.web.dashboard.way_in import DashboardLinks
from adapters.wiring import real_id, real_now
from bot.campaigns.arrivals import LinkUsed
from bot.conversation import Carried, Conversation
from bot.errors import BotError
from bot.language import Lang
from prompts.loader import load_library
from storage import migrate
from storage.store import Store, open_store

HOST = "127.0.0.1"


class PortTaken(BotError):
    """The page cannot be served at this port."""


def serve(path: Path, key: str, port: int, lang: Lang) -> None:
    """Serve until interrupted, and print the link by which HR comes in, once.

    Raises:
        NotADemo: there is no demo in the file.
        PortTaken: somebody else listens there.
    """
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(path, key, port, lang))


@asynccontextmanager
async def serve_link(
    path: Path, key: str, port: int, lang: Lang, now: Callable[[], datetime]
) -> AsyncIterator[str]:
    """Serve until the end of the block; yield the link. Raises as `serve` does."""
    migrate.upgrade(f"sqlite:///{path}")
    store = open_store(f"sqlite:///{path}", key)
    try:
        links = DashboardLinks(key, f"http://{HOST}:{port}")
        runner = web.AppRunner(_application(store, links, now), access_log=None)
        await runner.setup()
        try:
            await _listen(runner, port)
            yield await _link(store, links, path, lang, now())
        finally:
            await runner.cleanup()
    finally:
        store.close()


async def _serve(path: Path, key: str, port: int, lang: Lang) -> None:
    async with serve_link(path, key, port, lang, real_now) as link:
        print(f"Open {link}\nin your browser within five minutes; it opens once.", flush=True)  # noqa: T201
        await asyncio.Event().wait()


async def _listen(runner: web.AppRunner, port: int) -> None:
    try:
        await web.TCPSite(runner, HOST, port).start()
    except OSError as error:
        raise PortTaken(f"{HOST}, port {port}: {error.strerror}. Set PORT.") from error


def _application(
    store: Store, links: DashboardLinks, now: Callable[[], datetime]
) -> web.Application:
    library = load_library()
    conversation = Conversation(store.open_uow, library, real_id, owners=OWNERS)

    async def carry(event: LinkUsed) -> Carried:
        return await store.run(conversation.handle, event)

    gate = Gate(store, OWNERS, now, carry)
    themes = {name: theme.title for name, theme in library.themes.items()}
    application = web.Application()
    routes.add_routes(
        application,
        links,
        routes.Access(gate.enter, gate.stands, gate.note),
        routes.Source(gate.months, gate.read, changes_of(library, gate.applied)),
        routes.Texts(library.wording, themes),
        now,
    )
    return application


async def _link(store: Store, links: DashboardLinks, path: Path, lang: Lang, now: datetime) -> str:
    def find() -> str | None:
        with store.open_uow() as uow:
            found = uow.people.find(WORKSPACE, HR)
            return found.id if found else None

    coachee_id = await store.run_read(find)
    link = links.address(coachee_id, "owner", lang, now) if coachee_id else None
    if link is None:
        raise NotADemo(f"{path} holds no demo: build one with declic demo.")
    return link
