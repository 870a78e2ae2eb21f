"""A new key for old words: encrypts everything again with the newest key."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column

from storage.renewal import Key
from storage.store import Store
from storage.tables import ENCRYPTED

BATCH = 200


@dataclass(frozen=True, slots=True)
class Rotated:
    """How it went: pieces renewed, and the ids of those that no key given can read."""

    renewed: int
    unreadable: tuple[str, ...]


def rotate_all(store: Store, batch: int = BATCH) -> Rotated:
    """Encrypt everything again with the first key of the store, in batches.

    Pseudonyms of people become those of that key, too.

    It can be stopped and started again. The old keys can be taken away once nothing is
    unreadable and no process runs with the old list any more. Mail addresses noted only as
    hashes are not found any more then, until they are noted again.
    """
    renewed = 0
    unreadable: list[str] = []
    for column in ENCRYPTED:
        after: Key | None = None
        while True:
            after, done, failed = store.run_sync(_renew, store, column, after, batch)
            renewed += done
            unreadable += failed
            if after is None:
                break
    last: str | None = ""
    while last is not None:
        last = store.run_sync(_rename, store, last, batch)
    return Rotated(renewed, tuple(unreadable))


def _rename(store: Store, after: str, batch: int) -> str | None:
    with store.open_uow() as uow:
        last = uow.renewal.rename(after, batch)
        uow.commit()
    return last


def _renew(
    store: Store, column: Column[Any], after: Key | None, batch: int
) -> tuple[Key | None, int, tuple[str, ...]]:
    with store.open_uow() as uow:
        last, done, unreadable = uow.renewal.renew(column, after, batch)
        uow.commit()
    return last, done, tuple(unreadable)
