"""The launch of a campaign for many people, from the second yes until everybody is planned."""

import argparse
import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import available_timezones

from adapters.bench.measuring.gauge import gauged, tell
from adapters.bench.people.population import KEY
from adapters.bench.people.when import NOW
from adapters.bench.platform.quiet import QuietMessenger
from adapters.bench.scenario import Measured
from adapters.engine import Engine
from adapters.wiring import make_engine
from bot.campaigns.content import Campaign, Invitee, Terms
from bot.campaigns.grants import Grant
from bot.campaigns.launching import CHUNK
from bot.cards import TOKEN_LIVES, Card
from bot.events import Actor, Clicked
from bot.people import Coachee
from bot.places import country_of
from bot.ports import UnitOfWork
from prompts.loader import load_library
from storage import migrate
from storage.store import Store, open_store

ZONES = tuple(sorted(available_timezones()))[:400]
BATCH = 1000
WORKSPACE, HR, LARGE = "quiet:T0BENCH", "hr", "large"
ADDRESS = {"platform": "quiet", "tenant": "T0BENCH", "person": HR}
TERMS = Terms("More room", ("delegation",), NOW.date() + timedelta(days=7), why={"en": "More room"})


@dataclass(frozen=True, slots=True)
class Launch:
    """What a launch took: `answered_s` until HR was answered, `calls` updates of their message."""

    measured: Measured
    answered_s: float
    calls: int


async def launch(store: Store, number: int, *, waves: int = 1, chunk: int = CHUNK) -> Launch:
    """Invite so many people and say yes, as HR does."""
    quiet = QuietMessenger()
    engine = make_engine(store, load_library(), {"quiet": quiet}, lambda: NOW, chunk=chunk)
    await store.run(_begun, store, waves)
    for start in range(0, number, BATCH):
        await store.run(_listed, store, range(start, min(start + BATCH, number)))
    async with gauged() as gauge:
        began = time.perf_counter()
        await engine.handle(_yes())
        answered = time.perf_counter() - began
        await _planned(engine)
        gauge.ops = number
    assert await store.run(_pending, store) == number  # noqa: S101 - else somebody is missed
    gauge.facts = {"answered_ms": answered * 1000, "durable_s": gauge.wall_s}
    return Launch(gauge.measured(), answered, quiet.posts + quiet.updates)


async def _planned(engine: Engine) -> None:
    await engine.loop.run_once()
    await engine.settle()
    await engine.loop.stop()


def _begun(store: Store, waves: int) -> None:
    with store.open_uow() as uow:
        uow.people.add(Coachee(HR, WORKSPACE, HR, ADDRESS, NOW))
        uow.roles.grant(Grant(HR, "hr", "", NOW))
        terms = replace(TERMS, waves=waves)
        uow.campaigns.add(Campaign(LARGE, HR, NOW, terms, watchers={HR: "follow"}))
        for token, template in (("launch", "campaign_launch"), ("follow", "campaign")):
            _shown(uow, token, template)
        uow.commit()


def _shown(uow: UnitOfWork, token: str, template: str) -> None:
    ref = {"channel": "D0", "ts": token}
    args = {"campaign": LARGE}
    uow.cards.add(Card(token, HR, template, NOW, NOW + TOKEN_LIVES, args, ref=ref))


def _listed(store: Store, numbers: Sequence[int]) -> None:
    with store.open_uow() as uow:
        known = uow.people.gather(list(_people(numbers)))
        listed = [Invitee(one.id, team=f"team {one.id[-6:-1]}") for one in known.values()]
        uow.campaigns.list_people(LARGE, listed)
        uow.commit()


def _people(numbers: Sequence[int]) -> Iterator[Coachee]:
    """Make people with ids as long as real ones, ten to a team."""
    for number in numbers:
        zone, name = ZONES[number % len(ZONES)], f"U{number:010}"
        address = {"platform": "quiet", "tenant": "T0BENCH", "person": name}
        one = Coachee(f"coachee{number:015}", WORKSPACE, name, address, NOW, zone=zone)
        yield replace(one, zone_known=True, country=country_of(zone))


def _yes() -> Clicked:
    actor = Actor(WORKSPACE, HR)
    token, option = "launch", "campaign:launch"
    return Clicked(id="yes", at=NOW, actor=actor, address=ADDRESS, token=token, option=option)


def _pending(store: Store) -> int:
    with store.open_uow() as uow:
        return uow.campaigns.pending(LARGE)


def main() -> None:
    """List the people, launch, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--people", type=int, required=True)
    options = parser.parse_args()
    migrate.upgrade(options.database)
    store = open_store(options.database, KEY)
    try:
        tell(asyncio.run(launch(store, options.people)).measured)
    finally:
        store.close()


if __name__ == "__main__":
    main()
