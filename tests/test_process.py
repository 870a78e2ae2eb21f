"""The real `declic` command: what it refuses, where it listens, and several beside each other."""

import asyncio
import json
import re
import socket
import zipfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import aiohttp
import orjson
import pytest
from cryptography.fernet import Fernet

from adapters.bench.measuring.processes import free_port
from adapters.bench.people.daytime import workday_somewhere
from adapters.wiring import real_now
from bot.moments import Moment
from bot.people import Slot
from bot.ports import UnitOfWork
from tests.databases import Database, postgres_named
from tests.fake_slack import FakeSlack, fake_slack
from tests.fake_slack_people import FakePerson
from tests.processes import (
    declic,
    eventually,
    live,
    running,
    together,
    within,
)

SLACK = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
ALEX = {"name": "Alex", "locale": "en-IE", "zone": "Europe/Dublin", "request_id": "request-1"}


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(now=real_now) as fake:
        yield fake


class TestThePlayground:
    """`declic run` with nothing set."""

    async def test_it_answers_this_computer_alone_and_keeps_its_chats(
        self, tmp_path: Path, http: aiohttp.ClientSession
    ) -> None:
        """No other address listens, no other host is answered; a second start finds everybody."""
        async with running("run", tmp_path) as first:
            assert f"Open {first.url}/playground" in first.said()
            with socket.socket() as other:
                assert other.connect_ex(("127.0.0.2", first.port)), "it listens on 127.0.0.1 alone"
            assert await _get(http, f"{first.url}/healthz") == (200, "ok")
            assert await _get(http, f"{first.url}/readyz") == (200, "ready")
            page = f"{first.url}/playground"
            assert (await _get(http, page))[0] == 200
            assert (await _get(http, page, Host="declic.example"))[0] == 403
            assert (await _get(http, page, **{"X-Forwarded-For": "192.0.2.1"}))[0] == 403
            for path in ("/slack/events", "/api/messages"):
                async with http.post(first.url + path, json={}) as answer:
                    assert answer.status == 404
            async with http.post(f"{page}/api/people", json=ALEX) as answer:
                assert answer.status == 200
        async with running("run", tmp_path) as second:
            page = f"{second.url}/playground/api/people"
            people = json.loads((await _get(http, page))[1])["people"]
            assert [person["name"] for person in people] == ["Alex"]
            chat = json.loads((await _get(http, f"{page}/{people[0]['id']}"))[1])
            assert "coaching program" in json.dumps(chat["entries"])
        kept = {path.name for path in (tmp_path / "var").iterdir()}
        assert "playground.db" in kept
        assert "declic.db" not in kept, "the live database is another one"


class TestWhatItRefuses:
    """A readable list on standard error, exit code 1, no traceback, nothing begun."""

    @pytest.mark.parametrize(
        ("command", "settings", "told"),
        [
            ("run", {"HOST": "0.0.0.0"}, ["the playground listens on loopback only"]),  # noqa: S104
            ("run", {"DECLIC_PUBLIC_URL": "https://declic.example"}, ["but no platform is"]),
            ("run", SLACK | {"DECLIC_SECRET_KEY": "guess-me"}, ["DECLIC_SECRET_KEY"]),
            (
                "web",
                {
                    "SLACK_BOT_TOKEN": "xoxb-1",
                    "TEAMS_APP_ID": "1",
                    "DECLIC_TIMEZONE": "Mars",
                    "DECLIC_DATABASE_URL": "postgresql://u:hush@db.example:x/declic",
                    "HOST": "0.0.0.0",  # noqa: S104
                },
                [
                    "SLACK_SIGNING_SECRET is missing",
                    "TEAMS_APP_PASSWORD is missing",
                    "TEAMS_TENANT_ID is missing",
                    "Mars is not an IANA zone",
                    "DECLIC_DATABASE_URL: such as",
                    "DECLIC_SECRET_KEY is missing",
                ],
            ),
            ("worker", {}, ["No platform is connected"]),
            (
                "migrate",
                SLACK | {"DECLIC_DATABASE_URL": "postgresql://u:hush@127.0.0.1:1/declic"},
                ["The database cannot be used (postgres connection failed"],
            ),
        ],
    )
    async def test_it_says_why(
        self, tmp_path: Path, command: str, settings: dict[str, str], told: list[str]
    ) -> None:
        """Every fault at once, each with what to do, and no secret."""
        ended = await declic(command, folder=tmp_path, settings=settings)
        assert ended.code == 1
        assert "Déclic cannot start:" in ended.err
        assert [line for line in told if line not in ended.err] == []
        assert "Traceback" not in ended.err
        assert "guess-me" not in ended.err
        assert "hush" not in ended.err

    async def test_a_port_in_use_is_said(self, tmp_path: Path) -> None:
        """Which one it is, and what to set."""
        with socket.create_server(("127.0.0.1", port := free_port())):
            ended = await declic("run", folder=tmp_path, settings={"PORT": str(port)})
        assert ended.code == 1
        assert f"port {port}" in ended.err
        assert "Set HOST or PORT." in ended.err
        assert "Traceback" not in ended.err


