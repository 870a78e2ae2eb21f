"""Encryption of what people write. Keys are Fernet keys, the newest one first."""

import hmac
from base64 import urlsafe_b64decode
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import BotError, Unreadable

_NAME = 32
"""Hexadecimal digits of a pseudonym: 128 bits, so that no two are ever the same."""


class BadKey(BotError):
    """The secret key cannot be used; the text says which one, never the key itself."""


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
        self._hashing = [_derived(key, b"declic hashes") for key in given]
        self._naming = [_derived(key, b"declic pseudonyms") for key in given]

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

    @property
    def keys(self) -> int:
        """How many keys are given."""
        return len(self._naming)

    def pseudonym(self, text: str) -> str:
        """Return the name under the newest key of what nobody is to recognise."""
        return _name(self._naming[0], text)

    def pseudonyms(self, text: str) -> Sequence[str]:
        """Return its names under each key, the newest one's first."""
        return [_name(key, text) for key in self._naming]


def new_key() -> str:
    """Return a new random key."""
    return Fernet.generate_key().decode()


def _fernet(key: str, number: int, of: int) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:
        raise BadKey(f"DECLIC_SECRET_KEY: key {number} of {of} is not a Fernet key") from None


def _name(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()[:_NAME]


def _derived(key: str, purpose: bytes) -> bytes:
    """Derive a key for one purpose, so that what it makes tells nothing of the others."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose)
    return derived.derive(urlsafe_b64decode(key))
