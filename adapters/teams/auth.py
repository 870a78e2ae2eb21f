"""Who may post activities: the Bot Connector with its token, for tenants that are allowed.

Development may do without a token, on loopback only.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import jwt
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
from adapters.teams.known import KnownTokens, Voucher
from bot.errors import BotError

Trusts = Callable[[str], bool]

CHANNEL = "msteams"

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
    known: KnownTokens | None = None,
) -> Guard:
    """Choose the guard that the settings ask for. No tenants means every tenant.

    Raises:
        Unguarded: without an app id, and not both allowed and bound to loopback.
    """
    if app_id and keys and known is not None:
        return TokenGuard(app_id, tenants, keys, known, trusts)
    if app_id:
        raise Unguarded("an app id needs signing keys, and room for known tokens")
    if not (allow_anonymous and on_loopback):
        raise Unguarded("no TEAMS_APP_ID: only for development, on loopback")
    return LoopbackGuard(tenants)


class TokenGuard:
    """Believes the Bot Connector, by the SDK's own check of its token, once for each token.

    Only the channel's tokens count: those of the emulator and of other bots have no bearing
    on the service address, and are refused.
    """

    def __init__(
        self,
        app_id: str,
        tenants: frozenset[str],
        keys: SigningKeys,
        known: KnownTokens,
        trusts: Trusts,
    ) -> None:
        self._keys = keys
        self._known = known
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
        channel = text_at(activity, "channelId")
        service_url = await self._service_url(authorization, channel)
        if not service_url or service_url != text_at(activity, "serviceUrl"):
            raise Refused(401, "service address of the token")
        if channel != CHANNEL:
            raise Refused(403, "channel")
        if not self._trusts(service_url):
            raise Refused(403, "service address")
        check_tenant(self._tenants, activity)

    async def _service_url(self, authorization: str, channel: str) -> str:
        """Return the service address that the token vouches for."""
        try:
            if channel == CHANNEL and (url := await self._vouched(authorization)) is not None:
                return url
            claims = await self._claims(authorization, channel)
            voucher = await self._voucher(authorization, claims)
        except KeysUnavailable as error:
            raise Refused(503, "signing keys") from error
        except Exception as error:  # the SDK raises bare Exception for a wrong endorsement
            _log.info("teams_token_refused", extra={"reason": type(error).__name__})
            raise Refused(401, "token") from error
        if channel == CHANNEL:
            self._known.remember(authorization, voucher)
        return voucher.service_url

    async def _vouched(self, authorization: str) -> str | None:
        """Return the address of a token verified before, as long as its key is still the same.

        Keys are made anew whenever they are fetched, so a token is verified again after that.
        """
        found = self._known.find(authorization)
        if found is None or await self._keys.get(found.key_id) is not found.key:
            return None
        return found.service_url

    async def _claims(self, authorization: str, channel: str) -> Mapping[str, Any]:
        """Have the token verified by the SDK."""
        identity = await self._extractor.get_identity_from_auth_header(authorization, channel)
        identity = await ChannelValidation.validate_identity(identity, self._credentials)
        claims: Mapping[str, Any] = identity.claims
        return claims

    async def _voucher(self, authorization: str, claims: Mapping[str, Any]) -> Voucher:
        key_id = jwt.get_unverified_header(authorization.partition(" ")[2]).get("kid")
        return Voucher(
            text_at(claims, ChannelValidation.SERVICE_URL_CLAIM),
            key_id,
            await self._keys.get(key_id),
            float(claims["exp"]) + LEEWAY,  # one without end is refused
        )


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
