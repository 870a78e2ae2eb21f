"""One story for all tests of the crawl: what was typed in the demo, and who then read what."""

import asyncio
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.cli import app
from adapters.demo.hr import NAME
from adapters.demo.world import World as DemoWorld
from bot.campaigns import commanding as campaigns
from bot.campaigns.grants import Role
from bot.language import LANGS
from bot.messages import Reply
from bot.ports import UnitOfWork
from storage.store import Store, open_store
from tests.crawl_found import Story, read_all
from tests.crawling import (
    Crawl,
    crawl_campaigns,
    crawl_chat,
    crawl_pages,
    crawl_team,
    links_in,
    press_once,
    type_in_channel,
    typed_by_hr,
)
from tests.databases import KEY
from tests.demo_town import ADDRESS, ASKED, Local, Town, town
from tests.phrases import in_one
from tests.planting import plant
from tests.players import Player
from tests.traces import all_logs
from tests.world import library

OPEN = ("/healthz", "/readyz", "/metrics", "/privacy", "/terms", "/")
FIGURES = ("/dashboard", "/dashboard?month=2026-12&group=company", "/dashboard/figures.csv")
ROLES: tuple[Role, ...] = ("hr", "observer", "owner")
COMMANDS = (
    ("doctor",),
    ("audit",),
    ("preview", NAME),
    ("preview", NAME, "--format", "jsonl"),
    ("preview", NAME, "--people", "--format", "csv"),
)
"""What an operator can print."""


def told(path: Path) -> Story:
    """Live through it all in the database at a path; nothing is left open."""
    made = Story()
    with all_logs() as heard:
        store = open_store(f"sqlite:///{path}", KEY)
        try:
            demo = DemoWorld(store, library(), ASKED)
            for _ in demo.live(ASKED.weeks * 7):
                pass
            asyncio.run(_lived(made, store, demo))
        finally:
            store.close()
    operator = made.crawls.setdefault("operator", Crawl())
    operator.add("log", *heard.lines)
    _print(path, made, operator)
    return made


async def _lived(made: Story, store: Store, demo: DemoWorld) -> None:
    async with town(store, demo) as there:
        made.planted = await plant(there)
        await there.close()
        made.kept, made.to_team = await there.world.look(lambda uow: read_all(uow, there))
        manager, member = there.people(1)[0], there.people(2)[1]
        for name, who in (("manager", manager), ("member", member)):
            crawl = made.crawls[name] = Crawl()
            made.refused[name] = [reply async for reply in _refusals(who)]
            made.closed[name] = await _closed_pages(there, who, crawl)
            made.foreign[name] = await _other_team_pages(there, who, crawl, who.channel.id)
            await _crawl_own(there, who, crawl)
            made.exports[name] = "\n".join(crawl.of("page /export/"))
        hr = made.crawls.setdefault("hr", Crawl())
        made.foreign["hr"] = await _other_team_pages(there, there.hr, hr)
        await _crawl_hr(there, hr)
        await crawl_pages(there, OPEN, made.crawls.setdefault("operator", Crawl()))


async def _crawl_own(there: Town, who: Local, crawl: Crawl) -> None:
    for place in (who.person, who.channel.id):
        crawl.add(f"before, {place}", *map(in_one, there.before[place]))
    await _crawl_team_page(there, who, crawl)
    await crawl_team(who, crawl)
    crawl.add("foreign", *map(in_one, await _intrude(there, who)))
    await crawl_chat(who, crawl)
    links = [*links_in(crawl, "/export/"), *links_in(crawl, "/charts/")[:1]]
    await crawl_pages(there, links, crawl)


async def _crawl_team_page(there: Town, who: Local, crawl: Crawl) -> None:
    """Ask for the page of the own team in both languages, while still in it, and open it."""
    for lang in LANGS:
        await who.command(f"language {lang}")
        given = Crawl()
        given.add("", in_one((await who.team_command("results")).show))
        await crawl_pages(there, links_in(given, "/team-results/"), crawl)
    await who.command(f"language {who.who.lang}")


async def _other_team_pages(there: Town, who: Player, crawl: Crawl, own: str = "") -> list[int]:
    """Open a link to the page of each other team, as if somebody had made it out to this person."""
    me, statuses = await who.me(), []
    assert me is not None
    for team_id in await there.world.look(lambda uow: _teams_but(uow, there, own)):
        link = there.team_links.address(me.id, team_id, "en", there.world.clock())
        assert link
        statuses += await crawl_pages(there, [link.removeprefix(ADDRESS)], crawl)
    return statuses


def _teams_but(uow: UnitOfWork, there: Town, own: str) -> list[str]:
    """Return the ids of the teams that meet in other channels; some teams have no check-in."""
    channels = [team.channel.id for team in there.company.teams if team.channel.id != own]
    found = [uow.teams.find(there.hr.actor.workspace, channel) for channel in channels]
    return [team.id for team in found if team]


async def _crawl_hr(there: Town, crawl: Crawl) -> None:
    """Read the pages twice by each link, one a language: the second time with pictures."""
    crawl.add("before", *map(in_one, there.before[there.hr.person]))
    await crawl_campaigns(there.hr, crawl)
    for link in links_in(crawl, "/dashboard/enter/"):
        await crawl_pages(there, [link], crawl)
        async with there.http.post(link) as answer:
            assert answer.status == 200, "the link lets HR in"
        for _ in range(2):
            await crawl_pages(there, ["/dashboard"], crawl)
    there.http.session.cookie_jar.clear()
    await crawl_chat(there.hr, crawl)
    await crawl_pages(there, links_in(crawl, "/campaign-list/"), crawl)


async def _refusals(who: Local) -> AsyncIterator[Reply]:
    """Type every command of HR in both languages."""
    for lang, name in product(LANGS, campaigns.NAMES):
        await who.command(f"language {lang}")
        yield await who.send(typed_by_hr(who, name, lang))
    await who.command(f"language {who.who.lang}")


async def _intrude(there: Town, who: Local) -> list[Reply]:
    """Press buttons of HR's messages and of other people's, and try the channel of another team."""
    people = [one for number in (1, 2) for one in there.people(number) if one.person != who.person]
    messages = [message for one in (there.hr, *people) for message in one.messages[-2:]]
    start, own = len(who.replies), who.channel
    await press_once(who, messages)
    who.channel = next(one.channel for one in people if one.channel != own)
    await type_in_channel(who)
    who.channel = own
    return who.replies[start:]


async def _closed_pages(there: Town, who: Local, crawl: Crawl) -> list[int]:
    """Try HR's pages without a way in, and then with a link made out to somebody without a role."""
    statuses = await crawl_pages(there, FIGURES, crawl)
    me = await who.me()
    assert me is not None
    for role in ROLES:
        link = there.links.address(me.id, role, "en", there.world.clock())
        assert link
        async with there.http.post(link.removeprefix(ADDRESS), allow_redirects=False) as answer:
            crawl.add(f"page of a link for {role}", await answer.text())
            statuses.append(answer.status)
    return statuses


def _print(path: Path, made: Story, crawl: Crawl) -> None:
    """Let an operator of a live bot print what there is to print, with the key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        patch.setenv("TEAMS_ALLOW_ANONYMOUS", "true")
        patch.setenv("DECLIC_DATABASE_URL", f"sqlite:///{path}")
        patch.setenv("DECLIC_SECRET_KEY", KEY)
        for command in COMMANDS:
            run = CliRunner().invoke(app, list(command))
            made.exits[command[0]] = max(run.exit_code, made.exits.get(command[0], 0))
            crawl.add(f"printed {' '.join(command)}", run.output)
