"""The bot's own token for the Connector: one request for many sends."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

from msal.application import ConfidentialClientApplication

from bot.errors import SendFailed

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"
ANY_TENANT = "botframework.com"
"""The tenant of bots that serve several tenants."""

EARLY = timedelta(minutes=5)
"""A token is replaced this long before it ends."""

PAUSE = timedelta(minutes=1)
"""How long a send waits when no token is to be had."""


class Tokens(Protocol):
    """Where the connector gets its token."""

    async def token(self) -> str:
        """Return a valid token. Raises `SendFailed`."""

    def refused(self, token: str) -> None:
        """Take note that the service did not accept this token."""


class Acquire(Protocol):
    """Asks the identity provider; blocks."""

    def __call__(self, *, anew: bool) -> Mapping[str, Any]:
        """Return its answer; `anew` passes over anything cached."""


class ConnectorTokens:
    """Keeps one token until shortly before it ends."""

    def __init__(self, acquire: Acquire, now: Callable[[], datetime]) -> None:
        self._acquire = acquire
        self._now = now
        self._token = ""
        self._ends_at: datetime | None = None
        self._anew = False
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """Return the token, asking for one if there is none; others wait for the same answer."""
        async with self._lock:
            if self._ends_at is None or self._now() >= self._ends_at - EARLY:
                await self._renew()
            return self._token

    def refused(self, token: str) -> None:
        """Forget it, so that the next send asks for another one."""
        if token == self._token:
            self._ends_at, self._anew = None, True

    async def _renew(self) -> None:
        try:
            found = await asyncio.to_thread(self._acquire, anew=self._anew)
        except (OSError, ValueError) as error:  # no connection; no such tenant
            raise SendFailed(f"token: {type(error).__name__}", retry_after=PAUSE) from error
        if "access_token" not in found:
            raise SendFailed(f"token: {found.get('error', 'refused')}", retry_after=PAUSE)
        self._token = str(found["access_token"])
        self._ends_at = self._now() + timedelta(seconds=int(found.get("expires_in", 0)))
        self._anew = False


def from_msal(
    app_id: str, password: str, tenant: str = ANY_TENANT, http_client: object = None
) -> Acquire:
    """Return what asks Microsoft Entra; its client is made on first use, in the same thread."""
    clients: list[Any] = []  # MSAL has no types

    def acquire(*, anew: bool) -> Mapping[str, Any]:
        if anew or not clients:
            clients[:] = [_client(app_id, password, tenant, http_client)]
        found: Mapping[str, Any] = clients[0].acquire_token_for_client(scopes=[SCOPE])
        return found

    return acquire


def _client(
    app_id: str, password: str, tenant: str, http_client: object
) -> ConfidentialClientApplication:
    own = {"http_client": http_client} if http_client else {"timeout": 10}
    return ConfidentialClientApplication(  # type: ignore[no-untyped-call] # MSAL has no types
        app_id, client_credential=password, authority=AUTHORITY + tenant, **own
    )
