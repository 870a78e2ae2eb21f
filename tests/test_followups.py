"""Follow-ups at the edges: nothing expires unasked, nothing comes twice, nothing waits for ever."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from itertools import pairwise

from bot import folding
from bot.events import Removed
from bot.ledger import Entry
from storage.store import Store
from tests.fakes import Clock
from tests.players import Player, Words, at_the_door, controls
from tests.test_budget import Life, commit
from tests.test_planning import add_milestone, make
from tests.world import MONDAY


@asynccontextmanager
async def somebody(store: Store) -> AsyncIterator[Life]:
    """Somebody with the slot on Tuesday at nine."""
    async with at_the_door(store, Clock(MONDAY)) as (world, chat):
        player = Player(world, chat)
        await player.onboard(Words())
        yield Life(player, world)


def day(n: int, hour: int = 10) -> datetime:
    """A time so many days after the Monday on which all begins."""
    return MONDAY.replace(hour=hour) + timedelta(days=n)


async def outcomes(life: Life) -> list[list[str]]:
    """What became of each commitment, oldest first."""
    me = await life.me()
    return await life.world.look(
        lambda uow: [
            [o.kind for o in uow.commitments.history(c.id)] for c in uow.commitments.of(me.id)
        ]
    )


async def entries(life: Life, outcome: str, reason: str) -> list[Entry]:
    """Entries of the ledger that ended so."""
    return [e for e in await life.ledger() if (e.outcome, e.reason) == (outcome, reason)]


class TestExpiry:
    """Only silence after a question is no answer."""

    async def test_after_an_outage_it_is_asked_about_before_it_expires(
        self, sqlite_store: Store
    ) -> None:
        """The host was down on the due day and for a week after it."""
        async with somebody(sqlite_store) as life:
            await commit(life.player, day(3))
            life.world.clock.at = day(15)
            await life.world.settle()
            assert await outcomes(life) == [["made"]]
            await life.pass_until(day(30))
            (history,) = await outcomes(life)
            assert history == ["made", "no_answer"]
            assert life.came, "it was asked about in between"

    async def test_a_pause_is_no_silence(self, sqlite_store: Store) -> None:
        """What fell due in a pause is asked about after it."""
        async with somebody(sqlite_store) as life:
            await commit(life.player, day(3))
            await life.player.command(f"pause until {day(10).date()}")
            await life.pass_until(day(10, 23))
            assert await outcomes(life) == [["made"]]
            await life.pass_until(day(16))
            assert life.came

    async def test_who_cannot_be_reached_gave_no_answer_to_nothing(
        self, sqlite_store: Store
    ) -> None:
        """The commitment stays open."""
        async with somebody(sqlite_store) as life:
            await commit(life.player, day(3))
            await life.player.send(Removed(**life.player._shared()))
            await life.pass_until(day(25))
            assert await outcomes(life) == [["made"]]

    async def test_nothing_is_planned_for_ever_for_who_prefers_to_call(
        self, sqlite_store: Store
    ) -> None:
        """An expiry is not put off week by week."""
        async with somebody(sqlite_store) as life:
            await commit(life.player, day(3))
            await life.player.command("pause")
            await life.player.press("on_call")
            await life.pass_until(day(60))
            assert await life.world.look(lambda uow: uow.moments.next_at()) is None


class TestOneADay:
    """One message a day, whatever else is written into the ledger."""

    async def test_a_slot_moved_to_the_afternoon_brings_no_second_one(
        self, sqlite_store: Store
    ) -> None:
        async with somebody(sqlite_store) as life:
            await life.pass_until(day(1, 9))
            assert len(life.came) == 1
            for n in range(5):
                await commit(life.player, day(20 + n))
            await life.begin_as(weekday=1, time="15:00")
            await life.pass_until(day(1, 18))
            assert len(life.came) == 1

    async def test_the_weekly_message_goes_before_a_follow_up_of_the_same_minute(
        self, sqlite_store: Store
    ) -> None:
        """And the follow-up comes on the next working day."""
        async with somebody(sqlite_store) as life:
            await life.begin_as(pace="monthly")
            for n in range(3):
                await commit(life.player, day(28 + n))
            await life.pass_until(day(45))
            weekly = [e for e in await life.ledger() if e.key.startswith("checkin:")]
            assert not [e for e in weekly if e.reason == "same_day"], weekly


class TestFolding:
    """What was folded is said once, as long as it is open, and its entry ends."""

    async def three_in_a_week(self, life: Life) -> None:
        """So many due days that something is folded."""
        for n in (9, 10, 11):
            await commit(life.player, day(n))
        await life.pass_until(day(1, 9))
        await life.player.command("plan")

    async def test_each_is_taken_along_once_and_every_entry_ends(self, sqlite_store: Store) -> None:
        async with somebody(sqlite_store) as life:
            await self.three_in_a_week(life)
            await life.pass_until(day(60))
            assert await entries(life, "merged", "waits") == []
            for message in life.player.messages:
                offered = [o for _, options in controls(message) for o in options]
                along = [option for option in offered if option.startswith("also:")]
                assert len(along) == len(set(along)) <= folding.MOST

    async def test_what_was_moved_meanwhile_is_not_taken_along(self, sqlite_store: Store) -> None:
        """Its new date has questions of its own."""
        async with somebody(sqlite_store) as life:
            await self.three_in_a_week(life)
            await life.pass_until(day(8))
            await life.player.command("plan")
            offered = {o for _, some in controls(life.player.messages[-1]) for o in some}
            for option in sorted(o for o in offered if o.startswith("edit:")):
                await life.player.press(option)
                await life.player.fill({"due": str(day(24).date())})
            await life.pass_until(day(15))
            said = " ".join(str(m.elements) for m in life.player.messages[-3:])
            assert "Also open" not in said

    async def test_a_second_press_opens_nothing_more(self, sqlite_store: Store) -> None:
        async with somebody(sqlite_store) as life:
            await self.three_in_a_week(life)
            await life.pass_until(day(10, 9))
            also = [
                (token, option)
                for message in life.player.messages
                for token, options in controls(message)
                for option in options
                if option.startswith("also:")
            ]
            assert also
            before = len(life.player.chat.posts)
            for _ in range(3):
                await life.player.send(life.player.clicked(*also[-1]))
            assert len(life.player.chat.posts) == before + 1

    async def test_stop_ends_what_waits(self, sqlite_store: Store) -> None:
        async with somebody(sqlite_store) as life:
            await self.three_in_a_week(life)
            for n in range(8, 12):
                await life.pass_until(day(n, 9))
                if await entries(life, "merged", "waits"):
                    break
            assert await entries(life, "merged", "waits")
            await life.player.command("stop")
            assert await entries(life, "merged", "waits") == []

    async def test_a_milestone_of_a_plan_joins_what_comes_to_who_is_silent(
        self, sqlite_store: Store
    ) -> None:
        """After two weeks without an answer only the weekly message comes."""
        async with somebody(sqlite_store) as life:
            await make(life.player)
            await add_milestone(life.player, "2026-12-10", "the template is agreed")
            await life.pass_until(day(17, 23))
            (waits,) = await entries(life, "merged", "waits")
            assert waits.kind == "plan_milestone"
            await life.pass_until(day(30))
            offered = {o for m in life.player.messages for _, some in controls(m) for o in some}
            (option,) = (o for o in offered if o.startswith("also:plan_milestone="))
            await life.player.press(option)
            assert "the template is agreed" in str(life.player.messages[-1].elements)


class TestTakenBack:
    """A slip is no outcome."""

    async def test_done_can_be_changed_to_partly(self, sqlite_store: Store) -> None:
        async with somebody(sqlite_store) as life:
            await commit(life.player, day(9))
            await life.pass_until(day(8, 9))
            card = life.player.token_of("done")
            await life.player.send(life.player.clicked(card, "done"))
            await life.player.send(life.player.clicked(card, "change"))
            await life.player.send(life.player.clicked(card, "partly"))
            assert await outcomes(life) == [["made", "done", "undone", "partly"]]
            me = await life.me()
            (commitment,) = await life.world.look(lambda uow: uow.commitments.of(me.id))
            assert (commitment.status, commitment.closed_on) == ("partly", None)


class TestReview:
    """The review comes every four weeks, answered or not."""

    async def test_an_unanswered_review_does_not_come_back_the_week_after(
        self, sqlite_store: Store
    ) -> None:
        async with somebody(sqlite_store) as life:
            for week in range(12):
                await commit(life.player, day(7 * week + 3))
                await life.player.command("why")
                await life.pass_until(day(7 * (week + 1)))
            reviews = sorted(e.meant_at for e in await life.ledger() if e.kind == "review")
            assert len(reviews) >= 2
            gaps = [b - a for a, b in pairwise(reviews)]
            assert min(gaps) >= timedelta(weeks=4)
