"""Signed links: an address with an encrypted part that nobody else can make, for a while."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LONGEST = 3000
"""Characters of an address: Slack takes no more."""

_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST}}}={{0,2}}")


class Seal:
    """Encrypts what comes back from elsewhere, for one purpose; it opens for `lives` seconds.

    Its keys are derived from the ones given and the purpose, so a token made for something else
    is none here.
    """

    def __init__(self, keys: str, purpose: str, *, lives: int) -> None:
        self._fernet = MultiFernet([_derived(key.strip(), purpose) for key in keys.split(",")])
        self._lives = lives

    def token(self, content: bytes, now: datetime) -> str:
        """Return a token that holds the content."""
        return self._fernet.encrypt_at_time(content, int(now.timestamp())).decode()

    def content(self, token: str, now: datetime) -> bytes | None:
        """Return what a token holds; None if it is forged, too old or too long."""
        if not _TOKEN.fullmatch(token):
            return None
        try:
            return self._fernet.decrypt_at_time(token.encode(), self._lives, int(now.timestamp()))
        except InvalidToken:
            return None


class SignedLinks:
    """Makes and reads links below one path, which work for `lives` seconds."""

    def __init__(self, keys: str, base_url: str, path: str, *, lives: int) -> None:
        self._seal = Seal(keys, path, lives=lives)
        self._base_url = base_url.rstrip("/")
        self._path = path

    def address(self, content: bytes, now: datetime) -> str | None:
        """Return an address that holds the content; None without a public address."""
        if not self._base_url:
            return None
        return f"{self._base_url}/{self._path}/{self._seal.token(content, now)}"

    def content(self, token: str, now: datetime) -> bytes | None:
        """Return what a token holds; None if it is forged, too old or too long."""
        return self._seal.content(token, now)


def mark(token: str) -> str:
    """Name a token that was read, to remember its use by; 64 characters that tell nothing of it.

    Another way to write the same token has the same name.
    """
    return sha256(urlsafe_b64decode(token)).hexdigest()


def _derived(key: str, path: str) -> Fernet:
    Fernet(key)  # refuses what is none: from nothing, too, a key could be derived
    derive = HKDF(SHA256(), 32, salt=None, info=f"declic {path}".encode()).derive
    return Fernet(urlsafe_b64encode(derive(urlsafe_b64decode(key))))
