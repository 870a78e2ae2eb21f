"""Settings: complete or refused, with everything that is wrong in one list."""

from pathlib import Path

import pytest

from adapters import settings as module
from adapters.settings import Settings, SettingsError, load, secret_key

NAMES = [str(field.validation_alias) for field in Settings.model_fields.values()]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and none of our names in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def faults(monkeypatch: pytest.MonkeyPatch, **env: str) -> tuple[str, ...]:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as refused:
        load()
    return refused.value.faults


def test_without_credentials_it_is_the_playground() -> None:
    """Nothing set means the playground, on loopback, with its own database."""
    settings = load()
    assert settings.mode == "playground"
    assert settings.loopback
    assert "playground" in settings.database


def test_the_playground_never_listens_to_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """HOST=0.0.0.0 without credentials is refused."""
    assert "loopback" in faults(monkeypatch, HOST="0.0.0.0")[0]  # noqa: S104 - that is the point


def test_credentials_make_it_live(monkeypatch: pytest.MonkeyPatch) -> None:
    """With Slack's settings the playground is not served."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    assert load().mode == "live"


def test_everything_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One start, one list: nobody mends one fault to find the next."""
    found = faults(
        monkeypatch,
        SLACK_BOT_TOKEN="xoxb-1",
        TEAMS_APP_ID="id",
        DECLIC_TIMEZONE="Mars/Olympus",
        DECLIC_PUBLIC_URL="http://plain.example",
        DECLIC_DATABASE_URL="mysql://x",
        HOST="0.0.0.0",  # noqa: S104 - behind a proxy
    )
    told = "\n".join(found)
    for name in (
        "SLACK_SIGNING_SECRET",
        "TEAMS_APP_PASSWORD",
        "TEAMS_TENANT_ID",
        "DECLIC_TIMEZONE",
        "DECLIC_PUBLIC_URL",
        "DECLIC_DATABASE_URL",
        "DECLIC_SECRET_KEY",
    ):
        assert name in told


def test_a_value_of_the_wrong_kind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that is no number is refused with its name."""
    assert "PORT" in faults(monkeypatch, PORT="many")[0]


@pytest.mark.parametrize(
    "env",
    [
        {"HOST": "0.0.0.0"},  # noqa: S104 - that is the point
        {"TEAMS_APP_ID": "id"},
        {"DECLIC_PUBLIC_URL": "https://declic.example"},
    ],
)
def test_anonymous_teams_is_for_development_alone(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The development flag is refused beside anything that looks like production."""
    assert "TEAMS_ALLOW_ANONYMOUS" in faults(monkeypatch, TEAMS_ALLOW_ANONYMOUS="1", **env)[0]


def test_the_key_is_made_once_and_kept(tmp_path: Path) -> None:
    """The first start makes a key that only its owner can read; the second finds it."""
    first = secret_key(load(), "new-key")
    assert secret_key(load(), "another") == first == "new-key"
    assert (tmp_path / module.KEY_FILE).stat().st_mode & 0o077 == 0


def test_postgres_needs_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes share one key, so it must be set."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    monkeypatch.setenv("DECLIC_DATABASE_URL", "postgresql://declic@db/declic")
    with pytest.raises(SettingsError, match="DECLIC_SECRET_KEY"):
        secret_key(load(), "new")


def test_the_example_file_names_every_setting() -> None:
    """`.env.example` and the settings do not drift apart."""
    example = (Path(__file__).parent.parent / ".env.example").read_text()
    assert sorted(n for n in NAMES if f"{n}=" not in example) == []
