"""`kill -9` at any point of a campaign: nobody is missed, and nobody is planned twice.

Twenty points are drawn by chance on each database: while waves are drawn, chunks planned,
invitations sent, and what is left called off. Another process goes on when the leases are over.
"""

import multiprocessing
import random
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, NullPool, create_engine, delete, select

from bot.campaigns.content import Campaign, Invitee
from bot.campaigns.drawing import Draw, verify
from bot.campaigns.grants import Grant
from bot.cards import TOKEN_LIVES, Card
from bot.people import Coachee
from bot.ports import UnitOfWork
from scheduler.marks import GROUP
from scheduler.ticks import LEASE
from storage.tables import campaign_people, ledger, metadata, moments, outbox
from tests.campaign_rows import NOW, START, TERMS
from tests.databases import Database
from tests.doomed_campaign import HR, WORKSPACE, Step, carry
from tests.processes import within

PEOPLE, TEAM, CHUNK = 60, 3, 10
SEEDS = range(2)
POINTS = {"launch": 2, "send": 1, "yes": 1, "stop": 1}
"""Kills of each seed in each step, and just after a yes of the platform; together five."""

ALL_DUE = START + timedelta(hours=1)
STEPS = (
    Step("launch", NOW, "launch-card", "campaign:launch"),
    Step("send", ALL_DUE),
    Step("stop", ALL_DUE + timedelta(minutes=30), "campaign-card", "campaign:stop"),
)
"""Two waves: the first is sent, the second is called off a week before it would begin."""

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.doomed_campaign"])


@dataclass
class Life:
    """A campaign through the hands of processes."""

    database: Database
    log: Path

    def go_on(self, dies: tuple[str, int] = ("", 0)) -> int:
        """Let a process carry what is left of the steps, and return its exit code."""
        left = STEPS[len(self.steps) :]
        if self.log.exists():
            left = (replace(left[0], at=left[0].at + 2 * LEASE), *left[1:])
        arguments = (self.database.url, self.log, left, CHUNK, dies)
        process = PROCESSES.Process(target=carry, args=arguments)
        process.start()
        process.join(60)
        assert process.exitcode is not None, "it hangs"
        return process.exitcode

    @property
    def steps(self) -> dict[str, int]:
        """Steps that are done, each with the points that it had."""
        return {line[1]: int(line[2]) for line in self._lines() if line[0] == "done"}

    @property
    def taken(self) -> Counter[str]:
        """How often the platform took an invitation for each person."""
        return Counter(line[1] for line in self._lines() if line[0] == "taken")

    def ended(self) -> dict[str, tuple[str, str]]:
        """How the ledger says that the invitation of each person ended."""
        found = select(ledger.c.coachee_id, ledger.c.outcome, ledger.c.reason)
        with create_engine(self.database.url, poolclass=NullPool).connect() as db:
            rows = db.execute(found).all()
        assert len(rows) == len({row.coachee_id for row in rows})
        return {row.coachee_id: (row.outcome, row.reason) for row in rows}

    def unmarked(self) -> Counter[str]:
        """Whom the platform took an invitation for, and nobody wrote it down."""
        ended = self.ended()
        return Counter(one for one in self.taken if ended[one][0] != "sent")

    def _lines(self) -> Iterator[list[str]]:
        if self.log.exists():
            yield from (line.split() for line in self.log.read_text().splitlines())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_at_any_point_misses_nobody_and_plans_nobody_twice(
    database: Database, tmp_path: Path, seed: int
) -> None:
    """What the platform had taken without anybody's noting it comes again, and nothing else."""
    begun = _begin(database, tmp_path / "whole")
    assert begun.go_on() == 0
    assert begun.taken.total() == len(begun.taken)
    _all_is_well(begun)
    for point in _points(begun.steps | {"yes": len(begun.taken)}, seed):
        life = _begin(database, tmp_path / "-".join(map(str, point)))
        assert life.go_on(point) == -signal.SIGKILL, point
        unmarked = life.unmarked()
        assert unmarked.total() <= GROUP
        assert life.go_on() == 0
        assert life.taken - Counter(set(life.taken)) == unmarked, point
        _all_is_well(life)


