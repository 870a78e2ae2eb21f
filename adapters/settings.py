"""Settings: read once from the environment and `.env`, refused all at once if they are wrong."""

import ipaddress
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from adapters.admission import PLACES
from adapters.llm.place import OPENAI, Place, is_near
from bot.errors import BotError
from bot.language import Lang

DEFAULT_DATABASE = "sqlite:///var/declic.db"
PLAYGROUND_DATABASE = "sqlite:///var/playground.db"
KEY_FILE = Path("var/secret.key")

Mode = Literal["playground", "live"]


class SettingsError(BotError):
    """Settings are missing or wrong; `faults` has one readable line for each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """Everything that can be set; `.env.example` explains each in one line."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", validation_alias="HOST")
    port: int = Field(3978, ge=1, le=65535, validation_alias="PORT")
    database_url: str = Field("", validation_alias="DECLIC_DATABASE_URL")
    secret_key: str = Field("", validation_alias="DECLIC_SECRET_KEY")
    public_url: str = Field("", validation_alias="DECLIC_PUBLIC_URL")
    locale: Lang = Field("en", validation_alias="DECLIC_LOCALE")
    timezone: str = Field("UTC", validation_alias="DECLIC_TIMEZONE")
    owners: str = Field("", validation_alias="DECLIC_OWNERS")
    in_flight: int = Field(PLACES, ge=10, le=10_000, validation_alias="DECLIC_IN_FLIGHT")
    slack_bot_token: str = Field("", validation_alias="SLACK_BOT_TOKEN")
    slack_signing_secret: str = Field("", validation_alias="SLACK_SIGNING_SECRET")
    slack_app_token: str = Field("", validation_alias="SLACK_APP_TOKEN")
    slack_api_url: str = Field("https://slack.com/api/", validation_alias="SLACK_API_URL")
    teams_app_id: str = Field("", validation_alias="TEAMS_APP_ID")
    teams_app_password: str = Field("", validation_alias="TEAMS_APP_PASSWORD")
    teams_tenant_id: str = Field("", validation_alias="TEAMS_TENANT_ID")
    teams_allow_anonymous: bool = Field(default=False, validation_alias="TEAMS_ALLOW_ANONYMOUS")
    llm_model: str = Field("", validation_alias="DECLIC_LLM_MODEL")
    openai_api_key: str = Field("", validation_alias="OPENAI_API_KEY")
    openai_base_url: str = Field("", validation_alias="OPENAI_BASE_URL")
    ci: str = Field("", validation_alias="CI")

    @property
    def slack(self) -> bool:
        """Whether Slack is connected."""
        return bool(self.slack_bot_token)

    @property
    def teams(self) -> bool:
        """Whether Teams is connected."""
        return bool(self.teams_app_id) or self.teams_allow_anonymous

    @property
    def owner_accounts(self) -> frozenset[str]:
        """The first owners of campaigns, as `platform:workspace:person`."""
        return frozenset(filter(None, (one.strip() for one in self.owners.split(","))))

    @property
    def rewording(self) -> Place | None:
        """Where the operator lets sentences be reworded; None is off, which it is by default."""
        if not self.llm_model or not (self.openai_api_key or self.openai_base_url):
            return None
        return Place(self.openai_base_url or OPENAI, self.llm_model, self.openai_api_key)

    @property
    def in_tests(self) -> bool:
        """Whether this is a run of the tests, which ask nobody outside."""
        return self.ci.lower() not in {"", "0", "false"}

    @property
    def mode(self) -> Mode:
        """Live with any credentials, else the playground; the two never share a process."""
        return "live" if self.slack or self.teams or self.public_url else "playground"

    @property
    def database(self) -> str:
        """The database in use; the playground has its own."""
        if self.mode == "playground":
            return PLAYGROUND_DATABASE
        return self.database_url or DEFAULT_DATABASE

    @property
    def loopback(self) -> bool:
        """Whether only this computer can connect."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @cached_property
    def faults(self) -> tuple[str, ...]:
        """Everything that does not fit together, one line each."""
        return tuple(fault for fault in _faults(self) if fault)


def load() -> Settings:
    """Read the settings.

    Raises:
        SettingsError: with every fault at once.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsError(tuple(_told(e["loc"], e["msg"]) for e in error.errors())) from None
    if settings.faults:
        raise SettingsError(settings.faults)
    return settings


def secret_key(settings: Settings, new_key: str) -> str:
    """Return the key of people's words; on SQLite a new one is made and kept beside the database.

    Raises:
        SettingsError: another database has no key set, so that processes could not share it.
    """
    if key := kept_key(settings):
        return key
    KEY_FILE.parent.mkdir(parents=True, exist_ok=True)
    KEY_FILE.touch(mode=0o600)
    KEY_FILE.write_text(new_key)
    return new_key


