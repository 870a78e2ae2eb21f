"""The doctor: looks at everything the bot needs, and says the next step for what is wrong."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import SQLAlchemyError

from adapters.llm.place import admitted
from adapters.settings import Settings, kept_key
from adapters.teams.tokens import ConnectorTokens, from_msal
from bot.clock import Clock
from bot.errors import BotError, ModelFailed
from storage.cipher import Cipher, new_key
from storage.engines import open_engine, parse
from storage.migrate import is_current

MOST_APART = timedelta(minutes=1)
"""How far this clock may be from Slack's."""

SLACK_SCOPES = {
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
"""What `adapters/slack/manifest.yaml` asks for."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `told` is how it is, or what to do."""

    what: str
    good: bool
    told: str


async def examine(settings: Settings, now: Clock) -> list[Finding]:
    """Look at settings, key, database, clock and what is connected; change nothing."""
    findings = [Finding("settings", good=True, told=f"complete, mode {settings.mode}")]
    findings += [_key(settings), _owners(settings)]
    findings.append(await asyncio.to_thread(_database, settings))
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
        if settings.slack:
            findings += await _slack(settings, session, now)
        if settings.teams_app_id:
            findings.append(await _teams(settings, now))
        if settings.public_url:
            findings.append(await _public(settings, session))
    findings.append(await _rewording(settings))
    return findings


def _key(settings: Settings) -> Finding:
    try:
        kept = kept_key(settings)
        Cipher(kept or new_key())
    except BotError as error:
        return Finding("key", good=False, told=f"{error} (declic key prints a new one)")
    return Finding("key", good=True, told="fits" if kept else "is made at the first start")


def _owners(settings: Settings) -> Finding:
    """Say whether anybody can give roles; a bot without campaigns is in order, too."""
    named = len(settings.owner_accounts)
    told = f"{named} of campaigns set" if named else _NO_OWNER
    return Finding("owners", good=True, told=told)


_NO_OWNER = (
    "none, so nobody can launch a campaign; to allow it, set DECLIC_OWNERS to the id that "
    "whoever types /coach-campaign is told"
)


def _database(settings: Settings) -> Finding:
    """Look without opening it for writing: neither the file nor its tables are made."""
    address = parse(settings.database)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").exists():
        return Finding("database", good=False, told="it is not there yet; run declic migrate")
    engine = open_engine(address, "read")
    try:
        good = is_current(engine)
    except (BotError, SQLAlchemyError) as error:
        told = f"{type(error).__name__}: check DECLIC_DATABASE_URL, and that its server runs"
        return Finding("database", good=False, told=told)
    finally:
        engine.dispose()
    outdated = "its tables are not those of this release; run declic migrate"
    return Finding("database", good, "reachable, up to date" if good else outdated)


async def _slack(settings: Settings, session: aiohttp.ClientSession, now: Clock) -> list[Finding]:
    client = AsyncWebClient(settings.slack_bot_token, settings.slack_api_url, session=session)
    try:
        answer = await client.auth_test()
    except SlackApiError as error:
        told = f"{error.response['error']}: reinstall the app and copy its bot token"
        return [Finding("slack", good=False, told=told), *_clock(error.response.headers, now)]
    except (aiohttp.ClientError, TimeoutError):
        told = f"{settings.slack_api_url} cannot be reached"
        return [Finding("slack", good=False, told=told)]
    return [_scopes(answer.headers), *_clock(answer.headers, now)]


def _scopes(headers: Mapping[str, str]) -> Finding:
    held = set((headers.get("x-oauth-scopes") or "").split(","))
    missing = sorted(SLACK_SCOPES - held)
    if missing:
        told = f"scopes missing: {', '.join(missing)}; update and reinstall the app"
        return Finding("slack", good=False, told=told)
    return Finding("slack", good=True, told="token and scopes are right")


def _clock(headers: Mapping[str, str], now: Clock) -> Iterator[Finding]:
    """Compare with Slack's clock, where it says its time: older requests are refused."""
    try:
        told_at = parsedate_to_datetime(headers.get("Date") or "")
    except ValueError:
        return
    apart = abs(now() - told_at)
    if apart > MOST_APART:
        minutes = round(apart / timedelta(minutes=1))
        told = f"{minutes} minutes from Slack's, which refuses 5; let the system set its time (NTP)"
        yield Finding("clock", good=False, told=told)
    else:
        yield Finding("clock", good=True, told="agrees with Slack's")


async def _teams(settings: Settings, now: Clock) -> Finding:
    acquire = from_msal(
        settings.teams_app_id, settings.teams_app_password, settings.teams_tenant_id
    )
    try:
        await ConnectorTokens(acquire, now).token()
    except BotError as error:
        told = f"{error}: check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID"
        return Finding("teams", good=False, told=told)
    return Finding("teams", good=True, told="a token was issued")


async def _rewording(settings: Settings) -> Finding:
    """Say whether a language model is on, and whether it answers; no person's text is sent."""
    place = settings.rewording
    if place is None:
        told = "off (set DECLIC_LLM_MODEL and OPENAI_BASE_URL or OPENAI_API_KEY to allow it)"
        return Finding("rewording", good=True, told=told)
    try:
        from adapters.llm.client import OpenAIRewriter  # noqa: PLC0415 - as in the wiring

        rewriter = OpenAIRewriter(admitted(place, in_tests=settings.in_tests), {})
    except BotError as error:
        return Finding("rewording", good=False, told=str(error))
    try:
        await rewriter.ping()
    except ModelFailed as error:
        told = f"{place.model} at {place.host}: {error.reason}; {_NEXT.get(error.reason, _LOOK)}"
        return Finding("rewording", good=False, told=told)
    finally:
        await rewriter.close()
    told = f"on, {place.model} at {place.host} answers; each person still has to turn it on"
    return Finding("rewording", good=True, told=told)


_LOOK = "check OPENAI_BASE_URL, and that it runs"
_NEXT = {
    "key_refused": "check OPENAI_API_KEY",
    "model_unknown": "check DECLIC_LLM_MODEL",
    "rate_limited": "wait, or raise the limit there",
}


async def _public(settings: Settings, session: aiohttp.ClientSession) -> Finding:
    address = f"{settings.public_url.rstrip('/')}/healthz"
    try:
        async with session.get(address) as answer:
            good = answer.ok
    except (aiohttp.ClientError, TimeoutError):
        good = False
    told = "answers" if good else f"{address} does not answer; start the server, check the proxy"
    return Finding("public address", good, told)