def _points(steps: dict[str, int], seed: int) -> list[tuple[str, int]]:
    """Choose points of each step by chance."""
    chance = random.Random(seed)  # noqa: S311 - chooses when to kill
    return [
        (name, point)
        for name, passed in steps.items()
        # Not the very last: how many turns share a commit is never the same.
        for point in chance.sample(range(1, passed * 9 // 10), POINTS[name])
    ]


def _begin(database: Database, log: Path) -> Life:
    """Let there be a draft that HR is asked about, and nothing else."""
    with create_engine(database.url, poolclass=NullPool).begin() as db:
        for table in reversed(metadata.sorted_tables):
            db.execute(delete(table))
    within(database, _draft)
    return Life(database, log)


def _draft(uow: UnitOfWork) -> None:
    names = [f"P{number:03}" for number in range(PEOPLE)]
    uow.people.gather([_person(name) for name in [HR, *names]])
    uow.roles.grant(Grant(HR, "hr", "", NOW))
    terms = replace(TERMS, themes=("delegation",), why={"en": "Because"}, waves=2, apart=1)
    watchers = {HR: "campaign-card"}
    uow.campaigns.add(Campaign("c1", HR, NOW, terms, watchers=watchers))
    listed = [Invitee(one, team=f"team {n // TEAM}") for n, one in enumerate(names)]
    uow.campaigns.list_people("c1", listed)
    for token, template in (("launch-card", "campaign_launch"), ("campaign-card", "campaign")):
        uow.cards.add(Card(token, HR, template, NOW, NOW + TOKEN_LIVES, {"campaign": "c1"}))


def _person(name: str) -> Coachee:
    address = {"platform": "fake", "tenant": "T0TEAM", "person": name}
    start = Coachee(name, WORKSPACE, name, address, NOW, zone="Europe/Paris", zone_known=True)
    return replace(start, country="FR")


def _all_is_well(life: Life) -> None:
    """Everybody was drawn, planned and heard of once, and nothing is left to do."""
    waves: dict[str, int] = dict(
        _column(life, campaign_people.c.coachee_id, campaign_people.c.wave)
    )
    assert len(waves) == PEOPLE
    first = {one for one, wave in waves.items() if wave == 1}
    assert set(life.taken) == first
    assert life.ended() == {
        one: ("sent", "invitation") if one in first else ("skipped", "campaign_stopped")
        for one in waves
    }
    planned = _column(life, moments.c.coachee_id, moments.c.kind, moments.c.settled_at)
    assert Counter(one for one, kind, _ in planned if kind == "invitation") == Counter(list(waves))
    assert all(at for _, kind, at in planned if kind != "campaign_watch")
    posted = _column(life, outbox.c.coachee_id, outbox.c.occurrence, outbox.c.outcome)
    assert all(outcome for *_, outcome in posted)
    assert Counter(one for one, occurrence, _ in posted if occurrence) == Counter(list(first))
    _drawn_as_it_was_locked(life, waves)


def _drawn_as_it_was_locked(life: Life, waves: dict[str, int]) -> None:
    """The waves are those that the digest was made over, and no team is in two of them."""

    def look(uow: UnitOfWork) -> None:
        one = uow.campaigns.look("c1")
        assert one
        assert (one.state, one.cursor) == ("stopped", PEOPLE)
        teams = uow.campaigns.teams("c1")
        into = {f"team {int(who[1:]) // TEAM}": wave for who, wave in waves.items()}
        drawn = Draw(into, one.drawn)
        assert verify(drawn, teams, waves=2, pilot=100, seed=one.seed)
        whole = {f"team {int(who[1:]) // TEAM}": set[int]() for who in waves}
        for who, wave in waves.items():
            whole[f"team {int(who[1:]) // TEAM}"].add(wave)
        assert {len(some) for some in whole.values()} == {1}

    within(life.database, look)


def _column(life: Life, *columns: Column[Any]) -> Sequence[tuple[Any, ...]]:
    with create_engine(life.database.url, poolclass=NullPool).connect() as db:
        return [tuple(row) for row in db.execute(select(*columns))]
