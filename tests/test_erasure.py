"""What is erased is gone: from every table, from the file, and without the key from sight."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import psycopg
import pytest
from cryptography.fernet import Fernet
from sqlalchemy import func, select

from bot.campaigns.content import Campaign, Invitee, Source, Terms
from bot.campaigns.grants import Deed, Grant
from bot.cards import Card
from bot.commitments import Commitment, Outcome
from bot.errors import Busy, Unreadable
from bot.ledger import Entry
from bot.moments import Moment
from bot.outbox import Dispatch
from bot.people import Coachee
from bot.plans.content import Measure, Plan, PlanVersion
from bot.ports import UnitOfWork
from bot.sessions import Answer, Session
from bot.teams import content as teams
from storage.cipher import Cipher, new_key
from storage.rotation import Rotated, rotate_all
from storage.store import Store
from storage.tables import WITHOUT_OWNER, metadata, owned, people, words
from tests.databases import KEY, Database

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def within(store: Store, act: Callable[[UnitOfWork], T]) -> T:
    def job() -> T:
        with store.open_uow() as uow:
            result = act(uow)
            uow.commit()
        return result

    return store.run_sync(job)


def plant(uow: UnitOfWork, who: str) -> list[str]:
    """Fill every table for one person and return the ids of their words."""
    kept = [
        uow.words.keep(who, "goal", f"{who} wants to listen", NOW),
        uow.words.keep(who, "commitment", f"{who} will ask first", NOW),
        uow.words.keep(who, "plan", f"{who} has a plan", NOW),
    ]
    address = {"platform": "slack", "channel": f"{who}-D1"}
    person = Coachee(who, "slack:T1", f"{who}-U1", address, NOW)
    uow.people.add(replace(person, themes=(f"{who}-theme",), goal_words_id=kept[0]))
    step = Answer(f"{who}-step", NOW, options=(f"{who}-option",), words_id=kept[1])
    uow.sessions.add(
        Session(f"{who}-s", who, "weekly", 1, "ask", "open", NOW, NOW, answers=(step,))
    )
    life = timedelta(days=90)
    uow.cards.add(Card(f"{who}-t", who, "weekly.ask", NOW, NOW + life, {"a": f"{who}-arg"}))
    uow.outbox.add(Dispatch(f"{who}-k", who, "post", address, NOW, NOW, ref={"ts": f"{who}-ts"}))
    day = date(2026, 3, 6)
    uow.commitments.add(Commitment(f"{who}-m", who, kept[1], NOW, day, day))
    uow.commitments.note(Outcome(f"{who}-o", f"{who}-m", who, NOW, "made"))
    uow.moments.plan(Moment(f"{who}-i", f"weekly:{who}", who, "weekly", NOW, NOW))
    uow.ledger.note(Entry(f"weekly:{who}", who, "weekly", NOW, NOW, "queued", "on_time"))
    uow.plans.add(Plan(f"{who}-p", who, NOW, number=1, agreed=1, invite=f"{who}-invite"))
    uow.plans.write(PlanVersion(f"{who}-p", who, 1, "owner", kept[2], NOW, "agreed", NOW))
    uow.plans.note(Measure(f"{who}-v", f"{who}-p", who, f"{who}-objective", "scale", 4, NOW))
    uow.teams.enrol(teams.Member(f"{who}-team", who, 1))
    uow.teams.answer(f"{who}-round", who, teams.Answer(energy=3))
    uow.teams.report(f"{who}-team", who, "means")
    plant_campaign(uow, who)
    uow.ratings.add(who, "useful", f"{who}-s", 4, NOW)
    uow.records.note(who, "stopped", "", NOW)
    uow.seen.add(f"{who}-U1:event", NOW)
    return kept


def plant_campaign(uow: UnitOfWork, who: str) -> None:
    """Let somebody make a campaign, watch it, name themselves in it, and be listed by mail."""
    named = f"campaign {sha256(who.encode()).hexdigest()}"
    address = {"platform": "slack", "channel": f"{who}-D1"}
    source = Source("people", "", "", address, ids=(f"{who}-U1", "U2"))
    terms = Terms("Listening", ("listening",), date(2026, 3, 9))
    uow.campaigns.add(
        Campaign(named, who, NOW, terms, sources=(source,), watchers={who: "token"}, drawn="drawn")
    )
    uow.people.note_mails({who: f"{who}@example.org"})
    uow.campaigns.list_people(named, [Invitee(who, mail=f"{who}@example.org")])
    uow.roles.grant(Grant(who, "hr", who, NOW))
    uow.roles.note(Deed(NOW, who, "granted", who, "hr"))
    uow.placements.replace({**uow.placements.all(), who: (f"{who}-department",)})


def rows_of(store: Store, who: str) -> dict[str, int]:
    """Count the rows of a person in every table that has any."""

    def job() -> dict[str, int]:
        with store._writes.transaction() as scope:
            return {
                table.name: scope.execute(
                    select(func.count()).where(
                        (people.c.id if table is people else table.c.coachee_id) == who
                    )
                ).scalar_one()
                for table in owned()
            }

    return store.run_sync(job)


def test_every_table_has_an_owner_or_a_reason() -> None:
    """A new table belongs to a person, or `WITHOUT_OWNER` says why it holds nothing of one."""
    without = {name for name, table in metadata.tables.items() if "coachee_id" not in table.c}
    assert without - {"people"} == set(WITHOUT_OWNER)
    assert all(WITHOUT_OWNER.values())
    assert {table.name for table in owned()} == set(metadata.tables) - set(WITHOUT_OWNER)


def test_erasing_reaches_every_table_and_nobody_else(store: Store) -> None:
    for who in ("anna", "boris"):
        within(store, lambda uow, who=who: plant(uow, who))  # type: ignore[misc]
    before = rows_of(store, "anna")
    assert all(before.values()), "this test must plant something in every table"
    within(store, lambda uow: uow.people.erase("anna"))
    assert not any(rows_of(store, "anna").values())
    assert rows_of(store, "boris") == before
    assert within(store, lambda uow: uow.records.of("anna")) == []
    assert len(within(store, lambda uow: uow.records.of("boris"))) == 1


def test_erasing_can_be_undone_until_the_commit(store: Store) -> None:
    within(store, lambda uow: plant(uow, "anna"))

    def job() -> None:
        with store.open_uow() as uow:
            uow.people.erase("anna")

    store.run_sync(job)
    assert all(rows_of(store, "anna").values())


class TestFile:
    """On SQLite nothing of an erased person is left in the file or its companions."""

    @pytest.fixture
    def store(self, sqlite_database: Database) -> Iterator[Store]:
        opened = sqlite_database.open()
        yield opened
        opened.close()

    def found(self, database: Database, planted: list[bytes]) -> list[bytes]:
        path = database.path
        assert path is not None
        content = b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
        return [piece for piece in planted if piece in content]

    def tokens(self, store: Store, who: str) -> list[bytes]:
        def read() -> list[bytes]:
            with store._writes.transaction() as scope:
                mine = select(words.c.ciphertext).where(words.c.coachee_id == who)
                return list(scope.execute(mine).scalars())

        return store.run_sync(read)

    async def test_after_scrubbing_no_byte_is_left(
        self, store: Store, sqlite_database: Database
    ) -> None:
        """Also after so many rows that pages were split, where old copies hide."""
        shades = [f"anna-{secrets.token_hex(4)}" for _ in range(120)]
        others = [secrets.token_hex(6) for _ in range(3 * len(shades))]
        planted = [b"anna-", b"weekly:anna"]
        for start in range(0, len(shades), 20):
            mixed = shades[start : start + 20] + others[3 * start : 3 * (start + 20)]
            secrets.SystemRandom().shuffle(mixed)
            kept = within(store, lambda uow, mixed=mixed: {who: plant(uow, who) for who in mixed})  # type: ignore[misc]
            planted += [words_id.encode() for who in shades for words_id in kept.get(who, ())]
        planted += [token for who in shades for token in self.tokens(store, who)]
        assert self.found(sqlite_database, planted) == planted
        for who in shades:
            within(store, lambda uow, who=who: uow.people.erase(who))  # type: ignore[misc]
        assert self.found(sqlite_database, planted), "the log still holds what was erased"
        await store.scrub()
        assert self.found(sqlite_database, planted) == []
        assert all(rows_of(store, others[0]).values())

    async def test_scrubbing_says_when_a_reader_is_in_the_way(
        self, store: Store, sqlite_database: Database
    ) -> None:
        within(store, lambda uow: plant(uow, "anna"))
        with closing(sqlite3.connect(str(sqlite_database.path), isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            with pytest.raises(Busy):
                await store.scrub()
        await store.scrub()

    async def test_scrubbing_waits_its_turn_and_harms_no_job(self, store: Store) -> None:
        def write(key: str) -> None:
            with store.open_uow() as uow:
                plant(uow, key)
                uow.commit()

        for key in "abc":
            await store.run(write, key)
            await store.scrub()
        assert all(rows_of(store, "a").values())


class TestServer:
    """On PostgreSQL nothing that the key would open is left in the tables' files."""

    async def test_after_scrubbing_no_sealed_word_is_left(
        self, postgres_database: Database, postgres_socket: str
    ) -> None:
        """An ordinary vacuum would leave what was deleted in its pages."""
        store = postgres_database.open()
        within(store, lambda uow: (plant(uow, "anna"), plant(uow, "ben")))
        sealed, kept = (self.tokens(store, who) for who in ("anna", "ben"))
        assert self.found(postgres_database, postgres_socket, sealed) == sealed
        within(store, lambda uow: uow.people.erase("anna"))
        await store.scrub()
        assert self.found(postgres_database, postgres_socket, sealed) == []
        assert self.found(postgres_database, postgres_socket, kept) == kept
        assert all(rows_of(store, "ben").values())
        store.close()

    def tokens(self, store: Store, who: str) -> list[bytes]:
        def read() -> list[bytes]:
            with store._writes.transaction() as scope:
                mine = select(words.c.ciphertext).where(words.c.coachee_id == who)
                return list(scope.execute(mine).scalars())

        return store.run_sync(read)

    def found(self, database: Database, server: str, planted: list[bytes]) -> list[bytes]:
        with psycopg.connect(database.admin, autocommit=True) as db:
            db.execute("CHECKPOINT")
        files = [path for path in (Path(server) / "base").rglob("*") if path.is_file()]
        content = b"".join(path.read_bytes() for path in files)
        return [piece for piece in planted if piece in content]


