"""The attention budget over whole lives: nobody gets more than it, and silence ends in silence."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.cadence import A_WEEK, within_hours
from bot.due import MOST
from bot.language import LANGS, Lang
from bot.ledger import Entry
from bot.people import Coachee, Pace, Slot
from bot.waiting import FRESH
from bot.workdays import Calendar
from storage.store import Store, open_store
from tests.databases import KEY
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door, controls
from tests.world import MONDAY, World

HALF_A_YEAR = 26
SILENT_AFTER = 12
MESSAGES = 12
"""Promise 5 of coaching 7: at most so many in half a year without an answer."""


@dataclass(slots=True)
class Life:
    """A person on a clock that is moved; `came` is when each message came by itself."""

    player: Player
    world: World
    came: list[datetime] = field(default_factory=list)

    async def pass_until(self, end: datetime) -> None:
        """Let time pass; what is posted meanwhile came by itself."""
        hear = self.player.chat
        before = len(hear.posts)
        hear.on_call = lambda verb, _person: self._note(verb)
        await self.world.wait_until(end)
        hear.on_call = lambda _verb, _person: None
        assert len(self.came) >= len(hear.posts) - before

    def _note(self, verb: str) -> None:
        if verb == "post":
            self.came.append(self.world.clock())

    async def me(self) -> Coachee:
        """Who it is."""
        me = await self.player.me()
        assert me is not None
        return me

    async def ledger(self) -> list[Entry]:
        """Every entry."""
        me = await self.me()
        return list(await self.world.look(lambda uow: uow.ledger.of(me.id, 1000)))

    async def begin_as(self, **values: object) -> None:
        """Change the settings through their form, as the person would."""
        await self.player.command("settings")
        await self.player.press("form:settings")
        await self.player.fill({name: str(value) for name, value in values.items()})


@asynccontextmanager
async def life(store: Store, lang: Lang = "en", at: datetime = MONDAY) -> AsyncIterator[Life]:
    """Somebody who has gone through the first conversation."""
    async with at_the_door(store, Clock(at)) as (world, chat):
        player = Player(world, chat, lang=lang)
        await player.onboard(Words())
        yield Life(player, world)


async def commit(player: Player, due: datetime) -> None:
    """Make a commitment for a day."""
    await player.command("commit")
    await player.press("write")
    await player.fill({"action": "I call Karim: 1 call", "due": str(due.date())})
    await _answer(player, most=6)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("pace", ["weekly", "fortnightly", "monthly"])
@pytest.mark.parametrize("commitments", [0, 1, 3, 15])
async def test_somebody_who_never_answers_is_left_in_peace(
    sqlite_store: Store, lang: Lang, pace: Pace, commitments: int
) -> None:
    """At most 12 messages in 26 weeks, none after the 12th week, and each with its reason."""
    async with life(sqlite_store, lang) as silent:
        await silent.begin_as(pace=pace)
        for n in range(commitments):
            await commit(silent.player, MONDAY + timedelta(days=1 + (3 + 4 * n) % 29))
        await silent.pass_until(MONDAY + timedelta(weeks=HALF_A_YEAR))

        assert 0 < len(silent.came) <= MESSAGES, silent.came
        assert max(silent.came) <= MONDAY + timedelta(weeks=SILENT_AFTER), silent.came
        assert max(Counter(at.isocalendar()[:2] for at in silent.came).values()) <= A_WEEK
        assert (await silent.me()).state == "on_call"
        planned = await silent.world.look(lambda uow: uow.moments.next_at())
        assert planned is None, "nothing is planned any more"
        ended = {e.outcome for e in await silent.ledger()}
        assert ended <= {"sent", "skipped", "merged", "moved"}


async def test_a_session_then_silence_is_the_life_of_the_dossier(sqlite_store: Store) -> None:
    """Setting up, one theme session with its commitment, then nothing, as in coaching 5.8."""
    async with life(sqlite_store) as silent:
        await silent.player.command("start delegation")
        await silent.player.walk(Words())
        await silent.pass_until(MONDAY + timedelta(weeks=HALF_A_YEAR))
        assert len(silent.came) <= MESSAGES
        assert max(silent.came) <= MONDAY + timedelta(weeks=SILENT_AFTER)


slots = st.builds(Slot, st.integers(0, 6), st.sampled_from([time(7), time(9, 30), time(17)]))
acts = st.sampled_from(
    [
        *("nothing", "nothing", "answer", "answer", "answer all", "commit", "commit soon"),
        *("move", "session", "snooze", "pause", "on call", "again", "drop", "path"),
    ]
)


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a life is too long to be shortened in good time
)
@given(
    slot=slots,
    pace=st.sampled_from(["weekly", "fortnightly", "monthly"]),
    country=st.sampled_from(["FR", "GB", "IL"]),
    zone=st.sampled_from(["Europe/Paris", "America/Sao_Paulo", "Asia/Tokyo", "Pacific/Auckland"]),
    weeks=st.lists(st.lists(st.tuples(acts, st.integers(1, 60)), max_size=4), max_size=10),
)
def test_no_life_brings_more_than_the_budget(
    sqlite_migrated: Path,
    tmp_path_factory: pytest.TempPathFactory,
    slot: Slot,
    pace: Pace,
    country: str,
    zone: str,
    weeks: list[list[tuple[str, int]]],
) -> None:
    """Two a week in the person's zone, one a day, three a commitment, all within their hours.

    What was asked for, a snooze, is not counted.
    """
    path = shutil.copy(sqlite_migrated, tmp_path_factory.mktemp("life") / "declic.sqlite3")
    store = open_store(f"sqlite:///{path}", KEY)
    try:
        asyncio.run(_live(store, slot, pace, (country, zone), weeks))
    finally:
        store.close()


async def _live(
    sqlite_store: Store,
    slot: Slot,
    pace: Pace,
    where: tuple[str, str],
    weeks: list[list[tuple[str, int]]],
) -> None:
    async with life(sqlite_store) as lived:
        country, zone = where
        await lived.begin_as(
            weekday=slot.weekday, time=f"{slot.at:%H:%M}", pace=pace, country=country, zone=zone
        )
        for week in [*weeks, [], []]:
            for act, hours in week:
                await _act(lived, act)
                await lived.pass_until(lived.world.clock() + timedelta(hours=hours))
            await lived.pass_until(lived.world.clock() + timedelta(weeks=1))
        _is_calm(lived, await lived.me(), await lived.ledger())


async def _act(lived: Life, act: str) -> None:
    """Do what somebody may do between two messages."""
    player, now = lived.player, lived.world.clock()
    match act:
        case "answer":
            await _answer(player, most=1)
        case "answer all":
            await _answer(player, most=30)
        case "commit" | "commit soon":
            await commit(player, now + timedelta(days=9 if act == "commit" else 2))
        case "move" | "drop":
            await _change(player, act, now + timedelta(days=5))
        case "session":
            await player.command("start meetings")
            await _answer(player, most=30)
        case "path":
            await _take_along(player)
        case "snooze":
            await player.command("snooze hour")
        case "pause":
            await player.command("pause until " + str((now + timedelta(days=9)).date()))
        case "on call" | "again":
            await player.command("pause" if act == "on call" else "again")


async def _answer(player: Player, most: int) -> None:
    for _ in range(most):
        session = await player.session()
        if session is None or session.card_token is None:
            return
        offered = [o for m in player.messages for t, o in controls(m) if t == session.card_token]
        if not offered:
            return
        option = min(offered[-1] - {"back", "date"}, key=lambda o: (o.startswith("also"), o))
        await player.send(player.clicked(session.card_token, option))
        if player.form and player.form.submit:
            await player.fill(player.words(Words()))


async def _change(player: Player, act: str, day: datetime) -> None:
    await player.command("plan")
    offered = {o for _, options in controls(player.messages[-1]) for o in options}
    edits = sorted(o for o in offered if o.startswith("edit:" if act == "move" else "drop:"))
    if edits:
        await player.press(edits[0])
    if edits and act == "move" and player.form:
        await player.fill({"due": str(day.date())})


async def _take_along(player: Player) -> None:
    """Open what the newest message has taken along."""
    offered = [(t, o) for m in player.messages for t, some in controls(m) for o in sorted(some)]
    along = [(token, option) for token, option in offered if option.startswith("also:")]
    if along:
        await player.send(player.clicked(*along[-1]))


def _is_calm(lived: Life, me: Coachee, ledger: list[Entry]) -> None:
    """Nothing beyond the budget came by itself, and every plan has ended with its reason."""
    asked = [e.decided_at for e in ledger if e.kind == "snooze" and e.outcome == "sent"]
    by_itself = list((Counter(lived.came) - Counter(asked)).elements())
    local = [at.astimezone(me.tz) for at in by_itself]
    weeks = Counter(at.isocalendar()[:2] for at in local)
    assert max(weeks.values(), default=0) <= A_WEEK, (weeks, ledger)
    days = Counter(at.date() for at in local)
    assert max(days.values(), default=0) <= 1, (days, ledger)
    about = Counter(
        e.key.split(":")[1]
        for e in ledger
        if e.kind == "milestone" and e.proactive and e.outcome == "sent"
    )
    assert max(about.values(), default=0) <= MOST, ledger
    hours = (me.tz, me.work_from, me.work_until, Calendar(me.country))
    assert all(within_hours(at, *hours) for at in by_itself), (by_itself, hours)
    now = lived.world.clock()
    past = [e for e in ledger if e.meant_at < now]
    assert {e.outcome for e in past} <= {"sent", "skipped", "merged", "moved"}
    waits = [e for e in past if e.reason == "waits" and now - e.decided_at > FRESH]
    assert waits == []
    assert all(e.decided_at.tzinfo == UTC for e in ledger)
