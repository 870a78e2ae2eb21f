"""Everybody at once: two processes on one PostgreSQL, and two people of HR, share a campaign."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from bot.campaigns.content import Campaign
from bot.events import Inbound
from bot.ledger import Entry
from bot.messages import Reply
from scheduler.marks import GROUP
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger, until
from tests.hr import FORM, ROOM, Company, Hr, hr_person
from tests.players import Player
from tests.world import World, world

CROWD, CHUNK = 60, 7
SECONDS = 60
"""How long a job may wait here: this is about what is kept, not about how fast."""

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris; from then on one invitation is due each second."""

LEASE = timedelta(minutes=2)
"""After this what one process held and did not do is the other's."""


@dataclass(frozen=True, slots=True)
class Rush:
    """A company with two people of HR, each before a process of their own."""

    firm: Company
    worlds: tuple[World, World]
    hr: tuple[Hr, Hr]

    async def at_once(self, *events: Inbound) -> list[Reply]:
        """Let events come at the same time, in turns to one process and to the other."""
        carried = [self.worlds[n % 2].engine.handle(event) for n, event in enumerate(events)]
        return [reply or Reply() for reply in await asyncio.gather(*carried)]

    async def work(self) -> None:
        """Let both processes do what is due, at the same time, until nothing is."""
        for _ in range(2):
            await asyncio.gather(*(one.settle() for one in self.worlds))
            self.firm.world.clock.move(LEASE)
        await asyncio.gather(*(one.settle() for one in self.worlds))

    async def newest(self) -> Campaign:
        """The campaign."""
        return await self.hr[0].newest()

    async def ledger(self) -> dict[str, Entry]:
        """How the invitation of each person stands in the ledger."""
        people = [Player(self.firm.world, self.firm.chat, f"P{n:03d}") for n in range(CROWD)]
        every = {one.person: await self.firm.ledger(one) for one in people}
        assert all(len(some) <= 1 for some in every.values())
        return {person: some[0] for person, some in every.items() if some}


@asynccontextmanager
async def rush(database: Database) -> AsyncIterator[Rush]:
    """A company, and two processes that plan in small chunks."""
    clock, chat = Clock(), FakeMessenger()
    stores = [database.open(patience=SECONDS) for _ in range(2)]
    try:
        async with (
            world(stores[0], {"fake": chat}, clock, chunk=CHUNK) as first,
            world(stores[1], {"fake": chat}, clock, chunk=CHUNK) as second,
        ):
            hr = await hr_person(first, chat, "U0HR"), await hr_person(second, chat, "U1HR")
            firm = Company(first, chat, hr[0])
            firm.hire(CROWD)
            yield Rush(firm, (first, second), hr)
    finally:
        for store in stores:
            store.close()


async def test_two_people_who_launch_at_once_launch_once(postgres_database: Database) -> None:
    """One launch, one draw, one invitation each; both are told that it is under way."""
    async with rush(postgres_database) as both:
        await both.hr[0].draft()
        for hr in both.hr:
            await hr.campaign("launch")
        replies = await both.at_once(*(hr.pressed("campaign:launch") for hr in both.hr))
        assert [reply.notice for reply in replies] == ["", ""]
        await both.work()
        made = await both.newest()
        assert (made.state, made.cursor) == ("running", CROWD)
        assert [deed.act for deed in await both.hr[0].log()].count("launched") == 1
        both.firm.world.clock.at = FIRST_DAY + timedelta(hours=1)
        await both.work()
        assert Counter(both.firm.invited()) == Counter(f"P{n:03d}" for n in range(CROWD))


@pytest.mark.parametrize("chunks", [0, 1, 4])
async def test_a_stop_while_chunks_are_planned_leaves_nothing_to_come(
    postgres_database: Database, chunks: int
) -> None:
    """Whatever was planned by then is called off, and nothing is planned any more."""
    async with rush(postgres_database) as both:
        made = await both.hr[0].draft()
        await both.hr[1].campaign("list")
        await both.hr[1].press(f"campaign:open:{made.id}")
        stop = both.hr[1].clicked(both.hr[1].token_of("campaign:ready"), "campaign:stop")
        await both.hr[0].press("campaign:ready")
        await both.worlds[0].engine.handle(both.hr[0].pressed("campaign:launch"))
        working = [asyncio.create_task(one.engine.loop.run_once()) for one in both.worlds]
        await _reached(both, chunks * CHUNK)
        await both.worlds[1].engine.handle(stop)
        await asyncio.gather(*working)
        cursor = (await both.newest()).cursor
        assert cursor >= chunks * CHUNK
        await both.work()
        made = await both.newest()
        assert (made.state, made.cursor) == ("stopped", cursor)
        assert not await both.firm.world.look(lambda uow: uow.campaigns.pending(made.id))
        ended = await both.ledger()
        assert len(ended) == cursor
        assert {entry.reason for entry in ended.values()} <= {"campaign_stopped"}
        both.firm.world.clock.at = FIRST_DAY + timedelta(hours=1)
        await both.work()
        assert not both.firm.invited()


