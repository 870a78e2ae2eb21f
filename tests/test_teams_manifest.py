"""The app package: valid, complete, and the same in both languages."""

import io
import json
import re
import struct
import zipfile
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from adapters.teams.package import UnusablePackage, manifest, package
from tests.fake_teams import APP_ID

SCHEMA = Path(__file__).parent / "schemas" / "teams-MicrosoftTeams.schema.json"
COMMANDS = [
    "start",
    "plan",
    "progress",
    "checkin",
    "stuck",
    "settings",
    "pause",
    "stop",
    "why",
    "data",
    "campaign",
    "help",
]
IN_TEAM = {
    "team setup": "équipe réglages",
    "team now": "équipe maintenant",
    "team pause": "équipe pause",
    "team resume": "équipe reprendre",
    "team results": "équipe résultats",
    "team close-loop": "équipe retour",
    "campaign": "campagne",
}


@pytest.fixture
def filled() -> dict[str, Any]:
    return manifest(APP_ID, "coach.example.com")


def _errors(document: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft4Validator(json.loads(SCHEMA.read_text()))
    return [
        f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)
    ]


def test_the_manifest_is_valid(filled: dict[str, Any]) -> None:
    """Microsoft's schema accepts it."""
    assert _errors(filled) == []


def test_the_schema_check_can_fail(filled: dict[str, Any]) -> None:
    """The validator is not blind: a name that is too long is refused."""
    filled["name"]["short"] = "x" * 31
    assert _errors(filled)


def test_the_manifest_names_this_bot_and_host(filled: dict[str, Any]) -> None:
    """Nothing of the template is left."""
    assert filled["id"] == filled["bots"][0]["botId"] == APP_ID
    assert filled["validDomains"] == ["coach.example.com"]
    assert filled["developer"]["privacyUrl"] == "https://coach.example.com/privacy"
    assert "HOST" not in json.dumps(filled)


def test_a_package_with_campaigns_can_replace_one_without(filled: dict[str, Any]) -> None:
    """Teams takes an update only under a higher version than 0.2.0, which knew teams alone."""
    assert "campaign" in str(filled["bots"][0]["commandLists"])
    assert tuple(map(int, filled["version"].split("."))) > (0, 2, 0)


def test_what_can_be_typed_is_in_the_command_list(filled: dict[str, Any]) -> None:
    """The words of `/coach`, `/coach-team` and `/coach-campaign`, in short."""
    alone, together = filled["bots"][0]["commandLists"]
    assert [command["title"] for command in alone["commands"]] == COMMANDS
    assert [command["title"] for command in together["commands"]] == list(IN_TEAM)
    for command in (*alone["commands"], *together["commands"]):
        assert len(command["title"]) <= 32
        assert 0 < len(command["description"]) <= 128


def test_a_list_is_no_longer_than_the_named_schema_allows(filled: dict[str, Any]) -> None:
    """Twelve commands: schemas before 1.24 allow ten, and Teams then refuses the package."""
    version = filled["manifestVersion"]
    assert tuple(map(int, version.split("."))) >= (1, 24)
    assert f"/v{version}/" in filled["$schema"]
    assert all(len(listed["commands"]) <= 12 for listed in filled["bots"][0]["commandLists"])


def test_the_bot_is_for_people_and_for_teams(filled: dict[str, Any]) -> None:
    """Each place where it can be added has a command list of its own."""
    (bot,) = filled["bots"]
    assert bot["scopes"] == ["personal", "team", "groupChat"]
    assert [listed["scopes"] for listed in bot["commandLists"]] == [
        ["personal"],
        ["team", "groupChat"],
    ]


def test_french_stands_on_every_description(filled: dict[str, Any]) -> None:
    """Each text but a person's typed words has its French; a team's words are French too."""
    french = json.loads((files("adapters.teams") / "manifest.fr.json").read_text(encoding="utf-8"))
    wanted = {f"bots[0].commandLists[0].commands[{n}].description" for n in range(len(COMMANDS))}
    together = [f"bots[0].commandLists[1].commands[{n}]" for n in range(len(IN_TEAM))]
    assert [french[f"{name}.title"] for name in together] == list(IN_TEAM.values())
    wanted |= {f"{name}.{text}" for name in together for text in ("title", "description")}
    wanted |= {"name.short", "name.full", "description.short", "description.full"}
    assert set(french) - {"$schema"} == wanted
    assert len(french["description.short"]) <= 80
    assert not re.search(r"\w'\w", "".join(french.values()))
    languages = filled["localizationInfo"]["additionalLanguages"]
    assert languages == [{"languageTag": "fr", "file": "fr.json"}]


def test_the_package_holds_manifest_languages_and_icons() -> None:
    """What Teams looks for, at the top of the zip, and the same bytes every time."""
    built = package(APP_ID, "coach.example.com")
    assert built == package(APP_ID, "coach.example.com")
    with zipfile.ZipFile(io.BytesIO(built)) as archive:
        assert set(archive.namelist()) == {"manifest.json", "fr.json", "color.png", "outline.png"}
        assert _errors(json.loads(archive.read("manifest.json"))) == []
        assert _size(archive.read("color.png")) == (192, 192)
        assert _size(archive.read("outline.png")) == (32, 32)


@pytest.mark.parametrize(
    ("app_id", "host"),
    [
        ("not-a-guid", "coach.example.com"),
        ("", "a.example"),
        (APP_ID, "https://a"),
        (APP_ID, "a b"),
    ],
)
def test_a_package_for_nobody_is_refused(app_id: str, host: str) -> None:
    """A wrong id or host is told when building, not when uploading."""
    with pytest.raises(UnusablePackage):
        package(app_id, host)


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
