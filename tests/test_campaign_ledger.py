"""The ledger of a campaign accounts for every planned message, whatever happens to people."""

import random
import re
from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import NullPool, create_engine, select

from bot.campaigns.content import Campaign
from bot.errors import SendFailed, Unreachable
from bot.people import Slot
from storage.tables import ledger, moments, outbox
from tests.databases import Database
from tests.hr import Company, company
from tests.players import Player
from tests.world import library

BEGIN = datetime(2026, 10, 12, 9, tzinfo=UTC)
"""A Monday; Europe puts its clocks back two weeks later, America three."""

ZONES = {
    "Europe/Paris": "FR",
    "America/New_York": "US",
    "Asia/Tokyo": "JP",
    "Pacific/Auckland": "NZ",
    "Asia/Kolkata": "IN",
    "Pacific/Honolulu": "US",
}
FAULTS = (
    (SendFailed("http_502"),),
    (SendFailed("ratelimited", retry_after=timedelta(seconds=30)),) * 3,
    (SendFailed("invalid_blocks", permanent=True),),
    (SendFailed("timeout"),) * 15,
    (SendFailed("token_revoked", retry_after=timedelta(minutes=15)),) * 200,
    (Unreachable("account_inactive"),),
)
_LINE = re.compile(r"^(\d+) · (.+)$", re.MULTILINE)
ENDS = {"sent", "skipped", "failed"}


@pytest.mark.parametrize(
    ("database", "seed"),
    [("sqlite", 2), ("sqlite", 3), ("sqlite", 5), ("postgres", 4), ("postgres", 6)],
    indirect=["database"],
)
async def test_planned_is_sent_skipped_and_failed(database: Database, seed: int) -> None:
    """Each with a reason and a time; nothing is left to come, and the report adds up to it."""
    chance = random.Random(seed)  # noqa: S311 - makes up lives
    store = database.open()
    try:
        async with company(store, 0, at=BEGIN) as firm:
            people = _hired(firm, chance)
            await firm.hr.draft(**_terms(chance))
            await _different(firm, people, chance)
            made = await firm.hr.launch()
            await _live(firm, people, chance, made)
            assert (await firm.hr.newest()).state in {"stopped", "ended"}
            await firm.hr.campaign("report")
            page = firm.hr.page
    finally:
        store.close()
    ended = _ended(database, made)
    assert set(ended) == _planned(database, made)
    assert {outcome for outcome, _, _ in ended.values()} <= ENDS
    assert all(reason and at >= BEGIN for _, reason, at in ended.values())
    for _, reason, _ in ended.values():
        assert library().say(f"reasons.{reason}", "fr")
    assert not _waiting(database, made)
    _adds_up(page, Counter((outcome, reason) for outcome, reason, _ in ended.values()))


def _adds_up(page: str, ended: Counter[tuple[str, str]]) -> None:
    """The figures of the report are those of the ledger; what is HR's own doing is no secret."""
    told = {reason: int(n) for n, reason in _LINE.findall(page)}
    lost: Counter[str] = Counter()
    for (outcome, reason), n in ended.items():
        if outcome != "sent":
            lost[library().say(f"campaign.reason_{reason}", "en")] += n
    assert told.items() <= lost.items()
    for reason in ("campaign_paused", "campaign_stopped", "failed"):
        said = library().say(f"campaign.reason_{reason}", "en")
        assert told.get(said, 0) == lost[said]
    assert f"Invitations planned: {ended.total()}\n" in page
    assert f"reasons of people’s own: {ended.total() - sum(told.values())}\n" in page
    assert "Still to come: 0\n" in page


def _hired(firm: Company, chance: random.Random) -> list[Player]:
    people: list[Player] = []
    for _ in range(chance.randint(5, 9)):
        zone = chance.choice([*ZONES, None])
        lang = chance.choice(["en", "fr"])
        people += firm.hire(chance.randint(2, 5), lang, zone)  # type: ignore[arg-type]  # one of the two
    return people


