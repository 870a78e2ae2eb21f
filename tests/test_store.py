"""The bridge: queues, group commits, time-outs, kills, and migrations."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, event, inspect, text

from bot.errors import Busy
from bot.moments import Moment
from bot.people import Coachee
from storage import migrate
from storage.cipher import BadKey
from storage.engines import open_engine, parse
from storage.jobs import Job
from storage.lanes import GROUP
from storage.store import Store, open_store
from storage.tables import metadata
from tests.databases import KEY, Database, postgres_named

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def plan(store: Store, key: str) -> str:
    """A small job that writes."""
    with store.open_uow() as uow:
        uow.moments.plan(Moment(key, key, "c1", "weekly", NOW, NOW))
        uow.commit()
    return key


def planned(store: Store) -> list[str]:
    with store.open_uow() as uow:
        return sorted(moment.key for moment in uow.moments.of("c1"))


def keys_of(store: Store) -> list[str]:
    return store.run_sync(planned, store)


@contextmanager
def held(store: Store, threads: int = 1) -> Iterator[Callable[[], None]]:
    """Keep the writers busy until the yielded function is called."""
    started, go = [Event() for _ in range(threads)], Event()

    def wait(number: int) -> None:
        started[number].set()
        assert go.wait(10)

    with ThreadPoolExecutor(threads) as pool:
        waiting = []
        for number in range(threads):
            waiting.append(pool.submit(store.run_sync, wait, number))
            assert started[number].wait(5)
        try:
            yield go.set
        finally:
            go.set()
        for one in waiting:
            one.result(5)


@pytest.fixture
def writers(database: Database) -> int:
    return 1 if database.kind == "sqlite" else 4


class TestRunning:
    async def test_a_job_gives_back_what_it_returns(self, store: Store) -> None:
        assert await store.run(plan, store, "a") == "a"
        assert await store.run(planned, store) == ["a"]
        assert await store.run_read(planned, store) == ["a"]

    async def test_a_job_gives_back_what_it_raises(self, store: Store) -> None:
        def fail() -> None:
            raise LookupError("mine")

        with pytest.raises(LookupError, match="mine"):
            await store.run(fail)
        with pytest.raises(LookupError, match="mine"):
            store.run_sync(fail)
        with pytest.raises(LookupError, match="mine"):
            await store.run_read(fail)

    async def test_many_jobs_at_once_all_arrive(self, store: Store) -> None:
        keys = [f"{number:03}" for number in range(300)]
        done = await asyncio.gather(*(store.run(plan, store, key) for key in keys))
        assert done == keys
        assert await store.run_read(planned, store) == keys

    def test_a_unit_of_work_outside_of_a_job_is_refused(self, store: Store) -> None:
        with pytest.raises(RuntimeError, match="inside a job only"):
            store.open_uow().__enter__()

    def test_a_job_cannot_wait_for_another_one(self, store: Store) -> None:
        """It would wait for its own thread for ever."""
        with pytest.raises(RuntimeError, match="cannot wait"):
            store.run_sync(lambda: store.run_sync(planned, store))

    async def test_a_reading_job_cannot_write(self, store: Store) -> None:
        with pytest.raises(Exception, match=r"(?i)read-?only"):
            await store.run_read(plan, store, "a")
        assert await store.run(planned, store) == []

    async def test_a_reading_job_finds_people_without_locking_them(
        self, store: Store, database: Database
    ) -> None:
        def add() -> None:
            with store.open_uow() as uow:
                uow.people.add(Coachee("c1", "slack:T1", "U1", {"platform": "slack"}, NOW))
                uow.commit()

        def read() -> bool:
            with store.open_uow() as uow:
                return uow.people.get("c1") is not None

        await store.run(add)
        with locked(database):
            assert await store.run_read(read)

    async def test_readers_are_not_held_up_by_writers(self, store: Store, writers: int) -> None:
        with held(store, writers):
            assert await asyncio.wait_for(store.run_read(planned, store), 1) == []


class TestWaiting:
    async def test_a_job_that_cannot_begin_in_time_is_given_up(
        self, database: Database, writers: int
    ) -> None:
        """It is never carried out later behind the back of its caller."""
        store = database.open(patience=0.1)
        with held(store, writers):
            with pytest.raises(Busy):
                await store.run(plan, store, "a")
            with pytest.raises(Busy):
                await asyncio.to_thread(store.run_sync, plan, store, "b")
        assert keys_of(store) == []
        store.close()

    async def test_a_job_that_has_begun_is_awaited_to_its_end(self, database: Database) -> None:
        store = database.open(patience=0.05)

        def slow() -> str:
            time.sleep(0.2)
            return plan(store, "a")

        assert await store.run(slow) == "a"
        assert keys_of(store) == ["a"]
        store.close()

    async def test_a_slow_job_does_not_lose_those_behind_it(self, store: Store) -> None:
        slow = store.run(lambda: time.sleep(0.3))
        keys = [f"{number}" for number in range(8)]
        await asyncio.gather(slow, *(store.run(plan, store, key) for key in keys))
        assert keys_of(store) == keys

    async def test_a_full_queue_says_so_at_once(self, database: Database, writers: int) -> None:
        store = open_store(database.url, KEY, room=2)
        with held(store, writers) as release:
            waiting = [asyncio.create_task(store.run(plan, store, key)) for key in "ab"]
            await asyncio.sleep(0)
            with pytest.raises(Busy, match="full"):
                await store.run(plan, store, "c")
            assert not any(task.done() for task in waiting)
            release()
            assert await asyncio.gather(*waiting) == ["a", "b"]
        assert keys_of(store) == ["a", "b"]
        store.close()

    async def test_a_job_given_up_makes_room(self, database: Database, writers: int) -> None:
        store = open_store(database.url, KEY, room=1, patience=0.05)
        with held(store, writers):
            for key in "ab":
                with pytest.raises(Busy, match="too long"):
                    await store.run(plan, store, key)
        store.close()

    async def test_a_caller_cancelled_early_takes_its_job_along(
        self, store: Store, writers: int
    ) -> None:
        with held(store, writers):
            task = asyncio.create_task(store.run(plan, store, "a"))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        assert keys_of(store) == []

    async def test_a_caller_cancelled_late_ends_after_its_job(self, store: Store) -> None:
        """Nothing goes on in the background once the caller is gone."""
        begun, done = Event(), Event()

        def slow() -> None:
            begun.set()
            time.sleep(0.2)
            plan(store, "a")
            done.set()

        task = asyncio.create_task(store.run(slow))
        assert await asyncio.to_thread(begun.wait, 5)
        task.cancel()
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert done.is_set()
        assert keys_of(store) == ["a"]

    def test_closing_carries_out_what_waits_and_refuses_what_comes(
        self, database: Database, writers: int
    ) -> None:
        store = database.open()
        with ThreadPoolExecutor(8) as threads, held(store, writers) as release:
            waiting = [threads.submit(store.run_sync, plan, store, key) for key in "abc"]
            while len(store._writes._queue._jobs) < len(waiting):
                time.sleep(0.001)
            closing_down = threads.submit(store.close)
            release()
            assert [one.result(5) for one in waiting] == ["a", "b", "c"]
            closing_down.result(5)
        with pytest.raises(Busy, match="closed"):
            store.run_sync(plan, store, "d")
        store.close()
        again = database.open()
        assert keys_of(again) == ["a", "b", "c"]
        again.close()


class TestLocks:
    async def test_a_locked_database_is_busy_after_about_two_seconds(
        self, store: Store, database: Database
    ) -> None:
        def add() -> None:
            with store.open_uow() as uow:
                uow.people.add(Coachee("c1", "slack:T1", "U1", {"platform": "slack"}, NOW))
                uow.commit()

        def touch() -> None:
            with store.open_uow() as uow:
                assert uow.people.get("c1")

        await store.run(add)
        with locked(database):
            began = time.monotonic()
            with pytest.raises(Busy):
                await store.run(touch)
            assert 1.5 < time.monotonic() - began < 3
        await store.run(touch)

    @pytest.mark.parametrize("database", ["sqlite"], indirect=True)
    def test_a_database_locked_from_the_start_is_busy_too(self, database: Database) -> None:
        store = database.open()
        with locked(database), pytest.raises(Busy):
            store.run_sync(plan, store, "a")
        assert keys_of(store) == []
        store.close()

    def test_a_lost_connection_is_busy_once(self, postgres_database: Database) -> None:
        """The server was restarted: the next turn finds a new connection."""
        store = open_store(postgres_database.url, KEY, workers=1)
        store.run_sync(plan, store, "a")
        with psycopg.connect(postgres_database.admin, autocommit=True) as db:
            db.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(Busy):
            store.run_sync(plan, store, "b")
        store.run_sync(plan, store, "c")
        assert keys_of(store) == ["a", "c"]
        store.close()

    async def test_without_a_server_everything_is_busy(self, tmp_path: Path) -> None:
        store = open_store(f"postgresql://postgres@/declic?host={tmp_path}", KEY)
        with pytest.raises(Busy, match=str(tmp_path)):
            await store.run(plan, store, "a")
        assert not await store.ready()
        store.close()

    def test_a_slow_statement_is_cancelled(self, postgres_database: Database) -> None:
        store = postgres_database.open()
        engine = store._writes.engine
        began = time.monotonic()
        with pytest.raises(Busy), engine.connect() as db:
            db.execute(text("SELECT pg_sleep(9)"))
        assert time.monotonic() - began < 3
        store.close()


class TestGroups:
    """SQLite's one writer shares a commit between jobs."""

    async def test_a_group_has_one_commit(self, sqlite_store: Store) -> None:
        commits = count(sqlite_store, "commit")
        with held(sqlite_store) as release:
            jobs = [
                asyncio.create_task(sqlite_store.run(plan, sqlite_store, str(number)))
                for number in range(GROUP)
            ]
            await asyncio.sleep(0.05)
            before = len(commits)
            release()
            await asyncio.gather(*jobs)
        assert len(commits) - before == 2  # the one that held, and all the others

    async def test_a_failing_job_harms_no_other(self, sqlite_store: Store) -> None:
        def fail(key: str) -> None:
            with sqlite_store.open_uow() as uow:
                uow.moments.plan(Moment(key, key, "c1", "weekly", NOW, NOW))
                raise LookupError(key)

        with held(sqlite_store) as release:
            jobs = [
                asyncio.create_task(
                    sqlite_store.run(fail, key)
                    if key in "bd"
                    else sqlite_store.run(plan, sqlite_store, key)
                )
                for key in "abcde"
            ]
            await asyncio.sleep(0.05)
            release()
            ends = await asyncio.gather(*jobs, return_exceptions=True)
        assert [end if isinstance(end, str) else type(end) for end in ends] == [
            "a",
            LookupError,
            "c",
            LookupError,
            "e",
        ]
        assert keys_of(sqlite_store) == ["a", "c", "e"]

    async def test_nobody_is_told_before_the_commit(
        self, sqlite_store: Store, sqlite_database: Database
    ) -> None:
        """What a caller was told is there for any other connection."""
        with closing(sqlite3.connect(str(sqlite_database.path))) as other:
            for number in range(30):
                await sqlite_store.run(plan, sqlite_store, str(number))
                found = other.execute("SELECT count(*) FROM moments").fetchone()
                assert found == (number + 1,)

    async def test_when_the_commit_fails_the_whole_group_is_busy(self, sqlite_store: Store) -> None:
        faults = iter([None, sqlite3.OperationalError("disk I/O error")])

        def commits(_: object) -> None:
            if fault := next(faults, None):
                raise fault

        event.listen(sqlite_store._writes.engine, "commit", commits)
        with held(sqlite_store) as release:
            jobs = [asyncio.create_task(sqlite_store.run(plan, sqlite_store, key)) for key in "abc"]
            await asyncio.sleep(0.05)
            release()
            ends = await asyncio.gather(*jobs, return_exceptions=True)
        assert [type(end) for end in ends] == [Busy] * 3
        assert keys_of(sqlite_store) == []
        assert await sqlite_store.run(plan, sqlite_store, "d") == "d"

    async def test_a_failing_group_with_jobs_given_up_harms_nothing(
        self, sqlite_store: Store
    ) -> None:
        """The writer goes on after a group that held an abandoned job could not commit."""
        faults = iter([None, sqlite3.OperationalError("disk I/O error")])
        waiting: list[Job[Any]] = []

        def commits(_: object) -> None:
            if fault := next(faults, None):
                raise fault

        def abandon() -> None:
            assert waiting[1]._future.cancel()

        event.listen(sqlite_store._writes.engine, "commit", commits)
        with held(sqlite_store) as release:
            jobs = [
                asyncio.create_task(sqlite_store.run(abandon)),
                *(asyncio.create_task(sqlite_store.run(plan, sqlite_store, k)) for k in "ab"),
            ]
            await asyncio.sleep(0.05)
            waiting += sqlite_store._writes._queue._jobs
            release()
            ends = await asyncio.gather(*jobs, return_exceptions=True)
        assert [type(end) for end in ends] == [Busy] * 3
        assert await sqlite_store.run(plan, sqlite_store, "d") == "d"
        assert keys_of(sqlite_store) == ["d"]

    async def test_when_sqlite_undoes_the_transaction_by_itself_the_group_is_busy(
        self, sqlite_store: Store
    ) -> None:
        """It may do so on a full disk; what came before in the group is lost then, too."""

        def undone() -> None:
            with sqlite_store._writes.transaction() as scope:
                scope.execute(text("ROLLBACK"))

        with held(sqlite_store) as release:
            jobs = [
                asyncio.create_task(sqlite_store.run(plan, sqlite_store, "a")),
                asyncio.create_task(sqlite_store.run(undone)),
                asyncio.create_task(sqlite_store.run(plan, sqlite_store, "b")),
            ]
            await asyncio.sleep(0.05)
            release()
            ends = await asyncio.gather(*jobs, return_exceptions=True)
        assert [type(end) for end in ends] == [Busy] * 3
        assert keys_of(sqlite_store) == []

    async def test_on_a_full_disk_nothing_is_acknowledged_that_is_not_kept(
        self, sqlite_store: Store
    ) -> None:
        await sqlite_store.run(plan, sqlite_store, "before")
        with sqlite_store._writes.engine.connect() as db:
            pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
            db.exec_driver_sql(f"PRAGMA max_page_count={pages + 4}")
        ends = await asyncio.gather(
            *(sqlite_store.run(plan, sqlite_store, f"{n}-{'x' * 900}") for n in range(50)),
            return_exceptions=True,
        )
        kept = [end for end in ends if isinstance(end, str)]
        assert len(kept) < len(ends)
        assert keys_of(sqlite_store) == sorted([*kept, "before"])

    def test_the_file_is_its_owners_alone(self, tmp_path: Path) -> None:
        fresh = tmp_path / "new" / "declic.sqlite3"
        migrate.upgrade(f"sqlite:///{fresh}")
        assert fresh.stat().st_mode & 0o077 == 0
        assert fresh.parent.stat().st_mode & 0o077 == 0

    def test_the_file_is_synced_at_every_commit_and_cleaned(self, sqlite_store: Store) -> None:
        with sqlite_store._writes.engine.connect() as db:
            pragmas = {
                name: db.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
            }
        assert pragmas == {
            "journal_mode": "wal",
            "synchronous": 2,
            "secure_delete": 1,
            "busy_timeout": 2000,
        }


