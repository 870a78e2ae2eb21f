"""What HR sees of a campaign never tells what one person said, chose or left undone.

The same campaign is run in two worlds, with HR looking after every step. In the one nobody does
anything; in the other people answer, pause, stop, move, have full weeks or erase themselves. What
HR reads, and when, is the same to the letter, but for the figures that are worked out once a day.
"""

import random
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.campaigns.content import Invitee
from bot.ledger import Entry
from bot.messages import Message, Progress
from bot.ports import UnitOfWork
from bot.visibility import STOPPED_KEPT
from storage.store import Store, open_store
from tests.databases import KEY
from tests.fakes import chance
from tests.hr import Company, company
from tests.players import Player, controls
from tests.squads import text_of

FIRST_DAY = datetime(2026, 11, 30, 8, tzinfo=UTC)
"""Monday 09:00 in Paris."""

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PEOPLE = 14

DIGEST = re.compile(r"\b[0-9a-f]{16}\b")
FIGURES = re.compile(r".*for reasons of their own.*|Said yes: .*")
"""Lines that are worked out once a day."""

Fate = Callable[[Company, Player], Awaitable[object]]
Seen = tuple[datetime, str, str]
"""When a message came to HR or was changed, how, and what it says."""


async def _stops(_firm: Company, one: Player) -> None:
    await one.command("stop")


async def _pauses(firm: Company, one: Player) -> None:
    await firm.be(one, paused_until=firm.world.clock() + timedelta(days=9))


async def _is_away_for_a_day(firm: Company, one: Player) -> None:
    await firm.be(one, paused_until=firm.world.clock() + timedelta(hours=30))


async def _has_own_hours(firm: Company, one: Player) -> None:
    await firm.be(one, work_from=time(14), work_until=time(17))


async def _moves(firm: Company, one: Player) -> None:
    await firm.be(one, zone="America/New_York", zone_known=True, country="US")


async def _has_a_full_week(firm: Company, one: Player) -> None:
    me, now = await one.me(), firm.world.clock()
    assert me is not None
    came = [Entry(f"{n}:{me.id}:{now}", me.id, "weekly", now, now, "sent", "slot") for n in (1, 2)]
    for entry in came:
        await firm.world.change(partial(_note, entry))


def _note(entry: Entry, uow: UnitOfWork) -> None:
    uow.ledger.note(entry)


async def _wants_to_be_asked_only(firm: Company, one: Player) -> None:
    await firm.be(one, state="on_call")


async def _says(one: Player, option: str) -> None:
    offered = [t for m in one.messages for t, some in controls(m) if option in some]
    if offered:
        await one.send(one.clicked(offered[-1], option))


async def _says_yes(_firm: Company, one: Player) -> None:
    await _says(one, "campaign:yes")


async def _says_no(_firm: Company, one: Player) -> None:
    await _says(one, "campaign:no")


async def _changes_their_mind(_firm: Company, one: Player) -> None:
    await _says(one, "campaign:no")
    await _says(one, "change")
    await _says(one, "campaign:yes")


async def _erases(_firm: Company, one: Player) -> None:
    await one.erase()


FATES: tuple[Fate, ...] = (
    *(_stops, _pauses, _is_away_for_a_day, _has_own_hours, _moves, _has_a_full_week),
    *(_wants_to_be_asked_only, _says_yes, _says_no, _changes_their_mind, _erases),
)

STEPS: tuple[timedelta, ...] = (
    *(-17 * HOUR, -HOUR, timedelta(), MINUTE, 2 * MINUTE, HOUR, 6 * HOUR, 13 * HOUR),
    *(DAY, DAY + 5 * HOUR, DAY + 7 * HOUR, 2 * DAY, 7 * DAY - HOUR, 7 * DAY + MINUTE),
    *(7 * DAY + 3 * HOUR, 8 * DAY, 8 * DAY + MINUTE, 8 * DAY + 6 * HOUR, 9 * DAY + HOUR),
)
"""When people act and HR looks, after the first invitation is due."""

ORDERS: Mapping[str, Mapping[timedelta, str]] = {
    "runs": {},
    "pauses over a wave": {DAY: "pause", 8 * DAY - HOUR: "resume", 7 * DAY + 3 * HOUR: "resume"},
    "pauses before the first": {-HOUR: "pause", 6 * HOUR: "resume"},
    "stops": {8 * DAY: "stop"},
    "is lost for a day": {timedelta(): "outage"},
}
"""What HR does at some of the steps, or what happens to the host."""


