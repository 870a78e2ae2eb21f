"""The demo: a small organisation over three weeks, all of it through the engine."""

import hashlib
import io
import logging
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from sqlalchemy import Column, Row, Table, select
from typer.testing import CliRunner

from adapters.cli import app
from adapters.demo.command import build
from adapters.demo.company import LARGEST, SITES, SMALLEST, found
from adapters.demo.hours import BEGINS, ENDS, after_work
from adapters.demo.place import NotADemo
from adapters.demo.showing import serve_link
from adapters.demo.sums import Sums
from adapters.demo.world import Asked, last_sunday
from adapters.demo.writing import texts
from adapters.wiring import real_now
from bot.cadence import A_WEEK, week_of
from bot.commitment_check import assess
from bot.commitments import Draft
from bot.language import LANGS, Lang
from bot.places import country_of, tz_of
from bot.workdays import Calendar
from storage.engines import open_engine, parse
from storage.tables import (
    ENCRYPTED,
    answers,
    campaign_people,
    commitments,
    ledger,
    metadata,
    outbox,
    outcomes,
    people,
    sessions,
    team_answers,
    team_rounds,
    teams,
)
from tests.agents_playground import free_port
from tests.databases import KEY
from tests.world import library

ASKED = Asked(people=40, weeks=3, seed=171, ending=date(2026, 11, 29))
BY_CHANCE = {"words_id", "goal_words_id", "lease"}
"""Columns with names that storage gives; nobody else knows them."""

FIRST = datetime(2026, 1, 1)  # noqa: DTZ001 - Hypothesis wants bounds without a zone

