"""Real runs of the benchmark, small ones: processes, databases, load, and the command."""

import asyncio
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
import psycopg
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlalchemy import make_url
from typer.testing import CliRunner

from adapters.bench.databases import Databases
from adapters.bench.load.activities import in_teams, messages
from adapters.bench.load.clicks import presses, told
from adapters.bench.load.connections import Request, put
from adapters.bench.load.crowd import gather, in_slack, pressed_by
from adapters.bench.measuring import clock_changes
from adapters.bench.ours.planning import planner
from adapters.bench.peers.cron_trigger import planner as cron_trigger
from adapters.bench.people.population import KEY
from adapters.bench.platform.ledger import Call
from adapters.bench.running import SideFailed, end_group, read_measured, run
from adapters.bench.scenario import Side
from adapters.cli import app
from adapters.slack.entry import payload_of
from adapters.slack.inbound import to_event
from adapters.teams.inbound import to_event as from_teams
from bot.conversation import Conversation
from prompts.loader import load_library
from storage.store import open_store

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
FOREVER = Side("forever", ("http.server", "0", "--bind", "127.0.0.1"))


def test_a_run_that_does_not_end_is_ended_and_failed(tmp_path: Path) -> None:
    with pytest.raises(SideFailed, match="no end after"):
        run(FOREVER, {}, tmp_path, seconds=0.5)


def test_a_run_that_breaks_says_what_it_said_last(tmp_path: Path) -> None:
    with pytest.raises(SideFailed, match="No module named"):
        run(Side("broken", ("no.such.program",)), {}, tmp_path)


def test_what_is_printed_last_must_be_a_result() -> None:
    assert read_measured("x", b'noise\n{"ops":1,"wall_s":2,"cpu_s":0}\n').wall_s == 2
    with pytest.raises(SideFailed, match="no result"):
        read_measured("x", b"noise")


def test_ending_a_run_ends_what_it_started() -> None:
    shell = ["/bin/sh", "-c", "sleep 60 & echo $!; exec sleep 60"]
    with subprocess.Popen(  # noqa: S603 - two that sleep
        shell, stdout=subprocess.PIPE, start_new_session=True
    ) as started:
        assert started.stdout
        child = int(started.stdout.readline())
        end_group(started.pid)
    status = Path(f"/proc/{child}/stat")
    assert not status.exists() or " Z " in status.read_text()


def test_each_run_gets_an_empty_database_that_is_dropped(
    postgres_socket: str, tmp_path: Path
) -> None:
    server = make_url(f"postgresql+psycopg://postgres:@/postgres?host={postgres_socket}")
    databases = Databases(server, slow_commit_ms=3)
    with databases.fresh(("sqlite", "postgres"), tmp_path) as urls:
        name = str(make_url(urls["postgres"]).database)
        with psycopg.connect(urls["postgres"].replace("+psycopg", "")) as db:
            delay = db.execute("SHOW commit_delay").fetchone()
            alone = db.execute("SHOW commit_siblings").fetchone()
            tables = db.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
            assert tables.fetchone() == (0,)
    assert (delay, alone) == (("3000",), ("0",))
    assert not (tmp_path / "bench.db").exists()
    with psycopg.connect(f"host={postgres_socket} user=postgres dbname=postgres") as db:
        left = db.execute("SELECT count(*) FROM pg_database WHERE datname = %s", (name,))
        assert left.fetchone() == (0,)


async def test_the_load_keeps_as_many_in_flight_as_it_has_connections() -> None:
    running, most = 0, 0

    async def answer(request: web.Request) -> web.Response:
        nonlocal running, most
        running, most = running + 1, max(most, running + 1)
        await asyncio.sleep(0.01)
        running -= 1
        return web.Response(status=503 if request.path == "/refused" else 200)

    application = web.Application()
    application.router.add_post("/{path}", answer)

    def requests() -> Iterator[Request]:
        for number in range(40):
            path = "refused" if number == 5 else "taken"
            head = f"POST /{path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n"
            yield str(number), head.encode() + b"ok"

    async with TestServer(application, host="127.0.0.1") as server:
        assert server.port
        load = await put(server.port, requests(), connections=4, seconds=30)
    assert most == 4
    assert {one.key for one in load.answers} == {str(number) for number in range(40)}
    assert [one.key for one in load.answers if not one.accepted] == ["5"]
    assert len(load.milliseconds()) == 39


