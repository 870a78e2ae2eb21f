"""`kill -9` at any moment: what was acknowledged is kept, and nothing counts twice."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import aiohttp
import pytest
from sqlalchemy import NullPool, create_engine, select

from adapters.bench.measuring.processes import Declic, free_port
from adapters.bench.people.daytime import workday_somewhere
from adapters.wiring import real_now
from bot.moments import Moment
from bot.people import Coachee, Slot
from bot.ports import UnitOfWork
from storage.tables import outbox
from tests.databases import Database
from tests.fake_slack import TEAM, FakeSlack, fake_slack
from tests.fake_slack_people import FakePerson, as_event
from tests.processes import (
    CALMLY,
    doomed,
    eventually,
    gone,
    let_leases_end,
    live,
    within,
)

T = TypeVar("T")

SCRIPT = (
    "stuck",
    "The budget of {who}",
    "Me",
    "Last spring, with {who}",
    "Do a smaller part",
    "After stand-up I send the brief to {who}",
)
STEPS = ["what", "kind", "me", "control", "plan"]
KIND = "What kind of blocker"


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(now=real_now) as fake:
        yield fake


@dataclass
class Typist:
    """Somebody who answers one question after the other; Slack delivers until it is taken."""

    slack: FakeSlack
    user: str
    events: list[dict[str, Any]] = field(default_factory=list)
    acknowledged: int = 0

    def __post_init__(self) -> None:
        person = self.person(None)
        for line in SCRIPT:
            words = person.words(line.format(who=self.user))
            self.events.append(person.envelope(words))

    def person(self, http: Any) -> FakePerson:
        """The person in the fake Slack, before a door."""
        person = self.slack.person(self.user, http)
        self.slack.users[self.user]["locale"] = "en-GB"
        return person

    async def type_on(self, http: aiohttp.ClientSession, told: Callable[[], None]) -> None:
        """Deliver what is left, and first again what was taken last: that may be unknown."""
        person = self.person(http)
        for number in range(max(self.acknowledged - 1, 0), len(self.events)):
            signed = as_event(self.events[number], self.slack.signing_secret, real_now())
            try:
                answer = await person.send(signed)
            except aiohttp.ClientError:
                return
            assert answer.status == 200
            if number == self.acknowledged:
                self.acknowledged += 1
                told()


@pytest.mark.parametrize(
    ("database", "kills"), [("sqlite", 2), ("postgres", 1)], indirect=["database"]
)
async def test_every_acknowledged_answer_outlives_kills_in_a_burst(
    database: Database, tmp_path: Path, slack: FakeSlack, kills: int
) -> None:
    """Six people answer at once while the process dies; everybody ends where they should."""
    chance = random.Random(kills)  # noqa: S311 - chooses when to kill
    crowd = [Typist(slack, f"U{number}") for number in range(6)]
    settings, port = live(database, slack), free_port()
    for _ in range(kills):
        async with doomed("run", tmp_path, settings, port=port) as bot:
            await _burst(bot, crowd, kill_after=chance.randint(4, 20))
            await gone(bot)
        kept = within(database, _answers)
        assert all(len(kept.get(one.user, [])) >= one.acknowledged - 1 for one in crowd)
        let_leases_end(database)
    async with doomed("run", tmp_path, settings, port=port) as bot:
        await _burst(bot, crowd)
        await eventually(lambda: not _unsent(database), seconds=60)  # as fast as Slack allows
        assert await bot.stop(CALMLY) == 0
    assert within(database, _answers) == {one.user: STEPS for one in crowd}
    words = within(database, _words)
    for typist in crowd:
        written = [line.format(who=typist.user) for line in SCRIPT if "{who}" in line]
        found = [sum(line in text for text in words[typist.user]) for line in written]
        assert found == [1, 1, 1]
    _nothing_lost_or_doubled(database, slack, kills=kills)


async def test_a_kill_between_sending_and_noting_it(
    sqlite_database: Database, tmp_path: Path, slack: FakeSlack
) -> None:
    """The one message under way may come twice; either copy works, once, and one remains."""
    settings = live(sqlite_database, slack)
    async with (
        doomed("run", tmp_path, settings) as bot,
        aiohttp.ClientSession(bot.url) as http,
    ):
        person = Typist(slack, "U0SAM").person(http)
        await person.say("stuck")
        await eventually(lambda: person.messages)
        slack.slow_next("chat.postMessage", 1)
        assert (await person.say("The budget")).status == 200
        await eventually(lambda: len(slack.of("chat.postMessage")) == 2)
        bot.kill()
        await gone(bot)
    await eventually(lambda: _count(person, KIND) == 1)  # Slack had taken it
    let_leases_end(sqlite_database)
    async with (
        doomed("run", tmp_path, settings) as bot,
        aiohttp.ClientSession(bot.url) as http,
    ):
        person = slack.person("U0SAM", http)
        await eventually(lambda: _count(person, KIND) == 2)
        older = person.messages[-2]
        assert (await person.press("Me")).status == 200
        await eventually(lambda: _count(person, "When did you manage") == 1)
        payload = person.pressed("A person")  # only the older copy still has it
        assert payload["container"]["message_ts"] == older.ts
        assert (await person.send_interaction(payload)).status == 200
        await eventually(lambda: _count(person, KIND) == 1)
        await eventually(lambda: _unsent(sqlite_database) == 0)
        assert await bot.stop(CALMLY) == 0
    assert within(sqlite_database, _answers) == {"U0SAM": ["what", "kind"]}
    _nothing_lost_or_doubled(sqlite_database, slack, kills=1)


async def test_a_kill_while_check_ins_go_out(
    postgres_database: Database, tmp_path: Path, slack: FakeSlack
) -> None:
    """Thirty are due, the process dies in the middle: each gets one session, and its message."""
    people = [f"U{number}" for number in range(30)]
    within(postgres_database, lambda uow: _due(uow, slack, people))
    settings = live(postgres_database, slack)
    slack.slow_next("chat.postMessage", 0.05, times=60)
    async with doomed("run", tmp_path, settings) as bot:
        await eventually(lambda: len(slack.of("chat.postMessage")) >= 12)
        bot.kill()
        await gone(bot)
    let_leases_end(postgres_database)
    async with doomed("run", tmp_path, settings) as bot:
        await eventually(lambda: all(slack.seen_by(user) for user in people))
        await eventually(lambda: not _unsent(postgres_database))
        assert await bot.stop(CALMLY) == 0
    begun = within(postgres_database, _programmes)
    assert begun == {user: ["invitation"] for user in people}
    assert within(postgres_database, _ledgers) == {user: ["sent"] for user in people}
    _nothing_lost_or_doubled(postgres_database, slack, kills=1)


async def _burst(bot: Declic, crowd: list[Typist], kill_after: int = 0) -> None:
    """Let everybody type at once; kill at the very acknowledgement that was chosen."""
    told = itertools.count(1)

    def acknowledged() -> None:
        if next(told) == kill_after:
            bot.kill()

    async with aiohttp.ClientSession(bot.url) as http:
        await asyncio.gather(*(typist.type_on(http, acknowledged) for typist in crowd))


def _nothing_lost_or_doubled(database: Database, slack: FakeSlack, *, kills: int) -> None:
    """Every queued message was sent; a person saw at most one copy more for each kill."""
    sent: Counter[str] = Counter()
    for user, verb, outcome in _rows(database):
        assert outcome in {"sent", "nothing"}
        sent[user] += verb == "post" and outcome == "sent"
    posts = slack.of("chat.postMessage")
    posted = Counter(str(body["channel"]).replace("D", "U", 1) for body in posts)
    assert sent.keys() == posted.keys()
    for user, number in sent.items():
        assert number <= posted[user] <= number + kills


def _rows(database: Database) -> list[tuple[str, str, str | None]]:
    engine = create_engine(database.url, poolclass=NullPool)
    with engine.begin() as db:
        rows = db.execute(select(outbox.c.address, outbox.c.verb, outbox.c.outcome)).all()
    return [(address["user"], verb, outcome) for address, verb, outcome in rows]


def _unsent(database: Database) -> int:
    return sum(outcome is None for _, _, outcome in _rows(database))


def _count(person: FakePerson, text: str) -> int:
    return sum(text in repr(message.blocks) for message in person.messages)


def _of_each(uow: UnitOfWork, read: Callable[[str], list[T]]) -> dict[str, list[T]]:
    """Read something of everybody, by the platform's name for them."""
    users = [f"U{number}" for number in range(30)] + ["U0SAM"]
    found = [uow.people.find(f"slack:{TEAM}", user) for user in users]
    return {person.person: read(person.id) for person in found if person}