@pytest.mark.parametrize(
    ("command", "outcome", "reason"),
    [("pause", "moved", "campaign_paused"), ("stop", "skipped", "campaign_stopped")],
)
async def test_once_a_pause_or_stop_is_acknowledged_nothing_more_is_handed_over(
    postgres_database: Database, command: str, outcome: str, reason: str
) -> None:
    """Two processes send; what the platform does not have yet it never gets."""
    async with rush(postgres_database) as both:
        chat = both.firm.chat
        await both.hr[0].draft()
        await both.hr[0].launch()
        await both.hr[1].campaign("status")
        press = both.hr[1].pressed(f"campaign:{command}")
        gate = chat.hold()
        sending = []
        for number, one in enumerate(both.worlds, 1):
            both.firm.world.clock.at = max(FIRST_DAY, both.firm.world.clock.at)
            both.firm.world.clock.move(timedelta(seconds=CROWD // 2 + 1))
            sending.append(asyncio.create_task(one.engine.loop.run_once()))
            await _under_way(chat, number * GROUP)
        await both.worlds[1].engine.handle(press)
        gate.set()
        await asyncio.gather(*sending)
        await both.work()
        invited = both.firm.invited()
        assert len(invited) == len(set(invited)) == 2 * GROUP
        others = {p: e for p, e in (await both.ledger()).items() if p not in invited}
        assert len(others) == CROWD - len(invited)
        assert {(e.outcome, e.reason) for e in others.values()} == {(outcome, reason)}
        if command == "pause":
            await both.hr[0].campaign("resume")
        await both.firm.world.wait(days=2)
        expected = CROWD if command == "pause" else 2 * GROUP
        assert len(both.firm.invited()) == len(set(both.firm.invited())) == expected


async def test_a_form_sent_twice_at_once_makes_one_draft(postgres_database: Database) -> None:
    """Neither the draft nor its audience is there twice."""
    async with rush(postgres_database) as both:
        await both.hr[0].campaign("new")
        await both.at_once(*(both.hr[0].filled(FORM) for _ in range(6)))
        await both.work()
        await both.hr[0].count()
        (made,) = await both.firm.world.look(lambda uow: uow.campaigns.all())
        assert [source.id for source in made.sources] == [ROOM.id]
        assert f"Reachable: {CROWD} of {CROWD}" in both.hr[0].page_of("Draft.")


async def test_two_people_who_edit_one_draft_leave_one_of_two_drafts(
    postgres_database: Database,
) -> None:
    """Whoever comes last is right, as a whole; both changes stand in the log."""
    async with rush(postgres_database) as both:
        made = await both.hr[0].draft()
        await both.hr[1].campaign("list")
        await both.hr[1].press(f"campaign:open:{made.id}")
        for hr in both.hr:
            await hr.press("campaign:edit")
        wanted = [("Spring", "6"), ("Summer", "8")]
        await both.at_once(
            *(
                hr.filled({"name": name, "weeks": weeks})
                for hr, (name, weeks) in zip(both.hr, wanted, strict=True)
            )
        )
        await both.work()
        terms = (await both.newest()).terms
        assert (terms.name, str(terms.weeks)) in wanted
        assert [deed.act for deed in await both.hr[0].log()].count("changed") == 2
        assert all(terms.name in hr.page_of("Draft.") for hr in both.hr)


async def _under_way(chat: FakeMessenger, number: int) -> None:
    """Wait until the platform has so many calls that it does not answer."""
    await until(lambda: chat.under_way == number)


async def _reached(both: Rush, position: int) -> None:
    """Wait until so many are planned."""
    async with asyncio.timeout(30):
        while (await both.newest()).cursor < position:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0)  # reading lets the others work
