"""Messages that only have to go out, whatever the hour: a person, a page, a row for each."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from bot.cards import Card
from bot.events import Address
from bot.outbox import Dispatch
from bot.people import Coachee
from storage.store import Store

PAGE = "settings"
LIVES = timedelta(days=30)


def post(
    store: Store, names: Iterable[str], address_of: Callable[[str], Address], at: datetime
) -> None:
    """Queue one message for each of these people, in one transaction; they must be new."""
    store.run_sync(_post, store, list(names), address_of, at)


def _post(
    store: Store, names: Iterable[str], address_of: Callable[[str], Address], at: datetime
) -> None:
    with store.open_uow() as uow:
        for name in names:
            address = address_of(name)
            uow.people.add(Coachee(name, "bench", name, address, at, state="active"))
            uow.cards.add(Card(f"letter-{name}", name, PAGE, at, at + LIVES))
            token = f"letter-{name}"
            uow.outbox.add(Dispatch(token, name, "post", address, at, at, card_token=token))
        uow.commit()
