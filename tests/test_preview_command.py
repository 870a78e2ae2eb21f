"""`declic preview`: every message of a campaign before it is sent, to read and to work with."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from adapters.cli import app
from adapters.wiring import real_now
from bot.campaigns.content import Campaign, Invitee, Source, Terms
from bot.ports import UnitOfWork
from tests.campaign_runs import WORKSPACE, somebody
from tests.databases import KEY, Database

COLUMNS = [
    *("week", "day", "time", "zone", "utc_offset", "language"),
    *("kind", "fate", "reason", "people", "text"),
]

Declic = Callable[..., Result]


@pytest.fixture
def declic(sqlite_database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Declic:
    """The command on a database with two campaigns, far from any folder of anybody's."""
    monkeypatch.chdir(tmp_path)
    settings = {
        "DECLIC_DATABASE_URL": sqlite_database.url,
        "DECLIC_SECRET_KEY": KEY,
        "SLACK_BOT_TOKEN": "xoxb-test",
        "SLACK_SIGNING_SECRET": "secret",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    store = sqlite_database.open()
    try:
        store.run_sync(_set_up, store.open_uow)
    finally:
        store.close()
    return lambda *words: CliRunner().invoke(app, ["preview", *words])


def _set_up(open_uow: Callable[[], Any]) -> None:
    now = real_now()
    why = {"en": "To decide more", "fr": "Pour décider plus"}
    first = now.date() + timedelta(days=20)
    terms = Terms("=Room(to) decide", ("delegation",), first, why, weeks=2)  # type: ignore[arg-type]  # keys are languages
    spring = replace(terms, name="Room in spring")
    reading = Source("channel", "C1", "managers", {"platform": "fake"})
    with open_uow() as uow:
        uow.campaigns.add(Campaign("c1", "hr", now, terms))
        uow.campaigns.add(Campaign("c2", "hr", now, spring, sources=(reading,)))
        _invite(uow, "c1")
        uow.commit()


def _invite(uow: UnitOfWork, campaign_id: str) -> None:
    zones = ("Europe/Paris", "America/New_York")
    people = [somebody(n, zones[n % 2], "fr" if n % 3 else "en", real_now()) for n in range(12)]
    for one in people:
        uow.people.add(one.coachee)
    uow.campaigns.list_people(campaign_id, [Invitee(one.coachee.id) for one in people])


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_is_an_object_with_every_column(declic: Declic) -> None:
    """By default a line is a group: everybody is invited once, by the clock where they are."""
    found = lines(declic("c1", "--format", "jsonl"))
    assert all(list(line) == COLUMNS for line in found)
    invited = [line for line in found if line["kind"] == "invitation"]
    assert sum(line["people"] for line in invited) == 12
    assert {line["zone"] for line in invited} == {"Europe/Paris", "America/New_York"}
    assert {line["language"] for line in invited} == {"en", "fr"}
    assert all(line["time"].startswith("09:00") for line in invited)
    assert {line["utc_offset"][:4] for line in invited} == {"UTC+", "UTC-"}
    assert all("décider" in line["text"] for line in invited if line["language"] == "fr")
    assert [line["day"] for line in found] == sorted(line["day"] for line in found)


def test_a_person_is_a_pseudonym(declic: Declic) -> None:
    """With a line a person, neither an id nor a name stands in it."""
    result = declic("c1", "--format", "jsonl", "--people", "--assume", "none")
    found = lines(result)
    assert sorted(line["who"] for line in found) == sorted(f"p{n}" for n in range(1, 13))
    assert {line["time"] for line in found} == {f"09:00:{n:02d}" for n in range(1, 13)}
    for name in ("P00", "id-P", WORKSPACE):
        assert name not in result.stdout


def test_the_assumption_decides_what_comes(declic: Declic) -> None:
    """Who does not answer gets the invitation and nothing else."""
    silent = lines(declic("c1", "--format", "jsonl", "--assume", "none"))
    assert {line["kind"] for line in silent} == {"invitation"}
    everybody = lines(declic("c1", "--format", "jsonl", "--assume", "all"))
    assert {"session", "checkin", "ending"} <= {line["kind"] for line in everybody}


def test_without_a_last_campaign_it_says_so(declic: Declic) -> None:
    """Nothing is known of how people answer: it is computed as if all did, and told."""
    last = declic("c1", "--format", "jsonl", "--assume", "last")
    assert "no last campaign" in last.stderr
    assert lines(last) == lines(declic("c1", "--format", "jsonl"))


def test_a_spreadsheet_carries_nothing_out(declic: Declic) -> None:
    """What begins like a formula is text, and the header names the columns."""
    result = declic("c1", "--format", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout)))
    assert rows[0] == COLUMNS
    texts = [row[COLUMNS.index("text")] for row in rows[1:] if "invitation" in row]
    assert texts
    assert all(text.startswith("'=Room(to) decide") for text in texts)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_a_table_has_a_row_a_line(declic: Declic) -> None:
    """What it says fits into a terminal: long texts are cut."""
    table = declic("c1").stdout.splitlines()
    found = lines(declic("c1", "--format", "jsonl"))
    assert table[0].split() == COLUMNS
    assert len(table) == 1 + len(found)
    assert "…" in table[1]


@pytest.mark.parametrize("name", ["c1", "=room(TO) decide", "decide"])
def test_a_campaign_is_found_by_id_name_or_part_of_it(declic: Declic, name: str) -> None:
    """Whoever types it need not know how it was written."""
    assert lines(declic(name, "--format", "jsonl", "--assume", "none"))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("room", "Several campaigns are meant"),
        ("autumn", "There is no such campaign"),
        ("c2", "still being read"),
    ],
)
def test_a_name_that_means_no_campaign_ends_with_a_list(
    declic: Declic, name: str, told: str
) -> None:
    """The exit is 1, and both campaigns are named where either could be meant."""
    result = declic(name)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not result.stdout
    assert name == "c2" or ("c1" in result.stderr and "c2" in result.stderr)