class Watching:
    """Somebody of HR who looks at everything after every step; `seen` is all they saw."""

    def __init__(self, firm: Company) -> None:
        self.firm = firm
        self.times: list[datetime] = []
        self.answered: list[str] = []
        firm.chat.on_call = self._called

    def _called(self, _verb: str, person: str) -> None:
        if person == self.firm.hr.person:
            self.times.append(self.firm.world.clock())

    async def look(self) -> None:
        """Reload every page."""
        for command in ("status", "report", "list"):
            reply = await self.firm.hr.campaign(command)
            self.answered.append(f"{reply.notice} {text_of(reply.show) if reply.show else ''}")

    @property
    def seen(self) -> list[Seen]:
        """Every message that came to HR or was changed, in order, without daily figures."""
        calls = [c for c in self.firm.chat.calls if c.person == self.firm.hr.person]
        each = zip(calls[-len(self.times) :], self.times, strict=True)
        return [(at, call.verb, _public(call.message)) for call, at in each]

    @property
    def figures(self) -> dict[str, set[str]]:
        """The daily figures by day: all that was shown of them."""
        shown: dict[str, set[str]] = {}
        calls = [c for c in self.firm.chat.calls if c.person == self.firm.hr.person]
        for call, at in zip(calls[-len(self.times) :], self.times, strict=True):
            if call.message and "Planned: " in text_of(call.message):
                lines = FIGURES.findall(text_of(call.message))
                shown.setdefault(str(at.date()), set()).add("\n".join(lines))
        return shown


@pytest.fixture
def stores(sqlite_migrated: Path, tmp_path: Path) -> Callable[[str], Store]:
    """Makes a store for each world."""

    def made(name: str) -> Store:
        path = tmp_path / f"{name}.sqlite3"
        shutil.copy(sqlite_migrated, path)
        return open_store(f"sqlite:///{path}", KEY)

    return made


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("seed", range(1))
async def test_two_worlds_look_the_same_to_hr(
    stores: Callable[[str], Store], order: str, seed: int
) -> None:
    """Whatever people do, at whatever moment: not a letter and not a minute differs."""
    calm = await _lived(stores("calm"), order, None)
    lively = await _lived(stores("lively"), order, chance(seed))
    assert calm.answered == lively.answered
    for one, other in zip(calm.seen, lively.seen, strict=True):
        assert one == other
    for day, shown in lively.figures.items():
        assert len(shown) <= 2, (day, shown)  # the one of the day before until it is worked out


async def test_two_worlds_that_differ_do_differ_to_their_people(
    stores: Callable[[str], Store],
) -> None:
    """The comparison compares something: to the people themselves the worlds are not the same."""
    calm = await _lived(stores("calm"), "runs", None)
    lively = await _lived(stores("lively"), "runs", chance(0))
    assert sorted(calm.firm.invited()) != sorted(lively.firm.invited())
    assert any("Still to come: 0" in text for _, _, text in calm.seen)
    assert len(calm.seen) > 3 * len(STEPS)


async def _lived(store: Store, order: str, lots: random.Random | None) -> Watching:
    """Run a campaign of two waves; with `lots` people act at random, each in their own way."""
    try:
        async with company(store, PEOPLE) as firm:
            await firm.hr.draft(window_until="09:15")
            await firm.hr.press("campaign:waves")
            await firm.hr.fill({"waves": "2", "apart": "1"})
            people = [Player(firm.world, firm.chat, f"P{n:03d}") for n in range(PEOPLE)]
            watching = Watching(firm)
            await firm.hr.launch()
            acts = _acts(people, lots)
            for step in STEPS:
                await _until(firm, FIRST_DAY + step, order)
                for one, fate in acts.get(step, ()):
                    if await one.me():
                        await fate(firm, one)
                await _ordered(firm, ORDERS[order].get(step, ""))
                await watching.look()
            return watching
    finally:
        store.close()


def _acts(
    people: list[Player], lots: random.Random | None
) -> dict[timedelta, list[tuple[Player, Fate]]]:
    acts: dict[timedelta, list[tuple[Player, Fate]]] = {}
    for one in people if lots else ():
        assert lots
        for _ in range(lots.choice((0, 1, 2))):
            acts.setdefault(lots.choice(STEPS), []).append((one, lots.choice(FATES)))
    return acts


async def _until(firm: Company, at: datetime, order: str) -> None:
    """Let time pass; while the host is down nothing comes, and afterwards all at once."""
    if ORDERS[order].get(at - FIRST_DAY) == "outage":
        firm.world.clock.at = at + 20 * HOUR
    await firm.world.wait_until(max(at, firm.world.clock()))


async def _ordered(firm: Company, what: str) -> None:
    if what in {"pause", "resume", "stop"}:
        await firm.hr.campaign(what)
    if what == "stop":
        await firm.hr.press("campaign:stop")


def _public(message: Message | None) -> str:
    """Read a message with all that can be pressed, without what chance or the day made."""
    if message is None:
        return ""
    bars = [f"{e.value}/{e.target}" for e in message.elements if isinstance(e, Progress)]
    offered = sorted(option for _, some in controls(message) for option in some)
    lines = [line for line in text_of(message).splitlines() if not FIGURES.fullmatch(line)]
    shown = "\n".join([message.summary, *lines, *bars, *offered])
    return DIGEST.sub("…", re.sub(r"campaign:open:\S+", "campaign:open:…", shown))