def body_of(request: bytes) -> bytes:
    return request.partition(b"\r\n\r\n")[2]


def test_each_press_of_a_crowd_is_a_fresh_turn_that_is_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'crowd.db'}"
    crowd = gather(url, 3, NOW, in_slack())
    written = list(presses(crowd, int(NOW.timestamp()), "http://127.0.0.1:1"))
    assert {len(raw) // 500 for _, raw in written} == {7}  # as large as Slack's
    store, library = open_store(url, KEY), load_library()
    try:
        ids = iter(map(str, range(100)))
        conversation = Conversation(store.open_uow, library, lambda: next(ids))
        for _, raw in written[:2]:
            event = to_event(payload_of(body_of(raw), "form"), NOW)
            assert event
            assert store.run_sync(conversation.handle, event).reply is None
    finally:
        store.close()
    assert pressed_by(url) == {who for who, _ in written[:2]}


def test_each_message_of_a_crowd_in_teams_is_of_somebody_known(tmp_path: Path) -> None:
    api, url = "http://127.0.0.1:1", f"sqlite:///{tmp_path / 'crowd.db'}"
    crowd = gather(url, 2, NOW, in_teams(api))
    store = open_store(url, KEY)
    try:
        with_tokens = messages((who for who, *_ in crowd), api, "a-token")
        for who, raw in with_tokens:
            assert b"Authorization: Bearer a-token\r\n" in raw
            event = from_teams(orjson.loads(body_of(raw)), NOW)
            assert event
            with_known = store.run_sync(_find, store, event.actor.workspace, event.actor.person)
            assert with_known == f"{who}0000"
    finally:
        store.close()


def _find(store: object, workspace: str, person: str) -> str:
    with store.open_uow() as uow:  # type: ignore[attr-defined]
        return str(uow.people.find(workspace, person).id)


def test_who_was_told_to_press_again_was_refused() -> None:
    calls = [
        Call(1, "t", "chat.postEphemeral", "DUm1x", ""),
        Call(1, "t", "alone-m2x", "", ""),
        Call(1, "t", "chat.postMessage", "DUm3x", ""),
    ]
    assert told(calls) == {"m1x", "m2x"}


PLACES = [ZoneInfo(name) for name in ("Europe/Paris", "America/New_York", "Australia/Lord_Howe")]


def test_a_change_of_clocks_is_found_with_the_time_that_it_moves() -> None:
    spring, *_ = clock_changes.changes(PLACES[:1])
    assert (spring.day.isoformat(), spring.at.isoformat()) == ("2026-03-29", "02:30:00")
    assert spring.expected == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_ours_plans_right_at_every_change_and_a_repeat_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock_changes, "zones", lambda: PLACES)
    monkeypatch.setattr(clock_changes, "DAYS", 366)
    assert clock_changes.measured(planner, 9).facts == {"changes": 6, "wrong": 0}
    assert clock_changes.measured(cron_trigger, 9).facts["wrong"] > 0


def test_the_command_measures_writes_and_draws(tmp_path: Path) -> None:
    json, chart = tmp_path / "all.json", tmp_path / "chart.svg"
    words = ["bench", "plan", "inbound", "--quick", "--rounds", "1", "--against"]
    result = CliRunner().invoke(
        app, [*words, "apscheduler,aiohttp", "--json", str(json), "--chart", str(chart)]
    )
    assert result.exit_code == 0, result.output
    written = orjson.loads(json.read_bytes())
    cases = {(trial["scenario"], trial["case"]) for trial in written["trials"]}
    assert cases == {("inbound", "one connection"), ("plan", "every zone")}
    assert not any(trial["trouble"] for trial in written["trials"])
    assert written["figures"]["plan"]["every zone"]["wrong"]["median"] == 0
    assert written["machine"]["cores"] == os.cpu_count()
    assert b"Clock changes" in chart.read_bytes()


def test_the_command_names_the_scenarios_there_are() -> None:
    result = CliRunner().invoke(app, ["bench", "nothing"])
    assert result.exit_code == 1
    assert "choose from all, inbound" in result.output
