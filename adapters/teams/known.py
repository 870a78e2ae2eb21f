"""Tokens that were verified once: the Connector sends the same one with thousands of activities."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from adapters.teams.keys import Key

MOST = 1000
"""Tokens remembered; the Connector uses a few at a time, each for an hour or so."""


@dataclass(frozen=True, slots=True)
class Voucher:
    """What a verified token vouches for.

    Attributes:
        service_url: where the answers go.
        key_id: the key that signed it, by name.
        key: the key itself, as it was when the token was verified.
        ends_at: the second after which it counts no more.
    """

    service_url: str
    key_id: str | None
    key: Key
    ends_at: float


class KnownTokens:
    """Vouchers by the digest of their token; the oldest make room for new ones."""

    def __init__(self, now: Callable[[], datetime], most: int = MOST) -> None:
        self._now = now
        self._most = most
        self._vouchers: dict[bytes, Voucher] = {}

    def __len__(self) -> int:
        return len(self._vouchers)

    def find(self, authorization: str) -> Voucher | None:
        """Return what the header's token vouches for, if it was verified and has not ended."""
        digest = _digest(authorization)
        found = self._vouchers.get(digest)
        if found and self._now().timestamp() >= found.ends_at:
            del self._vouchers[digest]
            return None
        return found

    def remember(self, authorization: str, voucher: Voucher) -> None:
        """Keep what was verified."""
        self._vouchers.pop(_digest(authorization), None)
        while len(self._vouchers) >= self._most:
            del self._vouchers[next(iter(self._vouchers))]
        self._vouchers[_digest(authorization)] = voucher


def _digest(authorization: str) -> bytes:
    return sha256(authorization.encode(errors="surrogateescape")).digest()