# one figure subtracted from another


@asynccontextmanager
async def _two_that_overlap(store: Store) -> AsyncIterator[Company]:
    """Two campaigns under way that differ by one person; eight of all said stop."""
    async with company(store, 20) as firm:
        people = [Player(firm.world, firm.chat, f"P{n:03d}") for n in range(20)]
        await firm.hr.draft(name="Everybody")
        await firm.hr.launch()
        for one in people[:8]:
            await one.command("stop")
        await firm.world.wait(minutes=1)
        rows = "\n".join(f"{one.person}@example.org" for one in people[1:])
        await firm.hr.draft(name="All but one", channel="", list=rows)
        await firm.hr.launch()
        yield firm


async def test_audiences_that_differ_by_one_person_cannot_be_subtracted(store: Store) -> None:
    """Only the campaign that was launched first tells bands; the other says why it does not."""
    async with _two_that_overlap(store) as firm:
        await firm.world.wait_until(FIRST_DAY + 2 * DAY)
        assert "5 to 9 were not written to" in await _report(firm, "Everybody")
        later = await _report(firm, "All but one")
        assert "reasons of their own" not in later
        assert "an earlier campaign has some of these people" in later


async def test_a_campaign_tells_again_once_the_other_is_long_over(store: Store) -> None:
    """As long as what was private may still be so, and no longer: thirty days."""
    async with company(store, 20) as firm:
        await firm.hr.draft(name="First")
        first = await firm.hr.launch()
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")
        await firm.world.wait(days=STOPPED_KEPT.days + 1)
        day = (firm.world.clock() + 4 * DAY).date()
        await firm.hr.draft(name="Second", first_day=str(day))
        await firm.hr.launch()
        await firm.world.wait(days=8)
        second = await firm.hr.newest()
        assert second.id != first.id
        assert "elsewhere" not in second.figures
        assert "day" in second.figures


async def _report(firm: Company, name: str) -> str:
    await firm.hr.campaign(f"report {name}")
    return firm.hr.page


# the ledger


async def test_a_stop_by_hr_does_not_tell_who_was_put_off(store: Store) -> None:
    """Who pauses is put off, and keeps that reason when the campaign is stopped meanwhile."""
    async with company(store) as firm:
        one = Player(firm.world, firm.chat, "P003")
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.be(one, paused_until=FIRST_DAY + 3 * DAY)
        await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")
        assert "campaign was stopped" not in await _report(firm, "")
        entry = (await firm.ledger(one))[-1]
        assert (entry.outcome, entry.reason) == ("skipped", "paused")


async def test_who_was_put_off_is_still_invited(store: Store) -> None:
    """A short leave delays an invitation; it does not cost it."""
    async with company(store) as firm:
        one = Player(firm.world, firm.chat, "P003")
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.be(one, paused_until=FIRST_DAY + DAY)
        await firm.world.wait_until(FIRST_DAY + 3 * HOUR)
        assert one.person not in firm.invited()
        await firm.world.wait_until(FIRST_DAY + 3 * DAY)
        assert firm.invited().count(one.person) == 1


async def test_an_outage_puts_everybody_off_and_nobody_is_forgotten(store: Store) -> None:
    """After a night's outage all come on the next working day, once each."""
    async with company(store) as firm:
        await firm.hr.draft()
        await firm.hr.launch()
        firm.world.clock.at = FIRST_DAY + 12 * HOUR
        await firm.world.settle()
        assert "Still to come: 12" in await _report(firm, "")
        await firm.world.wait_until(FIRST_DAY + 2 * DAY)
        assert sorted(firm.invited()) == sorted(f"P{n:03d}" for n in range(12))


async def test_erasing_takes_the_person_out_and_leaves_the_numbers(store: Store) -> None:
    """After a stop too, where every number is of invitations that did not go out."""
    async with company(store) as firm:
        one = Player(firm.world, firm.chat, "P003")
        await firm.hr.draft()
        await firm.hr.launch()
        await firm.hr.campaign("stop")
        await firm.hr.press("campaign:stop")
        before = await _report(firm, "")
        me = await one.me()
        assert me is not None
        await one.erase()
        assert await _report(firm, "") == before
        found = await firm.world.look(lambda uow: uow.ledger.of(me.id, 10))
        assert not found


def test_an_invitee_is_what_the_list_says() -> None:
    """Nothing of what somebody chose is in what HR's list keeps, but their own answer."""
    kept = set(replace(Invitee(None)).__slots__)
    assert kept == {
        *("coachee_id", "mail", "zone", "team", "site", "problem", "position", "wave"),
        *("answer", "joined"),
    }