WORKER = """
import asyncio, os, sys
from datetime import datetime, UTC
from bot.moments import Moment
from storage.store import open_store

store = open_store(sys.argv[1], sys.argv[2])
at = datetime(2026, 3, 2, tzinfo=UTC)

def plan(key):
    with store.open_uow() as uow:
        uow.moments.plan(Moment(key, key, "c1", "weekly", at, at))
        uow.commit()

async def lane(number):
    for turn in range(1_000_000):
        await store.run(plan, f"{number}-{turn}")
        os.write(1, f"{number}-{turn}\\n".encode())

async def main():
    await asyncio.gather(*(lane(number) for number in range(20)))

asyncio.run(main())
"""


@pytest.mark.parametrize("after", [1, 300])
def test_what_was_acknowledged_survives_a_kill(database: Database, after: int) -> None:
    """Killed at any moment, a process leaves everything that it has acknowledged."""
    with subprocess.Popen(  # noqa: S603 our own interpreter
        [sys.executable, "-c", WORKER, database.url, KEY], stdout=subprocess.PIPE, text=True
    ) as worker:
        assert worker.stdout is not None
        told = [worker.stdout.readline().strip() for _ in range(after)]
        os.kill(worker.pid, signal.SIGKILL)
        *rest, _torn = worker.stdout.read().split("\n")
    told += rest
    store = database.open()
    kept = set(keys_of(store))
    store.close()
    assert len(told) >= after
    assert set(told) <= kept


