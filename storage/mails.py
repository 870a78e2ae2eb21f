"""Mail addresses as keyed hashes, under which people are found and nothing can be read."""

from collections.abc import Iterable, Mapping, Sequence

from storage.cipher import Cipher


def mail_key(cipher: Cipher, mail: str) -> str | None:
    """Return what is stored of an address: its hash under the newest key; None without one."""
    return mail_keys(cipher, mail)[0] if mail.strip() else None


def mail_keys(cipher: Cipher, mail: str) -> Sequence[str]:
    """Return under what an address may be stored: its hash under every key that is given."""
    return cipher.hashes(mail.strip().casefold())


def by_mail_key(cipher: Cipher, mails: Iterable[str]) -> Mapping[str, set[str]]:
    """Say for every hash which of some addresses it may be of, each as it was written."""
    found: dict[str, set[str]] = {}
    for mail in filter(str.strip, mails):
        for key in mail_keys(cipher, mail):
            found.setdefault(key, set()).add(mail)
    return found