def kept_key(settings: Settings) -> str:
    """Return the key of people's words; empty where the first start will make one.

    Raises:
        SettingsError: another database than SQLite has no key set.
    """
    if settings.secret_key:
        return settings.secret_key
    if not settings.database.startswith("sqlite"):
        raise SettingsError((_KEY_MISSING,))
    return KEY_FILE.read_text().strip() if KEY_FILE.exists() else ""


_KEY_MISSING = (
    "DECLIC_SECRET_KEY is missing: set the key that encrypts people's words "
    "(declic key prints a new one)."
)


def _told(place: tuple[int | str, ...], message: str) -> str:
    return f"{'.'.join(map(str, place))}: {message}"


def _faults(s: Settings) -> list[str]:
    return [
        *_slack_faults(s),
        *_teams_faults(s),
        _database_fault(s),
        *_rewording_faults(s),
        f"DECLIC_TIMEZONE: {s.timezone} is not an IANA zone, such as Europe/Paris."
        if s.timezone not in available_timezones()
        else "",
        *(
            f"DECLIC_OWNERS: {one} is no account, such as slack:T0123:U0456."
            for one in sorted(s.owner_accounts)
            if len(list(filter(None, one.split(":")))) < 3  # noqa: PLR2004 - its three parts
        ),
        "DECLIC_PUBLIC_URL must begin with https://."
        if s.public_url and urlsplit(s.public_url).scheme != "https"
        else "",
        "DECLIC_PUBLIC_URL is set, but no platform is: set SLACK_BOT_TOKEN or TEAMS_APP_ID."
        if s.public_url and not (s.slack or s.teams)
        else "",
        _KEY_MISSING if s.mode == "live" and not s.loopback and not s.secret_key else "",
        "HOST: the playground listens on loopback only; leave HOST at 127.0.0.1."
        if s.mode == "playground" and not s.loopback
        else "",
    ]


def _slack_faults(s: Settings) -> list[str]:
    if not s.slack:
        stray = [
            name
            for name, value in (
                ("SLACK_SIGNING_SECRET", s.slack_signing_secret),
                ("SLACK_APP_TOKEN", s.slack_app_token),
            )
            if value
        ]
        return [f"SLACK_BOT_TOKEN is missing, but {name} is set." for name in stray]
    if not s.slack_signing_secret and not s.slack_app_token:
        return ["SLACK_SIGNING_SECRET is missing (or SLACK_APP_TOKEN for Socket Mode)."]
    return []


def _teams_faults(s: Settings) -> list[str]:
    if s.teams_allow_anonymous:
        return [
            "TEAMS_ALLOW_ANONYMOUS is for development: set HOST to 127.0.0.1."
            if not s.loopback
            else "",
            "TEAMS_ALLOW_ANONYMOUS and TEAMS_APP_ID exclude each other." if s.teams_app_id else "",
            "TEAMS_ALLOW_ANONYMOUS and DECLIC_PUBLIC_URL exclude each other."
            if s.public_url
            else "",
        ]
    parts = {
        "TEAMS_APP_ID": s.teams_app_id,
        "TEAMS_APP_PASSWORD": s.teams_app_password,
        "TEAMS_TENANT_ID": s.teams_tenant_id,
    }
    if not any(parts.values()):
        return []
    return [f"{name} is missing." for name, value in parts.items() if not value]


def _rewording_faults(s: Settings) -> list[str]:
    if not s.llm_model:
        return []  # the other two are often set for other programs
    address = urlsplit(s.openai_base_url)
    plain = address.scheme == "http" and is_near(address.hostname or "")
    return [
        ""
        if s.rewording
        else "DECLIC_LLM_MODEL is set: set OPENAI_BASE_URL, or OPENAI_API_KEY for OpenAI's own.",
        "OPENAI_BASE_URL must begin with https://, or in your own network with http://."
        if s.openai_base_url and not (address.hostname and (address.scheme == "https" or plain))
        else "",
    ]


def _database_fault(s: Settings) -> str:
    known = ("sqlite:///", "postgresql+psycopg://", "postgresql://")
    if not s.database.startswith(known):
        return "DECLIC_DATABASE_URL must begin with sqlite:/// or postgresql://."
    try:
        make_url(s.database)
    except (ArgumentError, ValueError):
        return "DECLIC_DATABASE_URL: such as postgresql://user:password@host:5432/declic."
    return ""
