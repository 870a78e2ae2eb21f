"""Encryption of what people write. Keys are Fernet keys, the newest one first."""

import hmac
from base64 import urlsafe_b64decode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import BotError


class BadKey(BotError):
    """The secret key cannot be used; the text says which one, never the key itself."""


class Unreadable(BotError):
    """These words were encrypted with a key that is no longer given, or were damaged."""


class Cipher:
    """Encrypts with the first key and reads with any of them.

    Args:
        keys: one or more Fernet keys, separated by commas; the first one is the newest.

    Raises:
        BadKey: no key is given, or one of them is not a Fernet key.
    """

    def __init__(self, keys: str) -> None:
        given = [key.strip() for key in keys.split(",") if key.strip()]
        if not given:
            raise BadKey("DECLIC_SECRET_KEY holds no key")
        self._fernet = MultiFernet([_fernet(key, n, len(given)) for n, key in enumerate(given, 1)])
        self._hashing = [_hashing(key) for key in given]

    def seal(self, text: str) -> bytes:
        """Encrypt. The token tells no time: it is always made at time 0."""
        return self._fernet.encrypt_at_time(text.encode(), 0)

    def read(self, words_id: str, token: bytes) -> str:
        """Decrypt; raises `Unreadable`, which names only the id."""
        try:
            return self._fernet.decrypt(token).decode()
        except InvalidToken:
            raise Unreadable(f"words {words_id}") from None

    def renew(self, words_id: str, token: bytes) -> bytes:
        """Encrypt again with the newest key; raises `Unreadable`, which names only the id."""
        return self.seal(self.read(words_id, token))

    def hashes(self, text: str) -> Sequence[str]:
        """Hash under each key, the newest one's first: what is equal can be found, not read."""
        return [hmac.new(key, text.encode(), "sha256").hexdigest() for key in self._hashing]


def new_key() -> str:
    """Return a new random key."""
    return Fernet.generate_key().decode()


def _fernet(key: str, number: int, of: int) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:
        raise BadKey(f"DECLIC_SECRET_KEY: key {number} of {of} is not a Fernet key") from None


def _hashing(key: str) -> bytes:
    """Derive a key of its own for hashes, so that they tell nothing of what encrypts."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"declic hashes")
    return derived.derive(urlsafe_b64decode(key))