Rows = Sequence[Row[Any]]


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo that was built, what was told of it, and what it was said to come to."""

    path: Path
    told: str
    sums: Sums

    def rows(self, table: Table) -> Rows:
        """Read a table."""
        engine = open_engine(parse(f"sqlite:///{self.path}"), "read")
        try:
            with engine.connect() as db:
                return db.execute(select(table)).all()
        finally:
            engine.dispose()

    def people(self) -> dict[str, Any]:
        """Everybody by id."""
        return {one.id: one for one in self.rows(people)}


def built(path: Path, asked: Asked = ASKED) -> Demo:
    """Build a demo."""
    screen = Console(file=io.StringIO(), width=100)
    sums = build(path, KEY, asked, screen)
    assert isinstance(screen.file, io.StringIO)
    return Demo(path, screen.file.getvalue(), sums)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """One demo for all tests that only read."""
    return built(tmp_path_factory.mktemp("demo") / "demo.db")


def test_everything_that_came_by_itself_has_a_reason(demo: Demo) -> None:
    """Whatever was sent for an occurrence is in the ledger as sent, and the other way round."""
    by_itself = {
        row.occurrence
        for row in demo.rows(outbox)
        if row.verb == "post" and row.occurrence and row.outcome == "sent"
    }
    entries = {entry.key: entry for entry in demo.rows(ledger)}
    assert len(by_itself) > ASKED.people
    for occurrence in by_itself:
        assert entries[occurrence].outcome == "sent"
    sent = {key for key, e in entries.items() if e.outcome == "sent" and e.reason != "folded"}
    assert sent == by_itself
    for entry in entries.values():
        assert f"reasons.{entry.reason}" in library().wording, entry


def test_nothing_is_left_half_done(demo: Demo) -> None:
    """Every row of the outbox was sent or had nothing to say; none failed, none waits."""
    assert {row.outcome for row in demo.rows(outbox)} <= {"sent", "nothing"}


def test_sessions_are_consistent(demo: Demo) -> None:
    """They stand at steps that exist; their answers were given by their own person, in order."""
    by_id = {one.id: one for one in demo.rows(sessions)}
    for session in by_id.values():
        programme = library().programme(session.programme_id, session.programme_version)
        assert session.step_id in programme.steps
        assert session.started_at <= session.touched_at
    by_session: dict[str, list[Any]] = {}
    for answer in demo.rows(answers):
        session = by_id[answer.session_id]
        assert answer.coachee_id == session.coachee_id
        programme = library().programme(session.programme_id, session.programme_version)
        assert answer.step_id in programme.steps
        by_session.setdefault(session.id, []).append(answer)
    for some in by_session.values():
        in_order = sorted(some, key=lambda one: one.position)
        assert [one.at for one in in_order] == sorted(one.at for one in some)
    assert len(by_session) > ASKED.people / 2


def test_people_say_different_things(demo: Demo) -> None:
    """Some keep what they commit to and some do not; good and poor commitments are mixed."""
    made = demo.rows(commitments)
    assert len({one.status for one in made}) >= 3
    assert len({one.checks_final for one in made}) >= 2
    assert len({one.theme_id for one in made}) >= 3
    langs = Counter(one.lang for one in demo.people().values())
    assert min(langs["en"], langs["fr"]) >= 2, langs


def test_no_message_comes_by_itself_at_night(demo: Demo) -> None:
    """Nor on a weekend or a holiday, wherever the person or the team is."""
    places = {one.id: (one.zone, one.country) for one in demo.rows(people)}
    places |= {f"team:{one.id}": (one.zone, one.country) for one in demo.rows(teams)}
    sent = [e for e in demo.rows(ledger) if e.outcome == "sent" and e.reason != "folded"]
    for entry in sent:
        zone, country = places[entry.coachee_id]
        local = entry.decided_at.astimezone(tz_of(zone))
        assert Calendar(country).is_workday(local.date()), (entry, local)
        assert 9 <= local.hour < 18, (entry, local)


def test_people_act_in_the_daytime(demo: Demo) -> None:
    """Nobody made up works at night either."""
    everybody = demo.people()
    for answer in demo.rows(answers):
        local = answer.at.astimezone(tz_of(everybody[answer.coachee_id].zone))
        assert 8 <= local.hour < 19, answer


def test_nothing_comes_to_people_who_stopped(demo: Demo) -> None:
    """After the stop there is nothing that comes by itself."""
    stopped = [one for one in demo.people().values() if one.state == "stopped"]
    assert stopped
    for person in stopped:
        for row in demo.rows(outbox):
            if row.coachee_id == person.id and row.occurrence and row.outcome == "sent":
                assert row.settled_at <= person.stopped_at


def test_at_most_two_messages_a_week(demo: Demo) -> None:
    """Counted from Monday to Sunday where the person is, over everything that came by itself."""
    everybody = demo.people()
    weeks: Counter[tuple[str, datetime]] = Counter()
    for entry in demo.rows(ledger):
        person = everybody.get(entry.coachee_id)
        counts = entry.proactive and entry.outcome == "sent" and entry.reason != "folded"
        if person and counts:
            weeks[person.id, week_of(entry.decided_at, tz_of(person.zone))[0]] += 1
    assert max(weeks.values()) <= A_WEEK


def test_figures_add_up(demo: Demo) -> None:
    """What is told at the end can be counted another way, too."""
    told = dict(demo.sums)
    assert told["People invited"] == len(demo.rows(campaign_people)) == ASKED.people
    assert told["Onboarded"] == sum(one.slot_at is not None for one in demo.rows(people))
    by_status = Counter(one.status for one in demo.rows(sessions))
    assert told["Conversations"] == by_status.total()
    assert told["… completed"] == by_status["done"]
    assert told["Commitments"] == len(demo.rows(commitments))
    done = {one.commitment_id for one in demo.rows(outcomes) if one.kind == "done"}
    assert told["… kept"] == len(done) > 0
    posts = [one for one in demo.rows(outbox) if one.verb == "post" and one.outcome == "sent"]
    sealed = [one for one in demo.rows(ledger) if one.outcome == "sealed"]
    assert 0 <= told["Messages sent in all"] - len(posts) <= len(sealed)  # their rows are gone
    closed = [one for one in demo.rows(team_rounds) if one.sealed or one.state == "too_few"]
    assert told["Team rounds closed"] == len(closed) > 0


def test_closed_rounds_keep_nobody(demo: Demo) -> None:
    """Answers are gone with the close, as in any team."""
    opened = {one.id for one in demo.rows(team_rounds) if one.state == "open"}
    assert {one.round_id for one in demo.rows(team_answers)} <= opened


def test_the_same_seed_makes_the_same_demo(demo: Demo, tmp_path: Path) -> None:
    """All rows are the same but for what is encrypted and for ids that storage draws."""
    again = built(tmp_path / "again.db")
    assert again.sums == demo.sums
    for table in metadata.sorted_tables:
        assert digest(again, table) == digest(demo, table), table.name


def test_another_seed_makes_other_people() -> None:
    """And a team is as large as teams are."""
    assert found(600, 7) == found(600, 7) != found(600, 8)
    company = found(600, 7)
    sizes = [len(company.members(team)) for team in company.teams]
    assert sum(sizes) == 600
    assert 50 <= len(sizes) <= 75
    assert SMALLEST <= min(sizes) <= max(sizes) <= LARGEST + SMALLEST
    assert len({person.mail for person in company.people}) == 600
    assert len({team.department for team in company.teams}) == 8
    assert len({team.site for team in company.teams}) == 3


def test_it_refuses_what_is_no_demo(demo: Demo, tmp_path: Path) -> None:
    """A database in use and a file that is none stay as they are; a demo is built anew."""
    used, other = tmp_path / "used.db", tmp_path / "notes.txt"
    used.write_bytes(demo.path.read_bytes())
    with sqlite3.connect(used) as db:
        db.execute("PRAGMA application_id = 0")
    db.close()
    other.write_text("Not a database, but somebody's notes.")
    for path in (used, other):
        before = path.read_bytes()
        with pytest.raises(NotADemo, match="use another --database"):
            built(path)
        assert path.read_bytes() == before


@pytest.fixture
def own_logging() -> Iterator[None]:
    """A command sends the logs of this process elsewhere; afterwards they go where they went."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.mark.usefixtures("own_logging")
