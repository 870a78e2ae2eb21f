"""The Bot Connector's REST interface, over one shared session."""

from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlsplit

import aiohttp
import orjson
from yarl import URL

from adapters.teams.auth import Trusts
from adapters.teams.hosts import GOVERNMENT, PUBLIC, is_loopback, is_microsoft
from adapters.teams.tokens import Tokens
from bot.errors import MessageGone, SendFailed, Unreachable

Json = dict[str, Any]

SECONDS = 20
"""The service answers within 15 seconds or not at all."""

TRANSIENT = frozenset({408, 412, 429, 502, 503, 504})
"""Teams asks to repeat these, and no others: 500 would fail again."""


class ConversationGone(Unreachable):
    """The conversation is unknown; it may be created anew, once."""


class BadRequest(SendFailed):
    """The service makes nothing of what was sent, such as an id that nobody has."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason, permanent=True)


class Connector:
    """Sends requests with the bot's token, and turns the service's errors into our own.

    Without tokens it speaks to this machine only.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens | None,
        trusts: Trusts | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._session = session
        self._tokens = tokens
        self._trusts = trusts or (is_microsoft if tokens else is_loopback)
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._moved: set[str] = set()

    async def call(
        self, method: str, service_url: str, path: str, body: Json | None = None
    ) -> Json:
        """Make one request; a token that was refused is replaced once.

        Raises:
            SendFailed: or one of its kinds; nothing is repeated here but what costs no time.
        """
        for may_repeat in (True, False):
            token = await self._tokens.token() if self._tokens else ""
            status, answer, wait = await self._try(method, service_url, path, body, token)
            if status < 300:  # noqa: PLR2004 - every 2xx
                return answer
            code = _code(answer)
            if not (may_repeat and self._changed(status, code, service_url, token)):
                break
        raise failure(status, code, wait)

    async def _try(
        self, method: str, service_url: str, path: str, body: Json | None, token: str
    ) -> tuple[int, Json, timedelta | None]:
        if not self._trusts(service_url):
            raise SendFailed("service address not trusted", permanent=True)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with self._session.request(
                method,
                URL(self._base(service_url) + path, encoded=True),
                data=orjson.dumps(body) if body is not None else None,
                headers=headers,
                timeout=self._timeout,
                allow_redirects=False,
            ) as answer:
                return answer.status, _json(await answer.read()), _retry_after(answer)
        except (aiohttp.ClientError, OSError) as error:
            raise SendFailed(type(error).__name__) from error

    def _changed(self, status: int, code: str, service_url: str, token: str) -> bool:
        """Change what the service objects to, if it can be changed."""
        if status == 401 and self._tokens:  # noqa: PLR2004
            self._tokens.refused(token)
            return True
        if code == "InvalidBotApiHost" and urlsplit(service_url).hostname == PUBLIC:
            known = service_url in self._moved
            self._moved.add(service_url)
            return not known
        return False

    def _base(self, service_url: str) -> str:
        """Government tenants may be told the public host, which then refuses the bot."""
        moved = service_url in self._moved
        return (service_url.replace(PUBLIC, GOVERNMENT) if moved else service_url).rstrip("/")


def failure(status: int, code: str, retry_after: timedelta | None = None) -> SendFailed:
    """Name what the service's answer means for the sender."""
    reason = f"{status} {code}".strip()
    if status in TRANSIENT:
        return SendFailed(reason, retry_after=retry_after)
    if status == 400:  # noqa: PLR2004
        return BadRequest(reason)
    if status == 403:  # noqa: PLR2004 - testers met codes that no page lists
        return Unreachable(reason)
    if status == 404:  # noqa: PLR2004
        gone = MessageGone if code == "ActivityNotFoundInConversation" else ConversationGone
        return gone(reason)
    return SendFailed(reason, permanent=True)


def _code(answer: Json) -> str:
    error = answer.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) else ""


def _json(raw: bytes) -> Json:
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return {}
    return cast("Json", found) if isinstance(found, dict) else {}


def _retry_after(answer: aiohttp.ClientResponse) -> timedelta | None:
    try:
        seconds = float(answer.headers.get("Retry-After", ""))
    except ValueError:
        return None
    return timedelta(seconds=min(max(seconds, 0), 3600))
