"""The doctor: looks at everything the bot needs, and says the next step for what is wrong."""

from dataclasses import dataclass

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters import wiring
from adapters.settings import Settings
from adapters.teams.tokens import ConnectorTokens, from_msal
from bot.errors import BotError

SLACK_SCOPES = {
    "app_mentions:read",
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
}
"""What `adapters/slack/manifest.yaml` asks for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `told` is how it is, or what to do."""

    what: str
    good: bool
    told: str


async def examine(settings: Settings) -> list[Finding]:
    """Look at settings, database, clock and the platforms that are connected."""
    findings = [Finding("settings", good=True, told=f"complete, mode {settings.mode}")]
    findings.append(await _database(settings))
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        if settings.slack:
            findings.append(await _slack(settings, session))
        if settings.teams_app_id:
            findings.append(await _teams(settings))
        if settings.public_url:
            findings.append(await _public(settings, session))
    return findings


async def _database(settings: Settings) -> Finding:
    try:
        store, _ = wiring.open_database(settings)
    except Exception as error:  # noqa: BLE001 - whatever it is, the operator is told
        told = f"{type(error).__name__}: check DECLIC_DATABASE_URL and DECLIC_SECRET_KEY"
        return Finding("database", good=False, told=told)
    try:
        good = await store.ready()
    finally:
        store.close()
    return Finding("database", good, "reachable, up to date" if good else "run declic migrate")


async def _slack(settings: Settings, session: aiohttp.ClientSession) -> Finding:
    client = AsyncWebClient(settings.slack_bot_token, settings.slack_api_url, session=session)
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        told = f"{error.response['error']}: reinstall the app and copy its bot token"
        return Finding("slack", good=False, told=told)
    except (aiohttp.ClientError, TimeoutError):
        return Finding("slack", good=False, told=f"{settings.slack_api_url} cannot be reached")
    held = set((answer.headers.get("x-oauth-scopes") or "").split(","))
    missing = sorted(SLACK_SCOPES - held)
    if missing:
        told = f"scopes missing: {', '.join(missing)}; update the app from the manifest"
        return Finding("slack", good=False, told=told)
    return Finding("slack", good=True, told="token and scopes are right")


async def _teams(settings: Settings) -> Finding:
    acquire = from_msal(
        settings.teams_app_id, settings.teams_app_password, settings.teams_tenant_id
    )
    try:
        await ConnectorTokens(acquire, wiring.real_now).token()
    except BotError as error:
        told = f"{error}: check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID"
        return Finding("teams", good=False, told=told)
    return Finding("teams", good=True, told="a token was issued")


async def _public(settings: Settings, session: aiohttp.ClientSession) -> Finding:
    address = f"{settings.public_url.rstrip('/')}/healthz"
    try:
        async with session.get(address) as answer:
            good = answer.ok
    except (aiohttp.ClientError, TimeoutError):
        good = False
    told = "answers" if good else f"{address} does not answer; start the server, check the proxy"
    return Finding("public address", good, told)
