"""The database's half of a delivery: what is to be carried, and how it ended.

Every method is one unit of work and runs in the database's thread.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.errors import BotError, Busy, Conflict, SendFailed
from bot.events import MessageRef
from bot.outbox import Dispatch
from bot.ports import Listing, Messenger, OpenUnitOfWork, Profile, Roster, Speaker, UnitOfWork

OUTCOME_LENGTH = 80

Carried = MessageRef | Profile | Roster | Listing | None
Carry = Callable[[Messenger], Awaitable[Carried]]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A row and the call that carries it; without a call it was settled, as nothing to say."""

    dispatch: Dispatch
    carry: Carry | None


class Unsayable(BotError):
    """The engine failed to compose the message of a row."""

    def __init__(self, dispatch: Dispatch) -> None:
        super().__init__(dispatch.key)
        self.dispatch = dispatch


class Parcels:
    """Packs rows of the outbox and closes them."""

    def __init__(self, open_uow: OpenUnitOfWork, speaker: Speaker) -> None:
        self._open_uow = open_uow
        self._speaker = speaker

    def pick(self, coachee_id: str, now: datetime) -> Parcel | None:
        """Pack the person's oldest row; None if this process does not hold it.

        Raises:
            Unsayable: the row stays as it is.
        """
        with self._open_uow() as uow:
            dispatch = uow.outbox.own(coachee_id, now)
            if dispatch is None:
                return None
            carry = self._packed(uow, dispatch, now)
            if carry is None and not uow.outbox.settle(dispatch, now, "nothing"):
                return None
            uow.commit()
        return Parcel(dispatch, carry)

    def sent(self, dispatch: Dispatch, carried: Carried, now: datetime) -> bool:
        """Close a row that the platform took; false if the lease was lost meanwhile."""
        with self._open_uow() as uow:
            if not uow.outbox.settle(dispatch, now, "sent"):
                return False
            if isinstance(carried, Profile):
                self._speaker.learned(uow, dispatch, carried, now)
            elif isinstance(carried, Roster):
                self._speaker.enrolled(uow, dispatch, carried, now)
            elif isinstance(carried, Listing):
                self._speaker.listed(uow, dispatch, carried, now)
            else:
                self._speaker.sent(uow, dispatch, carried, now)
            uow.commit()
        return True

    def failed(self, dispatch: Dispatch, error: SendFailed, now: datetime) -> bool:
        """Close a row that will not be sent; false if the lease was lost meanwhile."""
        with self._open_uow() as uow:
            if not uow.outbox.settle(dispatch, now, failure(error)):
                return False
            self._speaker.failed(uow, dispatch, error, now)
            uow.commit()
        return True

    def close(self, dispatch: Dispatch, outcome: str, now: datetime) -> bool:
        """Close a row without a word to the engine."""
        with self._open_uow() as uow:
            settled = uow.outbox.settle(dispatch, now, outcome)
            uow.commit()
        return settled

    def later(self, dispatch: Dispatch, not_before: datetime) -> bool:
        """Give a row back for later; false if the lease was lost meanwhile."""
        with self._open_uow() as uow:
            given = uow.outbox.retry(dispatch, not_before)
            uow.commit()
        return given

    def _packed(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Carry | None:
        try:
            return self._call(uow, dispatch, now)
        except (Busy, Conflict):
            raise
        except Exception as error:
            raise Unsayable(dispatch) from error

    def _call(self, uow: UnitOfWork, dispatch: Dispatch, now: datetime) -> Carry | None:
        address, ref = dispatch.address, _ref(uow, dispatch)
        if dispatch.verb == "profile":
            return lambda messenger: messenger.profile(address)
        if dispatch.verb == "roster":
            return lambda messenger: messenger.roster(address)
        if dispatch.verb == "directory":
            ask = self._speaker.asked(uow, dispatch, now)
            return None if ask is None else lambda messenger: messenger.directory(address, ask)
        if dispatch.verb == "delete":
            return None if ref is None else lambda messenger: messenger.delete(address, ref)
        if dispatch.verb == "update" and ref is None:
            return None  # never posted, so what is posted later is up to date anyway
        message = self._speaker.compose(uow, dispatch, now)
        if message is None:
            return None
        if dispatch.verb == "home":
            return lambda messenger: messenger.publish_home(address, message)
        if ref is not None:
            return lambda messenger: messenger.update(address, ref, message)
        return lambda messenger: messenger.post(address, message, dispatch.ref)


def failure(error: SendFailed) -> str:
    """Return the outcome of a row that will not be sent."""
    return f"failed:{error.reason}"[:OUTCOME_LENGTH]


def _ref(uow: UnitOfWork, dispatch: Dispatch) -> MessageRef | None:
    if dispatch.verb == "delete":
        return dispatch.ref
    if dispatch.verb != "update" or dispatch.card_token is None:
        return None
    card = uow.cards.get(dispatch.card_token)
    return card.ref if card else None