class TestWords:
    def tokens(self, store: Store) -> list[bytes]:
        def read() -> list[bytes]:
            with store._writes.transaction() as scope:
                return list(scope.execute(select(words.c.ciphertext)).scalars())

        return store.run_sync(read)

    def test_without_the_key_words_cannot_be_read(self, store: Store, database: Database) -> None:
        words_id = within(store, lambda uow: uow.words.keep("c1", "session", "secret", NOW))
        stranger = database.open(new_key())
        for read in (lambda uow: uow.words.text(words_id), lambda uow: uow.words.of("c1")):
            with pytest.raises(Unreadable) as error:
                within(stranger, read)
            assert words_id in str(error.value)
            assert "secret" not in str(error.value)
        stranger.close()

    def test_damaged_words_are_named_by_their_id_only(self) -> None:
        with pytest.raises(Unreadable, match=r"^words w1$"):
            Cipher(KEY).read("w1", b"damaged")

    def test_what_is_stored_is_neither_the_text_nor_a_time(self, store: Store) -> None:
        """A Fernet token shows when it was made; ours all say 1970."""
        within(store, lambda uow: uow.words.keep("c1", "session", "secret", NOW))
        (token,) = self.tokens(store)
        assert b"secret" not in token
        assert Fernet(KEY).extract_timestamp(token) == 0

    def test_the_same_text_never_looks_the_same(self, store: Store) -> None:
        for _ in range(2):
            within(store, lambda uow: uow.words.keep("c1", "session", "secret", NOW))
        assert len(set(self.tokens(store))) == 2

    def test_old_words_stay_readable_with_a_new_key_in_front(self, database: Database) -> None:
        old, new = new_key(), new_key()
        store = database.open(old)
        words_id = within(store, lambda uow: uow.words.keep("c1", "session", "secret", NOW))
        store.close()
        store = database.open(f" {new} , {old} ")
        assert within(store, lambda uow: uow.words.text(words_id)) == "secret"
        store.close()

    def test_after_rotation_the_old_key_can_go(self, database: Database) -> None:
        old, new = new_key(), new_key()
        store = database.open(old)
        kept = [
            within(store, lambda uow, n=n: uow.words.keep("c1", "session", f"secret {n}", NOW))  # type: ignore[misc]
            for n in range(7)
        ]
        store.close()
        store = database.open(f"{new},{old}")
        assert rotate_all(store, batch=3) == Rotated(7, ())
        assert {Fernet(new).extract_timestamp(token) for token in self.tokens(store)} == {0}
        store.close()
        store = database.open(new)
        texts = [within(store, lambda uow, w=w: uow.words.text(w)) for w in kept]  # type: ignore[misc]
        assert texts == [f"secret {n}" for n in range(7)]
        store.close()

    def test_rotation_goes_on_past_what_it_cannot_read(self, database: Database) -> None:
        lost, new = new_key(), new_key()
        store = database.open(lost)
        gone = within(store, lambda uow: uow.words.keep("c1", "session", "lost", NOW))
        store.close()
        store = database.open(new)
        within(store, lambda uow: uow.words.keep("c1", "session", "kept", NOW))
        assert rotate_all(store) == Rotated(1, (gone,))
        store.close()