class TestTheLiveBot:
    """`declic run` with the credentials of a platform."""

    async def test_it_reads_env_answers_both_platforms_and_serves_no_playground(
        self, tmp_path: Path, sqlite_database: Database, slack: FakeSlack
    ) -> None:
        """Settings come from `.env`; what is not signed is refused."""
        settings = live(sqlite_database, slack, TEAMS_ALLOW_ANONYMOUS="1")
        written = "".join(f"{name}={value}\n" for name, value in settings.items())
        (tmp_path / ".env").write_text(written)
        async with running("run", tmp_path) as bot, aiohttp.ClientSession(bot.url) as http:
            for path in ("/playground", "/playground/", "/playground/api/people"):
                assert (await _get(http, path))[0] == 404
            async with http.post("/slack/events", json={"type": "event_callback"}) as answer:
                assert answer.status == 401
            elsewhere = {"type": "message", "serviceUrl": "https://collector.example/"}
            async with http.post("/api/messages", json=elsewhere) as answer:
                assert answer.status == 403
            person = slack.person("U0SAM", http)
            assert (await person.command("stuck")).status == 200
            await eventually(lambda: person.messages)
            assert "Qu’est-ce qui est bloqué" in _read(person) or "bloqué" in _read(person)
            assert (await person.press("Écrire")).status == 200
            assert (await person.fill({"text": "Le budget"})).status == 200
            await eventually(lambda: "Quel genre de blocage" in _read(person))
        assert "Le budget" not in bot.said()

    async def test_teams_with_credentials_believes_nobody_without_a_token(
        self, tmp_path: Path, sqlite_database: Database
    ) -> None:
        """Without a token nothing is asked of anybody, and nothing gets in."""
        teams = {
            "TEAMS_APP_ID": "11111111-2222-3333-4444-555555555555",
            "TEAMS_APP_PASSWORD": "p",
            "TEAMS_TENANT_ID": "99999999-8888-7777-6666-555555555555",
        }
        settings = live(sqlite_database) | teams
        async with running("run", tmp_path, settings) as bot, aiohttp.ClientSession() as http:
            activity = {"type": "message", "text": "stop", "channelId": "msteams"}
            async with http.post(f"{bot.url}/api/messages", json=activity) as answer:
                assert answer.status == 401