class TestMigrations:
    def test_they_make_the_tables_of_the_code(self, database: Database) -> None:
        """Autogenerate finds no difference: no column was forgotten in a migration."""
        engine = open_engine(parse(database.url), "migrate")
        with engine.connect() as db:
            context = MigrationContext.configure(db, opts={"compare_type": True})
            assert compare_metadata(context, metadata) == []

    def test_they_make_the_indexes_of_the_code(
        self, database: Database, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        """Conditions of partial indexes are compared too, which autogenerate does not."""
        made = open_engine(parse(fresh(database.kind, "made", tmp_path, request)), "migrate")
        metadata.create_all(made)
        found = conditions(open_engine(parse(database.url), "migrate"))
        assert found == conditions(made)
        assert sum(1 for condition in found.values() if condition) >= 10

    async def test_a_database_is_ready_once_it_is_migrated(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'new.sqlite3'}"
        store = open_store(url, KEY)
        assert not await store.ready()
        migrate.upgrade(url)
        assert await store.ready()
        migrate.upgrade(url)
        assert await store.ready()
        store.close()

    async def test_an_older_or_newer_database_is_not_ready(
        self, store: Store, database: Database
    ) -> None:
        assert await store.ready()
        engine = open_engine(parse(database.url), "migrate")
        other = text("UPDATE alembic_version SET version_num = :it")
        with engine.begin() as db:
            ours = db.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
            db.execute(other, {"it": "other"})
        try:
            assert not await store.ready()
        finally:
            with engine.begin() as db:
                db.execute(other, {"it": ours})

    @pytest.mark.parametrize("kind", ["sqlite", "postgres"])
    def test_several_processes_may_migrate_at_once(
        self, kind: str, tmp_path: Path, request: pytest.FixtureRequest
    ) -> None:
        url = fresh(kind, "together", tmp_path, request)
        script = "import sys; from storage.migrate import upgrade; upgrade(sys.argv[1])"
        crowd = [
            subprocess.Popen([sys.executable, "-c", script, url])  # noqa: S603 our own
            for _ in range(2)
        ]
        assert [one.wait(30) for one in crowd] == [0, 0]
        assert migrate.is_current(open_engine(parse(url), "migrate"))


class TestOpening:
    @pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://localhost/x"])
    def test_other_databases_are_refused(self, url: str) -> None:
        with pytest.raises(ValueError, match="SQLite file or PostgreSQL"):
            open_store(url, KEY)

    @pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
    def test_every_usual_spelling_of_postgresql_is_understood(self, scheme: str) -> None:
        assert parse(f"{scheme}://u:p@h/d").drivername == "postgresql+psycopg"

    @pytest.mark.parametrize("keys", ["", " , ", "short", f"{KEY},short"])
    def test_a_bad_key_is_refused_without_being_shown(self, keys: str, tmp_path: Path) -> None:
        with pytest.raises(BadKey) as refusal:
            open_store(f"sqlite:///{tmp_path / 'x'}", keys)
        assert "short" not in str(refusal.value)
        assert refusal.value.__cause__ is None

    def test_values_never_reach_a_message_or_a_traceback(self, store: Store) -> None:
        def fail() -> None:
            with store.open_uow() as uow:
                uow.people.add(
                    Coachee("c1", "slack:T1", "U1", {}, NOW, zone=None, obstacle="planted")  # type: ignore[arg-type]
                )

        with pytest.raises(Exception, match="zone") as error:
            store.run_sync(fail)
        shown = "".join(traceback.format_exception(error.value))
        assert "zone" in shown
        assert "planted" not in shown.replace('obstacle="planted"', "")


@contextmanager
def locked(database: Database) -> Iterator[None]:
    """Another process holds what a writer needs."""
    if database.kind == "sqlite":
        with closing(sqlite3.connect(str(database.path), isolation_level=None)) as db:
            db.execute("BEGIN IMMEDIATE")
            yield
    else:
        with psycopg.connect(database.admin) as server:
            server.execute("SELECT * FROM people FOR UPDATE")
            yield


def count(store: Store, name: str) -> list[object]:
    """Collect what the writer's engine reports under an event's name."""
    seen: list[object] = []
    event.listen(store._writes.engine, name, seen.append)
    return seen


def conditions(engine: Engine) -> dict[str | None, str]:
    """Collect the conditions of all partial indexes, by name."""
    inspector, where = inspect(engine), f"{engine.dialect.name}_where"
    return {
        index["name"]: str(index.get("dialect_options", {}).get(where, ""))
        for table in metadata.tables
        for index in inspector.get_indexes(table)
    }


def fresh(kind: str, name: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Return the URL of a database without any tables."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path / name}.sqlite3"
    return postgres_named(request.getfixturevalue("postgres_socket"), name, migrated=False).url