def _terms(chance: random.Random) -> dict[str, str | list[str]]:
    return {
        "first_day": f"2026-10-{chance.randint(19, 30)}",
        "weeks": str(chance.choice([2, 3])),
        "window_from": chance.choice(["07:30", "09:00", "16:00"]),
        "window_until": "18:30",
    }


async def _different(firm: Company, people: list[Player], chance: random.Random) -> None:
    """Let some take part, rest, have stopped or be out of reach already."""
    lives = (
        {"state": "active", "slot": Slot(1, time(9))},
        {"state": "stopped"},
        {"state": "on_call"},
        {"state": "active", "paused_until": BEGIN + timedelta(days=chance.randint(5, 60))},
        {"reachable": False},
        {"work_from": time(14), "work_until": time(15)},
        {"country": "FR", "zone": "Asia/Tokyo", "zone_known": True},
    )
    for one in chance.sample(people, len(people) // 3):
        await firm.be(one, **chance.choice(lives))


async def _live(firm: Company, people: list[Player], chance: random.Random, made: Campaign) -> None:
    """Let weeks pass in jumps, as with a host that is often down, in which much happens."""
    end = made.terms.last_day + timedelta(days=4)
    while firm.world.clock().date() < end:
        firm.world.clock.move(timedelta(minutes=chance.choice([7, 40, 120, 300, 900])))
        if chance.random() < 0.1:
            firm.world.clock.move(timedelta(days=chance.choice([1, 3])))
        await firm.world.settle()
        one = chance.choice(people)
        if chance.random() < 0.3:
            firm.chat.fail(*chance.choice(FAULTS), person=one.person)
        if chance.random() < 0.1:
            firm.chat.drop_after_accept(person=one.person)
        await _act(firm, one, chance)
    firm.chat.calm()
    firm.world.clock.move(timedelta(days=2))
    await firm.world.settle()


async def _act(firm: Company, one: Player, chance: random.Random) -> None:
    """Let somebody or HR do something, if it can be done."""
    act = chance.choice(
        ["yes", "no", "stop", "move", "pause", "resume", "resume", "halt", *["nothing"] * 20]
    )
    offered = [m for m in one.messages if "coaching" in m.summary]
    if act in {"yes", "no"} and offered:
        await one.press(f"campaign:{act}")
    elif act == "stop":
        await one.command("stop")
    elif act == "move":
        zone = chance.choice(list(ZONES))
        await firm.be(one, zone=zone, country=ZONES[zone], zone_known=True)
    elif act in {"pause", "resume"}:
        await firm.hr.campaign(act)
    elif act == "halt" and chance.random() < 0.05:
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")


def _ended(database: Database, made: Campaign) -> dict[str, tuple[str, str, datetime]]:
    found = select(ledger.c.key, ledger.c.outcome, ledger.c.reason, ledger.c.decided_at)
    with create_engine(database.url, poolclass=NullPool).connect() as db:
        rows = db.execute(found.where(ledger.c.key.startswith(f"invitation:{made.id}:"))).all()
    return {row.key: (row.outcome, row.reason, row.decided_at) for row in rows}


def _planned(database: Database, made: Campaign) -> set[str]:
    found = select(moments.c.key).where(moments.c.subject_id == made.id)
    with create_engine(database.url, poolclass=NullPool).connect() as db:
        return set(db.execute(found.where(moments.c.kind == "invitation")).scalars())


def _waiting(database: Database, made: Campaign) -> list[str]:
    """List what is still to come of it, as a moment or in the outbox."""
    due = select(moments.c.key).where(
        moments.c.kind == "invitation", moments.c.settled_at.is_(None)
    )
    left = select(outbox.c.key).where(
        outbox.c.settled_at.is_(None), outbox.c.occurrence.startswith(f"invitation:{made.id}:")
    )
    with create_engine(database.url, poolclass=NullPool).connect() as db:
        return [*db.execute(due).scalars(), *db.execute(left).scalars()]
