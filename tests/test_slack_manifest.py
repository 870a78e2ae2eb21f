"""The manifest asks Slack for what the bot needs, and for nothing else."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

import adapters.slack
from adapters.doctor import SLACK_SCOPES
from adapters.slack.entry import PATH
from adapters.slack.membership import MEMBERSHIP
from bot.teams.commanding import LISTED

SCHEMA = Path(__file__).parent / "schemas" / "slack-manifest.schema.2.0.0.json"
MANIFEST = Path(adapters.slack.__file__).parent / "manifest.yaml"


@pytest.fixture(scope="module")
def manifest() -> Any:
    return YAML(typ="safe").load(MANIFEST.read_text("utf-8"))


def test_slack_takes_the_manifest(manifest: Any) -> None:
    """It is valid against the published schema."""
    errors = Draft7Validator(orjson.loads(SCHEMA.read_bytes())).iter_errors(manifest)
    assert [error.message for error in errors] == []


def test_the_bot_reads_no_history_but_its_own_direct_messages(manifest: Any) -> None:
    """What colleagues say in channels is none of its business."""
    scopes = manifest["oauth_config"]["scopes"]["bot"]
    assert [scope for scope in scopes if scope.endswith(":history")] == ["im:history"]


def test_the_bot_asks_for_no_more_than_it_uses(manifest: Any) -> None:
    """Each scope has its call or event; no user's token is asked for."""
    assert manifest["oauth_config"]["scopes"] == {
        "bot": [
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
        ]
    }


def test_the_doctor_misses_every_scope_of_the_manifest(manifest: Any) -> None:
    """An app installed before teams or campaigns came is told to be installed anew."""
    assert set(manifest["oauth_config"]["scopes"]["bot"]) == SLACK_SCOPES


def test_every_event_that_is_understood_is_subscribed(manifest: Any) -> None:
    """And no other."""
    assert set(manifest["settings"]["event_subscriptions"]["bot_events"]) == {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        *MEMBERSHIP,
        "message.im",
        "tokens_revoked",
        "user_change",
    }


@pytest.mark.parametrize(
    ("command", "english", "french"),
    [
        ("/coach", "only for you", "rien que pour vous"),
        ("/coach-team", "your team", "d’équipe"),
        ("/coach-campaign", "HR’s coaching campaigns", "campagnes de coaching"),
    ],
)
def test_each_command_is_described_in_both_languages(
    manifest: Any, command: str, english: str, french: str
) -> None:
    """Slack shows one description to all, within its hundred characters."""
    commands = {one["command"]: one for one in manifest["features"]["slash_commands"]}
    assert len(commands) == 3
    described = commands[command]["description"]
    assert english in described
    assert french in described
    assert len(described) <= 100


def test_the_team_command_hints_at_its_words(manifest: Any) -> None:
    """In the order in which its help lists them."""
    commands = {one["command"]: one for one in manifest["features"]["slash_commands"]}
    listed = [name.replace("_", "-") for name in LISTED]
    assert commands["/coach-team"]["usage_hint"].split(" | ") == [*listed, "help"]


def test_everything_arrives_at_the_one_address(manifest: Any) -> None:
    """Events, presses and commands, over HTTPS."""
    settings, features = manifest["settings"], manifest["features"]
    urls = [
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        *(command["url"] for command in features["slash_commands"]),
    ]
    assert set(urls) == {f"https://HOST{PATH}"}


def test_home_and_chat_are_open(manifest: Any) -> None:
    """People can write to the bot."""
    assert manifest["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_every_command_gets_ids_with_the_names_typed(manifest: Any) -> None:
    """A channel, group or person is known for certain, and signs typed by hand are told apart."""
    assert all(command["should_escape"] for command in manifest["features"]["slash_commands"])
