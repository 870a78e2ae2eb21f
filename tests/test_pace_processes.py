"""Real processes on one database keep to one limit together, and hold few connections."""

import asyncio
import multiprocessing
from datetime import timedelta

from adapters.slack.outbound import CONNECTIONS
from adapters.wiring import real_now
from bot.outbox import Dispatch
from bot.pace import UNPACED
from bot.ports import UnitOfWork
from tests.databases import Database
from tests.metered_slack import metered_slack
from tests.paced_process import carry, send_all
from tests.processes import within

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.paced_process"])

LIMIT, TOGETHER = 50, 4


async def test_four_processes_never_pass_the_limit_of_a_tenant(postgres_database: Database) -> None:
    """Not in any one second of the platform's own clock; each message comes, and comes once."""
    people = _queue(postgres_database, 5 * LIMIT)
    async with metered_slack() as slack:
        arguments = (postgres_database.url, slack.url, LIMIT)
        crowd = [PROCESSES.Process(target=carry, args=arguments) for _ in range(TOGETHER)]
        for one in crowd:
            one.start()
        await asyncio.gather(*(asyncio.to_thread(one.join, 90) for one in crowd))
        assert [one.exitcode for one in crowd] == [0] * TOGETHER
    assert slack.taken == dict.fromkeys(people, 1)
    assert slack.most_in_a_second() <= LIMIT


async def test_connections_are_few_however_much_is_sent(sqlite_database: Database) -> None:
    """A thousand messages open no more of them than the pool may hold."""
    people = _queue(sqlite_database, 1000)
    async with metered_slack() as slack:
        await send_all(sqlite_database.url, slack.url, UNPACED)
    assert slack.taken == dict.fromkeys(people, 1)
    assert len(slack.connections) <= CONNECTIONS


def _queue(database: Database, count: int) -> list[str]:
    people = [f"D{number:04}" for number in range(count)]

    def add(uow: UnitOfWork) -> None:
        at = real_now() - timedelta(seconds=1)
        for person in people:
            address = {"platform": "slack", "team": "T1", "channel": person}
            uow.outbox.add(Dispatch(person, person, "post", address, at, at))

    within(database, add)
    return people
