"""`declic assess`: JSON Lines in, one answer a line out."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from adapters.assessing import assess_lines
from adapters.cli import app

NOW = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - the zone is the option's matter
FIELDS = ["id", "action", "when", "indicator", "own_control", "due", "strong"]
MONDAY = ("assess", "--now", "2026-11-23T10:00")


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def answers(*lines: bytes) -> tuple[list[dict[str, Any]], int]:
    faults: list[None] = []
    found = [json.loads(a) for a in assess_lines(lines, lambda: NOW, lambda: faults.append(None))]
    return found, len(faults)


def test_each_text_is_answered_in_order_with_every_field() -> None:
    found, faults = answers(
        line(id="a", lang="en", text="I will call Sam on Friday"),
        line(id=2, lang="fr", text="Être plus à l’écoute"),
    )
    assert [list(answer) for answer in found] == [FIELDS, FIELDS]
    assert found[0] == {
        "id": "a",
        "action": True,
        "when": True,
        "indicator": True,
        "own_control": True,
        "due": "2026-11-27",
        "strong": True,
    }
    assert [found[1][field] for field in FIELDS] == [2, False, False, False, True, None, False]
    assert not faults


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"\n", "blank"),
        (b"{\n", "JSON"),
        (b"[1]\n", "object"),
        (b'{"id":"a","lang":"en","text":"\xff"}\n', "UTF-8"),
        (b'{"id":"a","lang":"en","text":"\\ud800"}\n', "JSON"),
        (line(lang="en", text="x"), "id"),
        (line(id=True, lang="en", text="x"), "id"),
        (line(id="a", lang="de", text="x"), "lang"),
        (line(id="a", lang=["en"], text="x"), "lang"),
        (line(id="a", lang="en", text=None), "text"),
    ],
)
def test_a_bad_line_is_answered_with_its_number_and_the_rest_goes_on(bad: bytes, told: str) -> None:
    good = line(id="a", lang="en", text="Call Sam")
    found, faults = answers(good, bad, good)
    assert found[1]["line"] == 2
    assert told in found[1]["error"]
    assert found[0] == found[2]
    assert faults == 1


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60)))
def test_any_bytes_are_answered_line_for_line(lines: list[bytes]) -> None:
    found, faults = answers(*lines)
    assert len(found) == len(lines)
    assert faults == sum("error" in answer for answer in found)


def test_answers_come_while_lines_still_arrive() -> None:
    lines = iter([line(id="a", lang="en", text="Call Sam")])
    stream = assess_lines(lines, lambda: NOW, lambda: None)
    assert b'"id":"a"' in next(stream)


def test_the_command_exits_with_1_after_a_bad_line() -> None:
    good = '{"id": "a", "lang": "fr", "text": "J’appelle Léa à 15 h"}\n'
    whole = CliRunner().invoke(app, [*MONDAY, "--zone", "Europe/Paris"], input=good)
    assert whole.exit_code == 0
    assert json.loads(whole.stdout)["due"] == "2026-11-23"
    broken = CliRunner().invoke(app, MONDAY, input=f"oops\n{good}")
    assert broken.exit_code == 1
    assert [json.loads(answer).get("line") for answer in broken.stdout.splitlines()] == [1, None]


def test_an_unknown_zone_is_refused_and_the_help_tells_the_exit() -> None:
    assert CliRunner().invoke(app, ["assess", "--zone", "Nowhere"], input="").exit_code == 2
    assert "exit is 1" in CliRunner().invoke(app, ["assess", "--help"]).stdout
