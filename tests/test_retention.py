"""How long things stay: the scheduler deletes on the day that the questions name, and not before.

Every duration is taken from `bot/visibility.py`; `test_visibility.py` holds the lines people read
against the same policy.
"""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from bot.errors import Busy
from bot.ports import UnitOfWork
from bot.visibility import PLUMBING_KEPT, POLICY, STOPPED_KEPT, TRACES_KEPT, Keeps
from scheduler.loop import Loop, Work
from storage.store import Store
from tests.databases import Database
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door
from tests.traces import found, on_disk, rows, unsealed
from tests.world import MONDAY

T = TypeVar("T")
DAY = timedelta(days=1)


@pytest.fixture
def word() -> Words:
    return Words()


@pytest.fixture
async def ada(store: Store, word: Words) -> AsyncIterator[Player]:
    """Somebody who wrote words of every kind on one day."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat, "U0ADA")
        await player.onboard(word)
        for name in ("commit", "checkin", "start delegation"):
            await player.command(name)
            await player.walk(word)
        yield player


async def purged_at(player: Player, at: datetime) -> None:
    """Move the clock and let the scheduler purge, with nothing else happening on the way."""
    player.world.clock.at = at
    await player.world.engine.loop.purge()


async def done(player: Player, work: Callable[[UnitOfWork], T]) -> T:
    """Do and commit something in the store."""

    def run() -> T:
        with player.world.engine.store.open_uow() as uow:
            result = work(uow)
            uow.commit()
        return result

    return await player.world.engine.store.run(run)


async def kinds(player: Player) -> set[str]:
    """List the kinds of words that are left."""
    me = await player.me()
    assert me is not None
    words = await player.world.look(lambda uow: uow.words.of(me.id))
    return {keeps for _, keeps, _, _ in words}


class TestWords:
    """What was written, by kind."""

    @pytest.mark.parametrize("keeps", ["session", "learning", "feedback"])
    async def test_words_go_on_the_day_their_question_named(
        self, ada: Player, keeps: Keeps
    ) -> None:
        """A day before they are there."""
        kept = POLICY[keeps].kept
        assert kept is not None
        assert keeps in await kinds(ada)
        await purged_at(ada, MONDAY + kept - DAY)
        assert keeps in await kinds(ada)
        await purged_at(ada, MONDAY + kept + DAY)
        assert keeps not in await kinds(ada)

    async def test_what_was_tapped_goes_with_what_was_written(
        self, ada: Player, store: Store
    ) -> None:
        """The line stands on questions with buttons, too."""
        kept = POLICY["session"].kept
        assert kept is not None
        await purged_at(ada, MONDAY + kept - DAY)
        assert rows(store)["answers"]
        await purged_at(ada, MONDAY + kept + DAY)
        assert rows(store)["answers"] == []

    async def test_an_answer_to_a_question_left_open_goes_as_well(
        self, ada: Player, store: Store
    ) -> None:
        """Nobody can take it up again after a week."""
        kept = POLICY["session"].kept
        assert kept is not None
        await ada.command("stuck")
        await ada.press("write")
        await ada.fill({"text": "The supplier file"})
        assert any("'what'" in row for row in rows(store)["answers"])
        await purged_at(ada, MONDAY + kept + DAY)
        assert rows(store)["answers"] == []

    async def test_the_goal_stays_until_it_is_changed(self, ada: Player) -> None:
        """It has no date, and its question says so."""
        assert POLICY["goal"].kept is None
        await purged_at(ada, MONDAY + timedelta(days=5000))
        assert "goal" in await kinds(ada)

    async def test_nothing_of_it_can_be_read_with_the_key_any_more(
        self, ada: Player, store: Store, word: Words
    ) -> None:
        """What went is gone from every row."""
        assert len(found(unsealed(rows(store)), word.planted)) > 10
        await purged_at(ada, MONDAY + timedelta(days=5000))
        left = found(await ada.words_kept(), word.planted)
        assert found(unsealed(rows(store)), word.planted) == left


class TestCommitments:
    """A year after they are closed; open ones stay."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    async def test_a_closed_one_goes_with_its_words_and_history(self, ada: Player) -> None:
        """On the day named, not before."""
        kept = POLICY["commitment"].kept
        assert kept is not None
        me = await ada.me()
        assert me is not None
        closed_on = (MONDAY + timedelta(days=30)).date()

        def close(uow: UnitOfWork) -> int:
            for one in uow.commitments.of(me.id):
                uow.commitments.put(replace(one, status="done", closed_on=closed_on))
            return len(uow.commitments.of(me.id))

        assert await done(ada, close)
        end = datetime.combine(closed_on, MONDAY.timetz()) + kept
        await purged_at(ada, end - DAY)
        assert await ada.world.look(lambda uow: uow.commitments.of(me.id))
        assert "commitment" in await kinds(ada)
        await purged_at(ada, end + DAY)
        assert not await ada.world.look(lambda uow: uow.commitments.of(me.id))
        assert "commitment" not in await kinds(ada)

    async def test_an_open_one_stays(self, ada: Player) -> None:
        """However long ago it was made."""
        me = await ada.me()
        assert me is not None
        every = await ada.world.look(lambda uow: uow.commitments.of(me.id))
        opened = [c for c in every if not c.closed_on]
        assert opened
        await purged_at(ada, MONDAY + timedelta(days=5000))
        left = await ada.world.look(lambda uow: uow.commitments.of(me.id))
        assert [c.id for c in left] == [c.id for c in opened]
        assert "commitment" in await kinds(ada)


