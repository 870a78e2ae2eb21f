"""Rows and turns are taken in one transaction, the same on both databases."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, ClassVar, TypeVar

import pytest
from sqlalchemy import Engine, event, text

from bot.errors import NoTurn
from bot.outbox import OWN_LEASE, Claimed, Dispatch
from bot.pace import Pace, Paces, at_most
from bot.ports import UnitOfWork
from storage.outbox import _CLAIM
from storage.store import Store
from storage.turns import _WAITING, AHEAD, LEAD
from tests.databases import Database

T = TypeVar("T")

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LEASE = timedelta(seconds=60)
PACES = Paces(
    {
        "fake": {"post": at_most(50, SECOND, "post"), "update": Pace("update", SECOND, burst=4)},
        "chat": {"post": Pace("post", SECOND / 45, apart=SECOND)},
    }
)


def a_row(key: str, coachee_id: str = "", workspace: str = "T1", **changes: Any) -> Dispatch:
    address = {"platform": changes.pop("platform", "fake"), "tenant": workspace}
    row = Dispatch(key, coachee_id or key, "post", address, AT, AT)
    return replace(row, **changes)


@pytest.fixture
def other(database: Database) -> Iterator[Store]:
    """The store of another process, on the same database."""
    opened = database.open()
    yield opened
    opened.close()


def within(store: Store, do: Callable[[UnitOfWork], T]) -> T:
    def job() -> T:
        with store.open_uow() as uow:
            found = do(uow)
            uow.commit()
        return found

    return store.run_sync(job)


def queue(store: Store, *rows: Dispatch) -> None:
    def add(uow: UnitOfWork) -> None:
        for row in rows:
            uow.outbox.add(row)

    within(store, add)


def claim(store: Store, at: datetime = AT, limit: int = 200, **room: int) -> Claimed:
    return within(store, lambda uow: uow.outbox.claim(at, limit, LEASE, PACES, room))


def many(count: int, **changes: Any) -> list[Dispatch]:
    return [a_row(f"k{number:03}", **changes) for number in range(count)]


class TestClaim:
    def test_it_takes_no_more_rows_than_there_are_turns(self, store: Store) -> None:
        """Each row has a turn of its own, at the pace."""
        queue(store, *many(100))
        rows = claim(store).rows
        turns = [row.not_before for row in rows]
        assert turns[0] == AT + LEAD
        assert turns[-1] <= AT + AHEAD
        gaps = {later - turn for turn, later in pairwise(turns)}
        assert all(abs(gap - SECOND / 45) < SECOND / 1000 for gap in gaps)
        assert 10 <= len(rows) <= 20

    def test_it_says_when_to_come_again(self, store: Store, other: Store) -> None:
        """Before the last turn is over, so that none is lost."""
        queue(store, *many(100))
        first = claim(store)
        again = claim(other)
        assert again.rows == []
        assert again.again_at is not None
        assert AT < again.again_at < first.rows[-1].not_before
        later = claim(other, again.again_at)
        assert later.rows[0].not_before - first.rows[-1].not_before >= SECOND / 46

    def test_a_row_is_taken_with_its_turn_or_neither(self, store: Store) -> None:
        """What was undone costs no turn."""
        queue(store, *many(100))

        def undone() -> int:
            with store.open_uow() as uow:
                return len(uow.outbox.claim(AT, 200, LEASE, PACES).rows)

        assert store.run_sync(undone) == len(claim(store).rows)

    def test_workspaces_and_methods_have_turns_of_their_own(self, store: Store) -> None:
        """One that has none left delays no other."""
        queue(store, *many(100))
        claim(store)
        queue(store, a_row("x", workspace="T2"), a_row("y", verb="update"))
        assert {row.key for row in claim(store).rows} == {"x", "y"}

    def test_lanes_share_a_claim(self, store: Store) -> None:
        """A long queue does not take everything."""
        queue(store, *(a_row(f"a{n}", platform="free") for n in range(50)))
        queue(store, *(a_row(f"b{n}", workspace="T2", platform="free") for n in range(50)))
        keys = [row.key[0] for row in claim(store, limit=20).rows]
        assert (keys.count("a"), keys.count("b")) == (10, 10)

    def test_every_lane_comes_to_its_share(self, store: Store) -> None:
        """Also where there are more of them than one claim can serve."""
        lanes = [f"T{number}" for number in range(30)]
        queue(store, *(a_row(f"{n} {w}", workspace=w, platform="f") for w in lanes for n in "ab"))
        met: set[str] = set()
        for number in range(30):
            at = AT + number * SECOND / 30
            met |= {row.key.split()[1] for row in claim(store, at, limit=20).rows}
        assert met == set(lanes)

    def test_a_lane_without_room_is_passed_over(self, store: Store) -> None:
        """Or takes as many as it has room for."""
        queue(store, *(a_row(f"a{n}", platform="free") for n in range(9)))
        none = within(store, lambda uow: uow.outbox.claim(AT, 9, LEASE, PACES, {"free:T1:all": 0}))
        some = within(store, lambda uow: uow.outbox.claim(AT, 9, LEASE, PACES, {"free:T1:all": 2}))
        assert (len(none.rows), len(some.rows)) == (0, 2)

    def test_processes_that_claim_together_keep_to_the_pace(
        self, store: Store, other: Store
    ) -> None:
        """All turns of all of them are different, and none comes too early."""
        queue(store, *many(300))

        def work(one: Store) -> list[datetime]:
            rows = [row for n in range(20) for row in claim(one, AT + n * SECOND / 10).rows]
            return [row.not_before for row in rows]

        with ThreadPoolExecutor(4) as threads:
            taken = sorted(at for some in threads.map(work, (store, other) * 2) for at in some)
        assert len(taken) >= 80
        assert all(b - a >= SECOND / 46 for a, b in pairwise(taken))

    def test_rows_of_the_release_before_are_sent_too(self, store: Store) -> None:
        """They have no lane, and so no pace; there are few, while an update is rolled out."""
        queue(store, a_row("old"))
        with store._writes.engine.begin() as db:
            db.execute(text("UPDATE outbox SET lane = ''"))
        assert [row.key for row in claim(store).rows] == ["old"]

    def test_a_conversation_has_a_pace_of_its_own(self, store: Store) -> None:
        """A second after one message comes the next, whoever sent the first."""
        queue(store, a_row("1", "ada", platform="chat"), a_row("2", "ada", platform="chat"))
        (first,) = claim(store).rows
        assert within(store, lambda uow: uow.outbox.settle(first, AT, "sent"))
        assert claim(store, AT + SECOND / 2).rows == []
        assert [row.key for row in claim(store, AT + SECOND).rows] == ["2"]


class TestTurn:
    """Somebody clicked and waits."""

    def own(self, store: Store, **changes: Any) -> Dispatch:
        queue(store, a_row("mine", "ada", leased_until=AT + OWN_LEASE, **changes))
        found = within(store, lambda uow: uow.outbox.own("ada", AT))
        assert found is not None
        return found

    def turn(self, store: Store, row: Dispatch, until: datetime) -> datetime:
        return within(store, lambda uow: uow.outbox.turn(row, AT, until, PACES)).not_before

    def test_it_comes_after_those_that_are_taken(self, store: Store, other: Store) -> None:
        """A campaign takes turns for less than half a second: so long a click waits at most."""
        row = self.own(store)
        queue(store, *many(100))
        last = claim(other).rows[-1].not_before
        at = self.turn(store, row, AT + SECOND)
        assert last < at < AT + AHEAD + SECOND / 20

    def test_there_may_be_none_soon(self, store: Store) -> None:
        """Then the sweep sends the row; no turn is used up."""
        row = self.own(store)
        within(store, lambda uow: uow.outbox.shut(row, AT + 10 * SECOND, PACES))
        with pytest.raises(NoTurn) as none:
            self.turn(store, row, AT + 9 * SECOND)
        assert none.value.at == AT + 10 * SECOND
        assert self.turn(store, row, AT + 10 * SECOND) == AT + 10 * SECOND

    @pytest.mark.parametrize("platform", ["fake", "free"])
    def test_a_pause_holds_for_all_processes(
        self, store: Store, other: Store, platform: str
    ) -> None:
        """With a limit or without; another workspace goes on."""
        row = self.own(store, platform=platform)
        queue(other, a_row("other", platform=platform), a_row("T2", workspace="T2"))
        within(store, lambda uow: uow.outbox.shut(row, AT + 10 * SECOND, PACES))
        assert [one.key for one in claim(other).rows] == ["T2"]
        assert [one.key for one in claim(other, AT + 10 * SECOND).rows] == ["other"]

    def test_the_next_message_of_a_conversation_waits(self, store: Store) -> None:
        """And says until when, without using up a turn of the workspace."""
        row = self.own(store, platform="chat")
        within(store, lambda uow: uow.outbox.settle(row, AT, "sent"))
        queue(store, a_row("next", "ada", platform="chat", leased_until=AT + OWN_LEASE))
        following = within(store, lambda uow: uow.outbox.own("ada", AT))
        assert following is not None
        with pytest.raises(NoTurn) as none:
            self.turn(store, following, AT + 9 * SECOND)
        assert none.value.at == AT + SECOND


class TestGroups:
    def test_rows_are_settled_together_but_for_those_that_were_lost(
        self, store: Store, other: Store
    ) -> None:
        queue(store, *many(3, platform="free"))
        rows = claim(store).rows
        lost = claim(other, AT + 2 * LEASE, limit=1).rows[0]
        settled = within(store, lambda uow: uow.outbox.settle_all(rows, AT, "sent"))
        assert settled == {row.id for row in rows} - {lost.id}
        assert within(store, lambda uow: uow.outbox.held(rows)) == set()

    def test_what_is_given_back_is_anybodys_with_all_behind_it(
        self, store: Store, other: Store
    ) -> None:
        mine = a_row("2", "ada", platform="free", leased_until=AT + OWN_LEASE)
        queue(store, replace(mine, key="1"), mine)
        first = within(store, lambda uow: uow.outbox.own("ada", AT))
        assert first is not None
        within(store, lambda uow: uow.outbox.release([first.coachee_id]))
        again = claim(other).rows
        assert [(row.key, row.attempts) for row in again] == [("1", 0)]
        within(other, lambda uow: uow.outbox.settle_all(again, AT, "sent"))
        assert [row.key for row in claim(other).rows] == ["2"]

    def test_a_process_that_ends_lets_go_of_everything(self, store: Store, other: Store) -> None:
        queue(other, a_row("theirs", platform="free", leased_until=AT + OWN_LEASE))
        queue(store, *many(3, platform="free", leased_until=AT + OWN_LEASE))
        within(store, lambda uow: uow.outbox.let_go())
        assert [row.key for row in claim(store).rows] == ["k000", "k001", "k002"]


class TestCost:
    """What a batch costs does not depend on how much there is."""

    def test_statements_of_a_claim_are_few(self, store: Store) -> None:
        """One for each lane, and five for all of them."""
        queue(store, *many(100), *(a_row(f"x{n}", workspace="T2") for n in range(50)))
        claim(store, AT - SECOND)
        with counted(store._writes.engine) as first:
            claim(store)
        assert len(first) <= 5 + 2
        with counted(store._writes.engine) as nothing:
            claim(store)
        assert len(nothing) <= 2

    def test_a_group_is_one_statement(self, store: Store) -> None:
        queue(store, *many(20, platform="free"))
        rows = claim(store).rows
        with counted(store._writes.engine) as statements:
            within(store, lambda uow: uow.outbox.settle_all(rows, AT, "sent"))
        assert len(statements) == 1

    def test_settled_and_leased_rows_are_not_read_again(self, postgres_store: Store) -> None:
        """However many there are, a claim touches no more pages."""
        store = postgres_store
        few = self.pages(store, "a", 100)
        assert 0 < self.pages(store, "b", 5000) <= few + 20

    def pages(self, store: Store, name: str, rows: int) -> int:
        """Lease and settle rows, and count what a claim reads then."""
        queue(store, *(a_row(f"{name}{n}", platform="free") for n in range(rows)))
        with store._writes.engine.connect() as db:
            held = "UPDATE outbox SET lease = 'x', leased_until = now() + interval '9 years'"
            db.execute(text(f"{held} WHERE id % 2 = 0"))
            db.execute(
                text(
                    "UPDATE outbox SET settled_at = created_at - interval '1 hour' WHERE id % 2 = 1"
                )
            )
            db.commit()
            db.execution_options(isolation_level="AUTOCOMMIT").execute(
                text("VACUUM ANALYZE outbox")
            )
        queue(store, a_row(f"{name} due", platform="free"))
        return self.read(store, _WAITING, {}) + self.read(store, _CLAIM["postgresql"], self.DUE)

    DUE: ClassVar = {
        "in_lane": "free:T1:post",
        "now": AT,
        "since": AT,
        "most": 200,
        "mine": "me",
        "until": AT + LEASE,
    }

    def read(self, store: Store, statement: Any, parameters: dict[str, Any]) -> int:
        """Count the pages that a statement looks at."""
        engine = store._writes.engine
        compiled = statement.compile(dialect=engine.dialect)
        values = compiled.construct_params(parameters)
        explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {compiled.string}"
        with engine.connect() as db:
            plan = db.exec_driver_sql(explain, values).scalar_one()[0]["Plan"]
        return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


class counted:  # noqa: N801 - reads as a word
    """Collects the statements of a block."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._statements: list[str] = []

    def __enter__(self) -> list[str]:
        event.listen(self._engine, "before_cursor_execute", self._note)
        return self._statements

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._note)

    def _note(self, _db: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
            self._statements.append(statement)
