"""A process that sends what an outbox holds to a Slack, at a pace, until nothing is left."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select

from adapters.slack.outbound import SlackMessenger, open_session, web_client
from adapters.wiring import real_now
from bot.pace import Paces, at_most
from scheduler.dispatch import Dispatcher
from storage.store import Store, open_store
from storage.tables import outbox
from tests.databases import KEY
from tests.fakes import PlainSpeaker, chance

SECOND = timedelta(seconds=1)


def carry(url: str, slack_url: str, calls: int) -> None:
    """Send with others, all together at most so many calls a second."""
    asyncio.run(
        send_all(url, slack_url, Paces({"slack": {"post": at_most(calls, SECOND, "post")}}))
    )


async def send_all(url: str, slack_url: str, paces: Paces) -> None:
    """Sweep until nothing is left."""
    store = open_store(url, KEY)
    async with open_session() as session:
        messenger = SlackMessenger(web_client("xoxb-test", session, slack_url), now=real_now)
        dispatcher = Dispatcher(
            store.run,
            store.open_uow,
            PlainSpeaker(),
            {"slack": messenger},
            real_now,
            jitter=chance(),
            paces=paces,
        )
        while await store.run(left, store):
            await dispatcher.sweep()
            await asyncio.sleep(0.05)
        await dispatcher.close()
    store.close()


def left(store: Store) -> int:
    """Count what is not settled."""
    unsent = select(func.count()).where(outbox.c.settled_at.is_(None))
    with store.open_uow() as uow:
        return int(uow._scope.execute(unsent).scalar_one())