class TestTraces:
    """Ratings, the delivery ledger and sessions: thirteen months."""

    async def test_they_go_after_thirteen_months(self, ada: Player, store: Store) -> None:
        """As the line below a rating says."""
        assert POLICY["rating"].kept == TRACES_KEPT
        await ada.world.wait(days=8)
        start = ada.world.clock()
        before = rows(store)
        assert all(before[name] for name in ("ratings", "ledger", "sessions", "cards"))
        await purged_at(ada, MONDAY + TRACES_KEPT - DAY)
        assert rows(store)["ratings"] == before["ratings"]
        assert len(rows(store)["sessions"]) == len(before["sessions"])
        await purged_at(ada, start + TRACES_KEPT + DAY)
        after = rows(store)
        assert not any(after[name] for name in ("ratings", "ledger", "sessions", "cards"))
        assert after["people"] == before["people"]

    async def test_keys_of_events_go_after_a_week(self, ada: Player, store: Store) -> None:
        """And what was sent, with its address."""
        await purged_at(ada, MONDAY + PLUMBING_KEPT - DAY)
        assert rows(store)["seen"]
        assert rows(store)["outbox"]
        await purged_at(ada, MONDAY + PLUMBING_KEPT + DAY)
        assert rows(store)["seen"] == []
        assert rows(store)["outbox"] == []


class TestStopped:
    """Who said stop is forgotten after the time that the bot named."""

    async def test_everything_goes(
        self,
        ada: Player,
        store: Store,
        word: Words,
        database: Database,
        request: pytest.FixtureRequest,
    ) -> None:
        """Also from the files, without anybody asking for it."""
        me = await ada.me()
        assert me is not None
        await ada.command("stop")
        await purged_at(ada, MONDAY + STOPPED_KEPT - DAY)
        assert await ada.me() is not None
        await purged_at(ada, MONDAY + STOPPED_KEPT + DAY)
        left = {name: kept for name, kept in rows(store).items() if kept}
        assert list(left) == ["records"], "that somebody stopped still counts"
        assert [row for row in left["records"] if "'stopped'" not in row] == []
        assert len(left["records"]) == 1
        server = None if database.path else Path(request.getfixturevalue("postgres_socket"))
        files = on_disk(database, server)
        assert found(files, [*word.planted, "U0ADA", me.id]) == []
        assert found(unsealed(files), word.planted) == []

    async def test_who_comes_back_in_time_keeps_everything(self, ada: Player, word: Words) -> None:
        """A single word is enough."""
        await ada.command("stop")
        ada.world.clock.at = MONDAY + STOPPED_KEPT - DAY
        await ada.command("next")
        await ada.press("cmd:again")
        await purged_at(ada, MONDAY + STOPPED_KEPT + DAY)
        assert found(await ada.words_kept(), word.planted)


class TestScrubbing:
    """After people were erased, the files are written anew."""

    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is tested here is the same on every database."""
        return sqlite_database

    def loop(self, player: Player, after_erasing: Work) -> Loop:
        """Another loop beside the engine's own, as in another process."""
        engine = player.world.engine
        return Loop(
            engine.store.run,
            engine.store.open_uow,
            engine.conversation.handle_due,
            engine.dispatcher,
            player.world.clock,
            after_erasing=after_erasing,
        )

    async def test_only_after_people_were_erased(self, ada: Player) -> None:
        """Writing the file anew keeps everybody waiting, so it is not done every hour."""
        scrubbed: list[datetime] = []

        async def scrub() -> None:
            scrubbed.append(ada.world.clock())

        loop = self.loop(ada, scrub)
        await loop.purge()
        assert scrubbed == []
        await ada.command("stop")
        ada.world.clock.at = MONDAY + STOPPED_KEPT + DAY
        await loop.purge()
        await loop.purge()
        assert scrubbed == [MONDAY + STOPPED_KEPT + DAY]

    async def test_what_fails_is_made_good_by_the_next_purge(self, ada: Player) -> None:
        """The database may be busy at that moment."""
        tries: list[str] = []

        async def scrub() -> None:
            tries.append("try")
            if len(tries) == 1:
                raise Busy("somebody reads")

        loop = self.loop(ada, scrub)
        await ada.command("stop")
        ada.world.clock.at = MONDAY + STOPPED_KEPT + DAY
        with pytest.raises(Busy):
            await loop.purge()
        await loop.purge()
        await loop.purge()
        assert tries == ["try", "try"]
