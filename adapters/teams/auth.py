"""Who may post activities: the Bot Connector with its token, for tenants that are allowed.

Development may do without a token, on loopback only.
"""

import logging
from collections.abc import Callable
from typing import Protocol

from botframework.connector.auth import (
    AuthenticationConstants,
    ChannelValidation,
    JwtTokenExtractor,
    SimpleCredentialProvider,
)
from botframework.connector.auth.verify_options import VerifyOptions

from adapters.teams.activities import Activity, tenant_of, text_at
from adapters.teams.hosts import is_loopback, is_microsoft
from adapters.teams.keys import KeysUnavailable, SigningKeys
from bot.errors import BotError

Trusts = Callable[[str], bool]

LEEWAY = 300
"""Seconds by which the Connector's clock may differ."""

_log = logging.getLogger(__name__)


class Unguarded(BotError):
    """The settings would let anybody in; the bot does not start like this."""


class Refused(Exception):
    """The request is not answered; `status` is what the sender gets."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Guard(Protocol):
    """Lets an activity in or not."""

    async def check(self, authorization: str, activity: Activity) -> None:
        """Return if the activity may be believed. Raises `Refused`."""


def make_guard(
    *,
    app_id: str,
    tenants: frozenset[str] = frozenset(),
    keys: SigningKeys | None = None,
    allow_anonymous: bool = False,
    on_loopback: bool = False,
    trusts: Trusts = is_microsoft,
) -> Guard:
    """Choose the guard that the settings ask for. No tenants means every tenant.

    Raises:
        Unguarded: without an app id, and not both allowed and bound to loopback.
    """
    if app_id and keys:
        return TokenGuard(app_id, tenants, keys, trusts)
    if app_id:
        raise Unguarded("an app id needs signing keys")
    if not (allow_anonymous and on_loopback):
        raise Unguarded("no TEAMS_APP_ID: only for development, on loopback")
    return LoopbackGuard(tenants)


class TokenGuard:
    """Believes the Bot Connector, by the SDK's own check of its token.

    Only the channel's tokens count: those of the emulator and of other bots have no bearing
    on the service address, and are refused.
    """

    def __init__(
        self, app_id: str, tenants: frozenset[str], keys: SigningKeys, trusts: Trusts
    ) -> None:
        self._credentials = SimpleCredentialProvider(app_id, "")
        self._tenants = tenants
        self._trusts = trusts
        self._extractor = JwtTokenExtractor(
            VerifyOptions(  # type: ignore[no-untyped-call] # the SDK has no types
                issuer=[AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER],
                audience=None,  # compared with the app id below, by the SDK
                clock_tolerance=LEEWAY,
                ignore_expiration=False,
            ),
            AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL,
            AuthenticationConstants.ALLOWED_SIGNING_ALGORITHMS,
        )
        self._extractor.open_id_metadata = keys

    async def check(self, authorization: str, activity: Activity) -> None:
        """Check token, channel, service address and tenant."""
        service_url = await self._service_url(authorization, text_at(activity, "channelId"))
        if not service_url or service_url != text_at(activity, "serviceUrl"):
            raise Refused(401, "service address of the token")
        if text_at(activity, "channelId") != "msteams":
            raise Refused(403, "channel")
        if not self._trusts(service_url):
            raise Refused(403, "service address")
        check_tenant(self._tenants, activity)

    async def _service_url(self, authorization: str, channel: str) -> str:
        """Return the service address that the token vouches for."""
        try:
            identity = await self._extractor.get_identity_from_auth_header(authorization, channel)
            identity = await ChannelValidation.validate_identity(identity, self._credentials)
        except KeysUnavailable as error:
            raise Refused(503, "signing keys") from error
        except Exception as error:  # the SDK raises bare Exception for a wrong endorsement
            _log.info("teams_token_refused", extra={"reason": type(error).__name__})
            raise Refused(401, "token") from error
        if "exp" not in identity.claims:
            raise Refused(401, "token without end")
        return text_at(identity.claims, ChannelValidation.SERVICE_URL_CLAIM)


class LoopbackGuard:
    """Believes everything that answers to this machine; for development only."""

    def __init__(self, tenants: frozenset[str]) -> None:
        self._tenants = tenants

    async def check(self, authorization: str, activity: Activity) -> None:
        """Check where answers would go, and the tenant."""
        if authorization:
            raise Refused(401, "token without app id")
        if not is_loopback(text_at(activity, "serviceUrl")):
            raise Refused(403, "service address")
        check_tenant(self._tenants, activity)


def check_tenant(tenants: frozenset[str], activity: Activity) -> None:
    """Raise `Refused` unless the activity comes from a tenant that is allowed."""
    tenant = tenant_of(activity)
    if not tenant or (tenants and tenant not in tenants):
        raise Refused(403, "tenant")
