"""Small structures as one encrypted token each."""

from typing import Any

import orjson

from storage.cipher import Cipher


def to_token(cipher: Cipher, said: object, room: int = 1) -> bytes:
    """Encrypt lists, mappings and dataclasses as JSON.

    Args:
        cipher: what encrypts.
        said: the structure.
        room: the text is filled up to a multiple of so many bytes, so that the token's length
            tells nothing of what fits.
    """
    text = orjson.dumps(said).decode()
    return cipher.seal(text + " " * (-len(text.encode()) % room))


def from_token(cipher: Cipher, whose: str, token: bytes) -> Any:
    """Decrypt what `to_token` made, as lists and mappings.

    Raises:
        Unreadable: no key given fits; it names only `whose`.
    """
    return orjson.loads(cipher.read(whose, token))