class TestSeveralProcesses:
    """Two for the web and two workers share one database."""

    async def test_a_click_counts_once_and_a_check_in_comes_once(
        self, tmp_path: Path, database: Database, slack: FakeSlack
    ) -> None:
        """Whichever process a click or a due moment reaches."""
        settings = live(database, slack)
        async with AsyncExitStack() as stack:
            webs = await stack.enter_async_context(together("web", 2, tmp_path, settings))
            doors = [await stack.enter_async_context(aiohttp.ClientSession(w.url)) for w in webs]
            person = slack.person("U0SAM", doors[0])
            slack.users["U0SAM"]["locale"] = "en-GB"
            for said in ("stuck", "The budget"):
                assert (await person.say(said)).status == 200
            await eventually(lambda: "What kind of blocker" in _read(person))
            await _press_everywhere(person, doors, "Me")
            for said in ("Last spring", "Do a smaller part", "After stand-up I send the brief"):
                assert (await person.say(said)).status == 200
            within(database, lambda uow: _make_due(uow, "U0SAM"))
            await stack.enter_async_context(together("worker", 2, tmp_path, settings))
            await eventually(lambda: "Weekly check-in" in _read(person))
            await asyncio.sleep(0.5)
            assert _posted(slack, "Weekly check-in") == 1
            assert (await person.press("Partly")).status == 200
            await eventually(lambda: "what is left, in one action?" in _read(person))
        assert within(database, _kinds_of_sessions) == ["unblock", "weekly_checkin"]
        assert within(database, _unblocking) == ["what", "kind", "me", "control", "plan"]

    async def test_two_processes_migrate_at_once(
        self, tmp_path: Path, postgres_socket: str
    ) -> None:
        """Both end well, and the database is up to date."""
        fresh = postgres_named(postgres_socket, "fresh", migrated=False)
        settings = SLACK | {"DECLIC_DATABASE_URL": fresh.url}
        ended = await asyncio.gather(
            *(declic("migrate", folder=tmp_path, settings=settings) for _ in range(2))
        )
        assert [one.code for one in ended] == [0, 0], ended
        assert not within(fresh, lambda uow: uow.people.stopped_before(real_now(), 1))


class TestTheOtherCommands:
    """What operators and administrators run by hand."""

    async def test_check_key_manifest_and_package(self, tmp_path: Path) -> None:
        """Each does what it says, beside no settings at all."""
        checked, key, manifest, package = await asyncio.gather(
            declic("check", folder=tmp_path),
            declic("key", folder=tmp_path),
            declic("slack-manifest", "declic.example", folder=tmp_path),
            declic(
                "teams-package",
                "11111111-2222-3333-4444-555555555555",
                "declic.example",
                folder=tmp_path,
            ),
        )
        assert (checked.code, key.code, manifest.code, package.code) == (0, 0, 0, 0)
        assert "16 themes" in checked.out
        assert Fernet(key.out.strip()).decrypt(Fernet(key.out.strip()).encrypt(b"x")) == b"x"
        assert "https://declic.example/slack/events" in manifest.out
        with zipfile.ZipFile(tmp_path / "declic-teams.zip") as archive:
            told = orjson.loads(archive.read("manifest.json"))
        assert told["bots"][0]["botId"] == "11111111-2222-3333-4444-555555555555"

    async def test_a_pack_with_a_fault_is_not_accepted(self, tmp_path: Path) -> None:
        """`check` names the file and the line."""
        pack = tmp_path / "pack" / "dialogues"
        pack.mkdir(parents=True)
        (pack / "odd.yaml").write_text("id: odd\nversion: one\n")
        ended = await declic("check", str(tmp_path / "pack"), folder=tmp_path)
        assert ended.code == 1
        assert "odd.yaml:2" in ended.err
        assert "Traceback" not in ended.err


