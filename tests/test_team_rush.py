"""Everybody at once: two processes on one PostgreSQL carry a whole team while its round closes."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Engine, ExceptionContext
from sqlalchemy import event as events

from bot.events import Due, Event, MembersChanged
from bot.messages import Reply
from bot.teams.content import Round
from tests.databases import Database
from tests.fakes import Clock, FakeMessenger
from tests.players import at_the_door
from tests.squads import ANSWERS, Squad, squad, text_of
from tests.world import World, world

CROWD = 200
SECONDS = 60
"""How long a job may wait here: this is about what is kept, not about how fast."""

LEASE = timedelta(minutes=2)
"""After this what one process held and did not send is the other's."""

SAID = {"thanks": "Thank you", "closed": "has closed"}


@dataclass(frozen=True, slots=True)
class Rush:
    """A team whose even members are carried by one process, the odd ones by the other."""

    team: Squad
    worlds: tuple[World, World]
    chat: FakeMessenger

    async def all(self, happened: list[tuple[int, Event]]) -> list[Reply]:
        """Let events come all at once, each by the process with this number, in this order."""
        carried = [
            self.worlds[number % 2].engine.carry(event)  # type: ignore[arg-type]  # a moment too
            for number, event in happened
        ]
        return [one.reply or Reply() for one in await asyncio.gather(*carried)]

    async def due(self, one: Round) -> Due:
        """The moment at which a round closes."""
        lane = (await self.team.team()).lane
        coming = await self.worlds[0].look(lambda uow: uow.moments.of(lane))
        moment = next(m for m in coming if m.kind == "round_close")
        return Due(moment.id, one.closes_at)

    async def settle(self) -> None:
        """Wait until both have sent everything."""
        await asyncio.gather(*(one.settle() for one in self.worlds))


@asynccontextmanager
async def rush(database: Database, people: int) -> AsyncIterator[Rush]:
    """A round that is open, and two processes."""
    clock = Clock()
    stores = [database.open(patience=SECONDS) for _ in range(2)]
    try:
        async with (
            at_the_door(stores[0], clock) as (first, chat),
            world(stores[1], {"fake": chat}, clock) as second,
        ):
            team = squad(first, chat, people)
            await team.begin()
            yield Rush(team, (first, second), chat)
    finally:
        for store in stores:
            store.close()


@pytest.fixture
def deadlocks() -> Iterator[list[str]]:
    """Statements that the database gave up because two waited for each other."""
    met: list[str] = []

    def failed(context: ExceptionContext) -> None:
        if getattr(context.original_exception, "sqlstate", None) == "40P01":
            met.append(str(context.statement))

    events.listen(Engine, "handle_error", failed)
    yield met
    events.remove(Engine, "handle_error", failed)


def told(reply: Reply) -> str:
    """Say what somebody was told."""
    shown = f"{reply.notice} {reply.form.elements if reply.form else ''}"
    return next((name for name, words in SAID.items() if words in shown), shown)


def energy_of(number: int) -> int:
    """A team that does not agree: five levels, each as often."""
    return 1 + number % 5


@pytest.mark.parametrize("before", [0, 30, 100, 170, CROWD])
async def test_an_answer_is_in_the_summary_or_its_author_is_told(
    postgres_database: Database, before: int
) -> None:
    """200 people send within a second, and both processes close the round in the middle of it."""
    async with rush(postgres_database, CROWD) as all_at_once:
        team = all_at_once.team
        one = await team.opened()
        sent: list[tuple[int, Event]] = [
            (
                n,
                someone.submitted(
                    f"{one.card_token}.answer", {**ANSWERS, "energy": str(energy_of(n))}
                ),
            )
            for n, someone in enumerate(team.members)
        ]
        due = await all_at_once.due(one)
        replies = await all_at_once.all([*sent[:before], (0, due), (1, due), *sent[before:]])
        heard = [told(reply) for reply in [*replies[:before], *replies[before + 2 :]]]
        assert set(heard) <= {"thanks", "closed"}
        kept = [energy_of(n) for n, said in enumerate(heard) if said == "thanks"]
        (closed,) = await team.rounds()
        assert closed.state == ("summary" if len(kept) >= 5 else "too_few")
        if closed.sealed:
            assert closed.sealed.n == len(kept)
            total = closed.sealed.figures["energy"].total
            assert total in {None, sum(kept)}
            assert total is not None or len(kept) < 10
        assert not await team.world.look(lambda uow: uow.teams.answers(one.id))


async def test_two_processes_that_wake_at_the_close_make_one_summary(
    postgres_database: Database,
) -> None:
    """Both ask what is due in the same instant, several times, while answers still come."""
    async with rush(postgres_database, 12) as all_at_once:
        team, chat = all_at_once.team, all_at_once.chat
        one = await team.opened()
        for someone in team.members[:8]:
            await someone.answer_with()
        team.world.clock.at = one.closes_at
        late: list[tuple[int, Event]] = [
            (n, someone.submitted(f"{one.card_token}.answer", ANSWERS))
            for n, someone in enumerate(team.members[8:])
        ]
        ticks = [w.engine.loop.run_once() for w in all_at_once.worlds for _ in range(3)]
        answering = asyncio.create_task(all_at_once.all(late))
        await asyncio.gather(*ticks)
        replies = await answering
        team.world.clock.move(LEASE)
        await all_at_once.settle()
        (closed,) = await team.rounds()
        assert closed.sealed
        assert closed.sealed.n == 8 + Counter(told(r) for r in replies)["thanks"]
        shown = [c for c in chat.calls if c.message and "What slows us most" in text_of(c.message)]
        assert [(c.verb, c.accepted) for c in shown] == [("update", True)]
        guidance = [c for c in chat.posts if c.person == team[0].person]
        assert len(guidance) == 1


async def test_people_who_do_everything_at_once_never_wait_for_each_other(
    postgres_database: Database, deadlocks: list[str]
) -> None:
    """Answers, a no, a stop, a leaving, a setup, rosters, and a close, over and over."""
    async with rush(postgres_database, 40) as all_at_once:
        team = all_at_once.team
        for turn in range(4):
            one, token = await team.opened(), (await team.opened()).card_token or ""
            people = list(enumerate(team.members))
            happened: list[tuple[int, Event]] = []
            for n, someone in people:
                happened += [
                    (n, someone.submitted(f"{token}.answer", {**ANSWERS, "remind": ["remind"]}))
                ]
                if n % 3 == 0:
                    happened.append((n + 1, someone.clicked(token, "team:decline")))
                if n % 5 == 0:
                    values = {**ANSWERS, "withdraw": "withdraw"}
                    happened.append((n + 1, someone.submitted(f"{token}.answer", values)))
            gone = [someone for _, someone in people[30 - turn : 34 - turn]]
            happened += [(n, someone.commanded("stop")) for n, someone in enumerate(gone)]
            came = tuple(someone.person for _, someone in people)
            happened += [
                (
                    n,
                    MembersChanged(
                        **team._by(team[0]), came=came, went=(people[20 + n][1].person,)
                    ),
                )
                for n in range(4)
            ]
            due = await all_at_once.due(one)
            happened += [(0, due), (1, due)]
            await all_at_once.all(happened[turn::2] + happened[1 - turn % 2 :: 2])
            await all_at_once.settle()
            team.world.clock.move(timedelta(days=4))
            await all_at_once.settle()
            assert deadlocks == []
            assert all(one.state != "open" for one in await team.rounds())
            await team[0].press_there("team:now")