def test_the_command_says_how_to_look_at_it(
    demo: Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table and the next command, which works; a new demo takes the place of an old one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DECLIC_SECRET_KEY", KEY)
    path = tmp_path / "var" / "demo.db"
    path.parent.mkdir()
    path.write_bytes(demo.path.read_bytes())
    asked = ["demo", "--people", "20", "--weeks", "2", "--ending", "2026-12-20"]
    run = CliRunner().invoke(app, asked)
    assert run.exit_code == 0, run.output
    assert len(Demo(path, "", []).rows(campaign_people)) == 20
    assert "People invited" in run.output
    assert "declic preview 'Room to decide' --database var/demo.db" in run.output
    look = CliRunner().invoke(
        app, ["preview", "Room to decide", "--database", "var/demo.db", "--format", "csv"]
    )
    assert look.exit_code == 0, look.output
    assert "invitation" in look.output


@given(
    st.datetimes(FIRST, FIRST.replace(year=2027), timezones=st.just(UTC)),
    st.floats(0, 3000),
    st.sampled_from([zone for site in SITES for zone in (site.zone, *site.nearby)]),
)
def test_people_work_in_working_hours(at: datetime, minutes: float, zone: str) -> None:
    """So much work ends on a working day between nine and half past five, whenever it began."""
    done = after_work(at, timedelta(minutes=minutes), zone)
    local = done.astimezone(tz_of(zone))
    assert done - at >= timedelta(minutes=minutes) - timedelta(seconds=1)
    assert Calendar(country_of(zone)).is_workday(local.date())
    assert BEGINS <= local.time() <= ENDS


@pytest.mark.parametrize("lang", LANGS)
def test_texts_are_there_for_every_theme(lang: Lang) -> None:
    """Dozens of each theme, with what one will see; and what is good meets more criteria."""
    met: dict[bool, list[int]] = {True: [], False: []}
    day = date(2026, 11, 25)
    for theme in library().themes:
        found = texts()["actions"][theme][lang]
        good = [one for one in found if not isinstance(one, str)]
        assert len(good) * len(texts()["cues"][lang]) >= 24
        for one in found:
            action, indicator = (one, "") if isinstance(one, str) else one
            cue = "" if isinstance(one, str) else texts()["cues"][lang][0]
            draft = Draft(action, cue, "", indicator)
            met[not isinstance(one, str)].append(assess(draft, lang, day).met)
    assert fmean(met[True]) > 3.3
    assert fmean(met[False]) < 2.5


async def test_its_figures_can_be_looked_at(demo: Demo) -> None:
    """A link comes in the terminal; behind it waits the page, and only for this machine."""
    port = free_port()
    shown = serve_link(demo.path, KEY, port, "fr", real_now)
    async with shown as link, ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        assert link.startswith(f"http://127.0.0.1:{port}/dashboard/enter/")
        async with browser.get(link) as door:
            assert "Ouvrir les chiffres" in await door.text()
        async with browser.post(link) as page:
            assert page.url.path == "/dashboard"
            assert page.status == 200


async def test_nobody_is_let_into_what_is_no_demo(tmp_path: Path) -> None:
    """An empty database has nobody of HR."""
    with pytest.raises(NotADemo, match="build one with declic demo"):
        async with serve_link(tmp_path / "empty.db", KEY, free_port(), "en", real_now):
            pass


def test_the_weeks_end_on_the_last_sunday_of_a_month_that_is_closed() -> None:
    """So that all of them are whole, and the figures of the last ones are there."""
    for n in range(60):
        day = date(2026, 11, 1) + timedelta(days=n)
        sunday = last_sunday(day)
        assert sunday.isoweekday() == 7
        assert (sunday + timedelta(days=7)).month != sunday.month
        closed = Asked(40, 3, 1, sunday).closed.date()
        assert closed <= day < closed + timedelta(days=32)


def digest(demo: Demo, table: Table) -> str:
    """Return a digest of a table's rows, without what is drawn by chance."""
    if table.name == "words":
        return str(len(demo.rows(table)))
    kept = [column.name for column in table.c if not by_chance(column)]
    rows = sorted(repr([row._mapping[name] for name in kept]) for row in demo.rows(table))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def by_chance(column: Column[Any]) -> bool:
    """Tell whether a column differs from run to run."""
    return column.name in BY_CHANCE or any(column is one for one in ENCRYPTED)