def _answers(uow: UnitOfWork) -> dict[str, list[str]]:
    return _of_each(uow, lambda one: [a.step_id for s in uow.sessions.of(one) for a in s.answers])


def _programmes(uow: UnitOfWork) -> dict[str, list[str]]:
    return _of_each(uow, lambda one: [s.programme_id for s in uow.sessions.of(one)])


def _words(uow: UnitOfWork) -> dict[str, list[str]]:
    return _of_each(uow, lambda one: [text for _, _, text, _ in uow.words.of(one)])


def _ledgers(uow: UnitOfWork) -> dict[str, list[str]]:
    return _of_each(uow, lambda one: [entry.outcome for entry in uow.ledger.of(one, 9)])


def _due(uow: UnitOfWork, slack: FakeSlack, users: list[str]) -> None:
    """Let people take part whose weekly moment has just come, at a good hour."""
    now = real_now()
    country, zone = workday_somewhere(now)
    due = now - timedelta(minutes=1)
    for user in users:
        address = {"platform": "slack", "team": TEAM, "user": user, "channel": slack.dm(user)}
        person = Coachee(user, f"slack:{TEAM}", user, address, now, state="active", zone=zone)
        person = replace(person, country=country, zone_known=True, slot=Slot(0, time(9)))
        uow.people.add(replace(person, themes=("delegation",)))
        uow.moments.plan(Moment(f"due-{user}", f"checkin:{user}:now", user, "weekly", due, due))