class TestTheDoctor:
    """It looks and changes nothing; what is red names the next step."""

    async def test_everything_in_order_is_green(
        self, tmp_path: Path, sqlite_database: Database, slack: FakeSlack
    ) -> None:
        """Settings, database, key, Slack's token and scopes, and the clock."""
        slack.headers["x-oauth-scopes"] = ",".join(sorted(SCOPES))
        settings = live(sqlite_database, slack)
        ended = await declic("doctor", folder=tmp_path, settings=settings)
        assert ended.code == 0, ended.out
        assert "RED" not in ended.out
        seen = re.findall(r"green  ([a-z ]+):", ended.out)
        everything = ["settings", "key", "owners", "database", "slack", "clock", "rewording"]
        assert seen == everything

    @pytest.mark.parametrize(
        ("owners", "told"),
        [
            ("slack:T0TEAM:U0HR,teams:a:b", "2 of campaigns set"),
            ("", "none, so nobody can launch a campaign; to allow it, set DECLIC_OWNERS to"),
        ],
    )
    async def test_who_may_give_roles_for_campaigns_is_told(
        self, tmp_path: Path, sqlite_database: Database, slack: FakeSlack, owners: str, told: str
    ) -> None:
        """Without anybody that is in order, with the next step for those who want campaigns."""
        settings = live(sqlite_database, slack, DECLIC_OWNERS=owners)
        ended = await declic("doctor", folder=tmp_path, settings=settings)
        assert f"green  owners: {told}" in ended.out

    async def test_everything_wrong_is_red_with_the_next_step(
        self, tmp_path: Path, slack: FakeSlack
    ) -> None:
        """And nothing is created: no database, no key."""
        slack.headers["x-oauth-scopes"] = "chat:write"
        slack.headers["Date"] = "Mon, 02 Mar 2026 12:00:00 GMT"
        database = Database("sqlite", f"sqlite:///{tmp_path}/var/none.db")
        settings = live(database, slack, DECLIC_SECRET_KEY="guess-me")
        ended = await declic("doctor", folder=tmp_path, settings=settings)
        assert ended.code == 1
        assert "RED    key: " in ended.out
        assert "declic key prints a new one" in ended.out
        assert "guess-me" not in ended.out
        assert "RED    database: it is not there yet; run declic migrate" in ended.out
        assert "RED    slack: scopes missing: app_mentions:read, channels:read, co" in ended.out
        assert "RED    clock: " in ended.out
        assert not any(path for path in tmp_path.iterdir())  # noqa: ASYNC240 - an empty folder

    async def test_a_database_of_another_release_and_a_dead_token_are_told(
        self, tmp_path: Path, slack: FakeSlack, postgres_socket: str
    ) -> None:
        """The database is looked at as it is: the doctor migrates nothing."""
        empty = postgres_named(postgres_socket, "empty", migrated=False)
        slack.fail_next("auth.test", "token_revoked")
        ended = await declic("doctor", folder=tmp_path, settings=live(empty, slack))
        assert ended.code == 1
        assert "RED    database: its tables are not those of this release; run declic migrate" in (
            ended.out
        )
        assert "RED    slack: token_revoked: reinstall the app" in ended.out


SCOPES = {
    "app_mentions:read",
    "channels:read",
    "chat:write",
    "commands",
    "groups:read",
    "im:history",
    "im:write",
    "usergroups:read",
    "users:read",
    "users:read.email",
}


async def _get(http: aiohttp.ClientSession, url: str, **headers: str) -> tuple[int, str]:
    async with http.get(url, headers=headers) as answer:
        return answer.status, await answer.text()


async def _press_everywhere(
    person: FakePerson, doors: list[aiohttp.ClientSession], label: str
) -> None:
    """Press one button through each door at once, and deliver one of these presses twice."""
    presses = [person.pressed(label) for _ in doors]
    beside = [FakePerson(person.slack, person.user, door) for door in doors]
    answers = await asyncio.gather(
        *(one.send_interaction(press) for one, press in zip(beside, presses, strict=True)),
        beside[1].send_interaction(presses[0]),
    )
    assert {answer.status for answer in answers} == {200}


def _make_due(uow: UnitOfWork, user: str) -> None:
    """Let somebody take part whose weekly moment has just come, at a good hour."""
    now = real_now()
    country, zone = workday_somewhere(now)
    found = uow.people.find("slack:T0TEAM", user)
    assert found
    me = replace(found, state="active", zone=zone, country=country, zone_known=True)
    uow.people.put(replace(me, slot=Slot(0, time(9)), themes=("delegation",)))
    due = now - timedelta(minutes=1)
    (commitment,) = uow.commitments.of(me.id)
    uow.commitments.put(replace(commitment, due_on=now.astimezone(ZoneInfo(zone)).date()))
    uow.moments.cancel(me.id, ["milestone"])
    uow.moments.plan(Moment("due", f"checkin:{me.id}:now", me.id, "weekly", due, due))


def _kinds_of_sessions(uow: UnitOfWork) -> list[str]:
    found = uow.people.find("slack:T0TEAM", "U0SAM")
    assert found
    return [session.programme_id for session in uow.sessions.of(found.id)]


def _unblocking(uow: UnitOfWork) -> list[str]:
    found = uow.people.find("slack:T0TEAM", "U0SAM")
    assert found
    return [answer.step_id for answer in uow.sessions.of(found.id)[0].answers]


def _read(person: FakePerson) -> str:
    return repr([message.blocks for message in person.messages])


def _posted(slack: FakeSlack, text: str) -> int:
    return sum(text in str(body.get("text")) for body in slack.of("chat.postMessage"))
