"""The Bot Connector's signing keys, in place of the SDK's own holder of them.

The SDK fetches them in the event loop without a time-out, and an unknown key id ends in an
IndexError, so that after a change of keys it refuses everything for a day.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from jwt.algorithms import RSAAlgorithm

Json = dict[str, Any]
Fetch = Callable[[str], Awaitable[Json]]

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
FRESH = timedelta(days=1)
"""Known keys are fetched again after this."""

PATIENCE = timedelta(minutes=5)
"""An unknown key id causes a fetch at most this often, whoever sends it."""

_log = logging.getLogger(__name__)


class KeysUnavailable(Exception):
    """The keys can't be had, so nothing can be said of the token; the sender may try again."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the channels it may sign for, as the SDK reads them."""

    public_key: object
    endorsements: list[str]


class SigningKeys:
    """Keys by id, fetched when they are old or one is unknown."""

    def __init__(
        self, fetch: Fetch, now: Callable[[], datetime], metadata_url: str = METADATA_URL
    ) -> None:
        self._fetch = fetch
        self._now = now
        self._url = metadata_url
        self._keys: dict[str, Key] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._lock = asyncio.Lock()

    async def get(self, key_id: str | None) -> Key:
        """Find a key.

        Raises:
            PermissionError: there is no such key.
            KeysUnavailable: it is unknown, and the keys can't be fetched.
        """
        if key_id not in self._keys or self._older_than(FRESH, self._fetched_at):
            async with self._lock:
                await self._renew(key_id)
        if key_id in self._keys:
            return self._keys[key_id]
        if self._fetched_at is None:
            raise KeysUnavailable
        raise PermissionError("unknown key")

    async def _renew(self, key_id: str | None) -> None:
        """Fetch, unless somebody else just did, or tried in vain."""
        wanted = key_id not in self._keys or self._older_than(FRESH, self._fetched_at)
        if not wanted or not self._older_than(PATIENCE, self._tried_at):
            return
        self._tried_at = self._now()
        try:
            metadata = await self._fetch(self._url)
            found = await self._fetch(metadata["jwks_uri"])
            self._keys = {key["kid"]: _key(key) for key in found["keys"] if "kid" in key}
        except (aiohttp.ClientError, OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("teams_keys_not_fetched", extra={"reason": type(error).__name__})
        else:
            self._fetched_at = self._now()

    def _older_than(self, age: timedelta, at: datetime | None) -> bool:
        return at is None or self._now() - at >= age


def fetch_json(session: aiohttp.ClientSession, seconds: float = 10) -> Fetch:
    """Return a function that gets JSON from an address, within some seconds."""

    async def fetch(url: str) -> Json:
        timeout = aiohttp.ClientTimeout(total=seconds)
        async with session.get(url, timeout=timeout, allow_redirects=False) as answer:
            answer.raise_for_status()
            found: Json = await answer.json(content_type=None)
            return found

    return fetch


def _key(key: Json) -> Key:
    return Key(RSAAlgorithm.from_jwk(json.dumps(key)), list(key.get("endorsements", [])))
