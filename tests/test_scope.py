"""A unit of work reads a row once, writes in groups, and never out of order."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.cards import Card
from bot.errors import Conflict
from bot.moments import Moment
from bot.people import Coachee
from bot.ports import UnitOfWork
from storage.prepared import prepare, tables_in
from storage.store import Store
from storage.tables import cards, moments, people, sessions
from tests.databases import Database
from tests.spending import Spent

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def within(store: Store, do: Callable[[UnitOfWork], object]) -> None:
    """Do something in a unit of work, and commit it."""

    def job() -> None:
        with store.open_uow() as uow:
            do(uow)
            uow.commit()

    store.run_sync(job)


def card(token: str) -> Card:
    """Make a card."""
    return Card(token, "c1", "next", NOW, NOW + timedelta(days=1))


def somebody(name: str) -> Coachee:
    """Make a person."""
    return Coachee(name, "slack:T1", name, {"platform": "slack"}, NOW)


def of_table(spent: Spent, table: str) -> list[str]:
    """Return the first words of the statements on a table."""
    return [one.split()[0] for one in spent.statements if f" {table} " in f"{one} "]


class TestReading:
    """What was read once is known until something writes there."""

    def test_a_row_is_read_once(self, store: Store, spent: Spent) -> None:
        within(store, lambda uow: uow.cards.add(card("a")))
        spent.reset()
        within(store, lambda uow: [uow.cards.get("a") for _ in range(5)])
        assert of_table(spent, "cards") == ["SELECT"]

    def test_what_was_written_since_is_read_anew(self, store: Store) -> None:
        def change(uow: UnitOfWork) -> None:
            uow.cards.add(card("a"))
            first = uow.cards.get("a")
            assert first
            assert first.ref is None
            uow.cards.put(replace(first, ref={"ts": "1"}))
            then = uow.cards.get("a")
            assert then
            assert then.ref == {"ts": "1"}

        within(store, change)

    def test_erasing_forgets_what_was_read(self, store: Store) -> None:
        def erase(uow: UnitOfWork) -> None:
            uow.people.add(somebody("c1"))
            uow.cards.add(card("a"))
            assert uow.cards.get("a")
            uow.people.erase("c1")
            assert uow.cards.get("a") is None
            assert uow.people.get("c1") is None

        within(store, erase)

    def test_nothing_is_known_of_another_unit_of_work(self, store: Store) -> None:
        within(store, lambda uow: uow.people.add(somebody("c1")))

        def twice() -> None:
            with store.open_uow() as uow:
                assert uow.people.get("c1")
                uow.commit()
            with store.open_uow() as uow:
                uow.people.erase("c1")
                uow.commit()
            with store.open_uow() as uow:
                assert uow.people.get("c1") is None

        store.run_sync(twice)


class TestWriting:
    """What waits is written together, and before anybody reads it."""

    def test_rows_of_one_kind_share_a_statement(self, store: Store, spent: Spent) -> None:
        within(store, lambda uow: _add(uow, [f"a{n}" for n in range(20)]))
        assert of_table(spent, "cards") == ["INSERT"]
        within(store, lambda uow: _are_there(uow, [f"a{n}" for n in range(20)]))

    def test_a_change_between_two_additions_stays_between_them(self, store: Store) -> None:
        def change(uow: UnitOfWork) -> None:
            uow.cards.add(card("a"))
            uow.cards.put(replace(card("a"), ref={"ts": "1"}))
            uow.cards.add(card("b"))
            uow.cards.put(replace(card("b"), ref={"ts": "2"}))

        within(store, change)
        found: list[object] = []
        within(store, lambda uow: found.extend(_ref(uow, one) for one in "ab"))
        assert found == [{"ts": "1"}, {"ts": "2"}]

    def test_nothing_is_written_without_a_commit(self, store: Store) -> None:
        def leave() -> None:
            with store.open_uow() as uow:
                uow.cards.add(card("a"))

        store.run_sync(leave)
        with pytest.raises(AssertionError):
            within(store, lambda uow: _are_there(uow, ["a"]))

    def test_of_several_changes_one_that_finds_nothing_undoes_all(self, store: Store) -> None:
        def plan(uow: UnitOfWork) -> None:
            for name in "ab":
                uow.moments.plan(_moment(name))

        within(store, plan)
        with pytest.raises(Conflict):
            within(store, lambda uow: _settle(uow, "axb"))
        left: list[str] = []
        within(store, lambda uow: left.extend(m.id for m in uow.moments.of("c1")))
        assert left == ["a", "b"]


class TestStatements:
    """What a statement touches is read from the statement."""

    def test_tables_of_subqueries_count(self) -> None:
        inner = select(sessions.c.card_token).where(sessions.c.coachee_id == "c1")
        assert tables_in(select(cards.c.ref).where(cards.c.token.in_(inner))) == {
            "cards",
            "sessions",
        }
        older = people.alias("older")
        assert tables_in(select(older.c.id)) == {"people"}
        assert tables_in(insert(moments)) == tables_in(update(moments)) == {"moments"}

    def test_a_list_in_a_statement_is_refused(self, dialect: object) -> None:
        unread = select(cards.c.ref).where(cards.c.token.in_(["a", "b"]))
        with pytest.raises(TypeError, match="among"):
            prepare(unread, dialect, {})  # type: ignore[arg-type]


@pytest.fixture
def dialect(store: Store) -> object:
    """How the store's database is spoken to."""
    return store._writes.engine.dialect


def _moment(name: str) -> Moment:
    return Moment(name, f"key-{name}", "c1", "weekly", NOW, NOW)


def _add(uow: UnitOfWork, tokens: Sequence[str]) -> None:
    for token in tokens:
        uow.cards.add(card(token))


def _are_there(uow: UnitOfWork, tokens: Sequence[str]) -> None:
    assert all(uow.cards.get(token) for token in tokens)


def _settle(uow: UnitOfWork, names: Sequence[str]) -> None:
    for name in names:
        uow.moments.settle(_moment(name), NOW)


def _ref(uow: UnitOfWork, token: str) -> object:
    found = uow.cards.get(token)
    assert found
    return found.ref


@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_what_is_read_ahead_is_read_after_the_person_is_locked(
    store: Store, database: Database
) -> None:
    """A turn that ends meanwhile counts: what it took away is not carried."""
    within(store, lambda uow: (uow.people.add(somebody("c1")), uow.moments.plan(_moment("a"))))  # type: ignore[func-returns-value]
    other = database.open()
    found: list[object] = []

    def turn() -> None:
        with store.open_uow() as uow:
            assert uow.people.get("c1")
            group = threads.submit(within, other, ahead)
            with pytest.raises(TimeoutError):
                group.result(0.3)  # it waits for the person
            uow.moments.cancel("c1", ["weekly"])
            uow.commit()
        group.result(5)

    def ahead(uow: UnitOfWork) -> None:
        uow.ahead(["a"])
        found.extend([uow.moments.get("a"), *uow.moments.of("c1")])

    with ThreadPoolExecutor(1) as threads:
        store.run_sync(turn)
    other.close()
    assert found == [None]
