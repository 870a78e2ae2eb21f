"""What README.md says is true, where that can be looked up."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from bot.campaigns import commanding
from bot.commands import parse
from bot.events import Actor, Commanded
from bot.teams.commanding import NAMES, named
from bot.visibility import DRAFTS_KEPT, INVITED_KEPT, POLICY, STOPPED_KEPT, TRACES_KEPT
from tests.test_slack_manifest import MANIFEST

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def section(title: str) -> str:
    """Return the text under a heading, up to the next of the same rank or higher."""
    rank = re.match(r"#+", title)
    assert rank
    parts = re.split(rf"(?m)^(?=#{{1,{len(rank[0])}}} )", README)
    return next(part for part in parts if part.startswith(f"{title}\n"))


def rows(text: str) -> list[tuple[str, ...]]:
    """Return the cells of the tables in a text, without heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    return [row for row in cells if not set(row[0]) <= {"-"} and row[0] != "word"]


def typed(cell: str) -> list[str]:
    """Return what a cell of a table of commands says can be typed: `setup`, *réglages*."""
    words = [code or italic for code, italic in re.findall(r"`([^`]+)`|\*([^*]+)\*", cell)]
    return ["" if word == "(nothing)" else word for word in words]


def test_every_word_for_a_team_is_understood_in_both_languages() -> None:
    """Each row is one command, whichever of its words is typed; no command is left out."""
    table = [typed(first) for first, _ in rows(section("## Try it as a team"))]
    understood = [{named(word or "team", addressed=True) for word in words} for words in table]
    assert [len(one) for one in understood] == [1] * len(table)
    assert set.union(*understood) == set(NAMES)
    assert all(len(words) == 2 for words in table if words != [""])


def test_every_word_for_hr_is_understood_in_both_languages() -> None:
    """Each row is one command, whichever of its words is typed; no command is left out."""
    table = [typed(first) for first, _ in rows(section("## Try it as HR"))]
    understood = [{_for_hr(word) for word in words} for words in table]
    assert [len(one) for one in understood] == [1] * len(table)
    assert set.union(*understood) == set(commanding.NAMES)
    assert all(len(words) == 2 for words in table if words != [""])


def _for_hr(word: str) -> str | None:
    """Return the command that a word after `/coach-campaign` stands for; no command is help."""
    actor = Actor("slack:T0TEAM", "U0HR", "en", "UTC")
    at = datetime(2026, 11, 23, tzinfo=UTC)
    event = Commanded(id="1", at=at, actor=actor, address={}, name="/coach-campaign", text=word)
    found = commanding.asked(event)
    return found[0] if found else None


def test_every_word_for_a_manager_is_understood() -> None:
    """Whatever stands in the table is a command."""
    told = [w for first, _ in rows(section("## Try it as a manager")) for w in typed(first)]
    words = [re.sub(r" \[.*\]", "", word) for word in told]
    assert len(words) > 12
    assert [word for word in words if parse(word, "en", slash=True) is None] == []


def commands() -> Sequence[str]:
    """Return the lines of all blocks of commands, without their comments."""
    blocks = re.findall(r"(?ms)^```sh\n(.*?)^```", README)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_run_by_what_a_change_must_pass(command: str) -> None:
    """As it stands there; `make check` runs `make test`."""
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    command = "make check" if command == "make test" else command
    assert command in " ".join(script.split())
    assert "check: .venv/.test format lint types contracts test" in (ROOT / "Makefile").read_text()


def test_what_it_points_to_is_there() -> None:
    """Pictures, and files and folders of this repository."""
    named_there = re.findall(r"\]\((docs/[^)]+)\)|`((?:bot|tests)/[\w/.]+)`", README)
    paths = [picture or code for picture, code in named_there]
    assert {"docs/team.png", "docs/hr.png"} <= set(paths)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_it_counts_the_scopes_of_slack() -> None:
    """The number and the names are those of the manifest."""
    scopes = YAML(typ="safe").load(MANIFEST.read_text("utf-8"))["oauth_config"]["scopes"]["bot"]
    text = section("## Connect Slack")
    assert f"asks for {NUMBERS[len(scopes)]} scopes" in text
    assert set(re.findall(r"`(\w+:\w+)`", text)) - {"connections:write"} <= set(scopes)


def test_what_it_says_of_durations_is_the_policy() -> None:
    """Days and months are those by which the purge goes."""
    kept = dict(row for row in rows(section("## Who sees what")) if len(row) == 2)
    words = POLICY["session"].kept
    assert words
    assert kept["answers in one's own words"] == f"{words.days} days"
    assert kept["ratings, delivery ledger"] == _months(TRACES_KEPT.days)
    summaries = next(said for what, said in kept.items() if what.startswith("team summaries"))
    assert summaries == _months(TRACES_KEPT.days)
    gone = next(said for what, said in kept.items() if what.startswith("everything of a team"))
    assert gone == f"{STOPPED_KEPT.days} days"
    assert POLICY["team"].kept is None
    invited = POLICY["invitation"].kept
    assert invited
    lists = kept["lists of a campaign, answers to its invitation"]
    assert lists == f"{_months(invited.days)} after it ends"
    assert kept["drafts of campaigns, with their lists"] == _months(DRAFTS_KEPT.days)
    alone = next(said for what, said in kept.items() if what.startswith("somebody whom campaigns"))
    assert alone.startswith(f"{INVITED_KEPT.days} days after")
    assert kept["the log of what HR did"] == _months(TRACES_KEPT.days)


def _months(days: int) -> str:
    return f"{round(days * 12 / 365)} months"
