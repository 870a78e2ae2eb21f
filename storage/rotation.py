"""A new key for old words: encrypts everything again with the newest key."""

from dataclasses import dataclass

from storage.store import Store

BATCH = 200


@dataclass(frozen=True, slots=True)
class Rotated:
    """How it went: words renewed, and the ids of those that no key given can read."""

    renewed: int
    unreadable: tuple[str, ...]


def rotate_all(store: Store, batch: int = BATCH) -> Rotated:
    """Encrypt all words again with the first key of the store, in batches.

    It can be stopped and started again. The old keys can be taken away once nothing is
    unreadable and no process runs with the old list any more.
    """
    after, renewed = 0, 0
    unreadable: list[str] = []
    while True:
        last, done, failed = store.run_sync(_renew, store, after, batch)
        renewed += done
        unreadable += failed
        if last is None:
            return Rotated(renewed, tuple(unreadable))
        after = last


def _renew(store: Store, after: int, batch: int) -> tuple[int | None, int, tuple[str, ...]]:
    with store.open_uow() as uow:
        last, done, unreadable = uow.words.renew(after, batch)
        uow.commit()
    return last, done, tuple(unreadable)
