"""One story for all tests of the crawl: what was typed in the demo, and who then read what."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.cli import app
from adapters.demo.hr import NAME
from adapters.demo.world import World as DemoWorld
from bot.campaigns import commanding as campaigns
from bot.campaigns.grants import Role
from bot.commitments import from_words
from bot.language import LANGS
from bot.messages import Reply
from bot.plans.content import from_words as plan_from_words
from bot.ports import UnitOfWork
from bot.visibility import Keeps
from storage.store import Store, open_store
from tests.crawling import (
    Crawl,
    crawl_campaigns,
    crawl_chat,
    crawl_pages,
    crawl_team,
    links_in,
    press_once,
    typed_by_hr,
)
from tests.databases import KEY
from tests.demo_town import ADDRESS, ASKED, Local, Town, town
from tests.phrases import Run, in_one, runs_of, texts_in
from tests.planting import Planted, plant
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

Kept = dict[str, list[tuple[Keeps, str]]]
"""Each person's words as the store gives them out to whoever has the key; by platform id."""


@dataclass(slots=True)
class Story:
    """What was typed, and what came of it.

    Attributes:
        to_team: what was said to each team, by its channel: approved lines, and its champion's.
        crawls: by who looked: hr, manager, member, operator.
        exports: the files of manager and member.
        refused: what those two were answered where only HR may look.
        closed: how HR's pages answered those two.
    """

    planted: Planted = field(default_factory=Planted)
    kept: Kept = field(default_factory=dict)
    to_team: dict[str, list[str]] = field(default_factory=dict)
    crawls: dict[str, Crawl] = field(default_factory=dict)
    exports: dict[str, str] = field(default_factory=dict)
    refused: dict[str, list[Reply]] = field(default_factory=dict)
    closed: dict[str, list[int]] = field(default_factory=dict)
    exits: dict[str, int] = field(default_factory=dict)

    @property
    def phrases(self) -> set[str]:
        """All that people typed, as far as it is kept, and what never was."""
        typed = {text for words in self.kept.values() for _, text in words}
        said = {line for lines in self.to_team.values() for line in lines}
        return typed | said | {*self.planted.every, *self.planted.hidden, *self.planted.unsafe}

    def theirs(self, person: str, channel: str) -> set[Run]:
        """What somebody may read: what they typed, what their team was told, what is shared."""
        own = [text for _, text in self.kept.get(person, ())]
        own += self.planted.by[person].planted if person in self.planted.by else []
        shared = self.planted.shared.get(person, [])
        return runs_of([*own, *shared, *self.to_team.get(channel, [])])

    def others(self, person: str = "", channel: str = "") -> set[Run]:
        """What somebody may not read: what anybody typed, but for what is theirs to read."""
        return runs_of(self.phrases) - self.theirs(person, channel)


def told(path: Path) -> Story:
    """Live through it all in the database at a path; nothing is left open."""
    made = Story()
    with all_logs() as heard:
        store = open_store(f"sqlite:///{path}", KEY)
        try:
            demo = DemoWorld(store, library(), ASKED)
            for _ in demo.days():
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
        made.kept, made.to_team = await there.world.look(lambda uow: _kept(uow, there))
        manager, member = there.people(1)[0], there.people(2)[1]
        for name, who in (("manager", manager), ("member", member)):
            crawl = made.crawls[name] = Crawl()
            made.refused[name] = [reply async for reply in _refusals(who)]
            made.closed[name] = await _closed_pages(there, who, crawl)
            await _crawl_own(there, who, crawl)
            made.exports[name] = "\n".join(crawl.of("page /export/"))
        await _crawl_hr(there, made.crawls.setdefault("hr", Crawl()))
        await crawl_pages(there, OPEN, made.crawls.setdefault("operator", Crawl()))


async def _crawl_own(there: Town, who: Local, crawl: Crawl) -> None:
    for place in (who.person, who.channel.id):
        crawl.add(f"before, {place}", *map(in_one, there.before[place]))
    await crawl_team(who, crawl)
    await crawl_chat(who, crawl)
    crawl.add("foreign", *[in_one(one) for one in await _press_foreign(there, who)])
    links = [*links_in(crawl, "/export/"), *links_in(crawl, "/charts/")[:1]]
    await crawl_pages(there, links, crawl)


async def _crawl_hr(there: Town, crawl: Crawl) -> None:
    """Read the pages twice: the second time there are pictures in them."""
    hr, clock = there.hr, there.world.clock
    crawl.add("before", *map(in_one, there.before[hr.person]))
    await crawl_campaigns(hr, crawl)
    await crawl_chat(hr, crawl)
    await crawl_pages(there, links_in(crawl, "/campaign-list/"), crawl)
    me = await hr.me()
    assert me is not None
    for lang in LANGS:
        clock.move(timedelta(seconds=1))
        link = there.links.address(me.id, "owner", lang, clock())
        assert link
        async with there.http.post(link.removeprefix(ADDRESS)) as answer:
            assert answer.status == 200, "the link lets HR in"
        for _ in range(2):
            await crawl_pages(there, ["/dashboard"], crawl)
    there.http.session.cookie_jar.clear()


async def _refusals(who: Local) -> AsyncIterator[Reply]:
    """Type every command of HR in both languages."""
    for lang, name in product(LANGS, campaigns.NAMES):
        await who.command(f"language {lang}")
        yield await who.send(typed_by_hr(who, name, lang))
    await who.command(f"language {who.who.lang}")


async def _press_foreign(there: Town, who: Local) -> list[Reply]:
    """Press the buttons of HR's messages and of the others of two teams."""
    others = [there.hr, *there.people(1), *there.people(2)]
    messages = [
        one for other in others if other.person != who.person for one in other.messages[-2:]
    ]
    start = len(who.replies)
    await press_once(who, messages)
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


def _kept(uow: UnitOfWork, there: Town) -> tuple[Kept, dict[str, list[str]]]:
    kept: Kept = {}
    to_team: dict[str, list[str]] = {}
    for one in there.company.people:
        known = uow.people.look_for(one.actor.workspace, one.id)
        words = uow.words.of(known.id) if known else ()
        kept[one.id] = [(keeps, p) for _, keeps, text, _ in words for p in _typed(keeps, text)]
    for team in there.company.teams:
        found = uow.teams.find(there.hr.actor.workspace, team.channel.id)
        to_team[team.channel.id] = _said_to(uow, found.id) if found else []
    return kept, to_team


def _typed(keeps: Keeps, text: str) -> list[str]:
    """Return what somebody typed of what is kept as one piece."""
    if keeps == "commitment":
        draft = from_words(text)
        return [part for part in (draft.action, draft.cue, draft.who, draft.indicator) if part]
    return [*texts_in(plan_from_words(text))] if keeps == "plan" else [text]


def _said_to(uow: UnitOfWork, team_id: str) -> list[str]:
    rounds = [(one.lines, one.loop) for one in uow.teams.rounds(team_id)]
    return [*texts_in(rounds), *(one.action for one in uow.teams.commitments(team_id))]


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
