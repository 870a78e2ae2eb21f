"""Puts rows into the outbox by the thousand, as one event that concerns many people would."""

import time
from collections.abc import Callable
from datetime import datetime

from bot.events import Address
from bot.outbox import Dispatch
from storage.store import Store

BATCH = 1000
"""Rows of one transaction."""


def enqueue(store: Store, count: int, address_of: Callable[[int], Address], at: datetime) -> float:
    """Queue one post for each of so many people; return the seconds it took."""
    began = time.perf_counter()
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        store.run_sync(_add, store, numbers, address_of, at)
    return time.perf_counter() - began


def _add(store: Store, numbers: range, address_of: Callable[[int], Address], at: datetime) -> None:
    with store.open_uow() as uow:
        for number in numbers:
            address = address_of(number)
            uow.outbox.add(Dispatch(f"row-{number}", f"U{number}", "post", address, at, at))
        uow.commit()
